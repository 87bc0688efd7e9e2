// SPDX-License-Identifier: MIT
#pragma once

#include "base/error.h"
#include "catalog/product.h"
#include "gui/compose_page.h"
#include "store/product_repository.h"

#include <QSettings>

class QPushButton;

namespace jarchi::gui {

class ProductForm;

/// The page that the window exists for: a product is typed, seen as the balloon it will be, and added.
class AddProductPage : public ComposePage
{
    Q_OBJECT

public:
    /// All of them outlive this.
    AddProductPage(ServerControl &server, ShopState &shop, QSettings &settings, QWidget *parent = nullptr);
    ~AddProductPage() override;

    void focusFirst();

Q_SIGNALS:
    void added();

private:
    void setTexts() override;
    void showWhatItWillBe() override;
    void setCategories(const QStringList &categories) override;
    void submit() override;
    void finish(const catalog::Product &product, const Result<store::ProductAdded> &outcome);
    void setBusy(bool busy) override;
    void readDraft();
    void writeDraft() override;

    QSettings &m_settings;
    ProductForm *m_form;
    QPushButton *m_add;
    QPushButton *m_clear;
};

} // namespace jarchi::gui
