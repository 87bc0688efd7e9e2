// SPDX-License-Identifier: MIT
#pragma once

#include "base/error.h"
#include "base/money.h"
#include "base/text_rules.h"

#include <QDateTime>
#include <QString>
#include <QVariant>

#include <optional>

/// Values of a row that may be another program's. Statements read its texts as bytes, cut one byte behind the longest
/// that is allowed; these functions make text of them, or say in a sentence why they cannot be believed ("The title is
/// too long."). `word` is the column's name in the sentence. Pure functions.
namespace jarchi::store {

/// One line of at most `characters`; may be empty.
[[nodiscard]] Result<QString> readLine(const QVariant &bytes, const QString &word, qsizetype characters);
[[nodiscard]] Result<QString> readBody(const QVariant &bytes, const QString &word);
/// May be empty.
[[nodiscard]] Result<QString> readUrl(const QVariant &bytes);
/// NULL and '' are no time, which is the invalid QDateTime.
[[nodiscard]] Result<QDateTime> readTime(const QVariant &text, const QString &word);
/// NULL is no price, whatever the currency says.
[[nodiscard]] Result<std::optional<Money>> readPrice(const QVariant &minor, const QVariant &currency);

} // namespace jarchi::store
