// SPDX-License-Identifier: MIT
#include "inbox/inbox_reader.h"
#include "support/inbox_fixture.h"
#include "support/must.h"
#include "support/patience.h"
#include "ui/inbox_model.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace jarchi;
using namespace jarchi::test;
using namespace jarchi::ui;
using namespace Qt::StringLiterals;

namespace {

constexpr auto TimeZone = "TZ";

/// A model on a real inbox's file.
class Place
{
public:
    Place() { model.setToday(QDate(2026, 11, 22)); }

    InboxFixture inbox;
    InboxModel model;

    /// False when no answer comes.
    bool open()
    {
        m_reader = std::make_unique<inbox::InboxReader>(inbox.path());
        model.setReader(m_reader.get());
        return isReady();
    }
    bool look()
    {
        model.refresh();
        return isReady();
    }
    bool ask(const inbox::EntryQuery &query)
    {
        model.ask(query);
        return isReady();
    }
    [[nodiscard]] bool isReady()
    {
        return QTest::qWaitFor([this] { return model.isReady(); }, Patience);
    }
    void closeReader() { m_reader.reset(); }
    /// Headings and titles, once all are read.
    [[nodiscard]] QStringList rows()
    {
        QStringList texts;
        const bool areRead = QTest::qWaitFor(
            [&] {
                texts.clear();
                for (int row = 0; row < model.rowCount(); ++row)
                    texts << model.index(row).data().toString();
                return !texts.contains(u"…"_s);
            },
            Patience);
        return areRead ? texts : QStringList();
    }

private:
    QAbstractItemModelTester m_tester{&model, QAbstractItemModelTester::FailureReportingMode::QtTest};
    std::unique_ptr<inbox::InboxReader> m_reader;
};

protocol::Notification at(protocol::NotificationId id, const QDateTime &time)
{
    protocol::Notification made = InboxFixture::notification(id);
    made.createdAt = time;
    return made;
}

QDateTime utc(int day, int hour)
{
    return {QDate(2026, 11, day), QTime(hour, 0), Qt::UTC};
}

} // namespace

/// The list of what was received: headings of days, filters, and what it reads when.
class TestInboxModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void list_ofSeveralDays_hasAHeadingForEach();
    void headings_afterMidnight_areOthers();
    void headings_inAnotherTimeZone_areOthers();
    void heading_isNeitherSelectableNorAnEntry();
    void search_foldedWords_isFound();
    void filters_together_narrow();
    void answer_toAnOlderQuestion_isDropped();
    void changes_fasterThanAnswers_areShownAllTheSame();
    void entry_thatComes_isInsertedWhereItBelongs();
    void entries_takenOut_goWithTheirHeading();
    void unreadEntry_thatIsRead_staysUntilSomethingElseIsAsked();
    void neighbour_isBelowOrElseAbove();
    void reader_thatGoes_leavesAnEmptyList();
    void file_thatCannotBeRead_isSaid();
    void entries_ofAHundredThousand_areReadWhereOneLooks();

private:
    QByteArray m_zone;
};

void TestInboxModel::init()
{
    m_zone = qgetenv(TimeZone);
    qputenv(TimeZone, "UTC");
}

void TestInboxModel::cleanup()
{
    m_zone.isNull() ? qunsetenv(TimeZone) : qputenv(TimeZone, m_zone);
}

void TestInboxModel::list_ofSeveralDays_hasAHeadingForEach()
{
    Place place;
    place.inbox.store(at(1, utc(20, 9)));
    place.inbox.store(at(2, utc(21, 9)));
    place.inbox.store(at(3, utc(22, 8)));
    place.inbox.store(at(4, utc(22, 9)));
    QVERIFY(place.open());
    QCOMPARE(place.rows(), (QStringList{u"Today"_s, u"Product 4"_s, u"Product 3"_s, u"Yesterday"_s, u"Product 2"_s,
                                        u"20 November 2026"_s, u"Product 1"_s}));
    QCOMPARE(place.model.entryCount(), 4);
}

