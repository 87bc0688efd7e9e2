// SPDX-License-Identifier: MIT
#include "people/password_hasher.h"
#include "widgets/password_advice.h"

#include <QRegularExpression>
#include <QSet>
#include <QTest>

using namespace jarchi;
using namespace jarchi::widgets;
using namespace Qt::StringLiterals;

Q_DECLARE_METATYPE(jarchi::widgets::Strength)

class TestPasswordAdvice : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void suggestion_isTypedEasily();
    void suggestion_isAlwaysAnother();
    void suggestion_isStrong();
    void strength_ofPassword_isAsGuessable_data();
    void strength_ofPassword_isAsGuessable();
    void strength_withAccountNameInIt_isLower();
};

void TestPasswordAdvice::suggestion_isTypedEasily()
{
    static const QRegularExpression shape(u"^[a-hjkmnp-z2-9]{5}(-[a-hjkmnp-z2-9]{5}){2}$"_s);
    for (int time = 0; time < 200; ++time) {
        const QString password = suggestPassword();
        QVERIFY2(shape.match(password).hasMatch(), qPrintable(password));
        QVERIFY(people::validatedPassword(password).has_value());
    }
}

void TestPasswordAdvice::suggestion_isAlwaysAnother()
{
    QSet<QString> all;
    QSet<QChar> letters;
    for (int time = 0; time < 1'000; ++time) {
        const QString password = suggestPassword();
        all.insert(password);
        for (const QChar letter : password) {
            letters.insert(letter);
        }
    }
    QCOMPARE(all.size(), 1'000);
    // Thirty-one letters and digits and the hyphen: fifteen of them are more than 74 bits.
    QCOMPARE(letters.size(), 32);
}

void TestPasswordAdvice::suggestion_isStrong()
{
    for (int time = 0; time < 500; ++time) {
        const QString password = suggestPassword();
        QVERIFY2(strengthOf(password, u"sara") >= Strength::Good, qPrintable(password));
    }
}

void TestPasswordAdvice::strength_ofPassword_isAsGuessable_data()
{
    QTest::addColumn<QString>("password");
    QTest::addColumn<Strength>("strength");
    const auto row = [](const char *name, const QString &password, Strength strength) {
        QTest::newRow(name) << password << strength;
    };
    row("nothing", u""_s, Strength::Weak);
    row("short", u"x9$Kq2"_s, Strength::Weak);
    row("commonest", u"password"_s, Strength::Weak);
    row("common with a year", u"Summer2026"_s, Strength::Weak);
    row("common in disguise", u"P4ssw0rd!"_s, Strength::Weak);
    row("keyboard", u"qwertyuiop123"_s, Strength::Weak);
    row("run", u"abcdefghijklmnop"_s, Strength::Weak);
    row("backwards", u"9876543210987654"_s, Strength::Weak);
    row("one letter", u"aaaaaaaaaaaaaaaaaaaaaaaa"_s, Strength::Weak);
    row("pattern", u"xkxkxkxkxkxkxkxk"_s, Strength::Weak);
    row("digits", u"8305927461"_s, Strength::Weak);
    row("eight letters", u"bxkrotma"_s, Strength::Fair);
    row("eight mixed", u"bV4rot.a"_s, Strength::Fair);
    row("ten mixed", u"bV4r.tWa7k"_s, Strength::Good);
    row("four words", u"correct horse battery staple"_s, Strength::Strong);
    row("Persian words", u"سیب ترش باغ همسایه"_s, Strength::Strong);
    row("long and mixed", u"kV4r.tWa7k-Zmq2p"_s, Strength::Strong);
}

void TestPasswordAdvice::strength_ofPassword_isAsGuessable()
{
    QFETCH(const QString, password);
    QFETCH(const Strength, strength);
    QCOMPARE(int(strengthOf(password, u"sara")), int(strength));
}

void TestPasswordAdvice::strength_withAccountNameInIt_isLower()
{
    QVERIFY(strengthOf(u"Niloufar7kx", u"sara") > strengthOf(u"Niloufar7kx", u"niloufar"));
    QCOMPARE(int(strengthOf(u"niloufar-niloufar", u"Niloufar")), int(Strength::Weak));
    // A name of one letter takes nothing away.
    QCOMPARE(int(strengthOf(u"kV4r.tWa7k-Zmq2p", u"k")), int(Strength::Strong));
}

QTEST_MAIN(TestPasswordAdvice)
#include "test_password_advice.moc"
