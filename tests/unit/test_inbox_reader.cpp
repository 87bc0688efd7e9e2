// SPDX-License-Identifier: MIT
#include "inbox/inbox_reader.h"
#include "support/inbox_fixture.h"
#include "support/patience.h"

#include <QThread>

#include <algorithm>

using namespace jarchi;
using namespace jarchi::inbox;
using namespace Qt::StringLiterals;
using jarchi::test::Patience;
using test::InboxFixture;

/// Answers from the other thread: where they come, when they do not, and that they are not old.
class TestInboxReader : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void list_seesWhatWasCommittedJustBefore();
    void entries_comeInTheAskingThread();
    void list_contextGone_isNotAnswered();
    void list_manyFromOneContext_onlyTheNewestCount();
    void list_twoContexts_bothAreAnswered();
    void entries_many_areAllAnswered();
    void missingFile_isAnErrorUntilItIsThere();
    void destroyed_leavesNothingBehind();

private:
    static void fill(InboxFixture &inbox, int count);
};

void TestInboxReader::fill(InboxFixture &inbox, int count)
{
    QList<protocol::Notification> many;
    for (int id = 1; id <= count; ++id)
        many.append(InboxFixture::notification(id));
    QVERIFY(inbox->store(InboxFixture::Epoch, many));
}

void TestInboxReader::list_seesWhatWasCommittedJustBefore()
{
    InboxFixture inbox;
    InboxReader reader(inbox.path());
    for (protocol::NotificationId id = 1; id <= 20; ++id) {
        inbox.store(id);
        qsizetype lines = 0;
        qint64 unread = 0;
        reader.list({}, this, [&](const Result<EntryList> &list) {
            lines = list ? list->lines.size() : -1;
            unread = list ? list->unread : -1;
        });
        QTRY_COMPARE_WITH_TIMEOUT(lines, id, Patience);
        QCOMPARE(unread, id);
    }
}

void TestInboxReader::entries_comeInTheAskingThread()
{
    InboxFixture inbox;
    const EntryId id = inbox.store(7);
    InboxReader reader(inbox.path());
    QThread *thread = nullptr;
    QList<Entry> entries;
    reader.entries({id}, this, [&](const Result<QList<Entry>> &found) {
        thread = QThread::currentThread();
        entries = found.value_or(QList<Entry>());
    });
    QVERIFY(!thread);
    QTRY_COMPARE_WITH_TIMEOUT(thread, QThread::currentThread(), Patience);
    QCOMPARE(entries, QList<Entry>{*inbox->find(id).value()});
}

void TestInboxReader::list_contextGone_isNotAnswered()
{
    InboxFixture inbox;
    InboxReader reader(inbox.path());
    bool answered = false;
    {
        QObject context;
        reader.list({}, &context, [&answered](const Result<EntryList> &) { answered = true; });
    }
    bool later = false;
    reader.list({}, this, [&later](const Result<EntryList> &) { later = true; });
    QTRY_VERIFY_WITH_TIMEOUT(later, Patience);
    QVERIFY(!answered);
}

void TestInboxReader::list_manyFromOneContext_onlyTheNewestCount()
{
    constexpr int Asked = 300;
    InboxFixture inbox;
    fill(inbox, 3000);
    InboxReader reader(inbox.path());
    QObject context;
    QList<int> answered;
    for (int number = 0; number < Asked; ++number) {
        reader.list({.words = u"product"_s}, &context, [&answered, number](const Result<EntryList> &list) {
            QCOMPARE(list.value_or(EntryList()).lines.size(), 3000);
            answered.append(number);
        });
    }
    QTRY_VERIFY_WITH_TIMEOUT(answered.contains(Asked - 1), Patience);
    QVERIFY(answered.size() < Asked);
    QVERIFY(std::is_sorted(answered.begin(), answered.end()));
    // Those that were passed over leave nothing at the context.
    QTRY_VERIFY_WITH_TIMEOUT(context.children().isEmpty(), Patience);
}

void TestInboxReader::list_twoContexts_bothAreAnswered()
{
    InboxFixture inbox;
    InboxReader reader(inbox.path());
    QObject window;
    QObject tray;
    int answers = 0;
    reader.list({}, &window, [&answers](const Result<EntryList> &) { ++answers; });
    reader.list({}, &tray, [&answers](const Result<EntryList> &) { ++answers; });
    QTRY_COMPARE_WITH_TIMEOUT(answers, 2, Patience);
}

void TestInboxReader::entries_many_areAllAnswered()
{
    InboxFixture inbox;
    fill(inbox, 100);
    InboxReader reader(inbox.path());
    int answers = 0;
    for (EntryId id = 1; id <= 100; ++id) {
        reader.entries({id}, this, [&answers, id](const Result<QList<Entry>> &found) {
            if (found.value_or(QList<Entry>()).value(0).id == id)
                ++answers;
        });
        reader.list({}, this, [](const Result<EntryList> &) {});
    }
    QTRY_COMPARE_WITH_TIMEOUT(answers, 100, Patience);
}

void TestInboxReader::missingFile_isAnErrorUntilItIsThere()
{
    InboxFixture inbox;
    const QString path = inbox.file(u"later.sqlite"_s);
    InboxReader reader(path);
    QString error;
    reader.list({}, this, [&error](const Result<EntryList> &list) { error = list ? QString() : list.error().message; });
    QTRY_VERIFY_WITH_TIMEOUT(!error.isEmpty(), Patience);
    QVERIFY(error.contains(path));

    QVERIFY(Inbox::open({.path = path}, inbox.clock()));
    bool answered = false;
    reader.list({}, this, [&answered](const Result<EntryList> &list) { answered = list.has_value(); });
    QTRY_VERIFY_WITH_TIMEOUT(answered, Patience);
}

void TestInboxReader::destroyed_leavesNothingBehind()
{
    InboxFixture inbox;
    fill(inbox, 2000);
    QObject context;
    int answers = 0;
    {
        InboxReader reader(inbox.path());
        for (int number = 0; number < 50; ++number)
            reader.entries({1}, &context, [&answers](const Result<QList<Entry>> &) { ++answers; });
    }
    QTRY_VERIFY_WITH_TIMEOUT(context.children().isEmpty(), Patience);
    QVERIFY(answers <= 50);
    QVERIFY(inbox->markAllRead());
}

QTEST_GUILESS_MAIN(TestInboxReader)
#include "test_inbox_reader.moc"
