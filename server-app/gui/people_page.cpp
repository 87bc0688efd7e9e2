// SPDX-License-Identifier: MIT
#include "gui/people_page.h"

#include "gui/account_dialog.h"
#include "gui/account_panel.h"
#include "gui/fault_note.h"
#include "gui/first_step.h"
#include "gui/server_control.h"
#include "gui/shop_state.h"
#include "widgets/empty_state.h"
#include "widgets/format.h"
#include "widgets/icons.h"
#include "widgets/message_bar.h"
#include "widgets/message_box.h"
#include "widgets/table.h"
#include "widgets/translated.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QPushButton>
#include <QSplitter>
#include <QStackedLayout>

namespace jarchi::gui {

using namespace Qt::StringLiterals;
using namespace widgets;

namespace {

constexpr auto ColumnsKey = "window/accountColumns"_L1;
constexpr auto SplitterKey = "window/accountSplitter"_L1;

} // namespace

PeoplePage::PeoplePage(ServerControl &server, ShopState &shop, QSettings &settings, QWidget *parent)
    : QWidget(parent)
    , m_server(server)
    , m_shop(shop)
    , m_settings(settings)
    , m_model(server)
    , m_message(new MessageBar(this))
    , m_fault(new FaultNote(server, *m_message, this))
    , m_firstStep(new FirstStep(shop, FirstStep::Lack::Interest, this))
    , m_search(new QLineEdit(this))
    , m_add(new QPushButton(this))
    , m_count(new QLabel(this))
    , m_table(new Table(this))
    , m_panel(new AccountPanel(server, this))
    , m_noAccounts(new EmptyState(u"people"_s, this))
    , m_noMatches(new EmptyState(u"search"_s, this))
    , m_splitter(new QSplitter(this))
{
    m_search->setObjectName(u"searchAccounts"_s);
    m_search->addAction(icon(u"search"_s), QLineEdit::LeadingPosition);
    m_search->setClearButtonEnabled(true);
    m_add->setObjectName(u"addAccount"_s);
    m_table->setObjectName(u"accounts"_s);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setModel(&m_model);
    m_table->setColumns({16, 24, 16, 11}, AccountsModel::Interests);
    m_table->restoreColumns(settings.value(ColumnsKey).toByteArray());
    m_panel->hide();
    layOut();
    translated(this, [this] { setTexts(); });

    m_searchDelay.setSingleShot(true);
    m_searchDelay.setInterval(120);
    m_lookAgain.setInterval(3000);
    connect(&m_searchDelay, &QTimer::timeout, this, [this] { m_model.search(m_search->text()); });
    connect(&m_lookAgain, &QTimer::timeout, &m_model, &AccountsModel::refresh);
    connect(m_search, &QLineEdit::textChanged, &m_searchDelay, qOverload<>(&QTimer::start));
    connect(&m_model, &AccountsModel::searched, this, &PeoplePage::showResult);
    connect(&m_model, &AccountsModel::modelReset, this, &PeoplePage::keepSelection);
    const auto complain = [this](const Error &error) { m_fault->tell(error); };
    connect(&m_model, &AccountsModel::failed, this, complain);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &PeoplePage::showSelected);
    connect(m_table, &Table::removalRequested, this, &PeoplePage::confirmRemoval);
    connect(m_firstStep, &FirstStep::acted, this, &PeoplePage::productRequested);
    connect(m_add, &QPushButton::clicked, this, &PeoplePage::addAccount);
    connect(m_noAccounts, &EmptyState::acted, this, &PeoplePage::addAccount);
    connect(m_noMatches, &EmptyState::acted, m_search, &QLineEdit::clear);
    connect(m_panel, &AccountPanel::changed, this, [this] {
        m_message->clear();
        m_model.refresh();
    });
    connect(m_panel, &AccountPanel::failed, this, complain);
    connect(m_panel, &AccountPanel::passwordRequested, this, &PeoplePage::setPassword);
    connect(m_panel, &AccountPanel::removalRequested, this, &PeoplePage::confirmRemoval);
    connect(&m_server, &ServerControl::opened, this, [this] {
        showResult();
        m_model.refresh();
    });
}

PeoplePage::~PeoplePage()
{
    m_settings.setValue(ColumnsKey, m_table->columnState());
    if (!m_panel->isHidden()) { // Otherwise it would come back with no width at all.
        m_settings.setValue(SplitterKey, m_splitter->saveState());
    }
}

void PeoplePage::layOut()
{
    auto *tools = new QHBoxLayout;
    tools->setSpacing(8);
    tools->addWidget(m_search, 1);
    tools->addWidget(m_add);
    auto *lists = new QWidget(this);
    m_stack = new QStackedLayout(lists);
    m_stack->addWidget(m_table);
    m_stack->addWidget(m_noAccounts);
    m_stack->addWidget(m_noMatches);
    m_splitter->addWidget(lists);
    m_splitter->addWidget(m_panel);
    m_splitter->setStretchFactor(0, 3);
    m_splitter->setStretchFactor(1, 2);
    m_splitter->setHandleWidth(24);
    m_splitter->setChildrenCollapsible(false);
    m_panel->setMinimumWidth(320);
    m_splitter->restoreState(m_settings.value(SplitterKey).toByteArray());
    auto *whole = new QVBoxLayout(this);
    whole->setContentsMargins(24, 24, 24, 16);
    whole->setSpacing(12);
    whole->addWidget(m_message);
    whole->addWidget(m_firstStep);
    whole->addLayout(tools);
    whole->addWidget(m_splitter, 1);
    whole->addWidget(m_count);
}

