// SPDX-License-Identifier: MIT
#include "ui/inbox_delegate.h"

#include "ui/entry_text.h"
#include "ui/inbox_model.h"
#include "widgets/colours.h"
#include "widgets/format.h"
#include "widgets/icons.h"

#include <QPainter>

namespace jarchi::ui {

using namespace Qt::StringLiterals;
using widgets::Tone;

namespace {

constexpr int Margin = 8;
constexpr int DotColumn = 24; ///< Where the dot of an unread entry stands; titles and headings begin after it.
constexpr int DotSize = 8;
constexpr int LineGap = 4;
constexpr int IconSize = 16;
constexpr int Grid = 8;

int onGrid(int height)
{
    return (height + Grid - 1) / Grid * Grid;
}

/// What is painted in: mirrored where the window runs from right to left.
class Line
{
public:
    Line(QPainter &painter, const QStyleOptionViewItem &option, const QRect &area)
        : m_painter(painter)
        , m_option(option)
        , m_left(area)
    {
    }

    /// Puts `text` where the line begins, or at its end; what is left of the line is for the rest.
    void put(const QString &text, const QFont &font, const QColor &colour, bool atEnd = false)
    {
        const QFontMetrics metrics(font);
        const QString shown = metrics.elidedText(text, Qt::ElideRight, m_left.width());
        const int width = std::min(metrics.horizontalAdvance(shown), m_left.width());
        const QRect area = take(width, atEnd);
        m_painter.setFont(font);
        m_painter.setPen(colour);
        // In the text's own direction, whatever the window's.
        const int direction = text.isRightToLeft() ? Qt::TextForceRightToLeft : Qt::TextForceLeftToRight;
        m_painter.drawText(area, direction | Qt::AlignCenter | Qt::TextSingleLine | Qt::TextDontClip, shown);
    }
    void put(const QIcon &icon, QIcon::Mode mode)
    {
        const QRect area = take(IconSize, true);
        icon.paint(&m_painter, {area.left(), area.center().y() - IconSize / 2 + 1, IconSize, IconSize}, Qt::AlignCenter,
                   mode);
    }
    void leave(int gap, bool atEnd = false) { take(gap, atEnd); }

private:
    QRect take(int width, bool atEnd)
    {
        QRect taken = m_left;
        if (atEnd == (m_option.direction == Qt::RightToLeft)) {
            taken.setWidth(width);
            m_left.setLeft(std::min(m_left.left() + width, m_left.right() + 1));
        } else {
            taken.setLeft(m_left.right() - width + 1);
            m_left.setRight(std::max(m_left.right() - width, m_left.left() - 1));
        }
        return taken;
    }

    QPainter &m_painter;
    const QStyleOptionViewItem &m_option;
    QRect m_left;
};

/// The texts' colours on a row as it is: selected, in a window that is not the active one, or plain.
QColor textColour(const QStyleOptionViewItem &option, Tone tone)
{
    if (option.state.testFlag(QStyle::State_Selected))
        return option.palette.color(QPalette::HighlightedText);
    return widgets::colour(tone, option.palette);
}

QColor titleColour(const QStyleOptionViewItem &option)
{
    const bool isSelected = option.state.testFlag(QStyle::State_Selected);
    return option.palette.color(isSelected ? QPalette::HighlightedText : QPalette::Text);
}

QRect contentOf(const QStyleOptionViewItem &option)
{
    const bool isMirrored = option.direction == Qt::RightToLeft;
    return option.rect.adjusted(isMirrored ? 2 * Margin : DotColumn, 0, isMirrored ? -DotColumn : -2 * Margin, 0);
}

QFont bold(const QFont &font)
{
    QFont heavier = font;
    heavier.setBold(true);
    return heavier;
}

} // namespace

InboxDelegate::InboxDelegate(const InboxModel &model, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_model(model)
{
}

QSize InboxDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const int line = option.fontMetrics.height();
    const int height =
        m_model.isHeading(index.row()) ? onGrid(line + 2 * Margin) : onGrid(2 * line + LineGap + 2 * Margin);
    return {0, height};
}

void InboxDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    if (m_model.isHeading(index.row())) {
        paintHeading(*painter, option, index.data().toString());
    } else {
        paintBackground(*painter, option);
        if (const inbox::Entry *entry = m_model.entry(index.row()))
            paintEntry(*painter, option, *entry);
    }
    painter->restore();
}

void InboxDelegate::paintHeading(QPainter &painter, const QStyleOptionViewItem &option, const QString &text)
{
    const QRect content = contentOf(option);
    painter.fillRect(option.rect, option.palette.color(QPalette::AlternateBase));
    Line(painter, option, content).put(text, bold(option.font), widgets::colour(Tone::Quiet, option.palette));
}

void InboxDelegate::paintBackground(QPainter &painter, const QStyleOptionViewItem &option)
{
    if (option.state.testFlag(QStyle::State_Selected)) {
        painter.fillRect(option.rect, option.palette.color(QPalette::Highlight));
    } else if (option.state.testFlag(QStyle::State_MouseOver)) {
        painter.fillRect(option.rect, option.palette.color(QPalette::AlternateBase));
    }
    painter.fillRect(QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1),
                     widgets::colour(Tone::Line, option.palette));
    if (option.state.testFlag(QStyle::State_HasFocus) && !option.state.testFlag(QStyle::State_Selected)) {
        painter.setPen(widgets::colour(Tone::Accent, option.palette));
        painter.drawRect(QRectF(option.rect).adjusted(0.5, 0.5, -0.5, -1.5));
    }
}

void InboxDelegate::paintEntry(QPainter &painter, const QStyleOptionViewItem &option, const inbox::Entry &entry)
{
    const QRect content = contentOf(option);
    const int height = option.fontMetrics.height();
    const int top = content.top() + (content.height() - 2 * height - LineGap) / 2;
    const bool isSelected = option.state.testFlag(QStyle::State_Selected);

    if (!entry.isRead) {
        const int side = (DotColumn - DotSize) / 2;
        const int left =
            option.direction == Qt::RightToLeft ? option.rect.right() + 1 - side - DotSize : option.rect.left() + side;
        painter.setPen(Qt::NoPen);
        painter.setBrush(textColour(option, Tone::Accent));
        painter.drawEllipse(left, top + (height - DotSize) / 2 + 1, DotSize, DotSize);
    }

    Line first(painter, option, {content.left(), top, content.width(), height});
    first.put(widgets::clockText(entry.notification.createdAt), option.font, textColour(option, Tone::Quiet), true);
    first.leave(2 * Margin, true);
    first.put(titleText(entry), entry.isRead ? option.font : bold(option.font), titleColour(option));

    Line second(painter, option, {content.left(), top + height + LineGap, content.width(), height});
    if (entry.isKept) {
        second.put(widgets::icon(u"keep"_s), isSelected ? QIcon::Selected : QIcon::Normal);
        second.leave(Margin, true);
    }
    if (const QString price = priceText(entry); !price.isEmpty()) {
        second.put(price, option.font, titleColour(option));
        second.put(u"  ·  "_s, option.font, textColour(option, Tone::Quiet));
    }
    second.put(categoryText(entry), option.font, textColour(option, Tone::Quiet));
}

} // namespace jarchi::ui