void TestInboxModel::headings_afterMidnight_areOthers()
{
    Place place;
    place.inbox.store(at(1, utc(22, 23)));
    QVERIFY(place.open());
    QCOMPARE(place.rows().first(), u"Today"_s);
    QSignalSpy repainted(&place.model, &InboxModel::dataChanged);
    place.model.setToday(QDate(2026, 11, 23));
    QCOMPARE(repainted.size(), 1);
    QCOMPARE(place.rows().first(), u"Yesterday"_s);
    place.model.setToday(QDate(2026, 11, 24));
    QCOMPARE(place.rows().first(), u"22 November 2026"_s);
}

void TestInboxModel::headings_inAnotherTimeZone_areOthers()
{
    Place place;
    place.inbox.store(at(1, utc(21, 19)));
    place.inbox.store(at(2, utc(21, 22)));
    QVERIFY(place.open());
    QCOMPARE(place.rows(), (QStringList{u"Yesterday"_s, u"Product 2"_s, u"Product 1"_s}));
    qputenv(TimeZone, "IRST-3:30"); // As POSIX writes what is east of Greenwich.
    QVERIFY(place.look());
    QCOMPARE(place.rows(), (QStringList{u"Today"_s, u"Product 2"_s, u"Yesterday"_s, u"Product 1"_s}));
}

void TestInboxModel::heading_isNeitherSelectableNorAnEntry()
{
    Place place;
    place.inbox.store(1);
    QVERIFY(place.open());
    QVERIFY(place.model.isHeading(0));
    QCOMPARE(place.model.idAt(0), 0);
    QVERIFY(place.model.entry(0) == nullptr);
    QVERIFY(!place.model.index(0).flags().testFlag(Qt::ItemIsSelectable));
    QVERIFY(!place.model.index(0).flags().testFlag(Qt::ItemIsEnabled));
    QVERIFY(place.model.index(1).flags().testFlag(Qt::ItemIsSelectable));
    QCOMPARE(place.model.rowOf(0), -1);
}

void TestInboxModel::search_foldedWords_isFound()
{
    Place place;
    place.inbox.storeText(1, u"Café grinder"_s);
    place.inbox.storeText(2, u"کتاب شعر"_s);
    place.inbox.storeText(3, u"A phone"_s, u"With a great camera"_s);
    QVERIFY(place.open());
    QVERIFY(place.ask({.words = u"GRIND cafe"_s, .categories = {}}));
    QCOMPARE(place.rows().mid(1), QStringList{u"Café grinder"_s});
    QVERIFY(place.model.isFiltered());
    QVERIFY(place.ask({.words = u"كتاب"_s, .categories = {}})); // With the Arabic kaf.
    QCOMPARE(place.rows().mid(1), QStringList{u"کتاب شعر"_s});
    QVERIFY(place.ask({.words = u"camera"_s, .categories = {}}));
    QCOMPARE(place.rows().mid(1), QStringList{u"A phone"_s});
    QVERIFY(place.ask({.words = u"nothing like it"_s, .categories = {}}));
    QCOMPARE(place.rows(), QStringList());
}

void TestInboxModel::filters_together_narrow()
{
    Place place;
    const auto read = place.inbox.storeText(1, u"Read"_s, {}, u"Books"_s);
    place.inbox.storeText(2, u"Unread"_s, {}, u"Books"_s);
    const auto kept = place.inbox.storeText(3, u"Kept"_s, {}, u"Phones"_s);
    must(place.inbox->setRead({read}, true));
    must(place.inbox->setKept({kept}, true));
    QVERIFY(place.open());
    QCOMPARE(place.model.categories(), (QStringList{u"Books"_s, u"Phones"_s}));
    QVERIFY(place.ask({.words = {}, .categories = {u"Books"_s}}));
    QCOMPARE(place.model.entryCount(), 2);
    QCOMPARE(place.model.categories().size(), 2); // Of the whole inbox.
    QVERIFY(place.ask({.words = {}, .categories = {u"Books"_s}, .onlyUnread = true}));
    QCOMPARE(place.rows().mid(1), QStringList{u"Unread"_s});
    QVERIFY(place.ask({.words = {}, .categories = {}, .onlyKept = true}));
    QCOMPARE(place.rows().mid(1), QStringList{u"Kept"_s});
}

