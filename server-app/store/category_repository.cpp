// SPDX-License-Identifier: MIT
#include "store/category_repository.h"

#include "base/folding.h"
#include "base/text_rules.h"
#include "database/statement.h"
#include "store/row_text.h"

#include <algorithm>

namespace jarchi::store {

using namespace Qt::StringLiterals;

CategoryRepository::CategoryRepository(database::Statements &statements)
    : m_statements(statements)
{
}

Result<CategoryAdded> CategoryRepository::ensure(const QString &name)
{
    Result<std::optional<Row>> row = findRow(name);
    if (!row) {
        return tl::unexpected(row.error());
    }
    if (!*row) {
        return m_statements.insert(u"category_insert"_s, {{u":name"_s, name}, {u":folded"_s, folded(name)}})
            .map([&name](CategoryId id) {
                return CategoryAdded{id, name, true};
            });
    }
    const Row &found = **row;
    if (!found.isFolded) {
        const auto filled =
            m_statements.execute(u"category_set_folded"_s, {{u":folded"_s, folded(found.name)}, {u":id"_s, found.id}});
        if (!filled) {
            return tl::unexpected(filled.error());
        }
    }
    return CategoryAdded{found.id, found.name, false};
}

Result<std::optional<CategoryId>> CategoryRepository::find(const QString &name)
{
    return findRow(name).map([](const std::optional<Row> &row) { return row ? std::optional(row->id) : std::nullopt; });
}

Result<std::optional<CategoryRepository::Row>> CategoryRepository::findRow(const QString &name)
{
    const QString wanted = folded(name);
    std::optional<Row> found;
    Result<void> read = m_statements.each(u"category_find"_s, {{u":folded"_s, wanted}}, [&](const QSqlQuery &row) {
        found = Row{row.value(0).toLongLong(), QString::fromUtf8(row.value(1).toByteArray()), true};
    });
    if (read && !found) {
        read = m_statements.each(u"category_unfolded"_s, {}, [&](const QSqlQuery &row) {
            const auto its = readLine(row.value(1), u"name"_s, limits::TitleCharacters);
            if (!found && its && folded(*its) == wanted) {
                found = Row{row.value(0).toLongLong(), *its, false};
            }
        });
    }
    return read.map([&found] { return found; });
}

Result<QHash<CategoryId, QString>> CategoryRepository::unfolded()
{
    QHash<CategoryId, QString> names;
    return m_statements
        .each(u"category_unfolded"_s, {},
              [&names](const QSqlQuery &row) {
                  if (const auto name = readLine(row.value(1), u"name"_s, limits::TitleCharacters)) {
                      names.insert(row.value(0).toLongLong(), folded(*name));
                  }
              })
        .map([&names] { return names; });
}

Result<QList<CategoryUse>> CategoryRepository::use()
{
    QList<CategoryUse> categories;
    const Result<void> read = m_statements.each(u"category_use"_s, {}, [&categories](const QSqlQuery &row) {
        if (const auto name = readLine(row.value(0), u"name"_s, limits::TitleCharacters); name && !name->isEmpty()) {
            categories.append({*name, row.value(1).toLongLong(), row.value(2).toLongLong()});
        }
    });
    std::sort(categories.begin(), categories.end(), [](const CategoryUse &one, const CategoryUse &other) {
        return std::pair(folded(one.name), one.name) < std::pair(folded(other.name), other.name);
    });
    return read.map([&categories] { return categories; });
}

Result<QStringList> CategoryRepository::all()
{
    QList<std::pair<QString, QString>> names;
    const Result<void> read = m_statements.each(u"category_all"_s, {}, [&names](const QSqlQuery &row) {
        // One that breaks the rules cannot be sent; what is in it is set aside.
        if (const auto name = readLine(row.value(0), u"name"_s, limits::TitleCharacters); name && !name->isEmpty()) {
            names.append({folded(*name), *name});
        }
    });
    if (!read) {
        return tl::unexpected(read.error());
    }
    std::sort(names.begin(), names.end());
    QStringList sorted;
    for (const auto &[key, name] : names) {
        sorted.append(name);
    }
    return sorted;
}

} // namespace jarchi::store
