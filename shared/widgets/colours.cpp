// SPDX-License-Identifier: MIT
#include "widgets/colours.h"

#include <algorithm>
#include <cmath>

namespace jarchi::widgets {

namespace {

/// What a palette is made of; the rest follows from these.
struct Scheme
{
    QColor window;
    QColor base;
    QColor alternate;
    QColor button;
    QColor text;
    QColor placeholder;
    QColor disabled;
    QColor highlight;
    QColor link;
    QColor visited;
    QColor toolTip;
};

QPalette paletteOf(const Scheme &scheme)
{
    QPalette palette(scheme.button, scheme.window);
    for (const QPalette::ColorRole role :
         {QPalette::WindowText, QPalette::Text, QPalette::ButtonText, QPalette::ToolTipText}) {
        palette.setColor(role, scheme.text);
        palette.setColor(QPalette::Disabled, role, scheme.disabled);
    }
    palette.setColor(QPalette::Base, scheme.base);
    palette.setColor(QPalette::AlternateBase, scheme.alternate);
    palette.setColor(QPalette::ToolTipBase, scheme.toolTip);
    palette.setColor(QPalette::PlaceholderText, scheme.placeholder);
    palette.setColor(QPalette::BrightText, Qt::white);
    palette.setColor(QPalette::Highlight, scheme.highlight);
    palette.setColor(QPalette::HighlightedText, Qt::white);
    palette.setColor(QPalette::Disabled, QPalette::Highlight, scheme.disabled);
    palette.setColor(QPalette::Link, scheme.link);
    palette.setColor(QPalette::LinkVisited, scheme.visited);
    return palette;
}

/// The luminance of one channel, after WCAG 2.1.
double linear(double channel)
{
    return channel <= 0.04045 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
}

double luminance(const QColor &colour)
{
    return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) + 0.0722 * linear(colour.blueF());
}

} // namespace

QPalette lightPalette()
{
    return paletteOf({.window = QColor(0xF4F5F7),
                      .base = QColor(0xFFFFFF),
                      .alternate = QColor(0xF7F8FA),
                      .button = QColor(0xFBFBFC),
                      .text = QColor(0x1B1F24),
                      .placeholder = QColor(0x656D76),
                      .disabled = QColor(0x9CA3AB),
                      .highlight = QColor(0x0E6E78),
                      .link = QColor(0x0B6670),
                      .visited = QColor(0x6A4C93),
                      .toolTip = QColor(0xFFFFFF)});
}

QPalette darkPalette()
{
    return paletteOf({.window = QColor(0x1F2226),
                      .base = QColor(0x17191C),
                      .alternate = QColor(0x1C1F22),
                      .button = QColor(0x2D3237),
                      .text = QColor(0xE6E8EB),
                      .placeholder = QColor(0x9AA2AB),
                      .disabled = QColor(0x6B737B),
                      .highlight = QColor(0x147681),
                      .link = QColor(0x5CC8D2),
                      .visited = QColor(0xB79CE0),
                      .toolTip = QColor(0x2D3237)});
}

bool isDark(const QPalette &palette)
{
    return luminance(palette.color(QPalette::Window)) < luminance(palette.color(QPalette::WindowText));
}

QColor colour(Tone tone, const QPalette &palette)
{
    const bool dark = isDark(palette);
    switch (tone) {
    case Tone::Accent:
        return dark ? QColor(0x3DB4BF) : QColor(0x0E6E78);
    case Tone::Error:
        return dark ? QColor(0xFF8A80) : QColor(0xB3261E);
    case Tone::Warning:
        return dark ? QColor(0xF2B84B) : QColor(0x8A5300);
    case Tone::Success:
        return dark ? QColor(0x6CCB8B) : QColor(0x1B6E3C);
    case Tone::Quiet:
        return dark ? QColor(0x9AA2AB) : QColor(0x656D76);
    case Tone::Line:
        return dark ? QColor(0x3A4047) : QColor(0xD5D9DE);
    }
    Q_UNREACHABLE();
}

double contrast(const QColor &first, const QColor &second)
{
    const double one = luminance(first);
    const double other = luminance(second);
    return (std::max(one, other) + 0.05) / (std::min(one, other) + 0.05);
}

} // namespace jarchi::widgets
