// SPDX-License-Identifier: MIT
#include "ui/tray_balloons.h"

#include "widgets/icons.h"

#include <QApplication>
#include <QSystemTrayIcon>

namespace jarchi::ui {

using namespace Qt::StringLiterals;
using notify::Balloon;
using notify::Balloons;

TrayBalloons::TrayBalloons(QSystemTrayIcon &icon, QObject *parent)
    : Balloons(parent)
    , m_icon(icon)
{
    connect(&m_icon, &QSystemTrayIcon::messageClicked, this, [this] {
        if (!m_last.isEmpty())
            Q_EMIT activated(m_last);
    });
}

void TrayBalloons::show(const Balloon &balloon)
{
    constexpr std::chrono::milliseconds usual{10'000}; // What Qt shows a message for, unless told otherwise.
    const auto duration = balloon.duration > std::chrono::milliseconds::zero() ? balloon.duration : usual;
    m_last = balloon.key;
    m_icon.showMessage(balloon.title, balloon.body, widgets::icon(u"jarchi"_s), static_cast<int>(duration.count()));
    if (balloon.hasSound)
        QApplication::beep();
}

void TrayBalloons::withdraw(const QString &key)
{
    if (key == m_last)
        m_last.clear();
}

bool TrayBalloons::isAvailable() const
{
    return QSystemTrayIcon::isSystemTrayAvailable() && QSystemTrayIcon::supportsMessages();
}

PreferredBalloons::PreferredBalloons(Balloons &first, Balloons &second, QObject *parent)
    : Balloons(parent)
    , m_first(first)
    , m_second(second)
{
    forward(m_first);
    forward(m_second);
}

void PreferredBalloons::forward(Balloons &from)
{
    connect(&from, &Balloons::activated, this, &Balloons::activated);
    connect(&from, &Balloons::openRequested, this, &Balloons::openRequested);
    connect(&from, &Balloons::notInterestedRequested, this, &Balloons::notInterestedRequested);
    connect(&from, &Balloons::dismissed, this, &Balloons::dismissed);
    connect(&from, &Balloons::availabilityChanged, this, [this] { Q_EMIT availabilityChanged(isAvailable()); });
}

void PreferredBalloons::show(const Balloon &balloon)
{
    (m_first.isAvailable() ? m_first : m_second).show(balloon);
}

void PreferredBalloons::withdraw(const QString &key)
{
    m_first.withdraw(key);
    m_second.withdraw(key);
}

bool PreferredBalloons::isAvailable() const
{
    return m_first.isAvailable() || m_second.isAvailable();
}

bool PreferredBalloons::isInhibited() const
{
    return m_first.isAvailable() ? m_first.isInhibited() : m_second.isInhibited();
}

} // namespace jarchi::ui
