// SPDX-License-Identifier: MIT
#include "gui/compose_page.h"

#include "gui/fault_note.h"
#include "gui/first_step.h"
#include "gui/preview_column.h"
#include "gui/server_control.h"
#include "store/category_repository.h"
#include "widgets/message_bar.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QShortcut>

namespace jarchi::gui {

using namespace widgets;

ComposePage::ComposePage(ServerControl &server, ShopState &shop, QWidget *parent)
    : QWidget(parent)
    , m_server(server)
    , m_message(new MessageBar(this))
    , m_fault(new FaultNote(server, *m_message, this))
    , m_firstStep(new FirstStep(shop, FirstStep::Lack::Account, this))
    , m_preview(new PreviewColumn(server, this))
{
    m_draftDelay.setSingleShot(true);
    m_draftDelay.setInterval(500);
    connect(&m_draftDelay, &QTimer::timeout, this, &ComposePage::writeDraft);
    connect(m_firstStep, &FirstStep::acted, this, &ComposePage::accountRequested);
    connect(m_message, &MessageBar::acted, this, &ComposePage::submit);
    connect(&m_server, &ServerControl::opened, this, [this] {
        setBusy(false);
        readCategories();
        showWhatItWillBe();
    });
    for (const int key : {Qt::Key_Return, Qt::Key_Enter}) {
        auto *shortcut = new QShortcut(QKeySequence(Qt::CTRL | key), this);
        shortcut->setContext(Qt::WidgetWithChildrenShortcut);
        connect(shortcut, &QShortcut::activated, this, &ComposePage::submit);
    }
}

void ComposePage::layOut(QLayout *form, QPushButton &submitButton)
{
    m_submit = &submitButton;
    connect(m_submit, &QPushButton::clicked, this, &ComposePage::submit);
    auto *columns = new QHBoxLayout;
    columns->setSpacing(32);
    columns->addLayout(form, 3);
    columns->addWidget(m_preview, 2);
    auto *whole = new QVBoxLayout(this);
    whole->setContentsMargins(24, 24, 24, 24);
    whole->setSpacing(16);
    whole->addWidget(m_message);
    whole->addWidget(m_firstStep);
    whole->addLayout(columns, 1);
}

void ComposePage::setTexts()
{
    m_submit->setToolTip(QKeySequence(Qt::CTRL | Qt::Key_Return).toString(QKeySequence::NativeText));
    setBusy(m_busy);
    showWhatItWillBe();
}

void ComposePage::takeEdit()
{
    showWhatItWillBe();
    keepDraft();
}

bool ComposePage::canSubmit() const
{
    return !m_busy && m_server.isOpen();
}

void ComposePage::beginSubmit()
{
    setBusy(true);
    m_fault->forget();
    m_message->clear();
}

void ComposePage::setBusy(bool busy)
{
    m_busy = busy;
    m_submit->setEnabled(canSubmit());
}

void ComposePage::readCategories()
{
    if (m_server.isOpen()) {
        m_server.reader().read(
            this, [](store::Store &store) { return store.categories().all(); },
            [this](const Result<QStringList> &categories) {
                if (categories) {
                    setCategories(*categories);
                }
            });
    }
}

void ComposePage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    readCategories();
    showWhatItWillBe();
}

} // namespace jarchi::gui
