# SPDX-License-Identifier: AGPL-3.0-or-later
"""A document's artifacts as files under check, each with what it must hold and what its siblings hold."""

from __future__ import annotations

from collections.abc import Mapping

from pipeline import outline
from pipeline.checks.subject import Subject
from pipeline.errors import PariterError
from pipeline.model import Artifact, Format, Node, Outline, Role
from pipeline.outline.expected import expected
from pipeline.publication import Made


def subjects_of(made: Made) -> tuple[Subject, ...]:
    """One subject for each artifact that has a reader."""
    found: list[Subject] = []
    for edition in made.editions:
        mine = [a for a in made.artifacts if (a.lang, a.register) == (edition.lang, edition.register)]
        outlines = {artifact.file: _read(artifact) for artifact in mine}
        peers: Mapping[Format, Outline] = {artifact.format: outlines[artifact.file] for artifact in reversed(mine)}
        for artifact in mine:
            wanted = expected(edition, artifact.format)
            read = outlines[artifact.file]
            found.append(Subject(artifact.format, artifact.file, artifact.data, wanted, edition, read, peers))
    return tuple(found)


def _read(artifact: Artifact) -> Outline:
    """What a reader gets; a file that cannot be read gives nobody anything, which parity then says."""
    try:
        return outline.read(artifact.data, artifact.format)
    except PariterError as error:
        return Outline(artifact.format, Node(Role.DOCUMENT), problems=(error.one_line(),))
