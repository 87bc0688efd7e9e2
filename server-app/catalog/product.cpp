// SPDX-License-Identifier: MIT
#include "catalog/product.h"

#include "base/fault_sentence.h"
#include "base/folding.h"
#include "base/text_rules.h"

#include <QCoreApplication>
#include <QStringList>

namespace jarchi::catalog {

using namespace Qt::StringLiterals;

namespace {

class Words
{
    JARCHI_DECLARE_SENTENCES(Product)
};

QString tidied(const QString &text)
{
    return text.trimmed().normalized(QString::NormalizationForm_C);
}

/// Collects what is wrong with a record, field by field.
class Faults
{
public:
    /// A required line: `word` is the field's name in the sentence.
    void line(Field field, const Sentence &word, const QString &text)
    {
        if (text.isEmpty()) {
            add(field, emptySentence(word));
        } else if (const TextFault fault = checkLine(text, limits::TitleCharacters); fault != TextFault::None) {
            add(field, lineSentence(word, fault, limits::TitleCharacters));
        }
    }
    void body(Field field, const Sentence &word, const QString &text)
    {
        if (const TextFault fault = checkBody(text); fault != TextFault::None) {
            add(field, bodySentence(word, fault, limits::BodyBytes));
        }
    }
    void category(const QString &name)
    {
        if (const Result<QString> checked = validatedCategory(name); !checked) {
            add(Field::Category, checked.error().sentence());
        }
    }
    void price(const std::optional<Money> &price)
    {
        if (!price) {
            return;
        }
        if (price->minor < 0) {
            add(Field::Price, Words::tr("The price is below zero."));
        }
        if (const auto currency = parseMoney(u"0", price->currency); !currency) {
            add(Field::Currency, currency.error().sentence());
        }
    }
    void url(const QString &url)
    {
        if (url.isEmpty()) {
            return;
        }
        if (const std::optional<Sentence> fault = urlFault(url)) {
            add(Field::Url, *fault);
        }
    }

    [[nodiscard]] const QList<FieldFault> &all() const { return m_faults; }

private:
    void add(Field field, const Sentence &message) { m_faults.append({field, message}); }

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
    faults.line(Field::Name, Words::tr("name"), product.name);
    faults.category(product.category);
    faults.price(product.price);
    faults.url(product.url);
    faults.body(Field::Description, Words::tr("description"), product.description);
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
    faults.line(Field::Title, Words::tr("title"), announcement.title);
    faults.body(Field::Body, Words::tr("body"), announcement.body);
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
        return refused(emptySentence(Words::tr("category")));
    }
    if (const TextFault fault = checkLine(tidy, limits::TitleCharacters); fault != TextFault::None) {
        return refused(lineSentence(Words::tr("category"), fault, limits::TitleCharacters));
    }
    // Nothing would tell it from the category of what concerns everyone, whose name is empty.
    if (folded(tidy).isEmpty()) {
        return refused(Words::tr("The category has no letter or digit in it."));
    }
    return tidy;
}

Error toError(const QList<FieldFault> &faults)
{
    QStringList translated;
    QStringList english;
    for (const FieldFault &fault : faults) {
        translated.append(fault.message.translated());
        english.append(fault.message.english());
    }
    return {Error::Kind::Refused, Sentence(translated.join(u' '), english.join(u' '))};
}

} // namespace jarchi::catalog
