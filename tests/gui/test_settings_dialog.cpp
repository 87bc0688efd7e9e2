// SPDX-License-Identifier: MIT
#include "desktop/autostart.h"
#include "support/keyboard_path.h"
#include "support/mnemonics.h"
#include "support/tray_window_fixture.h"
#include "ui/settings_dialog.h"
#include "widgets/appearance.h"
#include "widgets/message_bar.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDir>
#include <QPushButton>
#include <QTabWidget>
#include <QTimeEdit>

using namespace jarchi;
using namespace jarchi::test;
using namespace Qt::StringLiterals;
using client::Client;
using ui::SettingsDialog;
namespace setting = preferences::setting;

/// Every setting takes effect at once, and follows what changes elsewhere.
class TestSettingsDialog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void checkBoxes_changeTheirPreferenceAndFollowIt_data();
    void checkBoxes_changeTheirPreferenceAndFollowIt();
    void choices_changeTheirPreferenceAndFollowIt_data();
    void choices_changeTheirPreferenceAndFollowIt();
    void choice_oddValue_isOffered();
    void choices_areAllInRange();
    void times_areWrittenWhenTheyAreComplete();
    void times_inPersian_haveItsDigits();
    void times_areEnabledWithQuietHours();
    void lengths_areEnabledForVisits();
    void account_isShownAndChanged();
    void account_withAmpersandAndMarkup_isPlain();
    void language_takesEffectAtOnce();
    void appearance_takesEffectAtOnce();
    void defaults_areRestored_andThatIsUndone();
    void autostart_writesItsFile();
    void autostart_thatFails_saysSoAndIsAsItWas();
    void settings_thatCannotBeKept_saySoUntilTheyAre_data();
    void settings_thatCannotBeKept_saySoUntilTheyAre();
    void keyboard_reachesEverything_data();
    void keyboard_reachesEverything();

private:
    void open();
    template <typename Widget>
    [[nodiscard]] Widget &find(QAnyStringView name)
    {
        return TrayWindowFixture::find<Widget>(*m_dialog, name.toString());
    }
    void showPage(int page) { m_dialog->findChild<QTabWidget *>()->setCurrentIndex(page); }
    [[nodiscard]] preferences::Preferences &preferences() { return m_fixture->computer.preferences(); }
    /// As if somebody had chosen it.
    static void choose(QComboBox &box, int index)
    {
        box.setCurrentIndex(index);
        Q_EMIT box.activated(index);
    }

    std::unique_ptr<TrayWindowFixture> m_fixture;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<widgets::Appearance> m_appearance;
    std::unique_ptr<desktop::Autostart> m_autostart;
    std::unique_ptr<SettingsDialog> m_dialog;
};

void TestSettingsDialog::init()
{
    m_fixture = std::make_unique<TrayWindowFixture>();
    m_folder = std::make_unique<QTemporaryDir>();
    m_appearance = std::make_unique<widgets::Appearance>(m_fixture->settings(), QDBusConnection(u"never connected"_s));
    m_autostart = std::make_unique<desktop::Autostart>(desktop::Autostart::Place{
        .folder = m_folder->filePath(u"autostart"_s), .program = u"/usr/bin/jarchi-tray"_s, .desktops = {}});
}

void TestSettingsDialog::cleanup()
{
    m_dialog.reset();
    m_appearance.reset();
    m_fixture.reset();
}

void TestSettingsDialog::open()
{
    m_dialog = std::make_unique<SettingsDialog>(
        SettingsDialog::Parts{m_fixture->client(), preferences(), m_fixture->language, *m_appearance, *m_autostart});
    QVERIFY(TrayWindowFixture::show(*m_dialog));
}

void TestSettingsDialog::checkBoxes_changeTheirPreferenceAndFollowIt_data()
{
    QTest::addColumn<QString>("key");
    for (const auto &each : {setting::StayConnected, setting::QuietHours, setting::Sound, setting::AllowHttp})
        QTest::addRow("%s", each.key.data()) << QString(each.key);
}

void TestSettingsDialog::checkBoxes_changeTheirPreferenceAndFollowIt()
{
    QFETCH(const QString, key);
    const QByteArray name = key.toLatin1();
    const preferences::Setting<bool> what{QLatin1StringView(name), false};
    open();
    auto &box = find<QCheckBox>(key);
    QCOMPARE(box.isChecked(), false);
    box.click();
    QCOMPARE(preferences().get(what), true);
    preferences().set(what, false);
    QCOMPARE(box.isChecked(), false);
}

