// SPDX-License-Identifier: MIT
#pragma once

#include "client/client.h"
#include "preferences/preferences.h"

#include <QMainWindow>

namespace jarchi::ui {

/// Everything received: searched as one types, grouped by day, with what one can do about each. Closing it leaves the
/// program in the tray. Main thread.
class InboxWindow : public QMainWindow
{
    Q_OBJECT

public:
    /// Both outlive this.
    InboxWindow(client::Client &client, preferences::Preferences &preferences);

    /// Comes to the front; with an entry, that one is selected, whatever was searched for.
    void present(inbox::EntryId entry = 0);
    /// There is no tray: this window is the program, says so, and closing it ends it.
    void setTrayMissing(bool isMissing);

Q_SIGNALS:
    void interestsRequested();
    void settingsRequested();
    void signInRequested();
    void aboutRequested();
    void quitRequested();
};

} // namespace jarchi::ui
