// SPDX-License-Identifier: MIT
// Any stream, in pieces of any size, must give the lines that one look at the whole stream gives. The first two bytes
// choose the limit and the size of the pieces.
#include "transport/line_buffer.h"

#include <QList>

#include <algorithm>
#include <cstdlib>

using jarchi::transport::LineBuffer;

namespace {

QList<LineBuffer::Line> expectedLines(QByteArrayView stream, qsizetype maximum)
{
    QList<LineBuffer::Line> lines;
    while (!stream.isEmpty()) {
        const qsizetype lineFeed = stream.indexOf('\n');
        const qsizetype length = lineFeed < 0 ? stream.size() : lineFeed;
        if (length >= maximum)
            lines.append({{}, true});
        else if (lineFeed >= 0)
            lines.append({stream.first(length > 0 && stream[length - 1] == '\r' ? length - 1 : length).toByteArray()});
        stream = stream.sliced(lineFeed < 0 ? length : length + 1);
    }
    return lines;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const unsigned char *data, std::size_t size)
{
    if (size < 2)
        return 0;
    const qsizetype maximum = data[0] + 1;
    const qsizetype piece = data[1] + 1;
    const QByteArrayView stream(data + 2, static_cast<qsizetype>(size - 2));

    LineBuffer buffer(maximum);
    QList<LineBuffer::Line> lines;
    for (qsizetype sent = 0;;) {
        while (auto line = buffer.next())
            lines.append(*std::move(line));
        const qsizetype count = std::min({piece, buffer.room(), stream.size() - sent});
        if (sent == stream.size())
            break;
        if (count < 1)
            std::abort();
        buffer.append(stream.sliced(sent, count));
        sent += count;
    }
    if (lines != expectedLines(stream, maximum))
        std::abort();
    return 0;
}
