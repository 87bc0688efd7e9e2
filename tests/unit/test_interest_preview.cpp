// SPDX-License-Identifier: MIT
#include "support/foreign_program.h"
#include "support/store_fixture.h"

#include <QTest>

using namespace jarchi;
using namespace jarchi::test;
using protocol::NotificationId;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class TestInterestPreview : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void interest_eachKind_bringsWhatItMatches_data();
    void interest_eachKind_bringsWhatItMatches();
    void interest_stored_isMatchedAlike_data() { interest_eachKind_bringsWhatItMatches_data(); }
    void interest_stored_isMatchedAlike();
    void interests_several_countEachOnceAndNameTheFirst();
    void interests_none_bringNothing();
    void interest_unknownCategory_isNotFound();
    void announcement_toTheCategory_counts_toEveryoneDoesNot();
    void days_limitWhatIsLookedAt();
    void days_madeOutOfOrder_areSortedById();
    void limit_cutsTheItemsAndNotTheTotal();
    void accountsState_makesNoDifference();
    void expired_counts();
    void notAdmittedAndSetAside_doNotCount();
    void time_isOver_looksBackLess();
    void time_isOverInTheFirstDay_looksAtTheNewest();
    void asking_writesNothing();
    void changedRule_isFollowed();
    void missingRule_saysSo();

private:
    [[nodiscard]] protocol::Preview ask(const QList<people::Interest> &interests, int days = 30, int limit = 20) const
    {
        return must((*m_store)->interestPreview().of(interests, days, limit));
    }
    static QList<NotificationId> idsOf(const protocol::Preview &preview)
    {
        QList<NotificationId> ids;
        for (const auto &item : preview.items) {
            ids.append(item.id);
        }
        return ids;
    }

    std::unique_ptr<StoreFixture> m_store;
};

namespace {

const people::Interest Phones{0, u"Phones"_s, {}, {}};

/// Every look at it costs most of what a preview may.
class HurriedClock final : public Clock
{
public:
    [[nodiscard]] QDateTime now() const override { return ManualClock().now(); }
    [[nodiscard]] std::chrono::milliseconds monotonic() const override
    {
        m_passed += store::InterestPreview::MostTime * 2 / 5;
        return m_passed;
    }

private:
    mutable std::chrono::milliseconds m_passed{0};
};

} // namespace

/// 1 to 6: five phones, and a book.
void TestInterestPreview::init()
{
    m_store = std::make_unique<StoreFixture>();
    StoreFixture &store = *m_store;
    for (const QString &category : {u"Phones"_s, u"Books"_s, u"Garden"_s}) {
        must(store->categories().ensure(category));
    }
    store.product(u"Fairphone 6"_s, u"Phones"_s, Money{59900, u"EUR"_s});
    store.product(u"گوشي هوشمند"_s, u"Phones"_s, Money{70000, u"EUR"_s});
    store.product(u"Old phone"_s, u"Phones"_s, Money{100, u"USD"_s});
    store.product(u"A gift"_s, u"Phones"_s, {}, u"not a fair one"_s);
    store.product(u"Gold phone"_s, u"Phones"_s, Money{70001, u"EUR"_s});
    store.product(u"Fair trade"_s, u"Books"_s, Money{1000, u"EUR"_s});
}

