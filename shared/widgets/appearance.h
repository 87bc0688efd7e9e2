// SPDX-License-Identifier: MIT
#pragma once

#include <QDBusConnection>
#include <QDBusVariant>
#include <QObject>
#include <QString>

class QSettings;

namespace jarchi::widgets {

/// Light or dark: the window's style and palette. Main thread; as long as the application lives.
///
/// `System` asks the desktop's portal over D-Bus and follows it when it changes. The answer is never waited for: until
/// it comes, and where there is no portal, the palette that Qt found on its platform decides.
class Appearance : public QObject
{
    Q_OBJECT

public:
    enum class Choice { System, Light, Dark };
    Q_ENUM(Choice)

    /// Takes effect at once. `settings` has to outlive it.
    explicit Appearance(QSettings &settings, QObject *parent = nullptr);
    /// With a bus of the caller's, as a test has it.
    Appearance(QSettings &settings, const QDBusConnection &bus, QObject *parent = nullptr);

    [[nodiscard]] Choice choice() const { return m_choice; }
    /// From now on, and at the next start.
    void choose(Choice choice);
    [[nodiscard]] bool isDark() const;

Q_SIGNALS:
    /// The palette changed, by choice or because the system did.
    void changed();

private Q_SLOTS:
    void followPortal(const QString &group, const QString &key, const QDBusVariant &value);

private:
    void askPortal();
    void setSystemScheme(uint scheme);
    void apply();

    QSettings &m_settings;
    QDBusConnection m_bus;
    Choice m_choice = Choice::System;
    bool m_systemIsDark = false;
};

} // namespace jarchi::widgets
