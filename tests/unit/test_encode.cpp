// SPDX-License-Identifier: MIT
#include "protocol/codec.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <limits>

using namespace Qt::StringLiterals;
using namespace jarchi::protocol;
using std::chrono::seconds;

namespace {

const QDateTime Morning({2026, 11, 22}, {9, 0}, Qt::UTC);

Notification fullNotification()
{
    return Notification{41,
                        u"گوشی\u200cهای \"Fairphone\" \\ 6 😀"_s,
                        u"Line one\nline two\t\u2028"_s,
                        u"Phones"_s,
                        u"599.00"_s,
                        u"EUR"_s,
                        u"https://shop.example/p/41"_s,
                        Priority::High,
                        Morning,
                        Morning.addDays(7),
                        Interest{u"Phones"_s, u"fair"_s, u"700.00"_s, u"EUR"_s},
                        Morning.addSecs(60)};
}

Notification smallNotification()
{
    Notification notification;
    notification.id = std::numeric_limits<qint64>::max();
    notification.title = u"Closed on Monday"_s;
    notification.createdAt = Morning;
    return notification;
}

template <typename Message>
struct Sample
{
    const char *name;
    Message message;
};

QList<Sample<ServerMessage>> serverSamples()
{
    return {
        {"hello", Hello{1, u"jarchi/0.1.0"_s, {u"history"_s, u"interests"_s}, u"6f0c"_s}},
        {"hello without features", Hello{2, u"other"_s, {}, u"x"_s}},
        {"welcome", Welcome{u"sara"_s, u"Sara سارا"_s, u"token"_s, 12, seconds(30)}},
        {"welcome without token", Welcome{u"sara"_s, u"Sara"_s, {}, 0, seconds(5)}},
        {"notification", fullNotification()},
        {"notification, small", smallNotification()},
        {"caught_up", CaughtUp{41}},
        {"caught_up with nothing", CaughtUp{0}},
        {"interests", InterestList{{{u"Phones"_s, {}, {}, {}}, {u"کتاب"_s, u"شعر"_s, u"0.5"_s, u"IRR"_s}},
                                   {u"Phones"_s, u"کتاب"_s}}},
        {"interests, none", InterestList{}},
        {"history", HistoryPage{{fullNotification(), smallNotification()}, true}},
        {"history, empty", HistoryPage{}},
        {"preview", Preview{1234, Morning.addDays(-30), {fullNotification(), smallNotification()}}},
        {"preview of nothing", Preview{0, Morning, {}}},
        {"ok", Ok{}},
        {"ping", Ping{std::numeric_limits<qint64>::max()}},
        {"pong", Pong{std::numeric_limits<qint64>::min()}},
        {"error", ErrorMessage{ErrorCode::Throttled, u"Too many logins"_s, seconds(8)}},
        {"error without retry", ErrorMessage{ErrorCode::BadField, u"\"ids\" is missing"_s, {}}},
        {"bye", ServerBye{ByeReason::Shutdown, RetryWindow{seconds(1), seconds(60)}}},
        {"bye without retry", ServerBye{ByeReason::Slow, {}}},
    };
}

QList<Sample<ClientMessage>> clientSamples()
{
    return {
        {"login", Login{u"sara"_s, u"pa\tss \u202e\"wörd\""_s, {}, true, u"laptop"_s, u"jarchi-tray/0.1.0"_s}},
        {"login, small", Login{u"sara"_s, u"x"_s, {}, false, {}, {}}},
        {"login by token", Login{{}, {}, u"token"_s, false, u"laptop"_s, {}}},
        {"ack", Ack{{1, 41, std::numeric_limits<qint64>::max()}}},
        {"pending", Pending{}},
        {"history", HistoryRequest{41, 200}},
        {"history from the newest", HistoryRequest{}},
        {"get_interests", GetInterests{}},
        {"set_interests", SetInterests{{{u"Phones"_s, u"fair"_s, u"700.00"_s, u"EUR"_s}, {u"Books"_s, {}, {}, {}}}}},
        {"set_interests to none", SetInterests{}},
        {"preview_interests", PreviewInterests{{{u"Phones"_s, u"fair"_s, u"700.00"_s, u"EUR"_s}}, 90, 1}},
        {"preview_interests of none", PreviewInterests{}},
        {"logout", Logout{}},
        {"ping", Ping{9007199254740993}},
        {"pong", Pong{0}},
        {"bye", ClientBye{}},
    };
}

} // namespace

Q_DECLARE_METATYPE(ServerMessage)
Q_DECLARE_METATYPE(ClientMessage)

