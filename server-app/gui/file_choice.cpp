// SPDX-License-Identifier: MIT
#include "gui/file_choice.h"

#include <QFileDialog>
#include <QFileIconProvider>

namespace jarchi::gui {

using namespace Qt::StringLiterals;

namespace {

/// Tells what a file is by its name alone.
class IconsByName : public QFileIconProvider
{
public:
    using QFileIconProvider::icon;

    [[nodiscard]] QIcon icon(const QFileInfo &file) const override { return icon(file.isDir() ? Folder : File); }
    [[nodiscard]] QString type(const QFileInfo &file) const override
    {
        return file.isDir() ? QString() : file.suffix();
    }
};

} // namespace

std::optional<QString> FileChoice::csvFile(QWidget *parent, const QString &title, const QString &folder)
{
    IconsByName icons;
    QFileDialog dialog(parent, title, folder, tr("CSV tables (*.csv);;All files (*)"));
    // A desktop's own dialog may be in this process, and looks into files as well.
    dialog.setOption(QFileDialog::DontUseNativeDialog);
    dialog.setOption(QFileDialog::DontUseCustomDirectoryIcons);
    dialog.setIconProvider(&icons);
    dialog.setFileMode(QFileDialog::ExistingFile);
    if (dialog.exec() != QDialog::Accepted || dialog.selectedFiles().isEmpty()) {
        return std::nullopt;
    }
    return dialog.selectedFiles().constFirst();
}

bool FileChoice::belongsTo(const QString &database, const QString &path)
{
    const QString chosen = QFileInfo(path).canonicalFilePath();
    for (const QString &ending : {u""_s, u"-wal"_s, u"-shm"_s, u"-journal"_s}) {
        const QString own = QFileInfo(database + ending).canonicalFilePath();
        if (!own.isEmpty() && own == chosen) {
            return true;
        }
    }
    return false;
}

} // namespace jarchi::gui
