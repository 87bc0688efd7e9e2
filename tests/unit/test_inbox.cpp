// SPDX-License-Identifier: MIT
#include "inbox/inbox.h"

#include "database/connection.h"
#include "inbox/inbox_file.h"
#include "inbox/receiver.h"
#include "support/fake_clock.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QSqlQuery>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>

using namespace jarchi;
using namespace jarchi::inbox;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using protocol::Notification;
using protocol::NotificationId;

namespace {

Notification withId(NotificationId id)
{
    Notification notification;
    notification.id = id;
    notification.title = u"Product %1"_s.arg(id);
    notification.createdAt = QDateTime(QDate(2026, 11, 22), QTime(9, 0), Qt::UTC);
    return notification;
}

QList<Notification> withIds(std::initializer_list<NotificationId> ids)
{
    QList<Notification> notifications;
    for (const NotificationId id : ids)
        notifications += withId(id);
    return notifications;
}

QList<NotificationId> idsOf(const QList<Notification> &notifications)
{
    QList<NotificationId> ids;
    for (const Notification &notification : notifications)
        ids += notification.id;
    return ids;
}

using Ids = QList<NotificationId>;

std::unique_ptr<Inbox> opened(const QString &path, const Clock &clock)
{
    auto inbox = Inbox::open({.path = path, .busyTimeout = 50ms}, clock);
    if (!inbox)
        qWarning("%s", qUtf8Printable(inbox.error().message));
    return inbox ? std::move(*inbox) : nullptr;
}

Ids storedNew(Inbox &inbox, std::initializer_list<NotificationId> ids, const QString &epoch = u"one"_s)
{
    const auto fresh = inbox.store(epoch, withIds(ids));
    if (!fresh)
        qWarning("%s", qUtf8Printable(fresh.error().message));
    return fresh ? idsOf(*fresh) : Ids{-1};
}

/// Through a connection of its own, as another program would see it.
QVariant valueIn(const QString &path, const QString &sql)
{
    const auto connection = database::Connection::open({.path = path, .create = false, .checkpoint = false});
    if (!connection)
        return {};
    QSqlQuery query(connection->handle());
    return query.exec(sql) && query.next() ? query.value(0) : QVariant();
}

bool overwrite(const QString &path, qint64 from, const QByteArray &bytes)
{
    QFile file(path);
    return file.open(QIODevice::ReadWrite) && file.seek(from) && file.write(bytes) == bytes.size();
}

QStringList movedAside(const QTemporaryDir &folder)
{
    return QDir(folder.path()).entryList({u"inbox.sqlite.corrupt-*Z"_s});
}

/// What the child process does: `steps` of the way of the notifications 2, 3 and 4, and then it is gone.
[[noreturn]] void dieAfter(const QByteArray &step, const QString &path)
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

} // namespace

class TestInbox : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void store_new_returnsThemInOrder();
    void store_known_returnsNothing();
    void store_twiceInOneBatch_returnsItOnce();
    void store_afterReopening_stillKnows();
    void store_changedEpoch_hidesNothingAndForgetsNothing();
    void store_everyField_isKept();
    void store_announcement_hasNoInterest();
    void twoConnections_sameNotification_onlyOneShowsIt();
    void store_failing_keepsNothingOfTheBatch();
    void store_whileLocked_isUnavailable();
    void killed_anywhere_losesNothingAndShowsNothingTwice_data();
    void killed_anywhere_losesNothingAndShowsNothingTwice();
    void damagedFile_isMovedAside_data();
    void damagedFile_isMovedAside();
    void newerFile_isRefusedAndLeftAlone();
    void lockedFile_isRefusedAndLeftAlone();
    void file_isOnlyForItsUser();
    void path_ofAnyText_isOneSafeFileName_data();
    void path_ofAnyText_isOneSafeFileName();
    void path_ofDifferentUsers_differs();

private:
    [[nodiscard]] QString path() const { return m_folder->filePath(u"inbox.sqlite"_s); }

    std::unique_ptr<QTemporaryDir> m_folder;
    test::FakeClock m_clock;
};

