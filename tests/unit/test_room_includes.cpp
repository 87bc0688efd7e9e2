// SPDX-License-Identifier: MIT
#include "room_rules.h"

#include <QDir>
#include <QDirIterator>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace jarchi::test;

/// The arrows between the rooms point down only. First that the checker can fail, then that the sources keep the rules.
class TestRoomIncludes : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void qtHeaders_lookedUpInInstalledQt_areKnownByModule();
    void include_againstRule_isRefused_data();
    void include_againstRule_isRefused();
    void include_withinRule_isAccepted_data();
    void include_withinRule_isAccepted();
    void room_withoutRule_isRefused();
    void fault_inLaterLine_hasItsNumber();
    void sources_ofWholeProject_keepRules_data();
    void sources_ofWholeProject_keepRules();
    void folders_ofProject_areKnownRooms_data();
    void folders_ofProject_areKnownRooms();
};

void TestRoomIncludes::qtHeaders_lookedUpInInstalledQt_areKnownByModule()
{
    QVERIFY(belongsToModule(u"QtWidgets"_s, u"QApplication"_s));
    QVERIFY(belongsToModule(u"QtWidgets"_s, u"QPushButton"_s));
    QVERIFY(belongsToModule(u"QtWidgets"_s, u"QtWidgets/QLabel"_s));
    QVERIFY(belongsToModule(u"QtWidgets"_s, u"QtWidgets"_s));
    QVERIFY(belongsToModule(u"QtSql"_s, u"QSqlDatabase"_s));
    QVERIFY(!belongsToModule(u"QtWidgets"_s, u"QCoreApplication"_s));
    QVERIFY(!belongsToModule(u"QtSql"_s, u"QString"_s));
}

