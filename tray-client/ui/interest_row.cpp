// SPDX-License-Identifier: MIT
#include "ui/interest_row.h"

#include "base/text_rules.h"
#include "widgets/colours.h"
#include "widgets/icons.h"
#include "widgets/price_edit.h"
#include "widgets/text_label.h"
#include "widgets/translated.h"

#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QSignalBlocker>
#include <QToolButton>

namespace jarchi::ui {

using namespace Qt::StringLiterals;

InterestRow::InterestRow(QAbstractItemModel &categories, QWidget *parent)
    : QWidget(parent)
    , m_category(new QComboBox(this))
    , m_keyword(new QLineEdit(this))
    , m_price(new widgets::PriceEdit(this))
    , m_remove(new QToolButton(this))
    , m_fault(new widgets::TextLabel(this))
{
    m_category->setObjectName(u"interestCategory"_s);
    m_keyword->setObjectName(u"interestKeyword"_s);
    m_remove->setObjectName(u"interestRemove"_s);
    m_fault->setObjectName(u"interestFault"_s);
    m_category->setModel(&categories);
    m_category->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    constexpr int shortest = 14;
    m_category->setMinimumContentsLength(shortest);
    m_keyword->setMaxLength(limits::NameCharacters);
    m_remove->setIcon(widgets::icon(u"delete"_s));
    m_remove->setAutoRaise(true);

    auto *line = new QHBoxLayout;
    line->setSpacing(8);
    line->addWidget(m_category, 3);
    line->addWidget(m_keyword, 3);
    line->addWidget(m_price, 3);
    line->addWidget(m_remove);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    column->addLayout(line);
    column->addWidget(m_fault);

    connect(m_category, &QComboBox::currentTextChanged, this, &InterestRow::edited);
    connect(m_keyword, &QLineEdit::textChanged, this, &InterestRow::edited);
    connect(m_price, &widgets::PriceEdit::edited, this, &InterestRow::edited);
    const auto noteChoice = [this] { m_isCurrencyChosen = true; };
    connect(m_price->currencyBox(), &QComboBox::activated, this, noteChoice);
    connect(m_price->currencyBox()->lineEdit(), &QLineEdit::textEdited, this, noteChoice);
    connect(this, &InterestRow::edited, this, &InterestRow::showFault);
    connect(m_remove, &QToolButton::clicked, this, &InterestRow::removalRequested);
    widgets::translated(this, [this] { setTexts(); });
    // The editor of prices says what a price is elsewhere, and says it again in another language, before this does.
    widgets::translated(m_price->amountEdit(), [this] {
        m_price->amountEdit()->setPlaceholderText(tr("Any price"));
        m_price->amountEdit()->setAccessibleName(tr("Highest price"));
    });
}

void InterestRow::setTexts()
{
    m_category->setAccessibleName(tr("Category"));
    m_keyword->setPlaceholderText(tr("Any product"));
    m_keyword->setAccessibleName(tr("Keyword"));
    m_remove->setToolTip(tr("Remove this interest"));
    m_remove->setAccessibleName(tr("Remove this interest"));
    showFault();
}

void InterestRow::setInterest(const protocol::Interest &interest)
{
    m_category->setCurrentText(interest.category);
    m_keyword->setText(interest.keyword);
    m_price->setMoney(parseOptionalMoney(interest.maxPrice, interest.maxPrice.isEmpty() ? QString() : interest.currency)
                          .value_or(std::nullopt));
    m_isCurrencyChosen = !interest.currency.isEmpty();
}

QString InterestRow::category() const
{
    return m_category->currentText();
}

void InterestRow::setCategory(const QString &category)
{
    m_category->setCurrentText(category);
}

void InterestRow::suggestCurrency(const QString &currency)
{
    if (m_isCurrencyChosen)
        return;
    // With no amount beside it, nothing has changed.
    const QSignalBlocker blocker(m_price->amountText().isEmpty() ? m_price : nullptr);
    m_price->currencyBox()->setCurrentText(currency);
}

Result<protocol::Interest> InterestRow::interest() const
{
    const QString keyword = m_keyword->text().simplified();
    if (const TextFault fault = checkLine(keyword, limits::NameCharacters);
        !keyword.isEmpty() && fault != TextFault::None)
        return refused(tr("The keyword %1.").arg(describe(fault)));
    return m_price->money().map([&](const std::optional<Money> &limit) {
        return protocol::Interest{.category = m_category->currentText(),
                                  .keyword = keyword,
                                  .maxPrice = limit ? toDecimal(*limit) : QString(),
                                  .currency = limit ? limit->currency : QString()};
    });
}

void InterestRow::focusCategory()
{
    m_category->setFocus();
}

QWidget *InterestRow::tabAfter(QWidget *before)
{
    QWidget *last = before;
    for (QWidget *next : std::initializer_list<QWidget *>{m_category, m_keyword, m_price, m_remove}) {
        setTabOrder(last, next);
        last = next;
    }
    return last;
}

void InterestRow::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::ApplicationPaletteChange)
        showFault();
    QWidget::changeEvent(event);
}

void InterestRow::showFault()
{
    const Result<protocol::Interest> edited = interest();
    QPalette colors = palette();
    colors.setColor(QPalette::WindowText, widgets::colour(widgets::Tone::Error, colors));
    m_fault->setPalette(colors);
    m_fault->setText(edited ? QString() : edited.error().message);
    m_fault->setVisible(!edited);
}

} // namespace jarchi::ui
