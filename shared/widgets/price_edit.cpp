// SPDX-License-Identifier: MIT
#include "widgets/price_edit.h"

#include "widgets/format.h"

#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QLocale>

namespace jarchi::widgets {

using namespace Qt::StringLiterals;

namespace {

const QStringList &offeredCurrencies()
{
    static const QStringList currencies{u"EUR"_s, u"USD"_s, u"GBP"_s, u"IRR"_s, u"CHF"_s, u"AED"_s,
                                        u"TRY"_s, u"JPY"_s, u"CNY"_s, u"INR"_s, u"CAD"_s, u"AUD"_s};
    return currencies;
}

/// What somebody typed for a currency as its code, if it is one of the signs on a keyboard.
QString currencyCode(const QString &typed)
{
    const QString text = typed.trimmed();
    if (text == u"€"_s) {
        return u"EUR"_s;
    }
    if (text == u"$"_s) {
        return u"USD"_s;
    }
    if (text == u"£"_s) {
        return u"GBP"_s;
    }
    return text == u"ریال"_s ? u"IRR"_s : text.toUpper();
}

bool isGrouping(QChar character, const QLocale &locale)
{
    if (character == locale.decimalPoint().front()) {
        return false;
    }
    const bool persian = locale.language() == QLocale::Persian;
    return character.isSpace() || character == u'٬' || character == u'\'' || character == u'’' ||
           character == locale.groupSeparator().front() || (persian && (character == u',' || character == u'،'));
}

bool isDecimalPoint(QChar character, const QLocale &locale)
{
    // Persian keyboards have no handy ٫, so people type a point or, as on paper, a slash.
    const bool persian = locale.language() == QLocale::Persian;
    return character == locale.decimalPoint().front() || character == u'٫' ||
           (persian && (character == u'.' || character == u'/'));
}

} // namespace

std::optional<QString> plainAmount(const QString &text, const QLocale &locale)
{
    QString plain;
    qsizetype inGroup = -1; // Digits since the last grouping mark; -1 before the first.
    bool fraction = false;
    const auto groupIsComplete = [&] { return inGroup < 0 || inGroup == 3; };
    for (const QChar character : text.trimmed()) {
        if (character.digitValue() >= 0) {
            plain += QChar(u'0' + character.digitValue());
            inGroup += inGroup >= 0 ? 1 : 0;
        } else if (isDecimalPoint(character, locale) && !fraction && groupIsComplete()) {
            plain += u'.';
            fraction = true;
            inGroup = -1;
        } else if (isGrouping(character, locale) && !fraction && !plain.isEmpty() && groupIsComplete()) {
            inGroup = 0;
        } else {
            return std::nullopt;
        }
    }
    if (plain.isEmpty() || !groupIsComplete()) {
        return std::nullopt;
    }
    return plain;
}

PriceEdit::PriceEdit(QWidget *parent)
    : QWidget(parent)
    , m_amount(new QLineEdit(this))
    , m_currency(new QComboBox(this))
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_amount, 1);
    row->addWidget(m_currency);

    // An amount longer than the highest price can only be a mistake; a pasted book must not be formatted.
    constexpr int longestAmount = 40;
    m_amount->setMaxLength(longestAmount);
    m_amount->setObjectName(u"priceAmount"_s);
    m_currency->setObjectName(u"priceCurrency"_s);
    m_currency->setEditable(true);
    m_currency->setInsertPolicy(QComboBox::NoInsert);
    m_currency->addItems(offeredCurrencies());
    const QString own = QLocale().currencySymbol(QLocale::CurrencyIsoCode);
    m_currency->setCurrentText(own.isEmpty() ? u"EUR"_s : own);
    m_currency->setMinimumContentsLength(5);
    m_currency->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    setFocusProxy(m_amount);
    setTabOrder(m_amount, m_currency);
    retranslate();
    align();

    connect(m_amount, &QLineEdit::textChanged, this, &PriceEdit::edited);
    connect(m_currency, &QComboBox::currentTextChanged, this, &PriceEdit::edited);
}

Result<std::optional<Money>> PriceEdit::money() const
{
    const QString typed = m_amount->text().trimmed();
    if (typed.isEmpty()) {
        return std::nullopt;
    }
    const QString currency = currencyCode(m_currency->currentText());
    if (!parseMoney(u"0", currency)) {
        return refused(currency.isEmpty() ? tr("Choose the currency of the price.")
                                          : tr("“%1” is no currency: write three letters, like EUR.").arg(currency));
    }
    const std::optional<QString> plain = plainAmount(typed, QLocale());
    if (!plain) {
        const QString example = widgets::amountText(*parseMoney(u"599", currency));
        return refused(tr("This is no price: write it like %1.").arg(example));
    }
    const auto parsed = parseMoney(*plain, currency);
    if (parsed) {
        return std::optional(*parsed);
    }
    const int digits = minorDigits(currency);
    if (plain->section(u'.', 1).size() > digits) {
        return refused(
            digits == 0
                ? tr("A price in %1 has no decimal point.").arg(currency)
                : tr("A price in %1 has at most %Ln digit(s) after the decimal point.", nullptr, digits).arg(currency));
    }
    if (plain->startsWith(u'.') || plain->endsWith(u'.')) {
        const QString example = widgets::amountText(*parseMoney(u"599", currency));
        return refused(tr("This is no price: write it like %1.").arg(example));
    }
    return refused(tr("This price is too high."));
}

void PriceEdit::setMoney(const std::optional<Money> &money)
{
    if (!money) {
        clear();
        return;
    }
    setTexts(widgets::amountText(*money), money->currency);
}

void PriceEdit::clear()
{
    m_amount->clear();
}

QString PriceEdit::amountText() const
{
    return m_amount->text();
}

QString PriceEdit::currencyText() const
{
    return m_currency->currentText();
}

void PriceEdit::setTexts(const QString &amount, const QString &currency)
{
    m_currency->setCurrentText(currency);
    m_amount->setText(amount);
}

void PriceEdit::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
    if (event->type() == QEvent::LayoutDirectionChange) {
        align();
    }
    QWidget::changeEvent(event);
}

void PriceEdit::retranslate()
{
    m_amount->setAccessibleName(tr("Price"));
    m_amount->setPlaceholderText(tr("no price"));
    m_currency->setAccessibleName(tr("Currency"));
}

void PriceEdit::align()
{
    // Digits and codes have no direction of their own, so a line edit would put them to the left in every language.
    const bool mirrored = layoutDirection() == Qt::RightToLeft;
    const Qt::Alignment start = (mirrored ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignAbsolute | Qt::AlignVCenter;
    m_amount->setAlignment(start);
    m_currency->lineEdit()->setAlignment(start);
}

} // namespace jarchi::widgets
