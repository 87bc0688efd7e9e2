// SPDX-License-Identifier: MIT
// How many acknowledgements a second become durable, one at a time and many together, beside the sqlite3 program with
// as many in a transaction.
#include "base/clock.h"
#include "benchmark.h"
#include "shop.h"
#include "sqlite_program.h"
#include "store/product_repository.h"
#include "store/store_thread.h"
#include "store/visited_repository.h"

#include <QCoreApplication>

#include <atomic>
#include <cmath>

using namespace jarchi;
using namespace jarchi::bench;
using namespace Qt::StringLiterals;

namespace {

constexpr people::AccountId Account = 1;

/// A database with products 1 to `count`, none of them visited.
void fill(const QString &path, int count)
{
    const auto store = openStore(path);
    addAccounts(*store, 1);
    valueOf(store->write([&]() -> Result<void> {
        for (int number = 1; number <= count; ++number) {
            if (const auto added = store->products().add(product(number)); !added) {
                return tl::unexpected(added.error());
            }
        }
        return {};
    }));
}

struct Recorded
{
    double rate = 0;     ///< Rows a second.
    double together = 0; ///< Rows in a transaction, on the average.
};

/// Acknowledges one notification after the other, so many at a time.
class Acknowledger : public QObject
{
public:
    explicit Acknowledger(store::StoreThread &storeThread)
        : m_storeThread(storeThread)
    {
        connect(
            &storeThread, &store::StoreThread::committed, this, [this] { ++m_commits; }, Qt::DirectConnection);
    }

    Recorded record(int rows, int outstanding)
    {
        m_toRecord = rows;
        m_toHear = rows;
        m_commits = 0;
        const Stopwatch watch;
        for (int i = 0; i < outstanding; ++i) {
            recordNext();
        }
        waitUntil([this] { return m_toHear == 0 || m_failed; });
        if (m_failed) {
            throw Failed{u"An acknowledgement was not recorded."_s};
        }
        return {rows / watch.seconds(), static_cast<double>(rows) / std::max(1, m_commits.load())};
    }

private:
    void recordNext()
    {
        if (m_toRecord == 0) {
            return;
        }
        --m_toRecord;
        const protocol::NotificationId id = ++m_lastId;
        m_storeThread.write(
            this, [id](store::Store &store) { return store.visited().record(Account, {id}); },
            [this](const Result<void> &recorded) {
                m_failed = m_failed || !recorded;
                --m_toHear;
                recordNext();
            });
    }

    store::StoreThread &m_storeThread;
    protocol::NotificationId m_lastId = 0;
    int m_toRecord = 0;
    int m_toHear = 0;
    bool m_failed = false;
    std::atomic<int> m_commits = 0; ///< Counted in the store's thread.
};

/// The same by the sqlite3 program: from `first` on, `together` in a transaction. Rows a second.
double insert(SqliteProgram &sqlite, protocol::NotificationId first, int rows, int together)
{
    QByteArray script;
    for (int row = 0; row < rows; row += together) {
        script += "BEGIN IMMEDIATE;\n";
        for (int i = row; i < std::min(rows, row + together); ++i) {
            script += "INSERT OR IGNORE INTO visited (account_id, notification_id, visited_at) SELECT account.id, "
                      "notification.id, '2026-11-22T09:00:00Z' FROM notification, account WHERE notification.id = " +
                      QByteArray::number(first + i) + " AND account.id = 1;\n";
        }
        script += "COMMIT;\n";
    }
    const Stopwatch watch;
    sqlite.execute(script);
    return rows / watch.seconds();
}

void benchmark(const Options &options)
{
    const int rounds = options.size(7, 1);
    const int rows = options.size(2000, 32);
    const int outstanding[] = {1, 25, 500};
    const int notifications = rounds * rows * 3;
    const Scratch scratch;
    fill(scratch.path(u"server.sqlite"_s), notifications);
    fill(scratch.path(u"peer.sqlite"_s), notifications);

    const SystemClock clock;
    store::StoreThread storeThread;
    valueOf(storeThread.open({scratch.path(u"server.sqlite"_s), true, true}, clock));
    Acknowledger acknowledger(storeThread);
    SqliteProgram sqlite(scratch.path(u"peer.sqlite"_s));

    Samples rates[3];
    Samples together[3];
    Samples peers[3];
    protocol::NotificationId first = 1;
    for (int round = 0; round < rounds; ++round) {
        for (int kind = 0; kind < 3; ++kind) {
            const Recorded recorded = acknowledger.record(rows, outstanding[kind]);
            rates[kind].add(recorded.rate);
            together[kind].add(recorded.together);
            peers[kind].add(insert(sqlite, first, rows, std::max(1, static_cast<int>(std::lround(recorded.together)))));
            first += rows;
        }
    }
    Table table(u"Recording acknowledgements; peer: the sqlite3 program, as many in a transaction"_s);
    for (int kind = 0; kind < 3; ++kind) {
        table.add(
            u"%1 outstanding (%2 in a transaction)"_s.arg(outstanding[kind]).arg(together[kind].median(), 0, 'f', 0),
            rates[kind].median(), peers[kind].median(), u"rows/s"_s);
    }
    table.print();
}

} // namespace

int main(int argc, char **argv)
{
    return run(argc, argv, benchmark);
}
