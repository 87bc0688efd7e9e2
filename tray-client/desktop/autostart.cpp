// SPDX-License-Identifier: MIT
#include "desktop/autostart.h"

#include "desktop/desktop_entry.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QSaveFile>
#include <QStandardPaths>

#include <algorithm>
#include <utility>

namespace jarchi::desktop {

using namespace Qt::StringLiterals;

namespace {

class Text
{
    Q_DECLARE_TR_FUNCTIONS(Autostart)
};

/// Nobody's autostart file is longer; whatever is, is not read into memory.
constexpr qint64 MostBytes = 64 * 1024;

/// Names in `Entry` that are of this desktop.
QStringList common(const QStringList &names, const QStringList &desktops)
{
    QStringList both;
    std::copy_if(names.cbegin(), names.cend(), std::back_inserter(both),
                 [&](const QString &name) { return desktops.contains(name); });
    return both;
}

} // namespace

Autostart::Autostart(Place place)
    : m_place(std::move(place))
{
}

QString Autostart::defaultFolder()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation) + u"/autostart"_s;
}

QStringList Autostart::currentDesktops()
{
    return qEnvironmentVariable("XDG_CURRENT_DESKTOP").split(u':', Qt::SkipEmptyParts);
}

QString Autostart::path() const
{
    return m_place.folder + u"/jarchi-tray.desktop"_s;
}

QByteArray Autostart::text() const
{
    QFile file(path());
    return file.open(QIODevice::ReadOnly) ? file.read(MostBytes) : QByteArray();
}

bool Autostart::isForThisDesktop(const DesktopEntry &entry) const
{
    if (entry.has("OnlyShowIn"))
        return !common(entry.list("OnlyShowIn"), m_place.desktops).isEmpty();
    return common(entry.list("NotShowIn"), m_place.desktops).isEmpty();
}

bool Autostart::isEnabled() const
{
    const DesktopEntry entry(text());
    // GNOME's and MATE's settings switch a program off in a way of their own.
    return !entry.value("Exec").isEmpty() && entry.value("Hidden") != u"true"_s &&
           entry.value("X-GNOME-Autostart-enabled") != u"false"_s && isForThisDesktop(entry);
}

Result<void> Autostart::setEnabled(bool isEnabled) const
{
    return isEnabled ? enable() : disable();
}

QByteArray Autostart::ownText() const
{
    DesktopEntry entry;
    entry.set("Type", u"Application"_s);
    entry.set("Name", u"Jarchi"_s);
    entry.set("Name[fa]", u"جارچی"_s);
    entry.set("Comment", u"Tells you of new products the moment they are added"_s);
    entry.set(
        "Comment[fa]",
        u"شما را همان دم که کالای تازه‌ای افزوده می‌شود باخبر می‌کند"_s);
    entry.set("Exec", execValue({m_place.program}));
    entry.set("Icon", u"jarchi"_s);
    entry.set("Terminal", u"false"_s);
    return entry.text();
}

Result<void> Autostart::enable() const
{
    const QByteArray before = text();
    if (before.isEmpty())
        return write(ownText());

    DesktopEntry entry(before);
    entry.set("Type", u"Application"_s);
    entry.set("Exec", execValue({m_place.program})); // The program may have moved since.
    entry.remove("Hidden");
    entry.remove("X-GNOME-Autostart-enabled");
    if (!isForThisDesktop(entry)) {
        // Whoever switches it on here wants it here; what was said of other desktops stays.
        if (entry.has("OnlyShowIn") && m_place.desktops.isEmpty())
            entry.remove("OnlyShowIn"); // This desktop has no name to be put on the list.
        else if (entry.has("OnlyShowIn"))
            entry.setList("OnlyShowIn", entry.list("OnlyShowIn") + m_place.desktops.first(1));
        QStringList elsewhere = entry.list("NotShowIn");
        elsewhere.removeIf([this](const QString &name) { return m_place.desktops.contains(name); });
        if (elsewhere.isEmpty())
            entry.remove("NotShowIn");
        else
            entry.setList("NotShowIn", elsewhere);
    }
    return write(entry.text());
}

Result<void> Autostart::disable() const
{
    const QByteArray before = text();
    if (before.isEmpty() || before == ownText()) {
        if (QFile file(path()); file.exists() && !file.remove())
            return failure(Error::Kind::Unavailable,
                           Text::tr("%1 cannot be removed: %2.").arg(path(), file.errorString()));
        return {};
    }
    // Somebody's own changes are in it: it is hidden, which is the specification's word for removed.
    DesktopEntry entry(before);
    entry.set("Hidden", u"true"_s);
    return write(entry.text());
}

Result<void> Autostart::write(const QByteArray &text) const
{
    const auto failed = [this](const QString &why) {
        return failure(Error::Kind::Unavailable,
                       Text::tr("%1 cannot be written, so the desktop's start stays as it was: %2.").arg(path(), why));
    };
    if (!QDir().mkpath(m_place.folder))
        return failed(Text::tr("its folder cannot be made"));
    QSaveFile file(path());
    if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size() || !file.commit())
        return failed(file.errorString());
    return {};
}

} // namespace jarchi::desktop