void TestInboxModel::answer_toAnOlderQuestion_isDropped()
{
    Place place;
    place.inbox.storeText(1, u"First"_s);
    place.inbox.storeText(2, u"Second"_s);
    QVERIFY(place.open());
    QSignalSpy listed(&place.model, &InboxModel::listed);
    place.model.ask({.words = u"first"_s, .categories = {}});
    QVERIFY(place.ask({.words = u"second"_s, .categories = {}}));
    QCOMPARE(listed.size(), 1);
    QCOMPARE(place.rows().mid(1), QStringList{u"Second"_s});
}

void TestInboxModel::changes_fasterThanAnswers_areShownAllTheSame()
{
    Place place;
    QVERIFY(place.open());
    QSignalSpy listed(&place.model, &InboxModel::listed);
    place.inbox.store(1);
    place.model.refresh();
    place.inbox.store(2);
    place.model.refresh();
    place.model.refresh();
    QVERIFY(!place.model.isReady());
    QVERIFY(place.isReady());
    QCOMPARE(listed.size(), 2); // One answer, and one more for all that changed meanwhile.
    QCOMPARE(place.model.entryCount(), 2);
}

void TestInboxModel::entry_thatComes_isInsertedWhereItBelongs()
{
    Place place;
    place.inbox.store(at(1, utc(21, 9)));
    QVERIFY(place.open());
    QSignalSpy reset(&place.model, &InboxModel::modelReset);
    QSignalSpy inserted(&place.model, &InboxModel::rowsInserted);
    place.inbox.store(at(2, utc(22, 9)));
    QVERIFY(place.look());
    QCOMPARE(place.rows(), (QStringList{u"Today"_s, u"Product 2"_s, u"Yesterday"_s, u"Product 1"_s}));
    QCOMPARE(inserted.size(), 1);
    place.inbox.store(at(3, utc(22, 10)));
    QVERIFY(place.look());
    QCOMPARE(place.rows().mid(0, 3), (QStringList{u"Today"_s, u"Product 3"_s, u"Product 2"_s}));
    QCOMPARE(inserted.size(), 2);
    QCOMPARE(reset.size(), 0);
}

void TestInboxModel::entries_takenOut_goWithTheirHeading()
{
    Place place;
    const auto alone = place.inbox.store(at(1, utc(20, 9)));
    place.inbox.store(at(2, utc(22, 8)));
    const auto upper = place.inbox.store(at(3, utc(22, 9)));
    QVERIFY(place.open());
    place.model.takeOut({alone});
    QCOMPARE(place.rows(), (QStringList{u"Today"_s, u"Product 3"_s, u"Product 2"_s}));
    place.model.takeOut({upper});
    QCOMPARE(place.rows(), (QStringList{u"Today"_s, u"Product 2"_s}));
    QVERIFY(place.look()); // Nobody has removed them from the inbox.
    QCOMPARE(place.model.entryCount(), 3);
}

