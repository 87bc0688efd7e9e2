// SPDX-License-Identifier: MIT
// What a window asks that shows a hundred thousand products: as one types, and as one scrolls.
#include "benchmark.h"
#include "shop.h"
#include "sqlite_program.h"
#include "store/interest_preview.h"
#include "store/notification_repository.h"
#include "store/product_repository.h"
#include "store/reach_preview.h"

using namespace jarchi;
using namespace jarchi::bench;
using namespace Qt::StringLiterals;

namespace {

constexpr int PageRows = 100;

/// A hundredth of the products are of each category, and their texts are 400 bytes long.
void makeProducts(const QString &path, int count)
{
    SqliteProgram sqlite(path);
    sqlite.execute("PRAGMA synchronous=OFF;\n"
                   "WITH RECURSIVE number (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM number WHERE n < 100)\n"
                   "INSERT INTO category (name, folded_name) SELECT 'Aisle ' || n, 'aisle ' || n FROM number;\n"
                   "WITH RECURSIVE number (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM number WHERE n < " +
                   QByteArray::number(count) +
                   ")\n"
                   "INSERT INTO product (name, category_id, price_minor, currency, description, search_text)\n"
                   "SELECT name, category, 59900, 'EUR', description, lower(name || ' ' || description) FROM (\n"
                   "SELECT 'Fairphone ' || n AS name, (SELECT MIN(id) FROM category WHERE name LIKE 'Aisle %') + n % "
                   "100 AS category, 'گوشی هوشمند. ' || replace(hex(zeroblob(5)), '00', 'Repairable, with updates for "
                   "years and a battery that comes out in a minute. ') || (n % 1000) AS description FROM number);\n");
}

/// `count` interests, of `categories` by turns.
QList<people::Interest> interests(int count, int categories, const QString &keyword)
{
    QList<people::Interest> all;
    for (int i = 0; i < count; ++i) {
        const QString number = QString::number(1 + i % categories);
        all.append({0, u"Aisle %1"_s.arg(number), keyword.isEmpty() ? keyword : keyword + QString::number(i), {}});
    }
    return all;
}

/// Milliseconds of the median of so many calls.
template <typename Ask>
double measure(int rounds, const Ask &ask)
{
    Samples samples;
    for (int round = 0; round < rounds; ++round) {
        const Stopwatch watch;
        ask();
        samples.add(watch.milliseconds());
    }
    return samples.median();
}

void benchmark(const Options &options)
{
    const Scratch scratch;
    const QString path = scratch.path(u"jarchi.sqlite"_s);
    const int rounds = options.size(21, 1);
    addAccounts(*openStore(path), options.size(10'000, 10));
    makeProducts(path, options.size(100'000, 200));
    const auto store = openStore(path);
    auto &products = store->products();

    Table table(u"100,000 products, 10,000 accounts"_s);
    for (const QString &text : {u""_s, u"f"_s, u"fairphone"_s, u"battery گوشي 777"_s, u"aisle 42"_s, u"nowhere"_s,
                                u"nothing of these words"_s}) {
        table.add(u"search: “%1” finds %2"_s.arg(text).arg(valueOf(products.search(text)).size()),
                  measure(rounds, [&] { return valueOf(products.search(text)); }), u"ms"_s);
    }
    const auto page = valueOf(products.search({})).mid(PageRows, PageRows);
    table.add(u"a page of %1 rows"_s.arg(PageRows), measure(rounds, [&] { return valueOf(products.rows(page)); }),
              u"ms"_s);
    table.add(u"how many there are"_s, measure(rounds, [&] { return valueOf(products.count()); }), u"ms"_s);
    table.add(u"whom one more would reach"_s,
              measure(rounds,
                      [&] {
                          return valueOf(store->reach().of(product(1), {1, 2, 3}));
                      }),
              u"ms"_s);
    const auto newest = valueOf(store->notifications().newestId());
    table.add(u"how far a notification has come"_s,
              measure(rounds, [&] { return valueOf(store->notifications().delivery(newest)); }), u"ms"_s);
    for (const auto &[words, asked] : {std::pair(u"4 interests"_s, interests(4, 100, {})),
                                       {u"one in each category"_s, interests(100, 100, {})},
                                       {u"200 keywords in one category"_s, interests(200, 1, u"nowhere "_s)}}) {
        table.add(u"preview: %1 would have brought %2"_s.arg(words).arg(
                      valueOf(store->interestPreview().of(asked, 30, 20)).total),
                  measure(rounds, [&, &each = asked] { return valueOf(store->interestPreview().of(each, 30, 20)); }),
                  u"ms"_s);
    }
    table.print();
}

} // namespace

int main(int argc, char **argv)
{
    return run(argc, argv, benchmark);
}
