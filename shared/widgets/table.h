// SPDX-License-Identifier: MIT
#pragma once

#include <QTableView>

namespace jarchi::widgets {

/// A table as every page of a window has it: rows without a grid, as high as a finger needs, one click selects the
/// row, columns that the user sizes and that are remembered.
class Table : public QTableView
{
    Q_OBJECT

public:
    explicit Table(QWidget *parent = nullptr);

    /// Widths in average characters, one for each column; `stretched` takes what is left.
    void setColumns(const QList<int> &characters, int stretched);
    /// The header's state, for the settings.
    [[nodiscard]] QByteArray columnState() const;
    void restoreColumns(const QByteArray &state);
    /// The selected rows, rising.
    [[nodiscard]] QList<int> selectedRows() const;

Q_SIGNALS:
    void rowActivated(int row);
    /// The Delete key.
    void removalRequested();

protected:
    void keyPressEvent(QKeyEvent *event) override;
};

} // namespace jarchi::widgets
