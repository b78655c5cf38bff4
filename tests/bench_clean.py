# SPDX-License-Identifier: AGPL-3.0-or-later
"""``make bench-clean``: measure cleaning on the pairs of clean and extracted text, by extractor.

The scorer is the one that stands beside the pairs; it is imported, never copied. Prints one table for the
repairs made of themselves and one with all proposals accepted, then what cleaning does to clean text.
"""

from __future__ import annotations

import argparse
import collections
import importlib.util
import os
import re
import sys
import tempfile
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from types import ModuleType

CORPUS = Path(__file__).parents[2] / "shared" / "corpora" / "clean"
PROPOSALS = 0.5
COLUMNS = [
    "blockF1",
    "headF1",
    "paraF1",
    "itemF1",
    "rowF1",
    "noteF1",
    "headFound",
    "lvlAcc",
    "numAcc",
    "segF1",
    "joinP",
    "joinR",
    "wordR",
    "wordP",
    "lost‰",
    "inv‰",
    "junkLeft",
]


def scorer(root: Path) -> ModuleType:
    """The scorer that belongs to the pairs."""
    os.environ.setdefault("SCORE_CACHE", str(Path(tempfile.gettempdir()) / "pariter-score-cache"))
    spec = importlib.util.spec_from_file_location("score", root / "score.py")
    if spec is None or spec.loader is None:
        raise SystemExit(f"{root / 'score.py'} is missing: nothing was measured")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def measure(job: tuple[Path, Path, str, float | None]) -> tuple[str, collections.Counter[str]]:
    """The scorer's counts for one extracted text, cleaned here and now."""
    root, dirty, language, threshold = job
    from pipeline.clean import clean

    module = scorer(root)
    text = dirty.read_text(encoding="utf-8", errors="replace")
    truth = dirty.parents[1] / "clean" / (dirty.name.split(".")[0] + ".md")
    result = (
        text
        if threshold is not None and threshold > 1
        else clean(text, lang=language, threshold=threshold).text
    )
    if keep := os.environ.get("BENCH_KEEP"):
        (Path(keep) / dirty.name).write_text(result, encoding="utf-8")
    return dirty.name, module.score(text, truth.read_text(encoding="utf-8"), result)


def language_of(name: str) -> str:
    """The language that the name of a pair tells; the rest is English."""
    return name[:2] if name[:3] in {"ar-", "de-", "es-", "fr-", "pt-", "zh-"} else "en"


def table(title: str, module: ModuleType, counts: dict[str, collections.Counter[str]], *, files: bool) -> None:
    """Print the scorer's measures by extractor."""
    by: dict[str, collections.Counter[str]] = collections.defaultdict(collections.Counter)
    for name, count in counts.items():
        by[name.split(".")[2]].update(count)
        by["ALL"].update(count)
    sys.stdout.write(f"\n{title}\n{'':<34}" + " ".join(f"{name:>8}" for name in COLUMNS) + "\n")
    rows = [*(counts.items() if files else ()), *sorted(by.items(), key=lambda row: (row[0] == "ALL", row[0]))]
    for name, count in rows:
        found = module.metrics(count)
        sys.stdout.write(f"{name:<34}" + " ".join(f"{found[column]:8.3f}" for column in COLUMNS) + "\n")


def false_repairs(part: Path) -> None:
    """Print what cleaning changes in texts that are clean."""
    from pipeline.clean import clean

    total = 0
    for path in sorted((part / "clean").glob("*.md")):
        for repair in clean(path.read_text(encoding="utf-8"), lang=language_of(path.name)).repairs:
            total += 1
            sys.stdout.write(
                f"  {path.name}:{repair.line} {repair.rule} {repair.before!r} -> {repair.after!r}\n"
            )
    sys.stdout.write(f"{total} repairs made in {len(list((part / 'clean').glob('*.md')))} clean texts\n")


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--root", type=Path, default=CORPUS)
    parser.add_argument("--part", default="dev")
    parser.add_argument("--only", default="", help="a regular expression on file names")
    parser.add_argument("--files", action="store_true", help="print each file too")
    parser.add_argument("--mode", choices=["both", "made", "proposals", "identity"], default="both")
    parser.add_argument("-j", type=int, default=2)
    options = parser.parse_args()
    part = options.root / options.part
    if not part.is_dir():
        raise SystemExit(f"{part} is missing: nothing was measured")
    module = scorer(options.root)
    modes = {"made": None, "proposals": PROPOSALS, "identity": 2.0}
    chosen = ["made", "proposals"] if options.mode == "both" else [options.mode]
    files = [path for path in sorted((part / "dirty").glob("*.md")) if re.search(options.only, path.name)]
    for mode in chosen:
        jobs = [(options.root, path, language_of(path.name), modes[mode]) for path in files]
        with ProcessPoolExecutor(options.j) as pool:
            table(mode, module, dict(pool.map(measure, jobs, chunksize=4)), files=options.files)
    false_repairs(part)


if __name__ == "__main__":
    main()
