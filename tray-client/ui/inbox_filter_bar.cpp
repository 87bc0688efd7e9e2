// SPDX-License-Identifier: MIT
#include "ui/inbox_filter_bar.h"

#include "notify/plain_text.h"
#include "widgets/format.h"
#include "widgets/icons.h"
#include "widgets/translated.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalBlocker>

namespace jarchi::ui {

using namespace Qt::StringLiterals;

InboxFilterBar::InboxFilterBar(QWidget *parent)
    : QWidget(parent)
    , m_words(new QLineEdit(this))
    , m_category(new QComboBox(this))
    , m_unread(new QPushButton(this))
    , m_kept(new QPushButton(this))
{
    m_words->setObjectName(u"searchInbox"_s);
    m_category->setObjectName(u"inboxCategory"_s);
    m_unread->setObjectName(u"onlyUnread"_s);
    m_kept->setObjectName(u"onlyKept"_s);
    m_words->addAction(widgets::icon(u"search"_s), QLineEdit::LeadingPosition);
    m_words->setClearButtonEnabled(true);
    m_category->addItem(QString()); // "All categories"
    m_category->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_category->setMinimumContentsLength(16);
    m_unread->setCheckable(true);
    m_kept->setCheckable(true);

    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    row->addWidget(m_words, 1);
    row->addWidget(m_category);
    row->addWidget(m_unread);
    row->addWidget(m_kept);
    widgets::translated(this, [this] { setTexts(); });

    m_pause.setSingleShot(true);
    m_pause.setInterval(Pause);
    connect(&m_pause, &QTimer::timeout, this, &InboxFilterBar::tell);
    connect(m_words, &QLineEdit::textChanged, &m_pause, qOverload<>(&QTimer::start));
    connect(m_words, &QLineEdit::returnPressed, this, &InboxFilterBar::tell);
    connect(m_category, &QComboBox::currentIndexChanged, this, &InboxFilterBar::tell);
    connect(m_unread, &QPushButton::toggled, this, &InboxFilterBar::tell);
    connect(m_kept, &QPushButton::toggled, this, &InboxFilterBar::tell);
}

void InboxFilterBar::setTexts()
{
    m_words->setPlaceholderText(tr("Search in titles and texts"));
    m_words->setAccessibleName(tr("Search the inbox"));
    m_category->setItemText(0, tr("All categories"));
    m_category->setAccessibleName(tr("Category"));
    m_unread->setText(tr("Only un&read"));
    m_unread->setIcon(widgets::icon(u"unread"_s));
    m_kept->setText(tr("Only &kept"));
    m_kept->setIcon(widgets::icon(u"keep"_s));
}

inbox::EntryQuery InboxFilterBar::query() const
{
    inbox::EntryQuery query;
    query.words = m_words->text().trimmed();
    if (m_category->currentIndex() > 0)
        query.categories = {m_category->currentData().toString()};
    query.onlyUnread = m_unread->isChecked();
    query.onlyKept = m_kept->isChecked();
    return query;
}

void InboxFilterBar::setCategories(const QStringList &categories)
{
    const QString chosen = m_category->currentData().toString();
    QStringList wanted = categories;
    if (!chosen.isEmpty() && !wanted.contains(chosen))
        wanted.append(chosen);
    QStringList present;
    for (int i = 1; i < m_category->count(); ++i)
        present.append(m_category->itemData(i).toString());
    if (present == wanted)
        return;
    const QSignalBlocker quiet(m_category);
    while (m_category->count() > 1)
        m_category->removeItem(m_category->count() - 1);
    for (const QString &category : wanted)
        m_category->addItem(notify::harmlessLine(category), category);
    m_category->setCurrentIndex(std::max(0, m_category->findData(chosen)));
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
        const QSignalBlocker category(m_category);
        m_unread->setChecked(false);
        m_kept->setChecked(false);
        m_category->setCurrentIndex(0);
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
