// SPDX-License-Identifier: MIT
#include "session/server_address.h"

#include <QTest>

using namespace jarchi::session;
using namespace Qt::StringLiterals;

class TestServerAddress : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void text_wellFormed_isRead_data();
    void text_wellFormed_isRead();
    void text_malformed_isRefused_data();
    void text_malformed_isRefused();
    void loopback_inEverySpelling_sharesOneName();
    void otherHosts_areNotLoopback_data();
    void otherHosts_areNotLoopback();
};

void TestServerAddress::text_wellFormed_isRead_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("host");
    QTest::addColumn<int>("port");
    QTest::addColumn<QString>("shown");
    QTest::newRow("name") << u"localhost"_s << u"localhost"_s << 2019 << u"localhost:2019"_s;
    QTest::newRow("name and port") << u"shop.example:80"_s << u"shop.example"_s << 80 << u"shop.example:80"_s;
    QTest::newRow("IPv4") << u"127.0.0.1:65535"_s << u"127.0.0.1"_s << 65535 << u"127.0.0.1:65535"_s;
    QTest::newRow("IPv6") << u"::1"_s << u"::1"_s << 2019 << u"[::1]:2019"_s;
    QTest::newRow("IPv6 in brackets") << u"[::1]"_s << u"::1"_s << 2019 << u"[::1]:2019"_s;
    QTest::newRow("IPv6 and port") << u"[fe80::2]:1"_s << u"fe80::2"_s << 1 << u"[fe80::2]:1"_s;
}

void TestServerAddress::text_wellFormed_isRead()
{
    QFETCH(const QString, text);
    QFETCH(const QString, host);
    QFETCH(const int, port);
    QFETCH(const QString, shown);
    const auto address = parseServerAddress(text);
    QVERIFY(address);
    QCOMPARE(address->host, host);
    QCOMPARE(int(address->port), port);
    QCOMPARE(toText(*address), shown);
}

void TestServerAddress::text_malformed_isRefused_data()
{
    QTest::addColumn<QString>("text");
    for (const char *text :
         {"", ":2019", "host:", "host:0", "host:65536", "host:x", "host:-1", "[::1", "[::1]x", "[::1]2019",
          "[::1]:", "[host]:1", "::1:zz", "a b", "-x", "host\n", "h\x1b[31m", "http://x"})
        QTest::newRow(text) << QString::fromLatin1(text);
    QTest::newRow("long") << QString(300, u'a');
}

void TestServerAddress::text_malformed_isRefused()
{
    QFETCH(const QString, text);
    const auto address = parseServerAddress(text);
    QVERIFY(!address);
    QVERIFY(!address.error().message.isEmpty());
}

void TestServerAddress::loopback_inEverySpelling_sharesOneName()
{
    for (const QString &text : {u"localhost"_s, u"LOCALHOST"_s, u"127.0.0.1"_s, u"127.1.2.3"_s, u"::1"_s}) {
        const auto address = parseServerAddress(text);
        QVERIFY(address);
        QVERIFY(isLoopback(*address));
        QCOMPARE(canonicalName(*address), u"localhost:2019"_s);
    }
}

void TestServerAddress::otherHosts_areNotLoopback_data()
{
    QTest::addColumn<QString>("host");
    for (const char *host :
         {"localhost.example", "example.com", "10.0.0.1", "128.0.0.1", "0.0.0.0", "::", "::2", "127"})
        QTest::newRow(host) << QString::fromLatin1(host);
}

void TestServerAddress::otherHosts_areNotLoopback()
{
    QFETCH(const QString, host);
    QVERIFY(!isLoopback(ServerAddress{.host = host}));
}

QTEST_APPLESS_MAIN(TestServerAddress)
#include "test_server_address.moc"
