// SPDX-License-Identifier: MIT
#pragma once

#include "inbox/entry.h"

#include <QTimer>
#include <QWidget>

namespace jarchi::ui {

/// Decides when an entry that somebody looks at counts as read: after a while in the active window, since nobody reads
/// one that lies behind another. Main thread.
class ReadingWatch : public QObject
{
    Q_OBJECT

public:
    static constexpr std::chrono::milliseconds ReadingTime{1000};

    /// In the window of `place`, which outlives this.
    explicit ReadingWatch(const QWidget &place, QObject *parent = nullptr);

    /// From now on this entry is looked at, instead of the one before.
    void lookAt(const inbox::Entry &entry);
    void lookAway() { m_entry = 0; }
    /// The window has become the active one.
    void resume();

Q_SIGNALS:
    void wasRead(jarchi::inbox::EntryId entry);

private:
    void finish();

    const QWidget &m_place;
    inbox::EntryId m_entry = 0; ///< Unread, and not looked at for long enough yet.
    QTimer m_time;
};

} // namespace jarchi::ui
