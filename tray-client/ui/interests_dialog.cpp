// SPDX-License-Identifier: MIT
#include "ui/interests_dialog.h"

#include "ui/interest_list.h"
#include "widgets/format.h"
#include "widgets/message_bar.h"
#include "widgets/translated.h"

#include <QDialogButtonBox>
#include <QHash>
#include <QLabel>
#include <QListWidget>
#include <QMessageBox>
#include <QProgressBar>
#include <QPushButton>
#include <QVBoxLayout>

namespace jarchi::ui {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using widgets::Tone;

namespace {

/// Until nobody has typed for a moment.
constexpr std::chrono::milliseconds PreviewPause{400};

/// "Fairphone 6, €599.00": each text in its own direction.
QString lineOf(const protocol::Notification &notification)
{
    const auto price = parseOptionalMoney(notification.price, notification.currency);
    const QString title = widgets::isolated(notification.title);
    return price && *price ? u"%1 · %2"_s.arg(title, widgets::money(**price)) : title;
}

/// In which most of them have a price; empty if none has.
QString usualCurrency(const QList<protocol::Notification> &notifications)
{
    QHash<QString, int> counts;
    QString usual;
    for (const protocol::Notification &notification : notifications) {
        const QString &currency = notification.currency;
        if (!currency.isEmpty() && ++counts[currency] > counts.value(usual))
            usual = currency;
    }
    return usual;
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
    connect(&m_previewPause, &QTimer::timeout, this, &InterestsDialog::preview);
    connect(m_list, &InterestList::edited, this, &InterestsDialog::onEdited);
    connect(m_list, &InterestList::added, this, [this] { m_previewPause.start(0ms); }); // No keystroke may follow.
    connect(m_list, &InterestList::removed, this, &InterestsDialog::onRemoved);
    connect(m_message, &widgets::MessageBar::acted, this, [this] { m_canUndo ? m_list->undoRemoval() : load(); });
    // Another account has signed in: what is edited is not its own.
    connect(&m_client, &client::Client::inboxReplaced, this, &InterestsDialog::load);
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
    m_previewItems->setSpacing(3);
    m_buttons->button(QDialogButtonBox::Save)->setDefault(true);
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
    m_isLoaded = false;
    setBusy(true);
    m_client.getInterests(this, [this](const Result<protocol::InterestList> &list) {
        m_isLoaded = list.has_value();
        setBusy(false);
        if (list)
            return take(*list);
        m_canUndo = false;
        m_message->say(Tone::Error, list.error().message, tr("&Try again"));
    });
}

void InterestsDialog::take(const protocol::InterestList &list)
{
    m_list->setList(list);
    m_saved = m_list->interests().value_or(list.interests);
    m_list->focusFirst();
    if (list.categories.isEmpty())
        say(Tone::Accent, tr("The shop has no categories yet. Come back when it has products."));
    onEdited();
    m_previewPause.stop();
    preview();
}

void InterestsDialog::say(Tone tone, const QString &sentence)
{
    m_canUndo = false;
    m_message->say(tone, sentence);
}

void InterestsDialog::onEdited()
{
    ++m_question; // An answer that is still to come is to other interests.
    const Result<QList<protocol::Interest>> interests = m_list->interests();
    if (!interests || interests->isEmpty()) {
        m_preview.reset();
        m_previewPause.stop();
        showPreview();
        return;
    }
    m_previewItems->setEnabled(false);
    m_previewPause.start(PreviewPause);
}

void InterestsDialog::onRemoved()
{
    m_canUndo = true;
    m_message->say(Tone::Accent, tr("The interest is taken away when you save."), tr("&Undo"));
}

void InterestsDialog::preview()
{
    const Result<QList<protocol::Interest>> interests = m_list->interests();
    if (!m_isLoaded || !interests || interests->isEmpty())
        return;
    const quint64 question = ++m_question;
    m_client.previewInterests(*interests, this, [this, question](const Result<protocol::Preview> &preview) {
        if (const QString currency = preview ? usualCurrency(preview->items) : QString(); !currency.isEmpty())
            m_list->suggestCurrency(currency); // True of an older answer, too.
        if (question != m_question)
            return;
        m_preview = preview;
        showPreview();
    });
}

void InterestsDialog::showPreview()
{
    m_previewItems->clear();
    m_previewItems->setEnabled(true);
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
    // A busy server may look back less far than it was asked to.
    // As its eve would call that day: by its date.
    const QDate day = preview.since.toLocalTime().date();
    const QString since = widgets::dayText(day, day.addDays(-1));
    m_previewTitle->setText(preview.total == 0
                                ? tr("Since %1 this would have brought you nothing.").arg(since)
                                : tr("Since %1 this would have brought you %Ln notification(s), such as:", nullptr,
                                     static_cast<int>(preview.total))
                                      .arg(since));
    for (const protocol::Notification &notification : preview.items)
        m_previewItems->addItem(lineOf(notification));
}

void InterestsDialog::accept()
{
    const Result<QList<protocol::Interest>> interests = m_list->interests();
    if (!interests) {
        say(Tone::Error, interests.error().message);
        return;
    }
    m_message->clear();
    setBusy(true);
    m_client.setInterests(*interests, this, [this](const Result<protocol::InterestList> &saved) {
        setBusy(false);
        if (saved)
            QDialog::accept();
        else
            say(Tone::Error, saved.error().message);
    });
}

bool InterestsDialog::isChanged() const
{
    const Result<QList<protocol::Interest>> interests = m_list->interests();
    return m_isLoaded && (!interests || *interests != m_saved);
}

void InterestsDialog::reject()
{
    if (isChanged())
        askToSave();
    else
        QDialog::reject();
}

void InterestsDialog::askToSave()
{
    if (m_saveQuestion)
        return;
    auto *box = new QMessageBox(this);
    m_saveQuestion = box;
    box->setObjectName(u"saveInterests"_s);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setIcon(QMessageBox::Question);
    box->setWindowTitle(tr("Interests"));
    box->setText(tr("Save what you changed?"));
    const QAbstractButton *save = box->addButton(tr("&Save"), QMessageBox::AcceptRole);
    const QAbstractButton *discard = box->addButton(tr("&Discard"), QMessageBox::DestructiveRole);
    box->addButton(tr("Cancel"), QMessageBox::RejectRole);
    connect(box, &QMessageBox::finished, this, [this, box, save, discard] {
        if (box->clickedButton() == save)
            accept();
        else if (box->clickedButton() == discard)
            QDialog::reject();
    });
    box->open();
}

void InterestsDialog::setBusy(bool isBusy)
{
    if (isBusy && !m_focus)
        m_focus = m_list->isAncestorOf(focusWidget()) ? focusWidget() : nullptr;
    m_progress->setVisible(isBusy);
    m_list->setEnabled(!isBusy && m_isLoaded);
    m_buttons->button(QDialogButtonBox::Save)->setEnabled(!isBusy && m_isLoaded);
    if (isBusy)
        return;
    if (m_focus)
        m_focus->setFocus();
    m_focus.clear();
}

} // namespace jarchi::ui
