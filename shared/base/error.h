// SPDX-License-Identifier: MIT
#pragma once

#include "base/sentence.h"

#include <QString>

#include <tl/expected.hpp>

namespace jarchi {

/// Why something was not done, for a caller to act on and for a person to read. A value; any thread.
struct Error
{
    /// What the caller can do next, not what went wrong inside.
    enum class Kind {
        WrongUsage,  ///< What was typed on a command line makes no sense. Show what would.
        Refused,     ///< The input is wrong; the same input is wrong tomorrow. Tell the person.
        NotFound,    ///< What was named does not exist.
        Conflict,    ///< It exists already, or somebody else changed it.
        Unavailable, ///< Not now (locked, full, busy); trying again may help.
        Broken,      ///< The storage or the program is at fault; somebody has to look.
    };

    Error() = default;
    Error(Kind itsKind, const Sentence &sentence)
        : kind(itsKind)
        , message(sentence.translated())
        , english(sentence.english())
    {
    }

    Kind kind = Kind::Refused;
    /// One sentence without a trailing line break: what happened, where, and what to do about it. In the reader's
    /// language.
    QString message;
    /// The same for a log.
    QString english;

    /// For a longer sentence that it is a part of.
    [[nodiscard]] Sentence sentence() const { return {message, english}; }

    friend bool operator==(const Error &, const Error &) = default;
};

/// A value, or the reason there is none.
template <typename T>
using Result = tl::expected<T, Error>;

/// `return refused(u"…"_s);` from a function that returns a Result.
[[nodiscard]] inline tl::unexpected<Error> failure(Error::Kind kind, const Sentence &sentence)
{
    return tl::unexpected(Error{kind, sentence});
}
[[nodiscard]] inline tl::unexpected<Error> refused(const Sentence &sentence)
{
    return failure(Error::Kind::Refused, sentence);
}

} // namespace jarchi
