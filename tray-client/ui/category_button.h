// SPDX-License-Identifier: MIT
#pragma once

#include <QPushButton>
#include <QStringList>

namespace jarchi::ui {

class CategoryMenu;

/// Says which categories are chosen, and opens the menu in which they are. As wide as it is, whatever it says: what
/// stands beside it does not move. Main thread.
class CategoryButton : public QPushButton
{
    Q_OBJECT

public:
    explicit CategoryButton(QWidget *parent = nullptr);

    /// Those that can be chosen; the empty one is what went to everyone.
    void setCategories(const QStringList &categories);
    /// None: all.
    [[nodiscard]] QStringList chosen() const;
    void clear();

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    void chosenChanged();

private:
    void showChosen();
    [[nodiscard]] int textWidth() const;

    CategoryMenu *m_menu;
};

} // namespace jarchi::ui
