// SPDX-License-Identifier: MIT
#include "inbox/inbox_questions.h"
#include "support/inbox_fixture.h"

#include <cstdlib>
#include <ctime>

using namespace jarchi;
using namespace jarchi::inbox;
using namespace Qt::StringLiterals;
using test::InboxFixture;

using Ids = QList<protocol::NotificationId>;

/// Which entries a list has, in which order, and what else it says.
class TestInboxSearch : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void list_everything_isNewestFirst();
    void list_sameSecond_higherIdFirst();
    void list_days_areLocal();
    void list_filters_holdTogether();
    void list_categoriesAndUnread_areOfTheWholeInbox();
    void list_removed_isNowhere();
    void search_word_isFoundInAnyForm_data();
    void search_word_isFoundInAnyForm();
    void search_patternCharacters_meanThemselves_data();
    void search_patternCharacters_meanThemselves();
    void search_severalWords_allHaveToOccur();
    void search_wordsAndFilters_holdTogether();
    void search_veryLong_findsNothingAndDoesNotFail();
    void search_longBody_isFoundAtItsEnd();
    void entries_areInTheOrderAskedFor();

private:
    static EntryList listed(const InboxFixture &inbox, const EntryQuery &query);
    /// The notifications' ids.
    static Ids found(InboxFixture &inbox, const EntryQuery &query);
    static Ids found(InboxFixture &inbox, const QString &words) { return found(inbox, {.words = words}); }
};

void TestInboxSearch::initTestCase()
{
    qputenv("TZ", "Asia/Tehran"); // 3:30 h before UTC.
    ::tzset();
}

EntryList TestInboxSearch::listed(const InboxFixture &inbox, const EntryQuery &query)
{
    const auto questions = InboxQuestions::open(inbox.path());
    auto list =
        questions.and_then([&query](const std::unique_ptr<InboxQuestions> &asked) { return asked->list(query); });
    if (!list)
        qFatal("%ls", qUtf16Printable(list.error().message));
    return *std::move(list);
}

Ids TestInboxSearch::found(InboxFixture &inbox, const EntryQuery &query)
{
    Ids ids;
    for (const EntryLine &line : listed(inbox, query).lines)
        ids.append(inbox->find(line.id).value()->notification.id);
    return ids;
}

void TestInboxSearch::list_everything_isNewestFirst()
{
    InboxFixture inbox;
    QCOMPARE(found(inbox, EntryQuery()), Ids{});
    for (const protocol::NotificationId id : {2, 5, 1, 4, 3})
        inbox.store(id);
    QCOMPARE(found(inbox, EntryQuery()), (Ids{5, 4, 3, 2, 1}));
}

void TestInboxSearch::list_sameSecond_higherIdFirst()
{
    InboxFixture inbox;
    for (const protocol::NotificationId id : {3, 1, 2}) {
        protocol::Notification made = InboxFixture::notification(1);
        made.id = id;
        inbox.store(made);
    }
    QCOMPARE(found(inbox, EntryQuery()), (Ids{3, 2, 1}));
}

void TestInboxSearch::list_days_areLocal()
{
    InboxFixture inbox;
    const auto storeAt = [&inbox](protocol::NotificationId id, const QTime &time) {
        protocol::Notification made = InboxFixture::notification(id);
        made.createdAt = QDateTime(QDate(2026, 11, 22), time, Qt::UTC);
        inbox.store(made);
    };
    storeAt(1, QTime(0, 0));
    storeAt(2, QTime(20, 29, 59));
    storeAt(3, QTime(20, 30));
    QList<QDate> days;
    for (const EntryLine &line : listed(inbox, {}).lines)
        days.append(line.day);
    QCOMPARE(days, (QList<QDate>{QDate(2026, 11, 23), QDate(2026, 11, 22), QDate(2026, 11, 22)}));
}

