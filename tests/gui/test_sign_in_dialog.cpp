// SPDX-License-Identifier: MIT
#include "support/keyboard_path.h"
#include "support/mnemonics.h"
#include "support/tray_window_fixture.h"
#include "ui/sign_in_dialog.h"
#include "widgets/message_bar.h"

#include <QCheckBox>
#include <QDialogButtonBox>
#include <QLineEdit>
#include <QProgressBar>
#include <QPushButton>

using namespace jarchi;
using namespace jarchi::test;
using namespace Qt::StringLiterals;
using client::Client;
using ui::SignInDialog;
namespace setting = preferences::setting;

/// What the dialog says when signing in goes wrong, and that nothing typed is lost by it.
class TestSignInDialog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void firstStart_offersLocalhostAndTheTable();
    void filledIn_goesOnWithThePassword();
    void emptyFields_saySoEach();
    void refusal_standsBesideItsField_data();
    void refusal_standsBesideItsField();
    void editing_clearsTheFaultOfThatFieldOnly();
    void otherLanguage_keepsWhatTheServerSaid();
    void attempt_isBusy_andEscapeEndsItFirst();
    void cancelledAttempt_saysNothingAfterwards();
    void attempt_endedInTheTray_isOverHereToo();
    void closing_duringAnAttempt_endsBoth();
    void success_takesTheChoicesOverAndCloses();
    void reason_isShownUntilOneTries();
    void lockedKeychain_saysSo_andIsAskedAgain_data();
    void lockedKeychain_saysSo_andIsAskedAgain();
    void longFault_isNotClipped_data();
    void longFault_isNotClipped();
    void keyboard_reachesEverything_data();
    void keyboard_reachesEverything();

private:
    void open();
    void type(const QString &server, const QString &user, const QString &password);
    void press()
    {
        QTest::mouseClick(m_dialog->findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Ok), Qt::LeftButton);
    }
    [[nodiscard]] QLineEdit &line(const QString &name) { return TrayWindowFixture::find<QLineEdit>(*m_dialog, name); }
    /// What stands below the field.
    [[nodiscard]] QString note(const QString &name)
    {
        return TrayWindowFixture::find<QLabel>(*line(name).parentWidget(), u"fieldNote"_s).text();
    }
    [[nodiscard]] bool isBusy() { return m_dialog->isBusy() && m_dialog->findChild<QProgressBar *>()->isVisible(); }

    std::unique_ptr<TrayWindowFixture> m_fixture;
    std::unique_ptr<SignInDialog> m_dialog;
};

void TestSignInDialog::init()
{
    m_fixture = std::make_unique<TrayWindowFixture>();
}

void TestSignInDialog::cleanup()
{
    m_dialog.reset();
    m_fixture.reset();
}

void TestSignInDialog::open()
{
    m_dialog = std::make_unique<SignInDialog>(m_fixture->client(), m_fixture->computer.preferences());
    QVERIFY(TrayWindowFixture::show(*m_dialog));
}

void TestSignInDialog::type(const QString &server, const QString &user, const QString &password)
{
    line(u"signInServer"_s).setText(server);
    line(u"signInUser"_s).setText(user);
    line(u"signInPassword"_s).setText(password);
}

void TestSignInDialog::firstStart_offersLocalhostAndTheTable()
{
    open();
    QCOMPARE(line(u"signInServer"_s).text(), u"localhost"_s);
    QVERIFY(line(u"signInUser"_s).hasFocus());
    QVERIFY(m_dialog->findChild<QCheckBox *>(u"signInRemember"_s)->isChecked());
    QVERIFY(!m_dialog->findChild<QCheckBox *>(u"signInStay"_s)->isChecked());
    QCOMPARE(line(u"signInPassword"_s).echoMode(), QLineEdit::Password);
}

void TestSignInDialog::filledIn_goesOnWithThePassword()
{
    open();
    m_dialog->fill({.server = u"shop.example"_s, .user = u"sara"_s});
    QVERIFY(line(u"signInPassword"_s).hasFocus());
}

