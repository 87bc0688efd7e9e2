// SPDX-License-Identifier: MIT
#include "base/text_rules.h"
#include "people/hash_batch.h"
#include "people/password_hasher.h"

#include <QTest>

using namespace jarchi;
using namespace jarchi::people;
using namespace Qt::StringLiterals;

class TestPasswordHasher : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void password_validated_data();
    void password_validated();
    void hash_ofAPassword_isArgon2idWithTheAgreedCost();
    void hash_ofTheSamePasswordTwice_differs();
    void hash_ofWhatIsNoPassword_isRefused();
    void verify_password_matchesOnlyItself_data();
    void verify_password_matchesOnlyItself();
    void verify_hashThatIsNone_fails_data();
    void verify_hashThatIsNone_fails();
    void dummyHash_isAHashThatNothingMatches();
    void hashes_ofMany_areInTheirOrder();
};

void TestPasswordHasher::password_validated_data()
{
    QTest::addColumn<QString>("password");
    QTest::addColumn<bool>("isAccepted");

    QTest::newRow("empty") << QString() << false;
    QTest::newRow("one character") << u"x"_s << true;
    QTest::newRow("only spaces") << u"   "_s << true;
    QTest::newRow("the longest") << QString(limits::PasswordBytes, u'x') << true;
    QTest::newRow("one byte too long") << QString(limits::PasswordBytes + 1, u'x') << false;
    QTest::newRow("the longest in Persian") << QString(limits::PasswordBytes / 2, u'ی') << true;
    QTest::newRow("too long in bytes, not in characters") << QString(limits::PasswordBytes / 2 + 1, u'ی') << false;
    QTest::newRow("NUL inside") << u"a\0b"_s << false;
    QTest::newRow("NUL at the end") << u"a\0"_s << false;
}

void TestPasswordHasher::password_validated()
{
    QFETCH(QString, password);
    QFETCH(bool, isAccepted);
    const auto validated = validatedPassword(password);
    QCOMPARE(validated.has_value(), isAccepted);
    if (isAccepted) {
        QCOMPARE(*validated, password.toUtf8());
    } else {
        QCOMPARE(validated.error().kind, Error::Kind::Refused);
        QVERIFY(validated.error().message.startsWith(u"The password "_s));
        QVERIFY(password.isEmpty() || !validated.error().message.contains(password));
    }
}

void TestPasswordHasher::hash_ofAPassword_isArgon2idWithTheAgreedCost()
{
    const auto hash = hashPassword(u"correct horse"_s);
    QVERIFY(hash.has_value());
    QVERIFY2(hash->startsWith("$argon2id$v=19$m=19456,t=2,p=1$"), hash->constData());
    QVERIFY(!hash->contains('\0'));
}

void TestPasswordHasher::hash_ofTheSamePasswordTwice_differs()
{
    const auto first = hashPassword(u"correct horse"_s);
    const auto second = hashPassword(u"correct horse"_s);
    QVERIFY(first.has_value() && second.has_value());
    QVERIFY(*first != *second);
    QVERIFY(verifyPassword(*first, u"correct horse"_s));
    QVERIFY(verifyPassword(*second, u"correct horse"_s));
}

void TestPasswordHasher::hash_ofWhatIsNoPassword_isRefused()
{
    QCOMPARE(hashPassword({}).error().kind, Error::Kind::Refused);
    QCOMPARE(hashPassword(QString(limits::PasswordBytes + 1, u'x')).error().kind, Error::Kind::Refused);
}

void TestPasswordHasher::verify_password_matchesOnlyItself_data()
{
    QTest::addColumn<QString>("password");
    QTest::addColumn<QString>("other");

    QTest::newRow("case") << u"Secret"_s << u"secret"_s;
    QTest::newRow("one character less") << u"secret"_s << u"secre"_s;
    QTest::newRow("one character more") << u"secret"_s << u"secret "_s;
    QTest::newRow("nothing") << u"secret"_s << QString();
    QTest::newRow("a NUL behind") << u"secret"_s << u"secret\0"_s;
    QTest::newRow("the 128th byte") << QString(127, u'x') + u'a' << QString(127, u'x') + u'b';
    QTest::newRow("other letters that look alike") << u"علی"_s << u"علي"_s;
}

void TestPasswordHasher::verify_password_matchesOnlyItself()
{
    QFETCH(QString, password);
    QFETCH(QString, other);
    const auto hash = hashPassword(password);
    QVERIFY(hash.has_value());
    QVERIFY(verifyPassword(*hash, password));
    QVERIFY(!verifyPassword(*hash, other));
}

void TestPasswordHasher::verify_hashThatIsNone_fails_data()
{
    QTest::addColumn<QByteArray>("hash");

    QTest::newRow("null") << QByteArray();
    QTest::newRow("empty") << ""_ba;
    QTest::newRow("the password itself") << "secret"_ba;
    QTest::newRow("another algorithm") << "$2b$12$abcdefghijklmnopqrstuuu5LuOVPyxfTDqsNmm1rKqOZ7bK8FvH."_ba;
    QTest::newRow("only the parameters") << "$argon2id$v=19$m=19456,t=2,p=1$"_ba;
    QTest::newRow("cut short") << dummyHash().chopped(1);
    QTest::newRow("NUL inside") << QByteArray(dummyHash()).replace(10, 1, "\0"_ba);
    QTest::newRow("much too long") << "$argon2id$v=19$m=19456,t=2,p=1$"_ba + QByteArray(10'000, 'A');
}

void TestPasswordHasher::verify_hashThatIsNone_fails()
{
    QFETCH(QByteArray, hash);
    QVERIFY(!verifyPassword(hash, u"secret"_s));
    QVERIFY(!verifyPassword(hash, QString()));
}

void TestPasswordHasher::dummyHash_isAHashThatNothingMatches()
{
    QVERIFY(dummyHash().startsWith("$argon2id$v=19$m=19456,t=2,p=1$"));
    QCOMPARE(&dummyHash(), &dummyHash());
    QVERIFY(!verifyPassword(dummyHash(), u"secret"_s));
    QVERIFY(!verifyPassword(dummyHash(), QString()));
}

void TestPasswordHasher::hashes_ofMany_areInTheirOrder()
{
    const QStringList passwords{u"first"_s, {}, QString(200, u'x'), u"last"_s};
    const auto hashes = hashPasswords(passwords);
    QCOMPARE(hashes.size(), std::size_t{4});
    QVERIFY(verifyPassword(hashes.at(0).value(), u"first"_s));
    QVERIFY(hashes.at(1).value().isEmpty());
    QCOMPARE(hashes.at(2).error().kind, Error::Kind::Refused);
    QVERIFY(verifyPassword(hashes.at(3).value(), u"last"_s));
}

QTEST_APPLESS_MAIN(TestPasswordHasher)
#include "test_password_hasher.moc"