class TestEncode : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void samples_together_coverEveryType();
    void serverMessage_decodedAgain_isTheSame_data();
    void serverMessage_decodedAgain_isTheSame();
    void clientMessage_decodedAgain_isTheSame_data();
    void clientMessage_decodedAgain_isTheSame();
    void line_always_isOneObjectThatBeginsWithItsType();
    void line_ofANotification_readsAsDocumented();
    void line_withoutOptionalTexts_leavesThemOut();
};

void TestEncode::samples_together_coverEveryType()
{
    QSet<std::size_t> server;
    for (const auto &sample : serverSamples())
        server.insert(sample.message.index());
    QCOMPARE(std::size_t(server.size()), std::variant_size_v<ServerMessage>);
    QSet<std::size_t> client;
    for (const auto &sample : clientSamples())
        client.insert(sample.message.index());
    QCOMPARE(std::size_t(client.size()), std::variant_size_v<ClientMessage>);
}

void TestEncode::serverMessage_decodedAgain_isTheSame_data()
{
    QTest::addColumn<ServerMessage>("message");
    for (const auto &sample : serverSamples())
        QTest::newRow(sample.name) << sample.message;
}

void TestEncode::serverMessage_decodedAgain_isTheSame()
{
    QFETCH(ServerMessage, message);
    for (const QString &ref : {u""_s, u"r-1 \"ref\" ی"_s, QString(64, u'r')}) {
        const auto decoded = decodeFromServer(encode(message, ref));
        QVERIFY2(decoded, decoded ? "" : qPrintable(decoded.error().message));
        QVERIFY(*decoded == (FromServer{message, ref}));
    }
}

void TestEncode::clientMessage_decodedAgain_isTheSame_data()
{
    QTest::addColumn<ClientMessage>("message");
    for (const auto &sample : clientSamples())
        QTest::newRow(sample.name) << sample.message;
}

void TestEncode::clientMessage_decodedAgain_isTheSame()
{
    QFETCH(ClientMessage, message);
    for (const QString &ref : {u""_s, u"r-1 \"ref\" ی"_s, QString(64, u'r')}) {
        const auto decoded = decodeFromClient(encode(message, ref));
        QVERIFY2(decoded, decoded ? "" : qPrintable(decoded.error().message));
        QVERIFY(*decoded == (FromClient{message, ref}));
    }
}

void TestEncode::line_always_isOneObjectThatBeginsWithItsType()
{
    const auto check = [](const auto &sample) {
        const QByteArray line = encode(sample.message, u"r"_s);
        QVERIFY(line.startsWith("{\"type\":\""_ba + typeName(sample.message).data() + "\",\"ref\":\"r\""));
        QCOMPARE(line.count('\n'), 1);
        QVERIFY(line.endsWith("}\n"));
        QVERIFY(QByteArray(sample.name).startsWith(typeName(sample.message).data()));
        QVERIFY(QJsonDocument::fromJson(line).isObject());
    };
    for (const auto &sample : serverSamples())
        check(sample);
    for (const auto &sample : clientSamples())
        check(sample);
}

void TestEncode::line_ofANotification_readsAsDocumented()
{
    Notification notification = fullNotification();
    notification.title = u"Fairphone 6"_s;
    notification.body = u"Repairable"_s;
    notification.visitedAt = {};
    const QByteArray line =
        R"({"type":"notification","id":"41","title":"Fairphone 6","body":"Repairable","category":"Phones",)"
        R"("price":"599.00","currency":"EUR","url":"https://shop.example/p/41","priority":"high",)"
        R"("created_at":"2026-11-22T09:00:00Z","expires_at":"2026-11-29T09:00:00Z",)"
        R"("interest":{"category":"Phones","keyword":"fair","max_price":"700.00","currency":"EUR"}})"
        "\n"_ba;
    QCOMPARE(encode(notification), line);
}

void TestEncode::line_withoutOptionalTexts_leavesThemOut()
{
    QCOMPARE(encode(smallNotification()),
             R"({"type":"notification","id":"9223372036854775807","title":"Closed on Monday","body":"",)"
             R"("priority":"normal","created_at":"2026-11-22T09:00:00Z"})"
             "\n");
    QCOMPARE(encode(Login{u"sara"_s, u"x"_s, {}, false, {}, {}}), R"({"type":"login","user":"sara","password":"x"})"
                                                                  "\n");
    QCOMPARE(encode(ServerMessage(Ping{7})), "{\"type\":\"ping\",\"n\":7}\n");
    QCOMPARE(encode(ServerBye{ByeReason::Limit, RetryWindow{seconds(5), seconds(9)}}),
             "{\"type\":\"bye\",\"reason\":\"limit\",\"retry_after\":[5,9]}\n");
}

QTEST_GUILESS_MAIN(TestEncode)
#include "test_encode.moc"
