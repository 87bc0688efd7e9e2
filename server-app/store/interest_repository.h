// SPDX-License-Identifier: MIT
#pragma once

#include "base/error.h"
#include "people/account.h"

#include <QList>

namespace jarchi::database {
class Statements;
}

namespace jarchi::store {

class CategoryRepository;

/// The table `interest`. An interest speaks of what is announced after it was added. Store's thread.
class InterestRepository
{
public:
    InterestRepository(database::Statements &statements, CategoryRepository &categories);

    /// NotFound when there is no such category; Refused beyond protocol::Interests of them. Adding one that the account
    /// has already is no error and gives its id.
    [[nodiscard]] Result<people::InterestId> add(people::AccountId account, const people::Interest &interest);
    [[nodiscard]] Result<QList<people::Interest>> all(people::AccountId account);
    /// NotFound when the account has no interest of that id.
    [[nodiscard]] Result<void> remove(people::AccountId account, people::InterestId interest);
    /// Afterwards the account has exactly these. Those it had already are kept as they are, with their beginnings.
    [[nodiscard]] Result<void> replace(people::AccountId account, const QList<people::Interest> &interests);

private:
    [[nodiscard]] Result<people::InterestId> insert(people::AccountId account, const people::Interest &interest);
    [[nodiscard]] Result<QList<people::InterestId>> allIds(people::AccountId account);

    database::Statements &m_statements;
    CategoryRepository &m_categories;
};

} // namespace jarchi::store
