// SPDX-License-Identifier: MIT
#include "store/store_thread.h"

#include <QCoreApplication>

#include <algorithm>
#include <iterator>
#include <tuple>

namespace jarchi::store {

namespace {

class Words
{
    JARCHI_DECLARE_SENTENCES(Store)
};

} // namespace

StoreThread::StoreThread(const QString &name)
    : m_worker(std::make_unique<QObject>())
{
    m_thread.setObjectName(name);
    m_worker->moveToThread(&m_thread);
    m_thread.start();
}

StoreThread::~StoreThread()
{
    QMetaObject::invokeMethod(
        m_worker.get(), [this] { close(); }, Qt::BlockingQueuedConnection);
    m_thread.quit();
    m_thread.wait();
}

Result<void> StoreThread::open(const StoreOptions &options, const Clock &clock)
{
    Result<void> opened;
    QMetaObject::invokeMethod(
        m_worker.get(), [&] { opened = openHere(options, clock); }, Qt::BlockingQueuedConnection);
    return opened;
}

void StoreThread::openLater(const StoreOptions &options, const Clock &clock, QObject *context, Opened done)
{
    QMetaObject::invokeMethod(
        m_worker.get(),
        [this, options, &clock, mailbox = mailboxFor(context), done = std::move(done)] {
            mailbox->post([done, opened = openHere(options, clock)] { done(opened); });
        },
        Qt::QueuedConnection);
}

Result<void> StoreThread::openHere(const StoreOptions &options, const Clock &clock)
{
    return Store::open(options, clock).map([this](std::unique_ptr<Store> store) { m_store = std::move(store); });
}

void StoreThread::inThread(std::function<void(Store &)> work)
{
    post(std::make_unique<SilentJob>(std::move(work)));
}

void StoreThread::post(std::unique_ptr<Job> job)
{
    const QMutexLocker locker(&m_mutex);
    m_waiting.push_back(std::move(job));
    if (!m_drainPosted) {
        m_drainPosted = true;
        QMetaObject::invokeMethod(
            m_worker.get(), [this] { drain(); }, Qt::QueuedConnection);
    }
}

void StoreThread::drain()
{
    Jobs reads;
    {
        const QMutexLocker locker(&m_mutex);
        reads.swap(m_waiting);
        m_drainPosted = false;
    }
    const auto firstRead = std::stable_partition(reads.begin(), reads.end(),
                                                 [](const std::unique_ptr<Job> &job) { return job->isWrite(); });
    Jobs writes(std::make_move_iterator(reads.begin()), std::make_move_iterator(firstRead));
    reads.erase(reads.begin(), firstRead);

    runWrites(writes);
    for (const std::unique_ptr<Job> &job : reads) {
        if (m_store) {
            std::ignore = job->run(*m_store);
            job->deliver();
        }
    }
}

void StoreThread::runWrites(Jobs &writes)
{
    for (auto from = writes.begin(); from != writes.end();) {
        const auto together = std::min<std::ptrdiff_t>(MostWritesTogether, std::distance(from, writes.end()));
        const auto to = std::next(from, together);
        runTogether(from, to);
        from = to;
    }
}

void StoreThread::runTogether(Jobs::iterator from, Jobs::iterator to)
{
    Result<void> outcome =
        failure(Error::Kind::Unavailable, Words::tr("The database is not open: start the server anew."));
    if (m_store) {
        outcome = m_store->write([&]() -> Result<void> {
            for (auto job = from; job != to; ++job) {
                const Result<void> done = m_store->savepoint([&] { return (*job)->run(*m_store); });
                if (!done) {
                    (*job)->fail(done.error());
                }
            }
            return {};
        });
    }
    for (auto job = from; job != to; ++job) {
        if (!outcome) {
            (*job)->fail(outcome.error());
        }
        (*job)->deliver();
    }
    if (outcome) {
        Q_EMIT committed();
    }
}

void StoreThread::close()
{
    // What is done may ask for more.
    bool isEmpty = false;
    while (!isEmpty) {
        drain();
        const QMutexLocker locker(&m_mutex);
        isEmpty = m_waiting.empty();
    }
    m_store.reset();
}

} // namespace jarchi::store
