// SPDX-License-Identifier: MIT
#pragma once

#include <QMenu>
#include <QStringList>

namespace jarchi::ui {

/// The categories of what was received, to be ticked: several together, and what went to everyone as one of its own. It
/// stays open while somebody ticks with the mouse or the space key, and closes on Enter, Escape, and "All categories".
/// A letter leads to the next category that begins with it. Main thread; owned by its button.
class CategoryMenu : public QMenu
{
    Q_OBJECT

public:
    explicit CategoryMenu(QWidget *parent);

    /// Those that can be chosen; the empty one is what went to everyone. What is chosen stays chosen and stays here,
    /// also when it is not among them. While the menu is open, it stays as it is.
    void setCategories(const QStringList &categories);
    /// In the order of the menu. None: all.
    [[nodiscard]] QStringList chosen() const;
    void clear();

Q_SIGNALS:
    void chosenChanged();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;

private:
    void setTexts();
    void fill();
    void addCategory(const QString &category, bool isChosen);
    void noteChoice();
    [[nodiscard]] bool isCategory(const QAction *action) const;
    [[nodiscard]] bool goToLetter(const QString &letter);

    QAction *m_all;
    QAction *m_everyone; ///< Seen only if there is something that went to everyone.
    QAction *m_separator;
    QList<QAction *> m_categories; ///< In the order of the menu, `m_everyone` not among them.
    QStringList m_known;
    QAction *m_pressed = nullptr;
};

} // namespace jarchi::ui
