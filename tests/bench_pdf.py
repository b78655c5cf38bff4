# SPDX-License-Identifier: AGPL-3.0-or-later
"""``make bench-pdf``: what the tags of a PDF cost, and how the cost grows with the pages.

Documents of about 5, 50, 200 and 500 pages are made up (headings, contents, paragraphs with links and notes,
nested lists, tables, program text, quotations). Each is set tagged and untagged,
every time in a process of its own, the two in turn. *Untagged* is the same layout written by the engine itself
with its tagging off: its own bookmarks and links to headings, no tag tree of ours or of its own. Time is the processor
time of the process between the parsed document and the bytes, memory the most that was resident in that stretch; both
leave out the start of Python and of the engine. Ratios are medians of pairs.
"""

from __future__ import annotations

import argparse
import json
import math
import os
import platform
import resource
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[1]
SIZES = (5, 50, 200, 500)
PAGES_OF_A_SECTION = 1.26  # as it is set by the present style
GOALS = "goals: ratio at most 1.10, exponent 50 to 500 at most 1.05, memory of the tags at most 1 MiB a page"
WORDS = (
    *("river", "water", "level", "gauge", "bridge", "bank", "reed", "heron", "ferry", "lock", "mill", "weir", "stone"),
    *("winter", "flood", "meadow", "path", "report", "count", "sample", "season", "morning", "office", "worker"),
    *("valley", "village", "measure", "number", "mean", "change", "year", "station", "sluice", "map", "survey"),
    *("small", "early", "quiet", "northern", "heavy", "steady", "clear", "narrow", "wide", "common", "useful"),
)


def words(seed: int, count: int) -> str:
    """``count`` words, always the same for the same ``seed``."""
    found = []
    for _ in range(count):
        seed = (seed * 1103515245 + 12345) % 2**31
        found.append(WORDS[(seed >> 12) % len(WORDS)])
    return " ".join(found)


def sentences(seed: int, count: int) -> str:
    """``count`` sentences of 8 to 19 words."""
    return " ".join(words(seed + 7919 * i, 8 + (seed + 5 * i) % 12).capitalize() + "." for i in range(count))


def section(number: int) -> str:
    """One section of the document, about a page."""
    n = number * 101
    rows = "\n".join(
        f"| {words(n + 20 + row, 2)} | {(n * row) % 97} | {(n + row) % 89} | {words(n + 40 + row, 3)} |"
        for row in range(1, 6)
    )
    return f"""## Section {number}: {words(n, 4)} {{#s{number}}}

{sentences(n + 1, 4)} See [the {words(n + 2, 2)}](#s{max(1, number - 1)}) or
[the {words(n + 3, 3)}](https://example.org/river/{number}).[^n{number}] {sentences(n + 4, 2)} This is *{words(n, 2)}*
and **{words(n + 5, 2)}**, with `gauge_{number}` in it.

### {words(n + 6, 3).capitalize()}

- {sentences(n + 7, 1)}
- {sentences(n + 8, 2)}
  1. {words(n + 9, 6)}
  2. {words(n + 10, 9)}
- {words(n + 11, 5)}

: {words(n + 12, 4).capitalize()}

| Place | First | Second | Remark |
|:------|------:|-------:|--------|
{rows}

> {sentences(n + 13, 2)}

{sentences(n + 14, 4)}

```
level = read("{number}")
print(level)
```

[^n{number}]: {sentences(n + 15, 1)}

"""


def document(pages: int) -> str:
    """Markdown that fills about ``pages`` pages."""
    count = max(3, round(pages / PAGES_OF_A_SECTION))
    head = '---\ntitle: "The river and its gauges"\nlang: en\ndate: "2025-01-02"\n---\n\n'
    return head + "".join(section(number + 1) for number in range(count))


# --- in a process of its own --------------------------------------------------------------------------------


class _Written(Exception):
    def __init__(self, data: bytes) -> None:
        super().__init__()
        self.data = data


def _untagged(document: Any, *_: object, version: str, srgb: bool, **__: object) -> None:
    intent = {"output_intent": "srgb"} if srgb else {}
    raise _Written(document.write_pdf(pdf_tags=False, pdf_version=version, **intent))


def _prepared(text: str) -> Callable[[], bytes]:
    from pipeline.garbage import few_collections
    from pipeline.semantic import build
    from pipeline.writers.pdf import lay_out
    from pipeline.writers.resources import Resources
    from tests.make import edition

    made = edition(text)
    tree = build(made)

    def run() -> bytes:
        with few_collections():  # as in the flow
            try:
                return lay_out(tree, made, Resources(Path())).pdf
            except _Written as written:
                return written.data

    return run


def _resident(name: str) -> float:
    """``VmHWM`` (the most so far) or ``VmRSS`` (now) of this process in MiB; without /proc the most so far."""
    status = Path("/proc/self/status")
    if not status.is_file():
        most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        return most / (1024 * 1024 if platform.system() == "Darwin" else 1024)
    line = next(line for line in status.read_text("ascii").splitlines() if line.startswith(name))
    return int(line.split()[1]) / 1024


def _processor() -> float:
    used = resource.getrusage(resource.RUSAGE_SELF)
    return used.ru_utime + used.ru_stime


