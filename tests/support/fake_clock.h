// SPDX-License-Identifier: MIT
#pragma once

#include "base/clock.h"

namespace jarchi::test {

/// A clock that stands still until a test moves it.
class FakeClock final : public Clock
{
public:
    [[nodiscard]] QDateTime now() const override { return m_now; }
    [[nodiscard]] std::chrono::milliseconds monotonic() const override { return m_monotonic; }

    void advance(std::chrono::milliseconds time)
    {
        m_now = m_now.addMSecs(time.count());
        m_monotonic += time;
    }

private:
    QDateTime m_now{QDate(2026, 11, 22), QTime(9, 0), Qt::UTC};
    std::chrono::milliseconds m_monotonic{1'000'000};
};

} // namespace jarchi::test
