// SPDX-License-Identifier: MIT
#pragma once

#include "client/client.h"

#include <QDialog>

namespace jarchi::ui {

/// What one wants to hear of: categories, keywords, highest prices; and, while one edits, what the last month would
/// have brought. Main thread.
class InterestsDialog : public QDialog
{
    Q_OBJECT

public:
    /// `client` outlives this.
    explicit InterestsDialog(client::Client &client, QWidget *parent = nullptr);
};

} // namespace jarchi::ui
