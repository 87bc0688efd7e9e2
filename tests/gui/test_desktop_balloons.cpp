// SPDX-License-Identifier: MIT
#include "balloons/notify_arguments.h"
#include "support/desktop_balloons_fixture.h"

#include <QDBusArgument>
#include <QRegularExpression>

using namespace jarchi;
using namespace jarchi::balloons;
using namespace jarchi::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using notify::Balloon;

/// What the daemon is asked to show, and to take away.
class TestDesktopBalloons : public QObject, private DesktopBalloonsFixture
{
    Q_OBJECT

private Q_SLOTS:
    void init() { setUp(); }
    void cleanup() { tearDown(); }

    void arguments_sayHowItIsShown();
    void withoutTags_data();
    void withoutTags();

    void show_isSentByCapabilities_data();
    void show_isSentByCapabilities();
    void show_sameKey_replaces();
    void show_sameKeyBeforeAnAnswer_replacesWhenItCame();
    void show_refused_isLoggedOnceAndGoesOn();
    void show_manyAtOnce_forgetsTheOldest();

    void withdraw_closesIt();
    void withdraw_beforeAnAnswer_closesItWhenItCame();
    void withdraw_unknown_doesNothing();
};

void TestDesktopBalloons::arguments_sayHowItIsShown()
{
    Balloon shown = balloon(u"e/1"_s, u"<b>Title</b> & more"_s);
    shown.priority = protocol::Priority::Low;
    QVariantList arguments = notifyArguments(shown, {}, 5, u"jarchi"_s);
    QCOMPARE(arguments[1].toUInt(), 5U);
    QCOMPARE(arguments[2].toString(), u"jarchi"_s);
    QCOMPARE(arguments[3].toString(), u"‹b>Title‹/b> & more"_s); // Titles have no markup, whatever a daemon can do.
    QVariantMap hints = arguments[6].toMap();
    QCOMPARE(hints.value(u"urgency"_s), QVariant::fromValue(uchar(0)));
    QCOMPARE(hints.value(u"suppress-sound"_s), QVariant(true));
    QVERIFY(!hints.contains(u"sound-name"_s));
    QCOMPARE(arguments[7].toInt(), -1);

    shown.priority = protocol::Priority::High;
    shown.hasSound = true;
    shown.duration = 5s;
    arguments = notifyArguments(shown, {}, 0, u"jarchi"_s);
    hints = arguments[6].toMap();
    QCOMPARE(hints.value(u"urgency"_s), QVariant::fromValue(uchar(2)));
    QVERIFY(hints.contains(u"sound-name"_s) && !hints.contains(u"suppress-sound"_s));
    QCOMPARE(arguments[7].toInt(), 5000);
    shown.duration = std::chrono::milliseconds(qint64(1) << 40);
    QVERIFY(notifyArguments(shown, {}, 0, u"jarchi"_s)[7].toInt() > 0);
}

void TestDesktopBalloons::withoutTags_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("safe");
    QTest::newRow("plain") << u"a & b > c"_s << u"a & b > c"_s;
    QTest::newRow("less than") << u"a < 5, b <5, <"_s << u"a < 5, b <5, <"_s;
    QTest::newRow("tag") << u"<B>x</B>"_s << u"‹B>x‹/B>"_s;
    QTest::newRow("image") << u"<<img src='file:///x'/>"_s << u"<‹img src='file:///x'/>"_s;
    QTest::newRow("comment") << u"<!-- x --><?xml?>"_s << u"‹!-- x -->‹?xml?>"_s;
    QTest::newRow("other letters") << u"<ب><😀>"_s << u"‹ب>‹😀>"_s;
    // It becomes no tag, whoever unfolds it.
    QTest::newRow("entities") << u"&lt;b&gt;"_s << u"&lt;b&gt;"_s;
}

