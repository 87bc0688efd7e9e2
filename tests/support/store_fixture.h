// SPDX-License-Identifier: MIT
#pragma once

#include "catalog/product.h"
#include "store/account_repository.h"
#include "store/category_repository.h"
#include "store/interest_preview.h"
#include "store/interest_repository.h"
#include "store/legacy_repository.h"
#include "store/notification_repository.h"
#include "store/product_repository.h"
#include "store/reach_preview.h"
#include "store/status_repository.h"
#include "store/store.h"
#include "store/token_repository.h"
#include "store/visited_repository.h"
#include "support/manual_clock.h"
#include "support/must.h"

#include <QTemporaryDir>

namespace jarchi::test {

/// A new database in a folder of its own, gone with this object, and short ways to fill it.
class StoreFixture
{
public:
    StoreFixture()
        : m_store(must(store::Store::open({.path = path()}, m_clock)))
    {
    }

    [[nodiscard]] QString path() const { return m_folder.filePath(QStringLiteral("jarchi.db")); }
    [[nodiscard]] ManualClock &clock() { return m_clock; }
    store::Store *operator->() const { return m_store.get(); }
    store::Store &operator*() const { return *m_store; }
    /// Closes the database and opens it again, as a restart would.
    void reopen()
    {
        m_store.reset();
        m_store = must(store::Store::open({.path = path()}, m_clock));
    }

    people::AccountId account(const QString &name) { return must(m_store->accounts().add(name, {}, {})); }
    people::InterestId interest(people::AccountId account, const QString &category, const QString &keyword = {},
                                std::optional<Money> limit = {})
    {
        must(m_store->categories().ensure(category));
        return must(m_store->interests().add(account, {0, category, keyword, limit}));
    }
    /// The id of the product's notification.
    protocol::NotificationId product(const QString &name, const QString &category, std::optional<Money> price = {},
                                     const QString &description = {})
    {
        must(m_store->products().add({name, category, price, {}, description}));
        return must(m_store->notifications().newestId());
    }
    protocol::NotificationId announcement(const QString &title, const QString &category = {})
    {
        return must(m_store->notifications().announce({title, {}, category, {}, protocol::Priority::Normal}));
    }
    /// The ids that `account` lacks, from its floor on.
    std::vector<protocol::NotificationId> lacking(people::AccountId account, protocol::NotificationId after = 0,
                                                  int limit = 1000)
    {
        const auto newest = must(m_store->notifications().newestId());
        std::vector<protocol::NotificationId> ids;
        for (const auto &each : must(m_store->notifications().lacking(account, after, newest, limit)).notifications) {
            ids.push_back(each.id);
        }
        return ids;
    }

private:
    QTemporaryDir m_folder;
    ManualClock m_clock;
    std::unique_ptr<store::Store> m_store;
};

} // namespace jarchi::test
