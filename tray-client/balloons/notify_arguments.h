// SPDX-License-Identifier: MIT
#pragma once

#include "notify/balloon.h"

#include <QStringList>
#include <QVariantList>

/// A balloon as the arguments of org.freedesktop.Notifications.Notify (Desktop Notifications Specification 1.2).
/// Pure functions; any thread.
namespace jarchi::balloons {

/// The actions that a balloon may have; the daemon names them back when they are chosen.
inline constexpr QLatin1StringView DefaultAction("default");
inline constexpr QLatin1StringView OpenAction("open");
inline constexpr QLatin1StringView NotInterestedAction("not-interested");

/// Only what `capabilities` has: a body, markup in it (then it is escaped), actions. `replaces` is 0 for a new one, and
/// `icon` a name of the desktop's icons, or the address of a picture.
[[nodiscard]] QVariantList notifyArguments(const notify::Balloon &balloon, const QStringList &capabilities,
                                           uint replaces, const QString &icon);

/// Text that means the same whether its reader obeys markup or not. Some daemons obey it without saying so, and some in
/// the title, which has none; so what could begin a tag begins with "‹". Escaping would show "&lt;" on all others.
[[nodiscard]] QString withoutTags(const QString &text);

} // namespace jarchi::balloons
