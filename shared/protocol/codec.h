// SPDX-License-Identifier: MIT
#pragma once

#include "protocol/messages.h"

#include <QByteArray>
#include <QByteArrayView>

#include <tl/expected.hpp>

/// Between lines of bytes and messages. Pure functions without state or I/O; any thread.
namespace jarchi::protocol {

/// Why a line was not understood, ready to be answered: `ref` is that of the request, as far as it could be read.
struct Refusal
{
    ErrorCode code = ErrorCode::BadJson;
    QString message;
    QString ref;

    friend bool operator==(const Refusal &, const Refusal &) = default;
};

/// One line of UTF-8 with its line feed. The message must keep the limits; what a program makes of its own data does.
[[nodiscard]] QByteArray encode(const ServerMessage &message, const QString &ref = {});
[[nodiscard]] QByteArray encode(const ClientMessage &message, const QString &ref = {});

/// The `type` of a message on the wire: "login".
[[nodiscard]] QLatin1StringView typeName(const ServerMessage &message);
[[nodiscard]] QLatin1StringView typeName(const ClientMessage &message);

/// Reads one line, with or without its line feed, that a client sent. Everything is checked: UTF-8, the depth before
/// the JSON is parsed, the type, each field's type, range and text rules. Unknown fields are ignored.
/// The length of the line is its reader's business (transport::LineBuffer).
[[nodiscard]] tl::expected<FromClient, Refusal> decodeFromClient(QByteArrayView line);

/// The same for a line that a server sent: a client trusts it no more than the server trusts a client.
[[nodiscard]] tl::expected<FromServer, Refusal> decodeFromServer(QByteArrayView line);

} // namespace jarchi::protocol
