# SPDX-License-Identifier: AGPL-3.0-or-later
"""All that a translator needs, in one ZIP: the XLIFF, the text with the ids of its units, glossary, memory, brief.

The bytes depend on nothing but the document: the files in the archive carry no time.
"""

from __future__ import annotations

import html
import io
import zipfile
from collections.abc import Mapping, Sequence

from pipeline.model import BlockKind, Document
from pipeline.translate import bilingual
from pipeline.translate.leverage import BANDS, bands
from pipeline.translate.srx import Srx
from pipeline.translate.unit import Unit
from pipeline.translate.units import units
from pipeline.writers import xliff
from pipeline.writers.xliff import tbx, tmx

_WHEN = (1980, 1, 1, 0, 0, 0)


def write(
    document: Document,
    *,
    target: str,
    profile: str = "2.0",
    previous: bytes | Sequence[bytes] | None = None,
    srx: Srx | None = None,
) -> bytes:
    """The ZIP for one language. Arguments and errors as of ``xliff.write``."""
    found = units(document, srx)
    name = f"{document.stem}.{target}"
    exported = xliff.write(document, target=target, profile=profile, previous=previous, srx=srx)
    counts = count(document, target=target, previous=previous, srx=srx)
    translated = any(s.target for u in bilingual.read(exported).units.values() for s in u.segments)
    files = {
        "brief.md": _brief(document, target, profile, counts).encode("utf-8"),
        "context.html": context(document, found).encode("utf-8"),
        f"{name}.tbx": tbx.write(document, target),
        f"{name}.tmx": tmx.write(exported) if translated else tmx.empty(document.meta.lang),
        f"{name}.xlf": exported,
    }
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for path, data in sorted(files.items()):
            entry = zipfile.ZipInfo(path, _WHEN)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o644 << 16
            archive.writestr(entry, data)
    return buffer.getvalue()


def count(
    document: Document,
    *,
    target: str,
    previous: bytes | Sequence[bytes] | None = None,
    srx: Srx | None = None,
) -> Mapping[str, int]:
    """Words to translate by match band, as translators are paid; the bands are those of ``leverage.BANDS``."""
    found = units(document, srx)
    return bands(found, xliff.suggestions_for(found, previous, target))


def context(document: Document, found: Sequence[Unit]) -> str:
    """A page with the whole text in its order, the id of each unit beside it."""
    rows = [_row(unit) for unit in found]
    title = html.escape(document.meta.title)
    language = f'lang="{html.escape(document.meta.lang)}" dir="{html.escape(document.meta.dir)}"'
    return (
        f'<!DOCTYPE html>\n<html {language}>\n<head><meta charset="utf-8">'
        f'<meta name="viewport" content="width=device-width"><title>{title}: units in context</title>\n'
        "<style>body{font:1rem/1.5 sans-serif;max-width:50rem;margin:auto;padding:1rem}"
        "code{font-size:.8rem;color:#555}dd{margin:0 0 1rem}</style></head>\n"
        f'<body><main><h1>{title}: units in context</h1>\n<dl>\n{"".join(rows)}</dl>\n</main></body></html>\n'
    )


def _row(unit: Unit) -> str:
    fixed = "" if unit.translate else " (not to be translated)"
    heading = unit.block is not None and unit.block.kind is BlockKind.HEADING and unit.role == "text"
    text = html.escape(unit.text)
    shown = f"<strong>{text}</strong>" if heading else text
    values = f' lang="{html.escape(unit.lang)}"' + (f' dir="{html.escape(unit.dir)}"' if unit.dir else "")
    name, where = html.escape(unit.id), html.escape(unit.where)
    return f'<dt id="{name}"><code>{name}</code> {where}{fixed}</dt><dd{values}>{shown}</dd>\n'


def _brief(document: Document, target: str, profile: str, counts: Mapping[str, int]) -> str:
    rows = "\n".join(f"| {band} | {counts[band]} |" for band in BANDS)
    total = sum(counts.values())
    return f"""# Brief: {document.meta.title}

From {document.meta.lang} into {target}. XLIFF profile {profile}. {total} words.

| match | words |
|---|--:|
{rows}
| all | {total} |

What is in this archive:

- the XLIFF file: translate this one, and send it back under the same name;
- `context.html`: the whole text in its order, with the ids of the units;
- the TBX file: the glossary. Terms marked “not to be translated” stay as they are;
- the TMX file: what was translated before, for your memory.

Please keep every code (bold, links, notes …): a note in each unit says what its codes are. You may change their
order and that of sentences, join and split segments. Set the state of what is done to “translated”, of what
a second person has read to “reviewed”. Text is only text: Markdown or HTML that you type appears as typed.
"""
