// SPDX-License-Identifier: MIT
#include "support/workplace.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QTest>

using namespace Qt::StringLiterals;
using jarchi::support::Outcome;
using jarchi::support::serverProgram;
using jarchi::support::Workplace;

/// What a person or a script sees of jarchi-server's commands: words, JSON, exit statuses.
class TestCommands : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void program_help_namesEveryCommandAndOption();
    void command_help_tellsItsUsage_data();
    void command_help_tellsItsUsage();
    void usage_wrong_isOneLineAndStatusTwo_data();
    void usage_wrong_isOneLineAndStatusTwo();
    void command_refused_isOneLineAndItsStatus_data();
    void command_refused_isOneLineAndItsStatus();
    void account_itsLife_isToldInWordsAndJson();
    void password_withoutTerminal_isRefusedWithTheWayOut();
    void password_asJson_neverShowsAHash();
    void interest_itsLife_isToldInWordsAndJson();
    void product_added_isListedNewestFirst();
    void announcement_made_isCounted();
    void status_ofAnEmptyDatabase_isAllZero();
    void list_ofNothing_saysHowToBegin();
    void list_namesOfOtherScripts_areAligned();
    void list_foreignControlCharacters_areNotPrinted();
};

namespace {

const QList<QStringList> Commands{
    {u"user"_s, u"add"_s},
    {u"user"_s, u"list"_s},
    {u"user"_s, u"show"_s},
    {u"user"_s, u"remove"_s},
    {u"user"_s, u"password"_s},
    {u"user"_s, u"import"_s},
    {u"interest"_s, u"add"_s},
    {u"interest"_s, u"list"_s},
    {u"interest"_s, u"remove"_s},
    {u"category"_s, u"add"_s},
    {u"category"_s, u"list"_s},
    {u"product"_s, u"add"_s},
    {u"product"_s, u"list"_s},
    {u"product"_s, u"import"_s},
    {u"announce"_s},
    {u"status"_s},
    {u"import-legacy"_s},
    {u"legacy-views"_s},
};

bool isOneLine(const QString &text)
{
    return text.endsWith(u'\n') && text.count(u'\n') == 1 && text.size() > 20;
}

QString column(const QString &table, qsizetype row, qsizetype from)
{
    return table.split(u'\n').at(row).mid(from);
}

} // namespace

void TestCommands::program_help_namesEveryCommandAndOption()
{
    const Workplace place;
    const Outcome outcome = place.server({u"--help"_s});
    QCOMPARE(outcome.status, 0);
    QCOMPARE(outcome.errors, QString());
    for (const QStringList &command : Commands) {
        QVERIFY2(outcome.output.contains(u"\n  "_s + command.join(u' ')), qPrintable(command.join(u' ')));
    }
    for (const QString &option : {u"config"_s, u"database"_s, u"listen"_s, u"port"_s, u"poll-interval"_s, u"no-gui"_s,
                                  u"max-connection-threads"_s, u"tls-certificate"_s, u"tls-key"_s, u"insecure"_s,
                                  u"json"_s, u"help"_s, u"version"_s}) {
        QVERIFY2(outcome.output.contains(u"--"_s + option), qPrintable(option));
    }
    QVERIFY(outcome.output.contains(u"Exit status"_s));
    const Outcome version = place.server({u"--version"_s});
    QCOMPARE(version.status, 0);
    QVERIFY2(version.output.startsWith(u"jarchi-server 0."_s), version.told().constData());
}

void TestCommands::command_help_tellsItsUsage_data()
{
    QTest::addColumn<QStringList>("command");
    for (const QStringList &command : Commands) {
        QTest::addRow("%s", qPrintable(command.join(u' '))) << command;
    }
}

void TestCommands::command_help_tellsItsUsage()
{
    QFETCH(const QStringList, command);
    const Workplace place;
    const Outcome outcome = place.server(command + QStringList{u"--help"_s});
    QCOMPARE(outcome.status, 0);
    QCOMPARE(outcome.errors, QString());
    QVERIFY2(outcome.output.contains(u"Usage: jarchi-server "_s + command.join(u' ')), outcome.told().constData());
    QVERIFY2(!QFile::exists(place.database()), "Help must not make a database.");
}

