// SPDX-License-Identifier: MIT
#pragma once

#include <QtGlobal>

namespace jarchi::net {

/// Raises this process's limit of open files as far as it may without privileges, and returns it. Where there is
/// no such limit, a large number.
[[nodiscard]] int raiseDescriptorLimit();

/// Closes a socket that no object has taken over.
void closeDescriptor(qintptr descriptor);

} // namespace jarchi::net
