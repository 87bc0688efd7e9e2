// SPDX-License-Identifier: MIT
#pragma once

#include "base/error.h"
#include "catalog/product.h"
#include "store/product_repository.h"

#include <QSettings>
#include <QTimer>
#include <QWidget>

class QPushButton;

namespace jarchi::widgets {
class MessageBar;
} // namespace jarchi::widgets

namespace jarchi::gui {

class FaultNote;
class FirstStep;
class PreviewColumn;
class ProductForm;
class ServerControl;
class ShopState;

/// The page that the window exists for: a product is typed, seen as the balloon it will be, and added. What is typed
/// and not added yet survives closing the window.
class AddProductPage : public QWidget
{
    Q_OBJECT

public:
    /// All of them outlive this.
    AddProductPage(ServerControl &server, ShopState &shop, QSettings &settings, QWidget *parent = nullptr);
    ~AddProductPage() override;

    void focusFirst();

Q_SIGNALS:
    void added();
    /// There is nobody yet who could receive anything.
    void accountRequested();

protected:
    void showEvent(QShowEvent *event) override;

private:
    void layOut();
    void showWhatItWillBe();
    void readCategories();
    void submit();
    void finish(const catalog::Product &product, const Result<store::ProductAdded> &outcome);
    void setBusy(bool busy);
    void readDraft();
    void writeDraft();

    ServerControl &m_server;
    QSettings &m_settings;
    widgets::MessageBar *m_message;
    FaultNote *m_fault;
    FirstStep *m_firstStep;
    ProductForm *m_form;
    QPushButton *m_add;
    QPushButton *m_clear;
    PreviewColumn *m_preview;
    QTimer m_draftDelay;
    bool m_busy = false;
};

} // namespace jarchi::gui
