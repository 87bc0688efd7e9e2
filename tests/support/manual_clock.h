// SPDX-License-Identifier: MIT
#pragma once

#include "base/clock.h"

#include <atomic>

namespace jarchi::test {

/// A clock that stands still until it is told otherwise. Starts at 2026-11-22T09:00:00Z.
class ManualClock final : public Clock
{
public:
    [[nodiscard]] QDateTime now() const override
    {
        return QDateTime(QDate(2026, 11, 22), QTime(9, 0), Qt::UTC).addMSecs(m_passed);
    }
    [[nodiscard]] std::chrono::milliseconds monotonic() const override
    {
        return std::chrono::milliseconds(m_passed.load());
    }
    void advance(std::chrono::milliseconds time) { m_passed += time.count(); }

private:
    std::atomic<qint64> m_passed{0};
};

} // namespace jarchi::test
