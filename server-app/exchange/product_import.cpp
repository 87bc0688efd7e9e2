// SPDX-License-Identifier: MIT
#include "exchange/product_import.h"

#include "exchange/product_rows.h"
#include "store/product_repository.h"
#include "store/store_thread.h"

#include <QCoreApplication>
#include <QPointer>

#include <utility>

using namespace Qt::StringLiterals;

namespace jarchi::exchange {

namespace {

class Words
{
    JARCHI_DECLARE_SENTENCES(Import)
};

} // namespace

/// What became of one batch.
struct ProductImport::Added
{
    qint64 rows = 0;
    QList<RefusedRow> refused;
    QStringList newCategories;
};

ProductImport::ProductImport(store::StoreThread &store, QObject *parent)
    : QObject(parent)
    , m_store(store)
{
}

ProductImport::~ProductImport() = default;

Result<void> ProductImport::start(const QString &path)
{
    if (isRunning()) {
        return failure(Error::Kind::Conflict, Words::tr("Another file is being imported: wait for its end."));
    }
    m_file.setFileName(path);
    if (!m_file.open(QIODevice::ReadOnly)) {
        return refused(Words::tr("Cannot read %1: %2.").arg(path, m_file.errorString()));
    }
    auto reader = std::make_unique<CsvReader>(m_file);
    if (const auto header = readProductHeader(*reader); !header) {
        const Result<void> why = m_file.error() == QFileDevice::NoError
                                     ? refused(Sentence(u"%1: %2"_s).arg(path, header.error().sentence()))
                                     : refused(Words::tr("Cannot read %1: %2.").arg(path, m_file.errorString()));
        m_file.close();
        return why;
    }
    m_reader = std::move(reader);
    m_progress = {0, m_file.size(), 0, 0, {}};
    m_readable = {};
    m_atEnd = false;
    m_cancelled = false;
    QMetaObject::invokeMethod(this, &ProductImport::step, Qt::QueuedConnection);
    return {};
}

void ProductImport::step()
{
    if (m_cancelled || m_atEnd) {
        finish(m_readable);
        return;
    }
    RowBatch batch = readBatch(*m_reader, BatchRows);
    m_atEnd = batch.atEnd;
    m_readable = batch.readable;
    if (m_readable && m_file.error() != QFileDevice::NoError) {
        m_readable = refused(Words::tr("Cannot read on in %1: %2.").arg(m_file.fileName(), m_file.errorString()));
    }
    m_store.write(
        this,
        [rows = std::move(batch.rows)](store::Store &store) -> Result<Added> {
            Added added;
            const auto addRow = [&added](store::Store &to, const CsvRow &row) -> Result<void> {
                return toProduct(row)
                    .and_then([&](const catalog::Product &product) { return to.products().add(product); })
                    .map([&added](const store::ProductAdded &product) {
                        if (product.categoryIsNew) {
                            added.newCategories.append(product.category);
                        }
                    });
            };
            return addRows(store, rows, addRow).map([&](const QList<RefusedRow> &refusedRows) {
                added.rows = static_cast<qint64>(rows.size()) - refusedRows.size();
                added.refused = refusedRows;
                return added;
            });
        },
        [this](const Result<Added> &added) {
            if (added) {
                takeBatch(*added);
            } else {
                finish(tl::unexpected(added.error()));
            }
        });
}

void ProductImport::takeBatch(const Added &added)
{
    m_progress.bytesDone = m_reader->position();
    m_progress.added += added.rows;
    m_progress.refused += added.refused.size();
    m_progress.newCategories += added.newCategories;
    // The next step is queued first: whoever hears of this one may destroy this object.
    QMetaObject::invokeMethod(this, &ProductImport::step, Qt::QueuedConnection);
    const QPointer<ProductImport> self(this);
    const ImportProgress progress = m_progress;
    if (!added.refused.isEmpty()) {
        Q_EMIT rowsRefused(added.refused);
    }
    if (self) {
        Q_EMIT progressed(progress);
    }
}

void ProductImport::finish(const Result<void> &ended)
{
    const ImportOutcome outcome{m_progress.added, m_progress.refused, m_cancelled && !m_atEnd && ended, ended};
    m_reader.reset();
    m_file.close();
    Q_EMIT finished(outcome);
}

} // namespace jarchi::exchange