void TestInbox::store_new_returnsThemInOrder()
{
    const auto inbox = opened(path(), m_clock);
    QVERIFY(inbox);
    QVERIFY(inbox->notice().isEmpty());
    QCOMPARE(storedNew(*inbox, {5, 6, 9}), (Ids{5, 6, 9}));
    QCOMPARE(storedNew(*inbox, {}), Ids{});
}

void TestInbox::store_known_returnsNothing()
{
    const auto inbox = opened(path(), m_clock);
    QVERIFY(inbox);
    QCOMPARE(storedNew(*inbox, {1, 2}), (Ids{1, 2}));
    QCOMPARE(storedNew(*inbox, {1, 2}), Ids{});
    QCOMPARE(storedNew(*inbox, {2, 3}), (Ids{3}));
}

void TestInbox::store_twiceInOneBatch_returnsItOnce()
{
    const auto inbox = opened(path(), m_clock);
    QVERIFY(inbox);
    QCOMPARE(storedNew(*inbox, {7, 7, 7}), (Ids{7}));
}

void TestInbox::store_afterReopening_stillKnows()
{
    QCOMPARE(storedNew(*opened(path(), m_clock), {1, 2}), (Ids{1, 2}));
    QCOMPARE(storedNew(*opened(path(), m_clock), {1, 2, 3}), (Ids{3}));
}

void TestInbox::store_changedEpoch_hidesNothingAndForgetsNothing()
{
    const auto inbox = opened(path(), m_clock);
    QVERIFY(inbox);
    QCOMPARE(storedNew(*inbox, {1, 2}, u"one"_s), (Ids{1, 2}));
    QCOMPARE(storedNew(*inbox, {1, 2}, u"two"_s), (Ids{1, 2}));
    QCOMPARE(storedNew(*inbox, {1, 2}, u"one"_s), Ids{});
    QCOMPARE(valueIn(path(), u"SELECT count(*) FROM notification"_s).toInt(), 4);
}

void TestInbox::store_everyField_isKept()
{
    Notification full = withId(41);
    full.title = u"گوشی تازه 😀"_s;
    full.body = u"two\nlines"_s;
    full.category = u"Phones"_s;
    full.price = u"599.00"_s;
    full.currency = u"EUR"_s;
    full.url = u"https://shop.example/41"_s;
    full.priority = protocol::Priority::High;
    full.expiresAt = QDateTime(QDate(2026, 12, 24), QTime(18, 0), Qt::UTC);
    full.interest = protocol::Interest{
        .category = u"Phones"_s, .keyword = u"fold"_s, .maxPrice = u"700.00"_s, .currency = u"EUR"_s};
    const auto inbox = opened(path(), m_clock);
    QVERIFY(inbox);
    QVERIFY(inbox->store(u"one"_s, {full}));
    QCOMPARE(valueIn(path(),
                     u"SELECT concat_all FROM (SELECT epoch || '|' || id || '|' || title || '|' || body || '|' "
                     "|| category || '|' || price || '|' || currency || '|' || url || '|' || priority || '|' || "
                     "created_at || '|' || expires_at || '|' || interest_category || '|' || interest_keyword || "
                     "'|' || interest_max_price || '|' || interest_currency || '|' || received_at AS concat_all "
                     "FROM notification)"_s)
                 .toString(),
             u"one|41|گوشی تازه 😀|two\nlines|Phones|599.00|EUR|https://shop.example/41|high|2026-11-22T09:00:00Z|"
             "2026-12-24T18:00:00Z|Phones|fold|700.00|EUR|2026-11-22T09:00:00Z"_s);
}

void TestInbox::store_announcement_hasNoInterest()
{
    const auto inbox = opened(path(), m_clock);
    QVERIFY(inbox);
    QCOMPARE(storedNew(*inbox, {1}), (Ids{1}));
    QCOMPARE(valueIn(path(),
                     u"SELECT count(*) FROM notification WHERE interest_category IS NULL AND expires_at IS NULL "
                     "AND body = '' AND url = ''"_s)
                 .toInt(),
             1);
}

