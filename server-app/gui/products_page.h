// SPDX-License-Identifier: MIT
#pragma once

#include "gui/product_changes.h"
#include "gui/products_model.h"

#include <QSettings>
#include <QTimer>
#include <QWidget>

class QLabel;
class QLineEdit;
class QPushButton;
class QStackedLayout;

namespace jarchi::widgets {
class EmptyState;
class MessageBar;
class Table;
} // namespace jarchi::widgets

namespace jarchi::gui {

class FaultNote;

/// All products: searched, imported, changed, deleted, and each with how many have its notification.
class ProductsPage : public QWidget
{
    Q_OBJECT

public:
    /// Both outlive this.
    ProductsPage(ServerControl &server, QSettings &settings, QWidget *parent = nullptr);
    ~ProductsPage() override;

    [[nodiscard]] QUndoStack &undoStack() { return m_changes.undoStack(); }
    [[nodiscard]] const ProductChanges &changes() const { return m_changes; }
    void refresh();
    void focusSearch();
    /// Asks for a file first.
    void chooseImport();
    void importFile(const QString &path);

Q_SIGNALS:
    /// There is nothing yet, and somebody wants to add the first one.
    void addRequested();

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void setTexts();
    void layOut();
    void showResult();
    void forgetReadFault();
    void enableButtons();
    void edit(int row);
    void openEditor(const catalog::StoredProduct &product, const QStringList &categories);
    void removeSelected();

    ServerControl &m_server;
    QSettings &m_settings;
    ProductsModel m_model;
    ProductChanges m_changes;
    QString m_readFault; ///< What was said when the list could not be read.
    widgets::MessageBar *m_message;
    FaultNote *m_fault;
    QLineEdit *m_search;
    QLabel *m_count;
    QPushButton *m_edit;
    QPushButton *m_remove;
    QPushButton *m_import;
    widgets::Table *m_table;
    widgets::EmptyState *m_noProducts;
    widgets::EmptyState *m_noMatches;
    QStackedLayout *m_stack = nullptr;
    QTimer m_searchDelay;
    QTimer m_lookAgain; ///< Deliveries go on, and other programs add products.
};

} // namespace jarchi::gui
