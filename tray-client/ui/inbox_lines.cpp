// SPDX-License-Identifier: MIT
#include "ui/inbox_lines.h"

#include <QHash>
#include <QMultiHash>

namespace jarchi::ui {

using inbox::EntryId;
using inbox::EntryLine;

Lines withHeadings(const Lines &entries)
{
    Lines all;
    all.reserve(entries.size() + entries.size() / 8);
    QDate day;
    for (const EntryLine &line : entries) {
        if (line.day != day)
            all.append({.id = 0, .day = line.day});
        day = line.day;
        all.append(line);
    }
    return all;
}

Lines withHeld(const Lines &entries, const Lines &shown, const QSet<EntryId> &held)
{
    QHash<EntryId, qsizetype> places;
    for (qsizetype i = 0; i < entries.size(); ++i)
        places.insert(entries.at(i).id, i);
    QMultiHash<qsizetype, EntryLine> above;
    qsizetype place = entries.size();
    for (qsizetype row = shown.size() - 1; row >= 0; --row) { // From below, so that `place` is what stands under it.
        const EntryLine &line = shown.at(row);
        if (const auto found = places.constFind(line.id); found != places.cend())
            place = *found;
        else if (held.contains(line.id))
            above.insert(place, line);
    }
    Lines all;
    for (qsizetype i = 0; i <= entries.size(); ++i) {
        all += above.values(i); // The one inserted last comes first.
        if (i < entries.size())
            all += entries.at(i);
    }
    return all;
}

EntryId neighbourOf(const Lines &lines, const QList<EntryId> &ids)
{
    const QSet<EntryId> without(ids.cbegin(), ids.cend());
    EntryId above = 0;
    bool isBelow = false;
    for (const EntryLine &line : lines) {
        if (line.id == 0)
            continue;
        if (without.contains(line.id))
            isBelow = true;
        else if (isBelow)
            return line.id;
        else
            above = line.id;
    }
    return above;
}

} // namespace jarchi::ui
