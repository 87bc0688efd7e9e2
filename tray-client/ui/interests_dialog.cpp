// SPDX-License-Identifier: MIT
#include "ui/interests_dialog.h"

#include "ui/interest_list.h"
#include "widgets/format.h"
#include "widgets/message_bar.h"
#include "widgets/translated.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QListWidget>
#include <QProgressBar>
#include <QPushButton>
#include <QVBoxLayout>

namespace jarchi::ui {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using widgets::Tone;

namespace {

/// "Fairphone 6, €599.00": each text in its own direction.
QString lineOf(const protocol::Notification &notification)
{
    const auto price = parseOptionalMoney(notification.price, notification.currency);
    const QString title = widgets::isolated(notification.title);
    return price && *price ? u"%1  ·  %2"_s.arg(title, widgets::money(**price)) : title;
}

} // namespace

InterestsDialog::InterestsDialog(client::Client &client, QWidget *parent)
    : QDialog(parent)
    , m_client(client)
    , m_message(new widgets::MessageBar(this))
    , m_list(new InterestList(this))
    , m_previewTitle(new QLabel(this))
    , m_previewItems(new QListWidget(this))
    , m_progress(new QProgressBar(this))
    , m_buttons(new QDialogButtonBox(QDialogButtonBox::Save | QDialogButtonBox::Cancel, this))
{
    setObjectName(u"interestsDialog"_s);
    build();
    m_previewPause.setSingleShot(true);
    m_previewPause.setInterval(400ms);
    connect(&m_previewPause, &QTimer::timeout, this, &InterestsDialog::preview);
    connect(m_list, &InterestList::edited, this, [this] { m_previewPause.start(); });
    connect(m_message, &widgets::MessageBar::acted, this, &InterestsDialog::load);
    connect(m_buttons, &QDialogButtonBox::accepted, this, &InterestsDialog::accept);
    connect(m_buttons, &QDialogButtonBox::rejected, this, &InterestsDialog::reject);
    widgets::translated(this, [this] { setTexts(); });
    load();
}

void InterestsDialog::build()
{
    m_previewTitle->setObjectName(u"previewTitle"_s);
    m_previewTitle->setWordWrap(true);
    m_previewTitle->setTextFormat(Qt::PlainText);
    m_previewItems->setObjectName(u"previewItems"_s);
    m_previewItems->setSelectionMode(QAbstractItemView::NoSelection);
    m_previewItems->setFocusPolicy(Qt::TabFocus);
    m_previewItems->setTextElideMode(Qt::ElideRight);
    m_previewItems->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_previewItems->setUniformItemSizes(true);
    m_progress->setRange(0, 0);
    m_progress->setTextVisible(false);
    m_progress->setFixedHeight(4);
    QSizePolicy kept = m_progress->sizePolicy();
    kept.setRetainSizeWhenHidden(true); // Nothing jumps when it appears.
    m_progress->setSizePolicy(kept);

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(24, 24, 24, 16);
    column->setSpacing(16);
    column->addWidget(m_message);
    column->addWidget(m_list, 3);
    column->addWidget(m_previewTitle);
    column->addWidget(m_previewItems, 2);
    column->addWidget(m_progress);
    column->addWidget(m_buttons);
    resize(680, 560);
}

void InterestsDialog::setTexts()
{
    setWindowTitle(tr("Interests"));
    m_buttons->button(QDialogButtonBox::Save)->setText(tr("&Save"));
    m_buttons->button(QDialogButtonBox::Cancel)->setText(tr("Cancel"));
    m_previewItems->setAccessibleName(tr("What the last month would have brought"));
    showPreview();
}

void InterestsDialog::load()
{
    m_message->clear();
    setBusy(true);
    m_client.getInterests(this, [this](const Result<protocol::InterestList> &list) {
        m_isLoaded = list.has_value();
        setBusy(false);
        if (!list) {
            m_message->say(Tone::Error, list.error().message, tr("&Try again"));
            return;
        }
        m_list->setList(*list);
        if (list->categories.isEmpty())
            m_message->say(Tone::Accent, tr("The shop has no categories yet. Come back when it has products."));
        preview();
    });
}

void InterestsDialog::preview()
{
    const Result<QList<protocol::Interest>> interests = m_list->interests();
    if (!m_isLoaded || !interests)
        return;
    const quint64 question = ++m_question;
    m_client.previewInterests(*interests, this, [this, question](const Result<protocol::Preview> &preview) {
        if (question != m_question)
            return;
        m_preview = preview;
        showPreview();
    });
}

void InterestsDialog::showPreview()
{
    m_previewItems->clear();
    const bool isKnown = m_preview && m_preview->has_value();
    m_previewItems->setVisible(isKnown && (*m_preview)->total > 0);
    if (!m_preview) {
        m_previewTitle->setText({});
        return;
    }
    if (!isKnown) {
        m_previewTitle->setText(m_preview->error().message);
        return;
    }
    const protocol::Preview &preview = **m_preview;
    m_previewTitle->setText(preview.total == 0
                                ? tr("In the last 30 days this would have brought you nothing.")
                                : tr("In the last 30 days this would have brought you %Ln notification(s), such as:",
                                     nullptr, static_cast<int>(preview.total)));
    for (const protocol::Notification &notification : preview.items)
        m_previewItems->addItem(lineOf(notification));
}

void InterestsDialog::accept()
{
    const Result<QList<protocol::Interest>> interests = m_list->interests();
    if (!interests) {
        m_message->say(Tone::Error, interests.error().message);
        return;
    }
    m_message->clear();
    setBusy(true);
    m_client.setInterests(*interests, this, [this](const Result<protocol::InterestList> &saved) {
        setBusy(false);
        if (saved)
            QDialog::accept();
        else
            m_message->say(Tone::Error, saved.error().message);
    });
}

void InterestsDialog::setBusy(bool isBusy)
{
    m_progress->setVisible(isBusy);
    m_list->setEnabled(!isBusy && m_isLoaded);
    m_buttons->button(QDialogButtonBox::Save)->setEnabled(!isBusy && m_isLoaded);
}

} // namespace jarchi::ui