void TestSettingsDialog::choices_changeTheirPreferenceAndFollowIt_data()
{
    QTest::addColumn<QString>("key");
    QTest::addColumn<int>("fallback");
    for (const auto &each :
         {setting::SessionSeconds, setting::LookInMinutes, setting::BalloonSeconds, setting::RetentionDays})
        QTest::addRow("%s", each.key.data()) << QString(each.key) << each.fallback;
}

void TestSettingsDialog::choices_changeTheirPreferenceAndFollowIt()
{
    QFETCH(const QString, key);
    QFETCH(const int, fallback);
    const QByteArray name = key.toLatin1();
    const preferences::Setting<int> what{QLatin1StringView(name), fallback, {}};
    open();
    auto &box = find<QComboBox>(key);
    QCOMPARE(box.currentData().toInt(), fallback);
    for (int i = 0; i < box.count(); ++i) {
        choose(box, i);
        QCOMPARE(preferences().get(what), box.itemData(i).toInt());
        QVERIFY(!box.itemText(i).isEmpty());
    }
    preferences().set(what, fallback);
    QCOMPARE(box.currentData().toInt(), fallback);
}

void TestSettingsDialog::choice_oddValue_isOffered()
{
    preferences().set(setting::SessionSeconds, 77);
    open();
    auto &box = find<QComboBox>(setting::SessionSeconds.key);
    QCOMPARE(box.currentData().toInt(), 77);
    QCOMPARE(box.itemData(box.currentIndex() - 1).toInt(), 60); // Among the others.
    preferences().set(setting::SessionSeconds, 200);
    QCOMPARE(box.currentData().toInt(), 200);
    QVERIFY2(box.currentText().contains(u"3 minutes"_s), qUtf8Printable(box.currentText()));
}

void TestSettingsDialog::choices_areAllInRange()
{
    open();
    for (const auto &each :
         {setting::SessionSeconds, setting::LookInMinutes, setting::BalloonSeconds, setting::RetentionDays}) {
        const auto &box = find<QComboBox>(each.key);
        for (int i = 0; i < box.count(); ++i)
            QVERIFY2(each.range.has(box.itemData(i).toInt()), each.key.data());
    }
}

void TestSettingsDialog::times_areWrittenWhenTheyAreComplete()
{
    preferences().set(setting::QuietHours, true);
    open();
    showPage(2);
    QSignalSpy changed(&preferences(), &preferences::Preferences::changed);
    auto &from = find<QTimeEdit>(setting::QuietFrom.key);
    QCOMPARE(from.time(), QTime(22, 0));
    from.setFocus();
    from.setCurrentSection(QDateTimeEdit::HourSection);
    QTest::keyClick(&from, Qt::Key_2);
    QCOMPARE(changed.size(), 0); // It may become 23.
    m_dialog->close();
    QCOMPARE(preferences().get(setting::QuietFrom).minute(), 0);
    QCOMPARE(preferences().get(setting::QuietFrom), from.time());
    preferences().set(setting::QuietFrom, QTime(21, 30));
    QCOMPARE(from.time(), QTime(21, 30));
}

void TestSettingsDialog::times_inPersian_haveItsDigits()
{
    m_fixture->language.use(u"fa"_s);
    preferences().set(setting::QuietHours, true);
    open();
    showPage(2);
    auto &from = find<QTimeEdit>(setting::QuietFrom.key);
    QVERIFY2(from.text().contains(u"۲۲"_s), qUtf8Printable(from.text()));
    from.setFocus();
    from.setCurrentSection(QDateTimeEdit::HourSection);
    QTest::keyClick(&from, Qt::Key_Down);
    QCOMPARE(preferences().get(setting::QuietFrom), QTime(21, 0));
}

void TestSettingsDialog::times_areEnabledWithQuietHours()
{
    open();
    QVERIFY(!find<QTimeEdit>(setting::QuietFrom.key).isEnabled());
    QVERIFY(!find<QTimeEdit>(setting::QuietTo.key).isEnabled());
    find<QCheckBox>(setting::QuietHours.key).click();
    QVERIFY(find<QTimeEdit>(setting::QuietFrom.key).isEnabled());
    QVERIFY(find<QTimeEdit>(setting::QuietTo.key).isEnabled());
}

