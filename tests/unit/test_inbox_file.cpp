// SPDX-License-Identifier: MIT
#include "inbox/inbox_file.h"
#include "support/inbox_file_fixture.h"

#include <QDir>
#include <QFile>
#include <QRegularExpression>

using namespace jarchi;
using namespace jarchi::inbox;
using namespace jarchi::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

bool overwrite(const QString &path, qint64 from, const QByteArray &bytes)
{
    QFile file(path);
    return file.open(QIODevice::ReadWrite) && file.seek(from) && file.write(bytes) == bytes.size();
}

} // namespace

/// The file: damaged, of another version, locked, and where it lies.
class TestInboxFile : public QObject, private InboxFileFixture
{
    Q_OBJECT

private Q_SLOTS:
    void init() { setUp(); }

    void damagedFile_isMovedAside_data();
    void damagedFile_isMovedAside();
    void newerFile_isRefusedAndLeftAlone();
    void lockedFile_isRefusedAndLeftAlone();
    void file_isOnlyForItsUser();

    void path_ofAnyText_isOneSafeFileName_data();
    void path_ofAnyText_isOneSafeFileName();
    void path_ofDifferentUsers_differs();

private:
    [[nodiscard]] QStringList movedAside() const
    {
        return QDir(m_folder->path()).entryList({u"inbox.sqlite.corrupt-*Z"_s});
    }
};

void TestInboxFile::damagedFile_isMovedAside_data()
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

void TestInboxFile::damagedFile_isMovedAside()
{
    QFETCH(const qint64, from);
    QFETCH(const QByteArray, bytes);
    QFETCH(const qint64, size);
    QCOMPARE(storedNew(*opened(), {1, 2}), (Ids{1, 2}));
    QVERIFY(overwrite(path(), from, bytes));
    if (size >= 0)
        QVERIFY(QFile::resize(path(), size));

    const auto inbox = opened();
    QVERIFY(inbox);
    QCOMPARE(movedAside().size(), 1);
    QVERIFY(inbox->notice().contains(movedAside().constFirst()));
    QCOMPARE(storedNew(*inbox, {1, 2}), (Ids{1, 2}));
    QCOMPARE(QFileInfo(path()).permissions() & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
}

void TestInboxFile::newerFile_isRefusedAndLeftAlone()
{
    QCOMPARE(storedNew(*opened(), {1}), (Ids{1}));
    {
        const auto future = database::Connection::open({.path = path(), .create = false});
        QVERIFY(future);
        QVERIFY(future->execute(u"UPDATE migration SET checksum = 'from the future'"_s));
    }
    const auto inbox = Inbox::open({.path = path()}, m_clock);
    QVERIFY(!inbox);
    QVERIFY(movedAside().isEmpty());
    QCOMPARE(value(u"SELECT count(*) FROM notification"_s).toInt(), 1);
}

void TestInboxFile::lockedFile_isRefusedAndLeftAlone()
{
    QCOMPARE(storedNew(*opened(), {1}), (Ids{1}));
    const auto other = database::Connection::open({.path = path(), .create = false});
    QVERIFY(other);
    QVERIFY(other->execute(u"BEGIN IMMEDIATE"_s));
    const auto inbox = Inbox::open({.path = path(), .busyTimeout = 50ms}, m_clock);
    QVERIFY(!inbox);
    QCOMPARE(inbox.error().kind, Error::Kind::Unavailable);
    QVERIFY(movedAside().isEmpty());
}

void TestInboxFile::file_isOnlyForItsUser()
{
    const QFile::Permissions others = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
    const auto inbox = opened();
    QVERIFY(inbox);
    QCOMPARE(storedNew(*inbox, {1}), (Ids{1}));
    for (const QString &part : {u""_s, u"-wal"_s, u"-shm"_s})
        QCOMPARE(QFileInfo(path() + part).permissions() & others, QFile::Permissions());
}

void TestInboxFile::path_ofAnyText_isOneSafeFileName_data()
{
    QTest::addColumn<QString>("user");
    QTest::newRow("plain") << u"sara"_s;
    QTest::newRow("path") << u"../../etc/passwd"_s;
    QTest::newRow("dots") << u".."_s;
    QTest::newRow("windows") << u"C:\\a|b?*<>\""_s;
    QTest::newRow("persian") << u"سارا"_s;
    QTest::newRow("long") << QString(64, u'م');
}

void TestInboxFile::path_ofAnyText_isOneSafeFileName()
{
    QFETCH(const QString, user);
    const QString file = inboxPath(m_folder->path(), u"localhost:2019"_s, user);
    const QString name = file.mid(m_folder->path().size() + 1);
    QVERIFY2(QRegularExpression(u"\\Ainbox-localhost%3A2019-[A-Za-z0-9%_]+\\.sqlite\\z"_s).match(name).hasMatch(),
             qUtf8Printable(name));
    QVERIFY(name.toUtf8().size() < 200);
    QVERIFY(opened(file, m_clock));
}

void TestInboxFile::path_ofDifferentUsers_differs()
{
    const QString folder = m_folder->path();
    QVERIFY(inboxPath(folder, u"a-b"_s, u"c"_s) != inboxPath(folder, u"a"_s, u"b-c"_s));
    QVERIFY(inboxPath(folder, u"a"_s, QString(64, u'م') + u'1') != inboxPath(folder, u"a"_s, QString(64, u'م') + u'2'));
}

QTEST_GUILESS_MAIN(TestInboxFile)
#include "test_inbox_file.moc"
