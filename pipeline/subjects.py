# SPDX-License-Identifier: AGPL-3.0-or-later
"""A document's artifacts as files under check, each with what it must hold and what its siblings hold."""

from __future__ import annotations

from pipeline.checks.subject import Subject
from pipeline.errors import PariterError
from pipeline.model import Format, Node, Outline, Register, Role
from pipeline.outline.companions import is_plain_page
from pipeline.outline.expected import expected
from pipeline.publication import Made


def subjects_of(made: Made) -> tuple[Subject, ...]:
    """One subject for each artifact that has a reader."""
    found: list[Subject] = []
    whole = (one for one in made.editions if one.register is Register.ORIGINAL)
    originals = {True: next((one for one in whole if one.lang == (one.original_lang or one.lang)), None)}
    for edition in made.editions:
        mine = [
            (artifact, artifact.format)
            for artifact in made.artifacts
            if (artifact.lang, artifact.register) == (edition.lang, edition.register) and artifact.format is not None
        ]
        peers: dict[Format, Outline] = {}
        for artifact, format in mine:
            # The page in plain language holds two texts side by side; its own rules compare them.
            paired = format is Format.HTML and is_plain_page(artifact.data)
            wanted = None if paired else expected(edition, format)
            subject = Subject(
                format, artifact.file, artifact.data, wanted, edition, peers=peers, original=originals.get(paired)
            )
            peers.setdefault(format, _read(subject))
            found.append(subject)
    return tuple(found)


def _read(subject: Subject) -> Outline:
    """What a reader gets; a file that cannot be read gives nobody anything, which parity then says."""
    try:
        return subject.outline
    except PariterError as error:
        nothing = Outline(subject.format, Node(Role.DOCUMENT), problems=(error.one_line(),))
        subject.__dict__["outline"] = nothing
        return nothing
