// SPDX-License-Identifier: MIT
#pragma once

#include "notify/balloon.h"

#include <QList>
#include <QTimer>

#include <chrono>

namespace jarchi::widgets {
class SystemTray;
}

namespace jarchi::ui {

/// Balloons by Qt, for a desktop on which no daemon shows them: one at a time, without actions. Main thread.
class TrayBalloons : public notify::Balloons
{
    Q_OBJECT

public:
    /// `icon` outlives this.
    explicit TrayBalloons(widgets::SystemTray &icon, QObject *parent = nullptr);

    void show(const notify::Balloon &balloon) override;
    /// Qt cannot take a balloon back. One that was withdrawn does nothing any more when it is clicked.
    void withdraw(const QString &key) override;
    [[nodiscard]] bool isAvailable() const override;

private:
    widgets::SystemTray &m_icon;
    QString m_last; ///< Qt does not say which balloon was clicked; only the last one can be seen.
};

/// Two ways to show balloons, of which the first is taken whenever it is there. At the start nobody knows yet whether
/// it is: what is shown then waits a moment, so that it is neither lost nor shown by both. Main thread.
class PreferredBalloons : public notify::Balloons
{
    Q_OBJECT

public:
    /// Both outlive this.
    PreferredBalloons(notify::Balloons &first, notify::Balloons &second, QObject *parent = nullptr,
                      std::chrono::milliseconds patience = std::chrono::seconds(1));

    void show(const notify::Balloon &balloon) override;
    void withdraw(const QString &key) override;
    [[nodiscard]] bool isAvailable() const override;
    [[nodiscard]] bool isInhibited() const override;

private:
    void forward(notify::Balloons &from);
    [[nodiscard]] notify::Balloons &forwardTo() const;
    void showWaiting();

    notify::Balloons &m_first;
    notify::Balloons &m_second;
    QTimer m_patience; ///< Runs until it is known whether the first one is there.
    QList<notify::Balloon> m_waiting;
};

} // namespace jarchi::ui
