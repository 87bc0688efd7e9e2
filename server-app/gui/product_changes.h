// SPDX-License-Identifier: MIT
#pragma once

#include "base/error.h"
#include "catalog/product.h"
#include "store/store.h"

#include <QObject>
#include <QQueue>
#include <QUndoStack>

#include <chrono>
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

    /// A text, asked for again whenever the language changes.
    using Words = std::function<QString()>;

    /// Refused if somebody else has changed it since it was `before`.
    void change(const catalog::StoredProduct &before, const catalog::StoredProduct &after);
    /// `onlyName`: of the only one, if it is one whose name is known.
    void remove(const QList<catalog::ProductId> &products, const QString &onlyName);

    [[nodiscard]] QUndoStack &undoStack() { return m_stack; }
    /// What would be undone or done again, in the language of now: "deleting “Fairphone 6”". Empty: nothing.
    [[nodiscard]] QString undoText() const;
    [[nodiscard]] QString redoText() const;

Q_SIGNALS:
    /// A change is being taken back; of many products that takes a moment.
    void undoBegan();
    /// It is in the database. `what`: a sentence about it; `isUndone`: it was a change that was taken back.
    void changed(const jarchi::gui::ProductChanges::Words &what, bool isUndone);
    /// The rest of it cannot be stored for now. It is tried again until it can.
    void delayed(const jarchi::Error &error);
    /// It is not.
    void failed(const jarchi::Error &error);

private:
    static constexpr std::chrono::milliseconds RetryInterval{1000};

    class Command;
    class Change;
    class Removal;

    using Step = std::function<Result<void>(store::Store &, qsizetype)>;
    struct Task
    {
        qsizetype count = 0;
        Step step; ///< Called for 0 to count - 1, in the store's thread.
        Words what;
        bool isUndone = false;
        qsizetype done = 0;
    };

    /// Tasks are done one after the other, each some hundred steps to a transaction, so that a push gets in between
    /// when somebody deletes everything.
    void enqueue(const Task &task);
    void goOn();
    void take(qsizetype to, const Result<void> &written);
    [[nodiscard]] QString name(int command) const;

    ServerControl &m_server;
    QUndoStack m_stack;
    QQueue<Task> m_tasks; ///< The first one is under way.
};

} // namespace jarchi::gui
