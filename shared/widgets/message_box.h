// SPDX-License-Identifier: MIT
#pragma once

class QMessageBox;

namespace jarchi::widgets {

/// Gives the text below the first line the width that a sentence needs: Qt would break it into a narrow column. The
/// first line begins where the window's language does. To be called once, when both texts are set.
void widen(QMessageBox &box);

} // namespace jarchi::widgets
