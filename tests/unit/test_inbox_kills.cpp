// SPDX-License-Identifier: MIT
#include "inbox/receiver.h"
#include "support/inbox_file_fixture.h"

#include <QProcess>

#include <csignal>
#include <cstdio>
#include <cstdlib>

using namespace jarchi;
using namespace jarchi::inbox;
using namespace jarchi::test;
using namespace Qt::StringLiterals;
using protocol::Notification;

/// A process that is killed at each step of the way of a notification.
class TestInboxKills : public QObject, private InboxFileFixture
{
    Q_OBJECT

private Q_SLOTS:
    void init() { setUp(); }

    void killed_anywhere_losesNothingAndShowsNothingTwice_data();
    void killed_anywhere_losesNothingAndShowsNothingTwice();

public:
    /// What the child process does: the way of the notifications 2, 3 and 4 up to this step, and then it is gone.
    [[noreturn]] static void dieAfter(const QByteArray &step, const QString &path);
};

void TestInboxKills::dieAfter(const QByteArray &step, const QString &path)
{
    const SystemClock clock;
    const auto inbox = opened(path, clock);
    const auto dieAt = [&step](const char *here) {
        if (step == here)
            ::raise(SIGKILL);
    };
    if (step == "inserting") {
        const auto connection = database::Connection::open({.path = path, .create = false});
        static_cast<void>(connection->execute(u"BEGIN IMMEDIATE"_s));
        static_cast<void>(connection->execute(
            u"INSERT INTO notification (epoch, id, title, body, category, price, currency, url, priority, created_at, "
            "received_at) VALUES ('one', 2, '', '', '', '', '', '', 'low', '', '')"_s));
        dieAt("inserting");
    }
    Receiver receiver(*inbox, {.show =
                                   [&](const QList<Notification> &fresh) {
                                       dieAt("stored");
                                       std::printf("shown %d\n", static_cast<int>(fresh.size()));
                                       std::fflush(stdout);
                                       dieAt("shown");
                                       return fresh.size();
                                   },
                               .acknowledge = [&](const Ids &) { dieAt("acknowledged"); },
                               .fail = [](const Error &) {}});
    receiver.setEpoch(u"one"_s);
    for (const Notification &notification : withIds({2, 3, 4}))
        receiver.take(notification);
    dieAt("received");
    receiver.flush();
    std::exit(1);
}

void TestInboxKills::killed_anywhere_losesNothingAndShowsNothingTwice_data()
{
    QTest::addColumn<QString>("step");
    QTest::addColumn<bool>("wasShown");
    QTest::addColumn<Ids>("newAfterwards");
    QTest::newRow("received") << u"received"_s << false << Ids{2, 3, 4};
    QTest::newRow("inserting") << u"inserting"_s << false << Ids{2, 3, 4};
    QTest::newRow("stored") << u"stored"_s << false << Ids{};
    QTest::newRow("shown") << u"shown"_s << true << Ids{};
    QTest::newRow("acknowledged") << u"acknowledged"_s << true << Ids{};
}

void TestInboxKills::killed_anywhere_losesNothingAndShowsNothingTwice()
{
    QFETCH(const QString, step);
    QFETCH(const bool, wasShown);
    QFETCH(const Ids, newAfterwards);
    QCOMPARE(storedNew(*opened(), {1}), (Ids{1}));

    QProcess child;
    child.start(QCoreApplication::applicationFilePath(), {u"--die-after"_s, step, path()});
    QVERIFY(child.waitForFinished());
    QCOMPARE(child.exitStatus(), QProcess::CrashExit);
    QCOMPARE(child.readAllStandardOutput(), wasShown ? "shown 3\n"_ba : ""_ba);

    // The server sends everything again, since nothing was acknowledged for good.
    const auto inbox = opened();
    QVERIFY(inbox);
    QVERIFY(inbox->notice().isEmpty());
    QCOMPARE(storedNew(*inbox, {1, 2, 3, 4}), newAfterwards);
    QCOMPARE(value(u"SELECT count(*) FROM notification"_s).toInt(), 4);
}

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    if (argc == 4 && QByteArrayView(argv[1]) == "--die-after")
        TestInboxKills::dieAfter(argv[2], QString::fromLocal8Bit(argv[3]));
    TestInboxKills test;
    return QTest::qExec(&test, argc, argv);
}
#include "test_inbox_kills.moc"
