// SPDX-License-Identifier: MIT
#include "protocol/codec.h"

#include <QFile>
#include <QTest>

#include <set>
#include <utility>

using namespace Qt::StringLiterals;
using namespace jarchi::protocol;

/// Holds docs/protocol.md to the program: its examples decode, and it leaves out nothing that the code can say.
class TestProtocolDocument : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();

    void example_eachOne_isUnderstood_data();
    void example_eachOne_isUnderstood();
    void examples_together_showEveryType();
    void document_has_everyMessageType();
    void document_has_everyName();
    void document_has_everyLimit();

private:
    struct Example
    {
        qsizetype lineNumber;
        bool fromServer;
        QByteArray line;
    };

    QString m_text;
    QList<Example> m_examples;
};

namespace {

/// The `type` of each alternative of a variant of messages.
template <typename Message, std::size_t... Index>
QStringList typesOf(std::index_sequence<Index...>)
{
    return {QString(typeName(Message(std::in_place_index<Index>)))...};
}

template <typename Message>
QStringList allTypes()
{
    return typesOf<Message>(std::make_index_sequence<std::variant_size_v<Message>>());
}

template <typename Value>
QStringList namesUpTo(Value last)
{
    QStringList names;
    for (int i = 0; i <= static_cast<int>(last); ++i)
        names.append(toWire(static_cast<Value>(i)));
    return names;
}

} // namespace

void TestProtocolDocument::initTestCase()
{
    QFile file(QStringLiteral(JARCHI_SOURCE_DIR) + u"/docs/protocol.md"_s);
    QVERIFY(file.open(QIODevice::ReadOnly));
    m_text = QString::fromUtf8(file.readAll());
    bool inBlock = false;
    qsizetype number = 0;
    for (const QString &line : m_text.split(u'\n')) {
        ++number;
        if (line.startsWith("```"_L1))
            inBlock = !inBlock;
        else if (inBlock && (line.startsWith("S "_L1) || line.startsWith("C "_L1)))
            // A remark may follow after two or more spaces.
            m_examples.append({number, line.startsWith(u'S'), line.mid(2).section(u"  "_s, 0, 0).toUtf8()});
    }
    QVERIFY(!inBlock);
    QVERIFY(m_examples.size() > 20);
}

void TestProtocolDocument::example_eachOne_isUnderstood_data()
{
    QTest::addColumn<bool>("fromServer");
    QTest::addColumn<QByteArray>("line");
    for (const Example &example : m_examples)
        QTest::addRow("line %lld", static_cast<long long>(example.lineNumber)) << example.fromServer << example.line;
}

void TestProtocolDocument::example_eachOne_isUnderstood()
{
    QFETCH(bool, fromServer);
    QFETCH(QByteArray, line);
    if (fromServer) {
        const auto decoded = decodeFromServer(line);
        QVERIFY2(decoded, decoded ? "" : qPrintable(decoded.error().message));
        // The document writes messages as the program does, field after field.
        QCOMPARE(encode(decoded->message, decoded->ref).size(), line.size() + 1);
    } else {
        const auto decoded = decodeFromClient(line);
        QVERIFY2(decoded, decoded ? "" : qPrintable(decoded.error().message));
        QCOMPARE(encode(decoded->message, decoded->ref).size(), line.size() + 1);
    }
}

void TestProtocolDocument::examples_together_showEveryType()
{
    std::set<std::size_t> server;
    std::set<std::size_t> client;
    for (const Example &example : m_examples) {
        if (example.fromServer)
            server.insert(decodeFromServer(example.line)->message.index());
        else
            client.insert(decodeFromClient(example.line)->message.index());
    }
    QCOMPARE(server.size(), std::variant_size_v<ServerMessage>);
    QCOMPARE(client.size(), std::variant_size_v<ClientMessage>);
}

