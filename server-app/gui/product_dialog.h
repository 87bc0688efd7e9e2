// SPDX-License-Identifier: MIT
#pragma once

#include "catalog/product.h"

#include <QDialog>

namespace jarchi::gui {

class ProductForm;

/// Changes one product. accepted() comes with a product that is valid.
class ProductDialog : public QDialog
{
    Q_OBJECT

public:
    ProductDialog(const catalog::StoredProduct &product, const QStringList &categories, QWidget *parent);

    [[nodiscard]] const catalog::StoredProduct &before() const { return m_before; }
    /// After accepted().
    [[nodiscard]] const catalog::StoredProduct &after() const { return m_after; }

    void accept() override;

private:
    const catalog::StoredProduct m_before;
    catalog::StoredProduct m_after;
    ProductForm *m_form;
};

} // namespace jarchi::gui
