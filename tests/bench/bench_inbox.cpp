// SPDX-License-Identifier: MIT
// What the client's window asks that shows a hundred thousand notifications: as one types, and as one scrolls.
#include "benchmark.h"
#include "inbox/inbox.h"
#include "inbox/inbox_reader.h"
#include "sqlite_program.h"

#include <QCoreApplication>
#include <QEventLoop>

using namespace jarchi;
using namespace jarchi::bench;
using namespace Qt::StringLiterals;

namespace {

constexpr int PageRows = 100;

/// Texts of 450 bytes in two languages, in 100 categories, a minute apart; one in ten is unread.
void fill(inbox::Inbox &inbox, int count)
{
    const QString body =
        u"گوشی هوشمند. "_s + u"Repairable, with updates for years and a battery that comes out. "_s.repeated(6);
    constexpr int Batch = 1000;
    const QDateTime first(QDate(2026, 1, 1), QTime(0, 0), Qt::UTC);
    for (int from = 0; from < count; from += Batch) {
        QList<protocol::Notification> batch;
        for (int number = from; number < std::min(count, from + Batch); ++number) {
            protocol::Notification made;
            made.id = number + 1;
            made.title = u"Fairphone %1"_s.arg(number);
            made.body = body + QString::number(number % 1000);
            made.category = u"Aisle %1"_s.arg(number % 100);
            made.createdAt = first.addSecs(number * 60LL);
            made.visitedAt = number % 10 == 0 ? QDateTime() : made.createdAt;
            batch.append(made);
        }
        valueOf(inbox.storeHistory(u"one"_s, batch));
        static_cast<void>(valueOf(inbox.store(u"one"_s, batch)));
    }
}

/// Asks the reader as a window does, from the question until the answer is there.
class Window
{
public:
    explicit Window(const QString &path)
        : m_reader(path)
    {
    }

    inbox::EntryList list(const inbox::EntryQuery &query)
    {
        return wait<inbox::EntryList>([&](const auto &done) { m_reader.list(query, &m_context, done); });
    }
    QList<inbox::Entry> entries(const QList<inbox::EntryId> &ids)
    {
        return wait<QList<inbox::Entry>>([&](const auto &done) { m_reader.entries(ids, &m_context, done); });
    }

private:
    template <typename T, typename Ask>
    T wait(const Ask &ask)
    {
        QEventLoop loop;
        std::optional<Result<T>> answer;
        ask([&](const Result<T> &found) {
            answer = found;
            loop.quit();
        });
        loop.exec();
        return valueOf(*answer);
    }

    QObject m_context;
    inbox::InboxReader m_reader;
};

template <typename Ask>
double measureOnce(const Ask &ask)
{
    const Stopwatch watch;
    ask();
    return watch.milliseconds();
}

/// The same by the sqlite3 program: what somebody would write first, from the table and sorted by the time. It knows
/// neither other letter forms nor case beyond ASCII.
QByteArray peerQuery(const QString &words)
{
    QByteArray sql = "SELECT COUNT(*), SUM(entry) FROM (SELECT entry FROM notification WHERE removal = 0";
    for (const QString &word : words.split(u' ', Qt::SkipEmptyParts))
        sql += " AND title || ' ' || body || ' ' || category LIKE '%" + word.toUtf8() + "%'";
    return sql + " ORDER BY created_at DESC LIMIT -1);\n";
}

void compare(Table &table, Window &window, SqliteProgram &sqlite, const QString &words, int rounds)
{
    Samples own;
    Samples peer;
    qsizetype found = 0;
    for (int round = 0; round < rounds; ++round) {
        own.add(measureOnce([&] { found = window.list({.words = words}).lines.size(); }));
        peer.add(measureOnce([&] { static_cast<void>(sqlite.execute(peerQuery(words))); }));
    }
    const QString what = words.isEmpty() ? u"all, newest first"_s : u"search: “%1” finds %2"_s.arg(words).arg(found);
    table.add(what, own.median(), peer.median(), u"ms"_s);
}

template <typename Ask>
double measure(int rounds, const Ask &ask)
{
    Samples samples;
    for (int round = 0; round < rounds; ++round)
        samples.add(measureOnce(ask));
    return samples.median();
}

void benchmark(const Options &options)
{
    const Scratch scratch;
    const QString path = scratch.path(u"inbox.sqlite"_s);
    const int rounds = options.size(21, 1);
    const SystemClock clock;
    auto inbox = valueOf(inbox::Inbox::open({.path = path}, clock));
    fill(*inbox, options.size(100'000, 300));
    inbox.reset();
    const double opening = measureOnce([&] { inbox = valueOf(inbox::Inbox::open({.path = path}, clock)); });
    Window window(path);
    SqliteProgram sqlite(path);

    Table table(u"100,000 notifications; peer: the sqlite3 program with LIKE"_s);
    for (const QString &words :
         {u""_s, u"f"_s, u"fairphone"_s, u"battery گوشی 777"_s, u"aisle 42"_s, u"nowhere"_s, u"nothing of these"_s})
        compare(table, window, sqlite, words, rounds);
    table.add(u"the unread of a category"_s,
              measure(rounds, [&] { return window.list({.categories = {u"Aisle 40"_s}, .onlyUnread = true}); }),
              u"ms"_s);
    const QStringList several{u"Aisle 10"_s, u"Aisle 40"_s, u"Aisle 41"_s, u""_s};
    table.add(u"the unread of three categories, and what went to everyone"_s,
              measure(rounds, [&] { return window.list({.categories = several, .onlyUnread = true}); }), u"ms"_s);
    table.add(u"three categories, and a word that they have"_s,
              measure(rounds, [&] { return window.list({.words = u"fairphone"_s, .categories = several}); }), u"ms"_s);
    QList<inbox::EntryId> page;
    for (const inbox::EntryLine &line : window.list({}).lines.mid(PageRows, PageRows))
        page.append(line.id);
    table.add(u"a page of %1 entries"_s.arg(PageRows), measure(rounds, [&] { return window.entries(page); }), u"ms"_s);
    table.add(u"opening, with the check for damage"_s, opening, u"ms"_s);
    QList<inbox::EntryId> marked;
    table.add(u"marking all as read"_s, measureOnce([&] { marked = valueOf(inbox->markAllRead()); }), u"ms"_s);
    table.add(u"the undo of it, %1 entries"_s.arg(marked.size()),
              measureOnce([&] { static_cast<void>(valueOf(inbox->setRead(marked, false))); }), u"ms"_s);
    static_cast<void>(valueOf(inbox->markAllRead()));
    table.add(u"a step of retention: 1,000 entries"_s,
              measure(rounds, [&] { return valueOf(inbox->prune(clock.now(), 1000)); }), u"ms"_s);
    table.print();
}

} // namespace

int main(int argc, char **argv)
{
    return run(argc, argv, benchmark);
}
