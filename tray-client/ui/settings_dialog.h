// SPDX-License-Identifier: MIT
#pragma once

#include "client/client.h"
#include "preferences/preferences.h"
#include "widgets/growing_dialog.h"

#include <functional>

class QCheckBox;
class QComboBox;
class QTabWidget;

namespace jarchi::desktop {
class Autostart;
}
namespace jarchi::widgets {
class Appearance;
class Language;
class MessageBar;
} // namespace jarchi::widgets

namespace jarchi::ui {

/// Every preference, each taking effect at once. Main thread.
class SettingsDialog : public widgets::GrowingDialog
{
    Q_OBJECT

public:
    struct Parts
    {
        client::Client &client;
        preferences::Preferences &preferences;
        widgets::Language &language;
        widgets::Appearance &appearance;
        desktop::Autostart &autostart;
    };

    /// All parts outlive this.
    explicit SettingsDialog(const Parts &parts, QWidget *parent = nullptr);

Q_SIGNALS:
    /// The account is to be another one.
    void signInRequested();

private:
    void restoreDefaults();
    void addGeneralPage();
    void addVisitPage();
    void addBalloonPage();
    void addInboxPage();
    [[nodiscard]] QComboBox *makeLanguageBox(QWidget *parent);
    [[nodiscard]] QComboBox *makeAppearanceBox(QWidget *parent);
    [[nodiscard]] QCheckBox *makeAutostartBox(QWidget *parent);

    const Parts m_parts;
    widgets::MessageBar *m_message;
    widgets::MessageBar *m_unkept; ///< What is changed here does not last.
    QTabWidget *m_tabs;
    std::function<void()> m_undo; ///< What the message's button does: only restoring can be undone.
};

} // namespace jarchi::ui