void TestInboxModel::unreadEntry_thatIsRead_staysUntilSomethingElseIsAsked()
{
    Place place;
    place.inbox.store(1);
    const auto looked = place.inbox.store(2);
    place.inbox.store(3);
    QVERIFY(place.open());
    QVERIFY(place.ask({.words = {}, .categories = {}, .onlyUnread = true}));
    place.model.hold({looked});
    must(place.inbox->setRead({looked}, true));
    QVERIFY(place.look());
    QCOMPARE(place.rows(), (QStringList{u"Today"_s, u"Product 3"_s, u"Product 2"_s, u"Product 1"_s}));
    QVERIFY(place.model.entry(place.model.rowOf(looked))->isRead);
    place.inbox.store(4);
    QVERIFY(place.look());
    QCOMPARE(place.rows().mid(1, 3), (QStringList{u"Product 4"_s, u"Product 3"_s, u"Product 2"_s}));
    QVERIFY(place.ask(place.model.query()));
    QCOMPARE(place.rows(), (QStringList{u"Today"_s, u"Product 4"_s, u"Product 3"_s, u"Product 1"_s}));
}

void TestInboxModel::neighbour_isBelowOrElseAbove()
{
    Place place;
    const auto oldest = place.inbox.store(at(1, utc(20, 9)));
    const auto middle = place.inbox.store(at(2, utc(21, 9)));
    const auto newest = place.inbox.store(at(3, utc(22, 9)));
    QVERIFY(place.open());
    QCOMPARE(place.model.neighbour({newest}), middle);
    QCOMPARE(place.model.neighbour({newest, middle}), oldest);
    QCOMPARE(place.model.neighbour({oldest}), middle);
    QCOMPARE(place.model.neighbour({oldest, middle, newest}), 0);
}

void TestInboxModel::reader_thatGoes_leavesAnEmptyList()
{
    Place place;
    place.inbox.store(1);
    QVERIFY(place.open());
    place.closeReader(); // As a client does before it says that there is another inbox.
    QVERIFY(!place.model.hasReader());
    place.model.refresh();
    place.model.setReader(nullptr);
    QCOMPARE(place.model.rowCount(), 0);
    QVERIFY(!place.model.isListed());
}

void TestInboxModel::file_thatCannotBeRead_isSaid()
{
    Place place;
    inbox::InboxReader reader(place.inbox.file(u"not-there.sqlite"_s));
    QSignalSpy failed(&place.model, &InboxModel::failed);
    place.model.setReader(&reader);
    QTRY_COMPARE_WITH_TIMEOUT(failed.size(), 1, Patience);
    QVERIFY(!failed.first().first().toString().isEmpty());
}

void TestInboxModel::entries_ofAHundredThousand_areReadWhereOneLooks()
{
    constexpr int count = 100'000;
    Place place;
    QList<protocol::Notification> many;
    for (int id = 1; id <= count; ++id)
        many.append(at(id, utc(1, 0).addSecs(60LL * id)));
    must(place.inbox->store(InboxFixture::Epoch, many));
    InboxModel model; // Without a tester, which looks everywhere.
    inbox::InboxReader reader(place.inbox.path());
    model.setReader(&reader);
    QTRY_VERIFY_WITH_TIMEOUT(model.isReady(), Patience);
    QCOMPARE(model.entryCount(), count);
    QCOMPARE(model.keptCount(), 0); // Nobody has looked yet.
    const int middle = model.rowCount() / 2;
    for (int row = middle; row < middle + 20; ++row)
        (void)model.index(row).data();
    QTRY_VERIFY_WITH_TIMEOUT(model.keptCount() > 0, Patience);
    QVERIFY2(model.keptCount() <= 20, qPrintable(QString::number(model.keptCount())));
    for (int row = 0; row < model.rowCount(); ++row)
        (void)model.index(row).data(); // As when somebody drags the scroll bar from end to end.
    const int last = model.rowCount() - 1;
    QTRY_COMPARE_WITH_TIMEOUT(model.index(last).data().toString(), u"Product 1"_s, Patience);
    QVERIFY2(model.keptCount() <= 20 + 2 * InboxModel::EntriesTogether, qPrintable(QString::number(model.keptCount())));
}

QTEST_MAIN(TestInboxModel)
#include "test_inbox_model.moc"