void TestInbox::twoConnections_sameNotification_onlyOneShowsIt()
{
    const auto first = opened(path(), m_clock);
    const auto second = opened(path(), m_clock);
    QVERIFY(first && second);
    QCOMPARE(storedNew(*first, {1, 2}), (Ids{1, 2}));
    QCOMPARE(storedNew(*second, {1, 2, 3}), (Ids{3}));
    QCOMPARE(storedNew(*first, {3, 4}), (Ids{4}));
}

void TestInbox::store_failing_keepsNothingOfTheBatch()
{
    const auto inbox = opened(path(), m_clock);
    QVERIFY(inbox);
    const auto saboteur = database::Connection::open({.path = path(), .create = false, .checkpoint = false});
    QVERIFY(saboteur);
    QVERIFY(saboteur->execute(u"CREATE TRIGGER full BEFORE INSERT ON notification WHEN NEW.id = 3 "
                              "BEGIN SELECT RAISE(ABORT, 'no room'); END"_s));
    QVERIFY(!inbox->store(u"one"_s, withIds({1, 2, 3})));
    QVERIFY(saboteur->execute(u"DROP TRIGGER full"_s));
    QCOMPARE(storedNew(*inbox, {1, 2, 3}), (Ids{1, 2, 3}));
}

void TestInbox::store_whileLocked_isUnavailable()
{
    const auto inbox = opened(path(), m_clock);
    QVERIFY(inbox);
    const auto other = database::Connection::open({.path = path(), .create = false, .checkpoint = false});
    QVERIFY(other);
    QVERIFY(other->execute(u"BEGIN IMMEDIATE"_s));
    const auto refused = inbox->store(u"one"_s, withIds({1}));
    QVERIFY(!refused);
    QCOMPARE(refused.error().kind, Error::Kind::Unavailable);
    QVERIFY(other->execute(u"ROLLBACK"_s));
    QCOMPARE(storedNew(*inbox, {1}), (Ids{1}));
}

void TestInbox::killed_anywhere_losesNothingAndShowsNothingTwice_data()
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

void TestInbox::killed_anywhere_losesNothingAndShowsNothingTwice()
{
    QFETCH(const QString, step);
    QFETCH(const bool, wasShown);
    QFETCH(const Ids, newAfterwards);
    QCOMPARE(storedNew(*opened(path(), m_clock), {1}), (Ids{1}));

    QProcess child;
    child.start(QCoreApplication::applicationFilePath(), {u"--die-after"_s, step, path()});
    QVERIFY(child.waitForFinished());
    QCOMPARE(child.exitStatus(), QProcess::CrashExit);
    QCOMPARE(child.readAllStandardOutput(), wasShown ? "shown 3\n"_ba : ""_ba);

    // The server sends everything again, since nothing was acknowledged for good.
    const auto inbox = opened(path(), m_clock);
    QVERIFY(inbox);
    QVERIFY(inbox->notice().isEmpty());
    QCOMPARE(storedNew(*inbox, {1, 2, 3, 4}), newAfterwards);
    QCOMPARE(valueIn(path(), u"SELECT count(*) FROM notification"_s).toInt(), 4);
}

void TestInbox::damagedFile_isMovedAside_data()
{
    QTest::addColumn<qint64>("from");
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<qint64>("size"); ///< To cut the file to; -1 leaves it.
    QTest::newRow("another format") << 0LL << QByteArray(4096, 'x') << -1LL;
    QTest::newRow("zeros") << 0LL << QByteArray(4096, '\0') << -1LL;
    QTest::newRow("a page of noise") << 4096LL << QByteArray(8192, '\xee') << -1LL;
    QTest::newRow("schema page") << 100LL << QByteArray(3996, '\xee') << -1LL;
    QTest::newRow("cut short") << 0LL << QByteArray() << 5000LL;
    QTest::newRow("hardly begun") << 0LL << QByteArray() << 50LL;
}

