// SPDX-License-Identifier: MIT
#include "ui/inbox_page.h"

#include "ui/entry_panel.h"
#include "ui/entry_text.h"
#include "ui/inbox_actions.h"
#include "ui/inbox_filter_bar.h"
#include "ui/inbox_list.h"
#include "widgets/empty_state.h"
#include "widgets/format.h"
#include "widgets/translated.h"

#include <QClipboard>
#include <QEvent>
#include <QGuiApplication>
#include <QMenu>
#include <QShortcut>
#include <QSplitter>
#include <QStackedLayout>
#include <QVBoxLayout>

namespace jarchi::ui {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using client::Client;
using inbox::EntryId;
using widgets::EmptyState;
using widgets::Tone;

InboxPage::InboxPage(Client &client, InboxActions &actions, QWidget *parent)
    : QWidget(parent)
    , m_client(client)
    , m_actions(actions)
    , m_changes(client)
    , m_reading(*this)
    , m_filters(new InboxFilterBar(this))
    , m_splitter(new QSplitter(this))
    , m_list(new InboxList(m_model, this))
    , m_panel(new EntryPanel(actions, this))
    , m_signedOut(new EmptyState(u"key"_s, this))
    , m_empty(new EmptyState(u"inbox"_s, this))
    , m_noMatches(new EmptyState(u"search"_s, this))
{
    m_list->setObjectName(u"inboxList"_s);
    layOut();
    paintHandle();
    connectClient();
    connectModel();
    connectActions();
    m_model.setReader(client.reader());
    widgets::translated(this, [this] { setTexts(); });
    connect(&m_reading, &ReadingWatch::wasRead, this, &InboxPage::noteRead);
    m_dayWatch.setInterval(20s); // A timer to midnight would miss that the clock was set, or that the computer slept.
    connect(&m_dayWatch, &QTimer::timeout, this, [this] { m_model.setToday(QDate::currentDate()); });
}

void InboxPage::layOut()
{
    auto *card = new QFrame(this);
    card->setFrameShape(QFrame::StyledPanel);
    auto *inside = new QVBoxLayout(card);
    inside->setContentsMargins(0, 0, 0, 0);
    inside->addWidget(m_splitter);
    m_splitter->addWidget(m_list);
    m_splitter->addWidget(m_panel);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->setHandleWidth(1);
    m_splitter->handle(1)->setAutoFillBackground(true);
    m_splitter->setStretchFactor(0, 3);
    m_splitter->setStretchFactor(1, 2);
    m_list->setMinimumWidth(280);
    m_panel->setMinimumWidth(300);

    m_stack = new QStackedLayout;
    for (QWidget *page : std::initializer_list<QWidget *>{card, m_signedOut, m_empty, m_noMatches})
        m_stack->addWidget(page);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(16);
    column->addWidget(m_filters);
    column->addLayout(m_stack, 1);
}

void InboxPage::paintHandle()
{
    QPalette line = palette();
    line.setColor(QPalette::Window, widgets::colour(Tone::Line, line));
    m_splitter->handle(1)->setPalette(line);
}

void InboxPage::connectClient()
{
    connect(&m_client, &Client::inboxReplaced, this, [this] {
        m_wanted = 0;
        m_reading.lookAway();
        m_model.setReader(m_client.reader());
        showResult();
    });
    connect(&m_client, &Client::inboxChanged, &m_model, &InboxModel::refresh);
    connect(&m_client, &Client::unreadChanged, this, &InboxPage::showResult);
}

void InboxPage::connectModel()
{
    connect(&m_model, &InboxModel::listed, this, &InboxPage::showResult);
    connect(&m_model, &InboxModel::failed, this, &InboxPage::failed);
    connect(m_filters, &InboxFilterBar::queryChanged, &m_model, &InboxModel::ask);
    connect(m_list, &InboxList::selectionEdited, this, &InboxPage::showSelection);
    connect(m_list, &InboxList::openRequested, this, &InboxPage::openSelected);
    connect(m_list, &InboxList::menuRequested, this, &InboxPage::showMenu);
    connect(m_noMatches, &EmptyState::acted, m_filters, &InboxFilterBar::clear);
    connect(m_empty, &EmptyState::acted, this, &InboxPage::interestsRequested);
    connect(m_signedOut, &EmptyState::acted, this, &InboxPage::signInRequested);
    connect(&m_changes, &InboxChanges::done, this, &InboxPage::changed);
    connect(&m_changes, &InboxChanges::restored, this, [this](const QList<EntryId> &ids) { present(ids.first()); });
    connect(&m_changes, &InboxChanges::canUndoChanged, this, [this](bool canUndo) {
        m_actions[InboxActions::Undo]->setEnabled(canUndo);
        Q_EMIT changeUndone();
    });
}

void InboxPage::connectActions()
{
    const auto does = [this](InboxActions::What what, auto function) {
        connect(m_actions[what], &QAction::triggered, this, function);
    };
    does(InboxActions::Open, &InboxPage::openSelected);
    does(InboxActions::Copy, &InboxPage::copy);
    does(InboxActions::Keep, &InboxPage::keep);
    does(InboxActions::MarkRead, &InboxPage::mark);
    does(InboxActions::Remove, &InboxPage::remove);
    does(InboxActions::NotInterested, [this] { m_client.notInterested(m_panel->shownId()); });
    does(InboxActions::MarkAllRead, [this] { m_changes.markAllRead(); });
    does(InboxActions::Undo, [this] { m_changes.undo(); });
    does(InboxActions::Find, [this] { m_filters->focusSearch(); });
    auto *escape = new QShortcut(Qt::Key_Escape, this);
    connect(escape, &QShortcut::activated, this, [this] {
        m_filters->clearWords();
        m_list->setFocus();
    });
}

void InboxPage::setTexts()
{
    m_list->setAccessibleName(tr("Notifications"));
    m_signedOut->setTexts(tr("Nobody is signed in"),
                          tr("Sign in with the name and password that your shop gave you. What it announces then "
                             "appears here."),
                          tr("Sign &in…"));
    m_empty->setTexts(tr("Nothing received yet"),
                      tr("New products that match your interests appear here the moment the shop adds them."),
                      tr("Choose interes&ts…"));
    showResult();
}

void InboxPage::present(EntryId id)
{
    m_wanted = id;
    m_model.refresh(); // It may have come a moment ago.
    m_list->setFocus();
}

void InboxPage::showResult()
{
    const int found = m_model.entryCount();
    if (!m_model.hasReader())
        m_stack->setCurrentWidget(m_signedOut);
    else if (found > 0 || !m_model.isListed())
        m_stack->setCurrentIndex(0);
    else
        m_stack->setCurrentWidget(m_model.isFiltered() ? m_noMatches : m_empty);
    if (found > 0 && !std::exchange(m_wasShown, true))
        m_list->setFocus(); // So that the keys work without a click.
    m_filters->setEnabled(m_model.hasReader());
    m_filters->setCategories(m_model.categories());
    const bool hasWords = !m_model.query().words.isEmpty();
    m_noMatches->setTexts(tr("Nothing found"),
                          hasWords ? tr("No notification has all of these words in it.")
                                   : tr("No notification is of this kind."),
                          tr("Show e&verything"));
    m_actions[InboxActions::MarkAllRead]->setEnabled(m_client.unread() > 0);
    const bool isCounted = m_model.hasReader() && m_model.isListed();
    Q_EMIT counted(!isCounted             ? QString()
                   : m_model.isFiltered() ? tr("%Ln notification(s) found", nullptr, found)
                                          : tr("%Ln notification(s)", nullptr, found));
    if (m_wanted != 0 && m_model.isReady()) {
        const bool isThere = m_list->select(m_wanted);
        if (!isThere && m_model.isFiltered())
            m_filters->clear(); // Asks again, and comes back here.
        else
            m_wanted = 0;
    }
    showSelection();
}

void InboxPage::showSelection()
{
    const QList<EntryId> ids = m_list->selectedIds();
    const auto entry = ids.size() == 1 ? m_client.entry(ids.first()) : std::nullopt;
    const QString host = entry ? m_client.linkHost(*entry) : QString();
    if (!entry) {
        m_reading.lookAway();
        m_panel->showCount(ids.size());
        m_actions.showSelection(ids.size(), ids.isEmpty() ? nullptr : m_model.known(ids.first()), {});
        return;
    }
    const bool isOther = m_panel->shownId() != entry->id;
    m_panel->showEntry(*entry, host);
    m_actions.showSelection(1, &*entry, host);
    if (isOther)
        m_reading.lookAt(*entry);
}

void InboxPage::noteRead(EntryId id)
{
    if (id != m_panel->shownId())
        return;
    m_model.hold({id});
    m_client.setRead({id}, true);
}

void InboxPage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::ActivationChange && isActiveWindow())
        m_reading.resume();
    if (event->type() == QEvent::PaletteChange)
        paintHandle();
    QWidget::changeEvent(event);
}