def child(pages: int, *, tagged: bool, keep: str) -> None:
    """Set one document and print what it took."""
    import pikepdf

    from pipeline.writers.pdf import seam

    if not tagged:
        seam.write = _untagged  # type: ignore[assignment]
    _prepared("# Start\n\nA word, *another*, `a third`.\n")()  # engine and fonts are loaded
    run = _prepared(document(pages))
    memory, time = _resident("VmRSS"), _processor()
    data = run()
    time, memory = _processor() - time, _resident("VmHWM") - memory
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "made.pdf"
        path.write_bytes(data)
        with pikepdf.open(path) as made:
            count = len(made.pages)
            if ("/StructTreeRoot" in made.Root) != tagged:
                raise SystemExit("the file is not what was to be measured")
    if keep:
        Path(keep).write_bytes(data)
    json.dump({"pages": count, "seconds": time, "memory": memory, "bytes": len(data)}, sys.stdout)


# --- the comparison ------------------------------------------------------------------------------------------


def _run(pages: int, tagged: bool) -> dict[str, float]:
    command = [sys.executable, "-m", "tests.bench_pdf", "--child", "tagged" if tagged else "untagged", str(pages)]
    environment = {**os.environ, "PYTHONHASHSEED": "0"}
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
    if done.returncode:
        raise SystemExit(f"{pages} pages could not be measured:\n{done.stderr}")
    found: dict[str, float] = json.loads(done.stdout)
    return found


def pairs(pages: int, count: int) -> Iterator[tuple[dict[str, float], dict[str, float]]]:
    """``count`` pairs of (tagged, untagged); which of the two comes first alternates."""
    for number in range(count):
        first = _run(pages, tagged=bool(number % 2))
        second = _run(pages, tagged=not number % 2)
        yield (first, second) if number % 2 else (second, first)


def exponent(small: dict[str, float], large: dict[str, float]) -> float:
    """The power of the number of pages with which the time grows."""
    return math.log(large["seconds"] / small["seconds"]) / math.log(large["pages"] / small["pages"])


def _median(found: list[dict[str, float]]) -> dict[str, float]:
    return {name: statistics.median(one[name] for one in found) for name in found[0]}


def measure(sizes: list[int], repeat: int) -> None:
    """Measure and print one line for each size, then how the cost grows."""
    columns = ("pages", "tagged s", "untagged s", "ratio", "lowest", "highest", "tagged MiB/p", "tags MiB/p", "KiB/p")
    sys.stdout.write(" ".join(f"{name:>12}" for name in columns) + "\n")
    known: dict[bool, list[dict[str, float]]] = {True: [], False: []}
    for size in sizes:
        found = list(pairs(size, repeat if size < 200 else max(2, repeat // 2)))
        with_tags, without = (_median([pair[i] for pair in found]) for i in (0, 1))
        known[True].append(with_tags)
        known[False].append(without)
        ratios = sorted(tagged["seconds"] / untagged["seconds"] for tagged, untagged in found)
        pages = with_tags["pages"]
        row = (with_tags["seconds"], without["seconds"], statistics.median(ratios), ratios[0], ratios[-1],
               with_tags["memory"] / pages, (with_tags["memory"] - without["memory"]) / pages,
               with_tags["bytes"] / 1024 / pages)  # fmt: skip
        sys.stdout.write(f"{pages:12.0f} " + " ".join(f"{value:12.3f}" for value in row) + "\n")
        sys.stdout.flush()
    for tagged, name in ((True, "tagged"), (False, "untagged")):
        for small, large in zip(known[tagged], known[tagged][1:], strict=False):
            value = exponent(small, large)
            sys.stdout.write(f"{name}: {small['pages']:.0f} to {large['pages']:.0f} pages, exponent {value:.3f}\n")
        if len(sizes) > 2:
            value = exponent(known[tagged][1], known[tagged][-1])
            sys.stdout.write(f"{name}: {known[tagged][1]['pages']:.0f} to {known[tagged][-1]['pages']:.0f} pages, "
                             f"exponent {value:.3f}\n")  # fmt: skip
    sys.stdout.write(GOALS + "\n")


def instructions(pages: int) -> None:
    """Count the instructions of both under Valgrind, which no other work of the machine can disturb. The count
    of a document of three sections is taken off: the start of Python and of the engine."""
    counts = {}
    for tagged in (True, False):
        kind = "tagged" if tagged else "untagged"
        taken = []
        for size in (1, pages):
            with tempfile.TemporaryDirectory() as folder:
                command = ["valgrind", "--tool=callgrind", f"--callgrind-out-file={folder}/out"]
                done = subprocess.run([*command, sys.executable, "-m", "tests.bench_pdf", "--child", kind, str(size)],
                                      cwd=ROOT, env={**os.environ, "PYTHONHASHSEED": "0"}, capture_output=True,
                                      text=True, check=False)  # fmt: skip
            told = [line for line in done.stderr.splitlines() if "Collected" in line]
            if done.returncode or not told:
                raise SystemExit(f"Valgrind counted nothing:\n{done.stderr[-2000:]}")
            taken.append(int(told[0].split()[-1]))
        counts[tagged] = taken[1] - taken[0]
    sys.stdout.write(f"{pages} pages: {counts[True]} instructions tagged, {counts[False]} untagged, "
                     f"ratio {counts[True] / counts[False]:.4f}\n")  # fmt: skip


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("sizes", nargs="*", type=int, default=list(SIZES), help="pages, about")
    parser.add_argument("--repeat", type=int, default=7, help="pairs of each size (half as many from 200 pages)")
    parser.add_argument("--count", action="store_true", help="count instructions under Valgrind instead (slow)")
    parser.add_argument("--child", choices=["tagged", "untagged"], help="measure one in this process")
    parser.add_argument("--keep", default="", help="with --child: write the file here")
    options = parser.parse_args()
    if options.child:
        child(options.sizes[0], tagged=options.child == "tagged", keep=options.keep)
    elif options.count:
        for size in options.sizes:
            instructions(size)
    else:
        measure(options.sizes, options.repeat)


if __name__ == "__main__":
    main()