void TestCommands::usage_wrong_isOneLineAndStatusTwo_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("names");
    QTest::newRow("unknown command") << QStringList{u"dance"_s} << u"dance"_s;
    QTest::newRow("half a command") << QStringList{u"user"_s} << u"user add"_s;
    QTest::newRow("unknown second word") << QStringList{u"user"_s, u"ad"_s} << u"user add"_s;
    QTest::newRow("unknown option") << QStringList{u"--bogus"_s} << u"bogus"_s;
    QTest::newRow("unknown option of a command") << QStringList{u"status"_s, u"--bogus"_s} << u"bogus"_s;
    QTest::newRow("option of another command") << QStringList{u"status"_s, u"--price"_s, u"1"_s} << u"price"_s;
    QTest::newRow("argument missing") << QStringList{u"user"_s, u"show"_s} << u"NAME"_s;
    QTest::newRow("argument too many") << QStringList{u"user"_s, u"show"_s, u"a"_s, u"b"_s} << u"NAME"_s;
    QTest::newRow("id missing") << QStringList{u"interest"_s, u"remove"_s, u"sara"_s} << u"NAME ID"_s;
    QTest::newRow("no name") << QStringList{u"product"_s, u"add"_s, u"--category"_s, u"C"_s} << u"--name"_s;
    QTest::newRow("no category") << QStringList{u"product"_s, u"add"_s, u"--name"_s, u"N"_s} << u"--category"_s;
    QTest::newRow("no category of an interest") << QStringList{u"interest"_s, u"add"_s, u"sara"_s} << u"--category"_s;
    QTest::newRow("no title") << QStringList{u"announce"_s} << u"--title"_s;
    QTest::newRow("option without value") << QStringList{u"announce"_s, u"--title"_s} << u"title"_s;
    QTest::newRow("no file") << QStringList{u"product"_s, u"import"_s} << u"FILE.csv"_s;
}

void TestCommands::usage_wrong_isOneLineAndStatusTwo()
{
    QFETCH(const QStringList, arguments);
    QFETCH(const QString, names);
    const Workplace place;
    const Outcome outcome = place.server(arguments);
    QCOMPARE(outcome.status, 2);
    QCOMPARE(outcome.output, QString());
    QVERIFY2(isOneLine(outcome.errors) && outcome.errors.contains(names), outcome.told().constData());
}

void TestCommands::command_refused_isOneLineAndItsStatus_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("names");
    const QStringList product{u"product"_s, u"add"_s, u"--name"_s, u"N"_s, u"--category"_s, u"C"_s};
    QTest::newRow("no such user") << QStringList{u"user"_s, u"show"_s, u"nobody"_s} << u"nobody"_s;
    QTest::newRow("remove nobody") << QStringList{u"user"_s, u"remove"_s, u"nobody"_s} << u"nobody"_s;
    QTest::newRow("password of nobody") << QStringList{u"user"_s, u"password"_s, u"nobody"_s} << u"nobody"_s;
    QTest::newRow("interests of nobody") << QStringList{u"interest"_s, u"list"_s, u"nobody"_s} << u"nobody"_s;
    QTest::newRow("account twice") << QStringList{u"user"_s, u"add"_s, u"SARA"_s} << u"user password"_s;
    QTest::newRow("empty name") << QStringList{u"user"_s, u"add"_s, u" "_s} << u"empty"_s;
    QTest::newRow("long name") << QStringList{u"user"_s, u"add"_s, QString(65, u'x')} << u"64"_s;
    QTest::newRow("interest in nothing") << QStringList{u"interest"_s, u"add"_s, u"sara"_s, u"--category"_s,
                                                        u"Nowhere"_s}
                                         << u"Nowhere"_s;
    QTest::newRow("interest id is no number")
        << QStringList{u"interest"_s, u"remove"_s, u"sara"_s, u"x"_s} << u"\"x\""_s;
    QTest::newRow("interest unknown") << QStringList{u"interest"_s, u"remove"_s, u"sara"_s, u"77"_s} << u"77"_s;
    QTest::newRow("announce to nobody") << QStringList{u"announce"_s, u"--title"_s, u"T"_s, u"--category"_s,
                                                       u"Nowhere"_s}
                                        << u"Nowhere"_s;
    QTest::newRow("price is none") << product + QStringList{u"--price"_s, u"cheap"_s, u"--currency"_s, u"EUR"_s}
                                   << u"cheap"_s;
    QTest::newRow("no currency") << product + QStringList{u"--price"_s, u"1.00"_s} << u"currency"_s;
    QTest::newRow("no price") << product + QStringList{u"--currency"_s, u"EUR"_s} << u"price"_s;
    QTest::newRow("url not https") << product + QStringList{u"--url"_s, u"ftp://a.example/"_s} << u"https"_s;
    QTest::newRow("limit is none") << QStringList{u"product"_s, u"list"_s, u"--limit"_s, u"all"_s} << u"all"_s;
    QTest::newRow("limit of nothing") << QStringList{u"product"_s, u"list"_s, u"--limit"_s, u"0"_s} << u"1 to"_s;
    QTest::newRow("file missing") << QStringList{u"product"_s, u"import"_s, u"none.csv"_s} << u"none.csv"_s;
    QTest::newRow("users' file missing") << QStringList{u"user"_s, u"import"_s, u"none.csv"_s} << u"none.csv"_s;
    QTest::newRow("legacy file missing") << QStringList{u"import-legacy"_s, u"none.db"_s} << u"none.db"_s;
    QTest::newRow("views half on") << QStringList{u"legacy-views"_s, u"half"_s} << u"half"_s;
}

