// SPDX-License-Identifier: MIT
#include "preferences/preferences.h"

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace jarchi::preferences;
using namespace Qt::StringLiterals;

class TestPreferences : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void emptyFile_hasTheFallbacks();
    void set_isThereForTheNextProgram();
    void file_isReadableByAPerson();
    void set_saysWhatChanged_once();
    void valueWithoutSense_countsAsNotSet_data();
    void valueWithoutSense_countsAsNotSet();
    void valueAtTheEdge_counts();
    void set_withoutSense_takesTheSettingBack();
    void range_hasWhatItSays();

private:
    /// As a person or another program would write it.
    void write(const QByteArray &text);
    [[nodiscard]] QString path() const { return m_folder->filePath(u"jarchi.ini"_s); }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<QSettings> m_settings;
    std::unique_ptr<Preferences> m_preferences;
};

void TestPreferences::init()
{
    m_preferences.reset();
    m_settings.reset();
    m_folder = std::make_unique<QTemporaryDir>();
    m_settings = std::make_unique<QSettings>(path(), QSettings::IniFormat);
    m_preferences = std::make_unique<Preferences>(*m_settings);
}

void TestPreferences::write(const QByteArray &text)
{
    QFile file(path());
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(text);
    file.close();
    m_settings->sync();
}

void TestPreferences::emptyFile_hasTheFallbacks()
{
    QCOMPARE(m_preferences->get(setting::Server), QString());
    QCOMPARE(m_preferences->get(setting::SessionSeconds), 60);
    QCOMPARE(m_preferences->get(setting::Remember), true);
    QCOMPARE(m_preferences->get(setting::QuietFrom), QTime(22, 0));
    QCOMPARE(m_preferences->get(setting::QuietUntil), QDateTime());
    QCOMPARE(m_preferences->get(setting::RetentionDays), 365);
}

void TestPreferences::set_isThereForTheNextProgram()
{
    const QDateTime until(QDate(2026, 11, 23), QTime(6, 30), Qt::UTC);
    m_preferences->set(setting::Server, u"فروشگاه, \"shop\":2019"_s);
    m_preferences->set(setting::StayConnected, true);
    m_preferences->set(setting::LookInMinutes, 30);
    m_preferences->set(setting::QuietTo, QTime(6, 15));
    m_preferences->set(setting::QuietUntil, until);
    m_settings->sync();

    QSettings again(path(), QSettings::IniFormat);
    const Preferences next(again);
    QCOMPARE(next.get(setting::Server), u"فروشگاه, \"shop\":2019"_s);
    QCOMPARE(next.get(setting::StayConnected), true);
    QCOMPARE(next.get(setting::LookInMinutes), 30);
    QCOMPARE(next.get(setting::QuietTo), QTime(6, 15));
    QCOMPARE(next.get(setting::QuietUntil), until);
}

void TestPreferences::file_isReadableByAPerson()
{
    m_preferences->set(setting::QuietTo, QTime(6, 15));
    m_preferences->set(setting::QuietUntil, QDateTime(QDate(2026, 11, 23), QTime(6, 30), Qt::UTC));
    m_preferences->set(setting::Sound, true);
    m_settings->sync();
    QFile file(path());
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray text = file.readAll();
    QVERIFY2(text.contains("to=06:15\n"), text.constData());
    QVERIFY2(text.contains("until=2026-11-23T06:30:00Z\n"), text.constData());
    QVERIFY2(text.contains("sound=true\n"), text.constData());
}

void TestPreferences::set_saysWhatChanged_once()
{
    QSignalSpy changed(m_preferences.get(), &Preferences::changed);
    m_preferences->set(setting::SessionSeconds, 90);
    m_preferences->set(setting::SessionSeconds, 90);
    QCOMPARE(changed.size(), 1);
    QCOMPARE(changed[0][0].value<QLatin1StringView>(), setting::SessionSeconds.key);
    m_preferences->set(setting::Remember, true); // As it was by itself.
    QCOMPARE(changed.size(), 1);
}

