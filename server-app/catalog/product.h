// SPDX-License-Identifier: MIT
#pragma once

#include "base/error.h"
#include "base/money.h"
#include "protocol/messages.h"

#include <QDateTime>
#include <QString>

#include <optional>

namespace jarchi::catalog {

using ProductId = qint64;

/// The field of a form, a command or a CSV row that something is wrong with.
enum class Field { Name, Category, Price, Currency, Url, Description, Title, Body };

struct FieldFault
{
    Field field = Field::Name;
    Sentence message; ///< One sentence, naming the field: "The name is empty."

    friend bool operator==(const FieldFault &, const FieldFault &) = default;
};

/// What the shop adds.
struct Product
{
    QString name;
    QString category;
    std::optional<Money> price;
    QString url;         ///< May be empty.
    QString description; ///< May be empty.

    friend bool operator==(const Product &, const Product &) = default;
};

/// A product as it is stored.
struct StoredProduct
{
    ProductId id = 0;
    Product product;
    QDateTime createdAt;

    friend bool operator==(const StoredProduct &, const StoredProduct &) = default;
};

/// A message that is no product, to everyone or (with a category) to every account with an interest in it.
struct Announcement
{
    QString title;
    QString body;
    QString category; ///< Empty: everyone.
    QString url;
    protocol::Priority priority = protocol::Priority::Normal;

    friend bool operator==(const Announcement &, const Announcement &) = default;
};

/// The product with surrounding white space removed and text in NFC, or every fault that it has, in the order of its
/// fields. Only what passes here may be stored.
[[nodiscard]] tl::expected<Product, QList<FieldFault>> validated(Product product);
[[nodiscard]] tl::expected<Announcement, QList<FieldFault>> validated(Announcement announcement);
/// The name of a category, trimmed and in NFC.
[[nodiscard]] Result<QString> validatedCategory(const QString &name);
/// All of them in one sentence after another, for a command line or a report.
[[nodiscard]] Error toError(const QList<FieldFault> &faults);

} // namespace jarchi::catalog
