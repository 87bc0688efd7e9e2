// SPDX-License-Identifier: MIT
#include "widgets/message_bar.h"

#include "widgets/breakable.h"
#include "widgets/icons.h"
#include "widgets/text_label.h"
#include "widgets/translated.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QToolButton>

namespace jarchi::widgets {

using namespace Qt::StringLiterals;

namespace {

QString iconName(Tone tone)
{
    switch (tone) {
    case Tone::Success:
        return u"success"_s;
    case Tone::Warning:
        return u"warning"_s;
    case Tone::Error:
        return u"error"_s;
    default:
        return u"info"_s;
    }
}

/// The window's colour with a little of the tone's in it: the palette's text stays legible on it.
QColor background(Tone tone, const QPalette &palette)
{
    const QColor window = palette.color(QPalette::Window);
    const QColor over = colour(tone, palette);
    const auto channel = [](int from, int to) { return from + (to - from) * 3 / 20; };
    return {channel(window.red(), over.red()), channel(window.green(), over.green()),
            channel(window.blue(), over.blue())};
}

} // namespace

MessageBar::MessageBar(QWidget *parent)
    : QFrame(parent)
    , m_icon(new QLabel(this))
    , m_text(new TextLabel(this))
    , m_action(new QPushButton(this))
    , m_close(new QToolButton(this))
{
    setObjectName(u"messageBar"_s);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_action->setObjectName(u"messageAction"_s);
    m_close->setAutoRaise(true);
    m_close->setIcon(icon(u"close"_s));
    translated(this, [this] {
        m_close->setToolTip(tr("Close"));
        m_close->setAccessibleName(tr("Close this message"));
        showTexts();
    });

    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(12, 8, 8, 8);
    row->setSpacing(12);
    row->addWidget(m_icon);
    row->addWidget(m_text, 1);
    row->addWidget(m_action);
    row->addWidget(m_close);
    setAutoFillBackground(true);
    hide();

    connect(m_close, &QToolButton::clicked, this, &MessageBar::clear);
    connect(m_action, &QPushButton::clicked, this, [this] {
        hide();
        Q_EMIT acted();
    });
}

void MessageBar::say(Tone tone, Words text, Words action)
{
    m_tone = tone;
    m_words = std::move(text);
    m_actionWords = std::move(action);
    showTexts();
    paintTone();
    show();
}

void MessageBar::say(Tone tone, const QString &text, const QString &action)
{
    say(
        tone, [text] { return text; }, [action] { return action; });
}

void MessageBar::showTexts()
{
    const QString text = m_words ? m_words() : QString();
    const QString action = m_actionWords ? m_actionWords() : QString();
    // A label whose text can be selected takes its direction from the first letter, be it that of an isolated name.
    constexpr QChar leftToRightMark(0x200E);
    constexpr QChar rightToLeftMark(0x200F);
    m_text->setText((layoutDirection() == Qt::RightToLeft ? rightToLeftMark : leftToRightMark) + breakable(text));
    m_action->setText(action);
    m_action->setVisible(!action.isEmpty());
    setAccessibleName(text);
}

QString MessageBar::text() const
{
    return isHidden() || !m_words ? QString() : m_words();
}

void MessageBar::clear()
{
    hide();
    m_words = {};
    m_actionWords = {};
    showTexts();
}

void MessageBar::setClosable(bool closable)
{
    m_close->setVisible(closable);
}

void MessageBar::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::ApplicationPaletteChange) {
        paintTone();
    }
    QFrame::changeEvent(event);
}

void MessageBar::paintTone()
{
    QPalette colors = parentWidget() != nullptr ? parentWidget()->palette() : palette();
    colors.setColor(QPalette::Window, background(m_tone, colors));
    setPalette(colors);
    m_icon->setPixmap(icon(iconName(m_tone)).pixmap(20, 20));
}

} // namespace jarchi::widgets