void TestCommands::command_refused_isOneLineAndItsStatus()
{
    QFETCH(const QStringList, arguments);
    QFETCH(const QString, names);
    const Workplace place;
    QVERIFY(place.addUser(u"sara"_s));
    const Outcome outcome = place.server(arguments);
    // A value that is none is wrong usage; the rest is refused.
    const QList<QByteArray> wrongUsage{"interest id is no number", "limit is none", "limit of nothing",
                                       "views half on"};
    const int status = wrongUsage.contains(QByteArray(QTest::currentDataTag())) ? 2 : 1;
    QVERIFY2(outcome.status == status, outcome.told().constData());
    QCOMPARE(outcome.output, QString());
    QVERIFY2(isOneLine(outcome.errors) && outcome.errors.contains(names), outcome.told().constData());
    QCOMPARE(place.count(u"products"_s), 0);
    QCOMPARE(place.count(u"accounts"_s), 1);
}

void TestCommands::account_itsLife_isToldInWordsAndJson()
{
    const Workplace place;
    const Outcome added = place.server(
        {u"user"_s, u"add"_s, u"sara"_s, u"--display-name"_s, u"Sara S."_s, u"--password-stdin"_s}, "pw\n");
    QVERIFY2(added.status == 0 && added.output.contains(u"sara"_s), added.told().constData());
    const Outcome second = place.server({u"user"_s, u"add"_s, u"tom"_s, u"--password-stdin"_s, u"--json"_s}, "pw");
    QCOMPARE(second.json().object().value(u"name"_s).toString(), u"tom"_s);

    const QJsonArray all = place.server({u"user"_s, u"list"_s, u"--json"_s}).json().array();
    QCOMPARE(all.size(), 2);
    QCOMPARE(all.at(0).toObject().value(u"display_name"_s).toString(), u"Sara S."_s);
    QVERIFY(place.server({u"user"_s, u"list"_s}).output.contains(u"Sara S."_s));
    QVERIFY(place.server({u"user"_s, u"show"_s, u"sara"_s}).output.contains(u"Sara S."_s));
    const QJsonObject shown = place.server({u"user"_s, u"show"_s, u"SARA"_s, u"--json"_s}).json().object();
    QCOMPARE(shown.value(u"name"_s).toString(), u"sara"_s);
    QVERIFY(shown.value(u"has_password"_s).toBool());
    QVERIFY(shown.value(u"interests"_s).isArray());

    QCOMPARE(place.server({u"user"_s, u"password"_s, u"sara"_s, u"--password-stdin"_s}, "new\n").status, 0);
    QCOMPARE(place.server({u"user"_s, u"password"_s, u"sara"_s, u"--password-stdin"_s}, "").status, 1);
    QCOMPARE(place.server({u"user"_s, u"remove"_s, u"tom"_s}).status, 0);
    QCOMPARE(place.count(u"accounts"_s), 1);
}

void TestCommands::password_withoutTerminal_isRefusedWithTheWayOut()
{
    const Workplace place;
    // Its own session has no terminal to open either.
    const Outcome outcome = place.run(u"setsid"_s, {u"--wait"_s, serverProgram(), u"user"_s, u"add"_s, u"sara"_s});
    QVERIFY2(outcome.status == 1, outcome.told().constData());
    QVERIFY2(isOneLine(outcome.errors) && outcome.errors.contains(u"--password-stdin"_s), outcome.told().constData());
    QCOMPARE(place.count(u"accounts"_s), 0);
}

