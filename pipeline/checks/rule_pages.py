# SPDX-License-Identifier: AGPL-3.0-or-later
"""The documentation of the rules, made from the rules: one page each, and a list of all.

    python -m pipeline.checks.rule_pages docs/rules

A test keeps the pages in step with the rules.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

from pipeline.checks.engine import all_rules
from pipeline.checks.rule import Rule

GENERATED = "<!-- Made by python -m pipeline.checks.rule_pages; change the rule, not this page. -->"


def pages() -> dict[str, str]:
    """The text of each page by its file name."""
    rules = all_rules()
    found = {f"{rule.id}.md": _page(rule) for rule in rules}
    found["README.md"] = "\n".join(_list(rules)) + "\n"
    return found


def _page(rule: Rule) -> str:
    title, _, rest = rule.docs.strip().partition("\n")
    facts = [
        f"- Rule: `{rule.id}` ({rule.severity.name.lower()})",
        f"- Looks at: {', '.join(sorted(format.value for format in rule.looks))}",
        f"- Standards: {', '.join(rule.clauses) or 'none; our own opinion'}",
    ]
    if rule.question:
        facts.append(f"- For a person: {rule.question}")
    facts.append(f"- Its tests: {len(rule.good)} good and {len(rule.bad)} bad examples in its file")
    return f"{GENERATED}\n\n# {title.rstrip('.')}\n\n" + "\n".join(facts) + f"\n\n{rest.strip()}\n"


def _list(rules: tuple[Rule, ...]) -> Iterator[str]:
    yield GENERATED
    yield ""
    yield "# Rules"
    yield ""
    yield f"{len(rules)} rules of our own. `pariter explain RULE` prints the same pages."
    yield ""
    yield "| rule | what it guards | formats | severity |"
    yield "|---|---|---|---|"
    for rule in rules:
        formats = " ".join(sorted(format.value for format in rule.looks))
        yield f"| [{rule.id}]({rule.id}.md) | {rule.title} | {formats} | {rule.severity.name.lower()} |"


def write(folder: Path) -> None:
    """Write all pages, and remove those of rules that are gone."""
    folder.mkdir(parents=True, exist_ok=True)
    made = pages()
    for path in sorted(folder.glob("*.md")):
        if path.name not in made and GENERATED in path.read_text("utf-8"):
            path.unlink()
    for name, text in made.items():
        (folder / name).write_text(text, "utf-8")


if __name__ == "__main__":
    write(Path(sys.argv[1] if len(sys.argv) > 1 else "docs/rules"))
