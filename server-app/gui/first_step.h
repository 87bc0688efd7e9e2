// SPDX-License-Identifier: MIT
#pragma once

#include "widgets/message_bar.h"

namespace jarchi::gui {

class ShopState;

/// What a page says while the shop has nobody to tell, or nothing to tell of: what to do first, and the button that
/// does it. There as long as its cause is, and cannot be closed. Owned by its page; main thread.
class FirstStep : public widgets::MessageBar
{
    Q_OBJECT

public:
    enum class Lack {
        Account, ///< Whatever is sent, nobody gets it.
        Interest ///< There are accounts, but no category yet that they could be interested in.
    };

    /// `shop` outlives this.
    FirstStep(ShopState &shop, Lack lack, QWidget *parent);

private:
    void showStep();

    ShopState &m_shop;
    const Lack m_lack;
};

} // namespace jarchi::gui
