// SPDX-License-Identifier: MIT
#include "ui/reading_watch.h"

#include <utility>

namespace jarchi::ui {

ReadingWatch::ReadingWatch(const QWidget &place, QObject *parent)
    : QObject(parent)
    , m_place(place)
{
    m_time.setSingleShot(true);
    m_time.setInterval(ReadingTime);
    connect(&m_time, &QTimer::timeout, this, &ReadingWatch::finish);
}

void ReadingWatch::lookAt(const inbox::Entry &entry)
{
    m_entry = entry.isRead ? 0 : entry.id;
    m_time.start();
}

void ReadingWatch::resume()
{
    if (m_entry != 0)
        m_time.start();
}

void ReadingWatch::finish()
{
    if (m_entry != 0 && m_place.isActiveWindow())
        Q_EMIT wasRead(std::exchange(m_entry, 0));
}

} // namespace jarchi::ui
