// SPDX-License-Identifier: MIT
#include "gui/refusal_report.h"

#include <QCoreApplication>
#include <QSaveFile>

namespace jarchi::gui {

using namespace Qt::StringLiterals;

namespace {

class Words
{
    Q_DECLARE_TR_FUNCTIONS(RefusalReport)
};

} // namespace

void RefusalReport::add(const QList<exchange::RefusedRow> &rows)
{
    if (!m_file.isOpen() && m_fault.isEmpty()) {
        if (!m_file.open() || m_file.write("line,reason\r\n") < 0) {
            m_fault = m_file.errorString();
        }
    }
    QByteArray lines;
    for (const exchange::RefusedRow &row : rows) {
        QString reason = row.reason;
        lines += QByteArray::number(row.line) + ",\"" + reason.replace(u'"', u"\"\""_s).toUtf8() + "\"\r\n";
    }
    if (m_fault.isEmpty() && m_file.write(lines) != lines.size()) {
        m_fault = m_file.errorString();
    }
}

Result<void> RefusalReport::saveTo(const QString &path)
{
    if (!m_fault.isEmpty() || !m_file.flush() || !m_file.seek(0)) {
        return failure(
            Error::Kind::Broken,
            Words::tr("The report is not complete: %1.").arg(m_fault.isEmpty() ? m_file.errorString() : m_fault));
    }
    constexpr qint64 together = 1024 * 1024;
    QSaveFile target(path);
    bool isWritten = target.open(QIODevice::WriteOnly);
    while (isWritten && !m_file.atEnd()) {
        const QByteArray part = m_file.read(together);
        isWritten = !part.isEmpty() && target.write(part) == part.size();
    }
    isWritten = isWritten && target.commit();
    m_file.seek(m_file.size());
    return isWritten ? Result<void>() : refused(Words::tr("Cannot write %1: %2.").arg(path, target.errorString()));
}

} // namespace jarchi::gui
