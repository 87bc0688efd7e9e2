// SPDX-License-Identifier: MIT
#include "ui/category_button.h"

#include "notify/plain_text.h"
#include "ui/category_menu.h"
#include "widgets/format.h"
#include "widgets/icons.h"
#include "widgets/translated.h"

#include <QStyle>
#include <QStyleOptionButton>

#include <algorithm>

namespace jarchi::ui {

using namespace Qt::StringLiterals;

CategoryButton::CategoryButton(QWidget *parent)
    : QPushButton(parent)
    , m_menu(new CategoryMenu(this))
{
    setMenu(m_menu);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    connect(m_menu, &CategoryMenu::chosenChanged, this, [this] {
        showChosen();
        Q_EMIT chosenChanged();
    });
    widgets::translated(this, [this] { showChosen(); });
}

void CategoryButton::setCategories(const QStringList &categories)
{
    m_menu->setCategories(categories);
}

QStringList CategoryButton::chosen() const
{
    return m_menu->chosen();
}

void CategoryButton::clear()
{
    m_menu->clear();
    showChosen();
}

void CategoryButton::showChosen()
{
    setIcon(widgets::icon(u"filter"_s));
    const QStringList categories = chosen();
    QStringList names;
    for (const QString &category : categories)
        names << (category.isEmpty() ? tr("Announcements") : widgets::isolated(notify::harmlessLine(category)));
    const QString all = names.join(tr(", ", "between the names of categories"));
    QString text = names.isEmpty() ? tr("All categories") : all;
    if (names.size() > 1 && fontMetrics().horizontalAdvance(text) > textWidth())
        text = tr("%Ln categories", nullptr, static_cast<int>(names.size()));
    text = fontMetrics().elidedText(text, Qt::ElideRight, textWidth());
    setText(text.replace(u'&', u"&&"_s));
    setToolTip(all);
    setAccessibleName(names.isEmpty() ? tr("All categories") : tr("Categories: %1").arg(all));
}

int CategoryButton::textWidth() const
{
    constexpr int letters = 20;
    return std::max(letters * fontMetrics().averageCharWidth(), fontMetrics().horizontalAdvance(tr("All categories")));
}

QSize CategoryButton::sizeHint() const
{
    constexpr int betweenIconAndText = 4;
    QStyleOptionButton option;
    initStyleOption(&option);
    const int menu = style()->pixelMetric(QStyle::PM_MenuButtonIndicator, &option, this);
    const QSize contents(iconSize().width() + betweenIconAndText + textWidth() + menu,
                         std::max(iconSize().height(), fontMetrics().height()));
    return style()->sizeFromContents(QStyle::CT_PushButton, &option, contents, this);
}

QSize CategoryButton::minimumSizeHint() const
{
    return sizeHint();
}

} // namespace jarchi::ui
