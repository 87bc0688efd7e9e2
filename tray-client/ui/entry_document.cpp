// SPDX-License-Identifier: MIT
#include "ui/entry_document.h"

#include "ui/entry_text.h"
#include "widgets/colours.h"
#include "widgets/format.h"

#include <QCoreApplication>
#include <QGuiApplication>
#include <QPalette>
#include <QTextCursor>
#include <QTextDocument>
#include <QTextFrame>

namespace jarchi::ui {

using namespace Qt::StringLiterals;
using widgets::Tone;

namespace {

class EntryDocument
{
    Q_DECLARE_TR_FUNCTIONS(EntryDocument)
};

/// Everything begins where the window's reading direction begins; what somebody else wrote runs in its own.
class Writer
{
public:
    struct Look
    {
        double scale = 1;
        bool isBold = false;
        QColor colour;
        int gapAbove = 0;
    };

    Writer(QTextDocument &document, const QPalette &palette)
        : m_cursor(&document)
        , m_palette(palette)
        , m_size(document.defaultFont().pointSizeF())
    {
        // Room beside the scroll bar.
        QTextFrameFormat frame = document.rootFrame()->frameFormat();
        QGuiApplication::isRightToLeft() ? frame.setLeftMargin(ScrollBarGap) : frame.setRightMargin(ScrollBarGap);
        document.rootFrame()->setFrameFormat(frame);
    }

    void writeOurs(const QString &text, const Look &look)
    {
        write(text, look, QGuiApplication::layoutDirection(), look.gapAbove);
    }
    void writeTheirs(const QString &text, const Look &look)
    {
        int gap = look.gapAbove;
        for (const QString &line : text.split(u'\n')) {
            write(line, look, line.isRightToLeft() ? Qt::RightToLeft : Qt::LeftToRight, gap);
            gap = 0;
        }
    }
    [[nodiscard]] QColor text() const { return m_palette.color(QPalette::Text); }
    [[nodiscard]] QColor tone(Tone tone) const { return widgets::colour(tone, m_palette); }

private:
    static constexpr double LineHeight = 115; ///< In per cent.
    static constexpr double ScrollBarGap = 16;

    void write(const QString &line, const Look &look, Qt::LayoutDirection direction, int gapAbove)
    {
        QTextBlockFormat block;
        block.setTopMargin(gapAbove);
        block.setLineHeight(LineHeight, QTextBlockFormat::ProportionalHeight);
        block.setLayoutDirection(direction);
        block.setAlignment((QGuiApplication::isRightToLeft() ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignAbsolute);
        QTextCharFormat format;
        format.setFontPointSize(m_size * look.scale);
        format.setFontWeight(look.isBold ? QFont::Bold : QFont::Normal);
        format.setForeground(look.colour);
        if (!m_isFirst)
            m_cursor.insertBlock();
        m_cursor.setBlockFormat(block);
        m_cursor.setBlockCharFormat(format);
        m_cursor.insertText(line, format);
        m_isFirst = false;
    }

    QTextCursor m_cursor;
    const QPalette m_palette;
    const double m_size;
    bool m_isFirst = true;
};

} // namespace

void writeEntry(QTextDocument &document, const inbox::Entry &entry, const QPalette &palette)
{
    document.clear();
    Writer writer(document, palette);
    const QColor text = writer.text();
    const QColor quiet = writer.tone(Tone::Quiet);
    constexpr double large = 1.4;
    constexpr double medium = 1.2;
    writer.writeTheirs(titleText(entry), {.scale = large, .isBold = true, .colour = text});
    if (const QString price = priceText(entry); !price.isEmpty())
        writer.writeOurs(price, {.scale = medium, .colour = writer.tone(Tone::Accent), .gapAbove = 8});
    const QString facts = widgets::isolated(categoryText(entry)) + u"  ·  "_s +
                          widgets::isolated(widgets::shortTime(entry.notification.createdAt));
    writer.writeOurs(facts, {.colour = quiet, .gapAbove = 8});
    if (const QDateTime end = entry.notification.expiresAt; end.isValid())
        writer.writeOurs(EntryDocument::tr("Valid until %1").arg(widgets::longTime(end)), {.colour = quiet});
    if (const QString body = bodyText(entry); !body.isEmpty())
        writer.writeTheirs(body, {.colour = text, .gapAbove = 16});
    writer.writeOurs(EntryDocument::tr("Why did I get this?"), {.isBold = true, .colour = quiet, .gapAbove = 24});
    writer.writeOurs(reasonSentence(entry), {.colour = quiet});
}

} // namespace jarchi::ui
