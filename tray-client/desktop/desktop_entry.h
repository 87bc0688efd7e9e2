// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QByteArrayList>
#include <QString>
#include <QStringList>

namespace jarchi::desktop {

/// The text of a .desktop file (https://specifications.freedesktop.org/desktop-entry-spec/1.5/), of which one key after
/// the other can be read and changed. Everything else, comments and other programs' keys included, stays as it is.
/// A value; any thread.
class DesktopEntry
{
public:
    DesktopEntry() = default;
    explicit DesktopEntry(const QByteArray &text);

    /// Empty if the key is not in the group [Desktop Entry].
    [[nodiscard]] QString value(const QByteArray &key) const;
    [[nodiscard]] QStringList list(const QByteArray &key) const;
    [[nodiscard]] bool has(const QByteArray &key) const;
    void set(const QByteArray &key, const QString &value);
    void setList(const QByteArray &key, const QStringList &values);
    void remove(const QByteArray &key);

    [[nodiscard]] QByteArray text() const;

private:
    [[nodiscard]] qsizetype lineOf(const QByteArray &key) const;
    /// Behind the last line of the group, which is made if there is none.
    [[nodiscard]] qsizetype endOfGroup();
    void setRaw(const QByteArray &key, const QByteArray &value);

    QByteArrayList m_lines;
};

/// `program` with its arguments as the value of Exec: quoted where it has to be, and so that no field code is seen in
/// it.
[[nodiscard]] QString execValue(const QStringList &program);

} // namespace jarchi::desktop