void TestSignInDialog::emptyFields_saySoEach()
{
    open();
    type(u" "_s, {}, {});
    press();
    QVERIFY(!m_dialog->isBusy());
    QVERIFY(note(u"signInServer"_s).contains(u"Which server"_s));
    QVERIFY(note(u"signInUser"_s).contains(u"user name is missing"_s));
    QVERIFY(note(u"signInPassword"_s).contains(u"password is missing"_s));
    QVERIFY(line(u"signInServer"_s).hasFocus());
    m_fixture->language.use(u"fa"_s); // They are said in the reader's language.
    QTRY_VERIFY_WITH_TIMEOUT(!note(u"signInUser"_s).contains(u"missing"_s), Patience);
    QCOMPARE(m_fixture->server.connections, 0);
}

void TestSignInDialog::refusal_standsBesideItsField_data()
{
    QTest::addColumn<QString>("server"); // Empty: the scripted one.
    QTest::addColumn<QByteArray>("greeting");
    QTest::addColumn<bool>("listens");
    QTest::addColumn<QString>("field");
    QTest::addColumn<QString>("mentions");
    const auto hello = protocol::encode(protocol::ServerMessage(ScriptedServer::hello()));
    const QString server = u"signInServer"_s;
    QTest::newRow("wrong password") << QString() << hello << true << u"signInPassword"_s << u"wrong"_s;
    QTest::newRow("unknown host") << u"no-such-host.invalid"_s << hello << true << server << u"no-such-host.invalid"_s;
    QTest::newRow("refused") << QString() << hello << false << server << u"refused the connection"_s;
    QTest::newRow("over a network") << u"192.0.2.1"_s << hello << true << server << u"Without TLS"_s;
    QTest::newRow("no port") << u"localhost:none"_s << hello << true << server << u"port"_s;
    QTest::newRow("other protocol") << QString() << "HTTP/1.1 400 Bad Request\r\n"_ba << true << server
                                    << u"no Jarchi server"_s;
}

void TestSignInDialog::refusal_standsBesideItsField()
{
    QFETCH(const QString, server);
    QFETCH(const QByteArray, greeting);
    QFETCH(const bool, listens);
    QFETCH(const QString, field);
    QFETCH(const QString, mentions);
    ScriptedServer &scripted = m_fixture->server;
    scripted.onConnected = [&] { scripted.sayRaw(greeting); };
    scripted.onHeard = [&](const protocol::ClientMessage &) {
        scripted.say(protocol::ErrorMessage{protocol::ErrorCode::BadCredentials, u"no"_s, {}});
    };
    const QString address = server.isEmpty() ? m_fixture->address() : server;
    if (!listens)
        scripted.stopListening();
    open();
    type(address, u"sara"_s, u"correct horse"_s);
    press();
    QVERIFY(isBusy());
    QTRY_VERIFY_WITH_TIMEOUT(!m_dialog->isBusy(), Patience);
    QVERIFY2(note(field).contains(mentions), qUtf8Printable(note(field)));
    QVERIFY(line(field).hasFocus());
    QVERIFY(m_dialog->isVisible());
    QCOMPARE(line(u"signInServer"_s).text(), address);
    QCOMPARE(line(u"signInUser"_s).text(), u"sara"_s);
    QCOMPARE(line(u"signInPassword"_s).text(), u"correct horse"_s);
}

void TestSignInDialog::editing_clearsTheFaultOfThatFieldOnly()
{
    open();
    type(u"localhost:none"_s, u"sara"_s, u"correct horse"_s);
    press();
    QTRY_VERIFY_WITH_TIMEOUT(note(u"signInServer"_s).contains(u"port"_s) && !m_dialog->isBusy(), Patience);
    const QString fault = note(u"signInServer"_s);
    QTest::keyClicks(&line(u"signInPassword"_s), u"!"_s);
    QCOMPARE(note(u"signInServer"_s), fault);
    QTest::keyClick(&line(u"signInServer"_s), Qt::Key_Backspace);
    QVERIFY2(note(u"signInServer"_s).contains(u"2019"_s), qUtf8Printable(note(u"signInServer"_s))); // The hint.
}

void TestSignInDialog::otherLanguage_keepsWhatTheServerSaid()
{
    open();
    type(u"192.0.2.1"_s, u"sara"_s, u"correct horse"_s);
    press();
    QTRY_VERIFY_WITH_TIMEOUT(!m_dialog->isBusy(), Patience);
    const QString fault = note(u"signInServer"_s);
    m_fixture->language.use(u"fa"_s);
    QTRY_COMPARE_WITH_TIMEOUT(m_dialog->layoutDirection(), Qt::RightToLeft, Patience);
    QCoreApplication::processEvents();
    QCOMPARE(note(u"signInServer"_s), fault);
}

