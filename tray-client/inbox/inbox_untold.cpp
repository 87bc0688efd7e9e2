// SPDX-License-Identifier: MIT
// The part of Inbox that remembers what its reader has not been told yet.
#include "inbox/entry_row.h"
#include "inbox/inbox.h"
#include "inbox/inbox_private.h"

namespace jarchi::inbox {

using namespace Qt::StringLiterals;

Result<void> Inbox::noteTold()
{
    if (d->untold.isEmpty())
        return {};
    return d->statements.execute(u"untold_remove"_s, {{u":entries"_s, toJson(d->untold)}}).map([this] {
        d->untold.clear();
    });
}

Result<QList<NotificationKey>> Inbox::takeUntold()
{
    enum Column { EntryColumn, Epoch, Id, IsWanted };
    QList<NotificationKey> wanted;
    QList<EntryId> untold;
    return d->statements
        .each(u"untold_list"_s, {},
              [&](const QSqlQuery &row) {
                  untold.append(row.value(EntryColumn).toLongLong());
                  if (row.value(IsWanted).toBool())
                      wanted.append({row.value(Epoch).toString(), row.value(Id).toLongLong()});
              })
        .map([&] {
            d->untold = untold;
            return wanted;
        });
}

} // namespace jarchi::inbox
