// SPDX-License-Identifier: MIT
#include "ui/preference_editors.h"

#include "widgets/translated.h"

#include <QSignalBlocker>

namespace jarchi::ui {

using namespace Qt::StringLiterals;

using preferences::Preferences;
using preferences::Setting;

namespace {

/// Shows the value now and after each change of it, without being taken for a user who changed it.
template <typename T>
void follow(QWidget *widget, const Setting<T> &setting, Preferences &preferences, std::function<void(const T &)> show)
{
    const auto update = [widget, &preferences, setting, show = std::move(show)] {
        const QSignalBlocker blocker(widget);
        show(preferences.get(setting));
    };
    update();
    QObject::connect(&preferences, &Preferences::changed, widget, [setting, update](QLatin1StringView key) {
        if (key == setting.key)
            update();
    });
}

/// Its index among the others, which are in order; it is put there if it was not yet.
int offer(QComboBox &box, int value, const std::function<QString(int)> &wording)
{
    int index = 0;
    while (index < box.count() && box.itemData(index).toInt() < value)
        ++index;
    if (index == box.count() || box.itemData(index).toInt() != value)
        box.insertItem(index, wording(value), value);
    return index;
}

} // namespace

QCheckBox *checkBoxFor(const Setting<bool> &setting, Preferences &preferences, QWidget *parent)
{
    auto *box = new QCheckBox(parent);
    box->setObjectName(setting.key);
    follow<bool>(box, setting, preferences, [box](bool on) { box->setChecked(on); });
    QObject::connect(box, &QCheckBox::toggled, &preferences,
                     [&preferences, setting](bool on) { preferences.set(setting, on); });
    return box;
}

QComboBox *choiceFor(const Setting<int> &setting, const QList<int> &values, const std::function<QString(int)> &wording,
                     Preferences &preferences, QWidget *parent)
{
    auto *box = new QComboBox(parent);
    box->setObjectName(setting.key);
    for (const int value : values) {
        if (setting.range.has(value))
            offer(*box, value, wording);
    }
    widgets::translated(box, [box, wording] {
        for (int i = 0; i < box->count(); ++i)
            box->setItemText(i, wording(box->itemData(i).toInt()));
    });
    follow<int>(box, setting, preferences,
                [box, wording](int value) { box->setCurrentIndex(offer(*box, value, wording)); });
    QObject::connect(box, &QComboBox::activated, &preferences,
                     [box, &preferences, setting] { preferences.set(setting, box->currentData().toInt()); });
    return box;
}

QTimeEdit *timeEditFor(const Setting<QTime> &setting, Preferences &preferences, QWidget *parent)
{
    auto *edit = new QTimeEdit(parent);
    edit->setObjectName(setting.key);
    edit->setKeyboardTracking(false); // 2:00, on the way to 23:00, would make it quiet for a moment.
    // From right to left Qt would turn hours and minutes round, which no language does.
    edit->setLayoutDirection(Qt::LeftToRight);
    widgets::translated(edit, [edit] {
        edit->setLocale(QLocale());
        // Qt's own width leaves no room for what a style puts beside the text.
        constexpr int besideTheText = 48;
        edit->setMinimumWidth(edit->fontMetrics().horizontalAdvance(u"00:00 PM"_s) + besideTheText);
        edit->setDisplayFormat(QLocale().timeFormat(QLocale::ShortFormat));
    });
    follow<QTime>(edit, setting, preferences, [edit](const QTime &time) { edit->setTime(time); });
    QObject::connect(edit, &QTimeEdit::timeChanged, &preferences,
                     [&preferences, setting](const QTime &time) { preferences.set(setting, time); });
    return edit;
}

} // namespace jarchi::ui
