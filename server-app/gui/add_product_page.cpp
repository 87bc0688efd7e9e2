// SPDX-License-Identifier: MIT
#include "gui/add_product_page.h"

#include "gui/fault_note.h"
#include "gui/preview_column.h"
#include "gui/product_form.h"
#include "gui/server_control.h"
#include "store/reach_preview.h"
#include "widgets/format.h"
#include "widgets/icons.h"
#include "widgets/translated.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QUrl>

namespace jarchi::gui {

using namespace Qt::StringLiterals;
using namespace widgets;

namespace {

/// Where the draft is in the settings.
constexpr auto DraftGroup = "draft/product"_L1;

} // namespace

AddProductPage::AddProductPage(ServerControl &server, ShopState &shop, QSettings &settings, QWidget *parent)
    : ComposePage(server, shop, parent)
    , m_settings(settings)
    , m_form(new ProductForm(this))
    , m_add(new QPushButton(this))
    , m_clear(new QPushButton(this))
{
    m_add->setObjectName(u"addProduct"_s);
    m_add->setDefault(true);
    m_clear->setObjectName(u"clearProduct"_s);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_clear);
    buttons->addStretch(1);
    buttons->addWidget(m_add);
    auto *left = new QVBoxLayout;
    left->setSpacing(16);
    left->addWidget(m_form);
    left->addLayout(buttons);
    left->addStretch(1);
    layOut(left, *m_add);
    translated(this, [this] { setTexts(); });

    connect(m_form, &ProductForm::edited, this, &AddProductPage::takeEdit);
    connect(m_clear, &QPushButton::clicked, this, [this] {
        m_form->clear();
        m_form->focusFirst();
    });
    readDraft();
}

AddProductPage::~AddProductPage()
{
    writeDraft();
}

void AddProductPage::setTexts()
{
    preview().setPlaceholder(tr("What is it called?"));
    m_clear->setText(tr("&Clear"));
    ComposePage::setTexts();
}

void AddProductPage::focusFirst()
{
    m_form->focusFirst();
}

void AddProductPage::showWhatItWillBe()
{
    const catalog::Product product = m_form->typed();
    QStringList details;
    if (product.price) {
        details.append(money(*product.price));
    }
    if (!product.category.trimmed().isEmpty()) {
        details.append(product.category.trimmed());
    }
    preview().setContent(product.name, details.join(u" · "_s), product.description, QUrl(product.url.trimmed()).host());

    if (product.category.trimmed().isEmpty()) {
        preview().askReach(std::nullopt);
    } else {
        preview().askReach([product](store::Store &store, const QList<people::AccountId> &online) {
            return store.reach().of(product, online);
        });
    }
}

void AddProductPage::setCategories(const QStringList &categories)
{
    m_form->setCategories(categories);
}

void AddProductPage::submit()
{
    if (!canSubmit()) {
        return;
    }
    const auto product = m_form->submit();
    if (!product) {
        return;
    }
    beginSubmit();
    server().store().write(
        this, [product = *product](store::Store &store) { return store.products().add(product); },
        [this, product = *product](const Result<store::ProductAdded> &outcome) { finish(product, outcome); });
}

void AddProductPage::finish(const catalog::Product &product, const Result<store::ProductAdded> &outcome)
{
    setBusy(false);
    if (!outcome) {
        const QString name = product.name;
        fault().tell(
            outcome.error(),
            [name, why = outcome.error().message] { return tr("“%1” was not added. %2").arg(isolated(name), why); },
            [name] { return tr("The database can be written again. “%1” is not added yet.").arg(isolated(name)); },
            [] { return tr("Add it n&ow"); });
        return;
    }
    m_form->clear();
    m_form->focusFirst();
    writeDraft();
    preview().addDelivery(product.name, outcome->notification);
    if (outcome->categoryIsNew) {
        readCategories();
    }
    Q_EMIT added();
}

void AddProductPage::setBusy(bool busy)
{
    ComposePage::setBusy(busy);
    m_add->setText(busy ? tr("Adding…") : tr("&Add product"));
    m_add->setIcon(icon(u"send"_s));
}

void AddProductPage::readDraft()
{
    m_settings.beginGroup(DraftGroup);
    const auto text = [this](QLatin1StringView key) { return m_settings.value(key).toString(); };
    const auto price = parseOptionalMoney(text("price"_L1), text("currency"_L1));
    m_form->setProduct(
        {text("name"_L1), text("category"_L1), price ? *price : std::nullopt, text("url"_L1), text("description"_L1)});
    if (!price) {
        m_form->setTypedPrice({text("price"_L1), text("currency"_L1)});
    }
    m_settings.endGroup();
}

void AddProductPage::writeDraft()
{
    const catalog::Product product = m_form->typed();
    m_settings.beginGroup(DraftGroup);
    m_settings.setValue("name"_L1, product.name);
    m_settings.setValue("category"_L1, product.category);
    // As a decimal it is the same price in any language; what is no price yet is kept as it was typed.
    const auto [amount, currency] = m_form->typedPrice();
    m_settings.setValue("price"_L1, product.price ? toDecimal(*product.price) : amount);
    m_settings.setValue("currency"_L1, product.price ? product.price->currency : currency);
    m_settings.setValue("url"_L1, product.url);
    m_settings.setValue("description"_L1, product.description);
    m_settings.endGroup();
}

} // namespace jarchi::gui
