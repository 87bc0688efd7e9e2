// SPDX-License-Identifier: MIT
#pragma once

#include <QObject>
#include <QSettings>
#include <QString>
#include <QTimer>

#include <chrono>

namespace jarchi::preferences {

/// Whether what is set reaches its file: QSettings itself keeps silent about a disk that is full, or a file that may
/// not be written. Looks each time when something was set, whoever set it, and while it fails again and again, so that
/// what waits is kept as soon as it can be. Main thread; owned by the preferences.
class SettingsFile : public QObject
{
    Q_OBJECT

public:
    /// Between two attempts, while they fail.
    static constexpr std::chrono::seconds Pause{5};

    /// `settings` outlives this. What is wrong already is said when the event loop runs.
    explicit SettingsFile(QSettings &settings, std::chrono::milliseconds pause = Pause, QObject *parent = nullptr);

    [[nodiscard]] bool isKept() const { return m_isKept; }
    [[nodiscard]] QString path() const { return m_settings.fileName(); }
    /// Writes what waits, now.
    void look();

Q_SIGNALS:
    /// It is kept from now on, or is not any more.
    void changed();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QSettings &m_settings;
    QTimer m_again; ///< Runs while it is not kept.
    bool m_isKept = true;
};

} // namespace jarchi::preferences
