// SPDX-License-Identifier: MIT
#include "ui/category_menu.h"

#include "base/folding.h"
#include "notify/plain_text.h"
#include "widgets/translated.h"

#include <QCollator>
#include <QKeyEvent>
#include <QMouseEvent>

#include <algorithm>

namespace jarchi::ui {

namespace {

/// As the locale of the moment would have it in a dictionary.
void sort(QStringList &names)
{
    QCollator order{QLocale()};
    order.setCaseSensitivity(Qt::CaseInsensitive);
    order.setNumericMode(true);
    std::stable_sort(names.begin(), names.end(),
                     [&order](const QString &left, const QString &right) { return order(left, right); });
}

} // namespace

CategoryMenu::CategoryMenu(QWidget *parent)
    : QMenu(parent)
    , m_all(addAction(QString()))
    , m_everyone(addAction(QString()))
    , m_separator(addSeparator())
{
    for (QAction *action : {m_all, m_everyone})
        action->setCheckable(true);
    m_everyone->setData(QString());
    m_everyone->setVisible(false);
    m_separator->setVisible(false);
    m_all->setChecked(true);
    connect(m_all, &QAction::triggered, this, [this] {
        const bool changes = !chosen().isEmpty();
        clear();
        if (changes)
            Q_EMIT chosenChanged();
    });
    connect(m_everyone, &QAction::triggered, this, &CategoryMenu::noteChoice);
    // What came meanwhile was kept from moving what somebody points at.
    connect(this, &QMenu::aboutToHide, this, &CategoryMenu::fill, Qt::QueuedConnection);
    widgets::translated(this, [this] { setTexts(); });
}

void CategoryMenu::setTexts()
{
    m_all->setText(tr("All categories"));
    m_everyone->setText(tr("Announcements to everyone"));
    fill(); // Another language has another order.
}

void CategoryMenu::setCategories(const QStringList &categories)
{
    if (m_known == categories)
        return;
    m_known = categories;
    fill();
}

QStringList CategoryMenu::chosen() const
{
    QStringList all;
    for (const QAction *action : actions()) {
        if (isCategory(action) && action->isChecked())
            all.append(action->data().toString());
    }
    return all;
}

void CategoryMenu::clear()
{
    for (QAction *action : m_categories)
        action->setChecked(false);
    m_everyone->setChecked(false);
    m_all->setChecked(true);
    fill();
}

void CategoryMenu::fill()
{
    if (isVisible())
        return;
    const QStringList kept = chosen();
    QStringList names = m_known;
    for (const QString &category : kept) {
        if (!names.contains(category))
            names.append(category);
    }
    m_everyone->setVisible(names.removeAll(QString()) > 0);
    sort(names);
    const bool isSame =
        std::equal(names.cbegin(), names.cend(), m_categories.cbegin(), m_categories.cend(),
                   [](const QString &name, const QAction *action) { return action->data().toString() == name; });
    if (!isSame) {
        qDeleteAll(m_categories);
        m_categories.clear();
        for (const QString &name : std::as_const(names))
            addCategory(name, kept.contains(name));
    }
    m_separator->setVisible(!names.isEmpty());
}

void CategoryMenu::addCategory(const QString &category, bool isChosen)
{
    constexpr int widest = 320;
    const QString name = notify::harmlessLine(category);
    QString text = fontMetrics().elidedText(name, Qt::ElideRight, widest);
    auto *action = new QAction(text.replace(u'&', QStringLiteral("&&")), this);
    action->setData(category);
    action->setCheckable(true);
    action->setChecked(isChosen);
    connect(action, &QAction::triggered, this, &CategoryMenu::noteChoice);
    addAction(action);
    m_categories.append(action);
}

void CategoryMenu::noteChoice()
{
    m_all->setChecked(chosen().isEmpty());
    Q_EMIT chosenChanged();
}

bool CategoryMenu::isCategory(const QAction *action) const
{
    return action != nullptr && action->isCheckable() && action != m_all;
}

void CategoryMenu::keyPressEvent(QKeyEvent *event)
{
    QAction *const active = activeAction();
    const bool isPlain = (event->modifiers() & ~(Qt::ShiftModifier | Qt::KeypadModifier)) == 0;
    if (event->key() == Qt::Key_Space && isCategory(active))
        active->trigger();
    else if (!isPlain || !goToLetter(event->text()))
        QMenu::keyPressEvent(event);
}

bool CategoryMenu::goToLetter(const QString &letter)
{
    const QString wanted = folded(letter).trimmed();
    if (wanted.isEmpty() || !wanted.front().isLetterOrNumber())
        return false;
    QList<QAction *> all{m_all, m_everyone};
    all += m_categories;
    const qsizetype from = all.indexOf(activeAction());
    for (qsizetype step = 1; step <= all.size(); ++step) {
        QAction *const next = all.at((from + step) % all.size());
        if (next->isVisible() && folded(next->text()).startsWith(wanted)) {
            setActiveAction(next);
            break;
        }
    }
    return true;
}

void CategoryMenu::mousePressEvent(QMouseEvent *event)
{
    m_pressed = actionAt(event->position().toPoint());
    QMenu::mousePressEvent(event);
}

void CategoryMenu::mouseReleaseEvent(QMouseEvent *event)
{
    // A menu would close, and somebody who wants three categories would open it three times.
    QAction *const released = actionAt(event->position().toPoint());
    const bool isClick = released != nullptr && released == std::exchange(m_pressed, nullptr);
    if (isClick && isCategory(released))
        released->trigger();
    else
        QMenu::mouseReleaseEvent(event);
}

} // namespace jarchi::ui
