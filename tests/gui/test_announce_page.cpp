// SPDX-License-Identifier: MIT
#include "gui/main_window.h"
#include "support/window_fixture.h"

#include <QComboBox>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>

using namespace jarchi;
using namespace jarchi::gui;
using namespace jarchi::test;
using namespace Qt::StringLiterals;

/// Announcements, with a real server and real clients.
class TestAnnouncePage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void announcement_toEveryone_reachesEverybody();
    void announcement_toACategory_reachesThoseInterested();
    void announcement_withFaults_isRefusedBesideItsFields();
    void field_withFault_saysSoWhileTyping_data();
    void field_withFault_saysSoWhileTyping();
    void draft_forACategory_staysForIt();
    void draft_forACategoryThatIsGone_isNotForEveryone();

private:
    static QComboBox &category(WindowFixture &fixture) { return fixture.find<QComboBox>(u"announcementCategory"_s); }
};

void TestAnnouncePage::announcement_toEveryone_reachesEverybody()
{
    WindowFixture fixture;
    fixture.shop().account(u"sara"_s);
    fixture.shop().account(u"tom"_s);
    QVERIFY(fixture.open(MainWindow::Announce));
    LineClient client;
    QVERIFY(fixture.logIn(client, u"sara"_s));
    QVERIFY(client.expect<protocol::CaughtUp>());
    QTest::keyClicks(&fixture.find<QLineEdit>(u"announcementTitle"_s), u"Closed on Monday"_s);
    QTest::keyClicks(&fixture.find<QPlainTextEdit>(u"announcementBody"_s), u"Back on Tuesday."_s);
    QTRY_COMPARE_WITH_TIMEOUT(fixture.visible<QLabel>(u"reach"_s)->text(),
                              u"It reaches 2 accounts: 1 online now, 1 when they come back."_s, Patience);
    QTest::keyClick(&fixture.window(), Qt::Key_Return, Qt::ControlModifier);
    const auto notification = client.expect<protocol::Notification>();
    QVERIFY(notification);
    QCOMPARE(notification->title, u"Closed on Monday"_s);
    QCOMPARE(notification->body, u"Back on Tuesday."_s);
    QCOMPARE(notification->category, QString());
    client.send(protocol::Ack{{notification->id}});
    QTRY_COMPARE_WITH_TIMEOUT(fixture.texts(u"delivery"_s), QStringList(u"Closed on Monday: delivered to 1 of 2"_s),
                              Patience);
    QVERIFY(fixture.find<QLineEdit>(u"announcementTitle"_s).text().isEmpty());
}

void TestAnnouncePage::announcement_toACategory_reachesThoseInterested()
{
    WindowFixture fixture;
    fixture.shop().follower(u"sara"_s, u"Books"_s);
    fixture.shop().follower(u"tom"_s, u"Bicycles"_s);
    QVERIFY(fixture.open(MainWindow::Announce));
    LineClient sara;
    LineClient tom;
    QVERIFY(fixture.logIn(sara, u"sara"_s));
    QVERIFY(fixture.logIn(tom, u"tom"_s));
    QVERIFY(sara.expect<protocol::CaughtUp>());
    QVERIFY(tom.expect<protocol::CaughtUp>());
    QTRY_COMPARE_WITH_TIMEOUT(category(fixture).count(), 3, Patience); // Everyone, and the two.
    category(fixture).setCurrentIndex(category(fixture).findText(u"Books"_s));
    QTest::keyClicks(&fixture.find<QLineEdit>(u"announcementTitle"_s), u"A reading on Friday"_s);
    QTest::mouseClick(&fixture.find<QPushButton>(u"sendAnnouncement"_s), Qt::LeftButton);
    const auto notification = sara.expect<protocol::Notification>();
    QVERIFY(notification);
    QCOMPARE(notification->category, u"Books"_s);
    QVERIFY(tom.isAlive()); // The next that he hears is the answer to this.
}

void TestAnnouncePage::announcement_withFaults_isRefusedBesideItsFields()
{
    WindowFixture fixture;
    QVERIFY(fixture.open(MainWindow::Announce));
    QVERIFY(fixture.texts(u"fieldNote"_s).isEmpty());
    QTest::mouseClick(&fixture.find<QPushButton>(u"sendAnnouncement"_s), Qt::LeftButton);
    QCOMPARE(fixture.texts(u"fieldNote"_s), QStringList(u"The title is empty."_s));
    QVERIFY(fixture.find<QLineEdit>(u"announcementTitle"_s).hasFocus());
    fixture.find<QPlainTextEdit>(u"announcementBody"_s).setPlainText(QString(4097, u'a'));
    QCOMPARE(fixture.texts(u"fieldNote"_s).size(), 2);
    QCOMPARE(must(fixture.store()->status().read()).notifications, 0);
}

