// SPDX-License-Identifier: MIT
#pragma once

#include "notify/balloon.h"

#include <QList>
#include <QStringList>

namespace jarchi::test {

/// A desktop that a test looks at, and whose reader it plays: `Q_EMIT balloons.activated(key)`.
class RecordedBalloons final : public notify::Balloons
{
public:
    using Balloons::Balloons;

    QList<notify::Balloon> shown; ///< Everything that was ever shown, in order; a replacement is one more.
    QStringList withdrawn;        ///< Keys, in order.
    bool available = true;
    bool inhibited = false;

    void show(const notify::Balloon &balloon) override { shown.append(balloon); }
    void withdraw(const QString &key) override { withdrawn.append(key); }
    [[nodiscard]] bool isAvailable() const override { return available; }
    [[nodiscard]] bool isInhibited() const override { return inhibited; }

    void setInhibited(bool isOn)
    {
        inhibited = isOn;
        Q_EMIT inhibitedChanged(isOn);
    }
    [[nodiscard]] QStringList keys() const
    {
        QStringList all;
        for (const notify::Balloon &balloon : shown)
            all.append(balloon.key);
        return all;
    }
    [[nodiscard]] QStringList titles() const
    {
        QStringList all;
        for (const notify::Balloon &balloon : shown)
            all.append(balloon.title);
        return all;
    }
};

} // namespace jarchi::test
