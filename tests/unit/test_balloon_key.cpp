// SPDX-License-Identifier: MIT
#include "notify/balloon_key.h"

#include <QTest>

using namespace jarchi;
using namespace jarchi::notify;
using namespace Qt::StringLiterals;

/// The keys of balloons, which are also what comes back of a click.
class TestBalloonKey : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void key_madeAndParsed_isTheSame();
    void key_notMadeByUs_isNone_data();
    void key_notMadeByUs_isNone();
};

void TestBalloonKey::key_madeAndParsed_isTheSame()
{
    for (const QString &epoch : {u"3f2a"_s, u""_s, u"a/7"_s, u"a/b/"_s}) {
        const std::optional<BalloonSubject> subject = parseBalloonKey(balloonKey(epoch, 9'007'199'254'740'993));
        QVERIFY(subject);
        QCOMPARE(*subject, (BalloonSubject{epoch, 9'007'199'254'740'993}));
    }
}

void TestBalloonKey::key_notMadeByUs_isNone_data()
{
    QTest::addColumn<QString>("key");
    for (const char *key :
         {"", "e", "e/", "e/0", "e/-1", "e/01", "e/+1", "e/ 1", "e/x", "e/99999999999999999999", "undo"})
        QTest::newRow(key) << QString::fromLatin1(key);
    QTest::newRow("summary") << moreKey();
    QTest::newRow("quiet") << quietKey();
}

void TestBalloonKey::key_notMadeByUs_isNone()
{
    QFETCH(const QString, key);
    QVERIFY(!parseBalloonKey(key));
}

QTEST_APPLESS_MAIN(TestBalloonKey)
#include "test_balloon_key.moc"
