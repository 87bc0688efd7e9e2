// SPDX-License-Identifier: MIT
#pragma once

#include <QIcon>
#include <QString>

#include <optional>

namespace jarchi::ui {

/// What the tray's icon tells, all at once. A value.
struct TrayPicture
{
    QString icon;               ///< Of resources/icons: "tray-serving", "tray-offline", …
    std::optional<double> left; ///< What is left of the minute, from 1 to 0: a ring that runs down.
    bool isPale = false;        ///< Nobody is connected, and that is as it should be.
    qint64 unread = 0;          ///< A number at the corner; none for zero.

    friend bool operator==(const TrayPicture &, const TrayPicture &) = default;
};

/// Drawn at every size that trays ask for, legible on a light and on a dark one. Main thread.
[[nodiscard]] QIcon draw(const TrayPicture &picture);

/// `left` in the steps that the ring has: whoever redraws only when this changes does so 30 times a visit.
[[nodiscard]] double inRingSteps(double left);

} // namespace jarchi::ui
