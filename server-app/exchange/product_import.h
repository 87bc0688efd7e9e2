// SPDX-License-Identifier: MIT
#pragma once

#include "base/error.h"
#include "exchange/row_batch.h"

#include <QFile>
#include <QList>
#include <QObject>
#include <QString>
#include <QStringList>

#include <memory>

namespace jarchi::store {
class StoreThread;
}

namespace jarchi::exchange {

struct ImportProgress
{
    qint64 bytesDone = 0; ///< Read, and what was in them is in the database.
    qint64 bytesTotal = 0;
    qint64 added = 0;
    qint64 refused = 0;
    QStringList newCategories; ///< Made by this import so far.
};

struct ImportOutcome
{
    qint64 added = 0;
    qint64 refused = 0;
    bool cancelled = false; ///< Before the end of the file.
    Result<void> ended;     ///< An error that ended it early. What was added stays.
};

/// Adds a file of products, for a window: reads it in small batches and hands each to the store's thread, so pushes and
/// the window go on meanwhile. Lives in the caller's thread, and may be destroyed at any moment: then the batch that is
/// under way is the last.
class ProductImport : public QObject
{
    Q_OBJECT

public:
    /// Rows of a batch: some 10 ms of the store's thread, which is how long a push may have to wait for it.
    static constexpr qsizetype BatchRows = 200;

    /// `store` is open and outlives this.
    explicit ProductImport(store::StoreThread &store, QObject *parent = nullptr);
    ~ProductImport() override;

    /// Reads the header now, and the rows from the event loop on. Refused if the file cannot be read or its header is
    /// wrong, and Conflict while one is under way.
    [[nodiscard]] Result<void> start(const QString &path);
    /// After the batch that is under way; whole batches stay. Nothing if none is running.
    void cancel() { m_cancelled = true; }
    [[nodiscard]] bool isRunning() const { return m_reader != nullptr; }

Q_SIGNALS:
    /// After each batch.
    void progressed(const jarchi::exchange::ImportProgress &progress);
    /// Of one batch, by rising lines; before its progressed().
    void rowsRefused(const QList<jarchi::exchange::RefusedRow> &rows);
    /// Once for each start() that succeeded, and its last.
    void finished(const jarchi::exchange::ImportOutcome &outcome);

private:
    struct Added;

    void step();
    void takeBatch(const Added &added);
    void finish(const Result<void> &ended);

    store::StoreThread &m_store;
    QFile m_file;
    std::unique_ptr<CsvReader> m_reader; ///< While it is running.
    ImportProgress m_progress;
    Result<void> m_readable; ///< Why what comes after this batch cannot be read.
    bool m_atEnd = false;
    bool m_cancelled = false;
};

} // namespace jarchi::exchange
