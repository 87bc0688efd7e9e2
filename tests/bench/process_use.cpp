// SPDX-License-Identifier: MIT
#include "process_use.h"

#include "benchmark.h"

#include <QDir>
#include <QFile>

namespace jarchi::bench {

using namespace Qt::StringLiterals;

namespace {

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        throw Failed{u"%1: %2"_s.arg(path, file.errorString())};
    }
    return file.readAll();
}

/// The number after `name` in lines such as "Rss:  1234 kB".
double numberIn(const QByteArray &lines, const QByteArray &name)
{
    for (const QByteArray &line : lines.split('\n')) {
        const QList<QByteArray> words = line.simplified().split(' ');
        if (words.size() > 1 && words.first() == name + ':') {
            return words.at(1).toDouble();
        }
    }
    throw Failed{u"There is no %1 among the figures of a process."_s.arg(QString::fromLatin1(name))};
}

} // namespace

ProcessUse useOf(qint64 process)
{
    const QString folder = u"/proc/%1/"_s.arg(process);
    ProcessUse use;
    const QByteArray memory = contentOf(folder + u"smaps_rollup"_s);
    use.resident = numberIn(memory, "Rss");
    use.proportional = numberIn(memory, "Pss");
    for (const QString &thread : QDir(folder + u"task"_s).entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
        const QString ofThread = folder + u"task/"_s + thread;
        use.processor += contentOf(ofThread + u"/schedstat"_s).split(' ').first().toDouble() / 1e6;
        use.wakeUps += numberIn(contentOf(ofThread + u"/status"_s), "voluntary_ctxt_switches");
    }
    return use;
}

} // namespace jarchi::bench
