# SPDX-License-Identifier: AGPL-3.0-or-later
"""``make bench-checks``: what our own rules cost beside what making costs, in CPU seconds.

Each document is made and checked in the same process: once fresh (with all that must be imported) and then warm,
the median of several. Then what each rule costs, and what the looks cost that rules share.

    python -m tests.bench_checks [PATH…] [--languages fr,ar] [--formats pdf,epub] [--times 5] [--each]
"""

from __future__ import annotations

import argparse
import resource
import statistics
import subprocess
import sys
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

from pipeline import flow
from pipeline.checks.engine import all_rules, ask
from pipeline.publication import Made, Options, find_tasks
from pipeline.subjects import subjects_of

SEEDS = Path(__file__).parents[1] / "seeds"
FOUR = ("pdf", "epub", "html", "xliff")


def cpu() -> float:
    """CPU seconds so far: of this process and of the children that have ended."""
    children = resource.getrusage(resource.RUSAGE_CHILDREN)
    return time.process_time() + children.ru_utime + children.ru_stime


def cost(work: Callable[[], Any]) -> tuple[float, Any]:
    """CPU seconds of a piece of work, and what it gave."""
    start = cpu()
    result = work()
    return cpu() - start, result


def measure(path: Path, options: Options, times: int) -> tuple[list[tuple[float, float]], Made]:
    """Making and checking one document, as often as asked; the first time is the fresh one."""
    task = find_tasks([path])[0]
    rows = []
    for _ in range(times + 1):
        making, made = cost(partial(flow.make, task, options))
        checking, _ = cost(partial(flow.examine, made))
        rows.append((making, checking))
    return rows, made


def shares(rows: list[tuple[float, float]]) -> Iterator[str]:
    """One line for the fresh time, one for the median of the others."""
    yield line("fresh", *rows[0])
    if rows[1:]:
        yield line("warm", *(statistics.median(column) for column in zip(*rows[1:], strict=True)))


def line(name: str, making: float, checking: float) -> str:
    """Making, checking, and the share of the second in the first."""
    return f"  {name:6} making {making:6.2f} s   checking {checking:6.2f} s   {checking / making:6.1%}"


def by_rule(made: Made, times: int) -> Iterator[str]:
    """What each rule and each shared look costs, the dearest first, in milliseconds (medians)."""
    spent: dict[str, list[float]] = defaultdict(list)
    for _ in range(times):
        seconds, subjects = cost(partial(subjects_of, made))
        once = {"(reading back and expecting)": seconds}
        for subject in subjects:
            for rule in all_rules():
                if subject.format in rule.looks:
                    seconds, _ = cost(partial(ask, rule, subject))
                    name = f"{rule.id} {subject.format}"
                    once[name] = once.get(name, 0.0) + seconds
        for name, seconds in once.items():
            spent[name].append(seconds)
    rows = sorted(((statistics.median(each), name) for name, each in spent.items()), reverse=True)
    for seconds, name in rows[:30]:
        if seconds:
            yield f"  {seconds * 1000:8.0f} ms  {name}"


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("paths", nargs="*", type=Path, default=[SEEDS])
    parser.add_argument("--languages", default="")
    parser.add_argument("--formats", default=",".join(FOUR))
    parser.add_argument("--times", type=int, default=5)
    parser.add_argument("--each", action="store_true", help="what each rule costs")
    given = parser.parse_args()
    tasks = find_tasks(given.paths)
    if len(tasks) > 1:  # a process for each, so that each has a fresh time
        flags = [f"--languages={given.languages}", f"--formats={given.formats}", f"--times={given.times}"]
        for task in tasks:
            more = ["--each"] if given.each else []
            subprocess.run([sys.executable, "-m", "tests.bench_checks", str(task.path), *flags, *more], check=True)
        return
    languages = tuple(filter(None, given.languages.split(",")))
    options = Options(formats=tuple(given.formats.split(",")), languages=languages, validators="none")
    rows, made = measure(tasks[0].path, options, given.times)
    print(f"{tasks[0].name}: {len(made.artifacts)} files, {sum(len(one.data) for one in made.artifacts) // 1000} kB")
    print("\n".join(shares(rows)), flush=True)
    if given.each:
        print("\n".join(by_rule(made, given.times)))


if __name__ == "__main__":
    main()
