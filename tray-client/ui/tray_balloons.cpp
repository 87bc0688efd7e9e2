// SPDX-License-Identifier: MIT
#include "ui/tray_balloons.h"

#include "widgets/icons.h"
#include "widgets/system_tray.h"

#include <QApplication>

#include <utility>

namespace jarchi::ui {

using namespace Qt::StringLiterals;
using notify::Balloon;
using notify::Balloons;

namespace {

QString withoutTags(QString text)
{
    return text.replace(u'<', u'‹');
}

} // namespace

TrayBalloons::TrayBalloons(widgets::SystemTray &icon, QObject *parent)
    : Balloons(parent)
    , m_icon(icon)
{
    connect(&m_icon, &widgets::SystemTray::messageClicked, this, [this] {
        if (!m_last.isEmpty())
            Q_EMIT activated(m_last);
    });
}

void TrayBalloons::show(const Balloon &balloon)
{
    constexpr std::chrono::milliseconds usual{10'000}; // What Qt shows a message for, unless told otherwise.
    const auto duration = balloon.duration > std::chrono::milliseconds::zero() ? balloon.duration : usual;
    m_last = balloon.key;
    // Some trays hand this on to a notification daemon, which may obey markup, and never say so.
    m_icon.showMessage(withoutTags(balloon.title), withoutTags(balloon.body), widgets::icon(u"jarchi"_s),
                       static_cast<int>(duration.count()));
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
    return m_icon.isAvailable() && m_icon.supportsMessages();
}

PreferredBalloons::PreferredBalloons(Balloons &first, Balloons &second, QObject *parent,
                                     std::chrono::milliseconds patience)
    : Balloons(parent)
    , m_first(first)
    , m_second(second)
{
    forward(m_first);
    forward(m_second);
    m_patience.setSingleShot(true);
    connect(&m_patience, &QTimer::timeout, this, &PreferredBalloons::showWaiting);
    connect(&m_first, &Balloons::availabilityChanged, this, &PreferredBalloons::showWaiting);
    if (!m_first.isAvailable())
        m_patience.start(patience);
}

void PreferredBalloons::forward(Balloons &from)
{
    connect(&from, &Balloons::activated, this, &Balloons::activated);
    connect(&from, &Balloons::openRequested, this, &Balloons::openRequested);
    connect(&from, &Balloons::notInterestedRequested, this, &Balloons::notInterestedRequested);
    connect(&from, &Balloons::dismissed, this, &Balloons::dismissed);
    connect(&from, &Balloons::availabilityChanged, this, [this] { Q_EMIT availabilityChanged(isAvailable()); });
    connect(&from, &Balloons::inhibitedChanged, this, [this] { Q_EMIT inhibitedChanged(isInhibited()); });
}

void PreferredBalloons::show(const Balloon &balloon)
{
    if (!m_patience.isActive())
        return forwardTo().show(balloon);
    m_waiting.removeIf([&balloon](const Balloon &waiting) { return waiting.key == balloon.key; });
    m_waiting.append(balloon);
}

Balloons &PreferredBalloons::forwardTo() const
{
    // Where there is neither, the first one knows whether somebody may still come.
    return !m_first.isAvailable() && m_second.isAvailable() ? m_second : m_first;
}

void PreferredBalloons::showWaiting()
{
    m_patience.stop();
    for (const Balloon &waiting : std::exchange(m_waiting, {}))
        forwardTo().show(waiting);
}

void PreferredBalloons::withdraw(const QString &key)
{
    m_waiting.removeIf([&key](const Balloon &waiting) { return waiting.key == key; });
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
