// SPDX-License-Identifier: MIT
#pragma once

#include "base/error.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QIODevice>
#include <QList>
#include <QString>
#include <QStringList>

#include <deque>
#include <memory>
#include <optional>

struct csv_parser;

namespace jarchi::exchange {

/// One row of a table, by column.
struct CsvRow
{
    qint64 line = 0; ///< Where it begins in the file, counted from 1.
    QStringList fields;
    /// Why the row cannot be used, if so: another number of fields than the header, or bytes that are not UTF-8.
    QString fault;
};

/// Reads RFC 4180: quoted fields, line breaks inside them, CRLF or LF, UTF-8 with or without a byte order mark. The
/// first row names the columns. Row by row, so the size of the file does not matter. The parsing itself is libcsv's.
class CsvReader
{
public:
    /// `device` is open and outlives this.
    explicit CsvReader(QIODevice &device);
    ~CsvReader();

    /// Reads the header and finds `columns` in it, in any order and case. Refused: a column that is missing although
    /// `required` names it, one that is there twice, or one that is unknown.
    [[nodiscard]] Result<void> readHeader(const QStringList &columns, const QStringList &required);
    /// The next row, its fields in the order of the `columns` given to readHeader(), empty where the file has no such
    /// column. Nothing at the end. An error (a quote out of place, an endless row) ends the reading.
    [[nodiscard]] Result<std::optional<CsvRow>> next();
    /// Bytes read so far, for a progress bar.
    [[nodiscard]] qint64 position() const { return m_position; }

private:
    struct RawRow
    {
        qint64 line = 0;
        QList<QByteArray> fields;
    };

    [[nodiscard]] std::optional<QByteArrayView> readChunk();
    [[nodiscard]] Result<std::optional<RawRow>> nextRaw();
    [[nodiscard]] Result<void> parse(QByteArrayView bytes);
    void endRow();

    QIODevice &m_device;
    std::unique_ptr<csv_parser> m_parser;
    QByteArray m_chunk;        ///< What is read into, over and over.
    std::deque<RawRow> m_rows; ///< Parsed and not asked for yet.
    RawRow m_row;              ///< Being parsed.
    qint64 m_line = 0;
    qint64 m_position = 0;
    qint64 m_rowBytes = 0;
    bool m_beginsLine = true;
    bool m_atEnd = false;
    QList<qsizetype> m_columns; ///< For each wanted column, where it is in the file; -1 for none.
    bool m_isBinary = false;
    qsizetype m_width = 0;
};

} // namespace jarchi::exchange
