// SPDX-License-Identifier: MIT
#pragma once

#include <QSettings>

#include <optional>

class QWidget;

namespace jarchi::gui {

/// Whether the server goes on in the tray when its window is closed: asked once, then remembered. Main thread; owned by
/// the window.
class KeepServing
{
public:
    /// `settings` outlives this.
    explicit KeepServing(QSettings &settings);

    /// What was chosen; as long as nobody was asked, that it does.
    [[nodiscard]] bool isWanted() const;
    void remember(bool wanted);
    /// Asks if nobody has answered yet, and waits for the answer. Nothing: whoever was asked thought better of closing.
    [[nodiscard]] std::optional<bool> decide(QWidget *window);

private:
    QSettings &m_settings;
};

} // namespace jarchi::gui
