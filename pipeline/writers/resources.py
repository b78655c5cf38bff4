# SPDX-License-Identifier: AGPL-3.0-or-later
"""The only way in which a writer reads a file: images in the document's own folder, and nothing else.

A path is judged after all links are resolved, so neither ``..`` nor a symbolic link leads out of the folder.
There is no network. Sizes are bounded before an image is decoded.
"""

from __future__ import annotations

import io
import warnings
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote, urlsplit

from pipeline.errors import InputError, RefusedError
from pipeline.model import namespaces

MAX_BYTES = 64 * 2**20
MAX_PIXELS = 100_000_000
RASTER = {"PNG": "image/png", "JPEG": "image/jpeg", "GIF": "image/gif", "WEBP": "image/webp"}


@dataclass(frozen=True, slots=True)
class Resource:
    """A file that belongs to the document: its bytes, what they are, and its size in pixels."""

    name: str
    data: bytes
    media_type: str
    width: int
    height: int


class Resources:
    """Images of one document, read from its folder.

    In: the folder. ``read`` raises RefusedError for anything outside of it or on a network, and InputError
    for what is missing, too large or no image that every format can carry.
    """

    def __init__(self, folder: Path) -> None:
        self._root = folder.resolve()
        self._cache: dict[str, Resource] = {}
        self._paths: list[Path] = []

    def read(self, src: str) -> Resource:
        """The image that ``src`` (as written in the Markdown) names."""
        if src not in self._cache:
            self._cache[src] = self._load(src)
        return self._cache[src]

    @property
    def files(self) -> tuple[Path, ...]:
        """The files that were read so far, or looked for: one that is missing may come."""
        return tuple(self._paths)

    def _load(self, src: str) -> Resource:
        path = self._locate(src)
        if path.stat().st_size > MAX_BYTES:
            raise InputError(f"image {src} is larger than {MAX_BYTES // 2**20} MiB.", "Make it smaller.", file=path)
        try:
            data = path.read_bytes()
        except OSError as error:
            reason = error.strerror
            raise InputError(f"image {src} cannot be read: {reason}.", "Check its permissions.", file=path) from None
        if path.suffix.lower() == ".svg" or data.lstrip()[:5] in (b"<?xml", b"<svg "):
            clean, width, height = _safe_svg(data, src, path)
            return Resource(path.name, clean, "image/svg+xml", width, height)
        media_type, width, height = _raster(data, src, path)
        return Resource(path.name, data, media_type, width, height)

    def _locate(self, src: str) -> Path:
        parts = urlsplit(src)
        if parts.scheme or parts.netloc:
            raise RefusedError(
                f"image {src} is not a file of the document's folder; nothing is fetched.",
                "Put the image beside the Markdown and name it by a relative path.",
            )
        name = unquote(parts.path)
        if not name or "\0" in name:
            raise RefusedError(f"image {src!r} names no file.", "Name a file in the document's folder.")
        path = (self._root / name).resolve()
        if not path.is_relative_to(self._root):
            raise RefusedError(
                f"image {src} lies outside the document's folder.", "Move the image into the document's folder."
            )
        self._paths.append(path)
        if not path.is_file():
            raise InputError(f"image {src} is missing.", "Add the file, or correct its name.", file=path)
        return path


def _raster(data: bytes, src: str, path: Path) -> tuple[str, int, int]:
    """Media type and size of a raster image, from its header: nothing is decoded that a bomb could blow up."""
    from PIL import Image, UnidentifiedImageError

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            with Image.open(io.BytesIO(data), formats=tuple(RASTER)) as image:
                width, height, kind = *image.size, image.format or ""
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError, Image.DecompressionBombError):
        raise InputError(
            f"image {src} is no PNG, JPEG, GIF, WebP or SVG.", "Convert it to one of these.", file=path
        ) from None
    if width * height > MAX_PIXELS:
        raise InputError(f"image {src} has more than {MAX_PIXELS:,} pixels.", "Make it smaller.", file=path)
    return RASTER[kind], width, height


SVG = f"{{{namespaces.SVG}}}"
SVG_REFUSED = frozenset({"script", "foreignObject", "image", "feImage", "animate", "set", "animateTransform", "use"})


def _safe_svg(data: bytes, src: str, path: Path) -> tuple[bytes, int, int]:
    """An SVG without script, events, links, styles with addresses, or references out of the file."""
    from lxml import etree

    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True, remove_pis=True
    )
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise InputError(f"image {src} is not well-formed SVG: {error.msg}.", "Export it again.", file=path) from None
    doctype = getattr(root.getroottree().docinfo, "doctype", "")
    if root.tag != f"{SVG}svg" or doctype:
        raise InputError(f"image {src} is no plain SVG (or has a DTD).", "Export it as plain SVG.", file=path)
    for element in list(root.iter()):
        name = etree.QName(element).localname if isinstance(element.tag, str) else ""
        local_use = name == "use" and all(_is_local(value) for key, value in element.attrib.items() if _is_href(key))
        style = name == "style" and not _is_inert(element.text or "")
        if not name or (name in SVG_REFUSED and not local_use) or style:
            _drop(element)
            continue
        for key, value in list(element.attrib.items()):
            outside = _is_href(key) and not _is_local(value)
            if etree.QName(key).localname.lower().startswith("on") or outside or not _is_inert(str(value)):
                del element.attrib[key]
    width, height = _svg_size(root)
    return etree.tostring(root), width, height


def _is_href(key: str | bytes) -> bool:
    return str(key).rpartition("}")[2] == "href"


def _is_local(value: str | bytes) -> bool:
    return str(value).strip().startswith("#")


def _is_inert(text: str) -> bool:
    """Whether a style text fetches nothing: no import, and addresses only into the file itself."""
    lowered = "".join(text.lower().split()).replace("\\", "")
    local = lowered.replace("url(#", "").replace("url('#", "").replace('url("#', "")
    return "@import" not in local and "url(" not in local


def _drop(element: object) -> None:
    parent = element.getparent()  # type: ignore[attr-defined]
    if parent is not None:
        parent.remove(element)


def _svg_size(root: object) -> tuple[int, int]:
    """Width and height in pixels, from the view box where there is one."""
    box = str(root.get("viewBox") or "").replace(",", " ").split()  # type: ignore[attr-defined]
    try:
        width, height = (float(box[2]), float(box[3])) if len(box) == 4 else (300.0, 150.0)
    except ValueError:
        width, height = 300.0, 150.0
    return max(1, min(20_000, round(width))), max(1, min(20_000, round(height)))
