// SPDX-License-Identifier: MIT
#include "ui/tray_picture.h"

#include "widgets/format.h"
#include "widgets/icons.h"

#include <QPainter>
#include <QPixmap>

#include <array>
#include <cmath>

namespace jarchi::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr std::array<int, 6> Sizes{16, 22, 24, 32, 48, 64};
constexpr int RingSteps = 30;

// Neither light nor dark, so that they stand out from either tray.
const QColor RingColour(0x17, 0x9F, 0xAE);
const QColor RingGround(0x88, 0x90, 0x98, 0x70);
const QColor BadgeColour(0xC2, 0x25, 0x1B);

void drawRing(QPainter &painter, double size, double left)
{
    const double width = std::max(2.0, size / 9.0);
    const QRectF area = QRectF(0, 0, size, size).adjusted(width / 2, width / 2, -width / 2, -width / 2);
    constexpr int degrees = 16; // Qt counts in sixteenths.
    painter.setPen(QPen(RingGround, width));
    painter.drawEllipse(area);
    painter.setPen(QPen(RingColour, width, Qt::SolidLine, Qt::FlatCap));
    painter.drawArc(area, 90 * degrees, static_cast<int>(std::lround(left * 360 * degrees)));
}

/// From 22 pixels on there is room for a digit; below that, a dot says that there is something. At the lower corner,
/// where no icon has anything to say but the one of trouble.
void drawBadge(QPainter &painter, double size, qint64 unread, bool isAbove)
{
    constexpr double leastForDigits = 22;
    constexpr qint64 mostShown = 9;
    const bool hasDigits = size >= leastForDigits;
    const double diameter = size * (hasDigits ? 0.58 : 0.5);
    const QRectF area(size - diameter, isAbove ? 0 : size - diameter, diameter, diameter);
    painter.setPen(QPen(Qt::white, std::max(1.0, size / 24)));
    painter.setBrush(BadgeColour);
    const double half = painter.pen().widthF() / 2;
    painter.drawEllipse(area.adjusted(half, half, -half, -half));
    if (!hasDigits)
        return;
    const QString text = unread > mostShown ? widgets::number(mostShown) + u'+' : widgets::number(unread);
    QFont font = painter.font();
    font.setBold(true);
    font.setPixelSize(static_cast<int>(diameter * (text.size() > 1 ? 0.56 : 0.72)));
    painter.setFont(font);
    painter.setPen(Qt::white);
    painter.drawText(area, Qt::AlignCenter, text);
}

QPixmap drawnAt(int size, const TrayPicture &picture)
{
    QPixmap pixmap(size, size);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    const int margin = picture.left ? static_cast<int>(std::lround(size / 7.0)) : 0;
    if (picture.isPale)
        painter.setOpacity(0.62);
    const int inner = size - 2 * margin;
    painter.drawPixmap(margin, margin, widgets::icon(picture.icon).pixmap(QSize(inner, inner), 1.0));
    painter.setOpacity(1);
    if (picture.left)
        drawRing(painter, size, *picture.left);
    if (picture.unread > 0)
        drawBadge(painter, size, picture.unread, picture.icon == "tray-trouble"_L1);
    return pixmap;
}

} // namespace

QIcon draw(const TrayPicture &picture)
{
    QIcon icon;
    for (const int size : Sizes)
        icon.addPixmap(drawnAt(size, picture));
    return icon;
}

double inRingSteps(double left)
{
    return std::ceil(std::clamp(left, 0.0, 1.0) * RingSteps) / RingSteps;
}

} // namespace jarchi::ui
