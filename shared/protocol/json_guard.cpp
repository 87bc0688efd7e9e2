// SPDX-License-Identifier: MIT
#include "protocol/json_guard.h"

#include <algorithm>

namespace jarchi::protocol {

int nestingDepth(QByteArrayView json, int enough)
{
    int depth = 0;
    int deepest = 0;
    bool inString = false;
    for (qsizetype i = 0; i < json.size() && deepest < enough; ++i) {
        switch (json[i]) {
        case '"':
            inString = !inString;
            break;
        case '\\':
            if (inString)
                ++i; // Whatever is escaped, a quotation mark above all, does not end the string.
            break;
        case '{':
        case '[':
            if (!inString)
                deepest = std::max(deepest, ++depth);
            break;
        case '}':
        case ']':
            if (!inString)
                --depth;
            break;
        default:
            break;
        }
    }
    return deepest;
}

} // namespace jarchi::protocol
