// SPDX-License-Identifier: MIT
#include "gui/product_form.h"

#include "base/text_rules.h"
#include "widgets/category_box.h"
#include "widgets/form_field.h"
#include "widgets/price_edit.h"
#include "widgets/translated.h"

#include <QGridLayout>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QSignalBlocker>

namespace jarchi::gui {

using namespace Qt::StringLiterals;
using namespace widgets;
using catalog::Field;

ProductForm::ProductForm(QWidget *parent)
    : QWidget(parent)
    , m_name(new QLineEdit(this))
    , m_category(new CategoryBox(this))
    , m_price(new PriceEdit(this))
    , m_url(new QLineEdit(this))
    , m_description(new QPlainTextEdit(this))
    , m_editors{{Field::Name, m_name},
                {Field::Category, m_category},
                {Field::Price, m_price},
                {Field::Url, m_url},
                {Field::Description, m_description}}
{
    for (auto editor = m_editors.cbegin(); editor != m_editors.cend(); ++editor) {
        m_fields.insert(editor.key(), new FormField(editor.value(), this));
    }
    m_name->setObjectName(u"productName"_s);
    m_category->setObjectName(u"productCategory"_s);
    m_price->setObjectName(u"productPrice"_s);
    m_url->setObjectName(u"productUrl"_s);
    m_description->setObjectName(u"productDescription"_s);
    m_name->setMaxLength(4 * limits::TitleCharacters); // Longer is shown as a fault, up to what is surely a mistake.
    m_url->setPlaceholderText(u"https://"_s);
    m_url->setLayoutDirection(Qt::LeftToRight); // An address, in whatever language the window is.
    m_description->setTabChangesFocus(true);
    m_description->setMinimumHeight(72);
    m_description->setMaximumHeight(220); // Of 4 KiB at most, which nobody writes; an endless field looks unfinished.
    translated(this, [this] {
        m_fields[Field::Name]->setLabel(tr("&Name"));
        m_fields[Field::Category]->setLabel(tr("Ca&tegory"));
        m_fields[Field::Price]->setLabel(tr("P&rice"));
        m_fields[Field::Url]->setLabel(tr("&Link"));
        m_fields[Field::Description]->setLabel(tr("&Description"));
        showFaults();
        showCategoryHint();
    });

    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(16);
    grid->setVerticalSpacing(16);
    grid->addWidget(m_fields[Field::Name], 0, 0, 1, 2);
    grid->addWidget(m_fields[Field::Category], 1, 0, Qt::AlignTop);
    grid->addWidget(m_fields[Field::Price], 1, 1, Qt::AlignTop);
    grid->addWidget(m_fields[Field::Url], 2, 0, 1, 2);
    grid->addWidget(m_fields[Field::Description], 3, 0, 1, 2);
    grid->setColumnStretch(0, 1);
    grid->setColumnStretch(1, 1);
    grid->setRowStretch(3, 1);

    connect(m_name, &QLineEdit::textEdited, this, [this] { touch(Field::Name); });
    connect(m_category, &QComboBox::editTextChanged, this, [this] { touch(Field::Category); });
    connect(m_price, &PriceEdit::edited, this, [this] { touch(Field::Price); });
    connect(m_url, &QLineEdit::textEdited, this, [this] { touch(Field::Url); });
    connect(m_description, &QPlainTextEdit::textChanged, this, [this] { touch(Field::Description); });
}

void ProductForm::setCategories(const QStringList &categories)
{
    m_category->setCategories(categories);
    m_knowsCategories = true;
    showCategoryHint();
}

void ProductForm::setProduct(const catalog::Product &product)
{
    const QSignalBlocker quietCategory(m_category);
    const QSignalBlocker quietDescription(m_description);
    m_name->setText(product.name);
    m_category->setEditText(product.category);
    product.price ? m_price->setMoney(product.price) : m_price->clear();
    m_url->setText(product.url);
    m_description->setPlainText(product.description);
    m_touched.clear();
    showFaults();
    showCategoryHint();
    Q_EMIT edited();
}

void ProductForm::clear()
{
    setProduct({{}, m_category->currentText().trimmed(), {}, {}, {}});
}

catalog::Product ProductForm::typed() const
{
    const auto price = m_price->money();
    return {m_name->text(), m_category->currentText(), price ? *price : std::nullopt, m_url->text(),
            m_description->toPlainText()};
}

ProductForm::TypedPrice ProductForm::typedPrice() const
{
    return {m_price->amountText(), m_price->currencyText()};
}

void ProductForm::setTypedPrice(const TypedPrice &price)
{
    m_price->setTexts(price.amount, price.currency);
    m_touched.clear();
    showFaults();
}

bool ProductForm::isEmpty() const
{
    return m_name->text().trimmed().isEmpty() && m_url->text().trimmed().isEmpty() &&
           m_description->toPlainText().trimmed().isEmpty();
}

std::optional<catalog::Product> ProductForm::submit()
{
    m_touched = {Field::Name, Field::Category, Field::Price, Field::Url, Field::Description};
    const auto wrong = showFaults();
    if (!wrong.isEmpty()) {
        m_editors.value(wrong.first().field, m_price)->setFocus();
        return std::nullopt;
    }
    return *catalog::validated(typed());
}

void ProductForm::focusFirst()
{
    m_name->setFocus();
}

void ProductForm::touch(Field field)
{
    m_touched.insert(field);
    showFaults();
    showCategoryHint();
    Q_EMIT edited();
}

QList<catalog::FieldFault> ProductForm::showFaults()
{
    const auto wrong = faults();
    QHash<Field, QString> messages;
    for (const catalog::FieldFault &fault : wrong) {
        const Field field = fault.field == Field::Currency ? Field::Price : fault.field;
        if (m_touched.contains(field) && !messages.contains(field)) {
            messages.insert(field, fault.message);
        }
    }
    for (auto field = m_fields.cbegin(); field != m_fields.cend(); ++field) {
        field.value()->setFault(messages.value(field.key()));
    }
    return wrong;
}

QList<catalog::FieldFault> ProductForm::faults() const
{
    const auto checked = catalog::validated(typed());
    QList<catalog::FieldFault> wrong = checked ? QList<catalog::FieldFault>() : checked.error();
    if (const auto price = m_price->money(); !price) {
        wrong.append({Field::Price, price.error().message});
    }
    return wrong;
}

void ProductForm::showCategoryHint()
{
    const QString category = m_category->currentText().trimmed();
    const bool isNew = m_knowsCategories && !category.isEmpty() && !m_category->hasCategory(category);
    m_fields[Field::Category]->setHint(isNew ? tr("A new category: nobody is interested in it yet.") : QString());
}

} // namespace jarchi::gui
