# SPDX-License-Identifier: AGPL-3.0-or-later
"""A document's artifacts as files under check, each with what it must hold and what its siblings hold."""

from __future__ import annotations

from pipeline.checks.subject import Subject
from pipeline.editions import in_file
from pipeline.errors import PariterError
from pipeline.model import Edition, Format, Node, Outline, Role
from pipeline.outline.companions import is_plain_page
from pipeline.outline.expected import expected
from pipeline.outline.expected.sides import Side, expected_sides
from pipeline.plain.authored.edition import PlainEdition
from pipeline.publication import Made


def subjects_of(made: Made) -> tuple[Subject, ...]:
    """One subject for each artifact that has a reader."""
    found: list[Subject] = []
    for edition in made.editions:
        mine = [
            (artifact, artifact.format)
            for artifact in made.artifacts
            if (artifact.lang, artifact.register) == (edition.lang, edition.register) and artifact.format is not None
        ]
        peers: dict[Format, Outline] = {}
        for artifact, format in mine:
            # The page in plain language holds two texts side by side, which are compared each by itself.
            paired = format is Format.HTML and is_plain_page(artifact.data)
            held = in_file(edition, format)
            wanted = None if paired else expected(held, format)
            sides = sides_of(edition) if paired else ()
            subject = Subject(format, artifact.file, artifact.data, wanted, held, peers=peers, wanted_sides=sides)
            peers.setdefault(format, _read(subject))
            found.append(subject)
    return tuple(found)


def sides_of(edition: Edition) -> tuple[Side, ...]:
    """What the page in plain language of an edition, or of an original with reading aids, must give its reader."""
    if isinstance(edition, PlainEdition):
        return expected_sides(edition, edition.beside, edition.text)
    return expected_sides(edition, edition, None)


def _read(subject: Subject) -> Outline:
    """What a reader gets; a file that cannot be read gives nobody anything, which parity then says."""
    try:
        return subject.outline
    except PariterError as error:
        nothing = Outline(subject.format, Node(Role.DOCUMENT), problems=(error.one_line(),))
        subject.__dict__["outline"] = nothing
        return nothing
