// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QJsonValue>
#include <QLatin1StringView>

namespace jarchi::protocol {

/// Writes one JSON object, its fields in the order in which they are given: QJsonObject sorts them by name, and people
/// who read a protocol look for its type first. A private helper of the encoder.
class ObjectWriter
{
public:
    void field(QLatin1StringView name, const QJsonValue &value);
    /// Writes nothing when the text is empty.
    void optionalField(QLatin1StringView name, const QString &text);
    /// `json` is a value already written.
    void written(QLatin1StringView name, QByteArrayView json);

    /// The object, closed. Last call.
    [[nodiscard]] QByteArray finish();

private:
    QByteArray m_json = QByteArrayLiteral("{");
};

/// `[a,b,c]` of values already written.
[[nodiscard]] QByteArray writtenArray(const QByteArrayList &values);

} // namespace jarchi::protocol
