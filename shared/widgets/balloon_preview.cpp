// SPDX-License-Identifier: MIT
#include "widgets/balloon_preview.h"

#include "widgets/colours.h"
#include "widgets/icons.h"

#include <QPainter>
#include <QStyle>
#include <QTextLayout>

namespace jarchi::widgets {

using namespace Qt::StringLiterals;

namespace {

constexpr int Margin = 16;
constexpr int IconSize = 40;
constexpr int Gap = 12;
constexpr int BodyLines = 3;

/// Draws at most `most` lines of `text`, the last of them elided, and returns the height that they took. Each
/// paragraph has the direction of its own text.
qreal drawLines(QPainter &painter, const QFont &font, const QRectF &area, const QString &text, int most)
{
    const QFontMetricsF metrics(font);
    QTextLayout layout(QString(text).replace(u'\n', QChar::LineSeparator), font);
    QTextOption option(Qt::AlignLeading);
    option.setTextDirection(text.isRightToLeft() ? Qt::RightToLeft : Qt::LeftToRight);
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    layout.setTextOption(option);
    layout.beginLayout();
    qreal y = 0;
    for (int drawn = 0; drawn < most; ++drawn) {
        QTextLine line = layout.createLine();
        if (!line.isValid()) {
            break;
        }
        line.setLineWidth(area.width());
        const bool isCut = drawn == most - 1 && line.textStart() + line.textLength() < text.size();
        if (isCut) {
            const QString rest =
                metrics.elidedText(text.mid(line.textStart()).simplified(), Qt::ElideRight, area.width());
            painter.setFont(font);
            painter.drawText(QRectF(area.left(), area.top() + y, area.width(), metrics.height()),
                             (text.isRightToLeft() ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignAbsolute, rest);
        } else {
            line.draw(&painter, QPointF(area.left(), area.top() + y));
        }
        y += metrics.height();
    }
    layout.endLayout();
    return y;
}

} // namespace

BalloonPreview::BalloonPreview(QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setObjectName(u"balloonPreview"_s);
}

void BalloonPreview::setContent(const QString &title, const QString &detail, const QString &body, const QString &host)
{
    m_title = title.simplified();
    m_detail = detail;
    m_body = body.trimmed();
    m_host = host;
    setAccessibleDescription(QStringList{m_title, m_detail, m_body, m_host}.join(u'\n'));
    update();
}

void BalloonPreview::setPlaceholder(const QString &placeholder)
{
    m_placeholder = placeholder;
    update();
}

QSize BalloonPreview::sizeHint() const
{
    const int line = fontMetrics().height();
    return {320, 2 * Margin + (3 + BodyLines) * line + 3 * 4};
}

void BalloonPreview::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(colour(Tone::Line, palette()));
    painter.setBrush(palette().color(QPalette::Base));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 12, 12);

    const QRect inside = rect().adjusted(Margin, Margin, -Margin, -Margin);
    const QRect iconArea(inside.topLeft(), QSize(IconSize, IconSize));
    icon(u"jarchi"_s).paint(&painter, QStyle::visualRect(layoutDirection(), rect(), iconArea));
    QRectF area = QStyle::visualRect(layoutDirection(), rect(), inside.adjusted(IconSize + Gap, 0, 0, 0));

    QFont bold = font();
    bold.setBold(true);
    const bool isEmpty = m_title.isEmpty();
    painter.setPen(isEmpty ? colour(Tone::Quiet, palette()) : palette().color(QPalette::Text));
    area.setTop(area.top() + drawLines(painter, bold, area, isEmpty ? m_placeholder : m_title, 1) + 4);
    painter.setPen(colour(Tone::Quiet, palette()));
    if (!m_detail.isEmpty()) {
        area.setTop(area.top() + drawLines(painter, font(), area, m_detail, 1) + 4);
    }
    painter.setPen(palette().color(QPalette::Text));
    if (!m_body.isEmpty()) {
        area.setTop(area.top() + drawLines(painter, font(), area, m_body, BodyLines) + 4);
    }
    if (!m_host.isEmpty()) {
        painter.setPen(palette().color(QPalette::Link));
        drawLines(painter, font(), area, m_host, 1);
    }
}

} // namespace jarchi::widgets
