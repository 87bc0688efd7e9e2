// SPDX-License-Identifier: MIT
#include "people/password_hasher.h"

#include "base/text_rules.h"

#include <QCoreApplication>

#include <sodium.h>

#include <array>

using namespace Qt::StringLiterals;

namespace jarchi::people {

namespace {

class Words
{
    JARCHI_DECLARE_SENTENCES(Account)
};

void initialise()
{
    // Safe to call again and from several threads; without it libsodium's random numbers are not ready.
    [[maybe_unused]] static const int ready = sodium_init();
    Q_ASSERT(ready >= 0);
}

Result<QByteArray> hashBytes(const QByteArray &password)
{
    initialise();
    std::array<char, crypto_pwhash_STRBYTES> hash{};
    if (crypto_pwhash_str_alg(hash.data(), password.constData(), static_cast<unsigned long long>(password.size()),
                              HashPasses, HashMemory, crypto_pwhash_ALG_ARGON2ID13) != 0) {
        return failure(Error::Kind::Broken,
                       Words::tr("There is too little memory to hash a password (19 MiB are needed)."));
    }
    return QByteArray(hash.data());
}

} // namespace

Result<QByteArray> validatedPassword(const QString &password)
{
    const QByteArray bytes = password.toUtf8();
    if (bytes.isEmpty()) {
        return refused(Words::tr("The password is empty."));
    }
    if (bytes.size() > limits::PasswordBytes) {
        return refused(Words::tr("The password is longer than %L1 bytes.").arg(limits::PasswordBytes));
    }
    if (bytes.contains('\0')) {
        return refused(Words::tr("The password has a NUL character in it."));
    }
    return bytes;
}

Result<QByteArray> hashPassword(const QString &password)
{
    return validatedPassword(password).and_then(hashBytes);
}

bool verifyPassword(const QByteArray &hash, const QString &password)
{
    initialise();
    const QByteArray bytes = password.toUtf8();
    // The text form is read as a C string: its NUL is QByteArray's own.
    return crypto_pwhash_str_verify(hash.constData(), bytes.constData(),
                                    static_cast<unsigned long long>(bytes.size())) == 0;
}

const QByteArray &dummyHash()
{
    static const QByteArray hash = [] {
        initialise();
        QByteArray secret(32, Qt::Uninitialized);
        randombytes_buf(secret.data(), static_cast<std::size_t>(secret.size()));
        return hashBytes(secret).value_or(QByteArray());
    }();
    return hash;
}

} // namespace jarchi::people
