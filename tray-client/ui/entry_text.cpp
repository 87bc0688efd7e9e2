// SPDX-License-Identifier: MIT
#include "ui/entry_text.h"

#include "base/money.h"
#include "notify/plain_text.h"
#include "notify/wording.h"
#include "widgets/format.h"

#include <QCoreApplication>

namespace jarchi::ui {

using namespace Qt::StringLiterals;

namespace {

class EntryText
{
    Q_DECLARE_TR_FUNCTIONS(EntryText)
};

/// As it came, if it is no price that this program can read.
QString moneyText(const QString &amount, const QString &currency)
{
    const auto price = parseOptionalMoney(amount, currency);
    return price && *price ? widgets::money(**price) : notify::harmlessLine(u"%1 %2"_s.arg(amount, currency)).trimmed();
}

/// In a sentence of ours.
QString quoted(const QString &text)
{
    return widgets::isolated(notify::harmlessLine(text));
}

} // namespace

QString titleText(const inbox::Entry &entry)
{
    return notify::harmlessLine(entry.notification.title);
}

QString bodyText(const inbox::Entry &entry)
{
    return notify::harmlessLines(entry.notification.body).join(u'\n');
}

QString priceText(const inbox::Entry &entry)
{
    return moneyText(entry.notification.price, entry.notification.currency);
}

QString categoryText(const inbox::Entry &entry)
{
    const QString &category = entry.notification.category;
    return category.isEmpty() ? EntryText::tr("Announcement") : notify::harmlessLine(category);
}

QString reasonSentence(const inbox::Entry &entry)
{
    protocol::Notification said = entry.notification;
    if (!said.interest) {
        return said.category.isEmpty()
                   ? EntryText::tr("You get this because it is for everyone.")
                   : EntryText::tr("You got this because you followed %1.").arg(quoted(said.category));
    }
    const QString limit = widgets::isolated(moneyText(said.interest->maxPrice, said.interest->currency));
    said.interest->category = quoted(said.interest->category);
    said.interest->keyword = quoted(said.interest->keyword);
    //: %1 is "because you follow Phones"
    return EntryText::tr("You get this %1.").arg(notify::reasonText(said, limit));
}

QString spokenText(const inbox::Entry &entry)
{
    QStringList parts;
    if (!entry.isRead)
        parts << EntryText::tr("Unread");
    parts << titleText(entry) << priceText(entry) << categoryText(entry)
          << widgets::shortTime(entry.notification.createdAt);
    if (entry.isKept)
        parts << EntryText::tr("Kept");
    parts.removeAll(QString());
    return parts.join(u". "_s);
}

QString copiedText(const inbox::Entry &entry)
{
    QStringList facts{priceText(entry), categoryText(entry)};
    facts.removeAll(QString());
    QStringList lines{titleText(entry), facts.join(u" · "_s), bodyText(entry),
                      notify::harmlessLine(entry.notification.url)};
    lines.removeAll(QString());
    return lines.join(u'\n');
}

} // namespace jarchi::ui
