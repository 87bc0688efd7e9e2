// SPDX-License-Identifier: MIT
#include "gui/account_panel.h"

#include "gui/server_control.h"
#include "store/category_repository.h"
#include "store/interest_repository.h"
#include "store/notification_repository.h"
#include "widgets/breakable.h"
#include "widgets/colours.h"
#include "widgets/format.h"
#include "widgets/icons.h"
#include "widgets/table.h"
#include "widgets/text_label.h"
#include "widgets/translated.h"

#include <QHBoxLayout>
#include <QScrollArea>

#include <algorithm>

namespace jarchi::gui {

using namespace Qt::StringLiterals;
using namespace widgets;

namespace {

struct Details
{
    QList<people::Interest> interests;
    QStringList categories;
};

Result<Details> readDetails(store::Store &store, people::AccountId account)
{
    auto interests = store.interests().all(account);
    if (!interests) {
        return tl::unexpected(interests.error());
    }
    return store.categories().all().map([&](const QStringList &categories) {
        return Details{*std::move(interests), categories};
    });
}

} // namespace

AccountPanel::AccountPanel(ServerControl &server, QWidget *parent)
    : QWidget(parent)
    , m_server(server)
    , m_title(new TextLabel(this))
    , m_facts(new TextLabel(this))
    , m_displayNameLabel(new QLabel(this))
    , m_displayName(new QLineEdit(this))
    , m_password(new QPushButton(this))
    , m_remove(new QPushButton(this))
    , m_interestsTitle(new QLabel(this))
    , m_interestsTable(new Table(this))
    , m_addInterest(new QPushButton(this))
    , m_removeInterest(new QPushButton(this))
    , m_unvisitedTitle(new QLabel(this))
    , m_unvisited(new TextLabel(this, Qt::AlignTop))
    , m_unvisitedArea(new QScrollArea(this))
{
    setObjectName(u"accountPanel"_s);
    m_displayName->setObjectName(u"displayName"_s);
    m_interestsTable->setObjectName(u"interests"_s);
    m_addInterest->setObjectName(u"addInterest"_s);
    m_removeInterest->setObjectName(u"removeInterest"_s);
    m_password->setObjectName(u"setPassword"_s);
    m_remove->setObjectName(u"removeAccount"_s);
    m_unvisited->setObjectName(u"unvisited"_s);
    m_interestsTable->setModel(&m_interests);
    m_interestsTable->setItemDelegate(&m_delegate);
    m_interestsTable->setEditTriggers(QAbstractItemView::DoubleClicked | QAbstractItemView::SelectedClicked |
                                      QAbstractItemView::EditKeyPressed);
    m_interestsTable->setColumns({16, 12, 16}, InterestsModel::Category);
    m_displayNameLabel->setBuddy(m_displayName);
    m_addInterest->setEnabled(false); // Until the categories are known.
    layOut();
    translated(this, [this] { setTexts(); });
    connect(m_displayName, &QLineEdit::editingFinished, this, &AccountPanel::saveDisplayName);
    connect(m_password, &QPushButton::clicked, this, &AccountPanel::passwordRequested);
    connect(m_remove, &QPushButton::clicked, this, &AccountPanel::removalRequested);
    connect(m_addInterest, &QPushButton::clicked, this, &AccountPanel::addInterest);
    connect(m_removeInterest, &QPushButton::clicked, this,
            [this] { m_interests.remove(m_interestsTable->selectedRows()); });
    connect(m_interestsTable, &Table::removalRequested, m_removeInterest, &QPushButton::click);
    connect(&m_interests, &InterestsModel::edited, this, &AccountPanel::saveInterests);
    connect(&m_interests, &InterestsModel::refused, this, [this](const QString &why) {
        Q_EMIT failed({Error::Kind::Refused, why});
    });
}

void AccountPanel::layOut()
{
    QFont large = m_title->font();
    large.setPointSizeF(large.pointSizeF() * 1.25);
    large.setBold(true);
    m_title->setFont(large);
    QFont bold = m_interestsTitle->font();
    bold.setBold(true);
    m_interestsTitle->setFont(bold);
    m_unvisitedTitle->setFont(bold);
    m_unvisitedArea->setWidgetResizable(true);
    m_unvisitedArea->setFrameShape(QFrame::NoFrame);
    m_unvisitedArea->setWidget(m_unvisited);

    auto *accountButtons = new QHBoxLayout;
    accountButtons->addWidget(m_password);
    accountButtons->addStretch(1);
    accountButtons->addWidget(m_remove);
    auto *interestButtons = new QHBoxLayout;
    interestButtons->addWidget(m_addInterest);
    interestButtons->addWidget(m_removeInterest);
    interestButtons->addStretch(1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    column->addWidget(m_title);
    column->addWidget(m_facts);
    column->addSpacing(4);
    column->addWidget(m_displayNameLabel);
    column->addWidget(m_displayName);
    column->addLayout(accountButtons);
    column->addSpacing(12);
    column->addWidget(m_interestsTitle);
    column->addWidget(m_interestsTable, 3);
    column->addLayout(interestButtons);
    column->addSpacing(12);
    column->addWidget(m_unvisitedTitle);
    column->addWidget(m_unvisitedArea, 2);
}

void AccountPanel::setTexts()
{
    m_displayNameLabel->setText(tr("D&isplay name"));
    m_password->setText(tr("Set &password…"));
    m_password->setIcon(icon(u"key"_s));
    m_remove->setText(tr("&Remove…"));
    m_remove->setIcon(icon(u"delete"_s));
    m_interestsTitle->setText(tr("Interested in"));
    m_interestsTable->setAccessibleName(tr("Interests"));
    m_unvisitedTitle->setText(tr("Not visited yet"));
    m_unvisitedArea->setAccessibleName(tr("Not visited yet"));
    m_addInterest->setText(tr("Add an in&terest"));
    m_removeInterest->setText(tr("Remove it"));
    if (!m_account) {
        return;
    }
    m_title->setText(breakable(m_account->displayName));
    const QString lastSeen = m_account->lastSeenAt.isValid() ? longTime(m_account->lastSeenAt) : tr("never");
    QStringList facts{tr("User name: %1").arg(m_account->name), tr("Last here: %1").arg(lastSeen)};
    if (!m_account->hasPassword) {
        facts.append(tr("No password is set, so nobody can log in."));
    }
    m_facts->setText(breakable(facts.join(u'\n')));
    readUnvisited();
}

void AccountPanel::setAccount(const std::optional<people::Account> &account)
{
    const bool isOther = !m_account || !account || m_account->id != account->id;
    m_account = account;
    setVisible(account.has_value());
    if (!account) {
        return;
    }
    if (isOther || !m_displayName->hasFocus()) {
        m_displayName->setText(account->displayName);
    }
    if (isOther) {
        m_interests.setInterests({});
        m_unvisited->clear();
    }
    setTexts();
    readAccount();
}

void AccountPanel::readAccount()
{
    m_server.reader().read(
        this, [account = m_account->id](store::Store &store) { return readDetails(store, account); },
        [this, account = m_account->id](const Result<Details> &details) {
            if (!m_account || m_account->id != account) {
                return;
            }
            if (!details) {
                Q_EMIT failed(details.error());
                return;
            }
            m_categories = details->categories;
            m_delegate.setCategories(m_categories);
            m_addInterest->setEnabled(!m_categories.isEmpty());
            m_addInterest->setToolTip(m_categories.isEmpty() ? tr("Add a product first: it brings its category.")
                                                             : QString());
            m_interests.setInterests(details->interests);
        });
}

void AccountPanel::readUnvisited()
{
    m_server.reader().read(
        this,
        [account = m_account->id](store::Store &store) -> Result<QStringList> {
            const auto newest = store.notifications().newestId();
            const auto floor = store.notifications().floor(account);
            if (!newest || !floor) {
                return tl::unexpected(newest ? floor.error() : newest.error());
            }
            return store.notifications()
                .lacking(account, *floor, *newest, ShownTitles + 1)
                .map([](const store::LackingPage &page) {
                    QStringList titles;
                    for (const auto &notification : page.notifications) {
                        titles.append(notification.title);
                    }
                    return titles;
                });
        },
        [this, account = m_account->id](const Result<QStringList> &titles) {
            if (!m_account || m_account->id != account || !titles) {
                return;
            }
            QStringList shown = titles->mid(0, ShownTitles);
            if (titles->size() > ShownTitles) {
                shown.append(tr("… and more"));
            }
            m_unvisited->setText(shown.isEmpty() ? tr("Nothing: everything was delivered.")
                                                 : breakable(shown.join(u'\n')));
        });
}

void AccountPanel::saveDisplayName()
{
    if (!m_account || m_displayName->text().trimmed() == m_account->displayName) {
        return;
    }
    const auto name = people::validatedDisplayName(m_displayName->text());
    if (!name) {
        Q_EMIT failed(name.error());
        m_displayName->setText(m_account->displayName);
        return;
    }
    m_server.store().write(
        this,
        [account = m_account->id, name = *name](store::Store &store) {
            return store.accounts().setDisplayName(account, name);
        },
        [this](const Result<void> &written) { written ? changed() : failed(written.error()); });
}

void AccountPanel::saveInterests()
{
    m_server.store().write(
        this,
        [account = m_account->id, interests = m_interests.interests()](store::Store &store) {
            return store.interests().replace(account, interests);
        },
        [this](const Result<void> &written) {
            if (!written) {
                Q_EMIT failed(written.error());
            }
            if (m_account) {
                readAccount(); // As they are stored now: with ids, and without doubles.
            }
            Q_EMIT changed();
        });
}

void AccountPanel::addInterest()
{
    // The first category that it has no interest in yet, and the row is ready to be changed.
    const auto isNew = [this](const QString &category) {
        return std::none_of(m_interests.interests().cbegin(), m_interests.interests().cend(),
                            [&](const people::Interest &interest) { return interest.category == category; });
    };
    const auto found = std::find_if(m_categories.cbegin(), m_categories.cend(), isNew);
    if (found == m_categories.cend()) {
        Q_EMIT failed({Error::Kind::Refused, tr("It has an interest in every category already. Change one of them to "
                                                "name a word or a price.")});
        return;
    }
    m_interests.add({0, *found, {}, {}});
    const QModelIndex index = m_interests.index(m_interests.rowCount() - 1, InterestsModel::Category);
    m_interestsTable->setCurrentIndex(index);
    m_interestsTable->setFocus();
}

} // namespace jarchi::gui