void TestInbox::damagedFile_isMovedAside()
{
    QFETCH(const qint64, from);
    QFETCH(const QByteArray, bytes);
    QFETCH(const qint64, size);
    QCOMPARE(storedNew(*opened(path(), m_clock), {1, 2}), (Ids{1, 2}));
    QVERIFY(overwrite(path(), from, bytes));
    if (size >= 0)
        QVERIFY(QFile::resize(path(), size));

    const auto inbox = opened(path(), m_clock);
    QVERIFY(inbox);
    QCOMPARE(movedAside(*m_folder).size(), 1);
    QVERIFY(inbox->notice().contains(movedAside(*m_folder).constFirst()));
    QCOMPARE(storedNew(*inbox, {1, 2}), (Ids{1, 2}));
    QCOMPARE(QFileInfo(path()).permissions() & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
}

void TestInbox::newerFile_isRefusedAndLeftAlone()
{
    QCOMPARE(storedNew(*opened(path(), m_clock), {1}), (Ids{1}));
    {
        const auto future = database::Connection::open({.path = path(), .create = false});
        QVERIFY(future);
        QVERIFY(future->execute(u"UPDATE migration SET checksum = 'from the future'"_s));
    }
    const auto inbox = Inbox::open({.path = path()}, m_clock);
    QVERIFY(!inbox);
    QVERIFY(movedAside(*m_folder).isEmpty());
    QCOMPARE(valueIn(path(), u"SELECT count(*) FROM notification"_s).toInt(), 1);
}

void TestInbox::lockedFile_isRefusedAndLeftAlone()
{
    QCOMPARE(storedNew(*opened(path(), m_clock), {1}), (Ids{1}));
    const auto other = database::Connection::open({.path = path(), .create = false});
    QVERIFY(other);
    QVERIFY(other->execute(u"BEGIN IMMEDIATE"_s));
    const auto inbox = Inbox::open({.path = path(), .busyTimeout = 50ms}, m_clock);
    QVERIFY(!inbox);
    QCOMPARE(inbox.error().kind, Error::Kind::Unavailable);
    QVERIFY(movedAside(*m_folder).isEmpty());
}

void TestInbox::file_isOnlyForItsUser()
{
    const QFile::Permissions others = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
    const auto inbox = opened(path(), m_clock);
    QVERIFY(inbox);
    QCOMPARE(storedNew(*inbox, {1}), (Ids{1}));
    for (const QString &part : {u""_s, u"-wal"_s, u"-shm"_s})
        QCOMPARE(QFileInfo(path() + part).permissions() & others, QFile::Permissions());
}

void TestInbox::path_ofAnyText_isOneSafeFileName_data()
{
    QTest::addColumn<QString>("user");
    QTest::newRow("plain") << u"sara"_s;
    QTest::newRow("path") << u"../../etc/passwd"_s;
    QTest::newRow("dots") << u".."_s;
    QTest::newRow("windows") << u"C:\\a|b?*<>\""_s;
    QTest::newRow("persian") << u"سارا"_s;
    QTest::newRow("long") << QString(64, u'م');
}

void TestInbox::path_ofAnyText_isOneSafeFileName()
{
    QFETCH(const QString, user);
    const QString file = inboxPath(m_folder->path(), u"localhost:2019"_s, user);
    const QString name = file.mid(m_folder->path().size() + 1);
    QVERIFY2(QRegularExpression(u"\\Ainbox-localhost%3A2019-[A-Za-z0-9%_]+\\.sqlite\\z"_s).match(name).hasMatch(),
             qUtf8Printable(name));
    QVERIFY(name.toUtf8().size() < 200);
    QVERIFY(opened(file, m_clock));
}

void TestInbox::path_ofDifferentUsers_differs()
{
    const QString folder = m_folder->path();
    QVERIFY(inboxPath(folder, u"a-b"_s, u"c"_s) != inboxPath(folder, u"a"_s, u"b-c"_s));
    QVERIFY(inboxPath(folder, u"a"_s, QString(64, u'م') + u'1') != inboxPath(folder, u"a"_s, QString(64, u'م') + u'2'));
}

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    if (argc == 4 && QByteArrayView(argv[1]) == "--die-after")
        dieAfter(argv[2], QString::fromLocal8Bit(argv[3]));
    TestInbox test;
    return QTest::qExec(&test, argc, argv);
}
#include "test_inbox.moc"
