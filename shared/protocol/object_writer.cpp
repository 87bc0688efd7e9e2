// SPDX-License-Identifier: MIT
#include "protocol/object_writer.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace jarchi::protocol {

void ObjectWriter::field(QLatin1StringView name, const QJsonValue &value)
{
    // Qt writes no value outside an array or object, so it writes "[value]" and the brackets go.
    const QByteArray array = QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact);
    written(name, QByteArrayView(array).sliced(1).chopped(1));
}

void ObjectWriter::optionalField(QLatin1StringView name, const QString &text)
{
    if (!text.isEmpty())
        field(name, text);
}

void ObjectWriter::written(QLatin1StringView name, QByteArrayView json)
{
    if (m_json.size() > 1)
        m_json += ',';
    m_json += '"';
    m_json.append(name.data(), name.size());
    m_json += "\":";
    m_json += json;
}

QByteArray ObjectWriter::finish()
{
    m_json += '}';
    return std::move(m_json);
}

QByteArray writtenArray(const QByteArrayList &values)
{
    return '[' + values.join(',') + ']';
}

} // namespace jarchi::protocol
