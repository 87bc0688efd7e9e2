// SPDX-License-Identifier: MIT
#include "desktop/single_instance.h"

#include "base/activation_token.h"

#include <QCryptographicHash>
#include <QDeadlineTimer>
#include <QDir>
#include <QLocalSocket>
#include <QTimer>

namespace jarchi::desktop {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using std::chrono::milliseconds;

namespace {

/// Followed by a token, or by nothing, and by the end of the line.
constexpr QByteArrayView Question = "show ";
constexpr QByteArrayView Answer = "shown\n";
constexpr qsizetype MostBytes = Question.size() + ActivationToken::MostBytes + 1;
/// Between two looks at a first one that does not listen yet.
constexpr milliseconds Pause = 50ms;

/// One name for a folder, short enough for a socket's path (107 bytes on Linux).
QString pathFor(const QString &runtimeFolder, const QString &dataFolder)
{
    const QString canonical = QDir::cleanPath(QDir(dataFolder).absolutePath());
    const QByteArray hash = QCryptographicHash::hash(canonical.toUtf8(), QCryptographicHash::Sha256).toHex().first(16);
    return u"%1/jarchi-tray-%2"_s.arg(runtimeFolder, QString::fromLatin1(hash));
}

} // namespace

SingleInstance::SingleInstance(const QString &runtimeFolder, const QString &dataFolder, QObject *parent)
    : QObject(parent)
    , m_path(pathFor(runtimeFolder, dataFolder))
    , m_lock(m_path + u".lock"_s)
    , m_server(this)
{
    m_lock.setStaleLockTime(0ms); // However long it runs: only a process that is gone makes a lock stale.
    m_server.setSocketOptions(QLocalServer::UserAccessOption);
    m_server.setMaxPendingConnections(MostVisitors);
    connect(&m_server, &QLocalServer::newConnection, this, &SingleInstance::receive);
}

SingleInstance::~SingleInstance()
{
    // While the lock is held: afterwards the socket may be the next one's.
    m_server.close();
}

Result<SingleInstance::Role> SingleInstance::claim()
{
    const QDeadlineTimer deadline{milliseconds(ClaimDeadline)};
    while (!m_lock.tryLock(static_cast<int>(Pause.count()))) {
        if (m_lock.error() != QLockFile::LockFailedError)
            return failure(Error::Kind::Unavailable,
                           tr("%1 cannot be used, so it is not known whether Jarchi runs already: make sure that you "
                              "may write there.")
                               .arg(m_path + u".lock"_s));
        if (askFirst())
            return Role::Later;
        if (deadline.hasExpired())
            return failure(Error::Kind::Unavailable,
                           tr("Jarchi runs already, but does not answer. End it and start again."));
    }
    return listen();
}

Result<SingleInstance::Role> SingleInstance::listen()
{
    const QString path = m_path + u".socket"_s;
    // Left by one that was killed: whoever holds the lock is the only one who listens.
    QLocalServer::removeServer(path);
    if (!m_server.listen(path)) {
        m_lock.unlock();
        return failure(Error::Kind::Unavailable,
                       tr("Jarchi cannot listen for later starts on %1: %2.").arg(path, m_server.errorString()));
    }
    return Role::First;
}

bool SingleInstance::askFirst() const
{
    const auto wait = static_cast<int>(milliseconds(VisitorDeadline).count());
    QLocalSocket socket;
    socket.setReadBufferSize(Answer.size());
    socket.connectToServer(m_path + u".socket"_s);
    if (!socket.waitForConnected(wait))
        return false;
    socket.write(Question.toByteArray() + ActivationToken::ofThisStart() + '\n');
    while (socket.bytesAvailable() < Answer.size() && socket.waitForReadyRead(wait)) {
    }
    return socket.readAll() == Answer;
}

void SingleInstance::receive()
{
    while (QLocalSocket *const visitor = m_server.nextPendingConnection()) {
        if (m_visitors == MostVisitors) {
            visitor->abort();
            visitor->deleteLater();
            continue;
        }
        ++m_visitors;
        visitor->setReadBufferSize(MostBytes + 1);
        connect(visitor, &QLocalSocket::disconnected, this, [this, visitor] {
            --m_visitors;
            visitor->deleteLater();
        });
        connect(visitor, &QLocalSocket::readyRead, this, [this, visitor] { read(*visitor); });
        QTimer::singleShot(VisitorDeadline, visitor, [visitor] { visitor->abort(); });
        read(*visitor); // It may have spoken before anybody listened.
    }
}

void SingleInstance::read(QLocalSocket &visitor)
{
    const QByteArray said = visitor.peek(MostBytes + 1);
    const bool isBegun = said.startsWith(Question) ? said.size() <= MostBytes : Question.startsWith(said);
    const qsizetype end = said.indexOf('\n');
    if (isBegun && end < 0)
        return; // The rest is on its way.
    const QByteArray token = said.mid(Question.size(), end - Question.size());
    if (!isBegun || end != said.size() - 1 || !(token.isEmpty() || ActivationToken::isValid(token))) {
        visitor.abort();
        return;
    }
    visitor.readAll();
    visitor.write(Answer.data(), Answer.size());
    visitor.disconnectFromServer(); // Once that is written.
    Q_EMIT startedAgain(token);
}

} // namespace jarchi::desktop
