// SPDX-License-Identifier: MIT
#include "ui/inbox_model.h"

#include "ui/entry_text.h"
#include "widgets/format.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace jarchi::ui {

using inbox::Entry;
using inbox::EntryId;
using inbox::EntryLine;

InboxModel::InboxModel(QObject *parent)
    : QAbstractListModel(parent)
    , m_today(QDate::currentDate())
    , m_readDelay(this)
{
    m_readDelay.setSingleShot(true);
    m_readDelay.setInterval(0);
    connect(&m_readDelay, &QTimer::timeout, this, &InboxModel::readMissing);
}

void InboxModel::setReader(inbox::InboxReader *reader)
{
    ++m_inbox;
    m_reader = reader;
    m_isReading = false;
    forgetEverything();
    askNow();
}

void InboxModel::ask(const inbox::EntryQuery &query)
{
    m_query = query;
    m_held.clear();
    askNow();
}

void InboxModel::refresh()
{
    // With one answer after the other the list goes on changing while pushes come faster than it can be read.
    m_isReady = false;
    if (m_isListing)
        m_isStale = true;
    else
        askNow();
}

void InboxModel::askNow()
{
    m_isReady = false;
    m_isStale = false;
    ++m_asked;
    if (!m_reader)
        return;
    m_isListing = true;
    m_reader->list(m_query, this, [this, inbox = m_inbox, asked = m_asked](const Result<inbox::EntryList> &list) {
        if (inbox == m_inbox && asked == m_asked) // Or else somebody has typed on meanwhile.
            take(list);
    });
}

void InboxModel::setToday(const QDate &today)
{
    if (m_today == today)
        return;
    m_today = today;
    repaint();
}

int InboxModel::rowOf(EntryId id) const
{
    const auto found =
        std::find_if(m_lines.cbegin(), m_lines.cend(), [id](const EntryLine &line) { return line.id == id; });
    return id == 0 || found == m_lines.cend() ? -1 : static_cast<int>(found - m_lines.cbegin());
}

const Entry *InboxModel::entry(int row) const
{
    const EntryId id = idAt(row);
    if (id == 0)
        return nullptr;
    const Kept *kept = m_entries.object(id);
    if (kept == nullptr || kept->asked != m_asked) {
        // One screen is looked at; what was scrolled past meanwhile need not be read.
        if (!m_missing.contains(id))
            m_missing.append(id);
        if (m_missing.size() > EntriesTogether)
            m_missing.removeFirst();
        m_readDelay.start();
    }
    return kept != nullptr ? &kept->entry : nullptr;
}

const Entry *InboxModel::known(EntryId id) const
{
    const Kept *kept = m_entries.object(id);
    return kept != nullptr ? &kept->entry : nullptr;
}

void InboxModel::change(const QList<EntryId> &ids, const std::function<void(Entry &)> &change)
{
    for (const EntryId id : ids) {
        if (Kept *kept = m_entries.object(id))
            change(kept->entry);
    }
    repaint();
}

void InboxModel::takeOut(const QList<EntryId> &ids)
{
    const QSet<EntryId> gone(ids.cbegin(), ids.cend());
    m_held -= gone;
    Lines left;
    for (const EntryLine &line : m_lines) {
        if (line.id != 0 && !gone.contains(line.id))
            left.append(line);
    }
    setLines(left);
}

void InboxModel::hold(const QList<EntryId> &ids)
{
    m_held.unite(QSet<EntryId>(ids.cbegin(), ids.cend()));
}

int InboxModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_lines.size());
}

QVariant InboxModel::data(const QModelIndex &index, int role) const
{
    if (role != Qt::DisplayRole && role != Qt::AccessibleTextRole)
        return {};
    if (isHeading(index.row()))
        return widgets::dayText(m_lines.at(index.row()).day, m_today);
    const Entry *known = entry(index.row());
    if (known == nullptr)
        return QString(u'…');
    return role == Qt::DisplayRole ? titleText(*known) : spokenText(*known);
}

