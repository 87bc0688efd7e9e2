// SPDX-License-Identifier: MIT
#pragma once

#include "exchange/product_import.h"

#include <QList>
#include <QTemporaryFile>

namespace jarchi::gui {

/// Every row that an import refused, and why, as a CSV table of lines and reasons. It grows in a temporary file and not
/// in memory, since there may be millions. Main thread; owned by the import's dialog.
class RefusalReport
{
public:
    /// What cannot be written is told by saveTo().
    void add(const QList<exchange::RefusedRow> &rows);
    /// In the place of what was there. `path` is not the report's own.
    [[nodiscard]] Result<void> saveTo(const QString &path);

private:
    QTemporaryFile m_file;
    QString m_fault;
};

} // namespace jarchi::gui
