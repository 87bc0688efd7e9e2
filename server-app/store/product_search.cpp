// SPDX-License-Identifier: MIT
// The part of ProductRepository that finds and lists products.
#include "base/search_words.h"
#include "database/statement.h"
#include "store/category_repository.h"
#include "store/product_repository.h"
#include "store/product_row.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace jarchi::store {

using namespace Qt::StringLiterals;

namespace {

QString toText(const QJsonDocument &document)
{
    return QString::fromUtf8(document.toJson(QJsonDocument::Compact));
}

QString toText(const QHash<CategoryId, QString> &names)
{
    QJsonObject object;
    for (auto name = names.begin(); name != names.end(); ++name) {
        object.insert(QString::number(name.key()), name.value());
    }
    return toText(QJsonDocument(object));
}

} // namespace

Result<QList<catalog::StoredProduct>> ProductRepository::newest(int limit)
{
    QList<catalog::StoredProduct> products;
    return m_statements
        .each(u"product_newest"_s, {{u":limit"_s, limit}},
              [&products](const QSqlQuery &row) {
                  if (const auto product = readProduct(row)) {
                      products.append(*product);
                  }
              })
        .map([&products] { return products; });
}

Result<QList<catalog::ProductId>> ProductRepository::search(const QString &text)
{
    const Result<QHash<CategoryId, QString>> unfolded = m_categories.unfolded();
    if (!unfolded) {
        return tl::unexpected(unfolded.error());
    }
    const QJsonArray words = QJsonArray::fromStringList(searchWords(text));
    QList<catalog::ProductId> found;
    return m_statements
        .each(u"product_search"_s, {{u":words"_s, toText(QJsonDocument(words))}, {u":unfolded"_s, toText(*unfolded)}},
              [&found](const QSqlQuery &row) { found.append(row.value(0).toLongLong()); })
        .map([&found] { return found; });
}

Result<QList<ProductRow>> ProductRepository::rows(const QList<catalog::ProductId> &ids)
{
    QStringList numbers;
    for (const catalog::ProductId id : ids) {
        numbers.append(QString::number(id));
    }
    QList<ProductRow> products;
    return m_statements
        .each(u"product_rows"_s, {{u":ids"_s, u'[' + numbers.join(u',') + u']'}},
              [&products](const QSqlQuery &row) {
                  if (const auto product = readProduct(row)) {
                      products.append({*product, row.value(ProductColumns).toLongLong()});
                  }
              })
        .map([&products] { return products; });
}

Result<qint64> ProductRepository::count()
{
    return m_statements.value(u"product_count"_s).map([](const QVariant &count) { return count.toLongLong(); });
}

} // namespace jarchi::store
