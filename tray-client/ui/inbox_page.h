// SPDX-License-Identifier: MIT
#pragma once

#include "client/client.h"
#include "ui/inbox_changes.h"
#include "ui/inbox_model.h"
#include "ui/reading_watch.h"
#include "widgets/colours.h"

#include <QTimer>
#include <QWidget>

class QSplitter;
class QStackedLayout;

namespace jarchi::widgets {
class EmptyState;
}

namespace jarchi::ui {

class EntryPanel;
class InboxActions;
class InboxFilterBar;
class InboxList;

/// The inbox itself: filters, the list, what is selected in it, and what one does with that. Main thread.
class InboxPage : public QWidget
{
    Q_OBJECT

public:
    /// Both outlive this.
    InboxPage(client::Client &client, InboxActions &actions, QWidget *parent = nullptr);

    /// Selects it, whatever was searched for.
    void present(inbox::EntryId id);
    [[nodiscard]] InboxModel &model() { return m_model; }
    [[nodiscard]] QByteArray splitterState() const;
    void restoreSplitter(const QByteArray &state);

Q_SIGNALS:
    void interestsRequested();
    void signInRequested();
    /// For the window's message bar.
    void failed(const QString &sentence);
    void changed(const jarchi::widgets::MessageBar::Words &sentence);
    /// What was said to have changed is not what can be undone next any more.
    void changeUndone();
    /// How many there are, in words.
    void counted(const QString &count);

protected:
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void layOut();
    void paintHandle();
    void connectClient();
    void connectModel();
    void connectActions();
    void setTexts();
    void showResult();
    void showSelection();
    void showMenu(QPoint at);
    void noteRead(inbox::EntryId id);
    void mark();
    void keep();
    void remove();
    void copy();
    void openSelected();

    client::Client &m_client;
    InboxActions &m_actions;
    InboxModel m_model;
    InboxChanges m_changes;
    ReadingWatch m_reading;
    InboxFilterBar *m_filters;
    QSplitter *m_splitter;
    InboxList *m_list;
    EntryPanel *m_panel;
    widgets::EmptyState *m_signedOut;
    widgets::EmptyState *m_empty;
    widgets::EmptyState *m_noMatches;
    QStackedLayout *m_stack = nullptr;
    QTimer m_dayWatch; ///< Runs while somebody can see it.
    bool m_wasShown = false;
    inbox::EntryId m_wanted = 0; ///< To be selected once the list is there.
};

} // namespace jarchi::ui
