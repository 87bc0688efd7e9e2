// SPDX-License-Identifier: MIT
#include "engine/config.h"

#include <QFile>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace jarchi;
using namespace jarchi::engine;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class TestConfig : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void defaults_areThoseOfTheManual();
    void set_everySetting_isTaken();
    void set_number_hasItsRange_data();
    void set_number_hasItsRange();
    void set_switch_isTrueOrFalse();
    void set_withoutValue_isRefused();
    void set_unknownName_namesThoseThereAre();
    void file_ofEverySetting_isRead();
    void file_withoutSettings_changesNothing_data();
    void file_withoutSettings_changesNothing();
    void file_lineFeedsOfAnyKind_areRead();
    void file_badLine_isRefusedWithItsNumber_data();
    void file_badLine_isRefusedWithItsNumber();
    void file_thatIsNone_isRefusedByName();
    void file_tooLarge_isRefused();
    void example_inResources_isRead();
    void check_address_data();
    void check_address();
    void check_tls_isRefusedUntilThereIsAny();
    void defaultDatabase_isInTheApplicationsFolder();

private:
    [[nodiscard]] QString fileOf(const QByteArray &content) const;

    QTemporaryDir m_folder;
};

void TestConfig::initTestCase()
{
    QStandardPaths::setTestModeEnabled(true);
    QVERIFY(m_folder.isValid());
}

QString TestConfig::fileOf(const QByteArray &content) const
{
    const QString path = m_folder.filePath(u"server.conf"_s);
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly | QIODevice::Truncate) || file.write(content) != content.size()) {
        qFatal("cannot write %s", qPrintable(path));
    }
    return path;
}

void TestConfig::defaults_areThoseOfTheManual()
{
    const Config config;
    QVERIFY(config.database.isEmpty());
    QVERIFY(config.listen.isEmpty());
    QCOMPARE(config.port, 2019);
    QCOMPARE(config.pollInterval, 5s);
    QCOMPARE(config.maxConnectionThreads, 1024);
    QVERIFY(!config.insecure);
    QVERIFY(check(config).has_value());
}

void TestConfig::set_everySetting_isTaken()
{
    Config config;
    QVERIFY(set(config, u"database"_s, u"/somewhere/a shop.sqlite"_s));
    QVERIFY(set(config, u"listen"_s, u"127.0.0.1"_s));
    QVERIFY(set(config, u"listen"_s, u"::1"_s));
    QVERIFY(set(config, u"port"_s, u"2020"_s));
    QVERIFY(set(config, u"poll-interval"_s, u"7"_s));
    QVERIFY(set(config, u"max-connection-threads"_s, u"3"_s));
    QVERIFY(set(config, u"tls-certificate"_s, u"/c.pem"_s));
    QVERIFY(set(config, u"tls-key"_s, u"/k.pem"_s));
    QVERIFY(set(config, u"insecure"_s, u"true"_s));
    QCOMPARE(config.database, u"/somewhere/a shop.sqlite"_s);
    QCOMPARE(config.listen, (QStringList{u"127.0.0.1"_s, u"::1"_s}));
    QCOMPARE(config.port, 2020);
    QCOMPARE(config.pollInterval, 7s);
    QCOMPARE(config.maxConnectionThreads, 3);
    QCOMPARE(config.tlsCertificate, u"/c.pem"_s);
    QCOMPARE(config.tlsKey, u"/k.pem"_s);
    QVERIFY(config.insecure);
}

