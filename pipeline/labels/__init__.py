# SPDX-License-Identifier: AGPL-3.0-or-later
"""The words that the product itself puts into a document, in the document's language.

One TOML file for each language; a new file adds a language. Dates, numbers, sizes and names of languages come
from CLDR through Babel. Used by the semantic tree and by every writer, so that no format speaks two tongues.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from babel import Locale

FALLBACK = "en"
RTL_SCRIPTS = frozenset({"Arab", "Hebr", "Syrc", "Thaa", "Nkoo", "Adlm", "Mand", "Samr", "Rohg", "Mend"})
RTL_LANGUAGES = frozenset(
    {"ar", "arc", "ckb", "dv", "fa", "he", "khw", "ks", "nqo", "pnb", "ps", "sd", "syr", "ug", "ur", "yi"}
)

ARABIC_COMMA = frozenset({"ar", "ckb", "fa", "ks", "ps", "sd", "ug", "ur"})


@dataclass(frozen=True, slots=True)
class Labels:
    """The labels of one language. ``lang`` and ``dir`` are those of the words: where they differ from the
    document's, whoever prints a label marks it with them."""

    lang: str
    dir: str
    words: Mapping[str, str]

    def __call__(self, key: str, **values: object) -> str:
        """The label ``key`` with ``{name}`` filled in from ``values``; KeyError for a key that no language has."""
        return self.words[key].format(**values)

    def of_format(self, name: str) -> str:
        """What files of a format are called: its label; of one that has none yet, its name in capitals."""
        return self.words.get(name, name.upper())


@cache
def languages() -> tuple[str, ...]:
    """The languages that have labels, in alphabetical order."""
    found = (entry.name.removesuffix(".toml") for entry in resources.files(__package__).iterdir()
             if entry.name.endswith(".toml"))
    return tuple(sorted(found))


@cache
def labels(lang: str) -> Labels:
    """The labels for a BCP 47 tag: the tag itself, else its language, else English (``lang`` says which)."""
    tag = lang.lower()
    have = languages()
    known = next((name for name in (tag, tag.split("-")[0]) if name in have), FALLBACK)
    words = dict(_file(FALLBACK)) | _file(known)
    return Labels(known, direction(known), MappingProxyType(words))


@cache
def labels_of_part(lang: str, document: str) -> Labels:
    """The labels for a part in ``lang`` of a document in ``document`` (BCP 47 tags): in the part's language where
    we have it, else in the document's, else in English. A label is not what the part is written in, so where its
    language is another, whoever prints it marks it."""
    own = labels(lang)
    return own if own.lang == _primary(lang) or _primary(lang) == _primary(document) else labels(document)


def _primary(lang: str) -> str:
    return lang.partition("-")[0].lower()


@cache
def _file(name: str) -> dict[str, str]:
    return tomllib.loads((resources.files(__package__) / f"{name}.toml").read_text(encoding="utf-8"))


def direction(lang: str) -> str:
    """``rtl`` or ``ltr``: by the tag's script subtag if it has one, else by the language."""
    parts = lang.replace("_", "-").split("-")
    script = next((part.title() for part in parts[1:] if len(part) == 4 and part.isalpha()), "")
    if script:
        return "rtl" if script in RTL_SCRIPTS else "ltr"
    return "rtl" if parts[0].lower() in RTL_LANGUAGES else "ltr"


def language_name(code: str, lang: str) -> str:
    """The name of language ``code`` in language ``lang`` ("fr", "en" → "French"); the code if CLDR has none."""
    return _name(code, _locale(lang)) or code


def own_name(code: str) -> str:
    """A language's name for itself, as a reader looks for it ("fr" → "français"); the code if unknown."""
    locale = _locale(code, fall_back=False)
    return (_name(code, locale) if locale else "") or code


def _name(code: str, locale: Locale | None) -> str:
    from babel import Locale as Babel
    from babel.core import UnknownLocaleError

    if locale is None:
        return ""
    try:
        return Babel.parse(code, sep="-").get_display_name(locale) or ""
    except (ValueError, UnknownLocaleError, TypeError):
        return str(locale.languages.get(code.partition("-")[0].lower(), ""))


def date(iso: str, lang: str) -> str:
    """An ISO 8601 date (year, month or day; a time after it is left out) written out in ``lang``.
    Whatever is not such a date is given back as it is."""
    import datetime

    from babel.dates import format_date

    parts = iso.strip().split("T")[0].split("-")
    skeleton = {1: "y", 2: "yMMMM", 3: "long"}.get(len(parts))
    if skeleton is None or not all(part.isdecimal() and part.isascii() for part in parts) or len(parts[0]) != 4:
        return iso
    if len(parts) == 1:
        return parts[0]
    try:
        day = datetime.date(int(parts[0]), int(parts[1]), int(parts[2]) if len(parts) == 3 else 1)
    except ValueError:
        return iso
    locale = _locale(lang)
    if skeleton == "long":
        return format_date(day, "long", locale=locale)
    from babel.dates import format_skeleton

    return format_skeleton("yMMMM", day, locale=locale)


def months(lang: str) -> tuple[frozenset[str], ...]:
    """The names of the months in ``lang``, January first: each as in dates and as alone, in small letters."""
    forms = [_locale(lang).months[context]["wide"] for context in ("format", "stand-alone")]
    return tuple(frozenset(names[month].casefold() for names in forms) for month in range(1, 13))


def listed(parts: Iterable[str], lang: str) -> str:
    """``parts`` one after the other as ``lang`` writes a list without a word between the last two."""
    primary = _primary(lang)
    comma = "، " if primary in ARABIC_COMMA else "、" if primary in ("zh", "ja") else ", "
    return comma.join(parts)


def number(value: float, lang: str) -> str:
    """A number as ``lang`` writes it, with at most one decimal."""
    from babel.numbers import format_decimal

    return format_decimal(round(value, 1) or 0, format="#,##0.#", locale=_locale(lang))  # never "-0"


def file_size(size: int, lang: str) -> str:
    """A size in bytes for people: whole kilobytes (1000 bytes), megabytes with one decimal."""
    from babel.units import format_unit

    large = size >= 999_500
    unit, value = ("digital-megabyte", size / 1e6) if large else ("digital-kilobyte", max(1, round(size / 1000)))
    return format_unit(value, unit, length="short", format="#,##0.#", locale=_locale(lang))


def _locale(lang: str, *, fall_back: bool = True) -> Any:
    from babel import Locale as Babel
    from babel.core import UnknownLocaleError

    tags = (lang, lang.partition("-")[0], FALLBACK) if fall_back else (lang, lang.partition("-")[0])
    for tag in tags:
        try:
            return Babel.parse(tag, sep="-")
        except (ValueError, UnknownLocaleError, TypeError):
            continue
    return None
