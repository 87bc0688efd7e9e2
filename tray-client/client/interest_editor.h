// SPDX-License-Identifier: MIT
#pragma once

#include "client/visit_keeper.h"
#include "protocol/messages.h"

#include <QObject>

#include <functional>
#include <optional>

namespace jarchi::client {

/// Reads and changes on the server what the user wants to hear of, and remembers the last interest that was taken away
/// by a click, for whoever did not mean it. A change reads the list before it saves it, so changes go one after the
/// other: two clicks in one moment must not undo each other. Main thread; owned by the client.
class InterestEditor : public QObject
{
    Q_OBJECT

public:
    using ListDone = std::function<void(const Result<protocol::InterestList> &)>;
    using PreviewDone = std::function<void(const Result<protocol::Preview> &)>;

    /// `visits` outlives this.
    explicit InterestEditor(VisitKeeper &visits, QObject *parent = nullptr);

    void get(QObject *context, ListDone done);
    void set(const QList<protocol::Interest> &interests, QObject *context, ListDone done);
    void preview(const QList<protocol::Interest> &interests, QObject *context, PreviewDone done);

    /// Ends in removed() or failed().
    void remove(const protocol::Interest &interest);
    /// Puts the last one back; ends in restored() or failed(). Nothing happens if there is none.
    void undo();
    /// Another account: there is nothing to undo.
    void forget() { m_removed.reset(); }

Q_SIGNALS:
    /// `isFollowedOtherwise`: another interest in its category is still there.
    void removed(const jarchi::protocol::Interest &interest, bool isFollowedOtherwise);
    void restored(const jarchi::protocol::Interest &interest);
    void failed(const QString &sentence);

private:
    struct Edit
    {
        std::function<bool(QList<protocol::Interest> &)> change; ///< Returns whether there is anything to change.
        std::function<void()> done;
    };

    void queue(const Edit &edit);
    void beginNext();
    void end(const Result<void> &saved);

    VisitKeeper &m_visits;
    QList<Edit> m_edits; ///< The first one is under way.
    std::optional<protocol::Interest> m_removed;
    bool m_isFollowedOtherwise = false; ///< The category of the one that is being removed.
};

} // namespace jarchi::client
