# SPDX-License-Identifier: AGPL-3.0-or-later
"""Whether a translation fits its document: same document, same units, same source, codes whole.

Each thing that does not fit is a MergeError that names the unit. Nothing is mended here.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from pipeline.document.language import is_tag
from pipeline.errors import MergeError
from pipeline.model import Document
from pipeline.translate.facts import TARGET
from pipeline.translate.leverage import as_pieces
from pipeline.translate.pieces import STATES, Bilingual, FileUnit, Piece
from pipeline.translate.tokens import CLOSE, OPEN, PLACE, TEXT
from pipeline.translate.unit import Unit


def check_file(document: Document, file: Bilingual, units: Mapping[str, Unit]) -> None:
    """The file as a whole: its languages and document, no unit twice, none foreign, none missing."""
    if file.source_lang.lower() != document.meta.lang.lower():
        raise _error(
            file, f"its source language is {file.source_lang or 'unknown'}, the document's {document.meta.lang}.",
            "Merge it into the document that it was made from.",
        )  # fmt: skip
    check_language(file)
    check_exported(file)
    known = [name for name in file.units if name in units]
    if (file.original and file.original != document.stem) or (file.units and not known):
        raise _error(
            file, f"it was made from another document ({file.original or 'unknown'}).",
            f"Merge it there, or export {document.stem} again.",
        )  # fmt: skip
    if file.twice:
        raise _error(file, f"unit {file.twice[0]} stands twice.", "Remove one of the two.", file.units[file.twice[0]])
    raise_all(_misfits(file, units))


def _misfits(file: Bilingual, units: Mapping[str, Unit]) -> Iterator[MergeError]:
    for name, unit in file.units.items():
        if name not in units:
            yield _error(file, f"unit {name} is not in the document.", "Export the document again.", unit)
        yield from _states(file, unit)
    for name, wanted in units.items():
        if wanted.translate and name not in file.units:
            yield _error(file, f"unit {name} is missing.", "Restore it from the exported file.")


def raise_all(misfits: Iterable[MergeError]) -> None:
    """Raise the first of them, with all others; nothing where there is none."""
    found = tuple(misfits)
    if found:
        found[0].others = found[1:]
        raise found[0]


def check_language(file: Bilingual) -> None:
    """The file says which language it is in."""
    if not is_tag(file.target_lang):
        said = f"its target language «{file.target_lang[:20]}» is none." if file.target_lang else ""
        what = said or "it has no target language."
        raise _error(file, what, "Set the target language in the translation tool.")


def check_exported(file: Bilingual) -> None:
    """The file is in the language for which it was exported, as far as it still says which that was."""
    wanted = file.meta.get(TARGET, "")
    if wanted and wanted.split("-")[0].lower() != file.target_lang.split("-")[0].lower():
        raise _error(
            file, f"it was exported to be translated into {wanted[:20]}, and says that it is in {file.target_lang}.",
            f"Set its target language to {wanted[:20]}, or export it for {file.target_lang} (--to {file.target_lang}).",
        )  # fmt: skip


def _states(file: Bilingual, unit: FileUnit) -> Iterator[MergeError]:
    """Each segment of a unit has a state that there is: what has another would be published by nobody's decision."""
    wrong = next((segment.state for segment in unit.segments if segment.state not in STATES), None)
    if wrong is not None:
        yield _error(
            file, f"unit {unit.id}: «{wrong[:40]}» is no state of a translation.",
            f"Set one of {', '.join(STATES)} in the translation tool.", unit,
        )  # fmt: skip


def check_source(file: Bilingual, unit: Unit, found: FileUnit) -> None:
    """The unit's source in the file is still what the document says."""
    if not same_source(unit, found):
        raise _error(
            file, f"unit {unit.id}: the source has changed since the file was exported, or was edited in it.",
            "Export again with the old file as memory (--from); unchanged segments keep their translation.", found,
        )  # fmt: skip


