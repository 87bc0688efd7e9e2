// SPDX-License-Identifier: MIT
#pragma once

#include <QComboBox>

namespace jarchi::widgets {

/// Choose a category, or type the name of one; what is typed is completed from the middle of a word, too.
class CategoryBox : public QComboBox
{
    Q_OBJECT

public:
    explicit CategoryBox(QWidget *parent = nullptr);

    /// What is typed stays as it is.
    void setCategories(const QStringList &categories);
    [[nodiscard]] bool hasCategory(const QString &name) const;
};

} // namespace jarchi::widgets
