// SPDX-License-Identifier: MIT
#include "ui/settings_dialog.h"

#include "desktop/autostart.h"
#include "ui/default_settings.h"
#include "ui/preference_editors.h"
#include "ui/settings_fault.h"
#include "widgets/appearance.h"
#include "widgets/format.h"
#include "widgets/language.h"
#include "widgets/message_bar.h"
#include "widgets/text_label.h"
#include "widgets/translated.h"

#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QPushButton>
#include <QSignalBlocker>
#include <QTabWidget>
#include <QVBoxLayout>

#include <utility>

namespace jarchi::ui {

using namespace Qt::StringLiterals;
using client::Client;
namespace setting = preferences::setting;

namespace {

constexpr int MinutesInHour = 60;

/// A tab: rows of a name and an editor, with room around.
class Page : public QWidget
{
public:
    explicit Page(QTabWidget *tabs)
        : m_rows(new QFormLayout(this))
    {
        m_rows->setContentsMargins(24, 24, 24, 24);
        m_rows->setHorizontalSpacing(16);
        m_rows->setVerticalSpacing(12);
        m_rows->setFieldGrowthPolicy(QFormLayout::FieldsStayAtSizeHint);
        tabs->addTab(this, QString());
    }

    QLabel *add(QWidget *editor)
    {
        auto *name = new QLabel(this);
        name->setTextFormat(Qt::PlainText);
        name->setBuddy(editor);
        m_rows->addRow(name, editor);
        return name;
    }
    void addWide(QWidget *widget) { m_rows->addRow(widget); }

private:
    QFormLayout *m_rows;
};

/// The mnemonic's mark is for the eye only.
void name(QLabel *label, const QString &text)
{
    label->setText(text);
    label->buddy()->setAccessibleName(QString(text).remove(u'&'));
}

QString inMinutes(int minutes)
{
    return widgets::duration(qint64(minutes) * MinutesInHour);
}

} // namespace

SettingsDialog::SettingsDialog(const Parts &parts, QWidget *parent)
    : GrowingDialog(parent)
    , m_parts(parts)
    , m_message(new widgets::MessageBar(this))
    , m_unkept(new widgets::MessageBar(this))
    , m_tabs(new QTabWidget(this))
{
    setObjectName(u"settingsDialog"_s);
    m_unkept->setObjectName(u"settingsUnkept"_s);
    m_unkept->setClosable(false);
    sayWhileUnkept(*m_unkept, parts.preferences.file());
    addGeneralPage();
    addVisitPage();
    addBalloonPage();
    addInboxPage();

    auto *buttons = new QDialogButtonBox(QDialogButtonBox::RestoreDefaults | QDialogButtonBox::Close, this);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::accept);
    QPushButton *restore = buttons->button(QDialogButtonBox::RestoreDefaults);
    restore->setObjectName(u"settingsRestore"_s);
    restore->setAutoDefault(false);
    buttons->button(QDialogButtonBox::Close)->setDefault(true);
    connect(restore, &QPushButton::clicked, this, &SettingsDialog::restoreDefaults);
    connect(m_message, &widgets::MessageBar::acted, this, [this] {
        m_message->clear();
        std::exchange(m_undo, {})();
    });
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(16, 16, 16, 16);
    column->setSpacing(16);
    column->addWidget(m_unkept);
    column->addWidget(m_message);
    column->addWidget(m_tabs, 1);
    column->addWidget(buttons);
    setMinimumWidth(520);
    widgets::translated(this, [this, buttons, restore] {
        restore->setText(tr("&Restore the defaults"));
        setWindowTitle(tr("Settings of Jarchi"));
        buttons->button(QDialogButtonBox::Close)->setText(tr("&Close"));
        m_tabs->setTabText(0, tr("&General"));
        m_tabs->setTabText(1, tr("&Visits"));
        m_tabs->setTabText(2, tr("&Balloons"));
        m_tabs->setTabText(3, tr("&Inbox"));
    });
}

