// SPDX-License-Identifier: MIT
#pragma once

#include <QDialog>

namespace jarchi::widgets {

/// A dialog that gets higher when a sentence appears in it, such as what is wrong with a field. Qt's own constraints
/// ask for the least height of each part, and a label that wraps knows its height only by its width.
class GrowingDialog : public QDialog
{
    Q_OBJECT

public:
    using QDialog::QDialog;

protected:
    bool event(QEvent *event) override;
};

} // namespace jarchi::widgets
