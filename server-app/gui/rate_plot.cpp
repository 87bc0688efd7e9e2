// SPDX-License-Identifier: MIT
#include "gui/rate_plot.h"

#include "widgets/colours.h"
#include "widgets/format.h"

#include <QEvent>
#include <QLocale>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>

namespace jarchi::gui {

using namespace Qt::StringLiterals;
using namespace widgets;

namespace {

constexpr qint64 SecondsPerMinute = 60;
constexpr int GridLines = 2; ///< Above the base line: the middle and the top.
constexpr int Gap = 6;

qint64 minuteOf(const QDateTime &time)
{
    return time.toSecsSinceEpoch() / SecondsPerMinute;
}

/// Where things stand. Computed for left to right; `x()` mirrors.
struct Layout
{
    QRectF area; ///< Of the line, without labels.
    int width = 0;
    bool mirrored = false;
    qint64 top = 0;

    [[nodiscard]] double x(double minutesAgo) const
    {
        const double fromLeft = area.right() - area.width() * minutesAgo / (RatePlot::Minutes - 1);
        return mirrored ? width - fromLeft : fromLeft;
    }
    [[nodiscard]] double y(double value) const { return area.bottom() - area.height() * value / double(top); }
    [[nodiscard]] QRectF mirroredRect(const QRectF &rect) const
    {
        return mirrored ? QRectF(width - rect.right(), rect.top(), rect.width(), rect.height()) : rect;
    }
};

Layout layoutOf(const QWidget &widget, qint64 top)
{
    const QFontMetrics metrics = widget.fontMetrics();
    int labels = 0;
    for (int line = 0; line <= GridLines; ++line) {
        labels = std::max(labels, metrics.horizontalAdvance(number(top * line / GridLines)));
    }
    const double above = metrics.height() / 2.0 + 2; // Half of the topmost label stands above its line.
    const double below = metrics.height() + Gap;
    const QRectF area(labels + 2 * Gap, above, widget.width() - labels - 3 * Gap, widget.height() - above - below);
    return {area, widget.width(), widget.layoutDirection() == Qt::RightToLeft, top};
}

void drawGrid(QPainter &painter, const Layout &layout, const QPalette &palette)
{
    const QFontMetrics metrics = painter.fontMetrics();
    for (int line = 0; line <= GridLines; ++line) {
        const qint64 value = layout.top * line / GridLines;
        const double y = std::round(layout.y(double(value))) + 0.5;
        painter.setPen(QPen(colour(Tone::Line, palette), 1, line == 0 ? Qt::SolidLine : Qt::DotLine));
        painter.drawLine(QPointF(layout.x(0), y), QPointF(layout.x(RatePlot::Minutes - 1), y));
        painter.setPen(colour(Tone::Quiet, palette));
        const QRectF box(Gap, y - metrics.height() / 2.0, layout.area.left() - 2 * Gap, metrics.height());
        painter.drawText(layout.mirroredRect(box),
                         int((layout.mirrored ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter), number(value));
    }
}

/// "now", "−10 min", "−20 min" below the line, as many as there is room for.
void drawTimes(QPainter &painter, const Layout &layout, const QStringList &texts)
{
    const QFontMetrics metrics = painter.fontMetrics();
    double freeTo = layout.width; // Unmirrored: labels are placed from the newest backwards.
    for (qsizetype at = 0; at < texts.size(); ++at) {
        const double width = metrics.horizontalAdvance(texts.at(at)) + 1;
        const double step = layout.area.width() * 10.0 * double(at) / (RatePlot::Minutes - 1);
        const double centre = layout.area.right() - step;
        const double left = std::clamp(centre - width / 2, 1.0, layout.width - width - 1);
        if (left + width > freeTo) {
            continue;
        }
        const QRectF box(left, layout.area.bottom() + Gap, width, metrics.height());
        painter.drawText(layout.mirroredRect(box), int(Qt::AlignCenter | Qt::TextDontClip), texts.at(at));
        freeTo = left - 2.0 * Gap;
    }
}

void drawLine(QPainter &painter, const Layout &layout, const QList<qint64> &values, const QPalette &palette)
{
    QPolygonF line;
    for (qsizetype at = 0; at < values.size(); ++at) {
        line << QPointF(layout.x(double(values.size() - 1 - at)), layout.y(double(values.at(at))));
    }
    QPainterPath filled;
    filled.moveTo(line.first().x(), layout.area.bottom());
    for (const QPointF &point : line) {
        filled.lineTo(point);
    }
    filled.lineTo(line.last().x(), layout.area.bottom());
    filled.closeSubpath();

    const QColor accent = colour(Tone::Accent, palette);
    QColor strong = accent;
    strong.setAlphaF(0.32F);
    QColor faint = accent;
    faint.setAlphaF(0.04F);
    QLinearGradient fade(0, layout.area.top(), 0, layout.area.bottom());
    fade.setColorAt(0, strong);
    fade.setColorAt(1, faint);
    painter.fillPath(filled, fade);
    painter.setPen(QPen(accent, 2, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.drawPolyline(line);
    painter.setPen(Qt::NoPen);
    painter.setBrush(accent);
    painter.drawEllipse(line.last(), 3.5, 3.5);
}

} // namespace

RatePlot::RatePlot(QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    describe();
}

void RatePlot::add(const QDateTime &time, qint64 delivered)
{
    const qint64 minute = std::max(minuteOf(time), m_newest);
    const bool passed = minute != m_newest;
    m_newest = minute;
    if (delivered > 0) {
        m_counts[minute] += delivered;
    }
    while (!m_counts.isEmpty() && m_counts.firstKey() <= m_newest - Minutes) {
        m_counts.erase(m_counts.begin());
    }
    if (passed || delivered > 0) {
        describe();
        update();
    }
}

void RatePlot::clear()
{
    m_counts.clear();
    m_newest = 0;
    describe();
    update();
}

QList<qint64> RatePlot::perMinute() const
{
    QList<qint64> values;
    for (int ago = Minutes - 1; ago >= 0; --ago) {
        values.append(m_counts.value(m_newest - ago, 0));
    }
    return values;
}

qint64 RatePlot::niceTop(qint64 highest)
{
    constexpr qint64 lowest = 10;
    qint64 power = 1;
    while (power <= std::numeric_limits<qint64>::max() / 10) {
        for (const qint64 factor : {1, 2, 4}) {
            const qint64 top = factor * power;
            if (top >= highest && top >= lowest) {
                return top;
            }
        }
        power *= 10;
    }
    return highest;
}

QSize RatePlot::sizeHint() const
{
    const QFontMetrics metrics = fontMetrics();
    return {metrics.averageCharWidth() * 60, metrics.height() * 8};
}

QSize RatePlot::minimumSizeHint() const
{
    const QFontMetrics metrics = fontMetrics();
    return {metrics.averageCharWidth() * 28, metrics.height() * 5};
}

void RatePlot::paintEvent(QPaintEvent *)
{
    const QList<qint64> values = perMinute();
    const qint64 highest = *std::max_element(values.begin(), values.end());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    if (highest == 0) {
        painter.setPen(colour(Tone::Quiet, palette()));
        painter.drawText(rect(), int(Qt::AlignCenter | Qt::TextWordWrap),
                         tr("Nothing delivered in the last half hour"));
        return;
    }
    const Layout layout = layoutOf(*this, niceTop(highest));
    drawGrid(painter, layout, palette());
    drawTimes(painter, layout, {tr("now"), tr("%Ln min ago", nullptr, 10), tr("%Ln min ago", nullptr, 20)});
    drawLine(painter, layout, values, palette());
}

void RatePlot::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        describe();
    }
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::LayoutDirectionChange ||
        event->type() == QEvent::FontChange) {
        updateGeometry();
        update();
    }
    QWidget::changeEvent(event);
}

void RatePlot::describe()
{
    const QList<qint64> values = perMinute();
    const qint64 highest = *std::max_element(values.begin(), values.end());
    setAccessibleName(tr("Deliveries a minute"));
    if (highest == 0) {
        setAccessibleDescription(tr("Nothing delivered in the last half hour"));
        return;
    }
    setAccessibleDescription(tr("In the last 30 minutes at most %1 a minute; %2 in this minute")
                                 .arg(number(highest), number(values.last())));
}

} // namespace jarchi::gui