void TestInboxSearch::list_filters_holdTogether()
{
    InboxFixture inbox;
    inbox.storeText(1, u"a"_s, {}, u"Phones"_s);
    inbox.storeText(2, u"b"_s, {}, u"Books"_s);
    inbox.storeText(3, u"c"_s, {}, u"Phones"_s);
    inbox.storeText(4, u"d"_s);
    QVERIFY(inbox->setRead({inbox.entry(1)}, true));
    QVERIFY(inbox->setKept({inbox.entry(1), inbox.entry(2)}, true));
    QCOMPARE(found(inbox, {.categories = {u"Phones"_s}}), (Ids{3, 1}));
    QCOMPARE(found(inbox, {.categories = {u"Books"_s, u"Phones"_s}}), (Ids{3, 2, 1}));
    QCOMPARE(found(inbox, {.categories = {u""_s}}), (Ids{4}));
    QCOMPARE(found(inbox, {.categories = {u""_s, u"Books"_s}}), (Ids{4, 2}));
    QCOMPARE(found(inbox, {.categories = {u"Nothing"_s, u"Books"_s}}), (Ids{2}));
    QCOMPARE(found(inbox, {.categories = {u"Books"_s, u"Phones"_s}, .onlyUnread = true}), (Ids{3, 2}));
    QCOMPARE(found(inbox, {.categories = {u"phones\" OR 1"_s}}), Ids{});
    QCOMPARE(found(inbox, {.onlyUnread = true}), (Ids{4, 3, 2}));
    QCOMPARE(found(inbox, {.onlyKept = true}), (Ids{2, 1}));
    QCOMPARE(found(inbox, {.categories = {u"Phones"_s}, .onlyUnread = true, .onlyKept = true}), Ids{});
}

void TestInboxSearch::list_categoriesAndUnread_areOfTheWholeInbox()
{
    InboxFixture inbox;
    inbox.storeText(1, u"a"_s, {}, u"Phones"_s);
    inbox.storeText(2, u"b"_s, {}, u"کتاب"_s);
    inbox.storeText(3, u"c"_s, {}, u"Phones"_s);
    inbox.storeText(4, u"everyone's"_s);
    const EntryList list = listed(inbox, {.words = u"nowhere"_s, .onlyKept = true});
    QVERIFY(list.lines.isEmpty());
    QCOMPARE(list.categories, (QStringList{u""_s, u"Phones"_s, u"کتاب"_s})); // The empty one is everyone's.
    QCOMPARE(list.unread, 4);
}

void TestInboxSearch::list_removed_isNowhere()
{
    InboxFixture inbox;
    QVERIFY(inbox->remove({inbox.storeText(1, u"gone"_s, {}, u"Phones"_s)}));
    const EntryList list = listed(inbox, {.words = u"gone"_s});
    QVERIFY(list.lines.isEmpty() && list.categories.isEmpty());
    QCOMPARE(list.unread, 0);
}

void TestInboxSearch::search_word_isFoundInAnyForm_data()
{
    QTest::addColumn<QString>("title");
    QTest::addColumn<QString>("words");
    QTest::newRow("other case") << u"Fairphone SIX"_s << u"FAIRPHONE six"_s;
    QTest::newRow("inside a word") << u"Fairphone"_s << u"phone"_s;
    QTest::newRow("composed and decomposed") << u"Café"_s << u"cafe\u0301"_s;
    QTest::newRow("without accents") << u"Café"_s << u"cafe"_s;
    QTest::newRow("sharp s") << u"Straße"_s << u"STRASSE"_s;
    QTest::newRow("arabic yeh for a persian one") << u"گوشی"_s << u"گوش\u064a"_s;
    QTest::newRow("persian yeh for an arabic one") << u"گوش\u064a"_s << u"گوش\u06cc"_s;
    QTest::newRow("arabic kaf for a persian one") << u"\u06a9تاب"_s << u"\u0643تاب"_s;
    QTest::newRow("half-space") << u"گوشی\u200cها"_s << u"گوشیها"_s;
    QTest::newRow("persian digits") << u"مدل ۱۲"_s << u"12"_s;
    QTest::newRow("full width") << u"Ｐｈｏｎｅ"_s << u"phone"_s;
    QTest::newRow("emoji") << u"Sale 😀🎉"_s << u"🎉"_s;
    QTest::newRow("white space around it") << u"Sale"_s << u" \t\n sale\u00a0"_s;
}

void TestInboxSearch::search_word_isFoundInAnyForm()
{
    QFETCH(const QString, title);
    QFETCH(const QString, words);
    InboxFixture inbox;
    inbox.storeText(1, title);
    inbox.storeText(2, u"other"_s, title);
    inbox.storeText(3, u"other"_s, u"other"_s, title);
    inbox.storeText(4, u"other"_s, u"other"_s, u"other"_s);
    QCOMPARE(found(inbox, words), (Ids{3, 2, 1}));
}