void TestDesktopBalloons::withoutTags()
{
    QFETCH(const QString, text);
    QFETCH(const QString, safe);
    QCOMPARE(balloons::withoutTags(text), safe);
}

void TestDesktopBalloons::show_isSentByCapabilities_data()
{
    QTest::addColumn<QStringList>("capabilities");
    QTest::addColumn<QString>("body");
    QTest::addColumn<QStringList>("actions");
    const QStringList actions{u"default"_s,           u"Show"_s,           u"open"_s,
                              u"Open shop.example"_s, u"not-interested"_s, u"Not interested in Phones"_s};
    QTest::newRow("all") << QStringList{u"body"_s, u"body-markup"_s, u"actions"_s, u"x-more"_s}
                         << u"&lt;b&gt;a&lt;/b&gt; &amp; b"_s << actions;
    QTest::newRow("no markup") << QStringList{u"body"_s, u"actions"_s} << u"‹b>a‹/b> & b"_s << actions;
    QTest::newRow("no actions") << QStringList{u"body"_s} << u"‹b>a‹/b> & b"_s << QStringList();
    QTest::newRow("no body") << QStringList{u"actions"_s} << QString() << actions;
    QTest::newRow("nothing") << QStringList() << QString() << QStringList();
}

void TestDesktopBalloons::show_isSentByCapabilities()
{
    QFETCH(const QStringList, capabilities);
    QFETCH(const QString, body);
    QFETCH(const QStringList, actions);
    m_daemon->capabilities = capabilities;
    QVERIFY(startBoth());
    m_balloons->show(balloon(u"e/1"_s));
    // Nothing was waited for.
    QCOMPARE(m_daemon->capabilitiesAsked, 0);
    QTRY_COMPARE(m_daemon->shown.size(), 1);
    QVERIFY(m_balloons->isAvailable());
    const QVariantList arguments = m_daemon->shown.constFirst().arguments;
    QCOMPARE(arguments.size(), 8);
    QCOMPARE(arguments[0].toString(), u"Jarchi"_s);
    QCOMPARE(arguments[1].toUInt(), 0U);
    QCOMPARE(arguments[3].toString(), u"Title"_s);
    QCOMPARE(arguments[4].toString(), body);
    QCOMPARE(arguments[5].toStringList(), actions);
    const auto hints = qdbus_cast<QVariantMap>(arguments[6]);
    QCOMPARE(hints.value(u"urgency"_s).userType(), int(QMetaType::UChar));
    QCOMPARE(hints.value(u"desktop-entry"_s).toString(), u"jarchi-tray"_s);
    QCOMPARE(arguments[7].toInt(), -1);
}

void TestDesktopBalloons::show_sameKey_replaces()
{
    QVERIFY(startBoth());
    m_balloons->show(balloon(u"e/1"_s));
    QTRY_COMPARE(m_daemon->shown.size(), 1);
    // When this one has an id, so has the other.
    m_balloons->show(balloon(u"e/2"_s));
    QTRY_COMPARE(m_daemon->shown.size(), 2);
    m_balloons->show(balloon(u"e/1"_s, u"Changed"_s));
    QTRY_COMPARE(m_daemon->shown.size(), 3);
    QCOMPARE(m_daemon->shown[1].arguments[1].toUInt(), 0U);
    QCOMPARE(m_daemon->shown[2].arguments[1].toUInt(), 17U);
    QCOMPARE(m_daemon->shown[2].arguments[3].toString(), u"Changed"_s);
}

void TestDesktopBalloons::show_sameKeyBeforeAnAnswer_replacesWhenItCame()
{
    m_daemon->slowMethods = QStringList{u"Notify"_s};
    QVERIFY(startBoth());
    m_balloons->show(balloon(u"summary"_s, u"1"_s));
    QTRY_COMPARE(m_daemon->capabilitiesAsked, 1);
    QTRY_VERIFY(m_daemon->hasUnanswered());
    m_balloons->show(balloon(u"summary"_s, u"2"_s));
    m_balloons->show(balloon(u"summary"_s, u"3"_s));
    m_daemon->answerAll();
    QTRY_COMPARE(m_daemon->shown.size(), 2);
    QCOMPARE(m_daemon->shown[1].arguments[1].toUInt(), 17U);
    QCOMPARE(m_daemon->shown[1].arguments[3].toString(), u"3"_s);
}