void TestInterestPreview::interest_eachKind_bringsWhatItMatches_data()
{
    QTest::addColumn<QString>("category");
    QTest::addColumn<QString>("keyword");
    QTest::addColumn<qint64>("minor");
    QTest::addColumn<QString>("currency");
    QTest::addColumn<QList<NotificationId>>("ids");
    using Ids = QList<NotificationId>;
    QTest::newRow("category") << u"Phones"_s << QString() << -1LL << QString() << Ids{5, 4, 3, 2, 1};
    QTest::newRow("category in other letters") << u"BOOKS"_s << QString() << -1LL << QString() << Ids{6};
    QTest::newRow("keyword in title or text") << u"Phones"_s << u"FAIR"_s << -1LL << QString() << Ids{4, 1};
    QTest::newRow("keyword in other letters") << u"Phones"_s << u"گوشی"_s << -1LL << QString() << Ids{2};
    QTest::newRow("keyword with quotes") << u"Phones"_s << u"\"'\\"_s << -1LL << QString() << Ids{};
    QTest::newRow("price limit") << u"Phones"_s << QString() << 70000LL << u"EUR"_s << Ids{2, 1};
    QTest::newRow("price limit in another currency") << u"Phones"_s << QString() << 70000LL << u"USD"_s << Ids{3};
    QTest::newRow("price limit of nothing") << u"Phones"_s << QString() << 0LL << u"EUR"_s << Ids{};
    QTest::newRow("keyword and limit") << u"Phones"_s << u"fair"_s << 70000LL << u"EUR"_s << Ids{1};
    QTest::newRow("category of nothing") << u"Garden"_s << QString() << -1LL << QString() << Ids{};
}

void TestInterestPreview::interest_eachKind_bringsWhatItMatches()
{
    QFETCH(QString, category);
    QFETCH(QString, keyword);
    QFETCH(qint64, minor);
    QFETCH(QString, currency);
    QFETCH(QList<NotificationId>, ids);
    const auto limit = minor < 0 ? std::nullopt : std::optional(Money{minor, currency});
    const auto preview = ask({{0, category, keyword, limit}});
    QCOMPARE(idsOf(preview), ids);
    QCOMPARE(preview.total, ids.size());
    QCOMPARE(preview.since, m_store->clock().now().addDays(-30));
    for (const auto &item : preview.items) {
        QVERIFY(item.interest);
        QCOMPARE(item.interest->category, item.category); // In the stored letters.
        QCOMPARE(item.interest->keyword, keyword);
        QCOMPARE(item.interest->currency, currency);
        QVERIFY(!item.visitedAt.isValid());
    }
}

/// What somebody has who had this interest all along.
void TestInterestPreview::interest_stored_isMatchedAlike()
{
    QFETCH(QString, category);
    QFETCH(QString, keyword);
    QFETCH(qint64, minor);
    QFETCH(QString, currency);
    QFETCH(QList<NotificationId>, ids);
    const auto sara = m_store->account(u"sara"_s);
    m_store->interest(sara, category, keyword, minor < 0 ? std::nullopt : std::optional(Money{minor, currency}));
    ForeignProgram program(m_store->path());
    program.execute(u"UPDATE interest SET since = 0"_s);
    program.execute(u"UPDATE account SET floor = 0"_s);
    std::vector<NotificationId> lacking = m_store->lacking(sara);
    QCOMPARE(QList<NotificationId>(lacking.rbegin(), lacking.rend()), ids);
}

void TestInterestPreview::interests_several_countEachOnceAndNameTheFirst()
{
    const auto preview = ask({{0, u"Phones"_s, u"gift"_s, {}}, {0, u"books"_s, {}, {}}, Phones, Phones});
    QCOMPARE(preview.total, 6);
    QCOMPARE(idsOf(preview), (QList<NotificationId>{6, 5, 4, 3, 2, 1}));
    QCOMPARE(preview.items.at(0).interest, (protocol::Interest{u"Books"_s, {}, {}, {}}));
    QCOMPARE(preview.items.at(1).interest, (protocol::Interest{u"Phones"_s, {}, {}, {}}));
    QCOMPARE(preview.items.at(2).interest, (protocol::Interest{u"Phones"_s, u"gift"_s, {}, {}}));
}

void TestInterestPreview::interests_none_bringNothing()
{
    QCOMPARE(ask({}), (protocol::Preview{0, m_store->clock().now().addDays(-30), {}}));
}

void TestInterestPreview::interest_unknownCategory_isNotFound()
{
    const auto preview = (*m_store)->interestPreview().of({Phones, {0, u"Cars"_s, {}, {}}}, 30, 20);
    QVERIFY(!preview);
    QCOMPARE(preview.error().kind, Error::Kind::NotFound);
}

