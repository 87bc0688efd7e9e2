// SPDX-License-Identifier: MIT
#include "keyring/keychain_token_store.h"
#include "support/patience.h"

#include <QCoreApplication>
#include <QDBusConnection>
#include <QDBusConnectionInterface>
#include <QDBusMessage>
#include <QElapsedTimer>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <optional>

using namespace jarchi;
using namespace jarchi::keyring;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using jarchi::test::Patience;

namespace {

const Owner Sara{u"localhost:2019"_s, u"sara"_s};
const Owner Omid{u"localhost:2019"_s, u"امید"_s};

/// A bus that starts no services by itself: what is on it is what this test put there.
constexpr auto BusConfiguration = "<busconfig>"
                                  "<type>session</type>"
                                  "<listen>unix:dir=%1</listen>"
                                  "<auth>EXTERNAL</auth>"
                                  "<policy context='default'>"
                                  "<allow send_destination='*'/><allow receive_sender='*'/><allow own='*'/>"
                                  "</policy>"
                                  "</busconfig>"_L1;

} // namespace

/// With a real gnome-keyring-daemon, in a home of its own, on a bus of its own. The tests build on each other: first no
/// bus, then one without a keychain, then one with it, then a locked one, in one process as on a desktop that starts.
class TestKeychain : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void noBus_isUnavailable();
    void noKeychain_isUnavailable();
    void token_isKept();
    void forgottenToken_isNotFound();
    void lockedKeychain_keepsNothingNew();
    void slowKeychain_isUnavailable_once();
    void somebodyGone_isNotAnswered();
    void cleanupTestCase();

private:
    [[nodiscard]] Result<QString> load(const Owner &owner);
    [[nodiscard]] Result<void> save(const Owner &owner, const QString &token);
    [[nodiscard]] Result<void> forget(const Owner &owner);
    void startBus();
    void startKeychain();

    QTemporaryDir m_home;
    QProcess m_bus;
    QProcess m_keychain;
    KeychainTokenStore m_store;
};

void TestKeychain::initTestCase()
{
    qputenv("HOME", QFile::encodeName(m_home.path()));
    qputenv("XDG_RUNTIME_DIR", QFile::encodeName(m_home.path()));
    qputenv("XDG_DATA_HOME", QFile::encodeName(m_home.path()));
    qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=" + QFile::encodeName(m_home.filePath(u"nobody"_s)));
    // The desktop decides which keychain is asked first.
    qunsetenv("XDG_CURRENT_DESKTOP");
    qunsetenv("DESKTOP_SESSION");
    qunsetenv("DISPLAY");
    qunsetenv("WAYLAND_DISPLAY");
}

Result<QString> TestKeychain::load(const Owner &owner)
{
    std::optional<Result<QString>> answer;
    m_store.load(owner, this, [&](const Result<QString> &token) { answer = token; });
    if (!QTest::qWaitFor([&] { return answer.has_value(); }, Patience))
        return failure(Error::Kind::Broken, u"no answer"_s);
    return *answer;
}

Result<void> TestKeychain::save(const Owner &owner, const QString &token)
{
    std::optional<Result<void>> answer;
    m_store.save(owner, token, this, [&](const Result<void> &saved) { answer = saved; });
    if (!QTest::qWaitFor([&] { return answer.has_value(); }, Patience))
        return failure(Error::Kind::Broken, u"no answer"_s);
    return *answer;
}

Result<void> TestKeychain::forget(const Owner &owner)
{
    std::optional<Result<void>> answer;
    m_store.forget(owner, this, [&](const Result<void> &forgotten) { answer = forgotten; });
    if (!QTest::qWaitFor([&] { return answer.has_value(); }, Patience))
        return failure(Error::Kind::Broken, u"no answer"_s);
    return *answer;
}

void TestKeychain::startBus()
{
    QFile configuration(m_home.filePath(u"bus.conf"_s));
    QVERIFY(configuration.open(QIODevice::WriteOnly));
    configuration.write(QString(BusConfiguration).arg(m_home.path()).toUtf8());
    configuration.close();
    m_bus.start(u"dbus-daemon"_s, {u"--config-file"_s, configuration.fileName(), u"--nofork"_s, u"--print-address"_s});
    QVERIFY2(m_bus.waitForStarted(), "this test needs dbus-daemon (the Debian package dbus-daemon)");
    while (!m_bus.canReadLine())
        QVERIFY(m_bus.waitForReadyRead());
    qputenv("DBUS_SESSION_BUS_ADDRESS", m_bus.readLine().trimmed());
}

