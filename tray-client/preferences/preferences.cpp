// SPDX-License-Identifier: MIT
#include "preferences/preferences.h"

#include "base/clock.h"

namespace jarchi::preferences {

using namespace Qt::StringLiterals;

namespace {

/// What stands in the file, as one text; nothing for what no setting of ours looks like, such as a list.
std::optional<QString> textOf(const QVariant &written)
{
    switch (written.typeId()) {
    case QMetaType::QString:
    case QMetaType::Bool:
    case QMetaType::Int:
    case QMetaType::LongLong:
        return written.toString();
    default:
        return std::nullopt;
    }
}

} // namespace

Preferences::Preferences(QSettings &settings, QObject *parent)
    : QObject(parent)
    , m_settings(settings)
    , m_file(settings)
{
}

std::optional<QString> Preferences::read(const QVariant &written, const Setting<QString> &)
{
    return textOf(written);
}

std::optional<bool> Preferences::read(const QVariant &written, const Setting<bool> &)
{
    const QString text = textOf(written).value_or(QString());
    if (text == "true"_L1)
        return true;
    if (text == "false"_L1)
        return false;
    return std::nullopt;
}

std::optional<int> Preferences::read(const QVariant &written, const Setting<int> &setting)
{
    bool isNumber = false;
    const int value = textOf(written).value_or(QString()).toInt(&isNumber);
    return isNumber && setting.range.has(value) ? std::optional(value) : std::nullopt;
}

std::optional<QTime> Preferences::read(const QVariant &written, const Setting<QTime> &)
{
    const QTime time = QTime::fromString(textOf(written).value_or(QString()), u"HH:mm"_s);
    return time.isValid() ? std::optional(time) : std::nullopt;
}

std::optional<QDateTime> Preferences::read(const QVariant &written, const Setting<QDateTime> &)
{
    const QDateTime time = fromTimestamp(textOf(written).value_or(QString()));
    return time.isValid() ? std::optional(time) : std::nullopt;
}

QVariant Preferences::asWritten(const QTime &value)
{
    return value.toString(u"HH:mm"_s);
}

QVariant Preferences::asWritten(const QDateTime &value)
{
    return value.isValid() ? toTimestamp(value) : QString();
}

} // namespace jarchi::preferences
