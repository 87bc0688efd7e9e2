// SPDX-License-Identifier: MIT
#include "protocol/codec.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace jarchi::protocol;

class TestDecodeServer : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void brokenLine_eachKind_isRefused_data();
    void brokenLine_eachKind_isRefused();
    void field_wrongInAnyWay_isRefused_data();
    void field_wrongInAnyWay_isRefused();
    void goodLine_cutAnywhere_isRefused();
    void notification_withNulls_countsThemAsAbsent();
    void time_withAnOffset_isReadAsUtc();
    void body_withLineBreaksAndBidi_isRead();
    void url_http_isRead();
    void refusal_insideAHistory_namesThePlace();
};

void TestDecodeServer::brokenLine_eachKind_isRefused_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<ErrorCode>("code");
    QTest::newRow("empty") << ""_ba << ErrorCode::BadJson;
    QTest::newRow("http") << "HTTP/1.1 400 Bad Request\r"_ba << ErrorCode::BadJson;
    QTest::newRow("latin-1") << "{\"type\":\"\xE9\"}"_ba << ErrorCode::BadText;
    QTest::newRow("deep") << QByteArray(100, '{') << ErrorCode::TooDeep;
    QTest::newRow("a client's") << R"({"type":"login","user":"a","password":"b"})"_ba << ErrorCode::UnknownType;
    QTest::newRow("no type") << "{}"_ba << ErrorCode::BadField;
    QTest::newRow("ref") << R"({"type":"ok","ref":{}})"_ba << ErrorCode::BadField;
}

void TestDecodeServer::brokenLine_eachKind_isRefused()
{
    QFETCH(QByteArray, line);
    QFETCH(ErrorCode, code);
    const auto result = decodeFromServer(line);
    QVERIFY(!result);
    QCOMPARE(result.error().code, code);
}

void TestDecodeServer::field_wrongInAnyWay_isRefused_data()
{
    QTest::addColumn<QByteArray>("whole");
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("value"); // Nothing: the field is taken out.
    QTest::addColumn<ErrorCode>("code");
    const auto row = [](const QByteArray &whole, const char *name, const QByteArray &value,
                        ErrorCode code = ErrorCode::BadField) {
        QTest::addRow("%s %s", name, value.isEmpty() ? "missing" : value.left(40).constData())
            << whole << QString::fromLatin1(name) << value << code;
    };

    const QByteArray hello = R"({"type":"hello","protocol":1,"server":"s","features":["f"],"epoch":"e"})"_ba;
    for (const char *name : {"protocol", "server", "features", "epoch"})
        row(hello, name, "");
    for (const char *value : {"0", "-1", "1.5", "\"1\"", "4294967296"})
        row(hello, "protocol", value);
    for (const char *value : {"{}", "[1]", "\"f\""})
        row(hello, "features", value);
    row(hello, "features", R"(["a\n"])", ErrorCode::BadText);
    row(hello, "epoch", R"("\u0000")", ErrorCode::BadText);

    const QByteArray welcome = R"({"type":"welcome","user":"u","display_name":"U","pending":1,"heartbeat":30})"_ba;
    for (const char *name : {"user", "display_name", "pending", "heartbeat"})
        row(welcome, name, "");
    for (const char *value : {"-1", "0.5", "true", "1e300"}) {
        row(welcome, "pending", value);
        row(welcome, "heartbeat", value);
    }
    row(welcome, "token", "1");
    row(welcome, "display_name", R"("\u202eadmin")", ErrorCode::BadText);

    const QByteArray notification =
        R"({"type":"notification","id":"41","title":"t","body":"b","priority":"low","created_at":"2026-11-22T09:00:00Z"})"_ba;
    for (const char *name : {"id", "title", "body", "priority", "created_at"})
        row(notification, name, "");
    for (const char *value : {"41", "\"0\"", "\"-1\"", "\"\"", "\"9223372036854775808\""})
        row(notification, "id", value);
    row(notification, "title", "\"\"");
    row(notification, "title", '"' + QByteArray(257, 't') + '"');
    row(notification, "title", R"("a\u0000")", ErrorCode::BadText);
    row(notification, "title", R"("a\ud800")", ErrorCode::BadText);
    row(notification, "body", '"' + QByteArray(4097, 'b') + '"');
    row(notification, "body", R"("\u001b")", ErrorCode::BadText);
    row(notification, "category", "[]");
    row(notification, "price", "\"1.00\"");
    row(notification, "currency", "\"EUR\"");
    row(notification, "url", "\"javascript:alert(1)\"");
    row(notification, "url", "\"https://a@b.example/\"");
    row(notification, "priority", "\"urgent\"");
    row(notification, "priority", "1");
    for (const char *name : {"created_at", "expires_at", "visited_at"}) {
        for (const char *value :
             {"\"\"", "\"soon\"", "1795338000", "\"2026-13-01T00:00:00Z\"", "\"9999-12-31T23:59:59-01:00\""})
            row(notification, name, value);
    }
    row(notification, "interest", "\"Phones\"");
    row(notification, "interest", "{}");
    row(notification, "interest", R"({"category":"c","max_price":"x","currency":"EUR"})");

    const QByteArray caughtUp = R"({"type":"caught_up","last_id":"0"})"_ba;
    row(caughtUp, "last_id", "");
    for (const char *value : {"0", "\"00\"", "\"-0\"", "\"\"", "null"})
        row(caughtUp, "last_id", value);

    const QByteArray interests = R"({"type":"interests","interests":[],"categories":[]})"_ba;
    for (const char *name : {"interests", "categories"}) {
        row(interests, name, "");
        row(interests, name, "[7]");
        row(interests, name, "{}");
    }

    const QByteArray history = R"({"type":"history","items":[],"more":false})"_ba;
    row(history, "items", "");
    row(history, "items", "[[]]");
    row(history, "items", '[' + QByteArray("{},").repeated(200) + "{}]");
    row(history, "more", "");
    row(history, "more", "0");

    const QByteArray preview = R"({"type":"preview","total":2,"since":"2026-10-23T09:00:00Z","items":[]})"_ba;
    for (const char *name : {"total", "since", "items"})
        row(preview, name, "");
    for (const char *value : {"-1", "0.5", "\"2\"", "1e300"})
        row(preview, "total", value);
    for (const char *value : {"\"\"", "30", "\"yesterday\""})
        row(preview, "since", value);
    for (const char *value : {"{}", "[[]]", R"([{"id":"1"}])"})
        row(preview, "items", value);
    row(preview, "items", '[' + QByteArray("{},").repeated(50) + "{}]");

    const QByteArray error = R"({"type":"error","code":"internal","message":"m"})"_ba;
    row(error, "code", "");
    row(error, "code", "\"no_such_code\"");
    row(error, "message", "");
    row(error, "message", "[]");
    for (const char *value : {"-1", "\"5\"", "[1,2]", "1.5", "99999999999"})
        row(error, "retry_after", value);

    const QByteArray bye = R"({"type":"bye","reason":"idle"})"_ba;
    row(bye, "reason", "");
    row(bye, "reason", "\"tired\"");
    for (const char *value :
         {"5", "[]", "[1]", "[1,2,3]", "[2,1]", "[-1,1]", "[1,null]", R"(["1","2"])", R"({"from":1,"to":2})"})
        row(bye, "retry_after", value);
}

