// SPDX-License-Identifier: MIT
#include "transport/line_buffer.h"

#include <algorithm>

namespace jarchi::transport {

LineBuffer::LineBuffer(qsizetype maximum)
    : m_maximum(maximum)
{
    Q_ASSERT(maximum > 0);
}

void LineBuffer::setMaximum(qsizetype maximum)
{
    Q_ASSERT(maximum > 0);
    m_maximum = maximum;
}

qsizetype LineBuffer::room() const
{
    return std::max<qsizetype>(0, m_maximum - m_bytes.size());
}

void LineBuffer::append(QByteArrayView bytes)
{
    Q_ASSERT(bytes.size() <= room());
    m_bytes.append(bytes);
}

std::optional<LineBuffer::Line> LineBuffer::next()
{
    qsizetype lineFeed = m_bytes.indexOf('\n', m_searched);
    if (m_discarding && lineFeed >= 0) {
        drop(lineFeed + 1);
        m_discarding = false;
        lineFeed = m_bytes.indexOf('\n');
    }
    if (lineFeed >= 0)
        return takeLine(lineFeed + 1);
    if (m_discarding) {
        drop(m_bytes.size());
        return std::nullopt;
    }
    m_searched = m_bytes.size();
    if (m_bytes.size() < m_maximum)
        return std::nullopt;
    // The limit is reached and the line feed would still come on top.
    drop(m_bytes.size());
    m_discarding = true;
    return Line{{}, true};
}

bool LineBuffer::isMidLine() const
{
    return m_discarding || !m_bytes.isEmpty();
}

bool LineBuffer::isDiscarding() const
{
    return m_discarding;
}

/// `length` counts the line feed.
LineBuffer::Line LineBuffer::takeLine(qsizetype length)
{
    Line line;
    line.tooLong = length > m_maximum;
    if (!line.tooLong) {
        const bool carriageReturn = length > 1 && m_bytes[length - 2] == '\r';
        line.bytes = m_bytes.first(length - (carriageReturn ? 2 : 1));
    }
    drop(length);
    return line;
}

void LineBuffer::drop(qsizetype count)
{
    // QByteArray keeps its memory; ten thousand connections that each sent one long line once must not.
    if (count == m_bytes.size())
        m_bytes = QByteArray();
    else
        m_bytes.remove(0, count);
    m_searched = 0;
}

} // namespace jarchi::transport
