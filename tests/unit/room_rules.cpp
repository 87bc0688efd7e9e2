// SPDX-License-Identifier: MIT
#include "room_rules.h"

#include <QFileInfo>
#include <QLibraryInfo>
#include <QRegularExpression>

#include <algorithm>
#include <array>
#include <functional>

using namespace Qt::StringLiterals;

namespace jarchi::test {
namespace {

/// A room, and the rooms that it may include besides itself. docs/architecture.md has the reasons.
struct RoomRule
{
    QString application;
    QString room;
    QStringList mayInclude;
};

/// A library that only some rooms may know, whatever their CMake targets would let them reach.
struct LibraryRule
{
    QString name;
    std::function<bool(const QString &header)> has;
    QStringList rooms;
};

const QStringList &sharedRooms()
{
    static const QStringList rooms{u"base"_s, u"protocol"_s, u"transport"_s, u"database"_s};
    return rooms;
}

const QList<RoomRule> &roomRules()
{
    static const QStringList engine =
        sharedRooms() + QStringList{u"catalog"_s, u"people"_s, u"store"_s, u"delivery"_s, u"net"_s};
    static const QStringList faces = sharedRooms() + QStringList{u"session"_s, u"inbox"_s, u"notify"_s};
    static const QList<RoomRule> rules{
        {u"shared"_s, u"base"_s, {}},
        {u"shared"_s, u"protocol"_s, {u"base"_s}},
        {u"shared"_s, u"transport"_s, {u"base"_s, u"protocol"_s}},
        {u"shared"_s, u"database"_s, {u"base"_s}},
        // For either program's window; nobody else has a display.
        {u"shared"_s, u"widgets"_s, {u"base"_s, u"protocol"_s}},

        {u"server-app"_s, u"catalog"_s, {u"base"_s, u"protocol"_s}},
        {u"server-app"_s, u"people"_s, {u"base"_s, u"protocol"_s, u"catalog"_s}},
        {u"server-app"_s, u"store"_s, {u"base"_s, u"protocol"_s, u"database"_s, u"catalog"_s, u"people"_s}},
        {u"server-app"_s,
         u"delivery"_s,
         {u"base"_s, u"protocol"_s, u"transport"_s, u"catalog"_s, u"people"_s, u"store"_s}},
        // The network never sees the store or the delivery: the engine introduces them.
        {u"server-app"_s, u"net"_s, {u"base"_s, u"protocol"_s, u"transport"_s, u"catalog"_s, u"people"_s}},
        {u"server-app"_s, u"engine"_s, engine},
        // Files in and out, for either face; it needs no server.
        {u"server-app"_s, u"exchange"_s, {u"base"_s, u"protocol"_s, u"catalog"_s, u"people"_s, u"store"_s}},
        // Two faces of one engine, which do not know each other.
        {u"server-app"_s, u"cli"_s, engine + QStringList{u"engine"_s, u"exchange"_s}},
        {u"server-app"_s, u"gui"_s, engine + QStringList{u"engine"_s, u"exchange"_s, u"widgets"_s}},
        {u"server-app"_s, {}, engine + QStringList{u"engine"_s, u"exchange"_s, u"cli"_s, u"gui"_s}},

        {u"tray-client"_s, u"session"_s, {u"base"_s, u"protocol"_s, u"transport"_s}},
        {u"tray-client"_s, u"inbox"_s, {u"base"_s, u"protocol"_s, u"database"_s}},
        {u"tray-client"_s, u"notify"_s, {u"base"_s, u"protocol"_s}},
        {u"tray-client"_s, u"balloons"_s, {u"base"_s, u"protocol"_s, u"notify"_s}},
        {u"tray-client"_s, u"desktop"_s, {u"base"_s}},
        {u"tray-client"_s, u"keyring"_s, {u"base"_s}},
        {u"tray-client"_s, u"preferences"_s, {u"base"_s}},
        {u"tray-client"_s, u"console"_s, faces},
        // Everything the tray does, without a window.
        {u"tray-client"_s, u"client"_s, faces + QStringList{u"keyring"_s, u"preferences"_s}},
        {u"tray-client"_s, u"ui"_s,
         faces + QStringList{u"widgets"_s, u"balloons"_s, u"desktop"_s, u"keyring"_s, u"preferences"_s, u"client"_s}},
        {u"tray-client"_s, {}, faces + QStringList{u"console"_s, u"ui"_s}},
    };
    return rules;
}

const std::array<LibraryRule, 5> &libraryRules()
{
    static const std::array<LibraryRule, 5> rules{{
        {u"Qt Sql"_s,
         [](const QString &header) { return belongsToModule(u"QtSql"_s, header); },
         {u"database"_s, u"store"_s, u"inbox"_s}},
        // Each application's main.cpp chooses between QApplication and QCoreApplication through its room.
        {u"Qt Widgets"_s,
         [](const QString &header) { return belongsToModule(u"QtWidgets"_s, header); },
         {u"widgets"_s, u"gui"_s, u"ui"_s}},
        {u"libsodium"_s, [](const QString &header) { return header.startsWith(u"sodium"_s); }, {u"people"_s}},
        {u"QtKeychain"_s, [](const QString &header) { return header.startsWith(u"qt6keychain/"_s); }, {u"keyring"_s}},
        {u"libcsv"_s, [](const QString &header) { return header == u"csv.h"_s; }, {u"exchange"_s}},
    }};
    return rules;
}

const RoomRule *ruleFor(const Place &place)
{
    const QList<RoomRule> &rules = roomRules();
    const auto found = std::find_if(rules.cbegin(), rules.cend(), [&place](const RoomRule &rule) {
        return rule.application == place.application && rule.room == place.room;
    });
    return found == rules.cend() ? nullptr : &*found;
}

bool isRoom(const QString &name)
{
    const QList<RoomRule> &rules = roomRules();
    return std::any_of(rules.cbegin(), rules.cend(),
                       [&name](const RoomRule &rule) { return !name.isEmpty() && rule.room == name; });
}

/// What is wrong with including the project's own `header` where `rule` holds; empty when nothing is.
QString faultOfProjectHeader(const RoomRule &rule, const QString &header)
{
    // moc's output stands beside what includes it, and has no other address.
    if (header.endsWith(u".moc"_s) && !header.contains(u'/')) {
        return {};
    }
    const QString target = header.section(u'/', 0, 0);
    if (!header.contains(u'/')) {
        return u"names no room; write \"room/%1\""_s.arg(header);
    }
    if (!isRoom(target)) {
        return u"is in no room that the rules know"_s;
    }
    if (target != rule.room && !rule.mayInclude.contains(target)) {
        return u"is in the room %1, which %2 may not know"_s.arg(target,
                                                                 rule.room.isEmpty() ? rule.application : rule.room);
    }
    return {};
}

QString faultOfLibraryHeader(const RoomRule &rule, const QString &header)
{
    for (const LibraryRule &library : libraryRules()) {
        if (library.has(header) && !library.rooms.contains(rule.room)) {
            return u"belongs to %1, which only %2 may know"_s.arg(library.name, library.rooms.join(u", "_s));
        }
    }
    return {};
}

} // namespace

QStringList brokenRules(const Place &place, const QString &text)
{
    const RoomRule *rule = ruleFor(place);
    if (rule == nullptr) {
        return {
            u"There is no rule for the room %1/%2: add one to room_rules.cpp."_s.arg(place.application, place.room)};
    }
    static const QRegularExpression includeLine(uR"(^\s*#\s*include\s*([<"])([^>"]+)[>"])"_s);
    QStringList faults;
    int number = 0;
    for (const QString &line : text.split(u'\n')) {
        ++number;
        const QRegularExpressionMatch match = includeLine.match(line);
        if (!match.hasMatch()) {
            continue;
        }
        const QString header = match.captured(2);
        // Angle brackets do not turn a room into a library.
        const bool ours = match.captured(1) == u"\""_s || isRoom(header.section(u'/', 0, 0));
        const QString libraryFault = faultOfLibraryHeader(*rule, header);
        const QString fault = ours && libraryFault.isEmpty() ? faultOfProjectHeader(*rule, header) : libraryFault;
        if (!fault.isEmpty()) {
            faults << u"line %1: %2 %3."_s.arg(number).arg(header, fault);
        }
    }
    return faults;
}

QStringList knownRooms(const QString &application)
{
    QStringList rooms;
    for (const RoomRule &rule : roomRules()) {
        if (rule.application == application && !rule.room.isEmpty()) {
            rooms << rule.room;
        }
    }
    return rooms;
}

bool belongsToModule(const QString &module, const QString &header)
{
    return header == module || header.startsWith(module + u'/') ||
           QFileInfo(QLibraryInfo::path(QLibraryInfo::HeadersPath) + u'/' + module + u'/' + header).isFile();
}

} // namespace jarchi::test
