// SPDX-License-Identifier: MIT
#include "gui/product_dialog.h"

#include "gui/product_form.h"
#include "widgets/colours.h"
#include "widgets/text_label.h"
#include "widgets/translated.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QPushButton>
#include <QShortcut>
#include <QVBoxLayout>

namespace jarchi::gui {

using namespace Qt::StringLiterals;
using namespace widgets;

ProductDialog::ProductDialog(const catalog::StoredProduct &product, const QStringList &categories, QWidget *parent)
    : QDialog(parent)
    , m_before(product)
    , m_after(product)
    , m_form(new ProductForm(this))
{
    setObjectName(u"productDialog"_s);
    setMinimumSize(520, 460);
    auto *note = new TextLabel(this);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Save | QDialogButtonBox::Cancel, this);
    translated(this, [this, note, buttons] {
        setWindowTitle(tr("Change a product"));
        note->setText(tr("Notifications that were delivered already stay as they were. Whoever has not got this one "
                         "yet will get it as it is after the change."));
        buttons->button(QDialogButtonBox::Save)->setText(tr("&Save"));
        buttons->button(QDialogButtonBox::Cancel)->setText(tr("Cancel"));
    });
    QPalette quiet = note->palette();
    quiet.setColor(QPalette::WindowText, colour(Tone::Quiet, palette()));
    note->setPalette(quiet);

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(24, 24, 24, 16);
    column->setSpacing(16);
    column->addWidget(m_form, 1);
    column->addWidget(note);
    column->addWidget(buttons);
    m_form->setCategories(categories);
    m_form->setProduct(product.product);
    m_form->focusFirst();
    auto *save = new QShortcut(QKeySequence(Qt::CTRL | Qt::Key_Return), this);
    connect(save, &QShortcut::activated, this, &ProductDialog::accept);
    connect(buttons, &QDialogButtonBox::accepted, this, &ProductDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &ProductDialog::reject);
}

void ProductDialog::accept()
{
    if (const auto product = m_form->submit()) {
        m_after.product = *product;
        QDialog::accept();
    }
}

} // namespace jarchi::gui