Qt::ItemFlags InboxModel::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return Qt::NoItemFlags;
    return isHeading(index.row()) ? Qt::ItemNeverHasChildren
                                  : Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemNeverHasChildren;
}

void InboxModel::take(const Result<inbox::EntryList> &list)
{
    m_isListing = false;
    m_isReady = !m_isStale;
    if (list) {
        m_isListed = true;
        m_categories = list->categories;
        setLines(m_held.isEmpty() ? list->lines : withHeld(list->lines, m_lines, m_held));
        repaint(); // What is in sight is asked for again, and so read again.
        Q_EMIT listed();
    } else {
        Q_EMIT failed(list.error().message);
    }
    if (m_isStale)
        askNow();
}

void InboxModel::setLines(const Lines &lines)
{
    const Lines all = withHeadings(lines);
    if (all == m_lines)
        return;
    Q_EMIT linesAboutToChange();
    m_entryCount = static_cast<int>(lines.size());
    replaceLines(all);
    Q_EMIT linesChanged();
}

void InboxModel::replaceLines(const Lines &lines)
{
    // What usually happens is that some came, or some went, at one place: that much is told to the view. The rest of
    // the time something else was asked for.
    const auto [oldFirst, newFirst] = std::mismatch(m_lines.cbegin(), m_lines.cend(), lines.cbegin(), lines.cend());
    const auto [oldLast, newLast] = std::mismatch(m_lines.crbegin(), std::make_reverse_iterator(oldFirst),
                                                  lines.crbegin(), std::make_reverse_iterator(newFirst));
    const int first = static_cast<int>(oldFirst - m_lines.cbegin());
    const int same = first + static_cast<int>(oldLast - m_lines.crbegin());
    const int gone = static_cast<int>(m_lines.size()) - same;
    const int came = static_cast<int>(lines.size()) - same;
    if (gone == 0 && !m_lines.isEmpty()) {
        beginInsertRows({}, first, first + came - 1);
        m_lines = lines;
        endInsertRows();
    } else if (came == 0) {
        beginRemoveRows({}, first, first + gone - 1);
        m_lines = lines;
        endRemoveRows();
    } else {
        beginResetModel();
        m_lines = lines;
        endResetModel();
    }
}

void InboxModel::readMissing()
{
    if (m_isReading || m_missing.isEmpty() || !m_reader)
        return; // One question at a time, so that scrolling fast does not queue what nobody looks at any more.
    m_isReading = true;
    m_reader->entries(std::exchange(m_missing, {}), this,
                      [this, inbox = m_inbox, asked = m_asked](const Result<QList<Entry>> &entries) {
                          if (inbox != m_inbox)
                              return;
                          m_isReading = false;
                          if (entries)
                              takeEntries(*entries, asked);
                          else
                              Q_EMIT failed(entries.error().message);
                          if (!m_missing.isEmpty())
                              m_readDelay.start();
                      });
}

void InboxModel::takeEntries(const QList<Entry> &entries, int asked)
{
    bool hasChanged = false;
    for (const Entry &entry : entries) {
        const Kept *known = m_entries.object(entry.id);
        hasChanged = hasChanged || known == nullptr || known->entry != entry;
        m_entries.insert(entry.id, new Kept{entry, asked}); // The cache owns it.
    }
    if (hasChanged)
        repaint();
}

void InboxModel::forgetEverything()
{
    m_isListed = false;
    m_held.clear();
    m_missing.clear();
    m_entries.clear();
    m_categories.clear();
    setLines({});
}

void InboxModel::repaint()
{
    // The view repaints what is in sight: one signal for all is less work than finding each row's place.
    if (!m_lines.isEmpty())
        Q_EMIT dataChanged(index(0), index(rowCount() - 1));
}

} // namespace jarchi::ui
