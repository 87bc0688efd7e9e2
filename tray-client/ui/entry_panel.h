// SPDX-License-Identifier: MIT
#pragma once

#include "inbox/entry.h"

#include <QFrame>

#include <optional>

class QLabel;
class QPushButton;
class QStackedLayout;
class QTextEdit;

namespace jarchi::widgets {
class EmptyState;
}

namespace jarchi::ui {

class InboxActions;

/// What is selected, to be read: the entry, where its link leads, and what one can do with it. Main thread.
class EntryPanel : public QFrame
{
    Q_OBJECT

public:
    /// `actions` outlive this.
    explicit EntryPanel(const InboxActions &actions, QWidget *parent = nullptr);

    /// `host` is where its link leads, empty if there is none that may be opened.
    void showEntry(const inbox::Entry &entry, const QString &host);
    /// None, or several.
    void showCount(qsizetype count);
    /// 0 unless one is shown.
    [[nodiscard]] inbox::EntryId shownId() const { return m_entry ? m_entry->id : 0; }

protected:
    void changeEvent(QEvent *event) override;

private:
    void layOut();
    void setTexts();
    void write();

    const InboxActions &m_actions;
    std::optional<inbox::Entry> m_entry;
    qsizetype m_count = 0;
    QString m_host;
    QTextEdit *m_text;
    QWidget *m_link;
    QLabel *m_hostLabel;
    QPushButton *m_open;
    QPushButton *m_notInterested;
    QWidget *m_footer;
    widgets::EmptyState *m_nothing;
    QStackedLayout *m_stack = nullptr;
};

} // namespace jarchi::ui
