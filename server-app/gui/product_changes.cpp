// SPDX-License-Identifier: MIT
#include "gui/product_changes.h"

#include "base/folding.h"
#include "gui/server_control.h"
#include "store/product_repository.h"
#include "widgets/format.h"

#include <QHash>
#include <QTimer>
#include <QUndoCommand>

#include <algorithm>
#include <memory>

namespace jarchi::gui {

using namespace widgets;

using catalog::StoredProduct;

namespace {

/// Whether it is stored as somebody left it. A category is what it is by its folded name.
bool isSame(const catalog::Product &stored, catalog::Product left)
{
    if (folded(stored.category) == folded(left.category)) {
        left.category = stored.category;
    }
    return stored == left;
}

} // namespace

/// Its name is asked for when somebody looks, in the language of then; QUndoCommand would keep it.
class ProductChanges::Command : public QUndoCommand
{
public:
    explicit Command(ProductChanges &changes)
        : m_changes(changes)
    {
    }

    [[nodiscard]] virtual QString name() const = 0;

protected:
    [[nodiscard]] ProductChanges &changes() const { return m_changes; }

private:
    ProductChanges &m_changes;
};

class ProductChanges::Change : public Command
{
public:
    Change(ProductChanges &changes, StoredProduct before, StoredProduct after)
        : Command(changes)
        , m_before(std::move(before))
        , m_after(std::move(after))
    {
    }

    [[nodiscard]] QString name() const override
    {
        return ProductChanges::tr("changing “%1”").arg(isolated(m_after.product.name));
    }

    void redo() override
    {
        write(m_before, m_after, false,
              [name = m_after.product.name] { return ProductChanges::tr("“%1” is changed.").arg(isolated(name)); });
    }
    void undo() override
    {
        write(m_after, m_before, true, [name = m_before.product.name] {
            return ProductChanges::tr("“%1” is as it was before.").arg(isolated(name));
        });
    }

private:
    void write(const StoredProduct &from, const StoredProduct &to, bool isUndone, Words what)
    {
        const auto step = [from, to](store::Store &store, qsizetype) -> Result<void> {
            const auto rows = store.products().rows({to.id});
            if (!rows) {
                return tl::unexpected(rows.error());
            }
            if (!rows->isEmpty() && !isSame(rows->first().stored.product, from.product)) {
                return failure(Error::Kind::Conflict,
                               ProductChanges::tr(
                                   "Somebody else has changed “%1” meanwhile. Look at it as it is now, and change it "
                                   "again.")
                                   .arg(isolated(from.product.name)));
            }
            return store.products().update(to);
        };
        changes().enqueue({1, step, std::move(what), isUndone});
    }

    const StoredProduct m_before;
    const StoredProduct m_after;
};

class ProductChanges::Removal : public Command
{
public:
    Removal(ProductChanges &changes, QList<catalog::ProductId> ids, QString onlyName)
        : Command(changes)
        , m_ids(std::move(ids))
        , m_onlyName(std::move(onlyName))
    {
    }

    [[nodiscard]] QString name() const override
    {
        return m_onlyName.isEmpty() ? ProductChanges::tr("deleting %Ln product(s)", nullptr, count())
                                    : ProductChanges::tr("deleting “%1”").arg(isolated(m_onlyName));
    }

    void redo() override
    {
        const auto step = [ids = m_ids, removed = m_removed](store::Store &store, qsizetype i) -> Result<void> {
            if (i == 0) {
                removed->clear();
            }
            const auto product = store.products().remove(ids.at(i));
            if (product) {
                removed->insert(ids.at(i), *product);
                return {};
            }
            // Somebody else may have deleted it meanwhile, which is what was wanted.
            return product.error().kind == Error::Kind::NotFound ? Result<void>() : tl::unexpected(product.error());
        };
        const auto what = [name = m_onlyName, count = count()] {
            const QString deleted = name.isEmpty() ? ProductChanges::tr("%Ln product(s) are deleted.", nullptr, count)
                                                   : ProductChanges::tr("“%1” is deleted.").arg(isolated(name));
            return deleted + u' ' +
                   ProductChanges::tr("Notifications that were delivered already stay; nobody else will get one.");
        };
        changes().enqueue({m_ids.size(), step, what, false});
    }
    void undo() override
    {
        const auto step = [ids = m_ids, removed = m_removed](store::Store &store, qsizetype i) -> Result<void> {
            const auto was = removed->constFind(ids.at(i));
            return was != removed->cend() ? store.products().restore(*was) : Result<void>();
        };
        const auto what = [name = m_onlyName, count = count()] {
            return name.isEmpty() ? ProductChanges::tr("%Ln product(s) are back.", nullptr, count)
                                  : ProductChanges::tr("“%1” is back.").arg(isolated(name));
        };
        changes().enqueue({m_ids.size(), step, what, true});
    }

private:
    using Removed = QHash<catalog::ProductId, StoredProduct>;

    [[nodiscard]] int count() const { return static_cast<int>(m_ids.size()); }

    const QList<catalog::ProductId> m_ids;
    const QString m_onlyName;
    /// As they were. Touched in the store's thread only.
    const std::shared_ptr<Removed> m_removed = std::make_shared<Removed>();
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

void ProductChanges::remove(const QList<catalog::ProductId> &products, const QString &onlyName)
{
    m_stack.push(new Removal(*this, products, onlyName));
}

QString ProductChanges::undoText() const
{
    return name(m_stack.index() - 1);
}

QString ProductChanges::redoText() const
{
    return name(m_stack.index());
}

QString ProductChanges::name(int command) const
{
    const auto *found = command >= 0 ? static_cast<const Command *>(m_stack.command(command)) : nullptr;
    return found != nullptr ? found->name() : QString();
}

void ProductChanges::enqueue(const Task &task)
{
    if (task.isUndone) {
        Q_EMIT undoBegan();
    }
    m_tasks.enqueue(task);
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
        [this, to](const Result<void> &written) { take(to, written); });
}

void ProductChanges::take(qsizetype to, const Result<void> &written)
{
    if (!written && written.error().kind == Error::Kind::Unavailable && m_tasks.head().done > 0) {
        // Half of it is done already: given up, that half could not be undone any more.
        Q_EMIT delayed(written.error());
        QTimer::singleShot(RetryInterval, this, &ProductChanges::goOn);
        return;
    }
    m_tasks.head().done = to;
    if (!written || to == m_tasks.head().count) {
        const Task ended = m_tasks.dequeue();
        written ? changed(ended.what, ended.isUndone) : failed(written.error());
    }
    if (!m_tasks.isEmpty()) {
        goOn();
    }
}

} // namespace jarchi::gui
