// SPDX-License-Identifier: MIT
#include "store/interest_repository.h"

#include "base/folding.h"
#include "database/statement.h"
#include "store/category_repository.h"
#include "store/interest_row.h"

#include <QCoreApplication>
#include <QSet>

namespace jarchi::store {

using namespace Qt::StringLiterals;

namespace {

class Words
{
    JARCHI_DECLARE_SENTENCES(Store)
};

} // namespace

InterestRepository::InterestRepository(database::Statements &statements, CategoryRepository &categories)
    : m_statements(statements)
    , m_categories(categories)
{
}

Result<people::InterestId> InterestRepository::add(people::AccountId account, const people::Interest &interest)
{
    const Result<people::InterestId> id = insert(account, interest);
    const Result<QVariant> count = m_statements.value(u"interest_count"_s, {{u":account"_s, account}});
    if (!id || !count) {
        return id ? tl::unexpected(count.error()) : id;
    }
    if (count->toLongLong() > protocol::Interests) {
        return refused(Words::tr("An account has at most %L1 interests: remove one first.").arg(protocol::Interests));
    }
    return id;
}

/// Or the id of the one that is there already.
Result<people::InterestId> InterestRepository::insert(people::AccountId account, const people::Interest &interest)
{
    const Result<std::optional<CategoryId>> category = m_categories.find(interest.category);
    if (!category) {
        return tl::unexpected(category.error());
    }
    if (!*category) {
        return failure(
            Error::Kind::NotFound,
            Words::tr("There is no category “%1”: choose one that exists, or add it first.").arg(interest.category));
    }
    const QVariant maxPrice = interest.limit ? QVariant(interest.limit->minor) : QVariant();
    const QString currency = interest.limit ? interest.limit->currency : QString();
    const QString foldedKeyword = folded(interest.keyword);
    const Result<QVariant> same = m_statements.value(u"interest_find"_s, {{u":account"_s, account},
                                                                          {u":category"_s, **category},
                                                                          {u":folded_keyword"_s, foldedKeyword},
                                                                          {u":max_price"_s, maxPrice},
                                                                          {u":currency"_s, currency}});
    if (!same) {
        return tl::unexpected(same.error());
    }
    if (same->isValid()) {
        const people::InterestId id = same->toLongLong();
        return m_statements
            .execute(u"interest_set_keyword"_s, {{u":interest"_s, id}, {u":keyword"_s, interest.keyword}})
            .map([id] { return id; });
    }
    return m_statements.insert(u"interest_insert"_s, {{u":account"_s, account},
                                                      {u":category"_s, **category},
                                                      {u":keyword"_s, interest.keyword},
                                                      {u":folded_keyword"_s, foldedKeyword},
                                                      {u":max_price"_s, maxPrice},
                                                      {u":currency"_s, currency}});
}

Result<QList<people::Interest>> InterestRepository::all(people::AccountId account)
{
    QList<people::Interest> interests;
    return m_statements
        .each(u"interest_all"_s, {{u":account"_s, account}},
              [&interests](const QSqlQuery &row) {
                  if (auto interest = readInterest(row, 1)) {
                      interest->id = row.value(0).toLongLong();
                      interests.append(*interest);
                  }
              })
        .map([&interests] { return interests; });
}

Result<void> InterestRepository::remove(people::AccountId account, people::InterestId interest)
{
    return m_statements.change(u"interest_remove"_s, {{u":account"_s, account}, {u":interest"_s, interest}})
        .and_then([interest](qint64 removed) -> Result<void> {
            if (removed == 0) {
                return failure(Error::Kind::NotFound, Words::tr("The user has no interest %1.").arg(interest));
            }
            return {};
        });
}

Result<void> InterestRepository::replace(people::AccountId account, const QList<people::Interest> &interests)
{
    QSet<people::InterestId> kept;
    for (const people::Interest &interest : interests) {
        const Result<people::InterestId> id = insert(account, interest);
        if (!id) {
            return tl::unexpected(id.error());
        }
        kept.insert(*id);
    }
    const Result<QList<people::InterestId>> ids = allIds(account);
    if (!ids) {
        return tl::unexpected(ids.error());
    }
    for (const people::InterestId id : *ids) {
        if (!kept.contains(id)) {
            if (Result<void> removed = remove(account, id); !removed) {
                return removed;
            }
        }
    }
    return {};
}

/// Also of those that all() leaves out.
Result<QList<people::InterestId>> InterestRepository::allIds(people::AccountId account)
{
    QList<people::InterestId> ids;
    return m_statements
        .each(u"interest_all"_s, {{u":account"_s, account}},
              [&ids](const QSqlQuery &row) { ids.append(row.value(0).toLongLong()); })
        .map([&ids] { return ids; });
}

} // namespace jarchi::store
