# SPDX-License-Identifier: AGPL-3.0-or-later
"""Apply repairs as splices, prove that no word is lost, and keep a log from which each can be undone."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field

from pipeline.clean.fix import Edit, Fix, Rule
from pipeline.clean.pieces import Pieces, shifted
from pipeline.clean.reading.letters import letters
from pipeline.clean.reading.scan import Scan
from pipeline.model import Cleaned, Repair, Splice

THRESHOLD = 0.9
ROUNDS = 6
_CONTEXT = 24


@dataclass(frozen=True, slots=True)
class Wishes:
    """What the owner of the text wants: rules by name ("running-heads") or by place ("running-heads:12")."""

    refuse: frozenset[str]
    force: frozenset[str]
    threshold: float

    def makes(self, rule: str, line: int, confidence: float) -> bool | None:
        """Whether a fix is made; None when it is refused and not even to be proposed."""
        place = f"{rule}:{line}"
        if place in self.refuse or (rule in self.refuse and place not in self.force):
            return None
        return place in self.force or rule in self.force or confidence >= self.threshold


@dataclass
class _Run:
    """The text on its way through the repairs: only this file changes it, and nobody else sees it."""

    original: str
    lang: str
    wishes: Wishes
    title: str = ""
    text: str = ""
    pages: tuple[int, ...] = ()
    close: tuple[int, ...] = ()
    made: list[Repair] = field(default_factory=list)
    proposals: dict[tuple[str, int, int, str], Repair] = field(default_factory=dict)
    notices: dict[tuple[str, int, int, str], Repair] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.text = self.original
        self.pieces = Pieces.whole(len(self.original))
        self.line_starts = _line_starts(self.original)
        self.scan = Scan(self.text, self.lang, title=self.title)

    def round(self, rules: Iterable[Rule]) -> bool:
        """Let each rule look once; whether any changed the text."""
        self.proposals.clear()
        self.notices.clear()
        changed = 0
        for rule in rules:
            changed += self._apply(rule)
        return changed > 0

    def _apply(self, rule: Rule) -> bool:
        wanted: list[tuple[Fix, Repair]] = []
        busy: list[tuple[int, int]] = []
        for fix in sorted(rule.find(self.scan), key=lambda fix: (fix.start, -fix.confidence)):
            repair = self._repair(rule.name, fix)
            makes = self.wishes.makes(rule.name, repair.line, fix.confidence)
            if makes is None:
                continue
            key = (rule.name, repair.start, repair.end, repair.after or repair.reason)
            if not fix.edits:
                self.notices[key] = repair
            elif problem := _harm(self.text, fix):
                self.notices[key] = _with(repair, reason=f"{repair.reason} Not made: {problem}.", made=False)
            elif not makes:
                self.proposals[key] = _with(repair, made=False)
            elif _free(fix, busy):
                wanted.append((fix, repair))
        return bool(wanted) and self._make(rule, wanted)

    def _make(self, rule: Rule, wanted: Sequence[tuple[Fix, Repair]]) -> bool:
        edits = sorted(
            (edit for fix, _ in wanted for edit in fix.edits), key=lambda edit: (edit.start, edit.end)
        )
        text = _spliced(self.text, edits)
        if problem := _stream_changed(self.text, text, [fix for fix, _ in wanted]):
            for _, repair in wanted:
                self.notices[rule.name, repair.start, repair.end, problem] = _with(
                    repair, reason=f"{repair.reason} Not made: {problem}.", made=False
                )
            return False
        turns = _Turns(edits)
        for fix, repair in wanted:
            self.made.append(_with(repair, splices=turns.take(self.text, fix.edits)))
        breaks = [fix.start for fix, _ in wanted if fix.page]
        self.pages = shifted(sorted({*self.pages, *breaks}), edits)
        self.close = shifted(sorted({*self.close, *(fix.start for fix, _ in wanted if fix.close)}), edits)
        self.pieces = self.pieces.after(edits)
        self.text = text
        self.scan = Scan(text, self.lang, self.pages, self.close, self.title, self.pieces.kept, self.original)
        return True

    def _repair(self, rule: str, fix: Fix) -> Repair:
        first = min(fix.edits, key=lambda edit: edit.start, default=None)
        start, end, now = (first.start, first.end, first.now) if first else (*fix.place, "")
        if first:
            start, end, now = self._readable(start, end, now)
        begin, stop = self.pieces.origin(start, end)
        before = self.original[begin:stop]
        seen = begin + (len(before) - len(before.lstrip()) if before.strip() else 0)
        return Repair(
            rule,
            bisect_right(self.line_starts, seen),
            begin,
            stop,
            before,
            now if first else before,
            fix.reason,
            round(fix.confidence, 3),
            made=bool(fix.edits),
            deleted=fix.deleted,
            moved=fix.moved,
        )

    def _readable(self, start: int, end: int, now: str) -> tuple[int, int, str]:
        """A change of a few signs is quoted with the words around it, where those stand as they came."""
        if end - start > _CONTEXT:
            return start, end, now
        text = self.text
        left = start
        while left > 0 and start - left < _CONTEXT and text[left - 1] not in "\r\n":
            left -= 1
        while left < start and left > 0 and not text[left - 1].isspace():
            left += 1
        right = end
        while right < len(text) and right - end < _CONTEXT and text[right] not in "\r\n":
            right += 1
        while right > end and right < len(text) and not text[right].isspace():
            right -= 1
        if not self.pieces.kept(left, start):
            left = start
        if not self.pieces.kept(end, right):
            right = end
        return left, right, text[left:start] + now + text[end:right]


def run(text: str, rules: Sequence[Rule], lang: str, wishes: Wishes, title: str = "") -> Cleaned:
    """Let all rules look, again and again until nothing changes: so cleaning twice changes nothing. ``title`` is what
    the settings name the text."""
    state = _Run(text, lang, wishes, title)
    for _ in range(ROUNDS):
        if not state.round(rules):
            break
    return Cleaned(
        state.text,
        tuple(state.made),
        tuple(sorted(state.proposals.values(), key=_place)),
        tuple(sorted(state.notices.values(), key=_place)),
    )


def _place(repair: Repair) -> tuple[int, int, str]:
    return repair.start, repair.end, repair.rule


def _with(
    repair: Repair, *, reason: str | None = None, made: bool | None = None, splices: tuple[Splice, ...] = ()
) -> Repair:
    return Repair(
        repair.rule,
        repair.line,
        repair.start,
        repair.end,
        repair.before,
        repair.after,
        repair.reason if reason is None else reason,
        repair.confidence,
        repair.made if made is None else made,
        repair.deleted,
        repair.moved,
        splices or repair.splices,
    )


def _line_starts(text: str) -> list[int]:
    return [line.start for line in Scan(text).bare] or [0]


def _free(fix: Fix, busy: list[tuple[int, int]]) -> bool:
    """Whether the fix touches nothing that another of this pass changes; then its place is taken."""
    for edit in fix.edits:
        index = bisect_right(busy, (edit.start, edit.end))
        twice = (
            edit.start < edit.end or not fix.moved
        )  # moved texts may be put in one place, one after the other
        if index and (busy[index - 1][1] > edit.start or (twice and busy[index - 1] == (edit.start, edit.end))):
            return False
        if index < len(busy) and busy[index][0] < edit.end:
            return False
    for edit in fix.edits:
        busy.insert(bisect_right(busy, (edit.start, edit.end)), (edit.start, edit.end))
    return True


def _spliced(text: str, edits: Sequence[Edit]) -> str:
    parts: list[str] = []
    cursor = 0
    for edit in edits:
        parts += (text[cursor : edit.start], edit.now)
        cursor = edit.end
    parts.append(text[cursor:])
    return "".join(parts)


class _Turns:
    """Places of edits as they are when the log is replayed one edit after the other (a Fenwick tree of how
    much the text has grown before each place)."""

    def __init__(self, edits: Sequence[Edit]) -> None:
        self.rank = {id(edit): index for index, edit in enumerate(edits, start=1)}
        self.tree = [0] * (len(edits) + 1)

    def take(self, text: str, edits: Sequence[Edit]) -> tuple[Splice, ...]:
        """The splices of one repair, whose turn it is."""
        result = []
        for edit in sorted(edits, key=lambda edit: edit.start):
            rank, shift = self.rank[id(edit)], 0
            index = rank
            while index:
                shift += self.tree[index]
                index &= index - 1
            result.append(Splice(edit.start + shift, text[edit.start : edit.end], edit.now))
            grown = len(edit.now) - (edit.end - edit.start)
            while rank < len(self.tree):
                self.tree[rank] += grown
                rank += rank & -rank
        return tuple(result)


def _harm(text: str, fix: Fix) -> str:
    """What a fix would do to the words; empty when it does them no harm."""
    ordered = sorted(fix.edits, key=lambda edit: edit.start)
    was = "".join(text[edit.start : edit.end] for edit in ordered)
    now = "".join(edit.now for edit in ordered)
    if fix.recoded:
        return "" if _reads_back(was, now) else "it does not read back as it was"
    return (
        "" if _same(letters(was), letters(now), fix.deleted, in_order=not fix.moved) else "words would change"
    )


def _reads_back(was: str, now: str) -> bool:
    """Whether ``was`` is ``now`` read in a one-byte encoding: then nothing of it is lost."""
    import ftfy.bad_codecs  # noqa: F401  (registers the codecs)

    for codec in ("sloppy-windows-1252", "latin-1", "sloppy-windows-1250", "sloppy-windows-1251", "macroman"):
        try:
            if now.encode("utf-8").decode(codec) == was:
                return True
        except UnicodeError:
            continue
    return False


def _same(was: str, now: str, deleted: str, *, in_order: bool) -> bool:
    if not deleted and in_order:
        return was == now
    gone = Counter(letters(deleted))
    return Counter(was) == Counter(now) + gone


def _stream_changed(before: str, after: str, fixes: Sequence[Fix]) -> str:
    """Compare the letters of the whole text, whatever the fixes say of themselves."""
    if any(fix.recoded for fix in fixes):
        return ""  # proved one by one, by going back
    deleted = "\n".join(fix.deleted for fix in fixes)
    ordered = not any(fix.moved for fix in fixes)
    same = _same(letters(before), letters(after), deleted, in_order=ordered)
    return "" if same else "the letters of the text would change"


def wishes(refuse: Collection[str], force: Collection[str], threshold: float | None) -> Wishes:
    """The wishes from the parameters of ``clean``."""
    return Wishes(frozenset(refuse), frozenset(force), THRESHOLD if threshold is None else threshold)
