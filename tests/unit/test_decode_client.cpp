// SPDX-License-Identifier: MIT
#include "protocol/codec.h"

#include <QDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace jarchi::protocol;

class TestDecodeClient : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void brokenLine_fromTheCorpus_isRefusedWithItsCode_data();
    void brokenLine_fromTheCorpus_isRefusedWithItsCode();
    void goodLine_cutAnywhere_isRefused();
    void goodLine_withAnyByteReplaced_neverCrashes();
    void line_withOrWithoutLineFeed_isRead();
    void fields_unknown_areIgnored();
    void fields_optionalAndNull_countAsAbsent();
    void depth_ofEight_isRead();
    void refusal_afterTheRefWasRead_carriesIt();
    void refusal_ofAField_namesIt_data();
    void refusal_ofAField_namesIt();
    void faults_severalAtOnce_reportTheFirstCheck();
    void number_wholeWrittenAsADecimal_isRead();
    void escapes_ofAWholePair_areOneCharacter();
    void password_withControlCharacters_isTakenAsTyped();
    void limits_reachedExactly_areAccepted();
    void price_eachGoodForm_isRead();
};

namespace {

/// The message of type T in `line`; a default one, and a failed test, if there is none.
template <typename T>
T decoded(const QByteArray &line)
{
    const auto result = decodeFromClient(line);
    if (!result) {
        QTest::qFail(qPrintable(result.error().message), __FILE__, __LINE__);
        return T{};
    }
    return std::get<T>(result->message);
}

} // namespace

void TestDecodeClient::brokenLine_fromTheCorpus_isRefusedWithItsCode_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<QString>("code");
    const QDir folder(QStringLiteral(JARCHI_TEST_DATA) + u"/protocol/broken"_s);
    const QStringList names = folder.entryList(QDir::Files);
    QVERIFY(names.size() > 80);
    for (const QString &name : names) {
        QFile file(folder.filePath(name));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QTest::newRow(qPrintable(name)) << file.readAll() << name.section(u'.', 0, 0);
    }
}

void TestDecodeClient::brokenLine_fromTheCorpus_isRefusedWithItsCode()
{
    QFETCH(QByteArray, line);
    QFETCH(QString, code);
    for (const QByteArray &whole : {line, QByteArray(line + '\n')}) {
        const auto result = decodeFromClient(whole);
        QVERIFY(!result);
        QCOMPARE(QString(toWire(result.error().code)), code);
        QVERIFY(!result.error().message.isEmpty());
    }
    // A server's decoder faces the same bytes; whatever it says, it must survive them.
    (void)decodeFromServer(line);
}

void TestDecodeClient::goodLine_cutAnywhere_isRefused()
{
    const QByteArray line =
        R"({"type":"set_interests","ref":"7","interests":[{"category":"گوشی","max_price":"700","currency":"EUR"}]})"_ba;
    QVERIFY(decodeFromClient(line));
    for (qsizetype length = 0; length < line.size(); ++length) {
        const auto result = decodeFromClient(line.first(length));
        QVERIFY(!result);
        QVERIFY(result.error().code == ErrorCode::BadJson || result.error().code == ErrorCode::BadText);
    }
}

void TestDecodeClient::goodLine_withAnyByteReplaced_neverCrashes()
{
    const QByteArray line = R"({"type":"login","user":"sara","password":"x","remember":true,"ref":"1"})"_ba;
    int refused = 0;
    for (qsizetype place = 0; place < line.size(); ++place) {
        for (int byte = 0; byte < 256; ++byte) {
            QByteArray changed = line;
            changed[place] = static_cast<char>(byte);
            refused += decodeFromClient(changed) ? 0 : 1;
        }
    }
    QVERIFY(refused > 0);
}

void TestDecodeClient::line_withOrWithoutLineFeed_isRead()
{
    for (const QByteArray &end : {""_ba, "\n"_ba, "\r\n"_ba, " \t"_ba})
        (void)decoded<Pending>("{\"type\":\"pending\"}" + end);
}

void TestDecodeClient::fields_unknown_areIgnored()
{
    QCOMPARE(decoded<Ack>(R"({"later":{"a":[1,"\u0000\ud800"]},"type":"ack","ids":["7"],"id":false})"_ba), Ack{{7}});
}

void TestDecodeClient::fields_optionalAndNull_countAsAbsent()
{
    QCOMPARE(decoded<HistoryRequest>(R"({"type":"history","ref":null,"before":null,"limit":null})"_ba),
             HistoryRequest{});
    const Login login = decoded<Login>(
        R"({"type":"login","user":"sara","password":"x","token":null,"remember":null,"device":null,"client":null})"_ba);
    QCOMPARE(login, (Login{u"sara"_s, u"x"_s, {}, false, {}, {}}));
    QCOMPARE(decoded<PreviewInterests>(R"({"type":"preview_interests","interests":[],"days":null,"limit":null})"_ba),
             PreviewInterests{});
    const SetInterests set = decoded<SetInterests>(
        R"({"type":"set_interests","interests":[{"category":"c","keyword":null,"max_price":null,"currency":null}]})"_ba);
    QCOMPARE(set, (SetInterests{{Interest{u"c"_s, {}, {}, {}}}}));
}

void TestDecodeClient::depth_ofEight_isRead()
{
    (void)decoded<Pending>("{\"type\":\"pending\",\"x\":" + QByteArray(7, '[') + QByteArray(7, ']') + '}');
}

