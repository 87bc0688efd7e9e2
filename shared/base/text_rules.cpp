// SPDX-License-Identifier: MIT
#include "base/text_rules.h"

#include "base/fault_sentence.h"

#include <QCoreApplication>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace jarchi {

namespace {

class Words
{
    JARCHI_DECLARE_SENTENCES(TextRules)
};

bool isBidiControl(char16_t unit)
{
    // Unicode's property Bidi_Control, whole: UAX #9 adds to it seldom (the isolates came in Unicode 6.3).
    return unit == 0x061C || unit == 0x200E || unit == 0x200F || (unit >= 0x202A && unit <= 0x202E) ||
           (unit >= 0x2066 && unit <= 0x2069);
}

bool isControl(char16_t unit)
{
    return unit < 0x20 || (unit >= 0x7F && unit <= 0x9F);
}

bool isSeparator(char16_t unit)
{
    return unit == 0x2028 || unit == 0x2029;
}

bool isLineBreakOrTab(char16_t unit)
{
    return unit == u'\n' || unit == u'\r' || unit == u'\t';
}

/// NUL and lone surrogates: wrong in any text, since neither survives the way to a database and back.
TextFault checkCodeUnits(QStringView text)
{
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar unit = text[i];
        if (unit.isNull())
            return TextFault::NullCharacter;
        if (!unit.isSurrogate())
            continue;
        if (unit.isLowSurrogate() || i + 1 == text.size() || !text[i + 1].isLowSurrogate())
            return TextFault::LoneSurrogate;
        ++i;
    }
    return TextFault::None;
}

} // namespace

TextFault checkLine(QStringView text, qsizetype maximum)
{
    if (text.size() > maximum)
        return TextFault::TooLong;
    if (const TextFault fault = checkCodeUnits(text); fault != TextFault::None)
        return fault;
    for (const QChar unit : text) {
        if (isControl(unit.unicode()) || isSeparator(unit.unicode()))
            return TextFault::ControlCharacter;
        if (isBidiControl(unit.unicode()))
            return TextFault::BidiControl;
    }
    return TextFault::None;
}

TextFault checkBody(QStringView text, qsizetype maximumBytes)
{
    // A UTF-16 code unit is at least one byte of UTF-8, so what is far too long is not even converted.
    if (text.size() > maximumBytes || text.toUtf8().size() > maximumBytes)
        return TextFault::TooLong;
    if (const TextFault fault = checkCodeUnits(text); fault != TextFault::None)
        return fault;
    for (const QChar unit : text) {
        if (isControl(unit.unicode()) && !isLineBreakOrTab(unit.unicode()))
            return TextFault::ControlCharacter;
    }
    return TextFault::None;
}

std::optional<Sentence> urlFault(const QString &url, bool allowHttp)
{
    if (const TextFault fault = checkLine(url, limits::UrlBytes); fault != TextFault::None)
        return lineSentence(Words::tr("address"), fault, limits::UrlBytes);
    const QUrl parsed(url, QUrl::StrictMode);
    if (!parsed.isValid())
        return Words::tr("The address is not a valid URL.");
    if (parsed.scheme() != "https"_L1 && !(allowHttp && parsed.scheme() == "http"_L1))
        return allowHttp ? Words::tr("The address must start with https:// or http://.")
                         : Words::tr("The address must start with https://.");
    if (parsed.host().isEmpty())
        return Words::tr("The address names no host.");
    // "https://bank.example@evil.example/" leads to evil.example; no honest link needs a user name.
    if (parsed.authority().contains(u'@'))
        return Words::tr("The address must not have a user name or password in it.");
    if (parsed.toEncoded().size() > limits::UrlBytes)
        return bodySentence(Words::tr("address"), TextFault::TooLong, limits::UrlBytes);
    return std::nullopt;
}

std::optional<QString> decodeUtf8(QByteArrayView bytes)
{
    if (!bytes.isValidUtf8())
        return std::nullopt;
    return QString::fromUtf8(bytes);
}

QString describe(TextFault fault)
{
    switch (fault) {
    case TextFault::None:
        return u"is acceptable"_s;
    case TextFault::TooLong:
        return u"is too long"_s;
    case TextFault::NullCharacter:
        return u"has a NUL character in it"_s;
    case TextFault::LoneSurrogate:
        return u"has half of a surrogate pair in it"_s;
    case TextFault::ControlCharacter:
        return u"has a control character in it"_s;
    case TextFault::BidiControl:
        return u"has a character in it that reorders the text around it"_s;
    case TextFault::NotUtf8:
        return u"is not valid UTF-8"_s;
    }
    Q_UNREACHABLE();
}

} // namespace jarchi
