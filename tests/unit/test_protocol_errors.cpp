// SPDX-License-Identifier: MIT
#include "protocol/errors.h"

#include <QSet>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace jarchi::protocol;

class TestProtocolErrors : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void errorCode_eachOne_hasItsOwnNameAndComesBack();
    void byeReason_eachOne_hasItsOwnNameAndComesBack();
    void priority_eachOne_hasItsOwnNameAndComesBack();
    void name_unknown_isNothing();
};

namespace {

template <typename Value>
void checkNames(Value last, std::optional<Value> (*fromWire)(QStringView))
{
    QSet<QString> names;
    for (int i = 0; i <= static_cast<int>(last); ++i) {
        const auto value = static_cast<Value>(i);
        const QString name = toWire(value);
        QVERIFY(!name.isEmpty());
        QCOMPARE(fromWire(name), value);
        names.insert(name);
    }
    QCOMPARE(names.size(), static_cast<int>(last) + 1);
}

} // namespace

void TestProtocolErrors::errorCode_eachOne_hasItsOwnNameAndComesBack()
{
    checkNames(ErrorCode::Internal, errorCodeFromWire);
    QCOMPARE(toWire(ErrorCode::BadCredentials), "bad_credentials"_L1);
}

void TestProtocolErrors::byeReason_eachOne_hasItsOwnNameAndComesBack()
{
    checkNames(ByeReason::Replaced, byeReasonFromWire);
    QCOMPARE(toWire(ByeReason::Slow), "slow"_L1);
}

void TestProtocolErrors::priority_eachOne_hasItsOwnNameAndComesBack()
{
    checkNames(Priority::High, priorityFromWire);
    QCOMPARE(toWire(Priority::Low), "low"_L1);
}

void TestProtocolErrors::name_unknown_isNothing()
{
    for (const QString &name : {u""_s, u"Bad_Json"_s, u"normal "_s, u"bad_jsonx"_s}) {
        QCOMPARE(errorCodeFromWire(name), std::nullopt);
        QCOMPARE(byeReasonFromWire(name), std::nullopt);
        QCOMPARE(priorityFromWire(name), std::nullopt);
    }
}

QTEST_GUILESS_MAIN(TestProtocolErrors)
#include "test_protocol_errors.moc"
