// SPDX-License-Identifier: MIT
#include "widgets/icons.h"

#include <QFile>
#include <QGuiApplication>
#include <QIconEngine>
#include <QPainter>
#include <QPalette>
#include <QPixmapCache>
#include <QSvgRenderer>

#include <algorithm>
#include <array>

namespace jarchi::widgets {

using namespace Qt::StringLiterals;

namespace {

QString fileOf(const QString &name)
{
    return u":/icons/%1.svg"_s.arg(name);
}

bool hasOwnColours(const QString &name)
{
    return name == "jarchi"_L1 || name.startsWith("tray-"_L1) || name.endsWith("-color"_L1);
}

bool pointsSomewhere(const QString &name)
{
    constexpr std::array<QStringView, 6> names{u"send", u"chevron", u"undo", u"redo", u"quit", u"announce"};
    return std::find(names.begin(), names.end(), name) != names.end();
}

QColor colourFor(QIcon::Mode mode)
{
    const QPalette palette = QGuiApplication::palette();
    switch (mode) {
    case QIcon::Disabled:
        return palette.color(QPalette::Disabled, QPalette::WindowText);
    case QIcon::Selected:
        return palette.color(QPalette::Active, QPalette::HighlightedText);
    case QIcon::Normal:
    case QIcon::Active:
        break;
    }
    return palette.color(QPalette::Active, QPalette::WindowText);
}

class IconEngine : public QIconEngine
{
public:
    explicit IconEngine(QString name)
        : m_name(std::move(name))
    {
    }

    void paint(QPainter *painter, const QRect &area, QIcon::Mode mode, QIcon::State state) override
    {
        const qreal scale = painter->device()->devicePixelRatio();
        QPixmap picture = scaledPixmap(area.size() * scale, mode, state, scale);
        picture.setDevicePixelRatio(scale);
        painter->drawPixmap(area, picture);
    }

    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override
    {
        return scaledPixmap(size, mode, state, 1.0);
    }

    /// `size` is in device pixels.
    QPixmap scaledPixmap(const QSize &size, QIcon::Mode mode, QIcon::State, qreal) override
    {
        const bool mirrored = pointsSomewhere(m_name) && QGuiApplication::layoutDirection() == Qt::RightToLeft;
        const QColor colour = colourFor(mode);
        const bool own = hasOwnColours(m_name);
        const QString key = u"jarchi-icon/%1/%2x%3/%4/%5/%6"_s.arg(m_name)
                                .arg(size.width())
                                .arg(size.height())
                                .arg(own ? QString() : colour.name(QColor::HexArgb))
                                .arg(mirrored ? 1 : 0)
                                .arg(own && mode == QIcon::Disabled ? 1 : 0);
        QPixmap picture;
        if (!QPixmapCache::find(key, &picture)) {
            picture = drawn(size, mode, own ? QColor() : colour, mirrored);
            QPixmapCache::insert(key, picture);
        }
        return picture;
    }

    QSize actualSize(const QSize &size, QIcon::Mode, QIcon::State) override { return size; }
    QList<QSize> availableSizes(QIcon::Mode, QIcon::State) override { return {}; }
    QString key() const override { return u"jarchi-icon"_s; }
    QString iconName() override { return m_name; }
    bool isNull() override { return false; }
    QIconEngine *clone() const override { return new IconEngine(*this); }

private:
    /// In `colour`, or in the drawing's own when that is invalid.
    QPixmap drawn(const QSize &size, QIcon::Mode mode, const QColor &colour, bool mirrored) const
    {
        QImage image(size, QImage::Format_ARGB32_Premultiplied);
        image.fill(Qt::transparent);
        QSvgRenderer renderer(fileOf(m_name));
        renderer.setAspectRatioMode(Qt::KeepAspectRatio);
        QPainter painter(&image);
        painter.setRenderHint(QPainter::Antialiasing);
        if (!colour.isValid() && mode == QIcon::Disabled) {
            constexpr qreal paler = 0.4;
            painter.setOpacity(paler);
        }
        renderer.render(&painter, QRectF(QPointF(0, 0), QSizeF(size)));
        if (colour.isValid()) {
            // The drawing says where, the palette says in what colour.
            painter.setCompositionMode(QPainter::CompositionMode_SourceIn);
            painter.fillRect(image.rect(), colour);
        }
        painter.end();
        return QPixmap::fromImage(mirrored ? image.mirrored(true, false) : image);
    }

    QString m_name;
};

} // namespace

QIcon icon(const QString &name)
{
    Q_ASSERT_X(QFile::exists(fileOf(name)), "icon", qPrintable(name));
    return QIcon(new IconEngine(name));
}

} // namespace jarchi::widgets
