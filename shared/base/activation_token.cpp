// SPDX-License-Identifier: MIT
#include "base/activation_token.h"

#include <algorithm>

namespace jarchi {

namespace {

// https://wayland.app/protocols/xdg-activation-v1
constexpr const char *Variable = "XDG_ACTIVATION_TOKEN";

} // namespace

ActivationToken::ActivationToken(const QByteArray &token)
    : m_isGiven(isValid(token))
{
    if (m_isGiven) {
        qputenv(Variable, token);
    }
}

ActivationToken::~ActivationToken()
{
    // It is good for once, and an old one would only be refused.
    if (m_isGiven) {
        qunsetenv(Variable);
    }
}

bool ActivationToken::isValid(QByteArrayView token)
{
    return !token.isEmpty() && token.size() <= MostBytes &&
           std::all_of(token.begin(), token.end(), [](char letter) { return letter > ' ' && letter <= '~'; });
}

QByteArray ActivationToken::ofThisStart()
{
    const QByteArray token = qgetenv(Variable);
    return isValid(token) ? token : QByteArray();
}

} // namespace jarchi