void TestCommands::password_asJson_neverShowsAHash()
{
    const Workplace place;
    QVERIFY(place.addUser(u"sara"_s));
    for (const QStringList &arguments :
         {QStringList{u"user"_s, u"list"_s}, QStringList{u"user"_s, u"show"_s, u"sara"_s}}) {
        for (const QStringList &format : {QStringList{}, QStringList{u"--json"_s}}) {
            const QString output = place.server(arguments + format).output;
            QVERIFY(!output.contains(u"argon2"_s) && !output.contains(Workplace::password(u"sara"_s)));
        }
    }
    QVERIFY(place.sql(u"SELECT password_hash FROM account;"_s).output.startsWith(u"$argon2id$"_s));
}

void TestCommands::interest_itsLife_isToldInWordsAndJson()
{
    const Workplace place;
    QVERIFY(place.addUser(u"sara"_s));
    QCOMPARE(place.server({u"category"_s, u"add"_s, u"Phones"_s}).status, 0);
    const Outcome again = place.server({u"category"_s, u"add"_s, u"phones"_s, u"--json"_s});
    QCOMPARE(again.status, 0);
    QCOMPARE(again.json().object().value(u"is_new"_s).toBool(true), false);
    QCOMPARE(place.server({u"category"_s, u"list"_s, u"--json"_s}).json().array().size(), 1);
    const Outcome added =
        place.server({u"interest"_s, u"add"_s, u"sara"_s, u"--category"_s, u"phones"_s, u"--keyword"_s, u"fair"_s,
                      u"--max-price"_s, u"700.00"_s, u"--currency"_s, u"EUR"_s, u"--json"_s});
    QVERIFY2(added.status == 0, added.told().constData());
    QCOMPARE(added.json().object().value(u"is_new"_s).toBool(), true);
    const Outcome known =
        place.server({u"interest"_s, u"add"_s, u"sara"_s, u"--category"_s, u"Phones"_s, u"--keyword"_s, u"FAIR"_s,
                      u"--max-price"_s, u"700"_s, u"--currency"_s, u"EUR"_s});
    QVERIFY2(known.status == 0, known.told().constData());
    QVERIFY2(known.output.startsWith(u"sara hears of Phones"_s), known.told().constData());
    QVERIFY2(known.output.contains(u" already (interest "_s), known.told().constData());
    const QJsonArray all = place.server({u"interest"_s, u"list"_s, u"sara"_s, u"--json"_s}).json().array();
    QCOMPARE(all.size(), 1);
    QCOMPARE(all.at(0).toObject().value(u"category"_s).toString(), u"Phones"_s);
    QCOMPARE(all.at(0).toObject().value(u"max_price"_s).toString(), u"700.00"_s);
    const QString words = place.server({u"interest"_s, u"list"_s, u"sara"_s}).output;
    QVERIFY2(words.contains(u"FAIR"_s) && words.contains(u"700.00 EUR"_s), qPrintable(words));
    const QString id = all.at(0).toObject().value(u"id"_s).toString();
    QCOMPARE(place.server({u"interest"_s, u"remove"_s, u"sara"_s, id}).status, 0);
    QCOMPARE(place.server({u"interest"_s, u"list"_s, u"sara"_s, u"--json"_s}).output, u"[]\n"_s);
}

void TestCommands::product_added_isListedNewestFirst()
{
    const Workplace place;
    const Outcome first = place.server({u"product"_s, u"add"_s, u"--name"_s, u"One"_s, u"--category"_s, u"Books"_s});
    QVERIFY2(first.status == 0 && first.errors.contains(u"Books is a new category"_s), first.told().constData());
    const Outcome second = place.server({u"product"_s, u"add"_s, u"--name"_s, u"Two"_s, u"--category"_s, u"books"_s,
                                         u"--price"_s, u"599.00"_s, u"--currency"_s, u"EUR"_s, u"--url"_s,
                                         u"https://a.example/2"_s, u"--description"_s, u"D"_s, u"--json"_s});
    QCOMPARE(second.status, 0);
    QCOMPARE(second.errors, QString());
    QCOMPARE(second.json().object().value(u"category_is_new"_s).toBool(true), false);
    const QJsonArray all = place.server({u"product"_s, u"list"_s, u"--json"_s}).json().array();
    QCOMPARE(all.size(), 2);
    const QJsonObject newest = all.at(0).toObject();
    QCOMPARE(newest.value(u"name"_s).toString(), u"Two"_s);
    QCOMPARE(newest.value(u"price"_s).toString(), u"599.00"_s);
    QCOMPARE(newest.value(u"url"_s).toString(), u"https://a.example/2"_s);
    QCOMPARE(newest.value(u"description"_s).toString(), u"D"_s);
    QCOMPARE(place.server({u"product"_s, u"list"_s, u"--limit"_s, u"1"_s, u"--json"_s}).json().array().size(), 1);
    QVERIFY(place.server({u"product"_s, u"list"_s}).output.contains(u"599.00 EUR"_s));
}

