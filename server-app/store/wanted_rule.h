// SPDX-License-Identifier: MIT
#pragma once

#include "base/error.h"

#include <QString>

namespace jarchi::database {
class Connection;
}

namespace jarchi::store {

/// A statement that asks the matching rule of what is not stored: `<name>.sql` with the text of the view `wanted`, as
/// the database has it, in the place of its %1. The statement's own WITH says what stands in for the tables. In the
/// connection's thread.
[[nodiscard]] Result<QString> aroundRule(const database::Connection &connection, const QString &name);

} // namespace jarchi::store
