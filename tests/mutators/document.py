# SPDX-License-Identifier: AGPL-3.0-or-later
"""The document whose good outputs are damaged: everything that a publication can hold, in few words."""

from __future__ import annotations

import struct
import zlib
from pathlib import Path

SOURCE = """\
# Report on bees

This report says how *many* bees were **counted** in 2025. See [the table](#tab) and [the web](https://example.org/bees).[^1]
The French word is [loi sur l'accessibilité]{lang=fr}.

## Lists

1. First item
2. Second item:

   a) nested one
   b) nested two

3. Third item

   with a second paragraph.

- bullet one
- bullet two
    - deep bullet

A sentence between two lists.

5. Five
6. Six

Term one
:   Definition one.

Term two
:   Definition two.

## Tables {#tab}

| Office | 2024 | 2025 |
|:-------|-----:|-----:|
| North  | 120  | 131  |
| South  | 98   | 60   |

: Requests by office

## Figures

![A bar chart: counts grew from 22 to 154](images/chart.png){longdesc="#chart-told"}

::: {#chart-told}
The bars grow from left to right.
:::

> A quotation with a source.

Inline `code` and water H~2~O. Another note.[^2]

The formula is $a^2+b^2=c^2$.

$$d = r \\cdot t$$

- Count like this:

  ```
  for hive in hives
    count bees
  ```

::: {lang=ar dir=rtl}
هذا نص عربي مع رقم 2026.
:::

*[UN]: United Nations

The UN agreed.

### Details

Every hive is counted twice a year, in spring and in autumn.

The last paragraph of all.

[^1]: A short note with *emphasis*.
[^2]: A longer note of two lines.
"""
SETTINGS = "lang: en\ndate: 2025-01-02\npublisher: Office for Bees\ndescription: About bees.\n"


def write_document(folder: Path) -> Path:
    """Write the document into a folder, ready to be published."""
    (folder / "images").mkdir(parents=True)
    (folder / "source.md").write_text(SOURCE, "utf-8")
    (folder / "document.yaml").write_text(SETTINGS, "utf-8")
    (folder / "images" / "chart.png").write_bytes(_png())
    return folder


def _png() -> bytes:
    def chunk(kind: bytes, data: bytes) -> bytes:
        body = kind + data
        return struct.pack(">I", len(data)) + body + struct.pack(">I", zlib.crc32(body))

    rows = b"".join(b"\0" + b"\xff\0\0" * 4 for _ in range(4))
    header = struct.pack(">IIBBBBB", 4, 4, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")


def line_of(snippet: str) -> int:
    """The line of the source on which a snippet stands."""
    return SOURCE[: SOURCE.index(snippet)].count("\n") + 1
