// SPDX-License-Identifier: MIT
#pragma once

#include <QDateTime>
#include <QLatin1StringView>
#include <QObject>
#include <QSettings>
#include <QString>
#include <QTime>
#include <QVariant>

namespace jarchi::preferences {

/// One setting: its key in the file, and what holds until somebody sets it.
template <typename T>
struct Setting
{
    QLatin1StringView key;
    T fallback;
};

/// The table: every setting there is. A value that makes no sense counts as not set.
namespace setting {
using namespace Qt::StringLiterals;

inline const Setting<QString> Server{"account/server"_L1, {}}; ///< As typed; empty: nobody has signed in.
inline const Setting<QString> User{"account/user"_L1, {}};
inline const Setting<bool> Remember{"account/remember"_L1, true};
inline const Setting<bool> TokenInFile{"account/token_in_file"_L1, false}; ///< Allowed where there is no keychain.

inline const Setting<int> SessionSeconds{"visit/session_seconds"_L1, 60}; ///< 10 to 86,400.
inline const Setting<bool> StayConnected{"visit/stay_connected"_L1, false};
inline const Setting<int> LookInMinutes{"visit/look_in_minutes"_L1, 0}; ///< 0: only when asked; else 5 to 1,440.

inline const Setting<bool> QuietHours{"quiet/by_hours"_L1, false};
inline const Setting<QTime> QuietFrom{"quiet/from"_L1, QTime(22, 0)};
inline const Setting<QTime> QuietTo{"quiet/to"_L1, QTime(7, 0)};
inline const Setting<QDateTime> QuietUntil{"quiet/until"_L1, {}}; ///< UTC.

inline const Setting<bool> Sound{"balloon/sound"_L1, false};
inline const Setting<int> BalloonSeconds{"balloon/seconds"_L1, 0}; ///< 0: as the desktop has it; else 1 to 60.
inline const Setting<bool> AllowHttp{"balloon/allow_http"_L1, false};

inline const Setting<int> RetentionDays{"inbox/retention_days"_L1, 365}; ///< 0: for ever; else 1 to 3,650.
} // namespace setting

/// What the user of this computer prefers, in an INI file. Language and window geometry are kept in the same file by
/// whoever has them, through settings(). Main thread.
class Preferences : public QObject
{
    Q_OBJECT

public:
    /// `settings` outlives this.
    explicit Preferences(QSettings &settings, QObject *parent = nullptr);

    template <typename T>
    [[nodiscard]] T get(const Setting<T> &setting) const
    {
        const QVariant value = m_settings.value(setting.key);
        return value.isValid() && value.canConvert<T>() ? value.value<T>() : setting.fallback;
    }
    template <typename T>
    void set(const Setting<T> &setting, const T &value)
    {
        if (get(setting) == value)
            return;
        m_settings.setValue(setting.key, QVariant::fromValue(value));
        Q_EMIT changed(setting.key);
    }
    [[nodiscard]] QSettings &settings() { return m_settings; }

Q_SIGNALS:
    void changed(QLatin1StringView key);

private:
    QSettings &m_settings;
};

} // namespace jarchi::preferences
