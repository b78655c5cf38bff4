# SPDX-License-Identifier: AGPL-3.0-or-later
"""Pictures as bytes: where a page has them from, which file the document names, how much two are alike."""

from __future__ import annotations

import base64
import binascii
import io
import warnings
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar
from urllib.parse import unquote, unquote_to_bytes, urlsplit

from lxml import etree

from pipeline.checks.page import parse_xml
from pipeline.checks.subject import Subject
from pipeline.errors import InputError
from pipeline.model import Format

Seen = TypeVar("Seen")
LARGEST = 64 * 2**20
MOST_PIXELS = 100_000_000
SIDE = 24
UNLIKE = 0.6
"""Less alike than that are two different pictures, however they are stored."""
FLAT, DRAWN = 6, 48
"""How far the greys of a picture lie apart that shows one colour, and of one that surely shows something."""
RASTER = ("PNG", "JPEG", "GIF", "WEBP")
SHAPES = frozenset({"d", "points", "x", "y", "cx", "cy", "r", "rx", "ry", "width", "height", "x1", "y1", "x2", "y2"})


def data_of(subject: Subject, page: str, image: etree._Element) -> bytes:
    """The bytes of a picture that stands in the page itself or in the book; nothing if they are elsewhere."""
    src = image.get("src", "").strip()
    if src[:5].lower() == "data:":
        head, _, body = src[5:].partition(",")
        try:
            return base64.b64decode(unquote_to_bytes(body)) if head.endswith(";base64") else unquote_to_bytes(body)
        except (binascii.Error, ValueError):
            return b""
    if subject.format is not Format.EPUB or urlsplit(src).scheme:
        return b""
    name, _ = subject.epub.resolve(page, src)
    try:
        return subject.epub.read(name)
    except InputError:
        return b""  # what is missing is another rule's


def source_file(folder: Path, target: str) -> bytes:
    """The bytes of a picture in the document's own folder; nothing for what is outside it, missing or too large."""
    name = unquote(urlsplit(target).path)
    try:
        path = (folder.resolve() / name).resolve()
        if not path.is_relative_to(folder.resolve()) or not path.is_file() or path.stat().st_size > LARGEST:
            return b""
        return path.read_bytes()
    except (OSError, ValueError):
        return b""


def likeness(one: bytes, other: bytes) -> float | None:
    """How much two pictures are alike, 0 to 1: drawings by their shapes and texts, others by what is seen when they
    are very small. None where that cannot be said: of a drawing beside a photograph, or of what is no picture."""
    if one == other:
        return 1.0
    drawn = [_shapes(data) for data in (one, other)]
    if drawn[0] is not None and drawn[1] is not None:
        return _share(drawn[0], drawn[1])
    if drawn[0] is not None or drawn[1] is not None:
        return None
    seen = [_seen(data) for data in (one, other)]
    return _alike(*seen)


def likeness_of_image(image: Any, data: bytes) -> float | None:
    """How much a picture that is open already (of PIL) is like another, 0 to 1; None where that cannot be said."""
    return _alike(_greys(image), _seen(data))


def _alike(one: tuple[float, bytes] | None, other: tuple[float, bytes] | None) -> float | None:
    if one is None or other is None:
        return None
    (shape, pixels), (other_shape, others) = one, other
    if abs(shape - other_shape) > 0.05 * max(shape, other_shape):
        return 0.0
    if min(map(_spread, (pixels, others))) < FLAT and max(map(_spread, (pixels, others))) > DRAWN:
        return 0.0  # much of a drawing is white; a white field is none
    return 1.0 - sum(abs(a - b) for a, b in zip(pixels, others, strict=True)) / (255 * len(pixels)) * 4


def _spread(pixels: bytes) -> int:
    return max(pixels) - min(pixels)


def size_of(data: bytes) -> tuple[int, int] | None:
    """Width and height of a picture in pixels; None for a drawing and for what is no picture."""
    return _looked_at(data, lambda image: (image.width, image.height))


def opened(picture: Any) -> Any:
    """An image XObject of a PDF as a picture of PIL, with its mask; None for what cannot be read."""
    import pikepdf

    try:
        image = pikepdf.PdfImage(picture).as_pil_image()
        mask = picture.get("/SMask")
        if mask is not None:
            shade = pikepdf.PdfImage(mask).as_pil_image().convert("L")
            image = image.convert("RGBA")
            image.putalpha(shade.resize(image.size))
    except Exception:  # noqa: BLE001 a broken picture may break its reader in any way
        return None
    return image


def can_be_shown(data: bytes) -> bool:
    """Whether a picture is a drawing, or one of the kinds that every browser shows and nothing of it is broken."""
    return _shapes(data) is not None or _seen(data) is not None


def moves(data: bytes) -> bool:
    """Whether a picture may move: a drawing with animations, or another with more than one frame."""
    if b"<svg" in data[:4096]:
        return b"<animate" in data or b"<script" in data or b"@keyframes" in data
    moving = _looked_at(data, lambda image: getattr(image, "n_frames", 1) > 1)
    return moving is None or moving  # of what cannot be read nobody knows


def _share(one: Counter[str], other: Counter[str]) -> float:
    every = sum((one | other).values())
    return sum((one & other).values()) / every if every else 1.0


def _shapes(data: bytes) -> Counter[str] | None:
    """What a drawing is made of; None if it is none."""
    if b"<svg" not in data[:4096]:
        return None
    try:
        root = parse_xml(data, "picture")
    except InputError:
        return None
    found: Counter[str] = Counter()
    for element in root.iter():
        if isinstance(element.tag, str):
            name = etree.QName(element).localname
            found.update(f"{name} {key}={value}" for key, value in element.attrib.items() if key in SHAPES)
            found.update([" ".join((element.text or "").split())] if (element.text or "").strip() else [])
    return found


def _greys(image: Any) -> tuple[float, bytes] | None:
    """Width by height of an open picture, and its greys when it is very small."""
    from PIL import Image

    if image.width * image.height > MOST_PIXELS:
        return None
    shape = image.width / max(image.height, 1)
    flat = Image.new("RGBA", image.size, "white")
    flat.alpha_composite(image.convert("RGBA"))
    return shape, flat.convert("L").resize((SIDE, SIDE)).tobytes()


def _seen(data: bytes) -> tuple[float, bytes] | None:
    """Width by height of a picture, and its greys when it is very small."""
    return _looked_at(data, _greys)


def _looked_at(data: bytes, look: Callable[[Any], Seen | None]) -> Seen | None:
    """What is seen of a picture that browsers show; None for a drawing, and for what cannot be read."""
    from PIL import Image, UnidentifiedImageError

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            with Image.open(io.BytesIO(data), formats=RASTER) as image:
                return look(image)
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError, Image.DecompressionBombError):
        return None