void TestRoomIncludes::include_againstRule_isRefused_data()
{
    QTest::addColumn<QString>("application");
    QTest::addColumn<QString>("room");
    QTest::addColumn<QString>("line");
    QTest::addColumn<QString>("reason");

    const auto row = [](const char *name, const QString &application, const QString &room, const QString &line,
                        const QString &reason) { QTest::newRow(name) << application << room << line << reason; };
    const QString shared = u"shared"_s;
    const QString server = u"server-app"_s;
    const QString client = u"tray-client"_s;
    row("base knows nobody", shared, u"base"_s, u"#include \"protocol/codec.h\""_s, u"room protocol"_s);
    row("shared knows no server", shared, u"transport"_s, u"#include \"net/connection.h\""_s, u"room net"_s);
    row("catalog is below people", server, u"catalog"_s, u"#include \"people/account.h\""_s, u"room people"_s);
    row("catalog needs no database", server, u"catalog"_s, u"#include \"database/statement.h\""_s, u"room database"_s);
    row("store knows no network", server, u"store"_s, u"#include \"net/server.h\""_s, u"room net"_s);
    row("network knows no store", server, u"net"_s, u"#include \"store/store.h\""_s, u"room store"_s);
    row("network knows no delivery", server, u"net"_s, u"#include \"delivery/registry.h\""_s, u"room delivery"_s);
    row("network knows no database", server, u"net"_s, u"#include \"database/connection.h\""_s, u"room database"_s);
    row("delivery knows no network", server, u"delivery"_s, u"#include \"net/server.h\""_s, u"room net"_s);
    row("engine knows no command line", server, u"engine"_s, u"#include \"cli/command.h\""_s, u"room cli"_s);
    row("exchange knows no engine", server, u"exchange"_s, u"#include \"engine/engine.h\""_s, u"room engine"_s);
    row("exchange knows no face", server, u"exchange"_s, u"#include \"cli/progress.h\""_s, u"room cli"_s);
    row("command line knows no window", server, u"cli"_s, u"#include \"gui/window.h\""_s, u"room gui"_s);
    row("window knows no command line", server, u"gui"_s, u"#include \"cli/command.h\""_s, u"room cli"_s);
    row("server knows no client", server, u"engine"_s, u"#include \"inbox/inbox.h\""_s, u"room inbox"_s);
    row("client knows no server", client, u"session"_s, u"#include \"people/account.h\""_s, u"room people"_s);
    row("session knows no inbox", client, u"session"_s, u"#include \"inbox/inbox.h\""_s, u"room inbox"_s);
    row("notify knows no network", client, u"notify"_s, u"#include \"transport/outbox.h\""_s, u"room transport"_s);
    row("console knows no window", client, u"console"_s, u"#include \"ui/tray.h\""_s, u"room ui"_s);
    row("console shows no widgets", client, u"console"_s, u"#include \"widgets/icons.h\""_s, u"room widgets"_s);
    row("widgets know no server", shared, u"widgets"_s, u"#include \"catalog/product.h\""_s, u"room catalog"_s);
    row("main knows no other program", client, {}, u"#include \"engine/engine.h\""_s, u"room engine"_s);
    row("angle brackets change nothing", server, u"net"_s, u"#include <store/store.h>"_s, u"room store"_s);
    row("white space changes nothing", server, u"net"_s, u"  #  include\t\"store/store.h\""_s, u"room store"_s);
    row("way round through the parent", server, u"net"_s, u"#include \"../store/store.h\""_s, u"no room"_s);
    row("header without its room", server, u"net"_s, u"#include \"server.h\""_s, u"names no room"_s);
    row("SQL in the network", server, u"net"_s, u"#include <QSqlQuery>"_s, u"Qt Sql"_s);
    row("SQL in the engine", server, u"engine"_s, u"#include <QtSql/QSqlDatabase>"_s, u"Qt Sql"_s);
    row("widgets in the command line", server, u"cli"_s, u"#include <QApplication>"_s, u"Qt Widgets"_s);
    row("widgets in main", server, {}, u"#include <QMessageBox>"_s, u"Qt Widgets"_s);
    row("widgets in the console", client, u"console"_s, u"#include <QSystemTrayIcon>"_s, u"Qt Widgets"_s);
    row("libsodium in the engine", server, u"engine"_s, u"#include <sodium.h>"_s, u"libsodium"_s);
    row("libsodium in parts", server, u"net"_s, u"#include <sodium/utils.h>"_s, u"libsodium"_s);
    row("libcsv in the command line", server, u"cli"_s, u"#include <csv.h>"_s, u"libcsv"_s);
    row("libcsv in the store", server, u"store"_s, u"#include <csv.h>"_s, u"libcsv"_s);
    row("library in quotation marks", server, u"store"_s, u"#include \"csv.h\""_s, u"libcsv"_s);
}

void TestRoomIncludes::include_againstRule_isRefused()
{
    QFETCH(const QString, application);
    QFETCH(const QString, room);
    QFETCH(const QString, line);
    QFETCH(const QString, reason);

    const QStringList faults = brokenRules({application, room}, line);
    QCOMPARE(faults.size(), 1);
    QVERIFY2(faults.first().contains(reason), qPrintable(faults.first()));
}

void TestRoomIncludes::include_withinRule_isAccepted_data()
{
    QTest::addColumn<QString>("application");
    QTest::addColumn<QString>("room");
    QTest::addColumn<QString>("line");

    const auto row = [](const char *name, const QString &application, const QString &room, const QString &line) {
        QTest::newRow(name) << application << room << line;
    };
    row("own room", u"shared"_s, u"base"_s, u"#include \"base/error.h\""_s);
    row("room below", u"server-app"_s, u"store"_s, u"#include \"database/statement.h\""_s);
    row("SQL in the store", u"server-app"_s, u"store"_s, u"#include <QSqlQuery>"_s);
    row("SQL in the inbox", u"tray-client"_s, u"inbox"_s, u"#include <QSqlDatabase>"_s);
    row("widgets in the window", u"server-app"_s, u"gui"_s, u"#include <QMainWindow>"_s);
    row("widgets of both windows", u"shared"_s, u"widgets"_s, u"#include <QLabel>"_s);
    row("window shares widgets", u"server-app"_s, u"gui"_s, u"#include \"widgets/icons.h\""_s);
    row("widgets in the tray", u"tray-client"_s, u"ui"_s, u"#include <QSystemTrayIcon>"_s);
    row("libsodium in people", u"server-app"_s, u"people"_s, u"#include <sodium.h>"_s);
    row("libcsv where files are read", u"server-app"_s, u"exchange"_s, u"#include <csv.h>"_s);
    row("engine introduces everybody", u"server-app"_s, u"engine"_s, u"#include \"net/server.h\""_s);
    row("main opens a face", u"tray-client"_s, {}, u"#include \"console/console.h\""_s);
    row("library with a folder", u"shared"_s, u"base"_s, u"#include <tl/expected.hpp>"_s);
    row("output of moc", u"server-app"_s, u"cli"_s, u"#include \"worker.moc\""_s);
    row("what is only spoken of", u"server-app"_s, u"net"_s, u"// #include \"store/store.h\""_s);
}

