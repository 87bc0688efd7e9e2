// SPDX-License-Identifier: MIT
#pragma once

#include "base/error.h"
#include "widgets/message_bar.h"

#include <QObject>
#include <QTimer>

namespace jarchi::gui {

class ServerControl;

/// What could not be done is said in a page's message bar, and logged. If that is because the database cannot be
/// written for now (it is locked, its disk is full), somebody looks once a second whether it can be again, and the
/// message goes when its cause does. Owned by the page; main thread.
class FaultNote : public QObject
{
    Q_OBJECT

public:
    using Words = widgets::MessageBar::Words;

    /// Both outlive this; the database is open whenever something is told.
    FaultNote(ServerControl &server, widgets::MessageBar &bar, QObject *parent);

    /// `text`: what is said, which is the error's own sentence if there is none. `afterwards` and `action`: what is
    /// said, and offered, when the cause is gone; without it the message just goes.
    void tell(const Error &error, Words text = {}, Words afterwards = {}, Words action = {});
    /// The message is another one's now, or it is tried again.
    void forget();

private:
    void look();
    void end(const Result<void> &written);

    ServerControl &m_server;
    widgets::MessageBar &m_bar;
    Words m_text;
    Words m_afterwards;
    Words m_action;
    QTimer m_look;
};

} // namespace jarchi::gui
