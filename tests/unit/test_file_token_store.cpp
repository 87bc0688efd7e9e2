// SPDX-License-Identifier: MIT
#include "keyring/file_token_store.h"
#include "support/patience.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

#include <optional>

using namespace jarchi;
using namespace jarchi::keyring;
using namespace Qt::StringLiterals;
using jarchi::test::Patience;

namespace {

const Owner Sara{u"localhost:2019"_s, u"sara"_s};
const Owner Omid{u"localhost:2019"_s, u"امید"_s};

constexpr QFile::Permissions Others =
    QFile::ReadGroup | QFile::WriteGroup | QFile::ExeGroup | QFile::ReadOther | QFile::WriteOther | QFile::ExeOther;

} // namespace

class TestFileTokenStore : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void load_withoutAFile_isNotFound();
    void save_isThereForTheNextProgram();
    void save_again_replacesTheToken();
    void owners_areKeptApart();
    void forget_takesOneToken_andTheLastOneTakesTheFile();
    void forget_ofNothing_isSuccess();
    void file_isForItsUserOnly();
    void file_thatOthersCanRead_isRefused_untilTheNextSave();
    void file_begunAndKilled_keepsNothing();
    void damagedFile_isRefused_untilTheNextSave_data();
    void damagedFile_isRefused_untilTheNextSave();
    void folder_thatCannotBeMade_saysWhy();
    void answers_comeLater_andNotToSomebodyGone();

private:
    [[nodiscard]] Result<QString> load(const Owner &owner);
    [[nodiscard]] Result<void> save(const Owner &owner, const QString &token);
    [[nodiscard]] Result<void> forget(const Owner &owner);
    void write(const QByteArray &bytes);
    [[nodiscard]] FileTokenStore store() const { return FileTokenStore(m_folder->filePath(u"jarchi"_s)); }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestFileTokenStore::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
}

Result<QString> TestFileTokenStore::load(const Owner &owner)
{
    std::optional<Result<QString>> answer;
    store().load(owner, this, [&](const Result<QString> &token) { answer = token; });
    if (!QTest::qWaitFor([&] { return answer.has_value(); }, Patience))
        return failure(Error::Kind::Broken, u"no answer"_s);
    return *answer;
}

Result<void> TestFileTokenStore::save(const Owner &owner, const QString &token)
{
    std::optional<Result<void>> answer;
    store().save(owner, token, this, [&](const Result<void> &saved) { answer = saved; });
    if (!QTest::qWaitFor([&] { return answer.has_value(); }, Patience))
        return failure(Error::Kind::Broken, u"no answer"_s);
    return *answer;
}

Result<void> TestFileTokenStore::forget(const Owner &owner)
{
    std::optional<Result<void>> answer;
    store().forget(owner, this, [&](const Result<void> &forgotten) { answer = forgotten; });
    if (!QTest::qWaitFor([&] { return answer.has_value(); }, Patience))
        return failure(Error::Kind::Broken, u"no answer"_s);
    return *answer;
}

void TestFileTokenStore::write(const QByteArray &bytes)
{
    QVERIFY(QDir().mkpath(m_folder->filePath(u"jarchi"_s)));
    QFile file(store().path());
    QVERIFY(file.open(QIODevice::WriteOnly, QFile::ReadOwner | QFile::WriteOwner));
    file.write(bytes);
}

void TestFileTokenStore::load_withoutAFile_isNotFound()
{
    QCOMPARE(load(Sara).error().kind, Error::Kind::NotFound);
    QVERIFY(!QFileInfo::exists(m_folder->filePath(u"jarchi"_s))); // Asking leaves nothing behind.
}

void TestFileTokenStore::save_isThereForTheNextProgram()
{
    QVERIFY(save(Sara, u"a-token"_s));
    QCOMPARE(load(Sara).value_or(QString()), u"a-token"_s);
}

void TestFileTokenStore::save_again_replacesTheToken()
{
    QVERIFY(save(Sara, u"first"_s));
    QVERIFY(save(Sara, u"second"_s));
    QCOMPARE(load(Sara).value_or(QString()), u"second"_s);
    QFile file(store().path());
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY(!file.readAll().contains("first"));
}

void TestFileTokenStore::owners_areKeptApart()
{
    QVERIFY(save(Sara, u"of sara"_s));
    QVERIFY(save(Omid, u"of omid"_s));
    QCOMPARE(load(Sara).value_or(QString()), u"of sara"_s);
    QCOMPARE(load(Omid).value_or(QString()), u"of omid"_s);
    QCOMPARE(load({u"localhost:2020"_s, u"sara"_s}).error().kind, Error::Kind::NotFound);
}

