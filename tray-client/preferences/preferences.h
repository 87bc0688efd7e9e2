// SPDX-License-Identifier: MIT
#pragma once

#include "preferences/settings_file.h"

#include <QDateTime>
#include <QLatin1StringView>
#include <QObject>
#include <QSettings>
#include <QString>
#include <QTime>
#include <QVariant>

#include <limits>
#include <optional>

namespace jarchi::preferences {

/// What a number may be, for whoever reads it and for whoever offers it.
struct Range
{
    int least = std::numeric_limits<int>::min();
    int most = std::numeric_limits<int>::max();
    bool orZero = false; ///< Zero is allowed besides: it means something of its own.

    [[nodiscard]] constexpr bool has(int value) const
    {
        return (orZero && value == 0) || (value >= least && value <= most);
    }
};

/// One setting: its key in the file, and what holds until somebody sets it.
template <typename T>
struct Setting
{
    QLatin1StringView key;
    T fallback;
};
template <>
struct Setting<int>
{
    QLatin1StringView key;
    int fallback;
    Range range;
};

/// The table: every setting there is. A value that makes no sense counts as not set.
namespace setting {
using namespace Qt::StringLiterals;

inline const Setting<QString> Server{"account/server"_L1, {}}; ///< As typed; empty: nobody has signed in.
inline const Setting<QString> User{"account/user"_L1, {}};
inline const Setting<bool> Remember{"account/remember"_L1, true};
/// A token was kept, and not taken back since: that it is not found has a reason, such as a keychain that stays locked.
inline const Setting<bool> TokenKept{"account/token_kept"_L1, false};
inline const Setting<bool> TokenInFile{"account/token_in_file"_L1, false}; ///< Allowed where there is no keychain.

inline const Setting<int> SessionSeconds{"visit/session_seconds"_L1, 60, {.least = 10, .most = 86'400}};
inline const Setting<bool> StayConnected{"visit/stay_connected"_L1, false};
/// 0: only when asked.
inline const Setting<int> LookInMinutes{"visit/look_in_minutes"_L1, 0, {.least = 5, .most = 1'440, .orZero = true}};

inline const Setting<bool> QuietHours{"quiet/by_hours"_L1, false};
inline const Setting<QTime> QuietFrom{"quiet/from"_L1, QTime(22, 0)};
inline const Setting<QTime> QuietTo{"quiet/to"_L1, QTime(7, 0)};
inline const Setting<QDateTime> QuietUntil{"quiet/until"_L1, {}}; ///< UTC.

inline const Setting<bool> Sound{"balloon/sound"_L1, false};
/// 0: as the desktop has it.
inline const Setting<int> BalloonSeconds{"balloon/seconds"_L1, 0, {.least = 1, .most = 60, .orZero = true}};
inline const Setting<bool> AllowHttp{"balloon/allow_http"_L1, false};

/// 0: for ever.
inline const Setting<int> RetentionDays{"inbox/retention_days"_L1, 365, {.least = 1, .most = 3'650, .orZero = true}};
} // namespace setting

/// What the user of this computer prefers, in an INI file that a person can read: times are ISO 8601, truth is "true"
/// or "false". Language and window geometry are kept in the same file by whoever has them, through settings(). Main
/// thread.
class Preferences : public QObject
{
    Q_OBJECT

public:
    /// `settings` outlives this.
    explicit Preferences(QSettings &settings, QObject *parent = nullptr);

    template <typename T>
    [[nodiscard]] T get(const Setting<T> &setting) const
    {
        return read(m_settings.value(setting.key), setting).value_or(setting.fallback);
    }
    /// A value that makes no sense takes the setting back, so that its fallback holds again.
    template <typename T>
    void set(const Setting<T> &setting, const T &value)
    {
        const T before = get(setting);
        const QVariant written = asWritten(value);
        if (read(written, setting))
            m_settings.setValue(setting.key, written);
        else
            m_settings.remove(setting.key);
        if (get(setting) != before)
            Q_EMIT changed(setting.key);
    }
    [[nodiscard]] QSettings &settings() { return m_settings; }
    /// Says when what is set does not reach the disk.
    [[nodiscard]] SettingsFile &file() { return m_file; }

Q_SIGNALS:
    void changed(QLatin1StringView key);

private:
    [[nodiscard]] static std::optional<QString> read(const QVariant &written, const Setting<QString> &setting);
    [[nodiscard]] static std::optional<bool> read(const QVariant &written, const Setting<bool> &setting);
    [[nodiscard]] static std::optional<int> read(const QVariant &written, const Setting<int> &setting);
    [[nodiscard]] static std::optional<QTime> read(const QVariant &written, const Setting<QTime> &setting);
    [[nodiscard]] static std::optional<QDateTime> read(const QVariant &written, const Setting<QDateTime> &setting);

    [[nodiscard]] static QVariant asWritten(const QString &value) { return value; }
    [[nodiscard]] static QVariant asWritten(bool value) { return value; }
    [[nodiscard]] static QVariant asWritten(int value) { return value; }
    [[nodiscard]] static QVariant asWritten(const QTime &value);
    [[nodiscard]] static QVariant asWritten(const QDateTime &value);

    QSettings &m_settings;
    SettingsFile m_file;
};

} // namespace jarchi::preferences
