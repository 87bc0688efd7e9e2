// SPDX-License-Identifier: MIT
#include "gui/import_dialog.h"

#include "gui/file_choice.h"
#include "gui/server_control.h"
#include "widgets/format.h"
#include "widgets/message_bar.h"
#include "widgets/text_label.h"
#include "widgets/translated.h"

#include <QClipboard>
#include <QFileInfo>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QTableWidget>

namespace jarchi::gui {

using namespace Qt::StringLiterals;
using namespace widgets;

namespace {

/// Of the progress bar, which counts in int and not in bytes.
constexpr int Steps = 1000;

} // namespace

ImportDialog::ImportDialog(ServerControl &server, QWidget *parent)
    : QDialog(parent)
    , m_database(server.database())
    , m_import(server.store())
    , m_state(new TextLabel(this))
    , m_bar(new QProgressBar(this))
    , m_counts(new QLabel(this))
    , m_newCategories(new TextLabel(this))
    , m_listed(new TextLabel(this))
    , m_message(new MessageBar(this))
    , m_refused(new QTableWidget(0, 2, this))
    , m_copy(new QPushButton(this))
    , m_save(new QPushButton(this))
    , m_end(new QPushButton(this))
{
    setObjectName(u"importDialog"_s);
    setMinimumSize(560, 380);
    m_state->setObjectName(u"importState"_s);
    m_counts->setObjectName(u"importCounts"_s);
    m_end->setObjectName(u"importEnd"_s);
    m_bar->setRange(0, Steps);
    m_refused->setObjectName(u"refusedRows"_s);
    m_refused->verticalHeader()->hide();
    m_refused->setShowGrid(false);
    m_refused->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_refused->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_refused->horizontalHeader()->setStretchLastSection(true);
    m_refused->horizontalHeader()->setDefaultAlignment(Qt::AlignLeading | Qt::AlignVCenter);
    m_refused->setColumnWidth(0, 72);
    m_refused->setWordWrap(true);
    m_refused->hide();
    m_copy->hide();
    m_listed->setObjectName(u"importListed"_s);
    m_listed->hide();
    m_save->setObjectName(u"saveReport"_s);
    m_save->hide();
    for (QPushButton *other : {m_copy, m_save}) {
        other->setAutoDefault(false); // Return is for the button that ends it.
    }

    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_copy);
    buttons->addWidget(m_save);
    buttons->addStretch(1);
    buttons->addWidget(m_end);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(24, 24, 24, 16);
    column->setSpacing(12);
    column->addWidget(m_state);
    column->addWidget(m_bar);
    column->addWidget(m_counts);
    column->addWidget(m_newCategories);
    column->addWidget(m_refused, 1);
    column->addWidget(m_listed);
    column->addWidget(m_message);
    column->addStretch(0);
    column->addLayout(buttons);

    connect(&m_import, &exchange::ProductImport::progressed, this, &ImportDialog::showProgress);
    connect(&m_import, &exchange::ProductImport::rowsRefused, this, &ImportDialog::addRefused);
    connect(&m_import, &exchange::ProductImport::finished, this, &ImportDialog::finish);
    connect(m_end, &QPushButton::clicked, this, &ImportDialog::reject);
    connect(m_copy, &QPushButton::clicked, this, &ImportDialog::copyReport);
    connect(m_save, &QPushButton::clicked, this, &ImportDialog::saveReport);
    translated(this, [this] { setTexts(); });
}

Result<void> ImportDialog::start(const QString &path)
{
    m_fileName = isolated(QFileInfo(path).fileName());
    const auto started = m_import.start(path);
    m_isRunning = started.has_value();
    setTexts();
    return started;
}

void ImportDialog::reject()
{
    if (m_isRunning) {
        m_end->setEnabled(false);
        m_import.cancel(); // finished() follows; then it can be closed.
    } else {
        QDialog::reject();
    }
}

