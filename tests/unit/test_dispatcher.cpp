// SPDX-License-Identifier: MIT
#include "delivery/dispatcher.h"
#include "protocol/codec.h"

#include <QTest>

using namespace jarchi;
using namespace jarchi::delivery;
using namespace Qt::StringLiterals;

namespace {

class NoPages : public PageSource
{
public:
    void requestPage(SessionId, people::AccountId, protocol::NotificationId, int) override {}
    void leaveLive(people::AccountId) override {}
};

} // namespace

class TestDispatcher : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void dispatch_sameRule_sharesOneLine();
    void dispatch_recipientWithoutSession_isPassedOver();
    void dispatch_several_keepTheirOrder();
    void registry_ofAccount_isOldestFirst();

private:
    std::shared_ptr<transport::Outbox> add(SessionRegistry &sessions, SessionId id, people::AccountId account);

    NoPages m_pages;
};

std::shared_ptr<transport::Outbox> TestDispatcher::add(SessionRegistry &sessions, SessionId id,
                                                       people::AccountId account)
{
    auto outbox = std::make_shared<transport::Outbox>(transport::Outbox::Limits{}, [] {});
    Session &session = sessions.add(std::make_unique<Session>(id, account, outbox, m_pages));
    const bool taken = session.catchUp();
    session.takePage({{}, 0, true});
    static_cast<void>(outbox->take()); // `caught_up`
    return taken ? outbox : nullptr;
}

void TestDispatcher::dispatch_sameRule_sharesOneLine()
{
    SessionRegistry sessions;
    const auto first = add(sessions, 1, 10);
    const auto second = add(sessions, 2, 10); // Another session of the same account.
    const auto third = add(sessions, 3, 20);  // Another account with the same rule.
    const auto fourth = add(sessions, 4, 30); // Another rule.
    const auto fifth = add(sessions, 5, 40);  // No rule.
    const auto other = add(sessions, 6, 50);  // Not for this one.
    const protocol::Interest phones{u"Phones"_s, {}, {}, {}};
    const protocol::Interest cheap{u"Phones"_s, {}, u"700.00"_s, u"EUR"_s};
    protocol::Notification notification;
    notification.id = 5;
    notification.title = u"Fairphone"_s;
    notification.createdAt = QDateTime(QDate(2026, 11, 22), QTime(9, 0), Qt::UTC);
    Dispatcher(sessions).dispatch(std::make_shared<const std::vector<Publication>>(
        std::vector<Publication>{{notification, {{10, phones}, {20, phones}, {30, cheap}, {40, std::nullopt}}}}));

    const auto line = first->take();
    QVERIFY(line);
    for (const auto &outbox : {second, third}) {
        const auto shared = outbox->take();
        QVERIFY(shared);
        QCOMPARE(static_cast<const void *>(shared->constData()), static_cast<const void *>(line->constData()));
    }
    notification.interest = phones;
    QCOMPARE(*line, protocol::encode(notification));
    notification.interest = cheap;
    QCOMPARE(fourth->take(), protocol::encode(notification));
    notification.interest.reset();
    QCOMPARE(fifth->take(), protocol::encode(notification));
    QCOMPARE(other->take(), std::nullopt);
    QCOMPARE(first->take(), std::nullopt);
}

void TestDispatcher::dispatch_recipientWithoutSession_isPassedOver()
{
    SessionRegistry sessions;
    const auto outbox = add(sessions, 1, 10);
    sessions.remove(1);
    sessions.remove(1);
    protocol::Notification notification;
    notification.id = 5;
    Dispatcher(sessions).dispatch(
        std::make_shared<const std::vector<Publication>>(std::vector<Publication>{{notification, {{10, {}}}}}));
    QCOMPARE(outbox->take(), std::nullopt);
    QCOMPARE(sessions.size(), 0);
}

void TestDispatcher::dispatch_several_keepTheirOrder()
{
    SessionRegistry sessions;
    const auto outbox = add(sessions, 1, 10);
    std::vector<Publication> publications;
    for (protocol::NotificationId id = 1; id <= 5; ++id) {
        protocol::Notification notification;
        notification.id = id;
        publications.push_back({notification, {{10, {}}}});
    }
    Dispatcher(sessions).dispatch(std::make_shared<const std::vector<Publication>>(std::move(publications)));
    for (protocol::NotificationId id = 1; id <= 5; ++id) {
        const auto line = outbox->take();
        QVERIFY(line);
        QVERIFY(line->contains("\"id\":\"" + QByteArray::number(id) + "\""));
    }
}

void TestDispatcher::registry_ofAccount_isOldestFirst()
{
    SessionRegistry sessions;
    for (const SessionId id : {3u, 1u, 2u}) {
        add(sessions, id, 10);
    }
    add(sessions, 4, 20);
    QCOMPARE(sessions.ofAccount(10), (QList<SessionId>{3, 1, 2}));
    sessions.remove(1);
    QCOMPARE(sessions.ofAccount(10), (QList<SessionId>{3, 2}));
    QVERIFY(sessions.find(1) == nullptr);
    QCOMPARE(sessions.find(4)->account(), 20);
    sessions.clear();
    QVERIFY(sessions.ofAccount(10).isEmpty());
}

QTEST_APPLESS_MAIN(TestDispatcher)
#include "test_dispatcher.moc"