void TestKeychain::startKeychain()
{
    m_keychain.start(u"gnome-keyring-daemon"_s, {u"--foreground"_s, u"--unlock"_s, u"--components=secrets"_s});
    QVERIFY2(m_keychain.waitForStarted(), "this test needs gnome-keyring-daemon (the Debian package gnome-keyring)");
    m_keychain.write("a password of this test");
    m_keychain.closeWriteChannel();
    const QDBusConnection bus =
        QDBusConnection::connectToBus(qEnvironmentVariable("DBUS_SESSION_BUS_ADDRESS"), u"test"_s);
    QTRY_VERIFY_WITH_TIMEOUT(bus.interface()->isServiceRegistered(u"org.freedesktop.secrets"_s), Patience);
}

void TestKeychain::noBus_isUnavailable()
{
    const Result<QString> token = load(Sara);
    QCOMPARE(token.error().kind, Error::Kind::Unavailable);
    QVERIFY(!token.error().message.isEmpty());
    QCOMPARE(save(Sara, u"a-token"_s).error().kind, Error::Kind::Unavailable);
    QCOMPARE(forget(Sara).error().kind, Error::Kind::Unavailable);
}

void TestKeychain::noKeychain_isUnavailable()
{
    startBus();
    QCOMPARE(load(Sara).error().kind, Error::Kind::Unavailable);
    QCOMPARE(save(Sara, u"a-token"_s).error().kind, Error::Kind::Unavailable);
    QCOMPARE(forget(Sara).error().kind, Error::Kind::Unavailable);
}

void TestKeychain::token_isKept()
{
    startKeychain();
    QCOMPARE(load(Sara).error().kind, Error::Kind::NotFound);
    QVERIFY(save(Sara, u"of sara"_s));
    QVERIFY(save(Omid, u"of omid"_s));
    QVERIFY(save(Sara, u"of sara, again"_s));
    QCOMPARE(load(Sara).value_or(QString()), u"of sara, again"_s);
    QCOMPARE(load(Omid).value_or(QString()), u"of omid"_s);
}

void TestKeychain::forgottenToken_isNotFound()
{
    QVERIFY(forget(Sara));
    QCOMPARE(load(Sara).error().kind, Error::Kind::NotFound);
    QCOMPARE(load(Omid).value_or(QString()), u"of omid"_s);
    QVERIFY(forget(Sara)); // Nothing there to forget.
}

void TestKeychain::lockedKeychain_keepsNothingNew()
{
    QDBusMessage lock = QDBusMessage::createMethodCall(u"org.freedesktop.secrets"_s, u"/org/freedesktop/secrets"_s,
                                                       u"org.freedesktop.Secret.Service"_s, u"Lock"_s);
    const auto login = QDBusObjectPath(u"/org/freedesktop/secrets/collection/login"_s);
    lock << QVariant::fromValue(QList<QDBusObjectPath>{login});
    const QDBusMessage locked = QDBusConnection(u"test"_s).call(lock);
    QCOMPARE(locked.type(), QDBusMessage::ReplyMessage);
    // Nobody on this bus asks for its password. To libsecret, a token that stays locked is one that is not there; but a
    // new one cannot be kept, and the user hears of it.
    QCOMPARE(load(Omid).error().kind, Error::Kind::NotFound);
    QCOMPARE(save(Omid, u"new"_s).error().kind, Error::Kind::Unavailable);
}

void TestKeychain::slowKeychain_isUnavailable_once()
{
    KeychainTokenStore hurried(0ms);
    int answers = 0;
    hurried.load(Omid, this, [&](const Result<QString> &token) {
        ++answers;
        QCOMPARE(token.error().kind, Error::Kind::Unavailable);
    });
    QTRY_COMPARE_WITH_TIMEOUT(answers, 1, Patience);
    QVERIFY(!load(Omid)); // By now the first one's answer has come, too late.
    QCOMPARE(answers, 1);
}

void TestKeychain::somebodyGone_isNotAnswered()
{
    auto somebody = std::make_unique<QObject>();
    m_store.load(Omid, somebody.get(), [](const Result<QString> &) { QFAIL("answered somebody who is gone"); });
    somebody.reset();
    QVERIFY(!load(Omid));
}

void TestKeychain::cleanupTestCase()
{
    QDBusConnection::disconnectFromBus(u"test"_s);
    m_keychain.terminate();
    m_keychain.waitForFinished();
    m_bus.terminate();
    m_bus.waitForFinished();
}

int main(int argc, char **argv)
{
    // The Secret Service's library answers through GLib's event loop, as in the real program.
    qunsetenv("QT_NO_GLIB");
    QCoreApplication application(argc, argv);
    TestKeychain test;
    return QTest::qExec(&test, argc, argv);
}
#include "test_keychain.moc"