void SettingsDialog::restoreDefaults()
{
    m_undo = ui::restoreDefaults(m_parts.preferences);
    m_message->say(
        widgets::Tone::Accent, [] { return tr("Visits, balloons and inbox are as they were at first."); },
        [] { return tr("&Undo"); });
}

void SettingsDialog::addGeneralPage()
{
    auto *page = new Page(m_tabs);
    auto *account = new QPushButton(page);
    account->setObjectName(u"settingsAccount"_s);
    account->setAutoDefault(false);
    QLabel *accountName = page->add(account);
    auto *language = makeLanguageBox(page);
    QLabel *languageName = page->add(language);
    auto *appearance = makeAppearanceBox(page);
    QLabel *appearanceName = page->add(appearance);
    auto *autostart = makeAutostartBox(page);
    page->addWide(autostart);

    connect(account, &QPushButton::clicked, this, [this] {
        m_parts.client.status() == Client::Status::SignedOut ? Q_EMIT signInRequested() : m_parts.client.signOut();
    });
    const auto showAccount = [this, account, accountName] {
        const bool isSignedIn = m_parts.client.status() != Client::Status::SignedOut;
        const QString user = m_parts.preferences.get(setting::User);
        const QString server = m_parts.preferences.get(setting::Server);
        account->setText(isSignedIn ? tr("Sign &out") : tr("Sig&n in…"));
        account->setEnabled(!m_parts.client.isSigningIn());
        const QString who = tr("%1 at %2").arg(widgets::isolated(user), widgets::isolated(server));
        // In a name an ampersand is one, and no mark of a mnemonic.
        accountName->setText(isSignedIn ? QString(who).replace(u"&"_s, u"&&"_s) : tr("Nobody is signed in"));
        account->setAccessibleDescription(isSignedIn ? who : QString());
    };
    connect(&m_parts.client, &Client::statusChanged, account, showAccount);
    widgets::translated(page, [=] {
        showAccount();
        name(languageName, tr("&Language:"));
        name(appearanceName, tr("&Appearance:"));
        autostart->setText(tr("Start with the &desktop"));
    });
}

QComboBox *SettingsDialog::makeLanguageBox(QWidget *parent)
{
    auto *box = new QComboBox(parent);
    box->setObjectName(u"settingsLanguage"_s);
    for (const widgets::Language::Offer &offer : widgets::Language::available())
        box->addItem(offer.name, offer.code);
    box->setCurrentIndex(box->findData(m_parts.language.current()));
    connect(box, &QComboBox::activated, this, [this, box] { m_parts.language.use(box->currentData().toString()); });
    return box;
}

QComboBox *SettingsDialog::makeAppearanceBox(QWidget *parent)
{
    using Choice = widgets::Appearance::Choice;
    auto *box = new QComboBox(parent);
    box->setObjectName(u"settingsAppearance"_s);
    for (const Choice choice : {Choice::System, Choice::Light, Choice::Dark})
        box->addItem(QString(), QVariant::fromValue(choice));
    box->setCurrentIndex(box->findData(QVariant::fromValue(m_parts.appearance.choice())));
    connect(box, &QComboBox::activated, this,
            [this, box] { m_parts.appearance.choose(box->currentData().value<Choice>()); });
    widgets::translated(box, [box] {
        box->setItemText(0, tr("As the desktop"));
        box->setItemText(1, tr("Light"));
        box->setItemText(2, tr("Dark"));
    });
    return box;
}

QCheckBox *SettingsDialog::makeAutostartBox(QWidget *parent)
{
    auto *box = new QCheckBox(parent);
    box->setObjectName(u"settingsAutostart"_s);
    box->setChecked(m_parts.autostart.isEnabled());
    connect(box, &QCheckBox::toggled, this, [this, box](bool on) {
        const Result<void> done = m_parts.autostart.setEnabled(on);
        m_message->clear();
        if (done)
            return;
        m_message->say(widgets::Tone::Error, done.error().message);
        const QSignalBlocker blocker(box);
        box->setChecked(m_parts.autostart.isEnabled());
    });
    return box;
}

