// SPDX-License-Identifier: MIT
#include "desktop/single_instance.h"

#include "base/activation_token.h"
#include "support/patience.h"

#include <QDir>
#include <QLocalSocket>
#include <QProcess>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <cstdio>

using namespace jarchi;
using namespace jarchi::desktop;
using namespace Qt::StringLiterals;
using jarchi::test::Patience;
using Role = SingleInstance::Role;

namespace {

/// This program once more, as one that somebody starts: it prints what it is, and "again" at each later start.
class Start
{
public:
    Start(const QString &runtimeFolder, const QString &dataFolder, const QString &token = {})
    {
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"XDG_ACTIVATION_TOKEN"_s, token);
        m_process.setProcessEnvironment(environment);
        m_process.start(QCoreApplication::applicationFilePath(), {u"--start"_s, runtimeFolder, dataFolder});
    }
    ~Start()
    {
        m_process.kill();
        m_process.waitForFinished();
    }
    Start(const Start &) = delete;
    Start &operator=(const Start &) = delete;

    [[nodiscard]] QByteArray nextLine()
    {
        while (!m_process.canReadLine() && m_process.waitForReadyRead(Patience)) {
        }
        return m_process.readLine().trimmed();
    }
    /// SIGKILL: nothing is tidied up.
    void kill()
    {
        m_process.kill();
        m_process.waitForFinished();
    }

private:
    QProcess m_process;
};

int runAsStart(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    SingleInstance instance(application.arguments().at(2), application.arguments().at(3));
    const Result<Role> role = instance.claim();
    const auto say = [](const char *word) {
        std::puts(word);
        std::fflush(stdout);
    };
    say(!role ? "error" : *role == Role::First ? "first" : "later");
    if (!role || *role == Role::Later)
        return 0;
    QObject::connect(&instance, &SingleInstance::startedAgain, &application, [say] { say("again"); });
    return QCoreApplication::exec();
}

} // namespace

class TestSingleInstance : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void firstStart_isFirst();
    void laterStart_isHeard();
    void everyLaterStart_isHeard();
    void laterStart_handsItsTokenOn_data();
    void laterStart_handsItsTokenOn();
    void otherDataFolders_areOthers();
    void nextStart_afterTheFirstLeft_isFirst();
    void nextStart_afterTheFirstWasKilled_isFirst();
    void startsAtOnce_leaveOne();
    void strangers_areBounded_data();
    void strangers_areBounded();
    void strangers_inACrowd_leaveRoomInTheEnd();
    void socket_isTheUsersAlone();
    void folder_thatCannotBeUsed_isAnError();

private:
    [[nodiscard]] QString runtime() const { return m_folder->path(); }
    [[nodiscard]] QString data() const { return m_folder->filePath(u"data"_s); }
    [[nodiscard]] QString socketPath() const
    {
        const QDir folder(runtime());
        return folder.filePath(folder.entryList({u"*.socket"_s}, QDir::System | QDir::Files).value(0));
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestSingleInstance::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
}

void TestSingleInstance::firstStart_isFirst()
{
    SingleInstance first(runtime(), data());
    QCOMPARE(first.claim(), Result<Role>(Role::First));
}

void TestSingleInstance::laterStart_isHeard()
{
    SingleInstance first(runtime(), data());
    QSignalSpy again(&first, &SingleInstance::startedAgain);
    QCOMPARE(first.claim(), Result<Role>(Role::First));
    Start later(runtime(), data() + u"/../data/"_s); // The same folder, in other words.
    QTRY_COMPARE_WITH_TIMEOUT(again.size(), 1, Patience);
    QCOMPARE(later.nextLine(), "later");
}

void TestSingleInstance::everyLaterStart_isHeard()
{
    Start first(runtime(), data());
    QCOMPARE(first.nextLine(), "first");
    for (int i = 0; i < 3; ++i) {
        Start later(runtime(), data());
        QCOMPARE(later.nextLine(), "later");
        QCOMPARE(first.nextLine(), "again");
    }
}

void TestSingleInstance::laterStart_handsItsTokenOn_data()
{
    QTest::addColumn<QByteArray>("given");
    QTest::addColumn<QByteArray>("heard");
    const QByteArray longest(ActivationToken::MostBytes, 't');
    QTest::newRow("none") << QByteArray() << QByteArray();
    QTest::newRow("usual") << "gnome-shell/Jarchi/2019-3-host_TIME4711"_ba
                           << "gnome-shell/Jarchi/2019-3-host_TIME4711"_ba;
    QTest::newRow("longest") << longest << longest;
    QTest::newRow("too long") << longest + 't' << QByteArray();
    QTest::newRow("no token") << "a\nb c"_ba << QByteArray();
}

void TestSingleInstance::laterStart_handsItsTokenOn()
{
    QFETCH(const QByteArray, given);
    SingleInstance first(runtime(), data());
    QSignalSpy again(&first, &SingleInstance::startedAgain);
    QCOMPARE(first.claim(), Result<Role>(Role::First));
    Start later(runtime(), data(), QString::fromLatin1(given));
    QTRY_COMPARE_WITH_TIMEOUT(again.size(), 1, Patience);
    QTEST(again.constFirst().constFirst().toByteArray(), "heard");
    QCOMPARE(later.nextLine(), "later");
}