void TestSettingsDialog::lengths_areEnabledForVisits()
{
    open();
    QVERIFY(find<QComboBox>(setting::SessionSeconds.key).isEnabled());
    preferences().set(setting::StayConnected, true); // In the tray's menu.
    QVERIFY(!find<QComboBox>(setting::SessionSeconds.key).isEnabled());
    QVERIFY(!find<QComboBox>(setting::LookInMinutes.key).isEnabled());
}

void TestSettingsDialog::account_isShownAndChanged()
{
    open();
    auto &account = find<QPushButton>(u"settingsAccount"_s);
    const QSignalSpy wanted(m_dialog.get(), &SettingsDialog::signInRequested);
    QCOMPARE(account.text(), u"Sig&n in…"_s);
    account.click();
    QCOMPARE(wanted.size(), 1);
    QVERIFY(m_fixture->signIn());
    QCOMPARE(account.text(), u"Sign &out"_s);
    QVERIFY(account.accessibleDescription().startsWith(u"sara at "_s + m_fixture->address()));
    account.click();
    QCOMPARE(m_fixture->client().status(), Client::Status::SignedOut);
    QTRY_COMPARE_WITH_TIMEOUT(account.text(), u"Sig&n in…"_s, Patience);
}

void TestSettingsDialog::account_withAmpersandAndMarkup_isPlain()
{
    open();
    QVERIFY(m_fixture->computer.signIn(ClientFixture::details(m_fixture->address(), u"<b>R&D</b>"_s)));
    QStringList texts;
    for (const auto *label : m_dialog->findChildren<QLabel *>()) {
        if (label->buddy() == &find<QPushButton>(u"settingsAccount"_s)) {
            QCOMPARE(label->textFormat(), Qt::PlainText);
            texts.append(label->text());
        }
    }
    QVERIFY2(texts.join(u' ').contains(u"<b>R&&D</b>"_s), qUtf8Printable(texts.join(u' ')));
}

void TestSettingsDialog::language_takesEffectAtOnce()
{
    open();
    auto &box = find<QComboBox>(u"settingsLanguage"_s);
    QCOMPARE(box.currentData().toString(), u"en"_s);
    choose(box, box.findData(u"fa"_s));
    QCOMPARE(m_fixture->language.current(), u"fa"_s);
    QTRY_COMPARE_WITH_TIMEOUT(m_dialog->layoutDirection(), Qt::RightToLeft, Patience);
    QTRY_VERIFY_WITH_TIMEOUT(!m_dialog->windowTitle().contains(u"Settings"_s), Patience);
    QVERIFY(find<QComboBox>(setting::SessionSeconds.key).currentText().contains(u"دقیقه"_s));
}

void TestSettingsDialog::appearance_takesEffectAtOnce()
{
    open();
    auto &box = find<QComboBox>(u"settingsAppearance"_s);
    choose(box, 2);
    QCOMPARE(m_appearance->choice(), widgets::Appearance::Choice::Dark);
    QVERIFY(m_appearance->isDark());
    choose(box, 1);
    QVERIFY(!m_appearance->isDark());
}

void TestSettingsDialog::defaults_areRestored_andThatIsUndone()
{
    preferences().set(setting::LookInMinutes, 30);
    preferences().set(setting::QuietFrom, QTime(23, 30));
    preferences().set(setting::Sound, true);
    preferences().set(setting::RetentionDays, 30);
    preferences().set(setting::User, u"sara"_s);
    open();
    find<QPushButton>(u"settingsRestore").click();
    QCOMPARE(preferences().get(setting::LookInMinutes), setting::LookInMinutes.fallback);
    QCOMPARE(preferences().get(setting::QuietFrom), setting::QuietFrom.fallback);
    QCOMPARE(preferences().get(setting::RetentionDays), setting::RetentionDays.fallback);
    QVERIFY(!find<QCheckBox>(setting::Sound.key).isChecked());
    QCOMPARE(preferences().get(setting::User), u"sara"_s);
    find<QPushButton>(u"messageAction").click();
    QCOMPARE(preferences().get(setting::LookInMinutes), 30);
    QCOMPARE(preferences().get(setting::QuietFrom), QTime(23, 30));
    QCOMPARE(preferences().get(setting::RetentionDays), 30);
    QVERIFY(find<QCheckBox>(setting::Sound.key).isChecked());
}

