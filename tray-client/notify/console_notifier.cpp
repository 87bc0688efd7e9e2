// SPDX-License-Identifier: MIT
#include "notify/console_notifier.h"

#include "notify/plain_text.h"
#include "notify/wording.h"
#include "protocol/codec.h"

#include <QCoreApplication>

#include <algorithm>
#include <cerrno>

namespace jarchi::notify {

using namespace Qt::StringLiterals;
using protocol::Notification;

namespace {

class Text
{
    Q_DECLARE_TR_FUNCTIONS(ConsoleNotifier)
};

/// The parts beside each other, in this order also on a terminal that knows bidirectional text: after a Persian title,
/// a left-to-right mark keeps the price from moving to the title's other side.
QString inARow(const QStringList &parts)
{
    constexpr QChar leftToRightMark(0x200E);
    QStringList row;
    for (const QString &part : parts) {
        if (!part.isEmpty()) {
            const QString harmless = harmlessLine(part);
            const bool hasRightToLeft = std::any_of(harmless.cbegin(), harmless.cend(), [](QChar character) {
                return character.direction() == QChar::DirR || character.direction() == QChar::DirAL;
            });
            row += hasRightToLeft ? harmless + leftToRightMark : harmless;
        }
    }
    return row.join("  "_L1);
}

} // namespace

ConsoleNotifier::ConsoleNotifier(QIODevice &output, Format format, const QTimeZone &zone)
    : m_output(output)
    , m_format(format)
    , m_zone(zone)
{
}

Result<void> ConsoleNotifier::show(const QList<Notification> &fresh)
{
    for (const Notification &notification : fresh) {
        const QByteArray printed = m_format == Format::Json
                                       ? harmlessJson(protocol::encode(protocol::ServerMessage(notification)))
                                       : asText(notification);
        errno = 0;
        // One write for each: two programs that share a terminal do not mix their lines.
        if (m_output.write(printed) != printed.size()) {
            const bool isReaderGone = errno == EPIPE;
            return failure(isReaderGone ? Error::Kind::Unavailable : Error::Kind::Broken,
                           Text::tr("Notifications cannot be printed: %1.").arg(m_output.errorString()));
        }
    }
    return {};
}

QByteArray ConsoleNotifier::asText(const Notification &notification) const
{
    const QString category = notification.category.isEmpty() ? QString() : u"[%1]"_s.arg(notification.category);
    QString text = inARow({notification.createdAt.toTimeZone(m_zone).toString(u"yyyy-MM-dd HH:mm"_s), category,
                           notification.title, priceText(notification), reasonText(notification), notification.url}) +
                   u'\n';
    for (const QString &line : harmlessLines(notification.body))
        text += u"    "_s + line + u'\n';
    return text.toUtf8();
}

} // namespace jarchi::notify
