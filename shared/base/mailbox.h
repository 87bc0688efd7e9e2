// SPDX-License-Identifier: MIT
#pragma once

#include <QMutex>

#include <functional>
#include <memory>

class QObject;

namespace jarchi {

/// Where the answer to one job goes: to an object in the thread that asked. Posting is safe from any thread, also while
/// that object is being destroyed in its own: a QPointer would not be, since it can become null between the look at
/// it and its use.
class Mailbox
{
public:
    /// Calls `delivery` in the receiver's thread, unless the receiver is gone by then. Any thread.
    void post(std::function<void()> delivery);

private:
    friend class MailboxEnd;

    QMutex m_mutex;                ///< Guards m_receiver, and is held while posting to it.
    QObject *m_receiver = nullptr; ///< A child of the asking object; null when that is gone.
};

/// A mailbox for one answer to `context`, which lives in the calling thread.
[[nodiscard]] std::shared_ptr<Mailbox> mailboxFor(QObject *context);

} // namespace jarchi
