// SPDX-License-Identifier: MIT
#pragma once

#include "base/error.h"

#include <QString>
#include <QStringList>

namespace jarchi::desktop {

class DesktopEntry;

/// Whether the desktop starts the tray when its user logs in: a file in the folder that the Desktop Application
/// Autostart Specification names (https://specifications.freedesktop.org/autostart-spec/0.5/). What somebody changed
/// in it, by hand or with the desktop's own settings, is believed and kept. Nothing is remembered here: every question
/// is put to the file. Main thread; owned by whoever asks.
class Autostart
{
public:
    struct Place
    {
        QString folder;       ///< defaultFolder(), or a test's.
        QString program;      ///< The full path of what is to be started.
        QStringList desktops; ///< Of this session: currentDesktops(), or a test's.
    };

    explicit Autostart(Place place);

    [[nodiscard]] bool isEnabled() const;
    /// Unavailable: the file could not be written, and the sentence says which and why.
    [[nodiscard]] Result<void> setEnabled(bool isEnabled) const;

    /// $XDG_CONFIG_HOME/autostart.
    [[nodiscard]] static QString defaultFolder();
    /// $XDG_CURRENT_DESKTOP.
    [[nodiscard]] static QStringList currentDesktops();

private:
    [[nodiscard]] QString path() const;
    [[nodiscard]] QByteArray text() const;
    [[nodiscard]] QByteArray ownText() const;
    [[nodiscard]] Result<void> enable() const;
    [[nodiscard]] Result<void> disable() const;
    [[nodiscard]] Result<void> write(const QByteArray &text) const;
    [[nodiscard]] bool isForThisDesktop(const DesktopEntry &entry) const;

    const Place m_place;
};

} // namespace jarchi::desktop
