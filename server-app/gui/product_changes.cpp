// SPDX-License-Identifier: MIT
#include "gui/product_changes.h"

#include "gui/server_control.h"
#include "store/product_repository.h"
#include "widgets/format.h"

#include <QUndoCommand>

#include <algorithm>
#include <memory>

namespace jarchi::gui {

using namespace widgets;

using catalog::StoredProduct;

class ProductChanges::Change : public QUndoCommand
{
public:
    Change(ProductChanges &changes, StoredProduct before, StoredProduct after)
        : QUndoCommand(ProductChanges::tr("changing “%1”").arg(isolated(after.product.name)))
        , m_changes(changes)
        , m_before(std::move(before))
        , m_after(std::move(after))
    {
    }

    void redo() override { write(m_after); }
    void undo() override { write(m_before); }

private:
    void write(const StoredProduct &product)
    {
        m_changes.enqueue(1, [product](store::Store &store, qsizetype) { return store.products().update(product); });
    }

    ProductChanges &m_changes;
    const StoredProduct m_before;
    const StoredProduct m_after;
};

class ProductChanges::Removal : public QUndoCommand
{
public:
    Removal(ProductChanges &changes, QList<catalog::ProductId> ids, const QString &what)
        : QUndoCommand(what)
        , m_changes(changes)
        , m_ids(std::move(ids))
    {
    }

    void redo() override
    {
        m_changes.enqueue(
            m_ids.size(), [ids = m_ids, removed = m_removed](store::Store &store, qsizetype i) -> Result<void> {
                if (i == 0) {
                    removed->clear();
                }
                const auto product = store.products().remove(ids.at(i));
                if (product) {
                    removed->append(*product);
                    return {};
                }
                // Somebody else may have deleted it meanwhile, which is what was wanted.
                return product.error().kind == Error::Kind::NotFound ? Result<void>() : tl::unexpected(product.error());
            });
    }
    void undo() override
    {
        m_changes.enqueue(m_ids.size(), [removed = m_removed](store::Store &store, qsizetype i) -> Result<void> {
            return i < removed->size() ? store.products().restore(removed->at(i)) : Result<void>();
        });
    }

private:
    ProductChanges &m_changes;
    const QList<catalog::ProductId> m_ids;
    /// As they were. Touched in the store's thread only.
    const std::shared_ptr<QList<StoredProduct>> m_removed = std::make_shared<QList<StoredProduct>>();
};

ProductChanges::ProductChanges(ServerControl &server, QObject *parent)
    : QObject(parent)
    , m_server(server)
{
    m_stack.setUndoLimit(100);
    // After a failure the stack no longer tells what is in the database.
    connect(this, &ProductChanges::failed, &m_stack, &QUndoStack::clear);
}

void ProductChanges::change(const StoredProduct &before, const StoredProduct &after)
{
    m_stack.push(new Change(*this, before, after)); // The stack owns it.
}

void ProductChanges::remove(const QList<catalog::ProductId> &products, const QString &what)
{
    m_stack.push(new Removal(*this, products, what));
}

void ProductChanges::enqueue(qsizetype count, Step step)
{
    m_tasks.enqueue({count, std::move(step)});
    if (m_tasks.size() == 1) {
        goOn();
    }
}

void ProductChanges::goOn()
{
    constexpr qsizetype together = 500;
    const Task &task = m_tasks.head();
    const qsizetype to = std::min(task.count, task.done + together);
    m_server.store().write(
        this,
        [step = task.step, from = task.done, to](store::Store &store) -> Result<void> {
            for (qsizetype i = from; i < to; ++i) {
                if (const auto done = step(store, i); !done) {
                    return done;
                }
            }
            return {};
        },
        [this, to](const Result<void> &written) {
            m_tasks.head().done = to;
            if (!written || to == m_tasks.head().count) {
                m_tasks.dequeue();
                written ? changed() : failed(written.error().message);
            }
            if (!m_tasks.isEmpty()) {
                goOn();
            }
        });
}

} // namespace jarchi::gui
