// SPDX-License-Identifier: MIT
#include "widgets/appearance.h"

#include "widgets/colours.h"
#include "widgets/session_bus.h"
#include "widgets/style.h"

#include <QApplication>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QMetaEnum>
#include <QSettings>

namespace jarchi::widgets {

using namespace Qt::StringLiterals;

namespace {

constexpr auto AppearanceKey = "appearance"_L1;

// https://flatpak.github.io/xdg-desktop-portal/docs/doc-org.freedesktop.portal.Settings.html
constexpr auto Service = "org.freedesktop.portal.Desktop"_L1;
constexpr auto Path = "/org/freedesktop/portal/desktop"_L1;
constexpr auto Interface = "org.freedesktop.portal.Settings"_L1;
constexpr auto Group = "org.freedesktop.appearance"_L1;
constexpr auto Scheme = "color-scheme"_L1;
constexpr uint PrefersDark = 1;
constexpr uint PrefersLight = 2;

} // namespace

Appearance::Appearance(QSettings &settings, QObject *parent)
    : Appearance(settings, sessionBus(), parent)
{
}

Appearance::Appearance(QSettings &settings, const QDBusConnection &bus, QObject *parent)
    : QObject(parent)
    , m_settings(settings)
    , m_bus(bus)
    , m_systemIsDark(widgets::isDark(QGuiApplication::palette()))
{
    bool known = false;
    const QByteArray stored = m_settings.value(AppearanceKey).toString().toLatin1();
    const int value = QMetaEnum::fromType<Choice>().keyToValue(stored.constData(), &known);
    if (known) {
        m_choice = static_cast<Choice>(value);
    }
    QApplication::setStyle(new Style); // The application owns it.
    apply();
    askPortal();
}

void Appearance::choose(Choice choice)
{
    m_settings.setValue(AppearanceKey, QString::fromLatin1(QMetaEnum::fromType<Choice>().valueToKey(int(choice))));
    if (choice != m_choice) {
        m_choice = choice;
        apply();
    }
}

bool Appearance::isDark() const
{
    return m_choice == Choice::System ? m_systemIsDark : m_choice == Choice::Dark;
}

void Appearance::askPortal()
{
    if (!m_bus.isConnected()) {
        return;
    }
    // A bus knows slots by their text only; the test with a portal fails when it is wrong.
    m_bus.connect(Service, Path, Interface, u"SettingChanged"_s, this,
                  QT_STRINGIFY(QSLOT_CODE) "followPortal(QString,QString,QDBusVariant)");
    QDBusMessage question = QDBusMessage::createMethodCall(Service, Path, Interface, u"Read"_s);
    question << QString(Group) << QString(Scheme);
    auto *answer = new QDBusPendingCallWatcher(m_bus.asyncCall(question), this);
    connect(answer, &QDBusPendingCallWatcher::finished, this, [this, answer] {
        answer->deleteLater();
        const QDBusPendingReply<QVariant> reply = *answer;
        if (reply.isValid()) {
            followPortal(Group, Scheme, QDBusVariant(reply.value()));
        }
    });
}

void Appearance::followPortal(const QString &group, const QString &key, const QDBusVariant &value)
{
    if (group != Group || key != Scheme) {
        return;
    }
    // Read() wraps its answer in a second variant, the signal does not.
    QVariant content = value.variant();
    while (content.canConvert<QDBusVariant>()) {
        content = content.value<QDBusVariant>().variant();
    }
    setSystemScheme(content.toUInt());
}

void Appearance::setSystemScheme(uint scheme)
{
    // Anything else is "no preference": what Qt found stays.
    if (scheme != PrefersDark && scheme != PrefersLight) {
        return;
    }
    const bool dark = scheme == PrefersDark;
    if (dark != m_systemIsDark) {
        m_systemIsDark = dark;
        if (m_choice == Choice::System) {
            apply();
        }
    }
}

void Appearance::apply()
{
    QApplication::setPalette(isDark() ? darkPalette() : lightPalette());
    Q_EMIT changed();
}

} // namespace jarchi::widgets
