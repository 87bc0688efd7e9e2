// SPDX-License-Identifier: MIT
#include "database/statement_splitter.h"

#include <algorithm>

namespace jarchi::database {

using namespace Qt::StringLiterals;

namespace {

bool isWordCharacter(QChar character)
{
    return character.isLetterOrNumber() || character == u'_' || character == u'$';
}

bool isWord(QStringView word, QLatin1StringView keyword)
{
    return word.compare(keyword, Qt::CaseInsensitive) == 0;
}

/// Reads the file from left to right, one token after the other.
class Splitter
{
public:
    explicit Splitter(QStringView sql)
        : m_sql(sql)
    {
    }

    Result<QStringList> split()
    {
        while (m_at < m_sql.size()) {
            if (Result<void> taken = take(); !taken) {
                return tl::unexpected(taken.error());
            }
        }
        if (m_isTrigger && (m_depth > 0 || !m_hasBody)) {
            return refused(u"The trigger that begins in line %1 has no end."_s.arg(lineOf(m_statementAt)));
        }
        finishStatement();
        return m_statements;
    }

private:
    Result<void> take()
    {
        const QChar character = m_sql[m_at];
        if (rest().startsWith("--"_L1)) {
            const qsizetype end = m_sql.indexOf(u'\n', m_at);
            m_at = end < 0 ? m_sql.size() : end;
            return {};
        }
        if (rest().startsWith("/*"_L1)) {
            return skipComment();
        }
        if (character == u'\'' || character == u'"' || character == u'`') {
            return takeQuoted(character);
        }
        if (character == u'[') {
            return takeQuoted(u']');
        }
        if (isWordCharacter(character)) {
            takeWord();
            return {};
        }
        if (character == u';' && endsHere()) {
            finishStatement();
        } else {
            append(1);
        }
        return {};
    }

    Result<void> skipComment()
    {
        const qsizetype end = m_sql.indexOf("*/"_L1, m_at + 2);
        if (end < 0) {
            return refused(u"The comment that begins in line %1 has no end."_s.arg(lineOf(m_at)));
        }
        m_at = end + 2;
        m_statement += u' ';
        return {};
    }

    /// A string or a quoted name. A doubled quote in it begins what looks like another string right after, which is as
    /// good.
    Result<void> takeQuoted(QChar quote)
    {
        const qsizetype end = m_sql.indexOf(quote, m_at + 1);
        if (end < 0) {
            return refused(u"The quotation that begins in line %1 has no end."_s.arg(lineOf(m_at)));
        }
        append(end + 1 - m_at);
        return {};
    }

    void takeWord()
    {
        qsizetype end = m_at;
        while (end < m_sql.size() && isWordCharacter(m_sql[end])) {
            ++end;
        }
        const QStringView word = m_sql.sliced(m_at, end - m_at);
        if (++m_words == 1) {
            m_statementAt = m_at;
        }
        m_isTrigger = m_isTrigger || startsTrigger(word);
        if (m_isTrigger) {
            if (isWord(word, "BEGIN"_L1) || isWord(word, "CASE"_L1)) {
                ++m_depth;
                m_hasBody = m_hasBody || isWord(word, "BEGIN"_L1);
            } else if (isWord(word, "END"_L1)) {
                m_depth = std::max(0, m_depth - 1);
            }
        }
        append(end - m_at);
    }

    /// CREATE TRIGGER, CREATE TEMP TRIGGER or CREATE TEMPORARY TRIGGER: `word` is one of the first three.
    bool startsTrigger(QStringView word)
    {
        if (m_words == 1) {
            m_isCreate = isWord(word, "CREATE"_L1);
            return false;
        }
        if (!m_isCreate || m_words > 3) {
            return false;
        }
        if (m_words == 2 && (isWord(word, "TEMP"_L1) || isWord(word, "TEMPORARY"_L1))) {
            return false;
        }
        const bool trigger = isWord(word, "TRIGGER"_L1);
        m_isCreate = trigger;
        return trigger;
    }

    [[nodiscard]] bool endsHere() const { return !m_isTrigger || (m_hasBody && m_depth == 0); }

    void append(qsizetype length)
    {
        m_statement += m_sql.sliced(m_at, length);
        m_at += length;
    }

    void finishStatement()
    {
        if (const QString statement = m_statement.trimmed(); !statement.isEmpty()) {
            m_statements.append(statement);
        }
        m_statement.clear();
        m_words = 0;
        m_depth = 0;
        m_isCreate = false;
        m_isTrigger = false;
        m_hasBody = false;
        ++m_at; // The semicolon, or what is behind the end.
    }

    [[nodiscard]] QStringView rest() const { return m_sql.sliced(m_at); }
    [[nodiscard]] qsizetype lineOf(qsizetype at) const { return 1 + m_sql.first(at).count(u'\n'); }

    QStringView m_sql;
    qsizetype m_at = 0;
    QStringList m_statements;
    QString m_statement;
    qsizetype m_statementAt = 0;
    int m_words = 0; ///< Of this statement so far.
    int m_depth = 0; ///< Open BEGIN and CASE of a trigger.
    bool m_isCreate = false;
    bool m_isTrigger = false;
    bool m_hasBody = false;
};

} // namespace

Result<QStringList> splitStatements(QStringView sql)
{
    return Splitter(sql).split();
}

} // namespace jarchi::database
