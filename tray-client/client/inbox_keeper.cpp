// SPDX-License-Identifier: MIT
#include "client/inbox_keeper.h"

#include "inbox/inbox_file.h"

#include <QFile>
#include <QLoggingCategory>

#include <tuple>
#include <utility>

namespace jarchi::client {

using inbox::Entry;
using inbox::EntryId;
using inbox::Inbox;
namespace setting = preferences::setting;

namespace {

Q_LOGGING_CATEGORY(log, "jarchi.tray.inbox")

QString pathOf(const QString &folder, const Account &account)
{
    return inbox::inboxPath(folder, session::canonicalName(account.server), account.user);
}

} // namespace

InboxKeeper::InboxKeeper(const QString &folder, preferences::Preferences &preferences, const Clock &clock,
                         QObject *parent)
    : QObject(parent)
    , m_folder(folder)
    , m_preferences(preferences)
    , m_clock(clock)
    , m_daily(clock)
{
    connect(&m_daily, &Alarm::rang, this, &InboxKeeper::prune);
    connect(&m_daily, &Alarm::putBack, this, &InboxKeeper::prune); // A day from now is another moment.
    connect(&m_preferences, &preferences::Preferences::changed, this, [this](QLatin1StringView key) {
        if (key == setting::RetentionDays.key)
            m_daily.setTime(m_clock.now().addSecs(std::chrono::seconds(SecondThoughts).count()));
    });
}

InboxKeeper::~InboxKeeper() = default;

bool InboxKeeper::isOpenFor(const Account &account) const
{
    return m_inbox != nullptr && m_inbox->path() == pathOf(m_folder, account);
}

void InboxKeeper::takeAlong(const Account &account, const Account &before, const QString &epoch)
{
    const QString path = pathOf(m_folder, account);
    const QString pathBefore = pathOf(m_folder, before);
    const bool isSameUser = before.user.trimmed().compare(account.user.trimmed(), Qt::CaseInsensitive) == 0;
    if (!isSameUser || QFile::exists(path) || !QFile::exists(pathBefore))
        return;
    std::unique_ptr<Inbox> opened; // Where another address was said before the inbox was needed.
    if (!isOpenFor(before))
        opened = Inbox::open({.path = pathBefore, .busyTimeout = Patience}, m_clock).value_or(nullptr);
    Inbox *const inbox = isOpenFor(before) ? m_inbox.get() : opened.get();
    if (inbox == nullptr || !inbox->knows(epoch).value_or(false))
        return;
    // Without it a new one is begun, which the server's history fills.
    if (const Result<void> copied = inbox->copyTo(path); !copied)
        qCWarning(log) << copied.error().message;
}

Result<void> InboxKeeper::open(const Account &account, const std::optional<Account> &before, const QString &epoch)
{
    if (isOpenFor(account))
        return {};
    if (before)
        takeAlong(account, *before, epoch);
    Result<std::unique_ptr<Inbox>> opened =
        Inbox::open({.path = pathOf(m_folder, account), .busyTimeout = Patience}, m_clock);
    if (!opened)
        return tl::unexpected(opened.error());
    m_reader.reset();
    m_inbox = std::move(*opened);
    m_reader = std::make_unique<inbox::InboxReader>(m_inbox->path());
    connect(
        m_reader.get(), &inbox::InboxReader::failed, this, [this](const Error &why) { std::ignore = mend(why); },
        Qt::QueuedConnection);
    m_account = account;
    m_isMending = false;
    m_unread = valueOf(m_inbox->unread());
    if (!m_inbox->notice().isEmpty())
        Q_EMIT noticed(m_inbox->notice());
    Q_EMIT replaced();
    Q_EMIT unreadChanged();
    prune();
    return {};
}

bool InboxKeeper::mend(const Error &why)
{
    // Of what only has to wait for another program nothing is broken.
    if (m_inbox == nullptr || why.kind == Error::Kind::Unavailable)
        return false;
    if (!m_isMending && m_inbox->isDamaged()) {
        m_isMending = true;
        // Later: whoever found it is in the middle of using it.
        QMetaObject::invokeMethod(this, &InboxKeeper::reopen, Qt::QueuedConnection);
    }
    return m_isMending;
}

void InboxKeeper::reopen()
{
    if (!std::exchange(m_isMending, false))
        return; // Another one was opened meanwhile.
    m_reader.reset();
    m_inbox.reset();
    const Result<void> opened = open(*m_account);
    if (opened)
        return Q_EMIT mended();
    m_unread = 0;
    Q_EMIT replaced();
    Q_EMIT unreadChanged();
    Q_EMIT lost(opened.error().message);
}

std::optional<Entry> InboxKeeper::entry(EntryId id)
{
    return m_inbox != nullptr ? valueOf(m_inbox->find(id)) : std::nullopt;
}

std::optional<Entry> InboxKeeper::entry(const notify::BalloonSubject &subject)
{
    return m_inbox != nullptr ? valueOf(m_inbox->find(subject.epoch, subject.id)) : std::nullopt;
}

QList<EntryId> InboxKeeper::setRead(const QList<EntryId> &ids, bool isRead)
{
    if (m_inbox == nullptr || ids.isEmpty())
        return {};
    if (isRead)
        Q_EMIT seen(keysOf(ids));
    return settleMark(m_inbox->setRead(ids, isRead));
}

QList<EntryId> InboxKeeper::markAllRead()
{
    if (m_inbox == nullptr)
        return {};
    Q_EMIT allSeen();
    return settleMark(m_inbox->markAllRead());
}

QList<EntryId> InboxKeeper::setKept(const QList<EntryId> &ids, bool isKept)
{
    return m_inbox != nullptr ? settleMark(m_inbox->setKept(ids, isKept)) : QList<EntryId>();
}

void InboxKeeper::remove(const QList<EntryId> &ids)
{
    if (m_inbox == nullptr)
        return;
    Q_EMIT seen(keysOf(ids)); // First: afterwards they are not found.
    settle(m_inbox->remove(ids));
}

void InboxKeeper::restore(const QList<EntryId> &ids)
{
    if (m_inbox != nullptr)
        settle(m_inbox->restore(ids));
}

QStringList InboxKeeper::takeUntold()
{
    QStringList keys;
    if (m_inbox == nullptr)
        return keys;
    for (const inbox::NotificationKey &untold : valueOf(m_inbox->takeUntold()))
        keys.append(notify::balloonKey(untold.epoch, untold.id));
    return keys;
}

void InboxKeeper::noteTold()
{
    if (m_inbox == nullptr)
        return;
    // Kept until the next time; at worst it is summed up once more.
    if (const Result<void> noted = m_inbox->noteTold(); !noted)
        settle(tl::unexpected(noted.error()));
}

void InboxKeeper::noteChange()
{
    settle({});
}

void InboxKeeper::settle(const Result<void> &done)
{
    if (!done) {
        if (mend(done.error()))
            return;
        // Once, and not at every click: a disk that is full stays so for a while.
        if (std::exchange(m_lastFault, done.error().message) != done.error().message)
            Q_EMIT noticed(done.error().message);
        return;
    }
    m_lastFault.clear();
    const qint64 before = std::exchange(m_unread, m_inbox->unread().value_or(m_unread));
    Q_EMIT changed();
    if (m_unread != before)
        Q_EMIT unreadChanged();
}

QList<EntryId> InboxKeeper::settleMark(const Result<QList<EntryId>> &marked)
{
    settle(marked.map([](const QList<EntryId> &) {}));
    return marked.value_or(QList<EntryId>());
}

void InboxKeeper::prune()
{
    if (m_inbox == nullptr)
        return;
    const QDateTime now = m_clock.now();
    m_daily.setTime(now.addDays(1));
    const int days = m_preferences.get(setting::RetentionDays);
    // What was removed goes in any case.
    const QDateTime before = days == 0 ? QDateTime::fromSecsSinceEpoch(0, Qt::UTC) : now.addDays(-days);
    const Result<qint64> gone = m_inbox->prune(before, PrunedAtOnce);
    if (!gone)
        return settle(tl::unexpected(gone.error()));
    if (*gone >= PrunedAtOnce)
        m_daily.setTime(now); // The rest, when everything else has had its turn.
    if (*gone > 0)
        settle({});
}

QStringList InboxKeeper::keysOf(const QList<EntryId> &ids)
{
    QStringList keys;
    for (const EntryId id : ids) {
        if (const std::optional<Entry> found = entry(id))
            keys.append(notify::balloonKey(found->epoch, found->notification.id));
    }
    return keys;
}

template <typename T>
T InboxKeeper::valueOf(const Result<T> &result)
{
    if (!result)
        settle(tl::unexpected(result.error()));
    return result.value_or(T());
}

} // namespace jarchi::client
