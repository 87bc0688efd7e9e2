// SPDX-License-Identifier: MIT
#include "ui/balloon_icon.h"

#include "widgets/icons.h"

#include <QDir>
#include <QUrl>

namespace jarchi::ui {

using namespace Qt::StringLiterals;

QString balloonIcon(const QString &folder)
{
    constexpr int size = 64; // Some daemons show it as large as it is.
    const QString name = u"jarchi"_s;
    if (QIcon::hasThemeIcon(name))
        return name;
    const QString path = QDir(folder).filePath(u"icon.png"_s);
    const bool isWritten = widgets::icon(name).pixmap(QSize(size, size), 1.0).save(path, "PNG");
    return isWritten ? QUrl::fromLocalFile(path).toString(QUrl::FullyEncoded) : name;
}

} // namespace jarchi::ui
