// SPDX-License-Identifier: MIT
#include "people/device_token.h"
#include "protocol/limits.h"

#include <QRegularExpression>
#include <QSet>
#include <QTest>

using namespace jarchi;
using namespace jarchi::people;
using namespace Qt::StringLiterals;

class TestDeviceToken : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void token_made_is256BitsForAUrl();
    void tokens_made_areNeverTheSame();
    void hash_ofAToken_isSha256();
    void hashes_ofDifferentTokens_differ();
};

void TestDeviceToken::token_made_is256BitsForAUrl()
{
    const QString token = makeToken();
    static const QRegularExpression form(u"^[A-Za-z0-9_-]{43}$"_s);
    QVERIFY2(form.match(token).hasMatch(), qPrintable(token));
    const auto bytes = QByteArray::fromBase64Encoding(token.toLatin1(), QByteArray::Base64UrlEncoding |
                                                                            QByteArray::AbortOnBase64DecodingErrors);
    QCOMPARE((*bytes).size(), 32);
    QVERIFY(token.size() <= protocol::TokenCharacters);
}

void TestDeviceToken::tokens_made_areNeverTheSame()
{
    QSet<QString> tokens;
    for (int i = 0; i < 1000; ++i) {
        tokens.insert(makeToken());
    }
    QCOMPARE(tokens.size(), 1000);
}

void TestDeviceToken::hash_ofAToken_isSha256()
{
    // FIPS 180-2, the example of one block.
    QCOMPARE(hashToken(u"abc"_s).toHex(), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"_ba);
    QCOMPARE(hashToken(makeToken()).size(), 32);
}

void TestDeviceToken::hashes_ofDifferentTokens_differ()
{
    const QString token = makeToken();
    QCOMPARE(hashToken(token), hashToken(token));
    QVERIFY(hashToken(token) != hashToken(makeToken()));
    QVERIFY(hashToken(token) != hashToken(token.toLower()));
    QVERIFY(!hashToken(token).contains(token.toLatin1()));
}

QTEST_APPLESS_MAIN(TestDeviceToken)
#include "test_device_token.moc"
