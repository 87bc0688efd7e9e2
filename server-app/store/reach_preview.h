// SPDX-License-Identifier: MIT
#pragma once

#include "base/error.h"
#include "catalog/product.h"
#include "people/account.h"

#include <QList>

namespace jarchi::database {
class Connection;
}

namespace jarchi::store {

class CategoryRepository;

struct Reach
{
    qint64 total = 0;
    qint64 online = 0; ///< Of these.
};

/// How many accounts a notification would reach that nobody has published yet. By the very rule of the view `wanted`,
/// whose text it reads from the database; reads only. Store's thread, or that of any connection of its own.
class ReachPreview
{
public:
    ReachPreview(const database::Connection &connection, CategoryRepository &categories);

    /// Nobody when there is no such category yet. `online`: who is logged in now.
    [[nodiscard]] Result<Reach> of(const catalog::Product &product, const QList<people::AccountId> &online);
    [[nodiscard]] Result<Reach> of(const catalog::Announcement &announcement, const QList<people::AccountId> &online);

private:
    struct Candidate; ///< The notification that would be made.

    [[nodiscard]] Result<Reach> of(const Candidate &candidate, const QString &category,
                                   const QList<people::AccountId> &online);
    [[nodiscard]] Result<Reach> ask(const Candidate &candidate, const QList<people::AccountId> &online) const;

    const database::Connection &m_connection;
    CategoryRepository &m_categories;
};

} // namespace jarchi::store
