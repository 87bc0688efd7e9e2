// SPDX-License-Identifier: MIT
#pragma once

#include "inbox/inbox_reader.h"
#include "ui/inbox_lines.h"

#include <QAbstractListModel>
#include <QCache>
#include <QDate>
#include <QPointer>
#include <QSet>
#include <QTimer>

#include <functional>

namespace jarchi::ui {

/// The entries that match what was asked for, newest first, with a heading above those of each day. It knows the ids of
/// all (a hundred thousand are some megabytes), so scrolling is exact; an entry is read when it comes into sight, and a
/// bounded number is kept. Main thread.
class InboxModel : public QAbstractListModel
{
    Q_OBJECT

public:
    /// How many entries are kept once they are read, and how many are read at once.
    static constexpr int KeptEntries = 2048;
    static constexpr qsizetype EntriesTogether = 200;

    explicit InboxModel(QObject *parent = nullptr);

    /// Another inbox; null: none. It may go at any time.
    void setReader(inbox::InboxReader *reader);
    [[nodiscard]] bool hasReader() const { return m_reader != nullptr; }
    void ask(const inbox::EntryQuery &query);
    /// Looks again. What stays keeps its place.
    void refresh();
    /// The day that is called "Today".
    void setToday(const QDate &today);

    [[nodiscard]] const inbox::EntryQuery &query() const { return m_query; }
    /// Whether anything was asked for but everything.
    [[nodiscard]] bool isFiltered() const { return m_query != inbox::EntryQuery(); }
    /// Whether the last question has been answered.
    [[nodiscard]] bool isReady() const { return m_isReady; }
    [[nodiscard]] const QStringList &categories() const { return m_categories; }
    /// Whether there is a list at all: some question about this inbox has been answered.
    [[nodiscard]] bool isListed() const { return m_isListed; }
    /// Without the headings.
    [[nodiscard]] int entryCount() const { return m_entryCount; }
    /// How many have been read and are kept.
    [[nodiscard]] int keptCount() const { return static_cast<int>(m_entries.size()); }

    [[nodiscard]] bool isHeading(int row) const { return m_lines.at(row).id == 0; }
    /// 0 for a heading.
    [[nodiscard]] inbox::EntryId idAt(int row) const { return m_lines.at(row).id; }
    /// -1 when it is not in the list.
    [[nodiscard]] int rowOf(inbox::EntryId id) const;
    /// Null for a heading, and while the entry is still being read; to look at it is to ask for it.
    [[nodiscard]] const inbox::Entry *entry(int row) const;
    /// Null unless it has been read; does not ask for it.
    [[nodiscard]] const inbox::Entry *known(inbox::EntryId id) const;
    /// The nearest entry that is none of `ids`: below them, or else above. 0 when there is none.
    [[nodiscard]] inbox::EntryId neighbour(const QList<inbox::EntryId> &ids) const { return neighbourOf(m_lines, ids); }

    /// What is known about these is changed before the inbox says so.
    void change(const QList<inbox::EntryId> &ids, const std::function<void(inbox::Entry &)> &change);
    /// Takes them out of the list before the inbox says so.
    void takeOut(const QList<inbox::EntryId> &ids);
    /// They stay in sight although they do not match any more, until something else is asked for: who reads an
    /// unread entry among the unread ones does not want to lose it.
    void hold(const QList<inbox::EntryId> &ids);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;

Q_SIGNALS:
    /// Rows come or go in between.
    void linesAboutToChange();
    void linesChanged();
    /// A question was answered.
    void listed();
    void failed(const QString &message);

private:
    struct Kept
    {
        inbox::Entry entry;
        int asked = 0; ///< The question after which it was read: an older one is shown, and read again.
    };

    void askNow();
    void take(const Result<inbox::EntryList> &list);
    void setLines(const Lines &lines);
    void replaceLines(const Lines &lines);
    void readMissing();
    void takeEntries(const QList<inbox::Entry> &entries, int asked);
    void forgetEverything();
    void repaint();

    QPointer<inbox::InboxReader> m_reader;
    inbox::EntryQuery m_query;
    Lines m_lines; ///< With headings.
    int m_entryCount = 0;
    QStringList m_categories;
    QSet<inbox::EntryId> m_held;
    QDate m_today;
    mutable QCache<inbox::EntryId, Kept> m_entries{KeptEntries};
    mutable QList<inbox::EntryId> m_missing; ///< Looked at, and not read yet; the latest at the end.
    mutable QTimer m_readDelay;
    bool m_isReading = false;
    int m_inbox = 0; ///< Answers about another inbox are dropped.
    int m_asked = 0;
    bool m_isListing = false;
    bool m_isStale = false; ///< Something changed while the question was being answered.
    bool m_isReady = false;
    bool m_isListed = false;
};

} // namespace jarchi::ui
