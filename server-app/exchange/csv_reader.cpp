// SPDX-License-Identifier: MIT
#include "exchange/csv_reader.h"

#include "base/text_rules.h"

#include <QCoreApplication>

#include <csv.h>

using namespace Qt::StringLiterals;

namespace jarchi::exchange {

namespace {

class Words
{
    JARCHI_DECLARE_SENTENCES(Import)
};

/// A row this long is a quote that was never closed.
constexpr qint64 LongestRow = 1024 * 1024;
/// Read at a time, at most: a line, or a part of a longer one.
constexpr qsizetype ChunkBytes = 64 * 1024;
constexpr QByteArrayView ByteOrderMark("\xEF\xBB\xBF");

int noSpace(unsigned char)
{
    return 0; // RFC 4180: spaces are part of a field. libcsv would trim them.
}

} // namespace

CsvReader::CsvReader(QIODevice &device)
    : m_device(device)
    , m_parser(std::make_unique<csv_parser>())
    , m_chunk(ChunkBytes, Qt::Uninitialized)
{
    csv_init(m_parser.get(), CSV_STRICT | CSV_STRICT_FINI);
    csv_set_space_func(m_parser.get(), noSpace);
}

CsvReader::~CsvReader()
{
    csv_free(m_parser.get());
}

Result<void> CsvReader::parse(QByteArrayView bytes)
{
    const auto takeField = [](void *data, std::size_t size, void *self) {
        static_cast<CsvReader *>(self)->m_row.fields.append(
            QByteArray(static_cast<const char *>(data), static_cast<qsizetype>(size)));
    };
    const auto takeRow = [](int, void *self) { static_cast<CsvReader *>(self)->endRow(); };
    const bool parsed = bytes.data() == nullptr
                            ? csv_fini(m_parser.get(), takeField, takeRow, this) == 0
                            : csv_parse(m_parser.get(), bytes.data(), static_cast<std::size_t>(bytes.size()), takeField,
                                        takeRow, this) == static_cast<std::size_t>(bytes.size());
    if (!parsed) {
        return refused(
            Words::tr("Line %L1: this is not CSV. A field with a quote in it is written \"like \"\"this\"\"\".")
                .arg(m_line));
    }
    return {};
}

void CsvReader::endRow()
{
    m_rows.push_back(std::exchange(m_row, {}));
    m_rowBytes = 0;
}

/// A line, or a part of one longer than a chunk; nothing at the end.
std::optional<QByteArrayView> CsvReader::readChunk()
{
    const qint64 length = m_device.readLine(m_chunk.data(), m_chunk.size());
    if (length <= 0) {
        return std::nullopt;
    }
    QByteArrayView chunk(m_chunk.constData(), length);
    m_position += length;
    m_line += m_beginsLine ? 1 : 0;
    m_beginsLine = chunk.endsWith('\n');
    m_isBinary = m_isBinary || (m_width == 0 && chunk.contains('\0')); // Also UTF-16. In a row it is that row's fault.
    const bool isFirst = m_position == length;
    return isFirst && chunk.startsWith(ByteOrderMark) ? chunk.sliced(ByteOrderMark.size()) : chunk;
}

Result<std::optional<CsvReader::RawRow>> CsvReader::nextRaw()
{
    while (m_rows.empty() && !m_atEnd) {
        const auto line = readChunk();
        if (!line) {
            m_atEnd = true;
            if (!parse({})) {
                return refused(
                    Words::tr("Line %L1: this row does not end. Is a closing quote missing?").arg(m_row.line));
            }
            break;
        }
        const bool beginsRow = m_rowBytes == 0;
        if (beginsRow) {
            m_row.line = m_line;
        }
        m_rowBytes += line->size();
        if (m_rowBytes > LongestRow) {
            return refused(Words::tr("Line %L1: this row does not end. Is a closing quote missing?").arg(m_row.line));
        }
        if (const auto parsed = parse(*line); !parsed) {
            return tl::unexpected(parsed.error());
        }
        if (beginsRow && m_rows.empty() && line->trimmed().isEmpty()) {
            m_rowBytes = 0; // An empty line between rows, not one inside a quoted field.
        }
    }
    if (m_rows.empty()) {
        return std::nullopt;
    }
    RawRow row = std::move(m_rows.front());
    m_rows.pop_front();
    return row;
}

Result<void> CsvReader::readHeader(const QStringList &columns, const QStringList &required)
{
    const auto header = nextRaw();
    if (m_isBinary) {
        return refused(Words::tr("This is not a text in UTF-8. Save the table as CSV, in UTF-8."));
    }
    if (!header) {
        return tl::unexpected(header.error());
    }
    if (!*header) {
        return refused(Words::tr("The file is empty. Its first line names the columns: %1.").arg(columns.join(u',')));
    }
    m_width = (*header)->fields.size();
    m_columns.fill(-1, columns.size());
    for (qsizetype index = 0; index < m_width; ++index) {
        const auto field = decodeUtf8((*header)->fields.at(index));
        if (!field) {
            return refused(Words::tr("This is not a text in UTF-8. Save the table as CSV, in UTF-8."));
        }
        const QString name = field->trimmed().toLower();
        const auto column = columns.indexOf(name);
        if (column < 0 && m_width == 1 && (name.contains(u';') || name.contains(u'\t'))) {
            return refused(Words::tr("Line 1: the columns are not separated by commas. Save the table with commas "
                                     "between the columns."));
        }
        if (column < 0) {
            return refused(Words::tr("Line 1: there is no column \"%1\". The columns are %2, in any order.")
                               .arg(name.left(80), columns.join(", "_L1)));
        }
        if (m_columns.at(column) >= 0) {
            return refused(Words::tr("Line 1: the column \"%1\" is there twice.").arg(name));
        }
        m_columns[column] = index;
    }
    for (const QString &name : required) {
        if (m_columns.at(columns.indexOf(name)) < 0) {
            return refused(
                Words::tr("Line 1: the column \"%1\" is missing. The first line names the columns.").arg(name));
        }
    }
    return {};
}

Result<std::optional<CsvRow>> CsvReader::next()
{
    const auto raw = nextRaw();
    if (!raw) {
        return tl::unexpected(raw.error());
    }
    if (!*raw) {
        return std::nullopt;
    }
    CsvRow row{(*raw)->line, {}, {}};
    const auto &fields = (*raw)->fields;
    if (fields.size() != m_width) {
        row.fault = Words::tr("The row has %L1 fields, the header has %L2.").arg(fields.size()).arg(m_width);
        return row;
    }
    for (const qsizetype index : m_columns) {
        const auto text = index < 0 ? QString() : decodeUtf8(fields.at(index));
        if (!text) {
            row.fault = Words::tr("The row is not UTF-8.");
            break;
        }
        row.fields.append(*text);
    }
    return row;
}

} // namespace jarchi::exchange
