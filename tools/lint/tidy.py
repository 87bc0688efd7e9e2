#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Runs clang-tidy over the project's sources, as many at once as there are cores.

usage: tidy.py BUILD_FOLDER

A source is skipped when it was clean before and nothing has changed since that its result depends on: itself, every
header that its compilation read (Ninja knows), its command line, the .clang-tidy files and clang-tidy itself. What was
clean is remembered in BUILD_FOLDER/tidy, one empty file for each source, named by a hash of all that.
"""

import concurrent.futures
import functools
import hashlib
import json
import os
import pathlib
import re
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
# Debian's g++ knows warnings that clang does not.
EXTRA_ARGUMENTS = ["--extra-arg=-Wno-unknown-warning-option"]


@functools.lru_cache(maxsize=None)
def hash_of_file(path):
    try:
        return hashlib.sha256(pathlib.Path(path).read_bytes()).hexdigest()
    except OSError:
        return "missing"


def headers_by_object(build):
    """What `ninja -t deps` says: "OBJECT: #deps N, …", then one indented dependency a line."""
    dependencies = {}
    current = []
    output = subprocess.run(["ninja", "-C", build, "-t", "deps"], check=True, capture_output=True, text=True).stdout
    for line in output.splitlines():
        if line.startswith("    "):
            current.append(os.path.join(build, line.strip()))
        elif ": #deps" in line:
            current = dependencies.setdefault(line.split(": #deps")[0], [])
    return dependencies


def sources(build):
    """The project's own sources, each once: (path, what its result depends on)."""
    headers = headers_by_object(build)
    settings = [subprocess.run(["clang-tidy", "--version"], check=True, capture_output=True, text=True).stdout]
    settings += EXTRA_ARGUMENTS
    settings += [f"{path} {hash_of_file(path)}" for path in [ROOT / ".clang-tidy", *sorted(ROOT.glob("*/.clang-tidy"))]]
    found = {}
    for entry in json.loads((build / "compile_commands.json").read_text(encoding="utf-8")):
        path = pathlib.Path(entry["file"])
        if path.is_relative_to(build) or not path.is_relative_to(ROOT):
            continue  # What the build generated.
        written = re.search(r" -o (\S+)", entry["command"])
        read = sorted(set(headers.get(written[1], []))) if written else []
        found[path] = settings + [entry["command"]] + [f"{name} {hash_of_file(name)}" for name in [str(path)] + read]
    return sorted(found.items())


def look_at(build, source):
    command = ["clang-tidy", "--quiet", "-p", build, *EXTRA_ARGUMENTS, source]
    result = subprocess.run(command, capture_output=True, text=True, stdin=subprocess.DEVNULL)
    return result.returncode == 0, result.stdout.strip() or result.stderr.strip()


def main():
    if len(sys.argv) != 2:
        print(__doc__, file=sys.stderr)
        return 2
    build = pathlib.Path(sys.argv[1]).resolve()
    stamps = build / "tidy"
    stamps.mkdir(exist_ok=True)

    everything = {path: stamps / (path.stem + "-" + hashlib.sha256("\n".join(key).encode()).hexdigest()[:32])
                  for path, key in sources(build)}
    for old in set(stamps.iterdir()) - set(everything.values()):
        old.unlink()
    waiting = [path for path, stamp in everything.items() if not stamp.exists()]
    print(f"{len(everything)} sources, {len(waiting)} of them to look at", flush=True)

    said = set()
    failed = []
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        results = {pool.submit(look_at, build, path): path for path in waiting}
        for future in concurrent.futures.as_completed(results):
            path = results[future]
            clean, output = future.result()
            if clean:
                everything[path].touch()
                continue
            failed.append(str(path.relative_to(ROOT)))
            # A fault in a header is reported with every source that includes it: once is enough.
            for report in re.split(r"\n(?=/\S+:\d+:\d+: (?:error|warning):)", output):
                if report not in said:
                    said.add(report)
                    print(report.replace(f"{ROOT}/", ""), flush=True)
    if failed:
        print("clang-tidy found faults in or through: " + " ".join(sorted(failed)))
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
