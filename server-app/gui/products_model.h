// SPDX-License-Identifier: MIT
#pragma once

#include "store/product_repository.h"

#include <QAbstractTableModel>
#include <QCache>
#include <QSet>
#include <QTimer>

#include <optional>

namespace jarchi::gui {

class ServerControl;

/// The products that match what was searched for, newest first. It knows all their ids (a hundred thousand are less
/// than a megabyte), so scrolling is exact; rows are read when they come into sight, and a bounded number is kept.
/// Main thread; asks on the reading connection.
class ProductsModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Name, Category, Price, Added, Delivered, ColumnCount };

    /// `server` outlives this.
    explicit ProductsModel(ServerControl &server, QObject *parent = nullptr);

    void search(const QString &text);
    /// Looks again; rows that stay keep their place.
    void refresh();
    /// Nothing while the row is still being read.
    [[nodiscard]] std::optional<catalog::StoredProduct> product(int row) const;
    [[nodiscard]] catalog::ProductId idAt(int row) const { return m_ids.at(row); }
    [[nodiscard]] int rowOf(catalog::ProductId id) const;
    /// Whether the last search has been answered.
    [[nodiscard]] bool isReady() const { return m_isReady; }
    [[nodiscard]] const QString &searchText() const { return m_text; }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

Q_SIGNALS:
    void searched();
    void failed(const QString &message);

private:
    static constexpr int KeptRows = 4096;
    static constexpr qsizetype RowsTogether = 200;

    void setIds(const QList<catalog::ProductId> &ids);
    void readMissing();
    void readRows(const QList<catalog::ProductId> &ids);
    void takeRows(const QList<store::ProductRow> &rows);
    [[nodiscard]] QString text(const store::ProductRow &row, int column) const;

    ServerControl &m_server;
    QString m_text;
    QList<catalog::ProductId> m_ids;
    struct Kept
    {
        store::ProductRow row;
        int asked = 0; ///< The search after which it was read: an older row is shown, and read again.
    };

    mutable QCache<catalog::ProductId, Kept> m_rows{KeptRows};
    mutable QSet<catalog::ProductId> m_missing; ///< Asked for by the view, and not read yet.
    mutable QTimer m_readDelay;
    int m_asked = 0;
    bool m_isReady = false;
};

} // namespace jarchi::gui
