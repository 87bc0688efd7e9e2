// SPDX-License-Identifier: MIT
#include "people/auth_pool.h"
#include "people/password_hasher.h"
#include "support/must.h"

#include <QElapsedTimer>
#include <QTest>
#include <QThread>

#include <memory>

using namespace jarchi;
using namespace jarchi::people;
using namespace Qt::StringLiterals;

class TestAuthPool : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void verify_password_answersLaterInTheCallersThread();
    void verify_unknownUser_failsAfterTheTimeOfAHash();
    void verify_manyAtOnce_eachIsAnsweredOnce();
    void verify_moreThanTheQueueHolds_isRefusedAndNeverAnswered();
    void verify_afterAnAnswer_hasRoomAgain();
    void verify_fromWithinAnAnswer_isTaken();
    void destruction_dropsWhatIsUnanswered();

private:
    QByteArray m_hash;
};

void TestAuthPool::initTestCase()
{
    m_hash = test::must(hashPassword(u"secret"_s));
}

void TestAuthPool::verify_password_answersLaterInTheCallersThread()
{
    AuthPool pool(2, 10);
    QList<bool> answers;
    const auto note = [&answers](bool matches) {
        QCOMPARE(QThread::currentThread(), qApp->thread());
        answers.append(matches);
    };
    QVERIFY(pool.verify(m_hash, u"secret"_s, note));
    QVERIFY(answers.isEmpty());
    QTRY_COMPARE_WITH_TIMEOUT(answers.size(), 1, 30'000);
    QVERIFY(pool.verify(m_hash, u"Secret"_s, note));
    QTRY_COMPARE_WITH_TIMEOUT(answers.size(), 2, 30'000);
    QCOMPARE(answers, (QList<bool>{true, false}));
}

void TestAuthPool::verify_unknownUser_failsAfterTheTimeOfAHash()
{
    AuthPool pool(1, 10);
    const auto timeOf = [&pool](const QByteArray &hash) {
        QElapsedTimer timer;
        timer.start();
        int answers = 0;
        bool matched = false;
        const bool taken = pool.verify(hash, u"wrong"_s, [&](bool matches) {
            ++answers;
            matched = matches;
        });
        const bool answered = taken && QTest::qWaitFor([&] { return answers == 1; }, 30'000);
        return answered && !matched ? timer.nsecsElapsed() / 1000 : -1;
    };
    const qint64 wrong = timeOf(m_hash);
    const qint64 unknown = timeOf({});
    QVERIFY(wrong > 0);
    QVERIFY(unknown > 0);
    qInfo("a wrong password took %lld µs, an unknown user %lld µs", wrong, unknown);
}

void TestAuthPool::verify_manyAtOnce_eachIsAnsweredOnce()
{
    AuthPool pool(3, 20);
    QList<int> answered(20, 0);
    QList<bool> matched(20, false);
    for (int i = 0; i < 20; ++i) {
        const QString password = i % 2 == 0 ? u"secret"_s : u"wrong"_s;
        QVERIFY(pool.verify(m_hash, password, [&answered, &matched, i](bool matches) {
            ++answered[i];
            matched[i] = matches;
        }));
    }
    QTRY_COMPARE_WITH_TIMEOUT(answered, QList<int>(20, 1), 60'000);
    for (int i = 0; i < 20; ++i) {
        QCOMPARE(matched.at(i), i % 2 == 0);
    }
}

void TestAuthPool::verify_moreThanTheQueueHolds_isRefusedAndNeverAnswered()
{
    AuthPool pool(1, 2);
    int answers = 0;
    bool refusedOneAnswered = false;
    // Answers are delivered by this thread's event loop, so nothing makes room before it runs.
    for (int i = 0; i < 3; ++i) {
        QVERIFY(pool.verify(m_hash, u"secret"_s, [&](bool) { ++answers; }));
    }
    for (int i = 0; i < 5; ++i) {
        QVERIFY(!pool.verify(m_hash, u"secret"_s, [&](bool) { refusedOneAnswered = true; }));
    }
    QTRY_COMPARE_WITH_TIMEOUT(answers, 3, 30'000);
    QVERIFY(pool.verify(m_hash, u"secret"_s, [&](bool) { ++answers; }));
    QTRY_COMPARE_WITH_TIMEOUT(answers, 4, 30'000);
    QVERIFY(!refusedOneAnswered);
}

void TestAuthPool::verify_afterAnAnswer_hasRoomAgain()
{
    AuthPool pool(1, 0);
    for (int i = 0; i < 3; ++i) {
        bool answered = false;
        QVERIFY(pool.verify({}, u"secret"_s, [&](bool) { answered = true; }));
        QVERIFY(!pool.verify({}, u"secret"_s, [](bool) {}));
        QTRY_VERIFY_WITH_TIMEOUT(answered, 30'000);
    }
}

void TestAuthPool::verify_fromWithinAnAnswer_isTaken()
{
    AuthPool pool(1, 0);
    int answers = 0;
    QVERIFY(pool.verify(m_hash, u"wrong"_s, [&](bool) {
        ++answers;
        QVERIFY(pool.verify(m_hash, u"secret"_s, [&](bool matches) { answers += matches ? 1 : 100; }));
    }));
    QTRY_COMPARE_WITH_TIMEOUT(answers, 2, 30'000);
}

void TestAuthPool::destruction_dropsWhatIsUnanswered()
{
    const auto answers = std::make_shared<int>(0);
    {
        AuthPool pool(2, 20);
        for (int i = 0; i < 20; ++i) {
            QVERIFY(pool.verify(m_hash, u"secret"_s, [answers](bool) { ++*answers; }));
        }
    }
    QCoreApplication::processEvents();
    QCOMPARE(*answers, 0);
    QCOMPARE(answers.use_count(), 1); // Nobody keeps what was to be called.
}

QTEST_GUILESS_MAIN(TestAuthPool)
#include "test_auth_pool.moc"
