// SPDX-License-Identifier: MIT
#pragma once

#include "base/error.h"
#include "base/money.h"

#include <QWidget>

#include <optional>

class QComboBox;
class QLineEdit;

namespace jarchi::widgets {

/// A price typed as the reader writes it: an amount with the locale's decimal point, grouping and digits (ASCII and
/// Persian digits in every language), and a currency chosen or typed. Nothing typed is no price. Main thread.
class PriceEdit : public QWidget
{
    Q_OBJECT

public:
    explicit PriceEdit(QWidget *parent = nullptr);

    /// What was typed; nothing if the amount is empty; or, in the user's language, what is wrong with it.
    [[nodiscard]] Result<std::optional<Money>> money() const;
    void setMoney(const std::optional<Money> &money);
    /// Empties the amount. The currency stays, because the next price is most often in the same one.
    void clear();

    /// As typed, for a draft.
    [[nodiscard]] QString amountText() const;
    [[nodiscard]] QString currencyText() const;
    void setTexts(const QString &amount, const QString &currency);

    /// For the buddy of a label, for accessible names and for tests.
    [[nodiscard]] QLineEdit *amountEdit() const { return m_amount; }
    [[nodiscard]] QComboBox *currencyBox() const { return m_currency; }

Q_SIGNALS:
    void edited();

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    void align();

    QLineEdit *m_amount = nullptr;
    QComboBox *m_currency = nullptr;
};

/// `text` as parseMoney() wants it: ASCII digits and a point. Nothing if it is no number in `locale`; grouping is
/// accepted where it groups ("1,200" in English), and refused where it might be meant as a decimal point ("1,20").
[[nodiscard]] std::optional<QString> plainAmount(const QString &text, const QLocale &locale);

} // namespace jarchi::widgets
