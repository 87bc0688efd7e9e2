// SPDX-License-Identifier: MIT
// Any bytes may come as a line from a server. What is understood must come out the same when it is encoded and read
// again, but for fractions of a second, which are read and not written.
#include "protocol/codec.h"

#include <cstdlib>

using namespace jarchi::protocol;

extern "C" int LLVMFuzzerTestOneInput(const unsigned char *data, std::size_t size)
{
    const auto first = decodeFromServer(QByteArrayView(data, static_cast<qsizetype>(size)));
    if (!first)
        return 0;
    const QByteArray line = encode(first->message, first->ref);
    const auto second = decodeFromServer(line);
    if (!second || encode(second->message, second->ref) != line)
        std::abort();
    return 0;
}