void PeoplePage::setTexts()
{
    // From right to left Qt 6.4 puts all that is in a splitter one pixel too far to the right, and cuts the table's
    // line.
    m_splitter->setContentsMargins(0, 0, layoutDirection() == Qt::RightToLeft ? 1 : 0, 0);
    m_search->setPlaceholderText(tr("Search names"));
    m_search->setAccessibleName(tr("Search accounts"));
    m_table->setAccessibleName(tr("Accounts"));
    m_add->setText(tr("&Add an account…"));
    m_add->setIcon(icon(u"user-add"_s));
    m_noAccounts->setTexts(tr("No account yet"),
                           tr("An account is somebody who can log in and be told. Add one, and say what it is "
                              "interested in."),
                           tr("Add the first account"));
    m_noMatches->setTexts(tr("Nobody found"), tr("No account has this in its name."), tr("Show all accounts"));
    showResult();
}

void PeoplePage::focusSearch()
{
    m_search->setFocus();
    m_search->selectAll();
}

void PeoplePage::addAccount()
{
    if (!m_server.isOpen()) {
        return;
    }
    auto *dialog = new AccountDialog(m_server, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowModality(Qt::WindowModal);
    connect(dialog, &AccountDialog::stored, this, [this](people::AccountId account, const QString &name) {
        m_selected = account;
        m_search->clear();
        m_model.search({});
        m_shop.refresh();
        m_message->say(Tone::Success, [name] {
            return tr("“%1” can log in now. Say what it is interested in, and it will be told.").arg(isolated(name));
        });
    });
    dialog->show();
}

void PeoplePage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    m_lookAgain.start();
    m_model.refresh();
}

void PeoplePage::hideEvent(QHideEvent *event)
{
    m_lookAgain.stop();
    QWidget::hideEvent(event);
}

void PeoplePage::showResult()
{
    m_add->setEnabled(m_server.isOpen());
    if (!m_model.isReady()) {
        m_count->setText(m_server.isOpen() ? tr("Reading…") : tr("The database is not open yet."));
        return;
    }
    const int found = m_model.rowCount();
    const bool isSearching = !m_model.searchText().trimmed().isEmpty();
    m_stack->setCurrentWidget(found > 0 ? static_cast<QWidget *>(m_table) : isSearching ? m_noMatches : m_noAccounts);
    m_count->setText(isSearching ? tr("%Ln account(s) found", nullptr, found) : tr("%Ln account(s)", nullptr, found));
    keepSelection();
    showSelected();
}

void PeoplePage::keepSelection()
{
    // Somebody is always selected, so that there is something to see beside the list.
    const int known = m_model.rowOf(m_selected);
    const int row = known < 0 && m_model.rowCount() > 0 ? 0 : known;
    if (row >= 0 && !m_table->selectionModel()->isRowSelected(row)) {
        // Not selectRow(), which from right to left does nothing before the table was laid out (Qt 6.4).
        m_table->selectionModel()->setCurrentIndex(m_model.index(row, 0),
                                                   QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
        m_table->scrollTo(m_model.index(row, 0));
    }
}

void PeoplePage::showSelected()
{
    const int row = m_table->currentIndex().row();
    if (row < 0) {
        m_panel->setAccount(std::nullopt);
        return;
    }
    const people::Account &account = m_model.overview(row).account;
    m_selected = account.id;
    m_panel->setAccount(account);
}

void PeoplePage::setPassword()
{
    const int row = m_table->currentIndex().row();
    if (row < 0) {
        return;
    }
    auto *dialog = new AccountDialog(m_server, m_model.overview(row).account, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowModality(Qt::WindowModal);
    connect(dialog, &AccountDialog::stored, this, [this](people::AccountId, const QString &name) {
        m_message->say(Tone::Success, [name] { return tr("“%1” has a new password.").arg(isolated(name)); });
        m_model.refresh();
    });
    dialog->show();
}

void PeoplePage::confirmRemoval()
{
    const int row = m_table->currentIndex().row();
    if (row < 0) {
        return;
    }
    const people::Account account = m_model.overview(row).account;
    auto *question = new QMessageBox(QMessageBox::NoIcon, tr("Remove an account"),
                                     tr("Remove “%1”?").arg(isolated(account.name)), QMessageBox::Cancel, this);
    question->setObjectName(u"confirmRemoval"_s);
    question->setIconPixmap(icon(u"warning"_s).pixmap(48, 48));
    question->setTextFormat(Qt::PlainText);
    question->setInformativeText(tr("Its interests and what it has visited are forgotten, and it can no longer log in. "
                                    "This cannot be undone."));
    widgets::widen(*question);
    question->button(QMessageBox::Cancel)->setText(tr("Cancel"));
    QPushButton *removal = question->addButton(tr("&Remove"), QMessageBox::DestructiveRole);
    question->setDefaultButton(QMessageBox::Cancel);
    question->setAttribute(Qt::WA_DeleteOnClose);
    connect(removal, &QPushButton::clicked, this, [this, account] { remove(account.id, account.name); });
    question->open();
}

void PeoplePage::remove(people::AccountId account, const QString &name)
{
    m_server.store().write(
        this, [account](store::Store &store) { return store.accounts().remove(account); },
        [this, name](const Result<void> &removed) {
            if (!removed) {
                m_fault->tell(removed.error());
                return;
            }
            m_message->say(Tone::Accent, [name] { return tr("“%1” is removed.").arg(isolated(name)); });
            m_model.refresh();
            m_shop.refresh();
        });
}

} // namespace jarchi::gui
