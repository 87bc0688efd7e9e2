// SPDX-License-Identifier: MIT
#pragma once

#include "base/error.h"
#include "database/connection.h"
#include "database/statement.h"
#include "inbox/entry.h"

#include <memory>

namespace jarchi::inbox {

/// A connection to an inbox's file that cannot change it, and what is asked through it. Lives in the thread that opened
/// it.
class InboxQuestions
{
public:
    [[nodiscard]] static Result<std::unique_ptr<InboxQuestions>> open(const QString &path);

    [[nodiscard]] Result<EntryList> list(const EntryQuery &query);
    [[nodiscard]] Result<QList<Entry>> entries(const QList<EntryId> &ids);

private:
    explicit InboxQuestions(database::Connection connection);
    [[nodiscard]] Result<QList<EntryLine>> lines(const EntryQuery &query);
    [[nodiscard]] Result<QStringList> categories();
    [[nodiscard]] Result<EntryList> answer(const EntryQuery &query);

    database::Connection m_connection;
    database::Statements m_statements;
};

} // namespace jarchi::inbox