void TestInterestPreview::announcement_toTheCategory_counts_toEveryoneDoesNot()
{
    m_store->announcement(u"To all"_s);
    const auto sale = m_store->announcement(u"Sale"_s, u"Phones"_s);
    const auto preview = ask({{0, u"Phones"_s, u"fairphone"_s, Money{1, u"EUR"_s}}});
    QCOMPARE(idsOf(preview), (QList<NotificationId>{sale}));
    QCOMPARE(preview.total, 1);
}

void TestInterestPreview::days_limitWhatIsLookedAt()
{
    StoreFixture &store = *m_store;
    store.clock().advance(24h);
    const auto second = store.product(u"Second"_s, u"Phones"_s);
    store.clock().advance(24h - 1s);
    const auto third = store.product(u"Third"_s, u"Phones"_s);
    QCOMPARE(idsOf(ask({Phones}, 1)), (QList<NotificationId>{third, second}));
    store.clock().advance(1s); // What was made a day ago to the second is within it.
    QCOMPARE(idsOf(ask({Phones}, 1)), (QList<NotificationId>{third, second}));
    store.clock().advance(1s);
    QCOMPARE(idsOf(ask({Phones}, 1)), (QList<NotificationId>{third}));
    QCOMPARE(ask({Phones}, 1).since, store.clock().now().addDays(-1));
    QCOMPARE(ask({Phones}, 3).total, 7);
    store.clock().advance(89 * 24h);
    QCOMPARE(ask({Phones}, 89).total, 0);
    QCOMPARE(ask({Phones}, 90).total, 1);
    QCOMPARE(ask({Phones}, 91).total, 2);
}

void TestInterestPreview::days_madeOutOfOrder_areSortedById()
{
    // An import brings what is older under new ids; a clock that went wrong dates things into the future.
    ForeignProgram program(m_store->path());
    program.execute(u"UPDATE notification SET created_at = '2026-11-20T09:00:00Z' WHERE id = 5"_s);
    program.execute(u"UPDATE notification SET created_at = '2027-01-01T00:00:00Z' WHERE id = 2"_s);
    program.execute(u"UPDATE notification SET created_at = '2026-01-01T00:00:00Z' WHERE id = 4"_s);
    const auto preview = ask({Phones}, 30, 3);
    QCOMPARE(idsOf(preview), (QList<NotificationId>{5, 3, 2}));
    QCOMPARE(preview.total, 4);
}

void TestInterestPreview::limit_cutsTheItemsAndNotTheTotal()
{
    for (const int limit : {1, 2, 5, 50}) {
        const auto preview = ask({Phones}, 30, limit);
        QCOMPARE(preview.total, 5);
        QCOMPARE(idsOf(preview), (QList<NotificationId>{5, 4, 3, 2, 1}).first(std::min(limit, 5)));
    }
}

void TestInterestPreview::accountsState_makesNoDifference()
{
    StoreFixture &store = *m_store;
    const auto sara = store.account(u"sara"_s);
    store.interest(sara, u"Phones"_s, u"gold"_s);
    const auto sixth = store.product(u"Gold again"_s, u"Phones"_s);
    must(store->write([&] { return store->visited().record(sara, {sixth, 1}); }));
    const auto preview = ask({Phones});
    QCOMPARE(preview.total, 6);
    QCOMPARE(idsOf(preview).first(), sixth);
}

void TestInterestPreview::expired_counts()
{
    ForeignProgram program(m_store->path());
    program.execute(u"UPDATE notification SET expires_at = '2026-11-22T09:00:00Z' WHERE id = 1"_s);
    const auto preview = ask({{0, u"Phones"_s, u"fairphone"_s, {}}});
    QCOMPARE(preview.total, 1);
    QCOMPARE(preview.items.first().expiresAt, m_store->clock().now());
}

void TestInterestPreview::notAdmittedAndSetAside_doNotCount()
{
    ForeignProgram program(m_store->path());
    program.execute(u"UPDATE notification SET search_text = NULL WHERE id = 1"_s);
    program.execute(u"UPDATE notification SET set_aside = 'The title is empty.' WHERE id = 2"_s);
    QCOMPARE(idsOf(ask({Phones})), (QList<NotificationId>{5, 4, 3}));
}

