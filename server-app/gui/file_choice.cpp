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

std::optional<QString> chosenIn(QFileDialog &dialog)
{
    IconsByName icons;
    // A desktop's own dialog may be in this process, and looks into files as well.
    dialog.setOption(QFileDialog::DontUseNativeDialog);
    dialog.setOption(QFileDialog::DontUseCustomDirectoryIcons);
    dialog.setIconProvider(&icons);
    if (dialog.exec() != QDialog::Accepted || dialog.selectedFiles().isEmpty()) {
        return std::nullopt;
    }
    return dialog.selectedFiles().constFirst();
}

} // namespace

std::optional<QString> FileChoice::csvFile(QWidget *parent, const QString &title, const QString &folder)
{
    QFileDialog dialog(parent, title, folder, tr("CSV tables (*.csv);;All files (*)"));
    dialog.setFileMode(QFileDialog::ExistingFile);
    return chosenIn(dialog);
}

std::optional<QString> FileChoice::newCsvFile(QWidget *parent, const QString &title, const QString &name)
{
    QFileDialog dialog(parent, title, QString(), tr("CSV tables (*.csv);;All files (*)"));
    dialog.setAcceptMode(QFileDialog::AcceptSave);
    dialog.setDefaultSuffix(u"csv"_s);
    dialog.selectFile(name);
    return chosenIn(dialog);
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
