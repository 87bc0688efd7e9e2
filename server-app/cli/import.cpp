// SPDX-License-Identifier: MIT
#include "cli/import.h"

#include "base/signal_watcher.h"
#include "cli/progress.h"
#include "exchange/product_rows.h"
#include "exchange/row_batch.h"
#include "people/hash_batch.h"
#include "store/account_repository.h"
#include "store/interest_repository.h"
#include "store/product_repository.h"

#include <QCoreApplication>
#include <QFile>

#include <functional>
#include <map>
#include <vector>

using namespace Qt::StringLiterals;

namespace jarchi::cli {

namespace {

using exchange::AddRow;
using exchange::CsvReader;
using exchange::CsvRow;

/// Of products. Long enough that the disk is not what it waits for, short enough that a running server gets in between.
constexpr qsizetype ProductBatch = 1000;

struct Outcome
{
    qint64 added = 0;
    qint64 refused = 0;
    bool interrupted = false;
};

/// Looks at a batch before its transaction begins: what takes long must not hold the database.
using PrepareBatch = std::function<void(const std::vector<CsvRow> &)>;

Result<void> addBatch(store::Store &store, const std::vector<CsvRow> &rows, const AddRow &add, Progress &progress,
                      Outcome &outcome)
{
    QList<exchange::RefusedRow> refusedRows;
    const auto written = store.write([&]() -> Result<void> {
        return exchange::addRows(store, rows, add).map([&](const auto &these) { refusedRows = these; });
    });
    if (!written) {
        return written;
    }
    for (const auto &[line, reason] : refusedRows) {
        progress.note(u"line %1: %2"_s.arg(line).arg(reason));
    }
    outcome.refused += refusedRows.size();
    outcome.added += static_cast<qint64>(rows.size()) - refusedRows.size();
    return {};
}

Result<void> importRows(store::Store &store, CsvReader &reader, qsizetype batchRows, const PrepareBatch &prepare,
                        const AddRow &add, Progress &progress, Outcome &outcome)
{
    SignalWatcher watcher;
    QObject::connect(&watcher, &SignalWatcher::requested, &watcher, [&outcome] { outcome.interrupted = true; });
    bool atEnd = false;
    while (!atEnd && !outcome.interrupted) {
        const exchange::RowBatch batch = exchange::readBatch(reader, batchRows);
        prepare(batch.rows);
        if (const auto added = addBatch(store, batch.rows, add, progress, outcome); !added) {
            return added;
        }
        if (!batch.readable) {
            return batch.readable; // What stood before the unreadable line is in.
        }
        atEnd = batch.atEnd;
        progress.show(reader.position(), outcome.added);
        QCoreApplication::processEvents();
    }
    return {};
}

Result<void> conclude(Invocation &invocation, const Result<void> &imported, const Outcome &outcome,
                      const QString &things)
{
    const QString counts = u"imported %1 %2, refused %3 %4"_s.arg(outcome.added)
                               .arg(things)
                               .arg(outcome.refused)
                               .arg(outcome.refused == 1 ? u"row"_s : u"rows"_s);
    if (!imported) {
        return failure(imported.error().kind, u"%1 (%2 before that)"_s.arg(imported.error().message, counts));
    }
    if (outcome.interrupted) {
        return failure(Error::Kind::Unavailable, u"Interrupted: %1; the rest of the file is not in."_s.arg(counts));
    }
    invocation.print(counts, QJsonObject{{u"imported"_s, outcome.added}, {u"refused"_s, outcome.refused}});
    if (outcome.refused > 0) {
        return refused(u"Refused rows: %1; see above. Correct them and import them alone."_s.arg(outcome.refused));
    }
    return {};
}

using ReadHeader = std::function<Result<void>(CsvReader &)>;

/// Opens the file and the database, and imports with `prepare` and `makeAdd(progress)`.
Result<void> importFile(Invocation &invocation, const ReadHeader &readHeader, qsizetype batchRows,
                        const PrepareBatch &prepare, const std::function<AddRow(Progress &)> &makeAdd,
                        const QString &things)
{
    QFile file(invocation.arguments().first());
    if (!file.open(QIODevice::ReadOnly)) {
        return refused(u"Cannot read %1: %2."_s.arg(file.fileName(), file.errorString()));
    }
    CsvReader reader(file);
    if (const auto header = readHeader(reader); !header) {
        return refused(u"%1: %2"_s.arg(file.fileName(), header.error().message));
    }
    const auto store = invocation.store();
    if (!store) {
        return tl::unexpected(store.error());
    }
    Outcome outcome;
    Result<void> imported;
    {
        Progress progress(file.size(), things);
        imported = importRows(**store, reader, batchRows, prepare, makeAdd(progress), progress, outcome);
    }
    return conclude(invocation, imported, outcome, things);
}

/// The hashes of a batch's passwords by their rows' lines.
std::map<qint64, Result<QByteArray>> hashPasswords(const std::vector<CsvRow> &rows)
{
    QStringList passwords;
    for (const CsvRow &row : rows) {
        passwords.append(row.fault.isEmpty() ? row.fields.at(1) : QString());
    }
    auto inOrder = people::hashPasswords(passwords);
    std::map<qint64, Result<QByteArray>> hashes;
    for (std::size_t index = 0; index < rows.size(); ++index) {
        hashes.emplace(rows.at(index).line, std::move(inOrder.at(index)));
    }
    return hashes;
}

Result<void> addUser(store::Store &store, const CsvRow &row, const Result<QByteArray> &hash)
{
    if (!hash) {
        return tl::unexpected(hash.error());
    }
    return people::validatedName(row.fields.at(0)).and_then([&](const QString &name) {
        return store.accounts().add(name, name, *hash).and_then([&](people::AccountId account) -> Result<void> {
            for (const QString &category : row.fields.at(2).split(u';', Qt::SkipEmptyParts)) {
                const auto added =
                    people::validated({0, category, {}, {}}).and_then([&](const people::Interest &interest) {
                        return store.interests().add(account, interest);
                    });
                if (!added) {
                    return tl::unexpected(added.error());
                }
            }
            return {};
        });
    });
}

} // namespace

Result<void> importProducts(Invocation &invocation)
{
    const auto makeAdd = [](Progress &progress) -> AddRow {
        return [&progress](store::Store &store, const CsvRow &row) -> Result<void> {
            return exchange::toProduct(row)
                .and_then([&](const catalog::Product &product) { return store.products().add(product); })
                .map([&](const store::ProductAdded &added) {
                    if (added.categoryIsNew) {
                        progress.note(u"line %1: %2 is a new category"_s.arg(row.line).arg(added.category));
                    }
                });
        };
    };
    return importFile(
        invocation, exchange::readProductHeader, ProductBatch, [](const std::vector<CsvRow> &) {}, makeAdd,
        u"products"_s);
}

Result<void> importUsers(Invocation &invocation)
{
    const auto readHeader = [](CsvReader &reader) {
        return reader.readHeader({u"name"_s, u"password"_s, u"interests"_s}, {u"name"_s});
    };
    std::map<qint64, Result<QByteArray>> hashes;
    const auto prepare = [&](const std::vector<CsvRow> &rows) { hashes = hashPasswords(rows); };
    const auto makeAdd = [&](Progress &) -> AddRow {
        return [&](store::Store &store, const CsvRow &row) { return addUser(store, row, hashes.at(row.line)); };
    };
    return importFile(invocation, readHeader, people::HashBatch, prepare, makeAdd, u"accounts"_s);
}

} // namespace jarchi::cli
