// SPDX-License-Identifier: MIT
#include "people/auth_pool.h"

#include "people/password_hasher.h"

#include <QMetaObject>

namespace jarchi::people {

AuthPool::AuthPool(int threads, int waiting, QObject *parent)
    : QObject(parent)
    , m_most(threads + waiting)
{
    m_pool.setMaxThreadCount(threads);
    // Made now, so that the first unknown user does not take longer than the second.
    static_cast<void>(dummyHash());
}

AuthPool::~AuthPool()
{
    m_pool.clear();
    m_pool.waitForDone();
}

bool AuthPool::verify(const QByteArray &hash, const QString &password, std::function<void(bool)> done)
{
    if (m_pending >= m_most) {
        return false;
    }
    ++m_pending;
    m_pool.start([this, hash, password, done = std::move(done)]() mutable {
        const bool exists = !hash.isEmpty();
        const bool matches = verifyPassword(exists ? hash : dummyHash(), password) && exists;
        // This object outlives the pool's work, and drops the call if it goes before the call is made.
        QMetaObject::invokeMethod(
            this,
            [this, matches, done = std::move(done)] {
                --m_pending;
                done(matches);
            },
            Qt::QueuedConnection);
    });
    return true;
}

} // namespace jarchi::people
