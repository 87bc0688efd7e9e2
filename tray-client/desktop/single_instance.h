// SPDX-License-Identifier: MIT
#pragma once

#include "base/error.h"

#include <QLocalServer>
#include <QLockFile>
#include <QObject>
#include <QString>

#include <chrono>

class QLocalSocket;

namespace jarchi::desktop {

/// Sees to it that one program runs for a user and a data folder: the first one holds a lock and listens on a socket,
/// and a later start asks it to come forward. Who is first is decided by the lock alone, so two starts at once leave
/// one, and what a killed program left behind is in nobody's way. Main thread; owned by whoever runs the program, as
/// long as it runs.
///
/// A later start hands on the right that the desktop gave it, so that the first one's window comes to the front.
///
/// Only the same user can connect. Even so, what comes is input: a few bytes in two seconds, from a few at a time.
class SingleInstance : public QObject
{
    Q_OBJECT

public:
    enum class Role {
        First, ///< Go on. startedAgain() tells of later starts.
        Later, ///< Another one runs, and has heard that its user asked for it: there is nothing left to do.
    };

    static constexpr int MostVisitors = 8;
    static constexpr std::chrono::seconds VisitorDeadline{2};
    /// How long a start waits for the first one to answer: it may be starting itself.
    static constexpr std::chrono::seconds ClaimDeadline{5};

    /// Lock and socket are made in `runtimeFolder` (QStandardPaths::RuntimeLocation), which exists and is the user's
    /// own.
    SingleInstance(const QString &runtimeFolder, const QString &dataFolder, QObject *parent = nullptr);
    ~SingleInstance() override;

    /// To be called once. Waits, for ClaimDeadline at the most, if another one runs; does not run the event loop.
    /// Unavailable: the first one does not answer, or the folder cannot be used.
    [[nodiscard]] Result<Role> claim();

Q_SIGNALS:
    /// The user started the program once more: show the inbox, by the right of `token`, which may be empty.
    void startedAgain(const QByteArray &token);

private:
    [[nodiscard]] Result<Role> listen();
    [[nodiscard]] bool askFirst() const;
    void receive();
    void read(QLocalSocket &visitor);

    const QString m_path; ///< Of lock and socket, without their endings.
    QLockFile m_lock;
    QLocalServer m_server;
    int m_visitors = 0;
};

} // namespace jarchi::desktop
