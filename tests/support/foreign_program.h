// SPDX-License-Identifier: MIT
#pragma once

#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QSqlRecord>
#include <QString>
#include <QUuid>
#include <QVariant>

namespace jarchi::test {

/// Another program on the same database file: a plain connection that knows none of Jarchi's settings and checks.
class ForeignProgram
{
public:
    explicit ForeignProgram(const QString &path)
        : m_name(QUuid::createUuid().toString())
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), m_name);
        database.setDatabaseName(path);
        if (!database.open()) {
            qFatal("%s", qPrintable(database.lastError().text()));
        }
    }
    ~ForeignProgram() { QSqlDatabase::removeDatabase(m_name); }
    Q_DISABLE_COPY_MOVE(ForeignProgram)

    /// Empty when it worked, the driver's words when it did not.
    QString tryTo(const QString &sql, const QVariantList &values = {})
    {
        QSqlQuery query(QSqlDatabase::database(m_name, false));
        query.prepare(sql);
        for (const QVariant &value : values) {
            query.addBindValue(value);
        }
        return query.exec() ? QString() : query.lastError().text();
    }
    void execute(const QString &sql, const QVariantList &values = {})
    {
        if (const QString error = tryTo(sql, values); !error.isEmpty()) {
            qFatal("%s: %s", qPrintable(sql), qPrintable(error));
        }
    }
    /// All rows, as lists of values.
    QList<QVariantList> rows(const QString &sql)
    {
        QSqlQuery query(QSqlDatabase::database(m_name, false));
        if (!query.exec(sql)) {
            qFatal("%s: %s", qPrintable(sql), qPrintable(query.lastError().text()));
        }
        QList<QVariantList> result;
        while (query.next()) {
            QVariantList row;
            for (int column = 0; column < query.record().count(); ++column) {
                row.append(query.value(column));
            }
            result.append(row);
        }
        return result;
    }
    QVariant value(const QString &sql)
    {
        const QList<QVariantList> found = rows(sql);
        return found.isEmpty() ? QVariant() : found.first().value(0);
    }

private:
    QString m_name;
};

} // namespace jarchi::test
