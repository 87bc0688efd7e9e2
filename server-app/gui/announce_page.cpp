// SPDX-License-Identifier: MIT
#include "gui/announce_page.h"

#include "gui/fault_note.h"
#include "gui/preview_column.h"
#include "gui/server_control.h"
#include "store/notification_repository.h"
#include "store/reach_preview.h"
#include "widgets/form_field.h"
#include "widgets/format.h"
#include "widgets/icons.h"
#include "widgets/translated.h"

#include <QComboBox>
#include <QGridLayout>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalBlocker>
#include <QUrl>

namespace jarchi::gui {

using namespace Qt::StringLiterals;
using namespace widgets;
using catalog::Field;

namespace {

constexpr auto DraftGroup = "draft/announcement"_L1;
constexpr int NormalPriority = static_cast<int>(protocol::Priority::Normal);

} // namespace

AnnouncePage::AnnouncePage(ServerControl &server, ShopState &shop, QSettings &settings, QWidget *parent)
    : ComposePage(server, shop, parent)
    , m_settings(settings)
    , m_title(new QLineEdit(this))
    , m_body(new QPlainTextEdit(this))
    , m_category(new QComboBox(this))
    , m_priority(new QComboBox(this))
    , m_url(new QLineEdit(this))
    , m_fields{{Field::Title, new FormField(m_title, this)},
               {Field::Body, new FormField(m_body, this)},
               {Field::Category, new FormField(m_category, this)},
               {Field::Url, new FormField(m_url, this)}}
    , m_priorityField(new FormField(m_priority, this))
    , m_send(new QPushButton(this))
{
    m_title->setObjectName(u"announcementTitle"_s);
    m_body->setObjectName(u"announcementBody"_s);
    m_category->setObjectName(u"announcementCategory"_s);
    m_priority->setObjectName(u"announcementPriority"_s);
    m_url->setObjectName(u"announcementUrl"_s);
    m_send->setObjectName(u"sendAnnouncement"_s);
    m_send->setDefault(true);
    m_body->setTabChangesFocus(true);
    m_body->setMaximumHeight(220);
    m_url->setPlaceholderText(u"https://"_s);
    m_url->setLayoutDirection(Qt::LeftToRight);
    m_category->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_category->addItem(QString(), u""_s);
    for (const auto priority : {protocol::Priority::Low, protocol::Priority::Normal, protocol::Priority::High}) {
        m_priority->addItem(QString(), static_cast<int>(priority));
    }
    m_priority->setCurrentIndex(m_priority->findData(NormalPriority));
    layOut(form(), *m_send);
    readDraft();
    translated(this, [this] { setTexts(); });

    connect(m_title, &QLineEdit::textEdited, this, [this] { touch(Field::Title); });
    connect(m_body, &QPlainTextEdit::textChanged, this, [this] { touch(Field::Body); });
    connect(m_category, &QComboBox::currentIndexChanged, this, [this] { touch(Field::Category); });
    connect(m_priority, &QComboBox::currentIndexChanged, this, &AnnouncePage::keepDraft);
    connect(m_url, &QLineEdit::textEdited, this, [this] { touch(Field::Url); });
}

AnnouncePage::~AnnouncePage()
{
    writeDraft();
}

QLayout *AnnouncePage::form()
{
    auto *form = new QGridLayout;
    form->setHorizontalSpacing(16);
    form->setVerticalSpacing(16);
    form->addWidget(m_fields[Field::Category], 0, 0, Qt::AlignTop);
    form->addWidget(m_priorityField, 0, 1, Qt::AlignTop);
    form->addWidget(m_fields[Field::Title], 1, 0, 1, 2);
    form->addWidget(m_fields[Field::Body], 2, 0, 1, 2);
    form->addWidget(m_fields[Field::Url], 3, 0, 1, 2);
    form->setColumnStretch(0, 3);
    form->setColumnStretch(1, 1);
    auto *left = new QVBoxLayout;
    left->setSpacing(16);
    left->addLayout(form);
    left->addWidget(m_send, 0, Qt::AlignTrailing);
    left->addStretch(1);
    return left;
}

void AnnouncePage::setTexts()
{
    preview().setPlaceholder(tr("What is it about?"));
    m_fields[Field::Title]->setLabel(tr("T&itle"));
    m_fields[Field::Body]->setLabel(tr("&Message"));
    m_fields[Field::Category]->setLabel(tr("&To"));
    m_fields[Field::Url]->setLabel(tr("&Link"));
    m_priorityField->setLabel(tr("&Urgency"));
    m_category->setItemText(0, tr("Everyone"));
    m_priority->setItemText(0, tr("Low"));
    m_priority->setItemText(1, tr("Normal"));
    m_priority->setItemText(2, tr("High"));
    showFaults();
    ComposePage::setTexts();
}

catalog::Announcement AnnouncePage::typed() const
{
    return {m_title->text(), m_body->toPlainText(), m_category->currentData().toString(), m_url->text(),
            static_cast<protocol::Priority>(m_priority->currentData().toInt())};
}

QList<catalog::FieldFault> AnnouncePage::showFaults()
{
    const auto checked = catalog::validated(typed());
    const QList<catalog::FieldFault> wrong = checked ? QList<catalog::FieldFault>() : checked.error();
    for (auto field = m_fields.cbegin(); field != m_fields.cend(); ++field) {
        const auto fault = std::find_if(wrong.cbegin(), wrong.cend(), [&](const catalog::FieldFault &candidate) {
            return candidate.field == field.key();
        });
        const bool isShown = fault != wrong.cend() && m_touched.value(field.key());
        field.value()->setFault(isShown ? fault->message.translated() : QString());
    }
    return wrong;
}

void AnnouncePage::touch(Field field)
{
    m_touched[field] = true;
    showFaults();
    takeEdit();
}

void AnnouncePage::showWhatItWillBe()
{
    const catalog::Announcement announcement = typed();
    preview().setContent(announcement.title, announcement.category, announcement.body,
                         QUrl(announcement.url.trimmed()).host());
    preview().askReach([announcement](store::Store &store, const QList<people::AccountId> &online) {
        return store.reach().of(announcement, online);
    });
}

void AnnouncePage::setCategories(const QStringList &categories)
{
    const QSignalBlocker quiet(m_category);
    const QString chosen = m_category->currentData().toString();
    while (m_category->count() > 1) {
        m_category->removeItem(1);
    }
    for (const QString &category : categories) {
        m_category->addItem(category, category);
    }
    chooseCategory(chosen);
}

void AnnouncePage::chooseCategory(const QString &category)
{
    // One that is not known, or not yet, is never turned into everyone: what was meant for some would reach all.
    if (m_category->findData(category) < 0) {
        m_category->addItem(category, category);
    }
    m_category->setCurrentIndex(m_category->findData(category));
}

void AnnouncePage::submit()
{
    if (!canSubmit()) {
        return;
    }
    for (auto field = m_fields.cbegin(); field != m_fields.cend(); ++field) {
        m_touched[field.key()] = true;
    }
    const auto announcement = catalog::validated(typed());
    if (!announcement) {
        showFaults();
        const Field first = announcement.error().first().field;
        (first == Field::Title  ? static_cast<QWidget *>(m_title)
         : first == Field::Body ? static_cast<QWidget *>(m_body)
                                : static_cast<QWidget *>(m_url))
            ->setFocus();
        return;
    }
    beginSubmit();
    server().store().write(
        this,
        [announcement = *announcement](store::Store &store) { return store.notifications().announce(announcement); },
        [this, title = announcement->title](const Result<protocol::NotificationId> &outcome) {
            setBusy(false);
            if (!outcome) {
                fault().tell(
                    outcome.error(),
                    [title, why = outcome.error().message] {
                        return tr("“%1” was not sent. %2").arg(isolated(title), why);
                    },
                    [title] {
                        return tr("The database can be written again. “%1” is not sent yet.").arg(isolated(title));
                    },
                    [] { return tr("Send it n&ow"); });
                return;
            }
            clear();
            preview().addDelivery(title, *outcome);
        });
}

void AnnouncePage::clear()
{
    m_title->clear();
    m_body->clear();
    m_url->clear();
    m_priority->setCurrentIndex(m_priority->findData(NormalPriority));
    m_touched.clear();
    showFaults();
    showWhatItWillBe();
    writeDraft();
    m_title->setFocus();
}

void AnnouncePage::setBusy(bool busy)
{
    ComposePage::setBusy(busy);
    m_send->setText(busy ? tr("Sending…") : tr("Se&nd"));
    m_send->setIcon(icon(u"announce"_s));
}

void AnnouncePage::readDraft()
{
    m_settings.beginGroup(DraftGroup);
    m_title->setText(m_settings.value("title"_L1).toString());
    m_body->setPlainText(m_settings.value("body"_L1).toString());
    m_url->setText(m_settings.value("url"_L1).toString());
    chooseCategory(m_settings.value("category"_L1, u""_s).toString()); // The list of them comes later.
    const int urgency = m_priority->findData(m_settings.value("priority"_L1, NormalPriority).toInt());
    m_priority->setCurrentIndex(urgency < 0 ? m_priority->findData(NormalPriority) : urgency);
    m_settings.endGroup();
}

void AnnouncePage::writeDraft()
{
    const catalog::Announcement announcement = typed();
    m_settings.beginGroup(DraftGroup);
    m_settings.setValue("title"_L1, announcement.title);
    m_settings.setValue("body"_L1, announcement.body);
    m_settings.setValue("url"_L1, announcement.url);
    m_settings.setValue("category"_L1, announcement.category);
    m_settings.setValue("priority"_L1, static_cast<int>(announcement.priority));
    m_settings.endGroup();
}

} // namespace jarchi::gui