void TestDecodeServer::field_wrongInAnyWay_isRefused()
{
    QFETCH(QByteArray, whole);
    QFETCH(QString, name);
    QFETCH(QByteArray, value);
    QFETCH(ErrorCode, code);
    const auto untouched = decodeFromServer(whole);
    QVERIFY2(untouched, untouched ? "" : qPrintable(untouched.error().message));

    // Written by hand: a lone surrogate must reach the decoder as it was escaped.
    QJsonObject object = QJsonDocument::fromJson(whole).object();
    object.remove(name);
    QByteArray line = QJsonDocument(object).toJson(QJsonDocument::Compact);
    if (!value.isEmpty())
        line = line.chopped(1) + ",\"" + name.toUtf8() + "\":" + value + '}';
    const auto result = decodeFromServer(line);
    QVERIFY(!result);
    QCOMPARE(result.error().code, code);
}

void TestDecodeServer::goodLine_cutAnywhere_isRefused()
{
    const QByteArray line =
        R"({"type":"notification","id":"41","title":"گوشی","body":"b","priority":"low","created_at":"2026-11-22T09:00:00Z","interest":{"category":"c"}})"_ba;
    QVERIFY(decodeFromServer(line));
    for (qsizetype length = 0; length < line.size(); ++length)
        QVERIFY(!decodeFromServer(line.first(length)));
}

void TestDecodeServer::notification_withNulls_countsThemAsAbsent()
{
    const auto result = decodeFromServer(
        R"({"type":"notification","id":"1","title":"t","body":"","category":null,"price":null,"currency":null,)"
        R"("url":null,"priority":"normal","created_at":"2026-11-22T09:00:00Z","expires_at":null,"interest":null,)"
        R"("visited_at":null})");
    QVERIFY(result);
    const auto &notification = std::get<Notification>(result->message);
    QVERIFY(!notification.expiresAt.isValid());
    QVERIFY(!notification.visitedAt.isValid());
    QVERIFY(!notification.interest);
    QVERIFY(notification.url.isEmpty());
}

void TestDecodeServer::time_withAnOffset_isReadAsUtc()
{
    const auto result = decodeFromServer(
        R"({"type":"notification","id":"1","title":"t","body":"","priority":"normal","created_at":"2026-11-22T12:30:00+03:30"})");
    QVERIFY(result);
    QCOMPARE(std::get<Notification>(result->message).createdAt, QDateTime({2026, 11, 22}, {9, 0}, Qt::UTC));
}

void TestDecodeServer::body_withLineBreaksAndBidi_isRead()
{
    const auto result = decodeFromServer(
        R"({"type":"notification","id":"1","title":"t","body":"a\r\n\tb\u2067c\u2069","priority":"normal","created_at":"2026-11-22T09:00:00Z"})");
    QVERIFY(result);
    QCOMPARE(std::get<Notification>(result->message).body, u"a\r\n\tb\u2067c\u2069"_s);
}

void TestDecodeServer::url_http_isRead()
{
    const QByteArray line =
        R"({"type":"notification","id":"1","title":"t","body":"","url":"http://shop.example/","priority":"normal","created_at":"2026-11-22T09:00:00Z"})"_ba;
    QVERIFY(decodeFromServer(line));
}

void TestDecodeServer::refusal_insideAHistory_namesThePlace()
{
    const auto result = decodeFromServer(
        R"({"type":"history","more":false,"items":[{"id":"2","title":"t","body":"","priority":"normal",)"
        R"("created_at":"2026-11-22T09:00:00Z","interest":{"category":7}}]})");
    QVERIFY(!result);
    QCOMPARE(result.error().message, u"\"items[0].interest.category\" must be a string"_s);
}

QTEST_GUILESS_MAIN(TestDecodeServer)
#include "test_decode_server.moc"
