// SPDX-License-Identifier: MIT
#pragma once

#include <QMetaObject>
#include <QObject>
#include <QPointer>
#include <QThreadPool>

#include <utility>

namespace jarchi::gui {

/// Runs `work()` on the application's thread pool, and `done(result)` in the calling thread, which is `context`'s,
/// unless that is gone by then. For what takes a moment and needs neither database nor server.
template <typename Work, typename Done>
void inBackground(QObject *context, Work work, Done done)
{
    // Only its own thread asks whether the context is still there: a relay, which lives on, hears of the result.
    auto *relay = new QObject; // Destroyed below, in its thread.
    QThreadPool::globalInstance()->start(
        [relay, context = QPointer<QObject>(context), work = std::move(work), done = std::move(done)]() mutable {
            auto result = work();
            QMetaObject::invokeMethod(
                relay,
                [relay, context = std::move(context), result = std::move(result), done = std::move(done)]() mutable {
                    if (context) {
                        done(result);
                    }
                    relay->deleteLater();
                },
                Qt::QueuedConnection);
        });
}

} // namespace jarchi::gui
