// SPDX-License-Identifier: MIT
#include "cli/command.h"

#include "cli/text_width.h"

#include <QFile>
#include <QJsonDocument>
#include <QTextStream>

#include <cstdio>

using namespace Qt::StringLiterals;

namespace jarchi::cli {

namespace {

/// One line for a terminal, whatever another program wrote into the database: a control character could move the
/// cursor, and a bidirectional one could turn the line around.
QString printable(QString text)
{
    for (QChar &character : text) {
        const auto category = character.category();
        const bool joins = character.unicode() == 0x200c || character.unicode() == 0x200d;
        if (category == QChar::Other_Control || (category == QChar::Other_Format && !joins)) {
            character = u' ';
        }
    }
    return text;
}

void writeLine(std::FILE *stream, const QString &text)
{
    QTextStream out(stream);
    out << text << '\n';
}

} // namespace

Invocation::Invocation(const QCommandLineParser &parser, QStringList arguments, engine::Config config,
                       const Clock &clock)
    : m_parser(parser)
    , m_arguments(std::move(arguments))
    , m_config(std::move(config))
    , m_clock(clock)
{
}

Result<store::Store *> Invocation::store()
{
    if (!m_store) {
        const QString path = m_config.database.isEmpty() ? engine::defaultDatabase() : m_config.database;
        auto opened = store::Store::open({path, true, false}, m_clock);
        if (!opened) {
            return tl::unexpected(opened.error());
        }
        m_store = std::move(*opened);
    }
    return m_store.get();
}

void Invocation::print(const QString &text, const QJsonValue &json) const
{
    if (!isSet(u"json"_s)) {
        writeLine(stdout, printable(text));
        return;
    }
    const auto document = json.isArray() ? QJsonDocument(json.toArray()) : QJsonDocument(json.toObject());
    writeLine(stdout, QString::fromUtf8(document.toJson(QJsonDocument::Compact)));
}

void Invocation::printList(const QStringList &headings, const QList<QStringList> &rows, const QJsonArray &objects,
                           const QString &whenEmpty) const
{
    if (isSet(u"json"_s)) {
        print({}, objects);
        return;
    }
    if (rows.isEmpty()) {
        note(whenEmpty);
        return;
    }
    QList<qsizetype> widths;
    for (const QString &heading : headings) {
        widths.append(textWidth(heading));
    }
    for (const QStringList &row : rows) {
        for (qsizetype column = 0; column < row.size(); ++column) {
            widths[column] = std::max(widths.at(column), textWidth(printable(row.at(column))));
        }
    }
    const auto line = [&](const QStringList &fields) {
        QString text;
        for (qsizetype column = 0; column < fields.size(); ++column) {
            const bool last = column + 1 == fields.size();
            const QString field = printable(fields.at(column));
            text += last ? field : padded(field, widths.at(column) + 2);
        }
        return text;
    };
    writeLine(stdout, line(headings));
    for (const QStringList &row : rows) {
        writeLine(stdout, line(row));
    }
}

void Invocation::note(const QString &text)
{
    writeLine(stderr, printable(text));
}

} // namespace jarchi::cli
