// SPDX-License-Identifier: MIT
#pragma once

#include "base/sentence.h"

#include <QByteArrayView>
#include <QString>
#include <QStringView>

#include <optional>

namespace jarchi {

/// How long the texts may be that people and programs hand us. The same numbers hold on the wire, in the database and
/// in every form.
namespace limits {
constexpr qsizetype TitleCharacters = 256; ///< UTF-16 code units, as QString counts. Also product and category names.
constexpr qsizetype NameCharacters = 64;   ///< Account names, device names, keywords.
constexpr qsizetype BodyBytes = 4096;      ///< UTF-8.
constexpr qsizetype UrlBytes = 2048;       ///< UTF-8, after encoding.
constexpr qsizetype PasswordBytes = 128;   ///< UTF-8.
} // namespace limits

/// Why a text is not acceptable. `None` means it is.
enum class TextFault {
    None,
    TooLong,
    NullCharacter,
    LoneSurrogate,
    ControlCharacter, ///< C0 and C1 controls, line and paragraph separators.
    BidiControl,      ///< Embeddings, overrides, isolates and marks that reorder what is around them (UAX #9).
    NotUtf8,          ///< Only from decodeUtf8().
};

/// A title or a name: one line, no controls, no bidirectional controls, at most `maximum` UTF-16 code units. The
/// zero-width non-joiner is allowed: Persian is written with it.
[[nodiscard]] TextFault checkLine(QStringView text, qsizetype maximum);
/// A body: may have line breaks and tabs, at most `maximumBytes` of UTF-8; bidirectional controls are allowed, since
/// whoever shows a body isolates it.
[[nodiscard]] TextFault checkBody(QStringView text, qsizetype maximumBytes = limits::BodyBytes);
/// An absolute https address with a host and no user name or password in it; http too if `allowHttp`.
/// Returns what is wrong, in a sentence, or nothing.
[[nodiscard]] std::optional<Sentence> urlFault(const QString &url, bool allowHttp = false);

/// Bytes from outside as text; nothing if they are not well-formed UTF-8 (RFC 3629).
[[nodiscard]] std::optional<QString> decodeUtf8(QByteArrayView bytes);

/// "is too long", "has a control character in it": to follow the name of a field in a sentence. English: for logs,
/// protocol errors and the command line.
[[nodiscard]] QString describe(TextFault fault);

} // namespace jarchi
