// SPDX-License-Identifier: MIT
#include "people/hash_batch.h"

#include "people/password_hasher.h"

#include <QThreadPool>

namespace jarchi::people {

std::vector<Result<QByteArray>> hashPasswords(const QStringList &passwords)
{
    std::vector<Result<QByteArray>> hashes(static_cast<std::size_t>(passwords.size()), QByteArray());
    QThreadPool pool;
    for (std::size_t index = 0; index < hashes.size(); ++index) {
        const QString &password = passwords.at(static_cast<qsizetype>(index));
        if (!password.isEmpty()) {
            // Each writes to its own element of a vector that no longer grows.
            pool.start([&hash = hashes.at(index), password] { hash = hashPassword(password); });
        }
    }
    pool.waitForDone();
    return hashes;
}

} // namespace jarchi::people
