// SPDX-License-Identifier: MIT
#include "base/mailbox.h"

#include <QObject>
#include <QThread>

#include <utility>

namespace jarchi {

/// The end of a mailbox that lives and dies with the object that asked.
class MailboxEnd : public QObject
{
public:
    MailboxEnd(QObject *context, std::shared_ptr<Mailbox> mailbox)
        : QObject(context)
        , m_mailbox(std::move(mailbox))
    {
        m_mailbox->m_receiver = this;
    }
    ~MailboxEnd() override
    {
        const QMutexLocker locker(&m_mailbox->m_mutex);
        m_mailbox->m_receiver = nullptr;
    }

private:
    std::shared_ptr<Mailbox> m_mailbox;
};

void Mailbox::post(std::function<void()> delivery)
{
    const QMutexLocker locker(&m_mutex);
    if (!m_receiver) {
        return;
    }
    QObject *receiver = m_receiver;
    QMetaObject::invokeMethod(
        receiver,
        [receiver, delivery = std::move(delivery)] {
            // First, since the delivery may well delete the context, and the receiver with it.
            receiver->deleteLater();
            delivery();
        },
        Qt::QueuedConnection);
}

std::shared_ptr<Mailbox> mailboxFor(QObject *context)
{
    Q_ASSERT(context->thread() == QThread::currentThread());
    auto mailbox = std::make_shared<Mailbox>();
    new MailboxEnd(context, mailbox); // Its parent's.
    return mailbox;
}

} // namespace jarchi
