// SPDX-License-Identifier: MIT
#pragma once

#include "base/error.h"
#include "protocol/messages.h"

#include <QWidget>

class QGridLayout;
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

Q_SIGNALS:
    void edited();

private:
    void setTexts();
    InterestRow *addRow();
    void remove(InterestRow *row);
    void showState();

    QStringList m_categories;
    QList<InterestRow *> m_rows; ///< Children.
    QWidget *m_headings;
    QLabel *m_category;
    QLabel *m_keyword;
    QLabel *m_price;
    QLabel *m_none;
    QVBoxLayout *m_column;
    QPushButton *m_add;
};

} // namespace jarchi::ui