void TestSettingsDialog::autostart_writesItsFile()
{
    open();
    auto &box = find<QCheckBox>(u"settingsAutostart"_s);
    QVERIFY(!box.isChecked());
    box.click();
    QVERIFY(m_autostart->isEnabled());
    box.click();
    QVERIFY(!m_autostart->isEnabled());
    QVERIFY(!m_dialog->findChild<widgets::MessageBar *>()->isVisible());
}

void TestSettingsDialog::autostart_thatFails_saysSoAndIsAsItWas()
{
    QFile inTheWay(m_folder->filePath(u"autostart"_s));
    QVERIFY(inTheWay.open(QIODevice::WriteOnly));
    open();
    auto &box = find<QCheckBox>(u"settingsAutostart"_s);
    box.click();
    QVERIFY(!box.isChecked());
    auto *message = m_dialog->findChild<widgets::MessageBar *>();
    QVERIFY(message->isVisible());
    QVERIFY2(message->text().contains(u"autostart"_s), qUtf8Printable(message->text()));
    QTRY_COMPARE_WITH_TIMEOUT(TrayWindowFixture::clipped(*m_dialog), QStringList(), Patience);
    QVERIFY(inTheWay.remove());
    box.click();
    QVERIFY(box.isChecked());
    QVERIFY(!message->isVisible());
}

void TestSettingsDialog::settings_thatCannotBeKept_saySoUntilTheyAre_data()
{
    QTest::addColumn<QString>("language");
    for (const widgets::Language::Offer &offer : widgets::Language::available())
        QTest::addRow("%s", qPrintable(offer.code)) << offer.code;
}

void TestSettingsDialog::settings_thatCannotBeKept_saySoUntilTheyAre()
{
    QFETCH(const QString, language);
    m_fixture->language.use(language);
    open();
    auto &message = find<widgets::MessageBar>(u"settingsUnkept"_s);
    QVERIFY(!message.isVisible());
    const QString path = preferences().file().path();
    QVERIFY(QDir().mkpath(path)); // A folder in the file's place: unlike permissions, that stops root too.
    find<QCheckBox>(setting::QuietHours.key).click();
    QTRY_VERIFY_WITH_TIMEOUT(message.isVisible(), Patience);
    QVERIFY2(message.text().contains(path), qUtf8Printable(message.text()));
    QTRY_COMPARE_WITH_TIMEOUT(TrayWindowFixture::clipped(*m_dialog), QStringList(), Patience);
    QCOMPARE(keyboardFaults(*m_dialog).join(u'\n'), QString());
    const QString before = message.text();
    m_fixture->language.use(language == u"en"_s ? u"fa"_s : u"en"_s);
    QTRY_VERIFY_WITH_TIMEOUT(message.text() != before, Patience);
    QVERIFY(QDir().rmdir(path));
    preferences().file().look();
    QVERIFY(!message.isVisible());
    QVERIFY(QSettings(path, QSettings::IniFormat).value(setting::QuietHours.key).toBool());
}

void TestSettingsDialog::keyboard_reachesEverything_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<int>("page");
    for (const widgets::Language::Offer &offer : widgets::Language::available()) {
        for (int page = 0; page < 4; ++page)
            QTest::addRow("%s, page %d", qPrintable(offer.code), page) << offer.code << page;
    }
}

void TestSettingsDialog::keyboard_reachesEverything()
{
    QFETCH(const QString, language);
    QFETCH(const int, page);
    m_fixture->language.use(language);
    preferences().set(setting::QuietHours, true);
    open();
    showPage(page);
    QCOMPARE(keyboardFaults(*m_dialog).join(u'\n'), QString());
    QCOMPARE(mnemonicClashes(*m_dialog).join(u'\n'), QString());
    QTRY_COMPARE_WITH_TIMEOUT(TrayWindowFixture::clipped(*m_dialog), QStringList(), Patience);
    QVERIFY(m_fixture->signIn());
    QCOMPARE(mnemonicClashes(*m_dialog).join(u'\n'), QString());
}

QTEST_MAIN(TestSettingsDialog)
#include "test_settings_dialog.moc"
