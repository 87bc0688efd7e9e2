// SPDX-License-Identifier: MIT
#pragma once

#include "gui/log_model.h"

#include <QWidget>

class QComboBox;
class QLineEdit;
class QPushButton;

namespace jarchi::widgets {
class Table;
} // namespace jarchi::widgets

namespace jarchi::gui {

/// The log, newest last: filtered by level and text, copyable. It follows new lines while its end is in sight.
class LogView : public QWidget
{
    Q_OBJECT

public:
    /// `book` outlives this.
    LogView(const LogBook &book, QWidget *parent);

    [[nodiscard]] widgets::Table *table() const { return m_table; }

private:
    void setTexts();
    void copy();
    [[nodiscard]] bool isAtEnd() const;

    LogModel m_model;
    LogFilter m_filter;
    widgets::Table *m_table;
    QComboBox *m_level;
    QLineEdit *m_text;
    QPushButton *m_copy;
};

} // namespace jarchi::gui
