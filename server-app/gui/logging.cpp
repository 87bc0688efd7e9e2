// SPDX-License-Identifier: MIT
#include "gui/logging.h"

namespace jarchi::gui {

Q_LOGGING_CATEGORY(guiLog, "jarchi.gui", QtInfoMsg)

const char *logWords(const Error &error)
{
    switch (error.kind) {
    case Error::Kind::WrongUsage:
    case Error::Kind::Refused:
        return "refused";
    case Error::Kind::NotFound:
        return "it is not there";
    case Error::Kind::Conflict:
        return "in use, or in conflict with what is there";
    case Error::Kind::Unavailable:
        return "the database is locked by another program, or its disk is full";
    case Error::Kind::Broken:
        break;
    }
    return "the database or its disk is damaged";
}

} // namespace jarchi::gui