void ImportDialog::setTexts()
{
    setWindowTitle(tr("Import products"));
    m_refused->setHorizontalHeaderLabels({tr("Line"), tr("Why it was refused")});
    m_copy->setText(tr("C&opy the list"));
    m_save->setText(tr("S&ave the report…"));
    m_end->setText(m_isRunning ? tr("S&top") : tr("&Close"));
    m_counts->setText(tr("%1 added, %2 refused").arg(number(m_progress.added), number(m_progress.refused)));
    m_newCategories->setVisible(!m_progress.newCategories.isEmpty());
    m_newCategories->setText(tr("New categories: %1").arg(m_progress.newCategories.join(tr(", "))));
    m_listed->setVisible(m_progress.refused > ListedRows);
    m_listed->setText(tr("The list has the first %L1 of them. Save the report to have all.").arg(ListedRows));
    m_state->setText(stateText());
}

QString ImportDialog::stateText() const
{
    if (m_isRunning) {
        return tr("Importing %1. What is in already is being sent out.").arg(m_fileName);
    }
    if (!m_outcome.ended) {
        return tr("The import ended early. %1 What was added before that is in.").arg(m_outcome.ended.error().message);
    }
    if (m_outcome.cancelled) {
        return tr("Stopped. What was added before that is in; the rest of %1 is not.").arg(m_fileName);
    }
    if (m_progress.refused > 0) {
        return tr("%1 is imported, except for the rows below. Correct them, and import them alone.").arg(m_fileName);
    }
    return m_progress.added > 0
               ? tr("%1 is imported.").arg(m_fileName)
               : tr("%1 has no row below the names of its columns: nothing was added.").arg(m_fileName);
}

void ImportDialog::showProgress(const exchange::ImportProgress &progress)
{
    m_progress = progress;
    m_bar->setValue(progress.bytesTotal > 0 ? static_cast<int>(progress.bytesDone * Steps / progress.bytesTotal)
                                            : Steps);
    setTexts();
}

void ImportDialog::addRefused(const QList<exchange::RefusedRow> &rows)
{
    m_report.add(rows);
    m_refused->show();
    m_copy->show();
    m_save->show();
    for (const exchange::RefusedRow &row : rows) {
        const int at = m_refused->rowCount();
        if (at == ListedRows) {
            return;
        }
        m_refused->insertRow(at);
        auto *line = new QTableWidgetItem(number(row.line)); // The table owns its items.
        line->setTextAlignment(Qt::AlignTrailing | Qt::AlignVCenter);
        m_refused->setItem(at, 0, line);
        m_refused->setItem(at, 1, new QTableWidgetItem(row.reason));
    }
}

void ImportDialog::finish(const exchange::ImportOutcome &outcome)
{
    m_isRunning = false;
    m_outcome = outcome;
    m_progress.added = outcome.added;
    m_progress.refused = outcome.refused;
    if (outcome.ended && !outcome.cancelled) {
        m_bar->setValue(Steps);
    }
    m_end->setEnabled(true);
    m_end->setFocus();
    setTexts();
    Q_EMIT imported();
}

void ImportDialog::copyReport() const
{
    QString report;
    for (int row = 0; row < m_refused->rowCount(); ++row) {
        report += m_refused->item(row, 0)->text() + u'\t' + m_refused->item(row, 1)->text() + u'\n';
    }
    QGuiApplication::clipboard()->setText(report);
}

void ImportDialog::saveReport()
{
    const auto path = FileChoice::newCsvFile(this, tr("Save the report"), u"refused.csv"_s);
    if (!path) {
        return;
    }
    if (FileChoice::belongsTo(m_database, *path)) {
        m_message->say(Tone::Error, [] { return tr("This is Jarchi's own database. Choose another name."); });
    } else if (const auto saved = m_report.saveTo(*path); !saved) {
        m_message->say(Tone::Error, saved.error().message);
    } else {
        m_message->say(Tone::Success, [name = isolated(QFileInfo(*path).fileName())] {
            return tr("The report is saved as %1.").arg(name);
        });
    }
}

} // namespace jarchi::gui
