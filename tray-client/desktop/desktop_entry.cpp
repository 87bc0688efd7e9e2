// SPDX-License-Identifier: MIT
#include "desktop/desktop_entry.h"

#include <algorithm>

namespace jarchi::desktop {

using namespace Qt::StringLiterals;

namespace {

constexpr QByteArrayView Group = "[Desktop Entry]";
/// What an argument of Exec may only have inside quotes.
constexpr QStringView Reserved = u" \t\n\"'\\><~|&;$*?#()`";

/// The escapes of every value of the type string.
QByteArray escaped(const QString &value)
{
    QString text = value;
    text.replace(u'\\', u"\\\\"_s).replace(u'\n', u"\\n"_s).replace(u'\r', u"\\r"_s).replace(u'\t', u"\\t"_s);
    if (text.startsWith(u' '))
        text.replace(0, 1, u"\\s"_s); // Blanks after the equals sign do not count.
    return text.toUtf8();
}

QString unescaped(const QString &text)
{
    QString value;
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (text.at(i) != u'\\' || i + 1 == text.size()) {
            value += text.at(i);
            continue;
        }
        const QChar code = text.at(++i);
        value += code == u's'   ? QChar(u' ')
                 : code == u'n' ? QChar(u'\n')
                 : code == u't' ? QChar(u'\t')
                 : code == u'r' ? QChar(u'\r')
                                : code;
    }
    return value;
}

QByteArray keyOf(const QByteArray &line)
{
    const qsizetype equals = line.indexOf('=');
    return equals < 0 || line.trimmed().startsWith('#') ? QByteArray() : line.first(equals).trimmed();
}

QString quoted(const QString &argument)
{
    QString text = argument;
    text.replace(u'%', u"%%"_s);
    const auto isReserved = [&](QChar character) { return Reserved.contains(character); };
    if (!text.isEmpty() && std::none_of(text.cbegin(), text.cend(), isReserved))
        return text;
    for (const QChar special : u"\\\"`$"_s) // The backslash first: the others bring new ones.
        text.replace(special, u'\\' + QString(special));
    return u'"' + text + u'"';
}

} // namespace

DesktopEntry::DesktopEntry(const QByteArray &text)
    : m_lines(text.split('\n'))
{
    for (QByteArray &line : m_lines) {
        if (line.endsWith('\r'))
            line.chop(1);
    }
    while (!m_lines.isEmpty() && m_lines.constLast().isEmpty())
        m_lines.removeLast();
}

qsizetype DesktopEntry::lineOf(const QByteArray &key) const
{
    bool isInGroup = false;
    for (qsizetype i = 0; i < m_lines.size(); ++i) {
        const QByteArray &line = m_lines.at(i);
        if (line.startsWith('['))
            isInGroup = line.trimmed() == Group;
        else if (isInGroup && keyOf(line) == key)
            return i;
    }
    return -1;
}

bool DesktopEntry::has(const QByteArray &key) const
{
    return lineOf(key) >= 0;
}

QString DesktopEntry::value(const QByteArray &key) const
{
    const qsizetype line = lineOf(key);
    if (line < 0)
        return {};
    const QByteArray &text = m_lines.at(line);
    return unescaped(QString::fromUtf8(text.sliced(text.indexOf('=') + 1).trimmed()));
}

QStringList DesktopEntry::list(const QByteArray &key) const
{
    return value(key).split(u';', Qt::SkipEmptyParts);
}

void DesktopEntry::set(const QByteArray &key, const QString &value)
{
    setRaw(key, escaped(value));
}

void DesktopEntry::setList(const QByteArray &key, const QStringList &values)
{
    set(key, values.join(u';') + u';');
}

void DesktopEntry::remove(const QByteArray &key)
{
    for (qsizetype line = lineOf(key); line >= 0; line = lineOf(key))
        m_lines.removeAt(line);
}

QByteArray DesktopEntry::text() const
{
    return m_lines.join('\n') + '\n';
}

qsizetype DesktopEntry::endOfGroup()
{
    const auto isGroup = [](const QByteArray &line) { return line.trimmed() == Group; };
    auto group = std::find_if(m_lines.begin(), m_lines.end(), isGroup);
    if (group == m_lines.end()) {
        // The specification wants this group before all others.
        m_lines.prepend(Group.toByteArray());
        group = m_lines.begin();
    }
    const auto next =
        std::find_if(group + 1, m_lines.end(), [](const QByteArray &line) { return line.startsWith('['); });
    qsizetype end = next - m_lines.begin();
    while (m_lines.at(end - 1).trimmed().isEmpty())
        --end;
    return end;
}

void DesktopEntry::setRaw(const QByteArray &key, const QByteArray &value)
{
    const QByteArray text = key + '=' + value;
    if (const qsizetype line = lineOf(key); line >= 0)
        m_lines[line] = text;
    else
        m_lines.insert(endOfGroup(), text);
}

QString execValue(const QStringList &program)
{
    QStringList arguments;
    for (const QString &argument : program)
        arguments += quoted(argument);
    return arguments.join(u' ');
}

} // namespace jarchi::desktop