def same_source(unit: Unit, found: FileUnit) -> bool:
    """Whether the file's source of a unit is the document's, in whatever segments. White space between segments
    that a tool dropped is no change: XLIFF 1.2 has no place for it."""
    return _folded(as_pieces(unit.tokens)) == _folded(found.source)


def _folded(pieces: Sequence[Piece]) -> tuple[tuple[str, str], ...]:
    """Pieces by the codes' own ids, all white space left out."""
    found: list[tuple[str, str]] = []
    for piece in pieces:
        if piece.kind == TEXT:
            text = "".join(piece.text.split())
            if found and found[-1][0] == TEXT:
                found[-1] = (TEXT, found[-1][1] + text)
            elif text:
                found.append((TEXT, text))
        elif piece.kind in (OPEN, CLOSE, PLACE):
            found.append((piece.kind, piece.id))
    return tuple(found)


def check_codes(file: Bilingual, unit: Unit, target: Sequence[Piece], found: FileUnit) -> None:
    """Every code of the source once in the target, pairs nested, locked text untouched."""
    message = problem_of(unit, target)
    if message:
        it = "them" if " are missing" in message else "it"
        raise _error(file, f"unit {unit.id}: {message}.", f"Restore {it} from the source of the unit.", found)


def problem_of(unit: Unit, target: Sequence[Piece]) -> str:
    """What is wrong with a target's codes; empty when nothing is."""
    wanted = Counter((t.kind, t.code.id) for t in unit.tokens if t.code is not None)
    got = Counter((piece.kind, piece.id) for piece in target if piece.kind in (OPEN, CLOSE, PLACE))
    for key in got:
        if key not in wanted:
            known = any(key[1] == name for _, name in wanted)
            return f"code {key[1]} is damaged (it is a {key[0]} code)" if known else f"code {key[1]} is foreign"
    gone = [key for key in wanted if got[key] == 0]
    if gone:
        return _missing(gone)
    twice = next((key[1] for key, count in wanted.items() if got[key] > count), "")
    return f"code {twice} is duplicated" if twice else _nesting(target) or _locked(unit, target)


def _missing(gone: Sequence[tuple[str, str]]) -> str:
    """All codes that are missing; of a pair both tags, or the one."""
    kinds: dict[str, list[str]] = {}
    for kind, name in gone:
        kinds.setdefault(name, []).append(kind)
    tags = {name: "" if kind == [PLACE] or len(kind) > 1 else f" ({kind[0]} tag)" for name, kind in kinds.items()}
    if len(tags) == 1:
        (name, tag), = tags.items()
        return f"code {name} is missing{tag}"
    *others, last = (name + tag for name, tag in tags.items())
    return f"codes {', '.join(others)} and {last} are missing"


def _nesting(target: Sequence[Piece]) -> str:
    stack: list[str] = []
    for piece in target:
        if piece.kind == OPEN:
            stack.append(piece.id)
        elif piece.kind == CLOSE:
            if not stack or stack[-1] != piece.id:
                return f"code {piece.id} is closed where it is not open, or across another code"
            stack.pop()
    return f"code {stack[-1]} is not closed" if stack else ""


def _locked(unit: Unit, target: Sequence[Piece]) -> str:
    text = " ".join("".join(piece.text for piece in target if piece.kind == TEXT).split())
    wanted = Counter(
        " ".join(t.mark.piece_text.split()) for t in unit.tokens
        if t.kind == "lock" and t.mark is not None and t.mark.kind == "protected"
    )  # fmt: skip
    for words, count in wanted.items():
        if words and text.count(words) < count:
            return f"the text «{words}» must not be changed"
    return ""


def _error(file: Bilingual, what: str, remedy: str, unit: FileUnit | None = None) -> MergeError:
    return MergeError(what, remedy, file=file.file, line=unit.line if unit is not None else 0)


__all__ = ["check_codes", "check_file", "check_source", "problem_of", "raise_all", "same_source"]
