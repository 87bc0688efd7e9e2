// SPDX-License-Identifier: MIT
#include "net/connection_threads.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace jarchi::net {

namespace {

// A connection's deepest call is the JSON parser at depth 8. The default, 8 MiB of address space for each, is too
// much for thousands.
constexpr uint StackBytes = 512 * 1024;

} // namespace

ConnectionThreads::ConnectionThreads(int most)
    : m_most(std::max(most, 1))
{
}

ConnectionThreads::~ConnectionThreads()
{
    for (Entry &entry : m_threads) {
        entry.thread->quit();
        m_ending.push_back(std::move(entry.thread));
    }
    for (const auto &thread : m_ending) {
        thread->wait();
    }
}

QThread *ConnectionThreads::acquire()
{
    reapEnded();
    if (count() >= m_most) {
        return share();
    }
    auto thread = std::make_unique<QThread>();
    thread->setObjectName(u"connection-%1"_s.arg(++m_started));
#if !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
    thread->setStackSize(StackBytes); // Instrumented code needs more.
#endif
    thread->start();
    if (!thread->isRunning()) {
        return share(); // The operating system has a limit of its own.
    }
    return m_threads.emplace_back(Entry{std::move(thread), 1}).thread.get();
}

QThread *ConnectionThreads::share()
{
    const auto least = std::min_element(m_threads.begin(), m_threads.end(),
                                        [](const Entry &a, const Entry &b) { return a.connections < b.connections; });
    if (least == m_threads.end()) {
        return nullptr;
    }
    ++least->connections;
    return least->thread.get();
}

void ConnectionThreads::release(QThread *thread)
{
    const auto entry = std::find_if(m_threads.begin(), m_threads.end(),
                                    [thread](const Entry &candidate) { return candidate.thread.get() == thread; });
    if (entry == m_threads.end() || --entry->connections > 0) {
        return;
    }
    entry->thread->quit();
    m_ending.push_back(std::move(entry->thread));
    m_threads.erase(entry);
    reapEnded();
}

int ConnectionThreads::descriptors()
{
    reapEnded();
    return static_cast<int>(m_threads.size() + m_ending.size());
}

void ConnectionThreads::reapEnded()
{
    std::erase_if(m_ending, [](const auto &thread) { return thread->isFinished() && thread->wait(); });
}

} // namespace jarchi::net