void TestProtocolDocument::document_has_everyMessageType()
{
    for (const QString &type : allTypes<ServerMessage>() + allTypes<ClientMessage>())
        QVERIFY2(m_text.contains(u"`%1`"_s.arg(type)), qPrintable(type));
    const qsizetype serverPart = m_text.indexOf("\n## What a server sends\n"_L1);
    QVERIFY(serverPart > 0);
    for (const QString &type : allTypes<ClientMessage>())
        QVERIFY2(m_text.first(serverPart).contains(u"`%1`"_s.arg(type)), qPrintable(type));
    for (const QString &type : {u"hello"_s, u"welcome"_s, u"notification"_s, u"caught_up"_s, u"interests"_s,
                                u"history"_s, u"preview"_s, u"ok"_s, u"error"_s, u"bye"_s})
        QVERIFY2(m_text.sliced(serverPart).contains(u"\n### `%1`\n"_s.arg(type)), qPrintable(type));
}

void TestProtocolDocument::document_has_everyName()
{
    for (const QString &name : namesUpTo(ErrorCode::Internal) + namesUpTo(ByeReason::Replaced))
        QVERIFY2(m_text.contains(u"\n| `%1` | "_s.arg(name)), qPrintable(name));
    for (const QString &name : namesUpTo(Priority::High))
        QVERIFY2(m_text.contains(u"`%1`"_s.arg(name)), qPrintable(name));
}

void TestProtocolDocument::document_has_everyLimit()
{
    const auto says = [this](const QString &row) { return m_text.contains(u"\n| "_s + row); };
    QVERIFY(m_text.contains(u"port %1"_s.arg(DefaultPort)));
    QVERIFY(m_text.contains(u"version %1\n"_s.arg(Version)));
    const QLocale english(QLocale::English);
    QVERIFY(
        says(u"a line before login, its line feed included | %1 bytes"_s.arg(english.toString(LineBytesBeforeLogin))));
    QVERIFY(says(u"a line after login, its line feed included | %1 bytes"_s.arg(english.toString(LineBytes))));
    QVERIFY(says(u"objects and arrays inside each other, the outermost counted | %1 "_s.arg(JsonDepth)));
    QVERIFY(says(u"`ref` | %1 characters"_s.arg(RefCharacters)));
    QVERIFY(says(u"a device token, an epoch | %1 characters"_s.arg(TokenCharacters)));
    QVERIFY(says(u"ids in one `ack` | %1 "_s.arg(AckIds)));
    QVERIFY(says(u"notifications in one `history` | %1,"_s.arg(HistoryMost)));
    QVERIFY(m_text.contains(u"at most so many; %1 if it is left out"_s.arg(HistoryDefault)));
    QVERIFY(says(u"interests in one `set_interests` or `preview_interests` | %1 "_s.arg(Interests)));
    QVERIFY(says(u"notifications in one `preview` | %1,"_s.arg(PreviewItemsMost)));
    QVERIFY(says(u"days that one `preview` looks back | %1 "_s.arg(PreviewDaysMost)));
    QVERIFY(says(u"`days`? | number, 1 to %1 | "_s.arg(PreviewDaysMost)));
    QVERIFY(m_text.contains(u"days back from now; %1 if it is left out"_s.arg(PreviewDaysDefault)));
    QVERIFY(says(u"`limit`? | number, 1 to %1 | "_s.arg(PreviewItemsMost)));
    QVERIFY(m_text.contains(u"in the answer; %1 if it is left out"_s.arg(PreviewItemsDefault)));
    for (const QLatin1StringView feature : {HistoryFeature, InterestsFeature, PreviewFeature})
        QVERIFY2(says(u"`%1` | "_s.arg(feature)), feature.data());
    QVERIFY(says(u"wrong requests in one connection | %1 "_s.arg(WrongRequests)));
    QVERIFY(says(u"time to log in | %1 seconds"_s.arg(LoginDeadline.count())));
    QVERIFY(says(u"time to complete a line once it was begun | %1 seconds"_s.arg(LineDeadline.count())));
}

QTEST_GUILESS_MAIN(TestProtocolDocument)
#include "test_protocol_document.moc"