void TestInterestPreview::time_isOver_looksBackLess()
{
    // By the connection that a server asks.
    const HurriedClock clock;
    const auto reader = must(store::Store::open({m_store->path(), false, false, true}, clock));
    ForeignProgram program(m_store->path());
    program.execute(u"UPDATE notification SET created_at = strftime('%Y-%m-%dT%H:%M:%SZ', '2026-11-22 08:59:59', "
                    "'-' || (id - 1) || ' days')"_s);
    const auto preview = must(reader->interestPreview().of({Phones}, 30, 20));
    QCOMPARE(idsOf(preview), (QList<NotificationId>{3, 2, 1}));
    QCOMPARE(preview.total, 3);
    QCOMPARE(preview.since, clock.now().addDays(-3));
}

/// Two hundred interests, so a hundred notifications are asked for between two looks at the clock.
void TestInterestPreview::time_isOverInTheFirstDay_looksAtTheNewest()
{
    const HurriedClock clock;
    const auto reader = must(store::Store::open({m_store->path(), false, false, true}, clock));
    ForeignProgram program(m_store->path());
    program.execute(
        u"INSERT INTO notification (product_id, title, category_id, search_text, created_at) WITH RECURSIVE "
        "number (n) AS (SELECT 0 UNION ALL SELECT n + 1 FROM number WHERE n < 999) "
        "SELECT n + 7, 'N', category_id, 'No. ' || n || ' of all', strftime('%Y-%m-%dT%H:%M:%SZ', "
        "'2026-11-22 08:59:59', '-' || n || ' seconds') "
        "FROM number, (SELECT category_id FROM notification WHERE id = 1)"_s);
    program.execute(u"DELETE FROM notification WHERE id <= 6"_s);
    QList<people::Interest> interests(200, {0, u"Phones"_s, u"nothing like it"_s, {}});
    const auto none = must(reader->interestPreview().of(interests, 30, 20));
    QCOMPARE(none.total, 0);
    QCOMPARE(none.since, clock.now().addSecs(-300)); // Where the third hundred ends.
    interests.last().keyword = u"of all"_s;
    const auto preview = must(reader->interestPreview().of(interests, 30, 20));
    QCOMPARE(preview.total, 300);
    QCOMPARE(preview.items.size(), 20);
    QCOMPARE(preview.since, clock.now().addSecs(-300));
}

void TestInterestPreview::asking_writesNothing()
{
    StoreFixture &store = *m_store;
    ForeignProgram program(store.path());
    program.execute(u"BEGIN IMMEDIATE"_s); // It would keep a write waiting, and then refuse it.
    QCOMPARE(ask({Phones}).total, 5);
    program.execute(u"COMMIT"_s);
    QCOMPARE(program.value(u"SELECT COUNT(*) FROM interest"_s).toInt(), 0);
}

void TestInterestPreview::changedRule_isFollowed()
{
    ForeignProgram program(m_store->path());
    QString rule = program.value(u"SELECT sql FROM sqlite_master WHERE name = 'wanted'"_s).toString();
    program.execute(u"DROP VIEW wanted"_s);
    program.execute(
        rule.replace(u"WHERE notification.set_aside"_s, u"WHERE notification.id <> 5 AND notification.set_aside"_s));
    QCOMPARE(idsOf(ask({Phones})), (QList<NotificationId>{4, 3, 2, 1}));
}

void TestInterestPreview::missingRule_saysSo()
{
    ForeignProgram(m_store->path()).execute(u"DROP VIEW wanted"_s);
    const auto preview = (*m_store)->interestPreview().of({Phones}, 30, 20);
    QVERIFY(!preview);
    QCOMPARE(preview.error().kind, Error::Kind::Broken);
}

QTEST_GUILESS_MAIN(TestInterestPreview)
#include "test_interest_preview.moc"
