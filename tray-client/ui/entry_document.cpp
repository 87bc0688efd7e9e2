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

namespace jarchi::ui {

using namespace Qt::StringLiterals;
using widgets::Tone;

namespace {

class EntryDocument
{
    Q_DECLARE_TR_FUNCTIONS(EntryDocument)
};

/// Somebody's text begins where its own direction begins.
class Writer
{
public:
    Writer(QTextDocument &document, const QPalette &palette)
        : m_cursor(&document)
        , m_palette(palette)
        , m_size(document.defaultFont().pointSizeF())
    {
    }

    void write(const QString &text, double scale, bool isBold, const QColor &colour, int gapAbove)
    {
        for (const QString &line : text.split(u'\n')) {
            QTextBlockFormat block;
            block.setTopMargin(gapAbove);
            block.setLineHeight(LineHeight, QTextBlockFormat::ProportionalHeight);
            // An empty line, or one of digits only, runs as the window does.
            if (!hasDirection(line))
                block.setLayoutDirection(QGuiApplication::layoutDirection());
            QTextCharFormat format;
            format.setFontPointSize(m_size * scale);
            format.setFontWeight(isBold ? QFont::Bold : QFont::Normal);
            format.setForeground(colour);
            if (m_isFirst)
                m_cursor.setBlockFormat(block);
            else
                m_cursor.insertBlock(block, format);
            m_cursor.setBlockCharFormat(format);
            m_cursor.insertText(line, format);
            m_isFirst = false;
            gapAbove = 0;
        }
    }
    [[nodiscard]] QColor text() const { return m_palette.color(QPalette::Text); }
    [[nodiscard]] QColor tone(Tone tone) const { return widgets::colour(tone, m_palette); }

private:
    static constexpr double LineHeight = 115; ///< In per cent.

    static bool hasDirection(const QString &line)
    {
        return std::any_of(line.cbegin(), line.cend(), [](QChar character) {
            return character.direction() == QChar::DirL || character.direction() == QChar::DirR ||
                   character.direction() == QChar::DirAL;
        });
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
    constexpr double large = 1.4;
    constexpr double medium = 1.2;
    writer.write(titleText(entry), large, true, writer.text(), 0);
    if (const QString price = priceText(entry); !price.isEmpty())
        writer.write(price, medium, false, writer.tone(Tone::Accent), 8);
    const QString facts = widgets::isolated(categoryText(entry)) + u"  ·  "_s +
                          widgets::isolated(widgets::shortTime(entry.notification.createdAt));
    writer.write(facts, 1, false, writer.tone(Tone::Quiet), 8);
    if (entry.notification.expiresAt.isValid())
        writer.write(EntryDocument::tr("Ends %1").arg(widgets::shortTime(entry.notification.expiresAt)), 1, false,
                     writer.tone(Tone::Quiet), 0);
    if (const QString body = bodyText(entry); !body.isEmpty())
        writer.write(body, 1, false, writer.text(), 16);
    writer.write(EntryDocument::tr("Why did I get this?"), 1, true, writer.tone(Tone::Quiet), 24);
    writer.write(reasonSentence(entry), 1, false, writer.tone(Tone::Quiet), 0);
}

} // namespace jarchi::ui
