# SPDX-License-Identifier: AGPL-3.0-or-later
"""The pages of ``docs/coverage``: each standard, clause by clause, with who decides it in each format."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from pipeline.checks.coverage import (
    READ,
    Criterion,
    Deciders,
    conditions,
    criteria,
    deciders,
    epub_requirement,
    rules_for,
    standard,
)
from pipeline.model import Format

NAMES = {Format.HTML: "HTML", Format.EPUB: "EPUB", Format.PDF: "PDF"}
MADE = "<!-- Made by «make docs» from rules and checks/standards: do not edit. -->\n"
CHECKPOINTS = (
    "Real content is tagged", "Role mapping", "Flickering", "Colour and contrast", "Sound", "Metadata", "Dictionary",
    "Text recognition", "Appropriate tags", "Characters", "Languages", "Stretched characters", "Graphics", "Headings",
    "Tables", "Lists", "Mathematics", "Running heads and feet", "Notes and references", "Layers", "Embedded files",
    "Article threads", "Signatures", "Forms on paper", "XFA", "Security", "Navigation", "Annotations", "Actions",
    "XObjects", "Fonts",
)  # fmt: skip


def pages() -> dict[str, str]:
    """Every page by file name."""
    made = {
        "wcag.md": _wcag(), "matterhorn.md": _matterhorn(), "epub-a11y.md": _epub(), "en-301-549.md": _en(),
    }  # fmt: skip
    return {"README.md": _index(), **made}


def _index() -> str:
    lines = [
        "# Who checks what",
        MADE,
        "For each clause of the standards: which rule of ours or which reference validator decides it in which "
        "format, or what a person has to be asked. “In part” means that machines find some faults and that the rest "
        "is for a person: no machine result here is a statement of conformance.",
        "",
        "The target (WCAG 2.1 or 2.2; level A, AA or AAA) is chosen in `document.yaml` (`wcag`, `level`). These pages "
        "show WCAG 2.2 with all levels.",
        "",
        "| Standard | Clauses | Decided by machines alone | Machines in part, then a person | A person alone |",
        "|---|---|---|---|---|",
        _count_row("[WCAG 2.2, A and AA](wcag.md)", [_kind(c) for c in criteria("2.2", "AA")]),
        _count_row("[WCAG 2.2, AAA](wcag.md)", [_kind(c) for c in criteria("2.2", "AAA") if c.level == "AAA"]),
        _count_row("[Matterhorn Protocol 1.1 (PDF/UA-1)](matterhorn.md)", [_condition_kind(n) for n in _tested()]),
        _count_row("[EPUB Accessibility 1.1](epub-a11y.md)", [_epub_kind(name) for name in standard("epub_a11y")]),
        _count_row("[EN 301 549 V3.2.1, clauses 9 and 10](en-301-549.md)", [kind for _, kind in _en_kinds()]),
        "",
    ]
    return "\n".join(lines)


def _tested() -> list[str]:
    return [number for number, data in standard("matterhorn").items() if data["how"] != "none"]


def _count_row(name: str, kinds: list[str]) -> str:
    counts = (kinds.count(kind) for kind in ("machine", "part", "person"))
    return f"| {name} | {len(kinds)} | {' | '.join(str(count) for count in counts)} |"


def _kind(criterion: Criterion) -> str:
    if criterion.machine == "all":
        return "machine"
    looked = any(deciders(criterion.number, format) for format in READ)
    return "part" if looked else "person"


def _condition_kind(number: str) -> str:
    data = standard("matterhorn")[number]
    found = conditions(number)
    if data["how"] == "machine":
        return "machine" if found else "person"
    return "part" if found else "person"


def _epub_kind(name: str) -> str:
    found, data = epub_requirement(name), standard("epub_a11y")[name]
    return "machine" if found and not data["question"] else "part" if found else "person"


def _who(found: Deciders) -> str:
    parts = [*(_rule(rule) for rule in found.rules), *found.validators]
    return "; ".join(parts)


def _rule(rule: str) -> str:
    return f"rule [{rule}](../rules/{rule}.md)"


def _wcag() -> str:
    lines = [
        "# WCAG 2.2", MADE,
        "Every success criterion, with the levels that `document.yaml` can ask for. WCAG 2.1 has the same criteria "
        "without those marked “new in 2.2”, and 4.1.1. Numbers after veraPDF are tests of its profiles: 5 to 7 of "
        "PDF/UA-1, 8 of PDF/UA-2.",
    ]  # fmt: skip
    for criterion in criteria("2.2", "AAA"):
        new = ", new in 2.2" if standard("wcag")[criterion.number]["since"] == "2.2" else ""
        lines += ["", f"## {criterion.number} {criterion.name} (level {criterion.level}{new})", ""]
        lines += [f"- {line}" for line in _criterion(criterion)]
    return "\n".join(lines) + "\n"


def _criterion(criterion: Criterion) -> Iterator[str]:
    for format in READ:
        found = deciders(criterion.number, format)
        if not found:
            yield f"{NAMES[format]}: a person decides."
        else:
            part = "" if criterion.machine == "all" else "In part: "
            yield f"{NAMES[format]}: {part}{_who(found)}."
    if criterion.about:
        yield f"Matters only where there are {criterion.about}." if criterion.about.endswith("s") else (
            f"Matters only where there is {criterion.about}."
        )
    if criterion.question:
        yield f"Ask a person: {criterion.question}"


def _matterhorn() -> str:
    data = standard("matterhorn")
    lines = ["# Matterhorn Protocol 1.1", MADE]
    how = [entry["how"] for entry in data.values()]
    lines.append(
        f"{len(how)} failure conditions of PDF/UA-1: {how.count('machine')} that machines can decide, "
        f"{how.count('person')} for a person, {how.count('none')} without a test of their own. Names like 7.1-9 are "
        "tests of veraPDF's PDF/UA-1 profile; page-validation judges PDF/UA-1 as a whole beside it."
    )
    for checkpoint, title in enumerate(CHECKPOINTS, 1):
        lines += ["", f"## Checkpoint {checkpoint:02}: {title}", ""]
        lines += [f"- {_condition(n, data[n])}" for n in data if n.startswith(f"{checkpoint:02}-")]
    return "\n".join(lines) + "\n"


def _condition(number: str, data: Mapping[str, Any]) -> str:
    head = f"**{number}** (PDF/UA-1 {data['clause']}): {data['fault']}"
    if data["how"] == "none":
        return f"{head} No test of its own."
    found = _who(conditions(number))
    question = f" Ask a person: {data['question']}" if data.get("question") else ""
    if data["how"] == "person":
        return f"{head}{f' In part: {found}.' if found else ''}{question}"
    return f"{head} {f'Decided by {found}.' if found else 'No machine that we run decides it.'}{question}"


def _epub() -> str:
    lines = ["# EPUB Accessibility 1.1", MADE, "Every requirement of the Recommendation of 25 May 2023."]
    for name, data in standard("epub_a11y").items():
        found, part = epub_requirement(name), "In part: " if data["question"] else ""
        lines += ["", f"## {name}", "", f"- {data['word'].capitalize()}: {data['asks']}"]
        lines.append(f"- {part}{_who(found)}." if found else "- A person decides.")
        lines += [f"- Ask a person: {data['question']}"] if data["question"] else []
    return "\n".join(lines) + "\n"


def _en_kinds() -> list[tuple[str, str]]:
    """Each clause with its kind: those of WCAG under 9 and 10, and those beyond it."""
    data = standard("en301549")
    kinds = [(f"{part}.{c.number}", c, part) for part in (9, 10) for c in criteria(data["wcag"], "AA")]
    found = [(clause, _en_kind(c, part)) for clause, c, part in kinds if clause not in data["void"]]
    own = ((clause, "machine" if not entry["question"] else "person") for clause, entry in data["own"].items())
    return [*found, *own]


def _en_kind(criterion: Criterion, part: int) -> str:
    formats = (Format.HTML,) if part == 9 else (Format.EPUB, Format.PDF)
    if criterion.machine == "all":
        return "machine"
    return "part" if any(deciders(criterion.number, format) for format in formats) else "person"


def _en() -> str:
    data = standard("en301549")
    lines = [
        f"# EN 301 549 {data['version']}: clauses 9 and 10", MADE,
        f"Clause 9 is for web pages (our HTML), clause 10 for other documents (PDF and EPUB). Both repeat WCAG "
        f"{data['wcag']}, levels A and AA, under their own numbers; [WCAG](wcag.md) says more about each.",
    ]  # fmt: skip
    for part, formats in ((9, (Format.HTML,)), (10, (Format.EPUB, Format.PDF))):
        lines += ["", f"## Clause {part}", ""]
        for criterion in criteria(data["wcag"], "AA"):
            clause = f"{part}.{criterion.number}"
            if clause in data["void"]:
                lines.append(f"- **{clause}** {criterion.name}: void in this standard.")
                continue
            told = ". ".join(_en_cell(criterion, format) for format in formats)
            ask = f" Ask a person: {criterion.question}" if criterion.question else ""
            lines.append(f"- **{clause}** {criterion.name}. {told}.{ask}")
    lines += ["", "## Clauses beyond WCAG", ""]
    for clause, entry in data["own"].items():
        rules = {f: rules_for(entry["rules"], f) for f in READ} if "rules" in entry else {}
        told = ". ".join(
            f"{NAMES[f]}: {', '.join(_rule(rule) for rule in found)}" for f, found in rules.items() if found
        )
        ask = f" Ask a person: {entry['question']}" if entry["question"] else ""
        lines.append(f"- **{clause}** {entry['title']}.{f' {told}.' if told else ''}{ask}")
    return "\n".join(lines) + "\n"


def _en_cell(criterion: Criterion, format: Format) -> str:
    found = deciders(criterion.number, format)
    part = "" if criterion.machine == "all" else "in part "
    return f"{NAMES[format]}: {part}{_who(found)}" if found else f"{NAMES[format]}: a person decides"


def main(folder: Path | None = None) -> None:
    """Write the pages; by default into ``docs/coverage`` of this project."""
    target = folder or Path(__file__).resolve().parents[2] / "docs" / "coverage"
    target.mkdir(parents=True, exist_ok=True)
    for name, text in pages().items():
        (target / name).write_text(text, encoding="utf-8")
        sys.stdout.write(f"{target / name}\n")


if __name__ == "__main__":
    main()
