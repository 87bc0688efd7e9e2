// SPDX-License-Identifier: MIT
#include "inbox/inbox_questions.h"

#include "base/search_words.h"
#include "inbox/entry_row.h"

#include <tuple>
#include <utility>

namespace jarchi::inbox {

using namespace Qt::StringLiterals;

namespace {

/// The day of each of many moments. They come in order, so the time zone is asked once a day, not once a moment.
class LocalDays
{
public:
    QDate dayOf(qint64 second)
    {
        if (second < m_begin || second >= m_end) {
            m_day = QDateTime::fromSecsSinceEpoch(second).date();
            m_begin = m_day.startOfDay().toSecsSinceEpoch();
            m_end = m_day.addDays(1).startOfDay().toSecsSinceEpoch();
        }
        return m_day;
    }

private:
    QDate m_day;
    qint64 m_begin = 0; ///< Of m_day, since 1970; nothing lies in the first range.
    qint64 m_end = 0;
};

} // namespace

Result<std::unique_ptr<InboxQuestions>> InboxQuestions::open(const QString &path)
{
    return database::Connection::open({.path = path, .create = false, .checkpoint = false, .readOnly = true})
        .map([](database::Connection connection) {
            return std::unique_ptr<InboxQuestions>(new InboxQuestions(std::move(connection)));
        });
}

InboxQuestions::InboxQuestions(database::Connection connection)
    : m_connection(std::move(connection))
    , m_statements(m_connection, u":/sql/sqlite/inbox"_s)
{
}

Result<EntryList> InboxQuestions::list(const EntryQuery &query)
{
    // One transaction, so that all of it is from one moment.
    if (const Result<void> begun = m_connection.execute(u"BEGIN"_s); !begun)
        return tl::unexpected(begun.error());
    const Result<EntryList> list = answer(query);
    std::ignore = m_connection.execute(u"COMMIT"_s);
    return list;
}

Result<EntryList> InboxQuestions::answer(const EntryQuery &query)
{
    EntryList list;
    return lines(query)
        .and_then([&](const QList<EntryLine> &found) {
            list.lines = found;
            return categories();
        })
        .and_then([&](const QStringList &found) {
            list.categories = found;
            return m_statements.value(u"entry_unread"_s);
        })
        .map([&](const QVariant &unread) {
            list.unread = unread.toLongLong();
            return list;
        });
}

Result<QList<EntryLine>> InboxQuestions::lines(const EntryQuery &query)
{
    QList<EntryLine> found;
    LocalDays days;
    const auto take = [&](const QSqlQuery &row) {
        found.append({.id = row.value(0).toLongLong(), .day = days.dayOf(row.value(1).toLongLong())});
    };
    const QVariant read = query.onlyUnread ? 0 : 1;
    const QVariant kept = query.onlyKept ? 1 : 0;
    const QVariant anyCategory = query.categories.isEmpty() ? 1 : 0;
    const QString categories = toJson(query.categories);
    const QStringList words = searchWords(query.words);
    const Result<void> done = words.isEmpty() ? m_statements.each(u"entry_list"_s,
                                                                  {{u":read"_s, read},
                                                                   {u":kept"_s, kept},
                                                                   {u":any_category"_s, anyCategory},
                                                                   {u":categories"_s, categories}},
                                                                  take)
                                              : m_statements.each(u"entry_search"_s,
                                                                  {{u":words"_s, toJson(words)},
                                                                   {u":read"_s, read},
                                                                   {u":kept"_s, kept},
                                                                   {u":any_category"_s, anyCategory},
                                                                   {u":categories"_s, categories}},
                                                                  take);
    return done.map([&found] { return found; });
}

Result<QStringList> InboxQuestions::categories()
{
    QStringList found;
    return m_statements
        .each(u"entry_categories"_s, {}, [&found](const QSqlQuery &row) { found.append(row.value(0).toString()); })
        .map([&found] { return found; });
}

Result<QList<Entry>> InboxQuestions::entries(const QList<EntryId> &ids)
{
    QList<Entry> found;
    return m_statements
        .each(u"entry_rows"_s, {{u":ids"_s, toJson(ids)}},
              [&found](const QSqlQuery &row) { found.append(readEntry(row)); })
        .map([&found] { return found; });
}

} // namespace jarchi::inbox
