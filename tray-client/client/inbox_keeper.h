// SPDX-License-Identifier: MIT
#pragma once

#include "client/account.h"
#include "client/alarm.h"
#include "inbox/inbox.h"
#include "inbox/inbox_reader.h"
#include "notify/balloon_key.h"
#include "preferences/preferences.h"

#include <QObject>

#include <chrono>
#include <memory>
#include <optional>

namespace jarchi::client {

/// The inbox of whoever is signed in, what the windows do with its entries, and how long they stay. A file that fails
/// is told once by noticed(); one that turns out to be damaged is opened anew, which moves it aside. Main thread; owned
/// by the client.
class InboxKeeper : public QObject
{
    Q_OBJECT

public:
    /// How many entries go before the windows have their turn.
    static constexpr qint64 PrunedAtOnce = 1'000;
    /// How long the windows stand still for another program that writes to the file; what cannot be done until then is
    /// said. Such a program is most likely `--console`, which takes milliseconds.
    static constexpr std::chrono::milliseconds Patience{500};

    /// `preferences` and `clock` outlive this.
    InboxKeeper(const QString &folder, preferences::Preferences &preferences, const Clock &clock,
                QObject *parent = nullptr);
    ~InboxKeeper() override;

    /// Whether open() would change nothing.
    [[nodiscard]] bool isOpenFor(const Account &account) const;
    /// On an error the one before stays. The same account of the same database (which `epoch` names) at another
    /// address, because the server has moved, goes on with what it had as `before`.
    [[nodiscard]] Result<void> open(const Account &account, const std::optional<Account> &before = {},
                                    const QString &epoch = {});
    /// Both null until the first open(), and after lost().
    [[nodiscard]] inbox::Inbox *inbox() { return m_inbox.get(); }
    [[nodiscard]] inbox::InboxReader *reader() { return m_reader.get(); }

    [[nodiscard]] qint64 unread() const { return m_unread; }
    [[nodiscard]] std::optional<inbox::Entry> entry(inbox::EntryId id);
    [[nodiscard]] std::optional<inbox::Entry> entry(const notify::BalloonSubject &subject);
    /// A mark returns the entries that did not have it.
    QList<inbox::EntryId> setRead(const QList<inbox::EntryId> &ids, bool isRead);
    QList<inbox::EntryId> markAllRead();
    QList<inbox::EntryId> setKept(const QList<inbox::EntryId> &ids, bool isKept);
    void remove(const QList<inbox::EntryId> &ids);
    void restore(const QList<inbox::EntryId> &ids);

    /// After an error of inbox(): true when the file is damaged, and is opened anew as soon as the event loop runs.
    [[nodiscard]] bool mend(const Error &why);
    /// Keys of balloons that earlier runs did not get to show; whoever has told of them says so by noteTold().
    [[nodiscard]] QStringList takeUntold();
    void noteTold();
    /// Something was stored by somebody else.
    void noteChange();
    /// The clock may have jumped.
    void lookAtClock() { m_daily.look(); }

Q_SIGNALS:
    void replaced();
    void changed();
    void unreadChanged();
    /// Keys of balloons whose entries nobody needs to be told of any more.
    void seen(const QStringList &keys);
    void allSeen();
    void noticed(const QString &sentence);
    /// A damaged file was opened anew, after replaced(): what it had is to be asked of the server.
    void mended();
    /// It could not be, and there is no inbox now.
    void lost(const QString &why);

private:
    /// What goes, goes for good: whoever passed over the setting with the wheel of the mouse has time to notice.
    static constexpr std::chrono::minutes SecondThoughts{60};

    /// The account's inbox at another address comes along, if it is of the same database and there is none yet.
    void takeAlong(const Account &account, const Account &before, const QString &epoch);
    void reopen();
    void prune();
    /// Tells what went wrong, or what changed.
    void settle(const Result<void> &done);
    /// Likewise for a mark; the entries that it changed.
    QList<inbox::EntryId> settleMark(const Result<QList<inbox::EntryId>> &marked);
    [[nodiscard]] QStringList keysOf(const QList<inbox::EntryId> &ids);
    template <typename T>
    [[nodiscard]] T valueOf(const Result<T> &result);

    const QString m_folder;
    preferences::Preferences &m_preferences;
    const Clock &m_clock;
    std::unique_ptr<inbox::Inbox> m_inbox;
    std::unique_ptr<inbox::InboxReader> m_reader;
    std::optional<Account> m_account; ///< Whose it is.
    bool m_isMending = false;         ///< reopen() is on its way.
    qint64 m_unread = 0;
    QString m_lastFault;
    Alarm m_daily;
};

} // namespace jarchi::client
