// SPDX-License-Identifier: MIT
#pragma once

#include <QSet>
#include <QString>

#include <utility>

namespace jarchi::notify {

/// Counts what a summary stands for. What is read meanwhile is taken out again, as long as it is known by its key;
/// beyond a bound only the number is kept. A value.
class Tally
{
public:
    static constexpr qsizetype Bound = 4096;

    void add(const QString &key)
    {
        if (m_keys.size() < Bound)
            m_keys.insert(key);
        else
            ++m_beyond;
    }
    /// Takes over what `other` counted.
    void take(Tally &other)
    {
        for (const QString &key : std::as_const(other.m_keys))
            add(key);
        m_beyond += other.m_beyond;
        other.clear();
    }
    bool remove(const QString &key) { return m_keys.remove(key); }
    void clear()
    {
        m_keys.clear();
        m_beyond = 0;
    }
    [[nodiscard]] qint64 count() const { return m_keys.size() + m_beyond; }
    [[nodiscard]] bool isEmpty() const { return count() == 0; }

private:
    QSet<QString> m_keys;
    qint64 m_beyond = 0;
};

} // namespace jarchi::notify
