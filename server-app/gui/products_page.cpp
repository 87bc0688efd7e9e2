// SPDX-License-Identifier: MIT
#include "gui/products_page.h"

#include "gui/fault_note.h"
#include "gui/file_choice.h"
#include "gui/import_dialog.h"
#include "gui/product_dialog.h"
#include "gui/server_control.h"
#include "store/category_repository.h"
#include "widgets/empty_state.h"
#include "widgets/icons.h"
#include "widgets/message_bar.h"
#include "widgets/table.h"
#include "widgets/translated.h"

#include <QDir>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QStackedLayout>

namespace jarchi::gui {

using namespace Qt::StringLiterals;
using namespace widgets;

namespace {

constexpr auto ColumnsKey = "window/productColumns"_L1;
constexpr auto FolderKey = "window/importFolder"_L1;

} // namespace

ProductsPage::ProductsPage(ServerControl &server, QSettings &settings, QWidget *parent)
    : QWidget(parent)
    , m_server(server)
    , m_settings(settings)
    , m_model(server)
    , m_changes(server)
    , m_message(new MessageBar(this))
    , m_fault(new FaultNote(server, *m_message, this))
    , m_search(new QLineEdit(this))
    , m_count(new QLabel(this))
    , m_edit(new QPushButton(this))
    , m_remove(new QPushButton(this))
    , m_import(new QPushButton(this))
    , m_table(new Table(this))
    , m_noProducts(new EmptyState(u"products"_s, this))
    , m_noMatches(new EmptyState(u"search"_s, this))
{
    m_search->setObjectName(u"searchProducts"_s);
    m_table->setObjectName(u"products"_s);
    m_edit->setObjectName(u"editProduct"_s);
    m_remove->setObjectName(u"removeProduct"_s);
    m_import->setObjectName(u"importProducts"_s);
    m_search->addAction(icon(u"search"_s), QLineEdit::LeadingPosition);
    m_search->setClearButtonEnabled(true);
    m_table->setModel(&m_model);
    m_table->setColumns({30, 18, 14, 22, 12}, ProductsModel::Name);
    m_table->restoreColumns(settings.value(ColumnsKey).toByteArray());
    layOut();
    translated(this, [this] { setTexts(); });

    m_searchDelay.setSingleShot(true);
    m_searchDelay.setInterval(120);
    m_lookAgain.setInterval(2000);
    connect(&m_searchDelay, &QTimer::timeout, this, [this] { m_model.search(m_search->text()); });
    connect(&m_lookAgain, &QTimer::timeout, &m_model, &ProductsModel::refresh);
    connect(m_search, &QLineEdit::textChanged, &m_searchDelay, qOverload<>(&QTimer::start));
    connect(&m_model, &ProductsModel::searched, this, &ProductsPage::showResult);
    connect(&m_model, &ProductsModel::searched, this, &ProductsPage::forgetReadFault);
    connect(&m_model, &ProductsModel::failed, this, [this](const QString &why) {
        m_readFault = why;
        m_message->say(Tone::Error, why);
    });
    connect(&m_model, &ProductsModel::modelReset, this, &ProductsPage::enableButtons);
    connect(&m_changes, &ProductChanges::changed, this, [this](const ProductChanges::Words &what, bool isUndone) {
        m_message->say(
            isUndone ? Tone::Accent : Tone::Success, what,
            isUndone ? ProductChanges::Words() : [] { return tr("&Undo"); });
        m_model.refresh();
    });
    connect(&m_changes, &ProductChanges::undoBegan, this, [this] {
        m_message->say(Tone::Accent, [] { return tr("Taking it back…"); }); // And nothing to undo a second time.
    });
    connect(&m_changes, &ProductChanges::delayed, this, [this](const Error &error) { m_fault->tell(error); });
    connect(&m_changes, &ProductChanges::failed, this, [this](const Error &error) {
        m_fault->tell(error);
        m_model.refresh();
    });
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, &ProductsPage::enableButtons);
    connect(m_table, &Table::rowActivated, this, &ProductsPage::edit);
    connect(m_table, &Table::removalRequested, this, &ProductsPage::removeSelected);
    connect(m_edit, &QPushButton::clicked, this, [this] { edit(m_table->selectedRows().value(0, -1)); });
    connect(m_remove, &QPushButton::clicked, this, &ProductsPage::removeSelected);
    connect(m_import, &QPushButton::clicked, this, &ProductsPage::chooseImport);
    connect(m_message, &MessageBar::acted, &m_changes.undoStack(), &QUndoStack::undo);
    connect(m_noProducts, &EmptyState::acted, this, &ProductsPage::addRequested);
    connect(m_noMatches, &EmptyState::acted, m_search, &QLineEdit::clear);
    connect(&m_server, &ServerControl::opened, this, [this] {
        showResult();
        refresh();
    });
    enableButtons();
}

ProductsPage::~ProductsPage()
{
    m_settings.setValue(ColumnsKey, m_table->columnState());
}

