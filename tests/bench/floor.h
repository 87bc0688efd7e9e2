// SPDX-License-Identifier: MIT
#pragma once

#include "store/store.h"

#include <QByteArray>
#include <QString>
#include <QTcpServer>
#include <QTcpSocket>

#include <memory>

namespace jarchi::bench {

/// What no server can do without: the product on stable storage, and a line through a socket of this computer. Blocks;
/// one thread. Throws Failed.
class Floor
{
public:
    explicit Floor(const QString &database);

    /// Milliseconds for both.
    double add(int number, const QByteArray &line);
    void commit(int number);
    void send(const QByteArray &line);

    [[nodiscard]] const QString &database() const { return m_database; }

private:
    QString m_database;
    std::unique_ptr<store::Store> m_store;
    QTcpServer m_server;
    QTcpSocket m_receiver;
    std::unique_ptr<QTcpSocket> m_sender;
};

} // namespace jarchi::bench