void TestRoomIncludes::include_withinRule_isAccepted()
{
    QFETCH(const QString, application);
    QFETCH(const QString, room);
    QFETCH(const QString, line);

    QCOMPARE(brokenRules({application, room}, line), QStringList());
}

void TestRoomIncludes::room_withoutRule_isRefused()
{
    QCOMPARE(brokenRules({u"server-app"_s, u"attic"_s}, {}).size(), 1);
    // A room belongs to one application: nobody makes a second "store" in the client.
    QCOMPARE(brokenRules({u"tray-client"_s, u"store"_s}, {}).size(), 1);
}

void TestRoomIncludes::fault_inLaterLine_hasItsNumber()
{
    const QStringList faults = brokenRules({u"server-app"_s, u"net"_s}, uR"(// A comment
#include "transport/outbox.h"
#include "store/store.h"

#include <QSqlQuery>
)"_s);
    QCOMPARE(faults.size(), 2);
    QVERIFY2(faults.at(0).startsWith(u"line 3: store/store.h "_s), qPrintable(faults.at(0)));
    QVERIFY2(faults.at(1).startsWith(u"line 5: QSqlQuery "_s), qPrintable(faults.at(1)));
}

void TestRoomIncludes::sources_ofWholeProject_keepRules_data()
{
    QTest::addColumn<QString>("application");
    QTest::newRow("shared") << u"shared"_s;
    QTest::newRow("server-app") << u"server-app"_s;
    QTest::newRow("tray-client") << u"tray-client"_s;
}

void TestRoomIncludes::sources_ofWholeProject_keepRules()
{
    QFETCH(const QString, application);

    const QDir root(QStringLiteral(JARCHI_SOURCE_DIR) + u'/' + application);
    QDirIterator iterator(root.path(), {u"*.h"_s, u"*.cpp"_s}, QDir::Files, QDirIterator::Subdirectories);
    QStringList faults;
    int sources = 0;
    while (iterator.hasNext()) {
        QFile file(iterator.next());
        QVERIFY2(file.open(QIODevice::ReadOnly), qPrintable(file.fileName()));
        const QString name = root.relativeFilePath(file.fileName());
        const QString room = name.contains(u'/') ? name.section(u'/', 0, 0) : QString();
        for (const QString &fault : brokenRules({application, room}, QString::fromUtf8(file.readAll()))) {
            faults << u"%1/%2: %3"_s.arg(application, name, fault);
        }
        ++sources;
    }
    QVERIFY2(sources > 0, "No source was found: the check looked in the wrong place.");
    QVERIFY2(faults.isEmpty(), qPrintable(faults.join(u'\n')));
}

void TestRoomIncludes::folders_ofProject_areKnownRooms_data()
{
    sources_ofWholeProject_keepRules_data();
}

void TestRoomIncludes::folders_ofProject_areKnownRooms()
{
    QFETCH(const QString, application);

    const QDir root(QStringLiteral(JARCHI_SOURCE_DIR) + u'/' + application);
    for (const QString &folder : root.entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
        QVERIFY2(knownRooms(application).contains(folder), qPrintable(application + u'/' + folder));
    }
}

QTEST_APPLESS_MAIN(TestRoomIncludes)
#include "test_room_includes.moc"
