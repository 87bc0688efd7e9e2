// SPDX-License-Identifier: MIT
// How many products a second the server puts on stable storage, beside the sqlite3 program inserting the same rows.
#include "base/clock.h"
#include "benchmark.h"
#include "engine/engine.h"
#include "shop.h"
#include "sqlite_program.h"

using namespace jarchi;
using namespace jarchi::bench;
using namespace Qt::StringLiterals;

namespace {

constexpr int Parallel = 16;

/// Adds products to a running server, so many at a time.
class Publisher
{
public:
    explicit Publisher(engine::Engine &engine)
        : m_engine(engine)
    {
    }

    /// Rows a second.
    double publish(int rows, int outstanding)
    {
        m_toAdd = rows;
        m_toHear = rows;
        const Stopwatch watch;
        for (int i = 0; i < outstanding; ++i) {
            addNext();
        }
        waitUntil([this] { return m_toHear == 0 || m_refused; });
        if (m_refused) {
            throw Failed{u"A product was refused."_s};
        }
        return rows / watch.seconds();
    }

private:
    void addNext()
    {
        if (m_toAdd == 0) {
            return;
        }
        --m_toAdd;
        m_engine.addProduct(product(++m_number), &m_engine, [this](const Result<store::ProductAdded> &added) {
            m_refused = m_refused || !added;
            --m_toHear;
            addNext();
        });
    }

    engine::Engine &m_engine;
    int m_number = 0;
    int m_toAdd = 0;
    int m_toHear = 0;
    bool m_refused = false;
};

/// Rows a second, `together` of them in a transaction.
double insert(SqliteProgram &sqlite, int rows, int together)
{
    QByteArray script;
    for (int row = 0; row < rows; row += together) {
        script += "BEGIN IMMEDIATE;\n";
        for (int i = row; i < std::min(rows, row + together); ++i) {
            script += insertStatement(i);
        }
        script += "COMMIT;\n";
    }
    const Stopwatch watch;
    sqlite.execute(script);
    return rows / watch.seconds();
}

void benchmark(const Options &options)
{
    const int rounds = options.size(9, 1);
    const int rows = options.size(1000, 32);
    const Scratch scratch;
    for (const QString &name : {u"server.sqlite"_s, u"peer.sqlite"_s}) {
        addAccounts(*openStore(scratch.path(name)), 1);
    }
    const SystemClock clock;
    engine::Engine engine(clock);
    static_cast<void>(valueOf(engine.start(serverConfig(scratch.path(u"server.sqlite"_s)))));
    Publisher publisher(engine);
    SqliteProgram sqlite(scratch.path(u"peer.sqlite"_s));

    Samples oneByOne;
    Samples parallel;
    Samples sqliteOneByOne;
    Samples sqliteTogether;
    for (int round = 0; round < rounds; ++round) {
        oneByOne.add(publisher.publish(rows, 1));
        sqliteOneByOne.add(insert(sqlite, rows, 1));
        parallel.add(publisher.publish(rows, Parallel));
        sqliteTogether.add(insert(sqlite, rows, Parallel));
    }
    Table table(u"Publishing durable products; peer: the sqlite3 program"_s);
    table.add(u"one after the other; peer: a transaction each"_s, oneByOne.median(), sqliteOneByOne.median(),
              u"rows/s"_s);
    table.add(u"16 in parallel; peer: a transaction each"_s, parallel.median(), sqliteOneByOne.median(), u"rows/s"_s);
    table.add(u"16 in parallel; peer: 16 in a transaction"_s, parallel.median(), sqliteTogether.median(), u"rows/s"_s);
    table.print();
}

} // namespace

int main(int argc, char **argv)
{
    return run(argc, argv, benchmark);
}