void TestInboxSearch::search_patternCharacters_meanThemselves_data()
{
    QTest::addColumn<QString>("words");
    for (const char *word : {"%", "_", "*", "?", "'", "\"", "\\", "[", "]", "{", "--", ";", "');", "\"]"})
        QTest::newRow(word) << QString::fromLatin1(word);
}

void TestInboxSearch::search_patternCharacters_meanThemselves()
{
    QFETCH(const QString, words);
    InboxFixture inbox;
    inbox.storeText(1, u"plain"_s);
    inbox.storeText(2, u"a"_s + words + u"b"_s);
    QCOMPARE(found(inbox, words), (Ids{2}));
}

void TestInboxSearch::search_severalWords_allHaveToOccur()
{
    InboxFixture inbox;
    inbox.storeText(1, u"red phone"_s);
    inbox.storeText(2, u"phone"_s, u"it is red"_s);
    inbox.storeText(3, u"red book"_s);
    QCOMPARE(found(inbox, u"phone red"_s), (Ids{2, 1}));
    QCOMPARE(found(inbox, u"phone phone"_s), (Ids{2, 1}));
    QCOMPARE(found(inbox, u"phone green"_s), Ids{});
}

void TestInboxSearch::search_wordsAndFilters_holdTogether()
{
    InboxFixture inbox;
    inbox.storeText(1, u"red"_s, {}, u"Phones"_s);
    inbox.storeText(2, u"red"_s, {}, u"Books"_s);
    inbox.storeText(3, u"blue"_s, {}, u"Phones"_s);
    QVERIFY(inbox->setKept({inbox.entry(1)}, true));
    QVERIFY(inbox->setRead({inbox.entry(2)}, true));
    QCOMPARE(found(inbox, {.words = u"red"_s, .categories = {u"Phones"_s}}), (Ids{1}));
    QCOMPARE(found(inbox, {.words = u"red"_s, .categories = {u"Phones"_s, u"Books"_s}}), (Ids{2, 1}));
    QCOMPARE(found(inbox, {.words = u"red"_s, .categories = {u"Phones"_s, u"Books"_s}, .onlyUnread = true}), (Ids{1}));
    QCOMPARE(found(inbox, {.words = u"red"_s, .onlyUnread = true}), (Ids{1}));
    QCOMPARE(found(inbox, {.words = u"e"_s, .onlyKept = true}), (Ids{1}));
}

void TestInboxSearch::search_veryLong_findsNothingAndDoesNotFail()
{
    InboxFixture inbox;
    inbox.store(1);
    QCOMPARE(found(inbox, QString(1'000'000, u'x')), Ids{});
    QCOMPARE(found(inbox, u"product "_s.repeated(50'000)), (Ids{1}));
    QCOMPARE(found(inbox, u"   "_s.repeated(10'000)), (Ids{1}));
}

void TestInboxSearch::search_longBody_isFoundAtItsEnd()
{
    InboxFixture inbox;
    inbox.storeText(1, u"a"_s, u"lorem ipsum "_s.repeated(300) + u"پایان"_s);
    QCOMPARE(found(inbox, u"پايان"_s), (Ids{1}));
}

void TestInboxSearch::entries_areInTheOrderAskedFor()
{
    InboxFixture inbox;
    QList<EntryId> ids;
    for (protocol::NotificationId id = 1; id <= 4; ++id)
        ids.append(inbox.store(id));
    QVERIFY(inbox->remove({ids[1]}));
    const auto questions = InboxQuestions::open(inbox.path());
    QVERIFY(questions);
    const auto entries = (*questions)->entries({ids[3], ids[0], 4711, ids[1], ids[2]});
    QVERIFY(entries);
    QCOMPARE(*entries,
             (QList<Entry>{*inbox->find(ids[3]).value(), *inbox->find(ids[0]).value(), *inbox->find(ids[2]).value()}));
    QVERIFY((*questions)->entries({}).value().isEmpty());
}

QTEST_GUILESS_MAIN(TestInboxSearch)
#include "test_inbox_search.moc"
