// SPDX-License-Identifier: MIT
#include "catalog/product.h"

#include "base/folding.h"
#include "base/text_rules.h"

#include <QStringList>

namespace jarchi::catalog {

using namespace Qt::StringLiterals;

namespace {

QString tidied(const QString &text)
{
    return text.trimmed().normalized(QString::NormalizationForm_C);
}

/// Collects what is wrong with a record, field by field.
class Faults
{
public:
    /// A required line: `word` is the field's name in the sentence.
    void line(Field field, const QString &word, const QString &text)
    {
        if (text.isEmpty()) {
            add(field, u"The %1 is empty."_s.arg(word));
            return;
        }
        check(field, word, checkLine(text, limits::TitleCharacters), u"%1 characters"_s.arg(limits::TitleCharacters));
    }
    void body(Field field, const QString &word, const QString &text)
    {
        check(field, word, checkBody(text), u"%1 bytes"_s.arg(limits::BodyBytes));
    }
    void category(const QString &name)
    {
        if (const Result<QString> checked = validatedCategory(name); !checked) {
            add(Field::Category, checked.error().message);
        }
    }
    void price(const std::optional<Money> &price)
    {
        if (!price) {
            return;
        }
        if (price->minor < 0) {
            add(Field::Price, u"The price is below zero."_s);
        }
        if (const auto currency = parseMoney(u"0", price->currency); !currency) {
            add(Field::Currency, currency.error().message);
        }
    }
    void url(const QString &url)
    {
        if (url.isEmpty()) {
            return;
        }
        if (const std::optional<QString> fault = urlFault(url)) {
            add(Field::Url, *fault);
        }
    }

    [[nodiscard]] const QList<FieldFault> &all() const { return m_faults; }

private:
    void add(Field field, const QString &message) { m_faults.append({field, message}); }
    void check(Field field, const QString &word, TextFault fault, const QString &most)
    {
        if (fault != TextFault::None) {
            const QString hint = fault == TextFault::TooLong ? u": at most "_s + most : QString();
            add(field, u"The %1 %2%3."_s.arg(word, describe(fault), hint));
        }
    }

    QList<FieldFault> m_faults;
};

} // namespace

tl::expected<Product, QList<FieldFault>> validated(Product product)
{
    product.name = tidied(product.name);
    product.category = tidied(product.category);
    product.url = product.url.trimmed();
    product.description = tidied(product.description);

    Faults faults;
    faults.line(Field::Name, u"name"_s, product.name);
    faults.category(product.category);
    faults.price(product.price);
    faults.url(product.url);
    faults.body(Field::Description, u"description"_s, product.description);
    if (!faults.all().isEmpty()) {
        return tl::unexpected(faults.all());
    }
    return product;
}

tl::expected<Announcement, QList<FieldFault>> validated(Announcement announcement)
{
    announcement.title = tidied(announcement.title);
    announcement.body = tidied(announcement.body);
    announcement.category = tidied(announcement.category);
    announcement.url = announcement.url.trimmed();

    Faults faults;
    faults.line(Field::Title, u"title"_s, announcement.title);
    faults.body(Field::Body, u"body"_s, announcement.body);
    if (!announcement.category.isEmpty()) {
        faults.category(announcement.category);
    }
    faults.url(announcement.url);
    if (!faults.all().isEmpty()) {
        return tl::unexpected(faults.all());
    }
    return announcement;
}

Result<QString> validatedCategory(const QString &name)
{
    const QString tidy = tidied(name);
    if (tidy.isEmpty()) {
        return refused(u"The category is empty."_s);
    }
    if (const TextFault fault = checkLine(tidy, limits::TitleCharacters); fault != TextFault::None) {
        const QString most =
            fault == TextFault::TooLong ? u": at most %1 characters"_s.arg(limits::TitleCharacters) : QString();
        return refused(u"The category %1%2."_s.arg(describe(fault), most));
    }
    // Nothing would tell it from the category of what concerns everyone, whose name is empty.
    if (folded(tidy).isEmpty()) {
        return refused(u"The category has no letter or digit in it."_s);
    }
    return tidy;
}

Error toError(const QList<FieldFault> &faults)
{
    QStringList sentences;
    for (const FieldFault &fault : faults) {
        sentences.append(fault.message);
    }
    return {Error::Kind::Refused, sentences.join(u' ')};
}

} // namespace jarchi::catalog
