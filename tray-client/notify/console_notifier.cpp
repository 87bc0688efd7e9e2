// SPDX-License-Identifier: MIT
#include "notify/console_notifier.h"

#include "notify/plain_text.h"
#include "notify/wording.h"
#include "protocol/codec.h"

#include <QCoreApplication>

#include <cerrno>

namespace jarchi::notify {

using namespace Qt::StringLiterals;
using protocol::Notification;

namespace {

class Text
{
    Q_DECLARE_TR_FUNCTIONS(ConsoleNotifier)
};

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
    QStringList parts{notification.createdAt.toTimeZone(m_zone).toString(u"yyyy-MM-dd HH:mm"_s)};
    if (!notification.category.isEmpty())
        parts += u"[%1]"_s.arg(notification.category);
    parts += notification.title;
    for (const QString &part : {priceText(notification), reasonText(notification), notification.url}) {
        if (!part.isEmpty())
            parts += part;
    }
    QString text = harmlessLine(parts.join("  "_L1)) + u'\n';
    for (const QString &line : harmlessLines(notification.body))
        text += u"    "_s + line + u'\n';
    return text.toUtf8();
}

} // namespace jarchi::notify
