#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Checks the translations: every text is in them, finished, and has kept its placeholders and its mnemonic.

usage: translations.py [FOLDER]   (translations, unless said otherwise)
"""

import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as xml

PLACEHOLDER = re.compile(r"%L?(\d{1,2}|n)")
MNEMONIC = re.compile(r"&(?!&)(\S)")
ENTITY = re.compile(r"&(amp|lt|gt|quot|apos|nbsp|#\d+);")


def placeholders(text):
    return sorted(PLACEHOLDER.findall(text))


def mnemonics(text):
    return len(MNEMONIC.findall(ENTITY.sub("", text.replace("&&", ""))))


def faults_of_form(source, text, is_last_form):
    """What is wrong with one form of a translation; a language's first forms may spell the number out."""
    wanted = placeholders(source)
    if not is_last_form and "n" not in placeholders(text):
        wanted = [each for each in wanted if each != "n"]
    if placeholders(text) != wanted:
        yield f"has the placeholders {placeholders(text)}, and the text has {wanted}"
    if mnemonics(text) != mnemonics(source):
        yield "a mnemonic (&) was lost or added"
    if source.strip() and (source[0].isspace() != text[0].isspace() or source[-1].isspace() != text[-1].isspace()):
        yield "white space at the beginning or the end differs"
    if source.endswith("…") != text.endswith("…"):
        yield "the dots at the end say that a dialog follows, and must be in both or none"


def faults_of_message(message):
    source = message.findtext("source")
    translation = message.find("translation")
    kind = translation.get("type")
    if kind:
        yield f"is {kind}"
        return
    forms = [form.text or "" for form in translation.findall("numerusform")] or [translation.text or ""]
    if not all(forms):
        yield "is empty"
        return
    for form in forms:
        yield from faults_of_form(source, form, form is forms[-1])


def faults(path):
    for context in xml.parse(path).getroot().iter("context"):
        for message in context.iter("message"):
            for fault in faults_of_message(message):
                text = message.findtext("source")
                yield f"{path}: {context.findtext('name')}: “{text[:60]}”: {fault}"


def extracted_again(folder):
    """The names of those files that would change if the texts were taken from the sources now."""
    with tempfile.TemporaryDirectory() as copies:
        for path in folder.glob("*.ts"):
            shutil.copy(path, copies)
        subprocess.run(["tools/translate.sh", copies], check=True)
        return [path.name for path in sorted(folder.glob("*.ts"))
                if path.read_bytes() != (pathlib.Path(copies) / path.name).read_bytes()]


def main():
    folder = pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else "translations")
    wrong = [fault for path in sorted(folder.glob("*.ts")) for fault in faults(path)]
    for name in extracted_again(folder):
        wrong.append(f"{folder / name}: not what the sources say; ./dev translate takes their texts over")
    print("\n".join(wrong), end="\n" if wrong else "")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