void TestSignInDialog::attempt_isBusy_andEscapeEndsItFirst()
{
    m_fixture->server.onConnected = [] {}; // It keeps silent.
    open();
    type(m_fixture->address(), u"sara"_s, u"correct horse"_s);
    line(u"signInPassword"_s).setFocus();
    QTest::keyClick(&line(u"signInPassword"_s), Qt::Key_Return);
    QVERIFY(isBusy());
    QVERIFY(!line(u"signInUser"_s).isEnabled());
    QTRY_COMPARE_WITH_TIMEOUT(m_fixture->server.connections, 1, Patience);
    QTest::keyClick(m_dialog.get(), Qt::Key_Escape);
    QVERIFY(!m_dialog->isBusy());
    QVERIFY(m_dialog->isVisible());
    QVERIFY(line(u"signInPassword"_s).hasFocus()); // One goes on where one was.
    QCOMPARE(line(u"signInPassword"_s).text(), u"correct horse"_s);
    QCOMPARE(m_fixture->client().status(), Client::Status::SignedOut);
    QTest::keyClick(m_dialog.get(), Qt::Key_Escape);
    QVERIFY(!m_dialog->isVisible());
}

void TestSignInDialog::cancelledAttempt_saysNothingAfterwards()
{
    open();
    type(u"192.0.2.1"_s, u"sara"_s, u"correct horse"_s); // Its fault is on its way.
    press();
    QTest::keyClick(m_dialog.get(), Qt::Key_Escape);
    QTRY_COMPARE_WITH_TIMEOUT(m_fixture->computer.count("signInFailed"), 1, Patience);
    QVERIFY(note(u"signInServer"_s).contains(u"2019"_s));
}

void TestSignInDialog::attempt_endedInTheTray_isOverHereToo()
{
    m_fixture->server.onConnected = [] {};
    open();
    type(m_fixture->address(), u"sara"_s, u"correct horse"_s);
    press();
    QVERIFY(isBusy());
    m_fixture->client().disconnectNow();
    QVERIFY(!m_dialog->isBusy());
    QVERIFY(line(u"signInUser"_s).isEnabled());
}

void TestSignInDialog::closing_duringAnAttempt_endsBoth()
{
    m_fixture->server.onConnected = [] {};
    open();
    type(m_fixture->address(), u"sara"_s, u"correct horse"_s);
    press();
    m_dialog->close();
    QVERIFY(!m_dialog->isVisible());
    QVERIFY(!m_fixture->client().isSigningIn());
}

void TestSignInDialog::success_takesTheChoicesOverAndCloses()
{
    open();
    type(u' ' + m_fixture->address() + u' ', u"sara "_s, u"correct horse"_s);
    m_dialog->findChild<QCheckBox *>(u"signInRemember"_s)->setChecked(false);
    m_dialog->findChild<QCheckBox *>(u"signInStay"_s)->setChecked(true);
    press();
    QTRY_VERIFY_WITH_TIMEOUT(!m_dialog->isVisible(), Patience);
    QCOMPARE(m_dialog->result(), int(QDialog::Accepted));
    QCOMPARE(m_fixture->computer.preferences().get(setting::Server), m_fixture->address());
    QCOMPARE(m_fixture->computer.preferences().get(setting::User), u"sara"_s);
    QCOMPARE(m_fixture->computer.preferences().get(setting::Remember), false);
    QCOMPARE(m_fixture->computer.preferences().get(setting::StayConnected), true);
    QCOMPARE(line(u"signInPassword"_s).text(), QString());

    open(); // The next one begins with what was good.
    QCOMPARE(line(u"signInUser"_s).text(), u"sara"_s);
    QVERIFY(line(u"signInPassword"_s).hasFocus());
    QVERIFY(m_dialog->findChild<QCheckBox *>(u"signInStay"_s)->isChecked());
}

void TestSignInDialog::reason_isShownUntilOneTries()
{
    m_fixture->server.onConnected = [] {};
    open();
    auto *message = m_dialog->findChild<widgets::MessageBar *>();
    m_dialog->say({});
    QVERIFY(!message->isVisible());
    m_dialog->say(u"The password was changed."_s);
    QCOMPARE(message->text(), u"The password was changed."_s);
    type(m_fixture->address(), u"sara"_s, u"correct horse"_s);
    press();
    QVERIFY(!message->isVisible());
}

