// SPDX-License-Identifier: MIT
#pragma once

#include "client/client.h"
#include "preferences/preferences.h"
#include "widgets/message_bar.h"

#include <QMainWindow>

class QMenu;

namespace jarchi::ui {

class InboxActions;
class InboxPage;
class StatusLine;

/// Everything received: searched as one types, grouped by day, with what one can do about each. Closing it leaves the
/// program in the tray. Main thread.
class InboxWindow : public QMainWindow
{
    Q_OBJECT

public:
    /// Both outlive this.
    InboxWindow(client::Client &client, preferences::Preferences &preferences);
    ~InboxWindow() override;

    /// Comes to the front; with an entry, that one is selected, whatever was searched for.
    void present(inbox::EntryId entry = 0);
    /// Hides it, and remembers where it was.
    void putAway();
    /// There is no tray: this window is the program, says so, and closing it ends it.
    void setTrayMissing(bool isMissing);

Q_SIGNALS:
    void interestsRequested();
    void settingsRequested();
    void signInRequested();
    void aboutRequested();
    void quitRequested();

protected:
    void closeEvent(QCloseEvent *event) override;

private:
    void layOut();
    void makeMenus();
    void connectActions();
    void setTexts();
    void tell(widgets::Tone tone, const QString &sentence);
    void tellChange(const widgets::MessageBar::Words &sentence);
    void forgetChange();
    void showState();
    void showTrouble();
    void showTitle();
    void signInOrOut();
    void saveLayout();

    client::Client &m_client;
    preferences::Preferences &m_preferences;
    InboxActions *m_actions;
    widgets::MessageBar *m_noTray;
    widgets::MessageBar *m_trouble;
    widgets::MessageBar *m_unkept;
    widgets::MessageBar *m_message;
    InboxPage *m_page;
    StatusLine *m_status;
    QMenu *m_inboxMenu;
    QMenu *m_editMenu;
    QMenu *m_accountMenu;
    QMenu *m_helpMenu;
    QString m_shownTrouble;
    bool m_isTrayMissing = false;
    bool m_tellsChange = false; ///< What the message bar says can be undone.
};

} // namespace jarchi::ui
