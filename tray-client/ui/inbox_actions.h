// SPDX-License-Identifier: MIT
#pragma once

#include "inbox/entry.h"

#include <QAction>
#include <QObject>
#include <QWidget>

#include <array>

class QMenu;

namespace jarchi::ui {

/// Everything that can be done in the inbox's window: one action each, for its menus, its buttons and its keys. Owned
/// by the window; main thread.
class InboxActions : public QObject
{
    Q_OBJECT

public:
    enum What {
        Open,
        Copy,
        Keep,
        MarkRead,
        NotInterested,
        Remove,
        MarkAllRead,
        Undo,
        Find,
        Connect,
        Interests,
        Settings,
        SignInOut,
        Close,
        Quit,
        About,
        Count
    };

    explicit InboxActions(QWidget *window);

    [[nodiscard]] QAction *operator[](What what) const { return m_actions.at(what); }
    /// What can be done with an entry, in groups.
    void fillEntryMenu(QMenu &menu) const;

    /// What is selected: how many, and one of them if it is known. `host` is where its link leads, empty if it may not
    /// be opened.
    void showSelection(qsizetype count, const inbox::Entry *entry, const QString &host);
    [[nodiscard]] bool marksAsRead() const { return m_marksAsRead; }
    [[nodiscard]] bool keeps() const { return m_keeps; }

private:
    void make(What what, const QString &iconName, const QKeySequence &keys = {});
    void setTexts();
    void setEntryTexts();

    QWidget *m_window;
    std::array<QAction *, Count> m_actions{};
    bool m_marksAsRead = true;
    bool m_keeps = true;
    QString m_category;       ///< Of the interest that brought what is selected, or its keyword.
    bool m_isKeyword = false; ///< Which of the two.
};

} // namespace jarchi::ui
