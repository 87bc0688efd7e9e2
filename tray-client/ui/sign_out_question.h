// SPDX-License-Identifier: MIT
#pragma once

class QMessageBox;

namespace jarchi::client {
class Client;
}

namespace jarchi::ui {

/// Asks whether to sign out, and does it: in the menu of a tray one row is missed easily, and the way back needs the
/// password. Belongs to whoever asks for it; `client` outlives it. Main thread.
[[nodiscard]] QMessageBox *makeSignOutQuestion(client::Client &client);

} // namespace jarchi::ui
