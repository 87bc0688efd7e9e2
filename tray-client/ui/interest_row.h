// SPDX-License-Identifier: MIT
#pragma once

#include "base/error.h"
#include "protocol/messages.h"

#include <QWidget>

class QAbstractItemModel;
class QComboBox;
class QLineEdit;
class QToolButton;

namespace jarchi::widgets {
class PriceEdit;
class TextLabel;
} // namespace jarchi::widgets

namespace jarchi::ui {

/// One interest while it is edited: a category, a keyword or none, a highest price or none. Owned by its list; main
/// thread.
class InterestRow : public QWidget
{
    Q_OBJECT

public:
    /// `categories` outlives this; all rows share it.
    explicit InterestRow(QAbstractItemModel &categories, QWidget *parent = nullptr);

    void setInterest(const protocol::Interest &interest);
    /// What is edited, or what is wrong with it, which stands below the row as well.
    [[nodiscard]] Result<protocol::Interest> interest() const;
    [[nodiscard]] QString category() const;
    void setCategory(const QString &category);
    /// What the shop's prices are in. It counts until somebody chooses a currency, or sets an interest that has one.
    void suggestCurrency(const QString &currency);
    /// For the keyboard: where one begins.
    void focusCategory();
    /// Tab leads from `before` through the row. Returns where it leaves it.
    QWidget *tabAfter(QWidget *before);

Q_SIGNALS:
    void edited();
    void removalRequested();

protected:
    void changeEvent(QEvent *event) override;

private:
    void setTexts();
    void showFault();

    QComboBox *m_category;
    QLineEdit *m_keyword;
    widgets::PriceEdit *m_price;
    QToolButton *m_remove;
    widgets::TextLabel *m_fault;
    bool m_isCurrencyChosen = false;
};

} // namespace jarchi::ui