void TestDecodeClient::refusal_afterTheRefWasRead_carriesIt()
{
    const QList<QByteArray> lines{R"({"type":"nothing","ref":"r9"})"_ba, R"({"ref":"r9"})"_ba,
                                  R"({"type":"ack","ids":[],"ref":"r9"})"_ba};
    for (const QByteArray &line : lines) {
        const auto result = decodeFromClient(line);
        QVERIFY(!result);
        QCOMPARE(result.error().ref, u"r9"_s);
    }
    QCOMPARE(decodeFromClient(R"({"type":"ack","ref":9})").error().ref, QString());
}

void TestDecodeClient::refusal_ofAField_namesIt_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<QString>("name");
    QTest::newRow("top") << R"({"type":"login","user":1,"password":"x"})"_ba << u"\"user\" must be a string"_s;
    QTest::newRow("missing") << R"({"type":"login","user":"sara"})"_ba << u"\"password\" is missing"_s;
    QTest::newRow("element") << R"({"type":"ack","ids":["1","x"]})"_ba << u"\"ids[1]\""_s;
    QTest::newRow("inside") << R"({"type":"set_interests","interests":[{"category":"c"},{"category":7}]})"_ba
                            << u"\"interests[1].category\""_s;
    QTest::newRow("days") << R"({"type":"preview_interests","interests":[],"days":91})"_ba << u"\"days\""_s;
    QTest::newRow("no object") << R"({"type":"set_interests","interests":[3]})"_ba << u"\"interests[0]\""_s;
    QTest::newRow("type") << R"({"type":[]})"_ba << u"\"type\""_s;
    QTest::newRow("n") << R"({"type":"ping"})"_ba << u"\"n\""_s;
    QTest::newRow("text") << R"({"type":"login","user":"a\u0007","password":"x"})"_ba
                          << u"\"user\" has a control character in it"_s;
}

void TestDecodeClient::refusal_ofAField_namesIt()
{
    QFETCH(QByteArray, line);
    QFETCH(QString, name);
    const auto result = decodeFromClient(line);
    QVERIFY(!result);
    QVERIFY2(result.error().message.startsWith(name), qPrintable(result.error().message));
}

void TestDecodeClient::faults_severalAtOnce_reportTheFirstCheck()
{
    const QByteArray deep = QByteArray(9, '[');
    QCOMPARE(decodeFromClient(deep + '\xFF').error().code, ErrorCode::BadText);
    QCOMPARE(decodeFromClient(deep + "not JSON").error().code, ErrorCode::TooDeep);
    QCOMPARE(decodeFromClient(R"({"type":"nothing","ref":1})").error().code, ErrorCode::BadField);
    QCOMPARE(decodeFromClient(R"({"type":"nothing","ids":7})").error().code, ErrorCode::UnknownType);
    QVERIFY(decodeFromClient(R"({"type":"login","user":1,"password":2})").error().message.contains(u"user"));
}

void TestDecodeClient::number_wholeWrittenAsADecimal_isRead()
{
    QCOMPARE(decoded<Ping>(R"({"type":"ping","n":1.0})"_ba), Ping{1});
    QCOMPARE(decoded<Ping>(R"({"type":"ping","n":-2e3})"_ba), Ping{-2000});
    QCOMPARE(decoded<Pong>(R"({"type":"pong","n":9223372036854775807})"_ba), Pong{std::numeric_limits<qint64>::max()});
    QCOMPARE(decoded<HistoryRequest>(R"({"type":"history","limit":2E2})"_ba).limit, 200);
}

void TestDecodeClient::escapes_ofAWholePair_areOneCharacter()
{
    QCOMPARE(decoded<Login>(R"({"type":"login","user":"\ud83d\ude00","password":"x"})"_ba).user, u"😀"_s);
    QCOMPARE(decoded<Login>(R"({"type":"login","user":"\u06af","password":"x"})"_ba).user, u"گ"_s);
}

void TestDecodeClient::password_withControlCharacters_isTakenAsTyped()
{
    QCOMPARE(decoded<Login>(R"({"type":"login","user":"a","password":"\u0001\t\u202e \u009f"})"_ba).password,
             u"\u0001\t\u202e \u009f"_s);
}

void TestDecodeClient::limits_reachedExactly_areAccepted()
{
    QList<NotificationId> ids;
    for (NotificationId id = 1; id <= AckIds; ++id)
        ids.append(id);
    QCOMPARE(decoded<Ack>(encode(Ack{ids})).ids.size(), AckIds);
    const SetInterests most{QList<Interest>(Interests, Interest{QString(256, u'c'), QString(64, u'k'), {}, {}})};
    QCOMPARE(decoded<SetInterests>(encode(most)), most);
    QCOMPARE(decoded<HistoryRequest>(R"({"type":"history","limit":1})"_ba).limit, 1);
    for (const auto &[days, limit] : {std::pair(1, 1), std::pair(PreviewDaysMost, PreviewItemsMost)}) {
        const PreviewInterests preview{most.interests, days, limit};
        QCOMPARE(decoded<PreviewInterests>(encode(preview)), preview);
    }
    const Login login{QString(64, u'u'), QString(64, u'پ'), {}, false, QString(64, u'd'), QString(64, u'c')};
    QCOMPARE(decoded<Login>(encode(login)), login);
}

void TestDecodeClient::price_eachGoodForm_isRead()
{
    for (const QString &price : {u"0"_s, u"5"_s, u"05.10"_s, u"599.00"_s, u"1.2345"_s, u"123456789012345.1234"_s}) {
        const SetInterests set{{Interest{u"c"_s, {}, price, u"EUR"_s}}};
        QCOMPARE(decoded<SetInterests>(encode(set)), set);
    }
}

QTEST_GUILESS_MAIN(TestDecodeClient)
#include "test_decode_client.moc"
