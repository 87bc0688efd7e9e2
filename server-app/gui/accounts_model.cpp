// SPDX-License-Identifier: MIT
#include "gui/accounts_model.h"

#include "gui/server_control.h"
#include "store/notification_repository.h"
#include "widgets/format.h"

#include <QLocale>

#include <algorithm>
#include <iterator>

namespace jarchi::gui {

using namespace Qt::StringLiterals;
using namespace widgets;

namespace {

bool sameAccounts(const QList<store::AccountOverview> &left, const QList<store::AccountOverview> &right)
{
    return std::equal(left.cbegin(), left.cend(), right.cbegin(), right.cend(),
                      [](const store::AccountOverview &one, const store::AccountOverview &other) {
                          return one.account.id == other.account.id;
                      });
}

QString joined(const QStringList &categories)
{
    QStringList each;
    std::transform(categories.cbegin(), categories.cend(), std::back_inserter(each), isolated);
    return QLocale().createSeparatedList(each);
}

} // namespace

AccountsModel::AccountsModel(ServerControl &server, QObject *parent)
    : QAbstractTableModel(parent)
    , m_server(server)
    , m_countDelay(this)
{
    m_countDelay.setSingleShot(true);
    m_countDelay.setInterval(0);
    connect(&m_countDelay, &QTimer::timeout, this, &AccountsModel::countMissing);
}

void AccountsModel::search(const QString &text)
{
    m_text = text;
    refresh();
}

void AccountsModel::refresh()
{
    if (!m_server.isOpen()) {
        return;
    }
    m_server.reader().read(
        this, [text = m_text](store::Store &store) { return store.accounts().overview(text); },
        [this, asked = ++m_asked](const Result<QList<store::AccountOverview>> &accounts) {
            if (asked != m_asked) {
                return;
            }
            if (!accounts) {
                Q_EMIT failed(accounts.error());
                return;
            }
            m_isReady = true;
            setAccounts(*accounts);
            Q_EMIT searched();
        });
}

int AccountsModel::rowOf(people::AccountId account) const
{
    const auto found =
        std::find_if(m_accounts.cbegin(), m_accounts.cend(),
                     [account](const store::AccountOverview &overview) { return overview.account.id == account; });
    return found == m_accounts.cend() ? -1 : static_cast<int>(found - m_accounts.cbegin());
}

int AccountsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_accounts.size());
}

int AccountsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant AccountsModel::data(const QModelIndex &index, int role) const
{
    if (role == Qt::DisplayRole) {
        return text(index.row(), index.column());
    }
    if (role == Qt::TextAlignmentRole && index.column() == Unvisited) {
        return QVariant::fromValue(Qt::AlignTrailing | Qt::AlignVCenter);
    }
    return {};
}

QVariant AccountsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal) {
        return {};
    }
    if (role == Qt::TextAlignmentRole) {
        return QVariant::fromValue((section == Unvisited ? Qt::AlignTrailing : Qt::AlignLeading) | Qt::AlignVCenter);
    }
    if (role != Qt::DisplayRole) {
        return {};
    }
    switch (section) {
    case Name:
        return tr("Name");
    case Interests:
        return tr("Interested in");
    case LastSeen:
        return tr("Last here");
    case Unvisited:
        return tr("Not visited");
    default:
        return {};
    }
}

void AccountsModel::setAccounts(const QList<store::AccountOverview> &accounts)
{
    const auto online = m_server.onlineAccounts();
    m_online = QSet<people::AccountId>(online.cbegin(), online.cend());
    if (sameAccounts(m_accounts, accounts)) {
        m_accounts = accounts;
        if (!m_accounts.isEmpty()) {
            Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
        }
        return;
    }
    beginResetModel();
    m_accounts = accounts;
    endResetModel();
}

void AccountsModel::countMissing()
{
    const QList<people::AccountId> accounts(m_missing.cbegin(), m_missing.cend());
    m_missing.clear();
    using Counts = QHash<people::AccountId, qint64>;
    m_server.reader().read(
        this,
        [accounts](store::Store &store) {
            Counts counts;
            const auto newest = store.notifications().newestId();
            for (const people::AccountId account : newest ? accounts : QList<people::AccountId>()) {
                if (const auto count = store.notifications().countLacking(account, *newest)) {
                    counts.insert(account, *count);
                }
            }
            return counts;
        },
        [this, asked = m_asked](const Counts &counts) {
            for (auto count = counts.cbegin(); count != counts.cend(); ++count) {
                m_counts.insert(count.key(), {count.value(), asked});
            }
            if (!m_accounts.isEmpty()) {
                Q_EMIT dataChanged(index(0, Unvisited), index(rowCount() - 1, Unvisited));
            }
        });
}

QVariant AccountsModel::text(int row, int column) const
{
    const auto &[account, interests] = m_accounts.at(row);
    switch (column) {
    case Name:
        return account.displayName == account.name ? account.name
                                                   : tr("%1 (%2)").arg(account.displayName, account.name);
    case Interests:
        return interests.isEmpty() ? tr("nothing yet") : joined(interests);
    case LastSeen:
        if (m_online.contains(account.id)) {
            return tr("here now");
        }
        return account.lastSeenAt.isValid() ? shortTime(account.lastSeenAt) : tr("never");
    case Unvisited:
        break;
    default:
        return {};
    }
    const auto count = m_counts.constFind(account.id);
    if (count == m_counts.cend() || count->asked != m_asked) {
        m_missing.insert(account.id);
        m_countDelay.start();
    }
    return count == m_counts.cend() ? QVariant() : number(count->unvisited);
}

} // namespace jarchi::gui
