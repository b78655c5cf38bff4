# SPDX-License-Identifier: AGPL-3.0-or-later
"""The glossary of ``document.yaml`` for terminology tools: TBX-Basic in DCA style (ISO 30042:2019)."""

from __future__ import annotations

from pipeline.model import Document
from pipeline.writers.xliff.text import escape


def write(document: Document, target: str = "") -> bytes:
    """The TBX of a document's terms, with their translations into ``target`` or, without it, into all."""
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        f'<tbx type="TBX-Basic" style="dca" xml:lang="{escape(document.meta.lang)}"'
        ' xmlns="urn:iso:std:iso:30042:ed-2">',
        " <tbxHeader><fileDesc><sourceDesc>"
        f"<p>Glossary of {escape(document.meta.title)}</p></sourceDesc></fileDesc></tbxHeader>",
        " <text><body>",
    ]
    for number, term in enumerate(document.terms, 1):
        lines.append(f'  <conceptEntry id="c{number}">')
        if term.definition:
            lines.append(f'   <descrip type="definition">{escape(term.definition)}</descrip>')
        if not term.translate:
            lines.append("   <note>Not to be translated.</note>")
        lines.append(_language(document.meta.lang, term.term))
        for lang, words in sorted(term.translations.items()):
            if not target or lang.split("-")[0] == target.split("-", maxsplit=1)[0]:
                lines.append(_language(lang, words))
        if not term.translate and target:
            lines.append(_language(target, term.term))
        lines.append("  </conceptEntry>")
    return "\n".join([*lines, " </body></text>", "</tbx>", ""]).encode("utf-8")


def _language(lang: str, words: str) -> str:
    return f'   <langSec xml:lang="{escape(lang)}"><termSec><term>{escape(words)}</term></termSec></langSec>'
