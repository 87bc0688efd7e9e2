// SPDX-License-Identifier: MIT
#include "inbox/search_text.h"

#include "base/folding.h"
#include "database/connection.h"
#include "database/statement.h"
#include "database/transaction.h"

namespace jarchi::inbox {

using namespace Qt::StringLiterals;

namespace {

constexpr int BatchRows = 1000;

struct Lacking
{
    EntryId entry = 0;
    protocol::Notification texts;
};

Result<QList<Lacking>> nextLacking(database::Statements &statements, EntryId upTo)
{
    QList<Lacking> found;
    return statements
        .each(u"search_text_lacking"_s, {{u":up_to"_s, upTo}, {u":most"_s, BatchRows}},
              [&found](const QSqlQuery &row) {
                  Lacking lacking{.entry = row.value(0).toLongLong(), .texts = {}};
                  lacking.texts.title = row.value(1).toString();
                  lacking.texts.body = row.value(2).toString();
                  lacking.texts.category = row.value(3).toString();
                  found.append(lacking);
              })
        .map([&found] { return found; });
}

/// One batch in one transaction; true when there are more.
Result<bool> fillSome(const database::Connection &connection, database::Statements &statements)
{
    Result<database::Transaction> transaction = database::Transaction::begin(connection);
    if (!transaction)
        return tl::unexpected(transaction.error());
    // Asked inside the transaction, since another process may be doing the same.
    const Result<QVariant> upTo = statements.value(u"state_get"_s, {{u":name"_s, u"unfolded_up_to"_s}});
    if (!upTo)
        return tl::unexpected(upTo.error());
    if (upTo->toLongLong() == 0)
        return false;
    const Result<QList<Lacking>> batch = nextLacking(statements, upTo->toLongLong());
    if (!batch)
        return tl::unexpected(batch.error());
    for (const Lacking &lacking : *batch) {
        if (const Result<void> done = insertSearchText(statements, lacking.entry, lacking.texts); !done)
            return tl::unexpected(done.error());
    }
    const EntryId next = batch->size() < BatchRows ? 0 : batch->constLast().entry - 1;
    return statements.execute(u"state_set"_s, {{u":name"_s, u"unfolded_up_to"_s}, {u":value"_s, next}})
        .and_then([&] { return transaction->commit(); })
        .map([next] { return next > 0; });
}

} // namespace

Result<void> insertSearchText(database::Statements &statements, EntryId entry,
                              const protocol::Notification &notification)
{
    // The short ones first: what is found early costs little.
    const QString text = folded(notification.title + u'\n' + notification.category + u'\n' + notification.body);
    return statements.execute(u"search_text_insert"_s, {{u":entry"_s, entry}, {u":text"_s, text}});
}

Result<void> fillSearchTexts(const database::Connection &connection, database::Statements &statements)
{
    const Result<QVariant> upTo = statements.value(u"state_get"_s, {{u":name"_s, u"unfolded_up_to"_s}});
    if (!upTo)
        return tl::unexpected(upTo.error());
    Result<bool> more = upTo->toLongLong() > 0;
    while (more && *more)
        more = fillSome(connection, statements);
    return more.map([](bool) {});
}

} // namespace jarchi::inbox
