// SPDX-License-Identifier: MIT
#pragma once

#include "client/alarm.h"
#include "notify/quiet_hours.h"
#include "preferences/preferences.h"

#include <QObject>

#include <chrono>

namespace jarchi::client {

/// Whether it should be quiet now, by the hours of the preferences or because the user said so. Main thread; owned by
/// the client.
class QuietKeeper : public QObject
{
    Q_OBJECT

public:
    /// Both outlive this.
    QuietKeeper(preferences::Preferences &preferences, const Clock &clock, QObject *parent = nullptr);

    [[nodiscard]] bool isQuiet() const { return m_isQuiet; }
    /// When the quiet of now ends; invalid when it is not quiet.
    [[nodiscard]] QDateTime until() const { return m_until; }
    void beQuietFor(std::chrono::seconds duration);
    void beQuietUntilTomorrow();
    /// Also in the middle of quiet hours, which begin again at their next time.
    void endQuiet();
    /// The clock may have jumped.
    void look();

Q_SIGNALS:
    void changed();

private:
    [[nodiscard]] notify::QuietHours hours() const;
    void decide();

    preferences::Preferences &m_preferences;
    const Clock &m_clock;
    QDateTime m_loudUntil; ///< The user ended a quiet time that the hours would have; invalid otherwise.
    bool m_isQuiet = false;
    QDateTime m_until;
    Alarm m_change;
};

} // namespace jarchi::client
