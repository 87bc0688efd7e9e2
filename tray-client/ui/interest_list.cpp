// SPDX-License-Identifier: MIT
#include "ui/interest_list.h"

#include "ui/interest_row.h"
#include "widgets/icons.h"
#include "widgets/text_label.h"
#include "widgets/translated.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>

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
    auto *headings = new QHBoxLayout(m_headings);
    headings->setContentsMargins(0, 0, 32, 0); // Beside them, the rows have a button.
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
    area->setWidgetResizable(true);
    area->setWidget(rows);

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    column->addWidget(m_headings);
    column->addWidget(m_none);
    column->addWidget(area, 1);
    column->addWidget(m_add, 0, Qt::AlignLeading);

    connect(m_add, &QPushButton::clicked, this, [this] {
        addRow()->focusCategory();
        Q_EMIT edited();
    });
    widgets::translated(this, [this] { setTexts(); });
    showState();
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
    m_categories = list.categories;
    qDeleteAll(m_rows);
    m_rows.clear();
    for (const protocol::Interest &interest : list.interests)
        addRow()->setInterest(interest);
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

InterestRow *InterestList::addRow()
{
    auto *row = new InterestRow(m_categories, this);
    m_column->insertWidget(m_column->count() - 1, row);
    m_rows.append(row);
    connect(row, &InterestRow::edited, this, &InterestList::edited);
    connect(row, &InterestRow::removalRequested, this, [this, row] { remove(row); });
    row->show();
    showState();
    return row;
}

void InterestList::remove(InterestRow *row)
{
    const qsizetype index = m_rows.indexOf(row);
    m_rows.removeAt(index);
    row->hide();
    row->deleteLater(); // Its own button is being clicked.
    if (m_rows.isEmpty())
        m_add->setFocus();
    else
        m_rows.at(std::min(index, m_rows.size() - 1))->focusCategory();
    showState();
    Q_EMIT edited();
}

void InterestList::showState()
{
    m_none->setVisible(m_rows.isEmpty());
    m_headings->setVisible(!m_rows.isEmpty());
    m_add->setEnabled(!m_categories.isEmpty() && m_rows.size() < protocol::Interests);
}

} // namespace jarchi::ui
