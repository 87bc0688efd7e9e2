// SPDX-License-Identifier: MIT
#include "gui/first_step.h"

#include "gui/shop_state.h"

namespace jarchi::gui {

using namespace Qt::StringLiterals;
using namespace widgets;

FirstStep::FirstStep(ShopState &shop, Lack lack, QWidget *parent)
    : MessageBar(parent)
    , m_shop(shop)
    , m_lack(lack)
{
    setObjectName(u"firstStep"_s);
    setClosable(false);
    connect(&m_shop, &ShopState::changed, this, &FirstStep::showStep);
    connect(this, &MessageBar::acted, this, &FirstStep::showStep); // Somebody may think better of it.
    showStep();
}

void FirstStep::showStep()
{
    if (m_lack == Lack::Account && m_shop.lacksAccounts()) {
        say(
            Tone::Accent, [] { return tr("Nobody can receive this yet, because there is no account."); },
            [] { return tr("Add an acc&ount…"); });
    } else if (m_lack == Lack::Interest && !m_shop.lacksAccounts() && m_shop.lacksCategories()) {
        say(
            Tone::Accent,
            [] { return tr("There is nothing to be interested in yet: the first product brings its category."); },
            [] { return tr("Add a pr&oduct"); });
    } else {
        clear();
    }
}

} // namespace jarchi::gui
