// SPDX-License-Identifier: MIT
#pragma once

#include "inbox/entry.h"

#include <QTimer>
#include <QWidget>

class QLineEdit;
class QPushButton;

namespace jarchi::ui {

class CategoryButton;

/// What of the inbox one wants to see: words, some categories, only the unread ones, only the kept ones. Main thread.
class InboxFilterBar : public QWidget
{
    Q_OBJECT

public:
    /// From the last key until it is searched.
    static constexpr std::chrono::milliseconds Pause{200};

    explicit InboxFilterBar(QWidget *parent = nullptr);

    [[nodiscard]] inbox::EntryQuery query() const;
    /// What is chosen stays chosen, also when it is no longer there.
    void setCategories(const QStringList &categories);
    void focusSearch();
    void clearWords();
    void clear();

Q_SIGNALS:
    void queryChanged(const jarchi::inbox::EntryQuery &query);

private:
    void setTexts();
    void tell();

    QLineEdit *m_words;
    CategoryButton *m_categories;
    QPushButton *m_unread;
    QPushButton *m_kept;
    QTimer m_pause;
    inbox::EntryQuery m_told;
};

} // namespace jarchi::ui
