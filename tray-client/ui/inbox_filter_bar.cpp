// SPDX-License-Identifier: MIT
#include "ui/inbox_filter_bar.h"

#include "ui/category_button.h"
#include "widgets/icons.h"
#include "widgets/translated.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalBlocker>

namespace jarchi::ui {

using namespace Qt::StringLiterals;

InboxFilterBar::InboxFilterBar(QWidget *parent)
    : QWidget(parent)
    , m_words(new QLineEdit(this))
    , m_categories(new CategoryButton(this))
    , m_unread(new QPushButton(this))
    , m_kept(new QPushButton(this))
{
    m_words->setObjectName(u"searchInbox"_s);
    m_categories->setObjectName(u"inboxCategories"_s);
    m_unread->setObjectName(u"onlyUnread"_s);
    m_kept->setObjectName(u"onlyKept"_s);
    m_words->addAction(widgets::icon(u"search"_s), QLineEdit::LeadingPosition);
    m_words->setClearButtonEnabled(true);
    m_unread->setCheckable(true);
    m_kept->setCheckable(true);

    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    row->addWidget(m_words, 1);
    row->addWidget(m_categories);
    row->addWidget(m_unread);
    row->addWidget(m_kept);
    widgets::translated(this, [this] { setTexts(); });

    m_pause.setSingleShot(true);
    m_pause.setInterval(Pause);
    connect(&m_pause, &QTimer::timeout, this, &InboxFilterBar::tell);
    connect(m_words, &QLineEdit::textChanged, &m_pause, qOverload<>(&QTimer::start));
    connect(m_words, &QLineEdit::returnPressed, this, &InboxFilterBar::tell);
    connect(m_categories, &CategoryButton::chosenChanged, this, &InboxFilterBar::tell);
    connect(m_unread, &QPushButton::toggled, this, &InboxFilterBar::tell);
    connect(m_kept, &QPushButton::toggled, this, &InboxFilterBar::tell);
}

void InboxFilterBar::setTexts()
{
    m_words->setPlaceholderText(tr("Search in titles and texts"));
    m_words->setAccessibleName(tr("Search the inbox"));
    m_unread->setText(tr("Only un&read"));
    m_unread->setIcon(widgets::icon(u"unread"_s));
    m_kept->setText(tr("Only &kept"));
    m_kept->setIcon(widgets::icon(u"keep"_s));
}

inbox::EntryQuery InboxFilterBar::query() const
{
    inbox::EntryQuery query;
    query.words = m_words->text().trimmed();
    query.categories = m_categories->chosen();
    query.onlyUnread = m_unread->isChecked();
    query.onlyKept = m_kept->isChecked();
    return query;
}

void InboxFilterBar::setCategories(const QStringList &categories)
{
    m_categories->setCategories(categories);
}

void InboxFilterBar::focusSearch()
{
    m_words->setFocus(Qt::ShortcutFocusReason);
    m_words->selectAll();
}

void InboxFilterBar::clearWords()
{
    m_words->clear();
    tell();
}

void InboxFilterBar::clear()
{
    {
        const QSignalBlocker unread(m_unread);
        const QSignalBlocker kept(m_kept);
        m_unread->setChecked(false);
        m_kept->setChecked(false);
        m_categories->clear();
    }
    m_unread->update();
    m_kept->update();
    clearWords();
}

void InboxFilterBar::tell()
{
    m_pause.stop();
    const inbox::EntryQuery now = query();
    if (now == m_told)
        return;
    m_told = now;
    Q_EMIT queryChanged(now);
}

} // namespace jarchi::ui
