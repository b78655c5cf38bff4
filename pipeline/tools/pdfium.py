# SPDX-License-Identifier: AGPL-3.0-or-later
"""PDFium (by pypdfium2): pictures of PDF pages for the report.

It runs in a child process, because a PDF of others may crash it. Without it a report has no pictures; what they
show stands beside them as text.
"""

from __future__ import annotations

import base64
import binascii
import json
import sys
from collections.abc import Mapping, Sequence
from importlib import metadata
from pathlib import Path
from typing import Any

from pipeline.tools import lines
from pipeline.tools.base import Probe, Status

NAME = "PDFium"
SECONDS = 60.0
DOTS_PER_INCH = 80
MOST_PIXELS = 4_000_000
GREYS = 16


def version() -> str:
    """The version of its Python package ("" when it is not there)."""
    try:
        return metadata.version("pypdfium2")
    except metadata.PackageNotFoundError:
        return ""


def probe() -> Probe:
    """Whether it is there."""
    found = version()
    remedy = "" if found else "Run «make setup»."
    return Probe(NAME, bool(found), found, licence="BSD-3-Clause", judges=(), remedy=remedy)


def pictures(asked: Sequence[tuple[Path, Sequence[int]]]) -> list[tuple[dict[int, bytes], str]]:
    """Grey PNG pictures of pages (counted from 0) of files: for each file the pictures by page, and a line that
    says why there are none, if so. One child for all files."""
    if not version():
        return [({}, "There are no pictures: PDFium is not installed. Run «make setup».") for _ in asked]
    command = [sys.executable, "-P", "-m", "pipeline.tools.pdfium"]
    root = str(Path(__file__).resolve().parents[2])
    requests = [{"file": str(file.resolve()), "pages": list(pages)} for file, pages in asked]
    return [_read(line) for line in lines.ask(command, requests, seconds=SECONDS, environment={"PYTHONPATH": root})]


def _read(line: lines.Line) -> tuple[dict[int, bytes], str]:
    if line.status is not Status.OK:
        return {}, f"There are no pictures: PDFium {line.status}: {line.note}"
    try:
        return {int(page): base64.b64decode(image) for page, image in line.answer["images"].items()}, ""
    except (KeyError, ValueError, AttributeError, binascii.Error):
        return {}, "There are no pictures: PDFium's answer cannot be read."


def _answer(request: Mapping[str, Any]) -> dict[str, Any]:
    import pypdfium2  # type: ignore[import-untyped]

    try:
        document = pypdfium2.PdfDocument(request["file"])
        images = {str(n): _png(document[n]) for n in request["pages"] if 0 <= n < len(document)}
    except (pypdfium2.PdfiumError, OSError, ValueError) as error:
        return {"error": f"{type(error).__name__}: {error}"}
    return {"images": images}


def _png(page: Any) -> str:
    """One page as PNG in base64; an enormous page is drawn smaller."""
    import io

    scale = DOTS_PER_INCH / 72
    width, height = page.get_size()
    if width * height * scale * scale > MOST_PIXELS:
        scale = (MOST_PIXELS / (width * height)) ** 0.5
    image = page.render(scale=scale).to_pil().convert("L").quantize(GREYS)
    stream = io.BytesIO()
    image.save(stream, "PNG")
    return base64.b64encode(stream.getvalue()).decode("ascii")


def main() -> None:
    """The child: a line of JSON in, a line of JSON out."""
    for line in sys.stdin:
        sys.stdout.write(json.dumps(_answer(json.loads(line))) + "\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
