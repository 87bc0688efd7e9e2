// SPDX-License-Identifier: MIT
#pragma once

#include "base/clock.h"
#include "base/error.h"

#include <QString>

#include <functional>
#include <memory>

namespace jarchi::store {

class AccountRepository;
class CategoryRepository;
class InterestPreview;
class InterestRepository;
class LegacyRepository;
class NotificationRepository;
class ProductRepository;
class ReachPreview;
class SessionRepository;
class StatusRepository;
class TokenRepository;
class VisitedRepository;

struct StoreOptions
{
    QString path;
    bool create = true;
    /// True for the server, false for a command beside it: only the server checkpoints the write-ahead log (a rare
    /// fault of SQLite before 3.51.3 when two connections write and checkpoint at once).
    bool checkpoint = true;
    /// For a second connection to a database that this process has open: whatever is asked of the store, nothing in the
    /// file changes.
    bool readOnly = false;
};

/// The server's database, open and migrated, with a repository for each table. Lives in the thread that opened it: the
/// StoreThread's in a server, the main thread in a command.
///
/// Repositories only run statements. Whoever changes something wraps it in write(); a repository's changing function
/// called outside of it would be a transaction of its own.
class Store
{
public:
    /// `clock` outlives the store.
    [[nodiscard]] static Result<std::unique_ptr<Store>> open(const StoreOptions &options, const Clock &clock);
    ~Store();

    /// Runs `work` in one transaction (BEGIN IMMEDIATE), committed to stable storage when this returns a success and
    /// rolled back entirely when `work` or the commit failed.
    [[nodiscard]] Result<void> write(const std::function<Result<void>()> &work);
    /// The same for what is not worth a wait: if another program is writing, it is not done.
    [[nodiscard]] Result<void> writeIfFree(const std::function<Result<void>()> &work);
    /// Inside write(): runs `work` so that its failure takes back only its own changes.
    [[nodiscard]] Result<void> savepoint(const std::function<Result<void>()> &work);
    /// Changes when another connection (another program) committed something.
    [[nodiscard]] Result<qint64> dataVersion() const;
    /// Names this database: a random value made with it.
    [[nodiscard]] QString epoch() const;
    [[nodiscard]] const QString &path() const;

    [[nodiscard]] AccountRepository &accounts() { return *m_accounts; }
    [[nodiscard]] CategoryRepository &categories() { return *m_categories; }
    [[nodiscard]] InterestPreview &interestPreview() { return *m_interestPreview; }
    [[nodiscard]] InterestRepository &interests() { return *m_interests; }
    [[nodiscard]] LegacyRepository &legacy() { return *m_legacy; }
    [[nodiscard]] NotificationRepository &notifications() { return *m_notifications; }
    [[nodiscard]] ProductRepository &products() { return *m_products; }
    [[nodiscard]] ReachPreview &reach() { return *m_reach; }
    [[nodiscard]] SessionRepository &sessions() { return *m_sessions; }
    [[nodiscard]] StatusRepository &status() { return *m_status; }
    [[nodiscard]] TokenRepository &tokens() { return *m_tokens; }
    [[nodiscard]] VisitedRepository &visited() { return *m_visited; }

private:
    struct Backend; ///< Connection and statements: Qt Sql stays out of this header.
    explicit Store(std::unique_ptr<Backend> backend, const Clock &clock);

    std::unique_ptr<Backend> m_backend;
    std::unique_ptr<AccountRepository> m_accounts;
    std::unique_ptr<CategoryRepository> m_categories;
    std::unique_ptr<InterestPreview> m_interestPreview;
    std::unique_ptr<InterestRepository> m_interests;
    std::unique_ptr<LegacyRepository> m_legacy;
    std::unique_ptr<NotificationRepository> m_notifications;
    std::unique_ptr<ProductRepository> m_products;
    std::unique_ptr<ReachPreview> m_reach;
    std::unique_ptr<SessionRepository> m_sessions;
    std::unique_ptr<StatusRepository> m_status;
    std::unique_ptr<TokenRepository> m_tokens;
    std::unique_ptr<VisitedRepository> m_visited;
};

} // namespace jarchi::store
