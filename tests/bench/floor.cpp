// SPDX-License-Identifier: MIT
#include "floor.h"

#include "benchmark.h"
#include "shop.h"
#include "store/product_repository.h"

#include <QHostAddress>

namespace jarchi::bench {

using namespace Qt::StringLiterals;

namespace {

constexpr int Patience = 60'000; // ms

} // namespace

Floor::Floor(const QString &database)
    : m_database(database)
    , m_store(openStore(database))
{
    if (!m_server.listen(QHostAddress::LocalHost)) {
        throw Failed{m_server.errorString()};
    }
    m_receiver.connectToHost(m_server.serverAddress(), m_server.serverPort());
    if (!m_receiver.waitForConnected(Patience) || !m_server.waitForNewConnection(Patience)) {
        throw Failed{u"No connection to the same process."_s};
    }
    m_sender.reset(m_server.nextPendingConnection());
    m_sender->setSocketOption(QAbstractSocket::LowDelayOption, 1);
}

double Floor::add(int number, const QByteArray &line)
{
    const Stopwatch watch;
    commit(number);
    send(line);
    return watch.milliseconds();
}

void Floor::commit(int number)
{
    valueOf(m_store->write([&] { return m_store->products().add(product(number)).map([](const auto &) {}); }));
}

void Floor::send(const QByteArray &line)
{
    m_sender->write(line + '\n');
    m_sender->waitForBytesWritten(Patience);
    while (!m_receiver.canReadLine()) {
        if (!m_receiver.waitForReadyRead(Patience)) {
            throw Failed{m_receiver.errorString()};
        }
    }
    m_receiver.readLine();
}

} // namespace jarchi::bench
