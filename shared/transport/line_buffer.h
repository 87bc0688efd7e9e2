// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <optional>

namespace jarchi::transport {

/// Cuts a stream of bytes into lines without ever holding more than one line's limit. Not thread-safe; owned by the
/// LineSocket whose bytes it cuts.
///
/// A line that grows beyond the limit is reported once, as soon as that is certain, and the rest of it is thrown away
/// as it arrives, up to its line feed.
class LineBuffer
{
public:
    struct Line
    {
        QByteArray bytes; ///< Without the line feed, and without a carriage return before it. Empty if `tooLong`.
        bool tooLong = false;

        friend bool operator==(const Line &, const Line &) = default;
    };

    /// `maximum`: bytes of a line, its line feed included.
    explicit LineBuffer(qsizetype maximum);

    /// For the lines from now on. What is buffered already is judged by the new limit.
    void setMaximum(qsizetype maximum);

    /// How many bytes append() takes now without holding more than the limit; at least 1 after next() returned nothing.
    [[nodiscard]] qsizetype room() const;
    /// Takes at most room() bytes: more is a programming error.
    void append(QByteArrayView bytes);
    /// The next complete line, or the news that one is too long; nothing when more bytes are needed.
    [[nodiscard]] std::optional<Line> next();
    /// Bytes of an unfinished line are waiting (or being thrown away).
    [[nodiscard]] bool isMidLine() const;
    /// The rest of a line that was too long is being thrown away.
    [[nodiscard]] bool isDiscarding() const;

private:
    Line takeLine(qsizetype length);
    void drop(qsizetype count);

    QByteArray m_bytes;
    qsizetype m_maximum;
    qsizetype m_searched = 0; ///< Bytes of m_bytes known to have no line feed, so a slow line costs no second look.
    bool m_discarding = false;
};

} // namespace jarchi::transport
