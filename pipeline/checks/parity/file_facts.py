# SPDX-License-Identifier: AGPL-3.0-or-later
"""What a translation file says of itself as a whole, against its document."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.checks.parity.units import units_of
from pipeline.checks.subject import Subject
from pipeline.checks.web.tags import primary
from pipeline.translate.facts import facts

NAMES = {"source-digest": "version of the text", "source-title": "title", "words": "number of words",
         "segments": "number of segments"}  # fmt: skip
XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


def file_facts(subject: Subject) -> Iterator[str]:
    """A message for each thing that the file says and the document does not."""
    sides = units_of(subject)
    file, document = sides.file, sides.document
    if file.original and file.original != document.stem:
        yield f"The file was made from another document: «{file.original[:60]}», not «{document.stem[:60]}»."
    for name, own in facts(document, tuple(sides.wanted.values())):
        said = file.meta.get(name, "")
        if said and " ".join(said.split()) != " ".join(own.split()):
            yield f"The {NAMES[name]} is «{said[:60]}» in the file; in the document it is «{own[:60]}»."
    said = file.meta.get("target-language", "")
    if said and file.target_lang and primary(said) != primary(file.target_lang):
        yield f"The file says that it was made for {said[:20]}; its targets are said to be in {file.target_lang[:20]}."
    yield from _region(subject, file.target_lang)
    for element in subject.xml.iter("{*}file"):
        said = str(element.get("srcDir", ""))
        if said and said != document.meta.dir:
            yield f"The file says srcDir {said[:20]}; the document runs {document.meta.dir}."
        pre = any(unit.role == "fixed" and "\n" in unit.text for unit in sides.wanted.values())
        if pre and element.get(XML_SPACE) != "preserve":
            yield "The file does not say that white space is kept (xml:space), and it has lines of code."


def _region(subject: Subject, target: str) -> Iterator[str]:
    """A target language of another region or script than the edition that the document asks for."""
    asked = {lang for lang, _ in subject.edition.siblings} if subject.edition is not None and target else set()
    same = sorted(lang for lang in asked if primary(lang) == primary(target))
    if same and target.lower() not in {lang.lower() for lang in same}:
        yield f"The targets are in {target[:20]}; the document asks for {', '.join(same)[:40]}."
