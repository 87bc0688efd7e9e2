// SPDX-License-Identifier: MIT
#pragma once

#include <QtGlobal>

namespace jarchi::bench {

/// What a running process has of the computer, and has had since its start; read from /proc.
struct ProcessUse
{
    double resident = 0;     ///< KiB
    double proportional = 0; ///< KiB: pages that several processes have count in parts.
    double processor = 0;    ///< ms
    double wakeUps = 0;      ///< How often one of its threads had waited for something.
};

/// Throws Failed when there is no such process.
[[nodiscard]] ProcessUse useOf(qint64 process);

} // namespace jarchi::bench
