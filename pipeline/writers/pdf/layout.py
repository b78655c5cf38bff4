# SPDX-License-Identifier: AGPL-3.0-or-later
"""An edition set in pages: the semantic XHTML in, a tagged PDF and the beginnings of its pages out."""

from __future__ import annotations

import hashlib
import os
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from importlib import resources as package_files
from pathlib import Path
from typing import TYPE_CHECKING

from pipeline.errors import InputError
from pipeline.labels import labels
from pipeline.model import Edition, Layout
from pipeline.writers import fonts
from pipeline.writers.pdf import content, metadata, objects, pictures, print_model, printtree, seam, starts, tagger
from pipeline.writers.pdf.painted import Leaf
from pipeline.writers.pdf.tag_base import Tagged

if TYPE_CHECKING:
    from lxml import etree

    from pipeline.writers.resources import Resources

USUAL, LARGE = 12.0, 18.0  # the size of letters in points; styles/print.css has the usual one
NAMED = 5  # characters that a message names for each wheel
PROFILES = {"ua-1": "1.7", "ua-2": "2.0"}


def lay_out(
    xhtml: etree._Element,
    edition: Edition,
    resources: Resources,
    *,
    profile: str = "ua-2",
    archive: bool = False,
    large: bool = False,
) -> Layout:
    """Set an edition in pages.

    In: its semantic XHTML, its images, the profile (``ua-1``: PDF 1.7 and PDF/UA-1; ``ua-2``: PDF 2.0, PDF/UA-2
    and Well-Tagged PDF), whether it is also for archives (PDF/A-2a, PDF/A-4), whether in large print. Out: the
    same bytes for the same input, on every run and machine with the same fonts. Raises InputError for a missing
    character or image, ToolFailedError when the layout engine fails.
    """
    from pipeline.writers.pdf import mathematics

    meta = edition.document.meta
    words = labels(edition.lang)

    def read(src: str) -> tuple[bytes, str, int, int]:
        found = resources.read(src)
        data = pictures.archived(found.data, found.media_type) if archive else found.data
        return data, found.media_type, found.width, found.height

    size = LARGE if large else USUAL
    tree = printtree.build(xhtml, labels=words, title=meta.title, read=read, draw=mathematics.draw, size=size)
    check_characters(tree, edition)
    fonts.configure()
    old = profile == "ua-1"
    pages: list[Tagged] = []

    def tag(canvas: seam.Canvas) -> None:
        # What the fonts have one by one and the engine could not draw all the same: never an empty box on paper.
        lost = sorted({chr(code) for font in canvas.fonts.values() for code in font.missing})
        if lost:
            raise _missing({character: fonts.wheel(character) for character in lost}, edition)
        tagged = tagger.tag(tree.root, tree.formulas, canvas.painted, old=old)
        everything = [leaf for leaves in canvas.painted.leaves.values() for leaf in leaves]
        artifacts = [leaf for leaf in [*canvas.painted.rest, *everything] if not leaf.used]
        content.finish(canvas, tagged.leaves, artifacts)
        formula = words("formula_region")
        objects.write(canvas, tagged, old=old, mathml=not (old or archive), formula=formula)
        pages.append(tagged)
        first.extend(canvas.painted.first)

    def finish(pdf: object) -> None:
        metadata.add(pdf, meta, edition.lang, old=old, archive=archive, producer=_producer())

    first: list[list[Leaf]] = []
    with _fixed_time():
        css = stylesheet(large=large, rtl=edition.dir == "rtl", archive=archive)
        document = seam.render(tree.root, css, tree.resources, listed=print_model.listed(tree.root), srgb=archive)
        placed = print_model.placed(tree.root)
        data = seam.write(document, tag, finish, placed=placed, version=PROFILES[profile], srgb=archive)
    return Layout(_identified(data), starts.page_starts(tree.root, first, pages[0].leaves, tree.formulas), profile)


def _producer() -> str:
    return f"pariter with WeasyPrint {seam.TESTED_WITH}"


