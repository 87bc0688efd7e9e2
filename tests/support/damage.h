// SPDX-License-Identifier: MIT
#pragma once

#include "support/foreign_program.h"

#include <QByteArray>
#include <QFile>

namespace jarchi::test {

/// What a failing disk does to a database that is open: from `offset` on there is nothing but rubbish.
inline void damage(const QString &path, qint64 offset)
{
    ForeignProgram other(path);
    // So that nobody who has it open trusts what they have read, and nothing is in the log.
    other.execute(QStringLiteral("CREATE TABLE rubbish (x)"));
    other.execute(QStringLiteral("PRAGMA wal_checkpoint(TRUNCATE)"));
    QFile file(path);
    if (!file.open(QIODevice::ReadWrite) || !file.seek(offset))
        qFatal("The file cannot be damaged.");
    file.write(QByteArray(static_cast<qsizetype>(file.size() - offset), 'x'));
}

} // namespace jarchi::test
