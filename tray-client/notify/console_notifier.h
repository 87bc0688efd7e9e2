// SPDX-License-Identifier: MIT
#pragma once

#include "notify/notifier.h"

#include <QIODevice>
#include <QTimeZone>

namespace jarchi::notify {

/// Prints notifications to a device, usually the standard output. Lives in the thread of its device.
///
/// As text: the time, the category, the title, the price, the reason and the address on one line, two spaces between
/// them and what is absent left out; the body, indented, on the next lines. As JSON: the notification as on the wire,
/// one object a line. Either way nothing that a terminal would obey gets through.
class ConsoleNotifier final : public Notifier
{
public:
    enum class Format { Text, Json };

    /// `output` is open, unbuffered so that whoever reads it has each notification at once, and outlives this. Times
    /// are shown in `zone`.
    ConsoleNotifier(QIODevice &output, Format format, const QTimeZone &zone = QTimeZone::systemTimeZone());

    /// An error when nobody reads the output any more, or it is full.
    [[nodiscard]] Result<void> show(const QList<protocol::Notification> &fresh) override;

private:
    [[nodiscard]] QByteArray asText(const protocol::Notification &notification) const;

    QIODevice &m_output;
    const Format m_format;
    const QTimeZone m_zone;
};

} // namespace jarchi::notify