void TestCommands::announcement_made_isCounted()
{
    const Workplace place;
    QVERIFY(place.addUser(u"sara"_s, {u"Books"_s}));
    QVERIFY(place.addUser(u"tom"_s));
    const Outcome all = place.server({u"announce"_s, u"--title"_s, u"Closed on Monday"_s, u"--json"_s});
    QVERIFY2(all.status == 0 && !all.json().object().value(u"id"_s).toString().isEmpty(), all.told().constData());
    const Outcome some = place.server({u"announce"_s, u"--title"_s, u"Reading"_s, u"--body"_s, u"B"_s, u"--category"_s,
                                       u"Books"_s, u"--url"_s, u"https://a.example/"_s});
    QVERIFY2(some.status == 0 && some.output.contains(u"Books"_s), some.told().constData());
    QCOMPARE(place.count(u"notifications"_s), 2);
    QCOMPARE(place.count(u"unvisited"_s), 3);
    QVERIFY(place.server({u"status"_s}).output.contains(u"last poll:      never"_s));
}

void TestCommands::status_ofAnEmptyDatabase_isAllZero()
{
    const Workplace place;
    const Outcome outcome = place.server({u"status"_s, u"--json"_s});
    QCOMPARE(outcome.status, 0);
    for (const QString &name :
         {u"accounts"_s, u"categories"_s, u"products"_s, u"notifications"_s, u"set_aside"_s, u"unvisited"_s}) {
        QCOMPARE(outcome.json().object().value(name).toInt(-1), 0);
    }
}

void TestCommands::list_ofNothing_saysHowToBegin()
{
    const Workplace place;
    for (const QString &thing : {u"user"_s, u"category"_s, u"product"_s}) {
        const Outcome words = place.server({thing, u"list"_s});
        QCOMPARE(words.status, 0);
        QCOMPARE(words.output, QString());
        QVERIFY2(words.errors.contains(u"yet"_s), words.told().constData());
        QCOMPARE(place.server({thing, u"list"_s, u"--json"_s}).output, u"[]\n"_s);
    }
}

void TestCommands::list_namesOfOtherScripts_areAligned()
{
    const Workplace place;
    // Two columns each, none for a combining mark, one each: all of them end where the next column begins.
    for (const QString &category : {u"携帯電話"_s, u"گوشی‌ها"_s, u"کُتُب"_s, u"Books"_s}) {
        QCOMPARE(place.server({u"product"_s, u"add"_s, u"--name"_s, u"END"_s, u"--category"_s, category}).status, 0);
    }
    const QString table = place.server({u"product"_s, u"list"_s}).output;
    const auto lines = table.split(u'\n', Qt::SkipEmptyParts);
    QCOMPARE(lines.size(), 5);
    const auto expected = lines.at(0).indexOf(u"NAME"_s);
    QCOMPARE(column(table, 1, expected), u"END"_s);
    QCOMPARE(lines.at(2).indexOf(u"END"_s), expected + 2); // Two marks that take no column.
    QCOMPARE(lines.at(3).indexOf(u"END"_s), expected + 1); // A half-space that takes none.
    QCOMPARE(lines.at(4).indexOf(u"END"_s), expected - 4); // Four characters that take two.
}

void TestCommands::list_foreignControlCharacters_areNotPrinted()
{
    const Workplace place;
    QVERIFY(place.addUser(u"sara"_s));
    QCOMPARE(
        place.sql(u"UPDATE account SET display_name = 'a' || char(27) || '[31m' || char(8238) || char(10) || 'b';"_s)
            .status,
        0);
    for (const QStringList &arguments :
         {QStringList{u"user"_s, u"list"_s}, QStringList{u"user"_s, u"show"_s, u"sara"_s}}) {
        const QString output = place.server(arguments).output;
        QVERIFY(!output.contains(u'\x1b') && !output.contains(QChar(0x202e)) && !output.contains(u"\nb"_s));
    }
}

QTEST_GUILESS_MAIN(TestCommands)
#include "test_commands.moc"