void TestFileTokenStore::forget_takesOneToken_andTheLastOneTakesTheFile()
{
    QVERIFY(save(Sara, u"of sara"_s));
    QVERIFY(save(Omid, u"of omid"_s));
    QVERIFY(forget(Sara));
    QCOMPARE(load(Sara).error().kind, Error::Kind::NotFound);
    QCOMPARE(load(Omid).value_or(QString()), u"of omid"_s);
    QVERIFY(forget(Omid));
    QVERIFY(!QFileInfo::exists(store().path()));
}

void TestFileTokenStore::forget_ofNothing_isSuccess()
{
    QVERIFY(forget(Sara));
    QVERIFY(save(Omid, u"of omid"_s));
    QVERIFY(forget(Sara));
    QCOMPARE(load(Omid).value_or(QString()), u"of omid"_s);
}

void TestFileTokenStore::file_isForItsUserOnly()
{
    QVERIFY(save(Sara, u"a-token"_s));
    QVERIFY(save(Omid, u"another"_s)); // The second time the file is replaced.
    QVERIFY(!(QFile::permissions(store().path()) & Others));
    QVERIFY(!(QFile::permissions(m_folder->filePath(u"jarchi"_s)) & Others));
    // Nothing else is left in the folder: no file of a half-done write.
    QCOMPARE(QDir(m_folder->filePath(u"jarchi"_s)).entryList(QDir::Files | QDir::Hidden),
             QStringList{u"tokens.json"_s});
}

void TestFileTokenStore::file_thatOthersCanRead_isRefused_untilTheNextSave()
{
    QVERIFY(save(Sara, u"of sara"_s));
    QVERIFY(save(Omid, u"of omid"_s));
    QVERIFY(QFile::setPermissions(store().path(), QFile::ReadOwner | QFile::WriteOwner | QFile::ReadGroup));
    const Result<QString> refusedToken = load(Sara);
    QCOMPARE(refusedToken.error().kind, Error::Kind::Broken);
    QVERIFY2(refusedToken.error().message.contains(store().path()), qUtf8Printable(refusedToken.error().message));

    QVERIFY(save(Sara, u"new"_s));
    QVERIFY(!(QFile::permissions(store().path()) & Others));
    QCOMPARE(load(Sara).value_or(QString()), u"new"_s);
    QCOMPARE(load(Omid).error().kind, Error::Kind::NotFound); // What others may have read is given up.
}

void TestFileTokenStore::file_begunAndKilled_keepsNothing()
{
    write({});
    QCOMPARE(load(Sara).error().kind, Error::Kind::NotFound);
    QVERIFY(save(Sara, u"a-token"_s));
    QCOMPARE(load(Sara).value_or(QString()), u"a-token"_s);
}

void TestFileTokenStore::damagedFile_isRefused_untilTheNextSave_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<Error::Kind>("kind");
    QTest::newRow("no JSON") << "[{\"serv"_ba << Error::Kind::Broken;
    QTest::newRow("no array") << "{\"server\":\"localhost:2019\"}"_ba << Error::Kind::Broken;
    QTest::newRow("too long") << QByteArray(1'000'000, ' ') + "[]" << Error::Kind::Broken;
    QTest::newRow("other things in it") << R"([1,null,"x",{"server":"localhost:2019","user":"sara","token":7}])"_ba
                                        << Error::Kind::NotFound;
}

void TestFileTokenStore::damagedFile_isRefused_untilTheNextSave()
{
    QFETCH(const QByteArray, bytes);
    QFETCH(const Error::Kind, kind);
    write(bytes);
    QCOMPARE(load(Sara).error().kind, kind);
    QVERIFY(save(Sara, u"a-token"_s));
    QCOMPARE(load(Sara).value_or(QString()), u"a-token"_s);
}

void TestFileTokenStore::folder_thatCannotBeMade_saysWhy()
{
    QFile inTheWay(m_folder->filePath(u"jarchi"_s));
    QVERIFY(inTheWay.open(QIODevice::WriteOnly));
    inTheWay.close();
    const Result<void> saved = save(Sara, u"a-token"_s);
    QCOMPARE(saved.error().kind, Error::Kind::Broken);
    QVERIFY2(saved.error().message.contains(m_folder->filePath(u"jarchi"_s)), qUtf8Printable(saved.error().message));
}

void TestFileTokenStore::answers_comeLater_andNotToSomebodyGone()
{
    bool isAnswered = false;
    store().load(Sara, this, [&](const Result<QString> &) { isAnswered = true; });
    QVERIFY(!isAnswered);
    auto somebody = std::make_unique<QObject>();
    store().load(Sara, somebody.get(), [](const Result<QString> &) { QFAIL("answered somebody who is gone"); });
    somebody.reset();
    QTRY_VERIFY_WITH_TIMEOUT(isAnswered, Patience);
}

QTEST_GUILESS_MAIN(TestFileTokenStore)
#include "test_file_token_store.moc"
