// SPDX-License-Identifier: MIT
#include "support/inbox_file_fixture.h"

using namespace jarchi;
using namespace jarchi::inbox;
using namespace jarchi::test;
using namespace Qt::StringLiterals;
using protocol::Notification;

/// What is stored, and told to be new, once.
class TestInbox : public QObject, private InboxFileFixture
{
    Q_OBJECT

private Q_SLOTS:
    void init() { setUp(); }

    void store_new_returnsThemInOrder();
    void store_known_returnsNothing();
    void store_twiceInOneBatch_returnsItOnce();
    void store_afterReopening_stillKnows();
    void store_changedEpoch_hidesNothingAndForgetsNothing();
    void store_everyField_isKept();
    void store_announcement_hasNoInterest();
    void twoConnections_sameNotification_onlyOneShowsIt();
    void store_failing_keepsNothingOfTheBatch();
    void store_whileLocked_isUnavailable();
};

void TestInbox::store_new_returnsThemInOrder()
{
    const auto inbox = opened();
    QVERIFY(inbox);
    QVERIFY(inbox->notice().isEmpty());
    QCOMPARE(storedNew(*inbox, {5, 6, 9}), (Ids{5, 6, 9}));
    QCOMPARE(storedNew(*inbox, {}), Ids{});
}

void TestInbox::store_known_returnsNothing()
{
    const auto inbox = opened();
    QVERIFY(inbox);
    QCOMPARE(storedNew(*inbox, {1, 2}), (Ids{1, 2}));
    QCOMPARE(storedNew(*inbox, {1, 2}), Ids{});
    QCOMPARE(storedNew(*inbox, {2, 3}), (Ids{3}));
}

void TestInbox::store_twiceInOneBatch_returnsItOnce()
{
    const auto inbox = opened();
    QVERIFY(inbox);
    QCOMPARE(storedNew(*inbox, {7, 7, 7}), (Ids{7}));
}

void TestInbox::store_afterReopening_stillKnows()
{
    QCOMPARE(storedNew(*opened(), {1, 2}), (Ids{1, 2}));
    QCOMPARE(storedNew(*opened(), {1, 2, 3}), (Ids{3}));
}

void TestInbox::store_changedEpoch_hidesNothingAndForgetsNothing()
{
    const auto inbox = opened();
    QVERIFY(inbox);
    QCOMPARE(storedNew(*inbox, {1, 2}, u"one"_s), (Ids{1, 2}));
    QCOMPARE(storedNew(*inbox, {1, 2}, u"two"_s), (Ids{1, 2}));
    QCOMPARE(storedNew(*inbox, {1, 2}, u"one"_s), Ids{});
    QCOMPARE(value(u"SELECT count(*) FROM notification"_s).toInt(), 4);
}

void TestInbox::store_everyField_isKept()
{
    Notification full = withId(41);
    full.title = u"گوشی تازه 😀"_s;
    full.body = u"two\nlines"_s;
    full.category = u"Phones"_s;
    full.price = u"599.00"_s;
    full.currency = u"EUR"_s;
    full.url = u"https://shop.example/41"_s;
    full.priority = protocol::Priority::High;
    full.expiresAt = QDateTime(QDate(2026, 12, 24), QTime(18, 0), Qt::UTC);
    full.interest = protocol::Interest{
        .category = u"Phones"_s, .keyword = u"fold"_s, .maxPrice = u"700.00"_s, .currency = u"EUR"_s};
    const auto inbox = opened();
    QVERIFY(inbox);
    QVERIFY(inbox->store(u"one"_s, {full}));
    QCOMPARE(value(u"SELECT concat_all FROM (SELECT epoch || '|' || id || '|' || title || '|' || body || '|' "
                   "|| category || '|' || price || '|' || currency || '|' || url || '|' || priority || '|' || "
                   "created_at || '|' || expires_at || '|' || interest_category || '|' || interest_keyword || "
                   "'|' || interest_max_price || '|' || interest_currency || '|' || received_at AS concat_all "
                   "FROM notification)"_s)
                 .toString(),
             u"one|41|گوشی تازه 😀|two\nlines|Phones|599.00|EUR|https://shop.example/41|high|2026-11-22T09:00:00Z|"
             "2026-12-24T18:00:00Z|Phones|fold|700.00|EUR|2026-11-22T09:00:00Z"_s);
}

void TestInbox::store_announcement_hasNoInterest()
{
    const auto inbox = opened();
    QVERIFY(inbox);
    QCOMPARE(storedNew(*inbox, {1}), (Ids{1}));
    QCOMPARE(value(u"SELECT count(*) FROM notification WHERE interest_category IS NULL AND expires_at IS NULL "
                   "AND body = '' AND url = ''"_s)
                 .toInt(),
             1);
}

void TestInbox::twoConnections_sameNotification_onlyOneShowsIt()
{
    const auto first = opened();
    const auto second = opened();
    QVERIFY(first && second);
    QCOMPARE(storedNew(*first, {1, 2}), (Ids{1, 2}));
    QCOMPARE(storedNew(*second, {1, 2, 3}), (Ids{3}));
    QCOMPARE(storedNew(*first, {3, 4}), (Ids{4}));
}

void TestInbox::store_failing_keepsNothingOfTheBatch()
{
    const auto inbox = opened();
    QVERIFY(inbox);
    const auto saboteur = database::Connection::open({.path = path(), .create = false, .checkpoint = false});
    QVERIFY(saboteur);
    QVERIFY(saboteur->execute(u"CREATE TRIGGER full BEFORE INSERT ON notification WHEN NEW.id = 3 "
                              "BEGIN SELECT RAISE(ABORT, 'no room'); END"_s));
    QVERIFY(!inbox->store(u"one"_s, withIds({1, 2, 3})));
    QVERIFY(saboteur->execute(u"DROP TRIGGER full"_s));
    QCOMPARE(storedNew(*inbox, {1, 2, 3}), (Ids{1, 2, 3}));
}

void TestInbox::store_whileLocked_isUnavailable()
{
    const auto inbox = opened();
    QVERIFY(inbox);
    const auto other = database::Connection::open({.path = path(), .create = false, .checkpoint = false});
    QVERIFY(other);
    QVERIFY(other->execute(u"BEGIN IMMEDIATE"_s));
    const auto refused = inbox->store(u"one"_s, withIds({1}));
    QVERIFY(!refused);
    QCOMPARE(refused.error().kind, Error::Kind::Unavailable);
    QVERIFY(other->execute(u"ROLLBACK"_s));
    QCOMPARE(storedNew(*inbox, {1}), (Ids{1}));
}

QTEST_GUILESS_MAIN(TestInbox)
#include "test_inbox.moc"
