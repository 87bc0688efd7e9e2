// SPDX-License-Identifier: MIT
#pragma once

#include "base/error.h"
#include "exchange/product_import.h"
#include "gui/refusal_report.h"

#include <QDialog>

class QLabel;
class QProgressBar;
class QPushButton;
class QTableWidget;

namespace jarchi::widgets {
class MessageBar;
}

namespace jarchi::gui {

class ServerControl;

/// One import of a CSV file: how far it is, what was refused and why, and a way to stop it. The window behind it goes
/// on working.
class ImportDialog : public QDialog
{
    Q_OBJECT

public:
    /// `server` outlives this; its database is open.
    ImportDialog(ServerControl &server, QWidget *parent);

    /// Refused if the file cannot be read, or is not such a table; then the dialog need not be shown.
    [[nodiscard]] Result<void> start(const QString &path);

    /// Closing it while it imports stops the import.
    void reject() override;

Q_SIGNALS:
    void imported();

private:
    /// More are counted, and not listed.
    static constexpr int ListedRows = 10'000;

    void setTexts();
    void showProgress(const exchange::ImportProgress &progress);
    void addRefused(const QList<exchange::RefusedRow> &rows);
    void finish(const exchange::ImportOutcome &outcome);
    void copyReport() const;
    void saveReport();
    [[nodiscard]] QString stateText() const;

    const QString m_database;
    exchange::ProductImport m_import;
    QString m_fileName;
    exchange::ImportProgress m_progress;
    exchange::ImportOutcome m_outcome;
    bool m_isRunning = false;
    RefusalReport m_report;
    QLabel *m_state;
    QProgressBar *m_bar;
    QLabel *m_counts;
    QLabel *m_newCategories;
    QLabel *m_listed;
    widgets::MessageBar *m_message;
    QTableWidget *m_refused;
    QPushButton *m_copy;
    QPushButton *m_save;
    QPushButton *m_end;
};

} // namespace jarchi::gui