def stylesheet(*, large: bool, rtl: bool, archive: bool = False) -> str:
    """The print style with the font lists of the installed wheels."""
    beside = Path(__file__).resolve().parents[3] / "styles" / "print.css"
    css = beside.read_text("utf-8") if beside.is_file() else (
        package_files.files("pipeline") / "styles" / "print.css"
    ).read_text("utf-8")
    rules = [css, f":root {{ font-family: {fonts.stack()} }}"]
    rules += [f":lang({lang}) {{ font-family: {fonts.stack(lang)} }}" for lang in ("ja", "ko", "zh", *_HANT)]
    rules.append(f'pre, code {{ font-family: "{fonts.MONO}", {fonts.stack()} }}')
    if large:
        rules.append(f":root {{ font-size: {LARGE:g}pt }}")
        rules.append(f"@page {{ @top-left {{ font-size: {LARGE:g}pt }} @bottom-center {{ font-size: {LARGE:g}pt }} }}")
    if rtl:
        rules.append("@page { @top-left { text-align: right; direction: rtl } }")
    if archive:  # an image's Interpolate must not be true (ISO 19005-2, 6.2.8; ISO 19005-4, 6.2.7.1)
        rules.append(":root { image-rendering: pixelated }")
    return "\n".join(rules)


_HANT = ("zh-Hant", "zh-TW", "zh-HK", "zh-MO")


def check_characters(tree: print_model.PrintTree, edition: Edition) -> None:
    """InputError for characters that no installed font can draw: which, where, which wheel to add."""
    lost = fonts.missing(print_model.texts(tree.root))
    if lost:
        raise _missing(lost, edition)


def _missing(lost: Mapping[str, str], edition: Edition) -> InputError:
    source = edition.document.source
    places = {character: source.find(character) for character in lost}
    lines = {character: source.count("\n", 0, at) + 1 if at >= 0 else 0 for character, at in places.items()}
    by_wheel: dict[str, list[str]] = {}
    for character in sorted(lost, key=lambda one: (places[one], one)):
        place = f", line {lines[character]}" if lines[character] else ""
        by_wheel.setdefault(lost[character], []).append(f"«{character}» (U+{ord(character):04X}{place})")
    told = []
    for wheel, named in by_wheel.items():
        remedy = f"add a font by «{_python()} -m pip install {wheel}» for" if wheel else (
            "add a font wheel that has them, or write otherwise:"
        )
        more = f" and {len(named) - NAMED} more" if len(named) > NAMED else ""
        told.append(f"{remedy} {', '.join(named[:NAMED])}{more}")
    return InputError(
        f"no installed font can draw {len(lost)} character(s) of the text.", "; ".join(told) + ".",
        file=edition.document.path, line=min((line for line in lines.values() if line), default=0),
    )


def _python() -> str:
    """The Python that runs us, as short as it can be typed here: a wheel must go where we look for fonts."""
    here = Path(sys.executable)
    return str(here.relative_to(Path.cwd())) if here.is_relative_to(Path.cwd()) else str(here)


@contextmanager
def _fixed_time() -> Iterator[None]:
    """Fonts cut out of variable ones carry the time of day unless this variable says otherwise."""
    before = os.environ.get("SOURCE_DATE_EPOCH")
    os.environ["SOURCE_DATE_EPOCH"] = "0"
    try:
        yield
    finally:
        if before is None:
            del os.environ["SOURCE_DATE_EPOCH"]
        else:
            os.environ["SOURCE_DATE_EPOCH"] = before


def _identified(data: bytes) -> bytes:
    """The file with an ID of its own bytes (ISO 32000-2, 14.4).

    The engine would compute it by serialising everything twice. The trailer is the last object, so nothing
    that an offset points to moves.
    """
    digest = hashlib.md5(data, usedforsecurity=False).hexdigest().encode()
    trailer = int(data[data.rindex(b"startxref") + 9 : data.rindex(b"%%EOF")])
    at = data.index(b"/Root ", trailer)
    return data[:at] + b"/ID [<" + digest + b"> <" + digest + b">] " + data[at:]
