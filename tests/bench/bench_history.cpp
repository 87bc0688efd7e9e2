// SPDX-License-Identifier: MIT
// Whether a poll and a login's catch-up cost more when there is a long history behind them.
#include "benchmark.h"
#include "delivery/feed.h"
#include "shop.h"
#include "sqlite_program.h"
#include "store/product_repository.h"

using namespace jarchi;
using namespace jarchi::bench;
using namespace Qt::StringLiterals;

namespace {

// The accounts that addAccounts() makes, in order.
constexpr people::AccountId Online = 1;    ///< Live while polls are measured.
constexpr people::AccountId Returning = 2; ///< Has had everything, and its floor says so.
constexpr people::AccountId FirstStayed =
    3; ///< It and those after it were there all the time: Feed::acknowledged() left their floors a little behind.
constexpr int Accounts = 100;
/// A quarter of these concern everybody: fewer than the acknowledgements after which the floor is raised.
constexpr int BehindFloor = 1000;
constexpr int Lacking = 10; ///< Made while everybody was away.
constexpr int PageRows = 64;

/// One in four of `count` notifications is of the category that everybody is interested in.
void makeHistory(const QString &path, int count)
{
    SqliteProgram sqlite(path);
    const QByteArray last = QByteArray::number(count);
    sqlite.execute("PRAGMA synchronous=OFF;\n"
                   "INSERT INTO category (name, folded_name) VALUES ('Books', 'books'), ('Garden', 'garden'), "
                   "('Laptops', 'laptops');\n"
                   "INSERT INTO product (name, category_id, price_minor, currency, url, description, created_at, "
                   "search_text)\n"
                   "WITH RECURSIVE number (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM number WHERE n < " +
                   last +
                   ")\n"
                   "SELECT 'Fairphone ' || n, 1 + n % 4, 59900, 'EUR', 'https://shop.example/products/' || n, "
                   "'Repairable, with updates for years and a battery that comes out.', '2026-11-22T09:00:00Z', "
                   "'fairphone ' || n || ' repairable, with updates for years and a battery that comes out.' FROM "
                   "number;\n"
                   "UPDATE account SET floor = " +
                   last + ";\nUPDATE account SET floor = floor - " + QByteArray::number(std::min(count, BehindFloor)) +
                   " WHERE id >= 3;\n"
                   "INSERT INTO visited (account_id, notification_id, visited_at) "
                   "SELECT account.id, notification.id, '2026-11-22T10:00:00Z' FROM notification, account "
                   "WHERE notification.category_id = 1 AND (account.id <= 3 OR notification.id > " +
                   QByteArray::number(count - BehindFloor) + ");\n");
}

/// A server's store and feed on a database with so much history.
class History
{
public:
    History(const QString &path, int count)
    {
        addAccounts(*openStore(path), Accounts);
        makeHistory(path, count);
        m_store = openStore(path);
        addProducts(Lacking);
        valueOf(m_feed.start(*m_store));
    }

    /// Milliseconds for what the store does when this account logs in.
    double logIn(people::AccountId account)
    {
        const Stopwatch watch;
        const qint64 pending = valueOf(m_store->notifications().countLacking(account, m_feed.cursor()));
        const auto page = valueOf(m_feed.page(*m_store, account, 0, PageRows));
        const double milliseconds = watch.milliseconds();
        if (pending != Lacking || page.notifications.size() != Lacking || !page.live) {
            throw Failed{
                u"The account lacks %1 and got %2, not %3."_s.arg(pending).arg(page.notifications.size()).arg(Lacking)};
        }
        valueOf(m_feed.leave(*m_store, account));
        return milliseconds;
    }

    void goOnline() { static_cast<void>(valueOf(m_feed.page(*m_store, Online, 0, PageRows))); }

    /// Milliseconds for the poll that finds one new product.
    double poll()
    {
        addProducts(1);
        const Stopwatch watch;
        const auto found = valueOf(m_feed.poll(*m_store));
        const double milliseconds = watch.milliseconds();
        if (found.publications->size() != 1 || found.publications->front().recipients.size() != 1) {
            throw Failed{u"The poll did not find the product."_s};
        }
        return milliseconds;
    }

    /// Milliseconds for a poll that finds nothing.
    double idlePoll()
    {
        const Stopwatch watch;
        static_cast<void>(valueOf(m_feed.poll(*m_store)));
        return watch.milliseconds();
    }

private:
    void addProducts(int count)
    {
        valueOf(m_store->write([&]() -> Result<void> {
            for (int i = 0; i < count; ++i) {
                if (const auto added = m_store->products().add(product(++m_number)); !added) {
                    return tl::unexpected(added.error());
                }
            }
            return {};
        }));
    }

    std::unique_ptr<store::Store> m_store;
    delivery::Feed m_feed;
    int m_number = 0;
};

struct Pair
{
    Samples small;
    Samples large;
};

template <typename Measure>
Pair byTurns(int rounds, History &small, History &large, const Measure &measure)
{
    Pair pair;
    for (int round = 0; round < rounds; ++round) {
        pair.large.add(measure(large));
        pair.small.add(measure(small));
    }
    return pair;
}

void addRow(Table &table, const QString &what, const Pair &pair)
{
    table.add(what, pair.large.median() * 1000, pair.small.median() * 1000, u"us"_s);
}

void benchmark(const Options &options)
{
    const Scratch scratch;
    History small(scratch.path(u"small.sqlite"_s), options.size(1000, 100));
    History large(scratch.path(u"large.sqlite"_s), options.size(1'000'000, 1000));
    const int rounds = options.size(2000, 5);

    // Each account once: a login raises the floor.
    Pair stayed;
    for (people::AccountId account = FirstStayed; account <= Accounts; ++account) {
        stayed.large.add(large.logIn(account));
        stayed.small.add(small.logIn(account));
    }
    const auto login = byTurns(rounds, small, large, [](History &history) { return history.logIn(Returning); });
    small.goOnline();
    large.goOnline();
    const auto poll = byTurns(rounds, small, large, [](History &history) { return history.poll(); });
    const auto idle = byTurns(rounds, small, large, [](History &history) { return history.idlePoll(); });

    Table table(u"With 1,000,000 notifications of history; peer: with 1,000"_s);
    addRow(table, u"a poll that finds one new product"_s, poll);
    addRow(table, u"a poll that finds nothing"_s, idle);
    addRow(table, u"a login that lacks 10"_s, login);
    addRow(table, u"the first login after one session through all of it"_s, stayed);
    table.print();
}

} // namespace

int main(int argc, char **argv)
{
    return run(argc, argv, benchmark);
}