void TestSignInDialog::lockedKeychain_saysSo_andIsAskedAgain_data()
{
    QTest::addColumn<QString>("language");
    for (const widgets::Language::Offer &offer : widgets::Language::available())
        QTest::addRow("%s", qPrintable(offer.code)) << offer.code;
}

void TestSignInDialog::lockedKeychain_saysSo_andIsAskedAgain()
{
    QFETCH(const QString, language);
    ClientFixture &computer = m_fixture->computer;
    QVERIFY(m_fixture->signIn());
    QTRY_COMPARE_WITH_TIMEOUT(computer.preferences().get(setting::TokenKept), true, Patience);
    QVERIFY(computer.leave());
    computer.switchOn();
    m_fixture->language.use(language);
    const auto locked = std::exchange(computer.keychain.tokens, {}); // So it looks to its library.
    m_fixture->client().start();
    QTRY_COMPARE_WITH_TIMEOUT(computer.count("signInWanted"), 1, Patience);
    open();
    connect(&m_fixture->client(), &Client::signInWanted, m_dialog.get(), &SignInDialog::say); // As the shell does.
    m_dialog->say(computer.lastText("signInWanted"));
    auto *message = m_dialog->findChild<widgets::MessageBar *>();
    QVERIFY(message->isVisible());
    QTRY_COMPARE_WITH_TIMEOUT(TrayWindowFixture::clipped(*m_dialog), QStringList(), Patience);
    QCOMPARE(keyboardFaults(*m_dialog).join(u'\n'), QString());
    QCOMPARE(mnemonicClashes(*m_dialog).join(u'\n'), QString());

    auto &again = TrayWindowFixture::find<QPushButton>(*m_dialog, u"messageAction"_s);
    QVERIFY(again.isVisible());
    again.click();
    QTRY_COMPARE_WITH_TIMEOUT(computer.count("signInWanted"), 2, Patience);
    QVERIFY(message->isVisible());
    computer.keychain.tokens = locked; // Somebody unlocked it.
    again.click();
    QTRY_VERIFY_WITH_TIMEOUT(!m_dialog->isVisible(), Patience);
    QVERIFY(computer.waitFor(Client::Status::Connected));
    QCOMPARE(computer.count("signInWanted"), 2);
}

void TestSignInDialog::longFault_isNotClipped_data()
{
    QTest::addColumn<QString>("language");
    for (const widgets::Language::Offer &offer : widgets::Language::available())
        QTest::addRow("%s", qPrintable(offer.code)) << offer.code;
}

void TestSignInDialog::longFault_isNotClipped()
{
    QFETCH(const QString, language);
    m_fixture = std::make_unique<TrayWindowFixture>(language);
    open();
    QCOMPARE(TrayWindowFixture::clipped(*m_dialog).join(u'\n'), QString());
    m_dialog->say(
        u"The keychain of this computer is locked, and nobody was there to open it. Sign in again. "_s.repeated(3));
    type(u"192.0.2.1"_s, {}, {});
    press();
    type(u"192.0.2.1"_s, u"sara"_s, u"correct horse"_s);
    QTRY_COMPARE_WITH_TIMEOUT(TrayWindowFixture::clipped(*m_dialog), QStringList(), Patience);
    press();
    QTRY_VERIFY_WITH_TIMEOUT(!m_dialog->isBusy(), Patience);
    QTRY_COMPARE_WITH_TIMEOUT(TrayWindowFixture::clipped(*m_dialog), QStringList(), Patience);
}

void TestSignInDialog::keyboard_reachesEverything_data()
{
    longFault_isNotClipped_data();
}

void TestSignInDialog::keyboard_reachesEverything()
{
    QFETCH(const QString, language);
    m_fixture = std::make_unique<TrayWindowFixture>(language);
    open();
    const QStringList path = keyboardPath(*m_dialog);
    QCOMPARE(path.mid(0, 4), (QStringList{u"signInUser"_s, u"signInPassword"_s, u"signInRemember"_s, u"signInStay"_s}));
    m_dialog->say(u"The password was changed."_s);
    QCOMPARE(keyboardFaults(*m_dialog).join(u'\n'), QString());
    QCOMPARE(mnemonicClashes(*m_dialog).join(u'\n'), QString());
}

QTEST_MAIN(TestSignInDialog)
#include "test_sign_in_dialog.moc"
