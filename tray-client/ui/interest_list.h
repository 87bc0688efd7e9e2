// SPDX-License-Identifier: MIT
#pragma once

#include "base/error.h"
#include "protocol/messages.h"

#include <QPointer>
#include <QStringListModel>
#include <QWidget>

class QLabel;
class QPushButton;
class QVBoxLayout;

namespace jarchi::ui {

class InterestRow;

/// All interests while they are edited, a row each. Main thread.
class InterestList : public QWidget
{
    Q_OBJECT

public:
    explicit InterestList(QWidget *parent = nullptr);

    void setList(const protocol::InterestList &list);
    /// All of them, each once; or the first thing that is wrong.
    [[nodiscard]] Result<QList<protocol::Interest>> interests() const;
    /// Where one begins: the first row, or the button that adds one.
    void focusFirst();
    /// What the shop's prices are in, for rows in which nobody has chosen a currency: a limit in another one would let
    /// nothing through.
    void suggestCurrency(const QString &currency);
    /// The row that was removed last is where it was. Nothing happens if there is none.
    void undoRemoval();

Q_SIGNALS:
    void edited();
    /// There is a new row; edited() came, too.
    void added();
    /// A row is gone; edited() came, too.
    void removed();

protected:
    void changeEvent(QEvent *event) override;

private:
    void setTexts();
    InterestRow *makeRow();
    void addRow();
    void remove(InterestRow *row);
    void forgetRemoved();
    void showState();
    void orderTabs();
    [[nodiscard]] QString nextCategory() const;
    void alignHeadings();

    QStringListModel m_categories;   ///< What rows offer.
    QList<InterestRow *> m_rows;     ///< Children.
    QPointer<InterestRow> m_removed; ///< Hidden, but in its place.
    qsizetype m_removedIndex = 0;
    QString m_currency; ///< Suggested; empty until it is known.
    bool m_canAdd = false;
    QWidget *m_headings;
    QLabel *m_category;
    QLabel *m_keyword;
    QLabel *m_price;
    QLabel *m_none;
    QVBoxLayout *m_column;
    QPushButton *m_add;
};

} // namespace jarchi::ui
