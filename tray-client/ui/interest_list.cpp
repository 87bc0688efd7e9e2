// SPDX-License-Identifier: MIT
#include "ui/interest_list.h"

#include "ui/interest_row.h"
#include "widgets/icons.h"
#include "widgets/text_label.h"
#include "widgets/translated.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>

#include <algorithm>
#include <utility>

namespace jarchi::ui {

using namespace Qt::StringLiterals;

InterestList::InterestList(QWidget *parent)
    : QWidget(parent)
    , m_headings(new QWidget(this))
    , m_category(new QLabel(m_headings))
    , m_keyword(new QLabel(m_headings))
    , m_price(new QLabel(m_headings))
    , m_none(new widgets::TextLabel(this))
    , m_add(new QPushButton(widgets::icon(u"interest"_s), QString(), this))
{
    m_add->setObjectName(u"interestAdd"_s);
    m_none->setObjectName(u"interestNone"_s);
    m_headings->setObjectName(u"interestHeadings"_s);
    auto *headings = new QHBoxLayout(m_headings);
    headings->setSpacing(8);
    for (QLabel *heading : {m_category, m_keyword, m_price})
        headings->addWidget(heading, 1);

    auto *rows = new QWidget;
    m_column = new QVBoxLayout(rows);
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(8);
    m_column->addStretch(1);
    auto *area = new QScrollArea(this);
    area->setFrameShape(QFrame::NoFrame);
    area->setFocusPolicy(Qt::NoFocus); // It follows the row that has it.
    area->setWidgetResizable(true);
    area->setWidget(rows);

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    column->addWidget(m_headings);
    column->addWidget(m_none);
    column->addWidget(area, 1);
    column->addWidget(m_add, 0, Qt::AlignLeading);

    connect(m_add, &QPushButton::clicked, this, &InterestList::addRow);
    widgets::translated(this, [this] { setTexts(); });
    alignHeadings();
    showState();
}

void InterestList::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LayoutDirectionChange)
        alignHeadings();
    QWidget::changeEvent(event);
}

void InterestList::alignHeadings()
{
    // Beside them, the rows have a button; margins are not mirrored by themselves.
    constexpr int button = 32;
    const bool isMirrored = layoutDirection() == Qt::RightToLeft;
    m_headings->layout()->setContentsMargins(isMirrored ? button : 0, 0, isMirrored ? 0 : button, 0);
}

void InterestList::setTexts()
{
    m_category->setText(tr("Category"));
    m_keyword->setText(tr("Keyword"));
    m_price->setText(tr("Highest price"));
    m_none->setText(tr("You follow nothing yet. Add what you want to hear of, as soon as the shop has it."));
    m_add->setText(tr("&Add an interest"));
}

void InterestList::setList(const protocol::InterestList &list)
{
    forgetRemoved();
    for (InterestRow *row : std::exchange(m_rows, {})) {
        row->hide();
        row->deleteLater();
    }
    // What one follows is offered, even where the shop has no such category any more.
    QStringList categories = list.categories;
    for (const protocol::Interest &interest : list.interests) {
        if (!categories.contains(interest.category))
            categories.append(interest.category);
    }
    m_categories.setStringList(categories);
    m_canAdd = !list.categories.isEmpty();
    m_currency.clear();
    for (const protocol::Interest &interest : list.interests) {
        makeRow()->setInterest(interest);
        if (m_currency.isEmpty())
            m_currency = interest.currency; // Until more is known.
    }
    if (!m_currency.isEmpty())
        suggestCurrency(m_currency);
    for (const InterestRow *row : std::as_const(m_rows))
        connect(row, &InterestRow::edited, this, &InterestList::edited);
    orderTabs();
    showState();
}

Result<QList<protocol::Interest>> InterestList::interests() const
{
    QList<protocol::Interest> interests;
    for (const InterestRow *row : m_rows) {
        const Result<protocol::Interest> interest = row->interest();
        if (!interest)
            return tl::unexpected(interest.error());
        if (!interests.contains(*interest))
            interests.append(*interest);
    }
    return interests;
}

void InterestList::focusFirst()
{
    if (m_rows.isEmpty())
        m_add->setFocus();
    else
        m_rows.first()->focusCategory();
}

InterestRow *InterestList::makeRow()
{
    auto *row = new InterestRow(m_categories, this);
    m_column->insertWidget(m_column->count() - 1, row);
    m_rows.append(row);
    connect(row, &InterestRow::removalRequested, this, [this, row] { remove(row); });
    if (!m_currency.isEmpty())
        row->suggestCurrency(m_currency);
    row->show();
    return row;
}

void InterestList::addRow()
{
    const QString category = nextCategory();
    InterestRow *row = makeRow();
    row->setCategory(category);
    connect(row, &InterestRow::edited, this, &InterestList::edited);
    orderTabs();
    showState();
    row->focusCategory();
    Q_EMIT edited();
    Q_EMIT added();
}

/// The first that nobody follows yet; whoever follows all of them wants a second rule for one.
QString InterestList::nextCategory() const
{
    const QStringList categories = m_categories.stringList();
    const auto isFree = [this](const QString &category) {
        return std::none_of(m_rows.cbegin(), m_rows.cend(),
                            [&category](const InterestRow *row) { return row->category() == category; });
    };
    const auto next = std::find_if(categories.cbegin(), categories.cend(), isFree);
    return next == categories.cend() ? categories.value(0) : *next;
}

void InterestList::suggestCurrency(const QString &currency)
{
    m_currency = currency;
    for (InterestRow *row : std::as_const(m_rows))
        row->suggestCurrency(currency);
}

void InterestList::remove(InterestRow *row)
{
    forgetRemoved();
    m_removed = row;
    m_removedIndex = m_rows.indexOf(row);
    m_rows.removeAt(m_removedIndex);
    row->hide();
    if (m_rows.isEmpty())
        m_add->setFocus();
    else
        m_rows.at(std::min(m_removedIndex, m_rows.size() - 1))->focusCategory();
    showState();
    Q_EMIT edited();
    Q_EMIT removed();
}

void InterestList::undoRemoval()
{
    if (!m_removed || m_rows.size() >= protocol::Interests)
        return;
    InterestRow *row = std::exchange(m_removed, nullptr);
    m_rows.insert(std::min(m_removedIndex, m_rows.size()), row);
    row->show();
    row->focusCategory();
    orderTabs();
    showState();
    Q_EMIT edited();
}

void InterestList::forgetRemoved()
{
    if (m_removed)
        m_removed->deleteLater();
    m_removed.clear();
}

void InterestList::orderTabs()
{
    QWidget *last = m_none; // Before the rows, though nobody stops there.
    for (InterestRow *row : std::as_const(m_rows))
        last = row->tabAfter(last);
    setTabOrder(last, m_add);
}

void InterestList::showState()
{
    m_none->setVisible(m_rows.isEmpty());
    m_headings->setVisible(!m_rows.isEmpty());
    m_add->setEnabled(m_canAdd && m_rows.size() < protocol::Interests);
}

} // namespace jarchi::ui
