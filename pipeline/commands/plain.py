# SPDX-License-Identifier: AGPL-3.0-or-later
"""``pariter plain``: the plain text beside a document: its skeleton, suggestions, check, and what was accepted."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

from pipeline import store
from pipeline.commands.loading import one_document
from pipeline.document.line_map import line_map
from pipeline.document.text import walk
from pipeline.editions import plain_path, read_plain
from pipeline.errors import InputError
from pipeline.loading import Loaded
from pipeline.model import Block, Finding, Outcome
from pipeline.plain.check import Checked, check
from pipeline.plain.measures.passages import passages
from pipeline.plain.report import report_data
from pipeline.plain.suggestions.accept import Accepted, accept, log_from_json, log_to_json, undo
from pipeline.plain.suggestions.placed import find, hard_sentences, not_written
from pipeline.plain.suggestions.skeleton import add_missing, init, renew
from pipeline.plain.suggestions.suggest import HardSentence, Suggestion, hardest
from pipeline.report.terminal import safe


def init_plain(path: Path) -> str:
    """Write the skeleton of ``plain.md``, or add the blocks that are missing in one that is there. Out: what was
    done, in one line. Nothing that a person wrote is changed."""
    loaded = one_document(path)
    document = loaded.document
    file = plain_path(document)
    if file.exists():
        text = _text(file)
        new = add_missing(document, read_plain(document), text)
        said = (
            f"{file}: blocks added for what is new."
            if new != text
            else f"{file}: every part of the original has its block."
        )
    else:
        text, new, said = "", init(document), f"{file}: written. Fill it in; docs/plain.md tells how."
    if new != text:
        store.write_file(file, new.encode())
    _keep_ids(loaded)
    return said


def check_plain(path: Path, *, as_json: bool) -> tuple[Finding, ...]:
    """Check ``plain.md`` and print what was found and measured; out: the findings."""
    loaded = one_document(path)
    document = loaded.document
    lines = line_map(loaded.source.text, document.source)
    checked = check(document, read_plain(document), loaded.settings, lines)
    if as_json:
        print(json.dumps(report_data(checked), ensure_ascii=False, indent=1))
    else:
        _say(checked, plain_path(document))
    return checked.findings


def _say(checked: Checked, file: Path) -> None:
    for found in checked.findings:
        kind = "needs a person" if found.outcome is Outcome.NEEDS_PERSON else found.severity.name.lower()
        place = f"{file}:{found.line}" if found.line else str(file)
        print(safe(f"{place}: {kind}: {found.rule}: {found.message}" + (f" Fix: {found.fix}" if found.fix else "")))
    data = report_data(checked)
    for gate in data["gates"]:
        print(f"{gate['outcome']}: {gate['gate']} {gate['reached']}, at most {gate['at most']}")
    for score in checked.measures.scores:
        if score.value is not None:
            bare = "" if score.without_names is None else f", without names {score.without_names}"
            print(f"{score.formula.name}: {score.value}{bare} ({score.formula.text})")
    if checked.not_looked_at:
        print(f"not looked at: {', '.join(checked.not_looked_at)}")


def suggest_plain(path: Path, *, most: int = 20) -> None:
    """Print the hardest sentences first, why they are hard, and what might be done: of what is written in ``plain.md``,
    then of the original of what is not."""
    loaded = one_document(path)
    document = loaded.document
    file = plain_path(document)
    left: list[tuple[Block, int]] = [(block, 0) for block in document.blocks]
    if file.exists():
        plain = read_plain(document)
        written, left = hard_sentences(plain, _text(file)), list(not_written(plain, document))
        for hard in written[:most]:
            _say_hard(f"{file}:{hard.line}", hard.sentence, hard.suggestions, keys=True)
        if left and not written:
            print(f"{file}: no sentence is written yet. These are the hardest of the original:")
        elif left:
            print(f"{file}: parts without text: {len(left)}. The hardest sentences of their original:")
    lines = line_map(loaded.source.text, document.source)
    at: dict[str, str] = {}
    for top, home in left:
        there = f" (for {file}:{home})" if home else ""
        at |= {one.id: f":{lines[one.pos.line]}{there}" for one in walk((top,)) if one.pos is not None}
    for sentence in hardest(passages(block for block, _ in left), document.meta.lang)[:most]:
        _say_hard(f"{document.path}{at.get(sentence.block, '')}", sentence, sentence.suggestions, keys=False)


def _say_hard(place: str, sentence: HardSentence, suggestions: Sequence[Suggestion], *, keys: bool) -> None:
    grade = "" if sentence.grade is None else f", grade {sentence.grade:g}"
    print(f"{place}: {sentence.words} words{grade}: {sentence.text}")
    for reason in sentence.reasons:
        print(f"  {reason}")
    for one in suggestions:
        key = f"{one.key}: " if keys else ""
        print(f"  {key}{one.before!r} → {one.after!r}: {one.reason}")


def accept_plain(path: Path, keys: Sequence[str]) -> None:
    """Put accepted suggestions into ``plain.md`` and log each of them."""
    document = one_document(path).document
    file = plain_path(document)
    plain, text = read_plain(document), _text(file)
    # From the end to the beginning, so that the places of the others hold.
    chosen = sorted((find(plain, text, key) for key in dict.fromkeys(keys)), key=lambda one: -one.start)
    log = list(_log(file))
    for one in chosen:
        text, entry = accept(text, one)
        log.append(entry)
        print(f"{file}: {one.before!r} → {one.after!r} ({one.rule}: {one.reason})")
    store.write_file(_log_path(file), log_to_json(log).encode())
    store.write_file(file, text.encode())


def undo_plain(path: Path, number: int = 1) -> None:
    """Take the last ``number`` accepted suggestions back, to the byte."""
    document = one_document(path).document
    file = plain_path(document)
    text, log = _text(file), list(_log(file))
    if len(log) < number or number < 1:
        raise InputError(f"{len(log)} suggestions were accepted.", "Ask for that many at most.", file=file)
    for _ in range(number):
        entry = log.pop()
        text = undo(text, entry)
        print(f"{file}: {entry.after!r} → {entry.before!r}")
    store.write_file(file, text.encode())
    store.write_file(_log_path(file), log_to_json(log).encode())


def renew_plain(path: Path, blocks: Sequence[str]) -> None:
    """Say that plain blocks fit what the original says now."""
    loaded = one_document(path)
    document = loaded.document
    file = plain_path(document)
    text = _text(file)
    for block in blocks:
        text = renew(document, read_plain(document), text, block)
    store.write_file(file, text.encode())
    _keep_ids(loaded)


def _keep_ids(loaded: Loaded) -> None:
    """Store the ids that ``plain.md`` names, so that they survive the next edit of the original."""
    if loaded.new_ids:
        store.write_file(loaded.task.ids, loaded.new_ids.encode())


def _text(file: Path) -> str:
    """The file with its line ends as they are."""
    try:
        return file.read_bytes().decode("utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"cannot be read: {error}.", "Let «pariter plain init» write it.", file=file) from None


def _log_path(file: Path) -> Path:
    return file.with_name(file.name.removesuffix(".md") + ".log.json")


def _log(file: Path) -> tuple[Accepted, ...]:
    path = _log_path(file)
    return log_from_json(_text(path), str(path)) if path.exists() else ()
