// SPDX-License-Identifier: MIT
// Any bytes may come as a line from a client. What is understood must come out the same when it is encoded and read
// again.
#include "protocol/codec.h"

#include <cstdlib>

using namespace jarchi::protocol;

extern "C" int LLVMFuzzerTestOneInput(const unsigned char *data, std::size_t size)
{
    const auto first = decodeFromClient(QByteArrayView(data, static_cast<qsizetype>(size)));
    if (!first)
        return 0;
    const auto second = decodeFromClient(encode(first->message, first->ref));
    if (!second || *second != *first)
        std::abort();
    return 0;
}
