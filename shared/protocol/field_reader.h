// SPDX-License-Identifier: MIT
#pragma once

#include "protocol/messages.h"

#include <QJsonArray>
#include <QJsonObject>

namespace jarchi::protocol {

/// The first thing found wrong with a message.
struct Fault
{
    ErrorCode code = ErrorCode::BadField;
    QString message;
};

/// Takes the fields of one JSON object, checked. A private helper of the decoders, on their stack.
///
/// The first fault is kept in the std::optional it was given; what is read after that has no meaning. So a
/// decoder reads field after field and asks once, at the end, whether all went well. A field that is null counts as
/// absent; an absent one is a fault unless it is `Optional`.
class FieldReader
{
public:
    enum class Presence { Required, Optional };
    using enum Presence;

    /// `path` names the object in messages: empty for the outermost, "interests[3]." for one inside.
    FieldReader(const QJsonObject &object, std::optional<Fault> &fault, QString path = {});

    [[nodiscard]] bool has(QLatin1StringView name) const;

    /// A title, name or keyword, see checkLine(). A Required one is not empty.
    QString line(QLatin1StringView name, qsizetype maximum, Presence presence);
    /// See checkBody(). Required.
    QString body(QLatin1StringView name);
    /// Like a body, but whatever a person may type as a password.
    QString password(QLatin1StringView name);
    /// See urlFault(). Optional; http is allowed, as it may be configured.
    QString url(QLatin1StringView name);
    /// Lines, each named by its place when it is wrong.
    QStringList lines(QLatin1StringView name, qsizetype maximum);

    NotificationId id(QLatin1StringView name);
    /// An id, or "0" for none yet.
    NotificationId idOrZero(QLatin1StringView name);
    std::optional<NotificationId> optionalId(QLatin1StringView name);
    QList<NotificationId> ids(QLatin1StringView name, qsizetype most);

    qint64 integer(QLatin1StringView name, qint64 least, qint64 most);
    std::optional<qint64> optionalInteger(QLatin1StringView name, qint64 least, qint64 most);
    bool boolean(QLatin1StringView name, Presence presence);
    QDateTime time(QLatin1StringView name, Presence presence);
    /// An amount and its currency: both or neither.
    void money(QLatin1StringView name, QString &amount, QString &currency);

    QJsonArray array(QLatin1StringView name, Presence presence);
    std::optional<QJsonObject> optionalObject(QLatin1StringView name);
    /// An enumeration, by its ...FromWire() function. Required.
    template <typename Value>
    Value named(QLatin1StringView name, std::optional<Value> (*fromWire)(QStringView))
    {
        const std::optional<Value> value = fromWire(string(name, Presence::Required));
        if (!value)
            fail(name, QStringLiteral("has an unknown value"));
        return value.value_or(Value{});
    }
    /// A reader for an object found inside this one. It reports to the same fault.
    FieldReader inside(const QJsonValue &value, const QString &name);

    /// Records that a field is wrong; `what` follows its name: "must be a string".
    void fail(const QString &name, const QString &what, ErrorCode code = ErrorCode::BadField);
    void fail(QLatin1StringView name, const QString &what, ErrorCode code = ErrorCode::BadField);

private:
    QJsonValue value(QLatin1StringView name, Presence presence);
    QString string(QLatin1StringView name, Presence presence);
    QString checkedLine(const QString &name, const QString &text, qsizetype maximum);

    const QJsonObject m_object;
    std::optional<Fault> &m_fault;
    const QString m_path;
};

} // namespace jarchi::protocol
