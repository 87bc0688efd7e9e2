// SPDX-License-Identifier: MIT
#include "preferences/settings_file.h"
#include "support/patience.h"

#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#ifdef Q_OS_UNIX
#include <csignal>
#include <sys/resource.h>
#endif

using namespace jarchi::preferences;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using jarchi::test::Patience;

/// Settings that do not reach the disk are noticed, and kept as soon as they can be.
class TestSettingsFile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void writable_isKept();
    void folderInTheWay_isToldOnce_andTriedAgain();
    void fileThatCannotBeRead_isToldAtTheStart();
    void userScope_isTheSameFile();
#ifdef Q_OS_UNIX
    void fullDisk_isTold_andWrittenLater();
#endif

private:
    /// The real pause is long; this one comes round while a test waits.
    static constexpr auto Pause = 20ms;

    [[nodiscard]] QString path() const
    {
        return m_folder->filePath(u"jarchi.ini"_s);
    }
    /// What another program would read there.
    [[nodiscard]] QByteArray text() const
    {
        QFile file(path());
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    void open()
    {
        m_settings = std::make_unique<QSettings>(path(), QSettings::IniFormat);
        m_file = std::make_unique<SettingsFile>(*m_settings, Pause);
        m_changed = std::make_unique<QSignalSpy>(m_file.get(), &SettingsFile::changed);
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<QSettings> m_settings;
    std::unique_ptr<SettingsFile> m_file;
    std::unique_ptr<QSignalSpy> m_changed;
};

void TestSettingsFile::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
}

void TestSettingsFile::cleanup()
{
    m_changed.reset();
    m_file.reset();
    m_settings.reset();
}

void TestSettingsFile::writable_isKept()
{
    open();
    QCOMPARE(m_file->path(), path());
    m_settings->setValue("a", 1);
    QTRY_COMPARE_WITH_TIMEOUT(text(), "[General]\na=1\n"_ba, Patience);
    QVERIFY(m_file->isKept());
    QCOMPARE(m_changed->size(), 0);
}

void TestSettingsFile::folderInTheWay_isToldOnce_andTriedAgain()
{
    open();
    QVERIFY(QDir().mkpath(path())); // Unlike permissions, that stops root too.
    m_settings->setValue("a", 1);
    QTRY_VERIFY_WITH_TIMEOUT(!m_file->isKept(), Patience);
    m_settings->setValue("b", 2);
    m_file->look();
    QCOMPARE(m_changed->size(), 1);
    QVERIFY(QDir().rmdir(path()));
    QTRY_VERIFY_WITH_TIMEOUT(m_file->isKept(), Patience); // By itself.
    QCOMPARE(text(), "[General]\na=1\nb=2\n"_ba);
    QCOMPARE(m_changed->size(), 2);
}

void TestSettingsFile::fileThatCannotBeRead_isToldAtTheStart()
{
    QVERIFY(QDir().mkpath(path()));
    open();
    QVERIFY(m_file->isKept()); // Nobody could hear of it yet.
    QTRY_VERIFY_WITH_TIMEOUT(!m_file->isKept(), Patience);
    QCOMPARE(m_changed->size(), 1);
}

void TestSettingsFile::userScope_isTheSameFile()
{
    QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, m_folder->path());
    QSettings settings(QSettings::IniFormat, QSettings::UserScope, u"jarchi"_s, u"jarchi-tray"_s);
    SettingsFile file(settings, Pause);
    const QString folder = m_folder->filePath(u"jarchi"_s);
    QFile inTheWay(folder);
    QVERIFY(inTheWay.open(QIODevice::WriteOnly));
    settings.setValue("a", 1);
    QTRY_VERIFY_WITH_TIMEOUT(!file.isKept(), Patience);
    QVERIFY(inTheWay.remove());
    QTRY_VERIFY_WITH_TIMEOUT(file.isKept(), Patience);
    QVERIFY2(file.path().startsWith(folder), qUtf8Printable(file.path()));
    QVERIFY(QFile::exists(file.path()));
}

#ifdef Q_OS_UNIX
void TestSettingsFile::fullDisk_isTold_andWrittenLater()
{
    open();
    m_settings->setValue("a", 1);
    QTRY_COMPARE_WITH_TIMEOUT(text(), "[General]\na=1\n"_ba, Patience);

    rlimit limit{};
    QCOMPARE(getrlimit(RLIMIT_FSIZE, &limit), 0);
    const rlimit none{0, limit.rlim_max};
    std::signal(SIGXFSZ, SIG_IGN); // An error of write(), as on a disk that is full.
    QCOMPARE(setrlimit(RLIMIT_FSIZE, &none), 0);
    m_settings->setValue("a", 2);
    m_file->look();
    const bool wasKept = m_file->isKept();
    QCOMPARE(setrlimit(RLIMIT_FSIZE, &limit), 0);
    QVERIFY(!wasKept);
    QCOMPARE(text(), "[General]\na=1\n"_ba); // The old file is whole.
    QTRY_COMPARE_WITH_TIMEOUT(text(), "[General]\na=2\n"_ba, Patience);
    QVERIFY(m_file->isKept());
}
#endif

QTEST_GUILESS_MAIN(TestSettingsFile)
#include "test_settings_file.moc"