void TestConfig::set_number_hasItsRange_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("value");
    QTest::addColumn<bool>("isAccepted");

    const struct
    {
        const char *name;
        int least;
        int most;
    } numbers[] = {{"port", 0, 65535}, {"poll-interval", 1, 3600}, {"max-connection-threads", 1, 100'000}};
    for (const auto &number : numbers) {
        const QString name = QString::fromLatin1(number.name);
        const auto add = [&](const QString &value, bool isAccepted) {
            QTest::addRow("%s %s", number.name, qPrintable(value)) << name << value << isAccepted;
        };
        add(QString::number(number.least), true);
        add(QString::number(number.most), true);
        add(QString::number(number.least - 1), false);
        add(QString::number(number.most + 1), false);
        add(u"99999999999999999999"_s, false);
        add(u"1.5"_s, false);
        add(u"0x10"_s, false);
        add(u"five"_s, false);
        add(u"5s"_s, false);
    }
}

void TestConfig::set_number_hasItsRange()
{
    QFETCH(QString, name);
    QFETCH(QString, value);
    QFETCH(bool, isAccepted);
    Config config;
    const auto done = set(config, name, value);
    QCOMPARE(done.has_value(), isAccepted);
    if (!isAccepted) {
        QCOMPARE(done.error().kind, Error::Kind::Refused);
        QVERIFY(done.error().message.contains(name));
        QVERIFY(done.error().message.contains(value));
        QCOMPARE(config.port, 2019);
        QCOMPARE(config.pollInterval, 5s);
        QCOMPARE(config.maxConnectionThreads, 1024);
    }
}

void TestConfig::set_switch_isTrueOrFalse()
{
    Config config;
    QVERIFY(set(config, u"insecure"_s, u"true"_s));
    QVERIFY(config.insecure);
    for (const QString &value : {u"yes"_s, u"1"_s, u"TRUE"_s, u"truefalse"_s}) {
        const auto done = set(config, u"insecure"_s, value);
        QVERIFY(!done);
        QVERIFY(done.error().message.contains(value));
        QVERIFY(config.insecure);
    }
    QVERIFY(set(config, u"insecure"_s, u"false"_s));
    QVERIFY(!config.insecure);
}

void TestConfig::set_withoutValue_isRefused()
{
    for (const QString &name : {u"database"_s, u"listen"_s, u"port"_s, u"poll-interval"_s, u"max-connection-threads"_s,
                                u"tls-certificate"_s, u"tls-key"_s, u"insecure"_s}) {
        Config config;
        const auto done = set(config, name, {});
        QVERIFY(!done);
        QVERIFY(done.error().message.contains(name));
    }
}

void TestConfig::set_unknownName_namesThoseThereAre()
{
    Config config;
    for (const QString &name : {u"Port"_s, u"prot"_s, QString(), u"poll_interval"_s}) {
        const auto done = set(config, name, u"1"_s);
        QVERIFY(!done);
        QVERIFY(done.error().message.contains(u"max-connection-threads"_s));
    }
    QVERIFY(set(config, QString(100'000, u'x'), u"1"_s).error().message.size() < 1000);
}

void TestConfig::file_ofEverySetting_isRead()
{
    const QString path = fileOf("# A comment\n"
                                "\n"
                                "database = /somewhere/a=b # no comment.sqlite\n"
                                "  listen=127.0.0.1  \n"
                                "listen = ::1\n"
                                "\tport\t=\t0\n"
                                "   # another comment\n"
                                "poll-interval = 3600\n"
                                "max-connection-threads = 1\n"
                                "tls-certificate = /گواهی.pem\n"
                                "tls-key = /k.pem\n"
                                "insecure = true"_ba);
    Config config;
    const auto done = readConfigFile(config, path);
    QVERIFY2(done, done ? "" : qPrintable(done.error().message));
    QCOMPARE(config.database, u"/somewhere/a=b # no comment.sqlite"_s);
    QCOMPARE(config.listen, (QStringList{u"127.0.0.1"_s, u"::1"_s}));
    QCOMPARE(config.port, 0);
    QCOMPARE(config.pollInterval, 3600s);
    QCOMPARE(config.maxConnectionThreads, 1);
    QCOMPARE(config.tlsCertificate, u"/گواهی.pem"_s);
    QCOMPARE(config.tlsKey, u"/k.pem"_s);
    QVERIFY(config.insecure);
}

void TestConfig::file_withoutSettings_changesNothing_data()
{
    QTest::addColumn<QByteArray>("content");

    QTest::newRow("empty") << ""_ba;
    QTest::newRow("one line feed") << "\n"_ba;
    QTest::newRow("white space") << "  \n\t\n \r\n"_ba;
    QTest::newRow("comments") << "# one\n#port = 1\n  # port = 2"_ba;
}

void TestConfig::file_withoutSettings_changesNothing()
{
    QFETCH(QByteArray, content);
    Config config;
    QVERIFY(readConfigFile(config, fileOf(content)));
    QCOMPARE(config.port, 2019);
    QVERIFY(config.listen.isEmpty());
}

void TestConfig::file_lineFeedsOfAnyKind_areRead()
{
    Config config;
    QVERIFY(readConfigFile(config, fileOf("port = 1\r\npoll-interval = 2\r\n"_ba)));
    QCOMPARE(config.port, 1);
    QCOMPARE(config.pollInterval, 2s);
    // As an editor on Windows saves it.
    QVERIFY(readConfigFile(config, fileOf("\xEF\xBB\xBFport = 5\n"_ba)));
    QCOMPARE(config.port, 5);
}

void TestConfig::file_badLine_isRefusedWithItsNumber_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<int>("line");

    QTest::newRow("no name") << "= 5\n"_ba << 1;
    QTest::newRow("no value") << "port = 1\nport =\n"_ba << 2;
    QTest::newRow("no equals sign") << "# c\n\nport 5\n"_ba << 3;
    QTest::newRow("unknown") << "port = 1\r\n\r\ncolour = red\r\n"_ba << 3;
    QTest::newRow("a section") << "[server]\nport = 1\n"_ba << 1;
    QTest::newRow("a number that is none") << "port = 1\nport = x\nport = y\n"_ba << 2;
    QTest::newRow("not UTF-8") << "port = 1\n\n\ndatabase = \xff.sqlite\n"_ba << 4;
    QTest::newRow("not UTF-8 in a comment") << "# \xc3(\n"_ba << 1;
    QTest::newRow("last line without line feed") << "\n\n\n\nfoo"_ba << 5;
    QTest::newRow("not UTF-8 in the middle of a comment") << "port = 5\n# \x80\n"_ba << 2;
    QTest::newRow("NUL in a name") << "po\0rt = 5\n"_ba << 1;
    QTest::newRow("NUL in a number") << "port = 5\0\n"_ba << 1;
}

void TestConfig::file_badLine_isRefusedWithItsNumber()
{
    QFETCH(QByteArray, content);
    QFETCH(int, line);
    const QString path = fileOf(content);
    Config config;
    const auto done = readConfigFile(config, path);
    QVERIFY(!done);
    QCOMPARE(done.error().kind, Error::Kind::Refused);
    const QString start = u"%1, line %2: "_s.arg(path).arg(line);
    QVERIFY2(done.error().message.startsWith(start), qPrintable(done.error().message));
    QVERIFY(done.error().message.size() > start.size());
}

void TestConfig::file_thatIsNone_isRefusedByName()
{
    for (const QString &path : {m_folder.filePath(u"missing.conf"_s), m_folder.path()}) {
        Config config;
        const auto done = readConfigFile(config, path);
        QVERIFY(!done);
        QVERIFY2(done.error().message.contains(path), qPrintable(done.error().message));
    }
}

void TestConfig::file_tooLarge_isRefused()
{
    Config config;
    const QString path = fileOf(QByteArray(1024 * 1024 + 1, '\n'));
    const auto done = readConfigFile(config, path);
    QVERIFY(!done);
    QVERIFY(done.error().message.contains(path));
}

void TestConfig::example_inResources_isRead()
{
    const QString path = QStringLiteral(JARCHI_SOURCE_DIR "/resources/jarchi-server.conf");
    if (QFile::exists(path)) {
        Config config;
        const auto done = readConfigFile(config, path);
        QVERIFY2(done, done ? "" : qPrintable(done.error().message));
        QVERIFY(check(config));
    }
}

void TestConfig::check_address_data()
{
    QTest::addColumn<QString>("address");
    QTest::addColumn<bool>("isAccepted");

    QTest::newRow("IPv4") << u"127.0.0.1"_s << true;
    QTest::newRow("another of this computer") << u"127.4.5.6"_s << true;
    QTest::newRow("IPv6") << u"::1"_s << true;
    QTest::newRow("everywhere") << u"0.0.0.0"_s << false;
    QTest::newRow("everywhere, IPv6") << u"::"_s << false;
    QTest::newRow("a network's") << u"192.168.1.2"_s << false;
    QTest::newRow("IPv4 in IPv6") << u"::ffff:192.168.1.2"_s << false;
    QTest::newRow("a name") << u"localhost"_s << false;
    QTest::newRow("with a port") << u"127.0.0.1:2019"_s << false;
    QTest::newRow("too large") << u"127.0.0.256"_s << false;
    QTest::newRow("empty") << QString() << false;
}

void TestConfig::check_address()
{
    QFETCH(QString, address);
    QFETCH(bool, isAccepted);
    Config config;
    config.listen = {u"127.0.0.1"_s, address};
    const auto checked = check(config);
    QCOMPARE(checked.has_value(), isAccepted);
    QVERIFY(isAccepted || checked.error().message.contains(address));
    // There is no TLS to be without, so it changes nothing.
    config.insecure = true;
    QCOMPARE(check(config).has_value(), isAccepted);
}

void TestConfig::check_tls_isRefusedUntilThereIsAny()
{
    Config certificate;
    certificate.tlsCertificate = u"/c.pem"_s;
    QVERIFY(!check(certificate));
    Config key;
    key.tlsKey = u"/k.pem"_s;
    QVERIFY(!check(key));
}

void TestConfig::defaultDatabase_isInTheApplicationsFolder()
{
    QVERIFY(defaultDatabase().startsWith(QStandardPaths::writableLocation(QStandardPaths::AppDataLocation)));
    QVERIFY(defaultDatabase().endsWith(u"/jarchi.sqlite"_s));
}

QTEST_APPLESS_MAIN(TestConfig)
#include "test_config.moc"
