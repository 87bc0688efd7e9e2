// SPDX-License-Identifier: MIT
#include "store/store.h"

#include "database/connection.h"
#include "database/migrator.h"
#include "database/statement.h"
#include "database/transaction.h"
#include "store/account_repository.h"
#include "store/category_repository.h"
#include "store/interest_preview.h"
#include "store/interest_repository.h"
#include "store/legacy_repository.h"
#include "store/notification_repository.h"
#include "store/product_repository.h"
#include "store/reach_preview.h"
#include "store/session_repository.h"
#include "store/status_repository.h"
#include "store/token_repository.h"
#include "store/visited_repository.h"

namespace jarchi::store {

using namespace Qt::StringLiterals;

struct Store::Backend
{
    explicit Backend(database::Connection opened)
        : connection(std::move(opened))
        , statements(connection, u":/sql/sqlite/server"_s)
    {
    }

    database::Connection connection;
    database::Statements statements; ///< After the connection, so that they are gone before it closes.
    QString epoch;
};

namespace {

/// Who is online and logged in is this process's knowledge: other connections have their own such tables, or none.
Result<void> createTemporaryTables(const database::Connection &connection)
{
    return connection.execute(u"CREATE TEMP TABLE online (account_id INTEGER PRIMARY KEY)"_s).and_then([&] {
        return connection.execute(u"CREATE TEMP TABLE session (id INTEGER PRIMARY KEY, account_id INTEGER NOT NULL, "
                                  u"password_hash TEXT)"_s);
    });
}

} // namespace

Result<std::unique_ptr<Store>> Store::open(const StoreOptions &options, const Clock &clock)
{
    Result<database::Connection> connection = database::Connection::open({.path = options.path,
                                                                          .create = options.create,
                                                                          .checkpoint = options.checkpoint,
                                                                          .readOnly = options.readOnly});
    if (!connection) {
        return tl::unexpected(connection.error());
    }
    auto backend = std::make_unique<Backend>(*std::move(connection));
    // Who opened it before this one has migrated it.
    const Result<void> migrated =
        options.readOnly ? Result<void>() : database::migrate(backend->connection, u":/sql/sqlite/server/migrations"_s);
    const Result<void> ready = migrated.and_then([&backend] { return createTemporaryTables(backend->connection); });
    if (!ready) {
        return tl::unexpected(ready.error());
    }
    const Result<QVariant> epoch = backend->statements.value(u"meta_get"_s, {{u":key"_s, u"epoch"_s}});
    if (!epoch) {
        return tl::unexpected(epoch.error());
    }
    backend->epoch = epoch->toString();
    return std::unique_ptr<Store>(new Store(std::move(backend), clock));
}

Store::Store(std::unique_ptr<Backend> backend, const Clock &clock)
    : m_backend(std::move(backend))
{
    database::Statements &statements = m_backend->statements;
    m_accounts = std::make_unique<AccountRepository>(statements, clock);
    m_categories = std::make_unique<CategoryRepository>(statements);
    m_interestPreview = std::make_unique<InterestPreview>(m_backend->connection, statements, *m_categories, clock);
    m_interests = std::make_unique<InterestRepository>(statements, *m_categories);
    m_legacy = std::make_unique<LegacyRepository>(statements, m_backend->connection, *m_accounts, clock);
    m_notifications = std::make_unique<NotificationRepository>(statements, *m_categories, clock);
    m_products = std::make_unique<ProductRepository>(statements, *m_categories, clock);
    m_reach = std::make_unique<ReachPreview>(m_backend->connection, *m_categories);
    m_sessions = std::make_unique<SessionRepository>(statements);
    m_status = std::make_unique<StatusRepository>(statements, clock);
    m_tokens = std::make_unique<TokenRepository>(statements, clock);
    m_visited = std::make_unique<VisitedRepository>(statements, clock);
}

Store::~Store() = default;

Result<void> Store::write(const std::function<Result<void>()> &work)
{
    Result<database::Transaction> transaction = database::Transaction::begin(m_backend->connection);
    if (!transaction) {
        return tl::unexpected(transaction.error());
    }
    return work().and_then([&transaction] { return transaction->commit(); });
}

Result<void> Store::writeIfFree(const std::function<Result<void>()> &work)
{
    const auto &connection = m_backend->connection;
    return connection.setBusyTimeout(std::chrono::milliseconds(0)).and_then([&] {
        const Result<void> written = write(work);
        const Result<void> restored = connection.setBusyTimeout(connection.busyTimeout());
        return written ? restored : written;
    });
}

Result<void> Store::savepoint(const std::function<Result<void>()> &work)
{
    return database::withSavepoint(m_backend->connection, work);
}

Result<qint64> Store::dataVersion() const
{
    return m_backend->connection.dataVersion();
}

QString Store::epoch() const
{
    return m_backend->epoch;
}

const QString &Store::path() const
{
    return m_backend->connection.path();
}

} // namespace jarchi::store
