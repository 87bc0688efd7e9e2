#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Checks what no compiler does: the licence line of each source, and words that the project does without.

Reads the files' names from standard input, a line each, and prints what is wrong as FILE:LINE: WHY.
"""

import pathlib
import re
import sys

SOURCES = {".cpp", ".h", ".cmake", ".sh", ".py"}
SOURCE_NAMES = {"CMakeLists.txt", "dev", "run"}
CXX = {".cpp", ".h"}
LICENCE = "SPDX-License-Identifier: MIT"

# Written so that they do not find themselves here.
UNWANTED_IN_CXX = [
    (re.compile(r"\b(SIGNAL|SLOT)\s*\("), "connect with pointers to members: these are checked by the compiler"),
    (re.compile(r"\bQ[S]KIP\b"), "no test is skipped: make it run, or remove it"),
]
UNWANTED = [
    (re.compile(r"\b(TO[D]O|FIX[M]E|X{3})\b"), "do it now, or open an issue"),
]


def faults(path):
    lines = path.read_text(encoding="utf-8").splitlines()
    if not any(LICENCE in line for line in lines[:3]):
        yield 1, f"one of the first three lines must say: {LICENCE}"
    unwanted = UNWANTED + (UNWANTED_IN_CXX if path.suffix in CXX else [])
    for number, line in enumerate(lines, start=1):
        for pattern, why in unwanted:
            if pattern.search(line):
                yield number, f"{line.strip()}: {why}"


def is_source(path):
    return path.suffix in SOURCES or path.name in SOURCE_NAMES


def main():
    wrong = False
    for path in map(pathlib.Path, sys.stdin.read().splitlines()):
        # tests/data holds broken inputs on purpose.
        if not is_source(path) or path.parts[:2] == ("tests", "data") or not path.is_file():
            continue
        for number, why in faults(path):
            print(f"{path}:{number}: {why}")
            wrong = True
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