void TestPreferences::valueWithoutSense_countsAsNotSet_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("too small") << "[visit]\nsession_seconds=9\nlook_in_minutes=4\n"_ba;
    QTest::newRow("too large") << "[visit]\nsession_seconds=86401\nlook_in_minutes=1441\n"_ba;
    QTest::newRow("negative") << "[visit]\nsession_seconds=-60\n[inbox]\nretention_days=-1\n"_ba;
    QTest::newRow("zero") << "[visit]\nsession_seconds=0\n"_ba;
    QTest::newRow("beyond a number") << "[visit]\nsession_seconds=99999999999999\n"_ba;
    QTest::newRow("words")
        << "[visit]\nsession_seconds=soon\nstay_connected=maybe\n[quiet]\nfrom=night\nuntil=later\n"_ba;
    QTest::newRow("empty") << "[visit]\nsession_seconds=\nstay_connected=\n[quiet]\nfrom=\nuntil=\n"_ba;
    QTest::newRow("list") << "[account]\nserver=a, b\n[visit]\nsession_seconds=60, 70\n[quiet]\nfrom=1, 2\n"_ba;
    QTest::newRow("no such time") << "[quiet]\nfrom=25:00\nto=07:61\nuntil=2026-02-30T00:00:00Z\n"_ba;
    QTest::newRow("binary")
        << "[quiet]\nfrom=@Variant(\\0\\0\\0\\xf\\x4)\n[visit]\nsession_seconds=@ByteArray(60)\n"_ba;
}

void TestPreferences::valueWithoutSense_countsAsNotSet()
{
    QFETCH(const QByteArray, text);
    write(text);
    QCOMPARE(m_preferences->get(setting::Server), setting::Server.fallback);
    QCOMPARE(m_preferences->get(setting::SessionSeconds), setting::SessionSeconds.fallback);
    QCOMPARE(m_preferences->get(setting::StayConnected), setting::StayConnected.fallback);
    QCOMPARE(m_preferences->get(setting::LookInMinutes), setting::LookInMinutes.fallback);
    QCOMPARE(m_preferences->get(setting::RetentionDays), setting::RetentionDays.fallback);
    QCOMPARE(m_preferences->get(setting::QuietFrom), setting::QuietFrom.fallback);
    QCOMPARE(m_preferences->get(setting::QuietTo), setting::QuietTo.fallback);
    QCOMPARE(m_preferences->get(setting::QuietUntil), setting::QuietUntil.fallback);
}

void TestPreferences::valueAtTheEdge_counts()
{
    write("[visit]\nsession_seconds=10\nlook_in_minutes=1440\n[inbox]\nretention_days=0\n[quiet]\nfrom=00:00\n"_ba);
    QCOMPARE(m_preferences->get(setting::SessionSeconds), 10);
    QCOMPARE(m_preferences->get(setting::LookInMinutes), 1440);
    QCOMPARE(m_preferences->get(setting::RetentionDays), 0);
    QCOMPARE(m_preferences->get(setting::QuietFrom), QTime(0, 0));
}

void TestPreferences::set_withoutSense_takesTheSettingBack()
{
    m_preferences->set(setting::SessionSeconds, 90);
    m_preferences->set(setting::QuietUntil, QDateTime(QDate(2026, 11, 23), QTime(6, 30), Qt::UTC));
    QSignalSpy changed(m_preferences.get(), &Preferences::changed);
    m_preferences->set(setting::SessionSeconds, 0);
    m_preferences->set(setting::QuietUntil, QDateTime());
    QCOMPARE(m_preferences->get(setting::SessionSeconds), 60);
    QCOMPARE(m_preferences->get(setting::QuietUntil), QDateTime());
    QCOMPARE(changed.size(), 2);
    QVERIFY(!m_settings->contains(setting::QuietUntil.key));
}

void TestPreferences::range_hasWhatItSays()
{
    QVERIFY(setting::LookInMinutes.range.has(0));
    QVERIFY(!setting::LookInMinutes.range.has(1));
    QVERIFY(setting::LookInMinutes.range.has(5));
    QVERIFY(!setting::SessionSeconds.range.has(0));
}

QTEST_GUILESS_MAIN(TestPreferences)
#include "test_preferences.moc"
