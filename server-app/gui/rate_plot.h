// SPDX-License-Identifier: MIT
#pragma once

#include <QDateTime>
#include <QMap>
#include <QWidget>

namespace jarchi::gui {

/// Deliveries in each of the last thirty minutes, as a filled line. The newest is at the end of the reading direction.
/// It has an accessible description that says the same in words. Main thread.
class RatePlot : public QWidget
{
    Q_OBJECT

public:
    static constexpr int Minutes = 30;

    explicit RatePlot(QWidget *parent = nullptr);

    /// `delivered` more were delivered since the last call, at `time`. Zero lets time pass.
    void add(const QDateTime &time, qint64 delivered);
    void clear();

    /// Deliveries in each minute, oldest first, Minutes of them; the last one is still under way.
    [[nodiscard]] QList<qint64> perMinute() const;
    /// The top of the scale, with a round number in its middle: 1, 2 or 4 times a power of ten, at least 10.
    [[nodiscard]] static qint64 niceTop(qint64 highest);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void describe();

    QMap<qint64, qint64> m_counts; ///< By minutes since the epoch; never more than Minutes of them.
    qint64 m_newest = 0;           ///< The minute of the last add(); 0: there was none.
};

} // namespace jarchi::gui
