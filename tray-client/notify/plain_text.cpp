// SPDX-License-Identifier: MIT
#include "notify/plain_text.h"

namespace jarchi::notify {

using namespace Qt::StringLiterals;

namespace {

constexpr char16_t Replacement = u'\uFFFD';

/// Unicode's property Bidi_Control, and the deprecated shaping controls next to it.
bool isDirectional(char16_t c)
{
    return c == u'\u061C' || c == u'\u200E' || c == u'\u200F' || (c >= u'\u202A' && c <= u'\u202E') ||
           (c >= u'\u2066' && c <= u'\u206F');
}

bool isLineBreak(char16_t c)
{
    return c == u'\n' || c == u'\r' || c == u'\v' || c == u'\f' || c == u'\u0085' || c == u'\u2028' || c == u'\u2029';
}

bool isControl(char16_t c)
{
    return c < 0x20 || (c >= 0x7F && c < 0xA0);
}

/// C0 controls have pictures of their own; C1 controls, which some terminals obey like escape sequences, have none.
char16_t pictureOf(char16_t control)
{
    if (control == 0x7F)
        return u'\u2421';
    return control < 0x20 ? static_cast<char16_t>(0x2400 + control) : Replacement;
}

} // namespace

QString harmlessLine(QStringView text)
{
    QString line;
    line.reserve(text.size());
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text[i];
        if (c.isHighSurrogate() && i + 1 < text.size() && text[i + 1].isLowSurrogate()) {
            line += c;
            line += text[++i];
        } else if (c.isSurrogate()) {
            line += Replacement;
        } else if (c == u'\t' || isLineBreak(c.unicode())) {
            line += u' ';
        } else if (isControl(c.unicode())) {
            line += pictureOf(c.unicode());
        } else if (!isDirectional(c.unicode())) {
            line += c;
        }
    }
    return line;
}

QStringList harmlessLines(QStringView text)
{
    QStringList lines;
    qsizetype begin = 0;
    for (qsizetype i = 0; i <= text.size(); ++i) {
        if (i < text.size() && !isLineBreak(text[i].unicode()))
            continue;
        lines += harmlessLine(text.sliced(begin, i - begin));
        if (i + 1 < text.size() && text[i] == u'\r' && text[i + 1] == u'\n')
            ++i;
        begin = i + 1;
    }
    while (!lines.isEmpty() && lines.constLast().trimmed().isEmpty())
        lines.removeLast();
    return lines;
}

QByteArray harmlessJson(const QByteArray &json)
{
    // Outside of strings JSON has ASCII only, and inside a string an escape means what the character means.
    QString safe;
    const QString text = QString::fromUtf8(json);
    safe.reserve(text.size());
    for (const QChar c : text) {
        const bool isObeyed = isControl(c.unicode()) || isLineBreak(c.unicode()) || isDirectional(c.unicode());
        if (isObeyed && c != u'\n')
            safe += u"\\u%1"_s.arg(c.unicode(), 4, 16, '0'_L1);
        else
            safe += c;
    }
    return safe.toUtf8();
}

} // namespace jarchi::notify
