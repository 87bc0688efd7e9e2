// SPDX-License-Identifier: MIT
#include "notify/link_policy.h"

#include <QTest>

using namespace jarchi::notify;
using namespace Qt::StringLiterals;

class TestLinkPolicy : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void link_openable_showsItsHost_data();
    void link_openable_showsItsHost();
    void link_notOpenable_isRefused_data();
    void link_notOpenable_isRefused();
    void link_http_onlyIfAllowed();
    void link_veryLongHost_keepsItsEnd();
    void link_isOpenedAsItWasShown();
};

void TestLinkPolicy::link_openable_showsItsHost_data()
{
    QTest::addColumn<QString>("address");
    QTest::addColumn<QString>("host");
    QTest::newRow("plain") << u"https://shop.example/phones/1?x=y#z"_s << u"shop.example"_s;
    QTest::newRow("no path") << u"https://shop.example"_s << u"shop.example"_s;
    QTest::newRow("upper case") << u"HTTPS://SHOP.Example/A"_s << u"shop.example"_s;
    QTest::newRow("usual port") << u"https://shop.example:443/"_s << u"shop.example"_s;
    QTest::newRow("another port") << u"https://shop.example:8443/"_s << u"shop.example:8443"_s;
    QTest::newRow("@ in the path") << u"https://shop.example/@user"_s << u"shop.example"_s;
    QTest::newRow("a host in the path") << u"https://evil.example/https://bank.example"_s << u"evil.example"_s;
    QTest::newRow("a host in front") << u"https://bank.example.evil.example/"_s << u"bank.example.evil.example"_s;
    QTest::newRow("IPv4") << u"https://127.0.0.1/"_s << u"127.0.0.1"_s;
    QTest::newRow("IPv4 as one number") << u"https://2130706433/"_s << u"127.0.0.1"_s;
    QTest::newRow("IPv6") << u"https://[::1]:8443/"_s << u"[::1]:8443"_s;
    // Internationalised names are shown as they are asked for, always.
    QTest::newRow("umlaut") << u"https://bücher.example/"_s << u"xn--bcher-kva.example"_s;
    QTest::newRow("punycode") << u"https://xn--bcher-kva.example/"_s << u"xn--bcher-kva.example"_s;
    QTest::newRow("Persian") << u"https://\u0641\u0631\u0648\u0634.example/"_s << u"xn--wgbg1b3a.example"_s;
    QTest::newRow("Cyrillic а in bаnk") << u"https://b\u0430nk.example/"_s << u"xn--bnk-6cd.example"_s;
    QTest::newRow("wide letters") << u"https://\uFF53hop.example/"_s << u"shop.example"_s;
}

void TestLinkPolicy::link_openable_showsItsHost()
{
    QFETCH(const QString, address);
    QFETCH(const QString, host);
    const std::optional<Link> link = openableLink(address, false);
    QVERIFY(link);
    QCOMPARE(link->host, host);
}

void TestLinkPolicy::link_notOpenable_isRefused_data()
{
    QTest::addColumn<QString>("address");
    QTest::newRow("nothing") << QString();
    QTest::newRow("no address") << u"shop"_s;
    QTest::newRow("no scheme") << u"shop.example/1"_s;
    QTest::newRow("relative") << u"//shop.example/1"_s;
    QTest::newRow("no host") << u"https:///1"_s;
    QTest::newRow("only the scheme") << u"https://"_s;
    QTest::newRow("only a port") << u"https://:443/"_s;
    QTest::newRow("opaque") << u"https:shop.example"_s;
    QTest::newRow("http") << u"http://shop.example/"_s;
    for (const char *scheme : {"javascript:alert(1)", "JavaScript:alert(1)", "file:///etc/passwd", "data:text/html,x",
                               "smb://shop.example/x", "ftp://shop.example/x", "mailto:a@shop.example", "tel:110",
                               "vnd.x://shop.example", "https+x://shop.example", "view-source:https://shop.example"})
        QTest::newRow(scheme) << QString::fromLatin1(scheme);
    QTest::newRow("user") << u"https://bank.example@evil.example/"_s;
    QTest::newRow("user and password") << u"https://bank.example:443@evil.example/"_s;
    QTest::newRow("empty user") << u"https://@evil.example/"_s;
    QTest::newRow("escaped letters in the host") << u"https://%73hop.example/"_s;
    QTest::newRow("escaped @") << u"https://bank.example%40evil.example/"_s;
    QTest::newRow("backslash") << u"https://evil.example\\@bank.example/"_s;
    QTest::newRow("backslashes") << u"https:\\\\evil.example"_s;
    QTest::newRow("space before") << u" https://shop.example/"_s;
    QTest::newRow("space in the host") << u"https://shop .example/"_s;
    QTest::newRow("line feed") << u"https://shop.example/\n"_s;
    QTest::newRow("NUL") << u"https://shop.example/"_s + QChar(0);
    QTest::newRow("tab in the scheme") << u"java\tscript:alert(1)"_s;
    QTest::newRow("bidi override") << u"https://shop.example/\u202Egpj.exe"_s;
    QTest::newRow("bidi mark in the host") << u"https://shop\u200F.example/"_s;
    QTest::newRow("escaped slash in the host") << u"https://bank.example%2Fevil.example/"_s;
    QTest::newRow("port too high") << u"https://shop.example:65536/"_s;
    QTest::newRow("port no number") << u"https://shop.example:x/"_s;
    QTest::newRow("half a surrogate") << u"https://shop.example/"_s + QChar(0xD800);
    QTest::newRow("too long") << u"https://shop.example/"_s + QString(2048, u'x');
}

void TestLinkPolicy::link_notOpenable_isRefused()
{
    QFETCH(const QString, address);
    QVERIFY(!openableLink(address, false));
    QVERIFY(address.startsWith(u"http://"_s) || !openableLink(address, true));
}

void TestLinkPolicy::link_http_onlyIfAllowed()
{
    QVERIFY(!openableLink(u"http://shop.example/"_s, false));
    const std::optional<Link> link = openableLink(u"HTTP://shop.example:80/"_s, true);
    QVERIFY(link);
    QCOMPARE(link->host, u"shop.example"_s);
    QCOMPARE(openableLink(u"http://shop.example:443/"_s, true)->host, u"shop.example:443"_s);
}

void TestLinkPolicy::link_veryLongHost_keepsItsEnd()
{
    const QString host = u"bank.example."_s + (QString(40, u'a') + u'.').repeated(4) + u"evil.example"_s;
    const std::optional<Link> link = openableLink(u"https://"_s + host + u"/"_s, false);
    QVERIFY(link);
    QVERIFY(link->host.endsWith(u"evil.example"_s));
    QVERIFY(link->host.startsWith(u'…'));
    QCOMPARE(link->host.size(), 48);
}

void TestLinkPolicy::link_isOpenedAsItWasShown()
{
    const std::optional<Link> link = openableLink(u"https://b\u0430nk.example/\u0641?q=%20"_s, false);
    QVERIFY(link);
    QCOMPARE(link->url.toEncoded(), QByteArray("https://xn--bnk-6cd.example/%D9%81?q=%20"));
}

QTEST_GUILESS_MAIN(TestLinkPolicy)
#include "test_link_policy.moc"
