// SPDX-License-Identifier: MIT
#include "store/reach_preview.h"

#include "base/folding.h"
#include "database/connection.h"
#include "database/statement.h"
#include "store/category_repository.h"
#include "store/wanted_rule.h"

#include <QSqlQuery>
#include <QVariant>

namespace jarchi::store {

using namespace Qt::StringLiterals;

struct ReachPreview::Candidate
{
    CategoryId category = 0;
    bool isProduct = false;
    QString searchText;
    std::optional<Money> price;
};

ReachPreview::ReachPreview(const database::Connection &connection, CategoryRepository &categories)
    : m_connection(connection)
    , m_categories(categories)
{
}

Result<Reach> ReachPreview::of(const catalog::Product &product, const QList<people::AccountId> &online)
{
    return of({0, true, folded(product.name + u'\n' + product.description), product.price}, product.category, online);
}

Result<Reach> ReachPreview::of(const catalog::Announcement &announcement, const QList<people::AccountId> &online)
{
    Candidate candidate{0, false, folded(announcement.title + u'\n' + announcement.body), std::nullopt};
    return announcement.category.isEmpty() ? ask(candidate, online) : of(candidate, announcement.category, online);
}

Result<Reach> ReachPreview::of(const Candidate &candidate, const QString &category,
                               const QList<people::AccountId> &online)
{
    return m_categories.find(category).and_then([&](const std::optional<CategoryId> &found) -> Result<Reach> {
        if (!found) {
            return Reach{};
        }
        Candidate complete = candidate;
        complete.category = *found;
        return ask(complete, online);
    });
}

Result<Reach> ReachPreview::ask(const Candidate &candidate, const QList<people::AccountId> &online) const
{
    const Result<QString> statement = aroundRule(m_connection, u"reach"_s);
    if (!statement) {
        return tl::unexpected(statement.error());
    }
    QStringList ids;
    for (const people::AccountId account : online) {
        ids.append(QString::number(account));
    }
    QSqlQuery query(m_connection.handle());
    query.setForwardOnly(true);
    const auto &price = candidate.price;
    bool done = query.prepare(*statement);
    query.bindValue(u":product"_s, candidate.isProduct ? QVariant(qint64{0}) : QVariant());
    query.bindValue(u":category"_s, candidate.category);
    query.bindValue(u":search_text"_s, candidate.searchText.isNull() ? u""_s : candidate.searchText);
    query.bindValue(u":price"_s, price ? QVariant(price->minor) : QVariant());
    query.bindValue(u":currency"_s, price ? QVariant(price->currency) : QVariant());
    query.bindValue(u":online"_s, QString(u'[' + ids.join(u',') + u']'));
    done = done && query.exec() && query.next();
    if (!done) {
        return tl::unexpected(database::toError(query.lastError(), m_connection.path()));
    }
    return Reach{query.value(0).toLongLong(), query.value(1).toLongLong()};
}

} // namespace jarchi::store