void TestAnnouncePage::field_withFault_saysSoWhileTyping_data()
{
    QTest::addColumn<QString>("field");
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("fault");
    QTest::newRow("title too long") << u"announcementTitle"_s << QString(257, u'a')
                                    << u"The title is too long: at most 256 characters."_s;
    QTest::newRow("title with an override") << u"announcementTitle"_s << u"a\u202Eb"_s
                                            << u"The title has a character in it that reorders the text around it."_s;
    QTest::newRow("http") << u"announcementUrl"_s << u"http://shop.example"_s
                          << u"The address must start with https://."_s;
    QTest::newRow("no host") << u"announcementUrl"_s << u"https://"_s << u"The address names no host."_s;
}

void TestAnnouncePage::field_withFault_saysSoWhileTyping()
{
    QFETCH(const QString, field);
    QFETCH(const QString, typed);
    QFETCH(const QString, fault);
    WindowFixture fixture;
    QVERIFY(fixture.open(MainWindow::Announce));
    auto &line = fixture.find<QLineEdit>(field);
    line.insert(typed);
    QCOMPARE(fixture.texts(u"fieldNote"_s), QStringList(fault));
    line.selectAll();
    QTest::keyClick(&line, Qt::Key_Delete);
    QVERIFY(!fixture.texts(u"fieldNote"_s).contains(fault));
}

void TestAnnouncePage::draft_forACategory_staysForIt()
{
    WindowFixture fixture;
    fixture.shop().follower(u"sara"_s, u"Books"_s);
    fixture.shop().follower(u"tom"_s, u"Bicycles"_s);
    QVERIFY(fixture.open(MainWindow::Announce));
    QTRY_COMPARE_WITH_TIMEOUT(category(fixture).count(), 3, Patience);
    category(fixture).setCurrentIndex(category(fixture).findText(u"Books"_s));
    auto &urgency = fixture.find<QComboBox>(u"announcementPriority"_s);
    urgency.setCurrentIndex(urgency.findText(u"High"_s));
    QTest::keyClicks(&fixture.find<QLineEdit>(u"announcementTitle"_s), u"A reading on Friday"_s);
    fixture.close();

    // Whoever sends at once, before the list of categories was read, sends it to the same people, too.
    fixture.show(fixture.shop().config());
    QCOMPARE(category(fixture).currentText(), u"Books"_s);
    QVERIFY(fixture.open(MainWindow::Announce));
    QTRY_COMPARE_WITH_TIMEOUT(category(fixture).count(), 3, Patience);
    QCOMPARE(category(fixture).currentText(), u"Books"_s);
    QCOMPARE(fixture.find<QComboBox>(u"announcementPriority"_s).currentText(), u"High"_s);
    LineClient sara;
    LineClient tom;
    QVERIFY(fixture.logIn(sara, u"sara"_s));
    QVERIFY(fixture.logIn(tom, u"tom"_s));
    QVERIFY(sara.expect<protocol::CaughtUp>());
    QVERIFY(tom.expect<protocol::CaughtUp>());
    QTest::mouseClick(&fixture.find<QPushButton>(u"sendAnnouncement"_s), Qt::LeftButton);
    const auto notification = sara.expect<protocol::Notification>();
    QVERIFY(notification);
    QCOMPARE(notification->category, u"Books"_s);
    QCOMPARE(notification->priority, protocol::Priority::High);
    QVERIFY(tom.isAlive());
}

void TestAnnouncePage::draft_forACategoryThatIsGone_isNotForEveryone()
{
    WindowFixture fixture;
    fixture.shop().follower(u"tom"_s, u"Bicycles"_s);
    fixture.settings().setValue(u"draft/announcement/title"_s, u"A reading on Friday"_s);
    fixture.settings().setValue(u"draft/announcement/category"_s, u"Books"_s);
    QVERIFY(fixture.open(MainWindow::Announce));
    QTRY_COMPARE_WITH_TIMEOUT(category(fixture).count(), 3, Patience); // Everyone, what there is, and what was chosen.
    QCOMPARE(category(fixture).currentText(), u"Books"_s);
    QTRY_COMPARE_WITH_TIMEOUT(fixture.visible<QLabel>(u"reach"_s)->text(),
                              u"It reaches nobody now: no account's interests match."_s, Patience);
}

QTEST_MAIN(TestAnnouncePage)
#include "test_announce_page.moc"
