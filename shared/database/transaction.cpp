// SPDX-License-Identifier: MIT
#include "database/transaction.h"

#include <QCoreApplication>

#include <tuple>
#include <utility>

namespace jarchi::database {

using namespace Qt::StringLiterals;

namespace {

class Words
{
    JARCHI_DECLARE_SENTENCES(Database)
};

} // namespace

Result<Transaction> Transaction::begin(const Connection &connection)
{
    return connection.execute(u"BEGIN IMMEDIATE"_s).map([&connection] { return Transaction(connection); });
}

Transaction::Transaction(const Connection &connection)
    : m_connection(&connection)
{
}

Transaction::Transaction(Transaction &&other) noexcept
    : m_connection(std::exchange(other.m_connection, nullptr))
{
}

Transaction::~Transaction()
{
    if (m_connection) {
        // It fails when SQLite rolled back by itself (a full disk): then it is done.
        std::ignore = m_connection->execute(u"ROLLBACK"_s);
    }
}

Result<void> Transaction::commit()
{
    Result<void> committed = m_connection->execute(u"COMMIT"_s);
    if (committed) {
        m_connection = nullptr;
    }
    return committed;
}

Result<void> withSavepoint(const Connection &connection, const std::function<Result<void>()> &work)
{
    // A full disk can make SQLite roll back the whole transaction. A savepoint would then quietly begin and commit one
    // of its own, so we ask first, with a BEGIN that is impossible inside a transaction.
    if (connection.execute(u"BEGIN"_s)) {
        std::ignore = connection.execute(u"ROLLBACK"_s);
        return failure(Error::Kind::Unavailable,
                       Words::tr("The transaction on the database %1 was undone by a fault before this: try again.")
                           .arg(connection.path()));
    }
    if (Result<void> opened = connection.execute(u"SAVEPOINT work"_s); !opened) {
        return opened;
    }
    Result<void> done = work();
    if (!done) {
        std::ignore = connection.execute(u"ROLLBACK TO work"_s);
        std::ignore = connection.execute(u"RELEASE work"_s);
        return done;
    }
    return connection.execute(u"RELEASE work"_s);
}

} // namespace jarchi::database
