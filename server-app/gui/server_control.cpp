// SPDX-License-Identifier: MIT
#include "gui/server_control.h"

#include "gui/logging.h"

namespace jarchi::gui {

ServerControl::ServerControl(engine::Config config, const Clock &clock)
    : m_config(std::move(config))
    , m_engine(clock)
{
    m_retry.setSingleShot(true);
    m_retry.setInterval(RetryInterval);
    connect(&m_retry, &QTimer::timeout, this, &ServerControl::attempt);
    m_snapshotTimer.setInterval(SnapshotInterval);
    connect(&m_snapshotTimer, &QTimer::timeout, this, &ServerControl::takeSnapshot);
    connect(&m_engine, &engine::Engine::stopped, this, &ServerControl::finishStop);
    connect(&m_engine, &engine::Engine::troubled, this, &ServerControl::setTrouble);
}

ServerControl::~ServerControl() = default;

void ServerControl::start()
{
    m_wanted = true;
    attempt();
}

void ServerControl::stop()
{
    m_wanted = false;
    m_retry.stop();
    if (m_state == State::Running) {
        m_endpoints.clear();
        setState(State::Stopping);
        m_engine.stop();
    } else if (m_state == State::Stopped) {
        setTrouble({});
    }
}

QList<people::AccountId> ServerControl::onlineAccounts() const
{
    QList<people::AccountId> accounts;
    for (const engine::ConnectionInfo &connection : m_snapshot.connections) {
        if (connection.accountId != 0) {
            accounts.append(connection.accountId);
        }
    }
    return accounts;
}

QString ServerControl::database() const
{
    return m_config.database.isEmpty() ? engine::defaultDatabase() : m_config.database;
}

void ServerControl::disconnectClient(net::ConnectionId id)
{
    if (m_state == State::Running) {
        m_engine.disconnectClient(id);
    }
}

void ServerControl::attempt()
{
    if (!m_wanted || m_state != State::Stopped) {
        return;
    }
    setState(State::Starting);
    m_engine.startLater(m_config, this,
                        [this](const Result<QList<net::Endpoint>> &started) { finishAttempt(started); });
}

void ServerControl::finishAttempt(const Result<QList<net::Endpoint>> &started)
{
    if (!m_wasOpened && isOpen()) {
        m_wasOpened = true;
        Q_EMIT opened();
    }
    if (!started) {
        if (started.error().english != m_loggedFault) {
            m_loggedFault = started.error().english; // It is tried again every two seconds, and logged once.
            qCWarning(guiLog, "the server does not start; trying again: %ls", qUtf16Printable(m_loggedFault));
        }
        setState(State::Stopped);
        if (m_wanted) {
            setTrouble(started.error().message);
            m_retry.start();
        }
        return;
    }
    m_endpoints = *started;
    m_loggedFault.clear();
    for (const net::Endpoint &endpoint : *started) {
        qCInfo(guiLog, "listening on %ls", qUtf16Printable(endpoint.toString()));
    }
    setTrouble({});
    setState(State::Running);
    m_snapshotTimer.start();
    takeSnapshot();
    if (!m_wanted) {
        stop(); // Somebody changed their mind meanwhile.
    }
}

void ServerControl::finishStop()
{
    m_snapshotTimer.stop();
    m_snapshot = {};
    setTrouble({});
    setState(State::Stopped);
    Q_EMIT snapshotTaken();
    attempt(); // If it is wanted again.
}

void ServerControl::takeSnapshot()
{
    if (m_state != State::Running) {
        return;
    }
    m_engine.takeSnapshot(this, [this](const engine::Snapshot &snapshot) {
        m_snapshot = snapshot;
        Q_EMIT snapshotTaken();
    });
}

void ServerControl::setState(State state)
{
    if (m_state != state) {
        m_state = state;
        Q_EMIT stateChanged();
    }
}

void ServerControl::setTrouble(const QString &trouble)
{
    if (m_trouble != trouble) {
        m_trouble = trouble;
        Q_EMIT troubleChanged();
    }
}

} // namespace jarchi::gui