void ProductsPage::layOut()
{
    auto *tools = new QHBoxLayout;
    tools->setSpacing(8);
    tools->addWidget(m_search, 1);
    tools->addWidget(m_edit);
    tools->addWidget(m_remove);
    tools->addSpacing(8);
    tools->addWidget(m_import);
    m_stack = new QStackedLayout;
    m_stack->addWidget(m_table);
    m_stack->addWidget(m_noProducts);
    m_stack->addWidget(m_noMatches);
    auto *whole = new QVBoxLayout(this);
    whole->setContentsMargins(24, 24, 24, 16);
    whole->setSpacing(12);
    whole->addWidget(m_message);
    whole->addLayout(tools);
    whole->addLayout(m_stack, 1);
    whole->addWidget(m_count);
}

void ProductsPage::setTexts()
{
    m_search->setPlaceholderText(tr("Search in names, descriptions and categories"));
    m_search->setAccessibleName(tr("Search products"));
    m_table->setAccessibleName(tr("Products"));
    m_edit->setText(tr("Edi&t…"));
    m_edit->setIcon(icon(u"edit"_s));
    m_remove->setText(tr("&Delete"));
    m_remove->setIcon(icon(u"delete"_s));
    m_import->setText(tr("&Import…"));
    m_import->setIcon(icon(u"import"_s));
    m_noProducts->setTexts(tr("No product yet"),
                           tr("Add the first one by hand, or import many from a CSV file. Everybody whose interests "
                              "match hears of it at once."),
                           tr("Add the first product"));
    m_noMatches->setTexts(tr("Nothing found"), tr("No product has all of these words in it."), tr("Show all products"));
    showResult();
}

void ProductsPage::refresh()
{
    m_model.refresh();
}

void ProductsPage::focusSearch()
{
    m_search->setFocus();
    m_search->selectAll();
}

void ProductsPage::chooseImport()
{
    const auto path =
        FileChoice::csvFile(this, tr("Import products"), m_settings.value(FolderKey, QDir::homePath()).toString());
    if (path) {
        m_settings.setValue(FolderKey, QFileInfo(*path).path());
        importFile(*path);
    }
}

void ProductsPage::importFile(const QString &path)
{
    if (!m_server.isOpen()) {
        return;
    }
    if (FileChoice::belongsTo(m_server.database(), path)) {
        m_message->say(Tone::Error, [] { return tr("This is Jarchi's own database. Choose a CSV file."); });
        return;
    }
    auto *dialog = new ImportDialog(m_server, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &ImportDialog::imported, this, &ProductsPage::refresh);
    if (const auto started = dialog->start(path); !started) {
        m_message->say(Tone::Error, started.error().message);
        dialog->deleteLater();
        return;
    }
    m_message->clear();
    dialog->show();
}

void ProductsPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    m_lookAgain.start();
    refresh();
}

void ProductsPage::hideEvent(QHideEvent *event)
{
    m_lookAgain.stop();
    QWidget::hideEvent(event);
}

void ProductsPage::forgetReadFault()
{
    if (!m_readFault.isEmpty() && m_message->text() == m_readFault) {
        m_message->clear();
    }
    m_readFault.clear();
}

void ProductsPage::showResult()
{
    const int found = m_model.rowCount();
    m_import->setEnabled(m_server.isOpen());
    if (!m_model.isReady()) {
        m_count->setText(m_server.isOpen() ? tr("Reading…") : tr("The database is not open yet."));
        return;
    }
    const bool isSearching = !m_model.searchText().trimmed().isEmpty();
    m_stack->setCurrentWidget(found > 0 ? static_cast<QWidget *>(m_table) : isSearching ? m_noMatches : m_noProducts);
    m_count->setText(isSearching ? tr("%Ln product(s) found", nullptr, found) : tr("%Ln product(s)", nullptr, found));
    enableButtons();
}

void ProductsPage::enableButtons()
{
    const qsizetype selected = m_table->selectedRows().size();
    m_edit->setEnabled(selected == 1);
    m_remove->setEnabled(selected > 0);
}

void ProductsPage::edit(int row)
{
    const auto product = row >= 0 && row < m_model.rowCount() ? m_model.product(row) : std::nullopt;
    if (!product) {
        return;
    }
    m_server.reader().read(
        this, [](store::Store &store) { return store.categories().all(); },
        [this, product = *product](const Result<QStringList> &categories) {
            openEditor(product, categories.value_or(QStringList()));
        });
}

void ProductsPage::openEditor(const catalog::StoredProduct &product, const QStringList &categories)
{
    auto *dialog = new ProductDialog(product, categories, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowModality(Qt::WindowModal);
    connect(dialog, &QDialog::accepted, this, [this, dialog] {
        if (dialog->after().product != dialog->before().product) {
            m_message->clear();
            m_changes.change(dialog->before(), dialog->after());
        }
    });
    dialog->show();
}

void ProductsPage::removeSelected()
{
    QList<catalog::ProductId> ids;
    for (const int row : m_table->selectedRows()) {
        ids.append(m_model.idAt(row));
    }
    if (ids.isEmpty()) {
        return;
    }
    const auto only = ids.size() == 1 ? m_model.product(m_model.rowOf(ids.first())) : std::nullopt;
    // What comes of it is said when it is in the database; of many that takes a moment.
    m_message->say(Tone::Accent,
                   [count = static_cast<int>(ids.size())] { return tr("Deleting %Ln product(s)…", nullptr, count); });
    m_changes.remove(ids, only ? only->product.name : QString());
}

} // namespace jarchi::gui