void SettingsDialog::addVisitPage()
{
    auto *page = new Page(m_tabs);
    preferences::Preferences &preferences = m_parts.preferences;
    QCheckBox *stay = checkBoxFor(setting::StayConnected, preferences, page);
    page->addWide(stay);
    QLabel *lengthName = page->add(choiceFor(
        setting::SessionSeconds, {30, 60, 120, 300, 900, 3600}, [](int seconds) { return widgets::duration(seconds); },
        preferences, page));
    QLabel *lookInName = page->add(choiceFor(
        setting::LookInMinutes, {0, 15, 30, 60, 180, 360, 720, 1440},
        [](int minutes) {
            return minutes == 0 ? tr("Only when I ask for it") : tr("Every %1").arg(inMinutes(minutes));
        },
        preferences, page));
    auto *note = new widgets::TextLabel(page);
    page->addWide(note);

    const auto showWhatCounts = [this, lengthName, lookInName] {
        const bool isVisiting = !m_parts.preferences.get(setting::StayConnected);
        for (QLabel *label : {lengthName, lookInName}) {
            label->setEnabled(isVisiting);
            label->buddy()->setEnabled(isVisiting);
        }
    };
    connect(&preferences, &preferences::Preferences::changed, page, showWhatCounts);
    showWhatCounts();
    widgets::translated(page, [=] {
        stay->setText(tr("&Stay connected: products appear the moment they are added"));
        name(lengthName, tr("A visit &lasts:"));
        name(lookInName, tr("L&ook in:"));
        note->setText(tr("Whatever is added between two visits comes with the next one. Nothing is lost."));
    });
}

void SettingsDialog::addBalloonPage()
{
    auto *page = new Page(m_tabs);
    preferences::Preferences &preferences = m_parts.preferences;
    QCheckBox *quiet = checkBoxFor(setting::QuietHours, preferences, page);
    page->addWide(quiet);
    QTimeEdit *from = timeEditFor(setting::QuietFrom, preferences, page);
    QLabel *fromName = page->add(from);
    QTimeEdit *to = timeEditFor(setting::QuietTo, preferences, page);
    QLabel *toName = page->add(to);
    QLabel *lengthName = page->add(choiceFor(
        setting::BalloonSeconds, {0, 5, 10, 20, 60},
        [](int seconds) { return seconds == 0 ? tr("As the desktop has it") : widgets::duration(seconds); },
        preferences, page));
    QCheckBox *sound = checkBoxFor(setting::Sound, preferences, page);
    page->addWide(sound);
    QCheckBox *http = checkBoxFor(setting::AllowHttp, preferences, page);
    page->addWide(http);

    const auto showHours = [=, this] {
        const bool isOn = m_parts.preferences.get(setting::QuietHours);
        const std::initializer_list<QWidget *> hours{from, fromName, to, toName};
        for (QWidget *widget : hours)
            widget->setEnabled(isOn);
    };
    connect(&preferences, &preferences::Preferences::changed, page, showHours);
    showHours();
    widgets::translated(page, [=] {
        quiet->setText(tr("&Quiet hours: no balloons, one summary afterwards"));
        name(fromName, tr("&From:"));
        name(toName, tr("&To:"));
        name(lengthName, tr("Balloons &stay for:"));
        sound->setText(tr("&Play a sound"));
        http->setText(tr("Open links &without encryption (http), too"));
    });
}

void SettingsDialog::addInboxPage()
{
    auto *page = new Page(m_tabs);
    QLabel *keepName = page->add(choiceFor(
        setting::RetentionDays, {0, 30, 90, 365, 730},
        [](int days) { return days == 0 ? tr("For ever") : tr("%Ln day(s)", nullptr, days); }, m_parts.preferences,
        page));
    auto *note = new widgets::TextLabel(page);
    page->addWide(note);
    widgets::translated(page, [=] {
        name(keepName, tr("&Keep what was read:"));
        note->setText(
            tr("What is unread, or marked to be kept, stays in any case. What is older goes for good, an hour "
               "after you change this."));
    });
}

} // namespace jarchi::ui
