// SPDX-License-Identifier: MIT
#pragma once

#include <QString>
#include <QStringList>

/// Which room may include what, and a reader of sources that finds what breaks the rules. Pure functions; any thread.
namespace jarchi::test {

/// Where a source stands: "store" for server-app/store, "server-app" for its main.cpp.
struct Place
{
    QString application; ///< "shared", "server-app" or "tray-client".
    QString room;        ///< A folder in it; empty for what stands in the application's folder itself.
};

/// Every rule that a source at `place` breaks with the includes in `text`, a sentence each, with its line number.
[[nodiscard]] QStringList brokenRules(const Place &place, const QString &text);

/// The rooms that the rules know in an application.
[[nodiscard]] QStringList knownRooms(const QString &application);

/// Whether `header` is one of the Qt module's ("QtWidgets", "QtSql"), as the installed Qt has it.
[[nodiscard]] bool belongsToModule(const QString &module, const QString &header);

} // namespace jarchi::test
