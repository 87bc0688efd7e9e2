// SPDX-License-Identifier: MIT
#pragma once

#include "store/account_repository.h"

#include <QAbstractTableModel>
#include <QHash>
#include <QSet>
#include <QTimer>

namespace jarchi::gui {

class ServerControl;

/// The accounts that match what was searched for, by name, and how many notifications each has not visited: counted for
/// those that come into sight. Main thread; asks on the reading connection.
class AccountsModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Name, Interests, LastSeen, Unvisited, ColumnCount };

    /// `server` outlives this.
    explicit AccountsModel(ServerControl &server, QObject *parent = nullptr);

    void search(const QString &text);
    void refresh();
    [[nodiscard]] const store::AccountOverview &overview(int row) const { return m_accounts.at(row); }
    /// -1: not among those found.
    [[nodiscard]] int rowOf(people::AccountId account) const;
    [[nodiscard]] bool isReady() const { return m_isReady; }
    [[nodiscard]] const QString &searchText() const { return m_text; }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

Q_SIGNALS:
    void searched();
    void failed(const jarchi::Error &error);

private:
    void setAccounts(const QList<store::AccountOverview> &accounts);
    void countMissing();
    [[nodiscard]] QVariant text(int row, int column) const;

    struct Count
    {
        qint64 unvisited = 0;
        int asked = 0; ///< The search after which it was counted.
    };

    ServerControl &m_server;
    QString m_text;
    QList<store::AccountOverview> m_accounts;
    QSet<people::AccountId> m_online;
    QHash<people::AccountId, Count> m_counts;
    mutable QSet<people::AccountId> m_missing;
    mutable QTimer m_countDelay;
    int m_asked = 0;
    bool m_isReady = false;
};

} // namespace jarchi::gui
