// SPDX-License-Identifier: MIT
#pragma once

#include "engine/engine.h"

#include <QObject>
#include <QTimer>

namespace jarchi::gui {

/// The server as the window sees it: what somebody wants of it (run, stop), what has become of that, and what it is
/// doing, once a second. What cannot start is tried again until it can or is no longer wanted, so a fault goes away
/// when its cause does. Main thread; never blocks it.
class ServerControl : public QObject
{
    Q_OBJECT

public:
    enum class State { Stopped, Starting, Running, Stopping };

    /// `clock` outlives this.
    ServerControl(engine::Config config, const Clock &clock);
    ~ServerControl() override;

    /// Opens the database if need be, and serves.
    void start();
    /// Stops serving. The database stays open: products can be added, and go out when it starts again.
    void stop();

    [[nodiscard]] State state() const { return m_state; }
    /// What keeps it from doing what is wanted, and what to do about it; empty when nothing does.
    [[nodiscard]] const QString &trouble() const { return m_trouble; }
    [[nodiscard]] const QList<net::Endpoint> &endpoints() const { return m_endpoints; }
    [[nodiscard]] const engine::Snapshot &snapshot() const { return m_snapshot; }
    [[nodiscard]] QList<people::AccountId> onlineAccounts() const;
    [[nodiscard]] QString database() const;

    [[nodiscard]] bool isOpen() const { return m_engine.isOpen(); }
    /// For what changes something. The database must be open.
    [[nodiscard]] store::StoreThread &store() { return m_engine.store(); }
    /// For what only asks. The database must be open.
    [[nodiscard]] store::StoreThread &reader() { return m_engine.reader(); }
    /// Nothing if the server does not run.
    void disconnectClient(net::ConnectionId id);

Q_SIGNALS:
    /// The database is open from now on. Once.
    void opened();
    void stateChanged();
    void troubleChanged();
    void snapshotTaken();

private:
    static constexpr std::chrono::milliseconds RetryInterval{2000};
    static constexpr std::chrono::milliseconds SnapshotInterval{1000};

    void attempt();
    void finishAttempt(const Result<QList<net::Endpoint>> &started);
    void finishStop();
    void takeSnapshot();
    void setState(State state);
    void setTrouble(const QString &trouble);

    const engine::Config m_config;
    engine::Engine m_engine;
    QTimer m_retry;
    QTimer m_snapshotTimer;
    engine::Snapshot m_snapshot;
    QList<net::Endpoint> m_endpoints;
    QString m_trouble;
    QString m_loggedFault; ///< Why it did not start the last time, as it was logged.
    State m_state = State::Stopped;
    bool m_wanted = false; ///< Somebody wants it to run.
    bool m_wasOpened = false;
};

} // namespace jarchi::gui
