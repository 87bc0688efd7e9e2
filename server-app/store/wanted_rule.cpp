// SPDX-License-Identifier: MIT
#include "store/wanted_rule.h"

#include "database/connection.h"
#include "database/statement.h"
#include "database/statement_splitter.h"

#include <QCoreApplication>
#include <QFile>
#include <QSqlQuery>
#include <QVariant>

namespace jarchi::store {

using namespace Qt::StringLiterals;

namespace {

class Words
{
    JARCHI_DECLARE_SENTENCES(Database)
};

/// The SELECT of the view `wanted`.
Result<QString> rule(const database::Connection &connection)
{
    QSqlQuery query(connection.handle());
    if (!query.exec(u"SELECT sql FROM main.sqlite_master WHERE type = 'view' AND name = 'wanted'"_s)) {
        return tl::unexpected(database::toError(query.lastError(), connection.path()));
    }
    // SQLite keeps the text as the migration has it, behind this beginning.
    const QString head = u"CREATE VIEW wanted AS"_s;
    const QString text = query.next() ? query.value(0).toString() : QString();
    if (!text.startsWith(head)) {
        return failure(
            Error::Kind::Broken,
            Words::tr("The database %1 lacks its view “wanted”: restore it from a backup.").arg(connection.path()));
    }
    return text.mid(head.size());
}

} // namespace

Result<QString> aroundRule(const database::Connection &connection, const QString &name)
{
    QFile file(u":/sql/sqlite/server/%1.sql"_s.arg(name));
    const Result<QString> view = rule(connection);
    if (!view) {
        return view;
    }
    if (!file.open(QIODevice::ReadOnly)) {
        return failure(Error::Kind::Broken, Words::tr("The program lacks its statement %1.").arg(file.fileName()));
    }
    // Cut before the view's text is put in: its comments may name the place, too.
    const Result<QStringList> outer = database::splitStatements(QString::fromUtf8(file.readAll()));
    const Result<QStringList> inner = database::splitStatements(*view);
    if (!outer || !inner || outer->size() != 1 || inner->size() != 1) {
        return failure(Error::Kind::Broken, Words::tr("%1 is not one statement.").arg(file.fileName()));
    }
    return outer->first().arg(inner->first());
}

} // namespace jarchi::store
