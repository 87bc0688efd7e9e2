// SPDX-License-Identifier: MIT
#include "preferences/settings_file.h"

#include <QEvent>

#include <utility>

namespace jarchi::preferences {

SettingsFile::SettingsFile(QSettings &settings, std::chrono::milliseconds pause, QObject *parent)
    : QObject(parent)
    , m_settings(settings)
{
    m_again.setInterval(pause);
    connect(&m_again, &QTimer::timeout, this, &SettingsFile::look);
    m_settings.installEventFilter(this);
    QMetaObject::invokeMethod(this, &SettingsFile::look, Qt::QueuedConnection);
}

void SettingsFile::look()
{
    // What is set waits for the file and not for one object, so this one writes it; and its status is of today, while
    // that of m_settings, once bad, stays so.
    QSettings anew(m_settings.fileName(), m_settings.format());
    anew.sync();
    const bool isKept = anew.status() != QSettings::AccessError;
    if (isKept)
        m_again.stop();
    else
        m_again.start();
    if (std::exchange(m_isKept, isKept) != isKept)
        Q_EMIT changed();
}

bool SettingsFile::eventFilter(QObject *watched, QEvent *event)
{
    // By this QSettings asks itself to write, once for all that was set since the event loop ran.
    if (event->type() == QEvent::UpdateRequest)
        look();
    return QObject::eventFilter(watched, event);
}

} // namespace jarchi::preferences
