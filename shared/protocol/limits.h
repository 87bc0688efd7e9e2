// SPDX-License-Identifier: MIT
#pragma once

#include <QtGlobal>

#include <chrono>

/// The numbers of the protocol, version 1. docs/protocol.md says what each is for.
namespace jarchi::protocol {

constexpr int Version = 1;
constexpr quint16 DefaultPort = 2019;

constexpr qsizetype LineBytesBeforeLogin = 4096; ///< The line feed included.
constexpr qsizetype LineBytes = 65536;           ///< The line feed included.
constexpr int JsonDepth = 8;                     ///< Objects and arrays inside each other, the outermost counted.
constexpr qsizetype RefCharacters = 64;
constexpr qsizetype TokenCharacters = 128; ///< Of a device token and of an epoch, which only a server makes.
constexpr qsizetype AckIds = 256;
constexpr int HistoryDefault = 50;
constexpr int HistoryMost = 200;
constexpr qsizetype Interests = 200; ///< In one set_interests or preview_interests.
constexpr int PreviewDaysDefault = 30;
constexpr int PreviewDaysMost = 90;
constexpr int PreviewItemsDefault = 20;
constexpr int PreviewItemsMost = 50;
constexpr int WrongRequests = 8; ///< The server closes after this many.

constexpr std::chrono::seconds HeartbeatSilence{30};
constexpr std::chrono::seconds HeartbeatGrace{10};
constexpr std::chrono::seconds LoginDeadline{10};
constexpr std::chrono::seconds LineDeadline{10};

} // namespace jarchi::protocol
