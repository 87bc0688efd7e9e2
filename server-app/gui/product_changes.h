// SPDX-License-Identifier: MIT
#pragma once

#include "base/error.h"
#include "catalog/product.h"
#include "store/store.h"

#include <QObject>
#include <QQueue>
#include <QUndoStack>

#include <functional>

namespace jarchi::gui {

class ServerControl;

/// Changing and deleting products, each of which can be undone and done again. What was delivered already stays with
/// whoever has it. Main thread.
class ProductChanges : public QObject
{
    Q_OBJECT

public:
    /// `server` outlives this; its database is open whenever something is changed.
    explicit ProductChanges(ServerControl &server, QObject *parent = nullptr);

    void change(const catalog::StoredProduct &before, const catalog::StoredProduct &after);
    /// `what` names them in the menu: "deleting “Fairphone 6”".
    void remove(const QList<catalog::ProductId> &products, const QString &what);

    [[nodiscard]] QUndoStack &undoStack() { return m_stack; }

Q_SIGNALS:
    /// It is in the database.
    void changed();
    /// It is not.
    void failed(const QString &message);

private:
    class Change;
    class Removal;

    using Step = std::function<Result<void>(store::Store &, qsizetype)>;
    struct Task
    {
        qsizetype count = 0;
        Step step; ///< Called for 0 to count - 1, in the store's thread.
        qsizetype done = 0;
    };

    /// Tasks are done one after the other, each some hundred steps to a transaction, so that a push gets in between
    /// when somebody deletes everything.
    void enqueue(qsizetype count, Step step);
    void goOn();

    ServerControl &m_server;
    QUndoStack m_stack;
    QQueue<Task> m_tasks; ///< The first one is under way.
};

} // namespace jarchi::gui
