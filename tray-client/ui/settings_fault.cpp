// SPDX-License-Identifier: MIT
#include "ui/settings_fault.h"

#include "widgets/format.h"
#include "widgets/message_bar.h"

#include <QCoreApplication>
#include <QDir>

namespace jarchi::ui {

using preferences::SettingsFile;

namespace {

class Text
{
    Q_DECLARE_TR_FUNCTIONS(SettingsFile)
};

} // namespace

QString unkeptSentence(const SettingsFile &file)
{
    return Text::tr("Settings cannot be kept in the file %1, so what you change is forgotten when Jarchi ends. Check "
                    "that there is room on the disk, and that you may write to the file and its folder.")
        .arg(widgets::isolated(QDir::toNativeSeparators(file.path())));
}

void sayWhileUnkept(widgets::MessageBar &bar, SettingsFile &file)
{
    const auto show = [&bar, &file] {
        if (file.isKept())
            bar.clear();
        else
            bar.say(widgets::Tone::Error, [&file] { return unkeptSentence(file); });
    };
    QObject::connect(&file, &SettingsFile::changed, &bar, show);
    show();
}

} // namespace jarchi::ui
