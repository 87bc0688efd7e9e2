// SPDX-License-Identifier: MIT
#include "base/password_prompt.h"

#include <QBuffer>
#include <QTest>

using namespace jarchi;
using namespace Qt::StringLiterals;

namespace {

Result<QString> passwordFrom(const QByteArray &bytes)
{
    QBuffer input;
    input.setData(bytes);
    input.open(QIODevice::ReadOnly);
    return readPassword(input);
}

} // namespace

class TestPasswordPrompt : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void password_fromALine_isRead_data();
    void password_fromALine_isRead();
    void password_fromALine_isRefused_data();
    void password_fromALine_isRefused();
};

void TestPasswordPrompt::password_fromALine_isRead_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("password");
    QTest::newRow("line") << "secret\n"_ba << u"secret"_s;
    QTest::newRow("no line break") << "secret"_ba << u"secret"_s;
    QTest::newRow("Windows") << "secret\r\n"_ba << u"secret"_s;
    QTest::newRow("first of two") << "secret\nother\n"_ba << u"secret"_s;
    QTest::newRow("spaces stay") << "  my secret \n"_ba << u"  my secret "_s;
    QTest::newRow("Persian") << "رمز\n"_ba << u"رمز"_s;
    QTest::newRow("longest") << QByteArray(128, 'x') + "\r\n" << QString(128, u'x');
}

void TestPasswordPrompt::password_fromALine_isRead()
{
    QFETCH(const QByteArray, bytes);
    QFETCH(const QString, password);
    const auto read = passwordFrom(bytes);
    QVERIFY(read);
    QCOMPARE(*read, password);
}

void TestPasswordPrompt::password_fromALine_isRefused_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("empty line") << "\nsecret\n"_ba;
    QTest::newRow("too long") << QByteArray(129, 'x') + '\n';
    QTest::newRow("far too long") << QByteArray(1'000'000, 'x');
    QTest::newRow("not UTF-8") << "\xff\xfe\n"_ba;
    QTest::newRow("NUL") << QByteArray("a\0b\n", 4);
}

void TestPasswordPrompt::password_fromALine_isRefused()
{
    QFETCH(const QByteArray, bytes);
    const auto read = passwordFrom(bytes);
    QVERIFY(!read);
    QVERIFY(!read.error().message.contains(u"xxx"_s)); // Not even a wrong password is repeated.
}

QTEST_APPLESS_MAIN(TestPasswordPrompt)
#include "test_password_prompt.moc"