void TestSingleInstance::otherDataFolders_areOthers()
{
    SingleInstance first(runtime(), data());
    SingleInstance other(runtime(), data() + u"-of-a-test"_s);
    QCOMPARE(first.claim(), Result<Role>(Role::First));
    QCOMPARE(other.claim(), Result<Role>(Role::First));
}

void TestSingleInstance::nextStart_afterTheFirstLeft_isFirst()
{
    {
        SingleInstance first(runtime(), data());
        QCOMPARE(first.claim(), Result<Role>(Role::First));
    }
    QCOMPARE(QDir(runtime()).entryList(QDir::System | QDir::Files), QStringList()); // Nothing lies about.
    SingleInstance next(runtime(), data());
    QCOMPARE(next.claim(), Result<Role>(Role::First));
}

void TestSingleInstance::nextStart_afterTheFirstWasKilled_isFirst()
{
    Start killed(runtime(), data());
    QCOMPARE(killed.nextLine(), "first");
    killed.kill();
    QVERIFY(QFileInfo::exists(socketPath())); // What it left behind.
    Start next(runtime(), data());
    QCOMPARE(next.nextLine(), "first");
    Start later(runtime(), data());
    QCOMPARE(later.nextLine(), "later");
    QCOMPARE(next.nextLine(), "again");
}

void TestSingleInstance::startsAtOnce_leaveOne()
{
    for (int round = 0; round < 10; ++round) {
        const QString folder = data() + QString::number(round);
        std::array<std::unique_ptr<Start>, 4> starts;
        for (auto &start : starts)
            start = std::make_unique<Start>(runtime(), folder);
        QByteArrayList words;
        for (const auto &start : starts)
            words += start->nextLine();
        std::sort(words.begin(), words.end());
        QCOMPARE(words, (QByteArrayList{"first", "later", "later", "later"}));
    }
}

void TestSingleInstance::strangers_areBounded_data()
{
    QTest::addColumn<QByteArray>("said");
    QTest::newRow("garbage") << "GET / HTTP/1.1\r\n\r\n"_ba;
    QTest::newRow("a megabyte") << QByteArray(1024 * 1024, 's');
    QTest::newRow("too much") << "show \nshow \n"_ba;
    QTest::newRow("no token") << "show two words\n"_ba;
    QTest::newRow("too long a token") << "show "_ba + QByteArray(ActivationToken::MostBytes + 1, 't') + '\n';
    QTest::newRow("half") << "sho"_ba; // Until the deadline.
    QTest::newRow("without its end") << "show token"_ba;
    QTest::newRow("nothing") << QByteArray();
}

void TestSingleInstance::strangers_areBounded()
{
    QFETCH(const QByteArray, said);
    SingleInstance first(runtime(), data());
    QSignalSpy again(&first, &SingleInstance::startedAgain);
    QCOMPARE(first.claim(), Result<Role>(Role::First));
    QLocalSocket stranger;
    stranger.connectToServer(socketPath());
    QVERIFY(stranger.waitForConnected());
    stranger.write(said);
    QTRY_COMPARE_WITH_TIMEOUT(stranger.state(), QLocalSocket::UnconnectedState, Patience);
    QCOMPARE(again.size(), 0);
    const Start later(runtime(), data());
    QTRY_COMPARE_WITH_TIMEOUT(again.size(), 1, Patience);
}

void TestSingleInstance::strangers_inACrowd_leaveRoomInTheEnd()
{
    SingleInstance first(runtime(), data());
    QSignalSpy again(&first, &SingleInstance::startedAgain);
    QCOMPARE(first.claim(), Result<Role>(Role::First));
    std::array<QLocalSocket, 3 * SingleInstance::MostVisitors> crowd;
    for (QLocalSocket &stranger : crowd)
        stranger.connectToServer(socketPath());
    const Start later(runtime(), data());
    QTRY_COMPARE_WITH_TIMEOUT(again.size(), 1, Patience);
}

void TestSingleInstance::socket_isTheUsersAlone()
{
    SingleInstance first(runtime(), data());
    QCOMPARE(first.claim(), Result<Role>(Role::First));
    const auto others =
        QFileDevice::ReadGroup | QFileDevice::WriteGroup | QFileDevice::ReadOther | QFileDevice::WriteOther;
    QVERIFY((QFileInfo(socketPath()).permissions() & others) == QFileDevice::Permissions());
}

void TestSingleInstance::folder_thatCannotBeUsed_isAnError()
{
    SingleInstance lost(runtime() + u"/missing"_s, data());
    const Result<Role> role = lost.claim();
    QVERIFY(!role);
    QCOMPARE(role.error().kind, Error::Kind::Unavailable);
    QVERIFY(role.error().message.contains(u"missing"_s));
}

int main(int argc, char **argv)
{
    if (argc == 4 && qstrcmp(argv[1], "--start") == 0)
        return runAsStart(argc, argv);
    const QCoreApplication application(argc, argv);
    TestSingleInstance test;
    return QTest::qExec(&test, argc, argv);
}
#include "test_single_instance.moc"