void TestDesktopBalloons::show_refused_isLoggedOnceAndGoesOn()
{
    m_daemon->refuses = true;
    QVERIFY(startBoth());
    const QRegularExpression words(u"a balloon cannot be shown: .*not today"_s);
    QTest::ignoreMessage(QtWarningMsg, words);
    QTest::failOnWarning(words); // A second one.
    m_balloons->show(balloon(u"e/1"_s));
    m_balloons->show(balloon(u"e/2"_s));
    QTRY_COMPARE(m_daemon->refused, 2);
    m_daemon->refuses = false;
    m_balloons->show(balloon(u"e/3"_s));
    QTRY_COMPARE(m_daemon->shown.size(), 1);
}

void TestDesktopBalloons::show_manyAtOnce_forgetsTheOldest()
{
    QVERIFY(startBoth());
    QVERIFY(isKnown(*m_daemon));
    const qsizetype first = m_daemon->shown.size();
    for (int i = 0; i <= DesktopBalloons::MostStanding; ++i)
        m_balloons->show(balloon(u"many/%1"_s.arg(i)));
    QTRY_COMPARE(m_daemon->shown.size(), first + DesktopBalloons::MostStanding + 1);
    QSignalSpy activated(m_balloons.get(), &notify::Balloons::activated);
    m_daemon->invoke(m_daemon->shown[first].id, u"default"_s);
    m_daemon->invoke(m_daemon->shown[first + 1].id, u"default"_s);
    QTRY_COMPARE(activated.size(), 1);
    QCOMPARE(activated[0][0].toString(), u"many/1"_s);
}

void TestDesktopBalloons::withdraw_closesIt()
{
    QVERIFY(startBoth());
    QVERIFY(isKnown(*m_daemon));
    const uint id = m_daemon->shown.constFirst().id;
    m_balloons->withdraw(u"known"_s);
    QTRY_COMPARE(m_daemon->closed, QList<uint>{id});
    m_balloons->withdraw(u"known"_s);
    m_balloons->show(balloon(u"known"_s));
    QTRY_COMPARE(m_daemon->shown.size(), 2);
    QCOMPARE(m_daemon->shown[1].arguments[1].toUInt(), 0U);
    QCOMPARE(m_daemon->closed.size(), 1);
}

void TestDesktopBalloons::withdraw_beforeAnAnswer_closesItWhenItCame()
{
    m_daemon->slowMethods = QStringList{u"Notify"_s};
    QVERIFY(startBoth());
    m_balloons->show(balloon(u"e/1"_s));
    QTRY_VERIFY(m_daemon->hasUnanswered());
    m_balloons->show(balloon(u"e/1"_s, u"Changed"_s));
    m_balloons->withdraw(u"e/1"_s);
    m_daemon->answerAll();
    QTRY_COMPARE(m_daemon->closed, QList<uint>{17U});
    QCOMPARE(m_daemon->shown.size(), 1);
}

void TestDesktopBalloons::withdraw_unknown_doesNothing()
{
    QVERIFY(startBoth());
    m_balloons->show(balloon(u"e/1"_s));
    m_balloons->withdraw(u"e/1"_s); // It still waits.
    m_balloons->withdraw(u"e/7"_s);
    QVERIFY(isKnown(*m_daemon));
    QCOMPARE(m_daemon->shown.size(), 1);
    QVERIFY(m_daemon->closed.isEmpty());
}

QTEST_GUILESS_MAIN(TestDesktopBalloons)
#include "test_desktop_balloons.moc"
