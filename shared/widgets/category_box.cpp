// SPDX-License-Identifier: MIT
#include "widgets/category_box.h"

#include "base/folding.h"

#include <QCompleter>
#include <QLineEdit>
#include <QSignalBlocker>

namespace jarchi::widgets {

CategoryBox::CategoryBox(QWidget *parent)
    : QComboBox(parent)
{
    setEditable(true);
    setInsertPolicy(NoInsert);
    setMaxVisibleItems(16);
    setSizeAdjustPolicy(AdjustToMinimumContentsLengthWithIcon);
    setMinimumContentsLength(12);
    completer()->setFilterMode(Qt::MatchContains);
    completer()->setCompletionMode(QCompleter::PopupCompletion);
}

void CategoryBox::setCategories(const QStringList &categories)
{
    QStringList present;
    for (int i = 0; i < count(); ++i) {
        present.append(itemText(i));
    }
    if (present == categories) {
        return;
    }
    const QSignalBlocker quiet(this);
    const QString typed = currentText();
    clear();
    addItems(categories);
    setCurrentIndex(findText(typed, Qt::MatchExactly));
    setEditText(typed);
}

bool CategoryBox::hasCategory(const QString &name) const
{
    const QString wanted = folded(name);
    for (int i = 0; i < count(); ++i) {
        if (folded(itemText(i)) == wanted) {
            return true;
        }
    }
    return false;
}

} // namespace jarchi::widgets
