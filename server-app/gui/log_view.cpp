// SPDX-License-Identifier: MIT
#include "gui/log_view.h"

#include "widgets/icons.h"
#include "widgets/table.h"
#include "widgets/translated.h"

#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollBar>
#include <QShortcut>
#include <QSignalBlocker>

namespace jarchi::gui {

using namespace Qt::StringLiterals;
using namespace widgets;

LogView::LogView(const LogBook &book, QWidget *parent)
    : QWidget(parent)
    , m_model(book)
    , m_table(new Table(this))
    , m_level(new QComboBox(this))
    , m_text(new QLineEdit(this))
    , m_copy(new QPushButton(this))
{
    m_table->setObjectName(u"log"_s);
    m_level->setObjectName(u"logLevel"_s);
    m_text->setObjectName(u"logText"_s);
    m_filter.setSourceModel(&m_model);
    m_table->setModel(&m_filter);
    m_table->setColumns({20, 10, 20, 60}, LogModel::Text);
    m_text->setClearButtonEnabled(true);
    m_text->addAction(icon(u"filter"_s), QLineEdit::LeadingPosition);
    for (const QtMsgType level : {QtDebugMsg, QtInfoMsg, QtWarningMsg, QtCriticalMsg}) {
        m_level->addItem(QString(), static_cast<int>(level));
    }
    m_level->setCurrentIndex(1);
    m_filter.setLowestLevel(QtInfoMsg);

    auto *tools = new QHBoxLayout;
    tools->setSpacing(8);
    tools->addWidget(m_level);
    tools->addWidget(m_text, 1);
    tools->addWidget(m_copy);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 12, 0, 0);
    column->setSpacing(8);
    column->addLayout(tools);
    column->addWidget(m_table, 1);

    connect(m_level, &QComboBox::currentIndexChanged, this,
            [this] { m_filter.setLowestLevel(static_cast<QtMsgType>(m_level->currentData().toInt())); });
    connect(m_text, &QLineEdit::textChanged, &m_filter, &LogFilter::setText);
    connect(m_copy, &QPushButton::clicked, this, &LogView::copy);
    auto *shortcut = new QShortcut(QKeySequence::Copy, m_table);
    shortcut->setContext(Qt::WidgetShortcut);
    connect(shortcut, &QShortcut::activated, this, &LogView::copy);
    // Rows are laid out after they came, so where the end was is asked before.
    connect(&m_filter, &QAbstractItemModel::rowsAboutToBeInserted, this, [this] {
        if (isAtEnd()) {
            QMetaObject::invokeMethod(m_table, &QTableView::scrollToBottom, Qt::QueuedConnection);
        }
    });
    translated(this, [this] { setTexts(); });
}

void LogView::setTexts()
{
    const QSignalBlocker quiet(m_level);
    m_level->setItemText(0, tr("Everything"));
    m_level->setItemText(1, tr("Information and worse"));
    m_level->setItemText(2, tr("Warnings and worse"));
    m_level->setItemText(3, tr("Errors only"));
    m_level->setAccessibleName(tr("Lowest level shown"));
    m_text->setPlaceholderText(tr("Filter the log"));
    m_text->setAccessibleName(tr("Filter the log"));
    m_table->setAccessibleName(tr("Log"));
    m_copy->setText(tr("&Copy"));
    m_copy->setIcon(icon(u"copy"_s));
    m_copy->setToolTip(tr("Copies the selected lines, or all that are shown"));
    m_model.retranslate();
}

void LogView::copy()
{
    QModelIndexList rows = m_table->selectionModel()->selectedRows();
    if (rows.isEmpty()) {
        for (int row = 0; row < m_filter.rowCount(); ++row) {
            rows.append(m_filter.index(row, 0));
        }
    }
    QModelIndexList source;
    source.reserve(rows.size());
    for (const QModelIndex &row : rows) {
        source.append(m_filter.mapToSource(row));
    }
    QGuiApplication::clipboard()->setText(m_model.text(source));
}

bool LogView::isAtEnd() const
{
    const QScrollBar *bar = m_table->verticalScrollBar();
    return bar->value() >= bar->maximum();
}

} // namespace jarchi::gui
