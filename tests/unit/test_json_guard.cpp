// SPDX-License-Identifier: MIT
#include "protocol/json_guard.h"

#include <QTest>

using namespace Qt::StringLiterals;
using jarchi::protocol::nestingDepth;

class TestJsonGuard : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void depth_ofJson_countsObjectsAndArrays_data();
    void depth_ofJson_countsObjectsAndArrays();
    void depth_beyondEnough_stopsCounting();
    void depth_cutShort_neverGrowsBeyondTheWhole();
};

void TestJsonGuard::depth_ofJson_countsObjectsAndArrays_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<int>("depth");
    QTest::newRow("nothing") << ""_ba << 0;
    QTest::newRow("scalar") << "1"_ba << 0;
    QTest::newRow("object") << "{}"_ba << 1;
    QTest::newRow("side by side") << "[[],{},[1]]"_ba << 2;
    QTest::newRow("deep in the middle") << R"({"a":[{"b":[]}],"c":1})"_ba << 4;
    QTest::newRow("brackets in a string") << R"({"a":"[[[{{{"})"_ba << 1;
    QTest::newRow("escaped quotation mark") << R"({"a":"\"[[[","b":[]})"_ba << 2;
    QTest::newRow("escaped backslash ends") << R"({"a":"\\","b":[[]]})"_ba << 3;
    QTest::newRow("brackets in a key") << R"({"[[":1})"_ba << 1;
    QTest::newRow("unbalanced") << "]]]}}[["_ba << 0;
    QTest::newRow("backslash last") << R"({"a\)"_ba << 1;
    QTest::newRow("never closed") << "[[[["_ba << 4;
}

void TestJsonGuard::depth_ofJson_countsObjectsAndArrays()
{
    QFETCH(QByteArray, json);
    QFETCH(int, depth);
    QCOMPARE(nestingDepth(json, 100), depth);
}

void TestJsonGuard::depth_beyondEnough_stopsCounting()
{
    QCOMPARE(nestingDepth(QByteArray(1000000, '['), 9), 9);
    QCOMPARE(nestingDepth("[[[]]]", 2), 2);
}

void TestJsonGuard::depth_cutShort_neverGrowsBeyondTheWhole()
{
    const QByteArray json = R"({"a":["\"[",{"b":"]\\"}],"c":[[[]]]})"_ba;
    const int whole = nestingDepth(json, 100);
    int before = 0;
    for (qsizetype length = 0; length <= json.size(); ++length) {
        const int depth = nestingDepth(json.first(length), 100);
        QVERIFY(depth >= before);
        QVERIFY(depth <= whole);
        before = depth;
    }
    QCOMPARE(before, whole);
}

QTEST_GUILESS_MAIN(TestJsonGuard)
#include "test_json_guard.moc"
