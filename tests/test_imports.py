# SPDX-License-Identifier: AGPL-3.0-or-later
"""Imports go one way, and the checks distrust the writers."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

PIPELINE = Path(__file__).parent.parent / "pipeline"
# From the one that knows nothing of the others to the one that knows all.
ORDER = (
    "model", "errors", "garbage", "naming", "companions", "settings", "labels", "speech", "tools", "clean", "document",
    "plain",
    "translate", "editions", "semantic", "writers", "outline", "checks", "report", "jobs", "manifest", "store",
    "publication", "loading", "subjects", "indexes", "translations", "handover", "flow", "commands", "cli", "__main__",
)  # fmt: skip

# The rooms inside a room that has many, in the same order; what stands beside them in its folder is free.
INNER = {
    "clean": (
        "reading", "characters", "pages", "tables", "notes", "lists", "paragraphs", "headings", "listings", "reports",
    ),
    "plain": (
        "lexicon", "text", "numbers", "statements", "facts", "authored", "measures", "suggestions", "guard",
    ),
}  # fmt: skip


def modules() -> list[Path]:
    return sorted(path for path in PIPELINE.rglob("*.py") if "selftest" not in path.parts)


def room(path: Path) -> str:
    return path.relative_to(PIPELINE).parts[0].removesuffix(".py")


def imported(path: Path) -> set[str]:
    """The rooms that a module imports, wherever in it."""
    return {name.split(".")[1] for name in named(path)}


def named(path: Path) -> set[str]:
    """The modules of ours that a module imports, wherever in it."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            names = [f"{node.module}.{alias.name}" for alias in node.names]
        else:
            continue
        found |= {name for name in names if name.startswith("pipeline.")}
    return found


@pytest.mark.parametrize("path", modules(), ids=lambda path: str(path.relative_to(PIPELINE)))
def test_imports_go_one_way(path: Path) -> None:
    here = room(path)
    if here == "__init__":
        return
    assert here in ORDER, f"where in the order does {here} stand?"
    for other in imported(path):
        assert other in ORDER, f"{path} imports {other}, which has no place in the order"
        assert ORDER.index(other) <= ORDER.index(here), f"{path} imports {other}, which comes after {here}"


@pytest.mark.parametrize("name", INNER)
def test_imports_go_one_way_between_inner_rooms(name: str) -> None:
    order = INNER[name]
    folders = {path.name for path in (PIPELINE / name).iterdir() if (path / "__init__.py").exists()}
    assert folders == set(order)
    for path in (PIPELINE / name).rglob("*/*.py"):
        here = path.relative_to(PIPELINE / name).parts[0]
        for other in {one.split(".")[2] for one in named(path) if one.startswith(f"pipeline.{name}.")} & folders:
            assert order.index(other) <= order.index(here), f"{path} imports {other}, which comes after {here}"


@pytest.mark.parametrize("name", ["outline", "checks"])
def test_checks_never_import_writers(name: str) -> None:
    for path in (PIPELINE / name).rglob("*.py"):
        assert not imported(path) & {"writers", "semantic"}, path


def test_model_and_errors_import_nothing_of_ours() -> None:
    assert all(imported(path) <= {"model"} for path in (PIPELINE / "model").glob("*.py"))
    assert not imported(PIPELINE / "errors.py")


ENGINES = {"weasyprint", "pikepdf", "playa", "wordfreq", "jpype", "ebooklib", "pysbd", "PIL", "ziamath", "distributed"}


@pytest.mark.parametrize(
    "name", ["cli/__init__.py", "__main__.py", "flow.py", "publication.py", "store.py", "jobs/__init__.py"]
)
def test_engines_are_imported_where_they_are_used(name: str) -> None:
    tree = ast.parse((PIPELINE / name).read_text("utf-8"))
    top = [node for node in tree.body if isinstance(node, ast.Import | ast.ImportFrom)]
    names = {(node.module or "") if isinstance(node, ast.ImportFrom) else node.names[0].name for node in top}
    assert not {name.split(".")[0] for name in names} & ENGINES