void InboxPage::showEvent(QShowEvent *event)
{
    m_model.setToday(QDate::currentDate());
    m_dayWatch.start();
    QWidget::showEvent(event);
}

void InboxPage::hideEvent(QHideEvent *event)
{
    m_dayWatch.stop();
    QWidget::hideEvent(event);
}

void InboxPage::mark()
{
    const QList<EntryId> ids = m_list->selectedIds();
    const bool isRead = m_actions.marksAsRead();
    m_reading.lookAway(); // Whoever marks it as unread wants it so.
    m_model.hold(ids);
    m_model.change(ids, [isRead](inbox::Entry &entry) { entry.isRead = isRead; });
    m_changes.setRead(ids, isRead);
    showSelection();
}

void InboxPage::keep()
{
    const QList<EntryId> ids = m_list->selectedIds();
    const bool isKept = m_actions.keeps();
    m_model.change(ids, [isKept](inbox::Entry &entry) { entry.isKept = isKept; });
    m_changes.setKept(ids, isKept);
    showSelection();
}

void InboxPage::remove()
{
    const QList<EntryId> ids = m_list->selectedIds();
    const EntryId next = m_model.neighbour(ids);
    m_changes.remove(ids);
    m_model.takeOut(ids);
    if (!m_list->select(next))
        showResult();
}

void InboxPage::copy()
{
    constexpr qsizetype most = 500; // More is nothing that one pastes anywhere.
    QStringList texts;
    for (const EntryId id : m_list->selectedIds().first(std::min(m_list->selectedIds().size(), most))) {
        if (const auto entry = m_client.entry(id))
            texts << copiedText(*entry);
    }
    if (!texts.isEmpty())
        QGuiApplication::clipboard()->setText(texts.join(u"\n\n"_s));
}

void InboxPage::showMenu(QPoint at)
{
    if (m_list->selectedIds().isEmpty())
        return;
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    m_actions.fillEntryMenu(*menu);
    menu->popup(at);
}

void InboxPage::openSelected()
{
    if (m_actions[InboxActions::Open]->isEnabled()) {
        m_model.hold({m_panel->shownId()});
        m_client.open(m_panel->shownId());
    }
}

QByteArray InboxPage::splitterState() const
{
    return m_splitter->saveState();
}

void InboxPage::restoreSplitter(const QByteArray &state)
{
    if (!m_splitter->restoreState(state))
        m_splitter->setSizes({560, 400});
}

} // namespace jarchi::ui
