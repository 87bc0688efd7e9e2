// SPDX-License-Identifier: MIT
#include "engine/database.h"

#include <QCoreApplication>

#include <utility>

using namespace Qt::StringLiterals;

namespace jarchi::engine {

namespace {

class Words
{
    JARCHI_DECLARE_SENTENCES(Database)
};

} // namespace

Database::Database(QString path, const Clock &clock)
    : m_path(std::move(path))
    , m_clock(clock)
{
}

Database::~Database() = default;

Result<void> Database::open()
{
    return m_store.open({m_path, true, true}, m_clock).and_then([this] { return takeLock(); }).and_then([this] {
        return m_reader.open(readerOptions(), m_clock);
    });
}

void Database::openLater(Opened done)
{
    m_store.openLater({m_path, true, true}, m_clock, this, [this, done = std::move(done)](const Result<void> &opened) {
        const Result<void> locked = opened.and_then([this] { return takeLock(); });
        if (locked) {
            m_reader.openLater(readerOptions(), m_clock, this, done);
        } else {
            done(locked);
        }
    });
}

Result<void> Database::takeLock()
{
    auto lock = std::make_unique<QLockFile>(m_path + u".lock"_s);
    lock->setStaleLockTime(0); // A server runs for months. One that was killed is known by its process.
    if (!lock->tryLock()) {
        return failure(
            Error::Kind::Conflict,
            Words::tr("Another server runs on the database %1: stop it, or choose another database with --database.")
                .arg(m_path));
    }
    m_lock = std::move(lock);
    return {};
}

store::StoreOptions Database::readerOptions() const
{
    store::StoreOptions options{m_path, false, false};
    options.readOnly = true;
    return options;
}

} // namespace jarchi::engine
