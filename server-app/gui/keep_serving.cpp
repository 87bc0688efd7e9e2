// SPDX-License-Identifier: MIT
#include "gui/keep_serving.h"

#include "widgets/icons.h"
#include "widgets/message_box.h"

#include <QCoreApplication>
#include <QMessageBox>
#include <QPushButton>

namespace jarchi::gui {

using namespace Qt::StringLiterals;

namespace {

class Words
{
    Q_DECLARE_TR_FUNCTIONS(KeepServing)
};

constexpr auto Key = "window/keepServing"_L1;

} // namespace

KeepServing::KeepServing(QSettings &settings)
    : m_settings(settings)
{
}

bool KeepServing::isWanted() const
{
    return m_settings.value(Key, true).toBool();
}

void KeepServing::remember(bool wanted)
{
    m_settings.setValue(Key, wanted);
}

std::optional<bool> KeepServing::decide(QWidget *window)
{
    if (m_settings.contains(Key)) {
        return isWanted();
    }
    QMessageBox question(QMessageBox::NoIcon, Words::tr("Close the window"),
                         Words::tr("Keep serving without the window?"), QMessageBox::NoButton, window);
    question.setObjectName(u"keepServing"_s);
    question.setIconPixmap(widgets::icon(u"jarchi"_s).pixmap(48, 48));
    question.setInformativeText(
        Words::tr("Jarchi stays in the tray and goes on telling people. This is asked once; the "
                  "Server menu changes it."));
    widgets::widen(question);
    const QPushButton *keep = question.addButton(Words::tr("&Keep serving"), QMessageBox::AcceptRole);
    const QPushButton *quit = question.addButton(Words::tr("&Quit"), QMessageBox::DestructiveRole);
    question.addButton(QMessageBox::Cancel)->setText(Words::tr("Cancel"));
    question.exec();
    if (question.clickedButton() != keep && question.clickedButton() != quit) {
        return std::nullopt;
    }
    remember(question.clickedButton() == keep);
    return isWanted();
}

} // namespace jarchi::gui
