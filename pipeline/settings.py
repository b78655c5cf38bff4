# SPDX-License-Identifier: AGPL-3.0-or-later
"""Settings: built-in < house style < pyproject < front matter < document.yaml < flags.

Out: one frozen ``Settings``. A wrong type is an error with its file and line; an unknown key is a warning in
``unknown``, since front matter is full of other people's keys.
"""

from __future__ import annotations

import tomllib
from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal

import yaml
from pydantic import BaseModel, ConfigDict, Field, ValidationError, field_validator

from pipeline.errors import SettingsError

MAX_YAML = 1_000_000
Text = str


class _Part(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class RepairSettings(_Part):
    """Repairs that the owner refuses or forces, by rule, or rule and line (``page-break-join:31``)."""

    refuse: tuple[str, ...] = ()
    force: tuple[str, ...] = ()


class TermSettings(_Part):
    """A term of the glossary."""

    term: str
    definition: str = ""
    translate: bool = True
    translations: dict[str, str] = Field(default_factory=dict)


class Correction(_Part):
    """A correction of a published text: the day and what was corrected."""

    date: str
    text: str


class Review(_Part):
    """A person's recorded check: who, when, of what, against which clauses, with which result."""

    who: str
    when: str
    what: str
    conforms_to: str = ""
    credential: str = ""
    report: str = ""


class Answer(_Part):
    """A person's answer to a question that no machine decides."""

    who: str
    when: str
    answer: Literal["supports", "partially-supports", "does-not-support", "not-applicable"]
    note: str = ""


class Gates(_Part):
    """What a plain-language edition must reach."""

    grade: float = 9.0
    mean_words: float = 15.0
    longest_sentence: int = 25
    undefined_abbreviations: int = 0
    rare_words: float = 8.0


class EpubSettings(_Part):
    """Choices for the EPUB."""

    ncx: bool = False


class Settings(BaseModel):
    """All settings of one document, under the names that ``document.yaml`` uses."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    title: str = ""
    subtitle: str = ""
    lang: str = ""
    dir: Literal["", "ltr", "rtl"] = ""
    date: str = ""
    modified: str = ""
    version: str = ""
    publisher: str = ""
    creators: tuple[str, ...] = ()
    subjects: tuple[str, ...] = ()
    description: str = ""
    identifier: str = ""
    rights: str = ""
    formats: tuple[str, ...] = ("pdf", "epub", "html", "xliff", "plain")
    pdf: Literal["ua-1", "ua-2"] = "ua-2"
    archive: bool = False
    languages: tuple[str, ...] = ()
    repairs: RepairSettings = RepairSettings()
    terms: tuple[TermSettings, ...] = ()
    abbreviations: dict[str, str] = Field(default_factory=dict)
    publishable_states: tuple[str, ...] = ("initial", "translated", "reviewed", "final")
    contact: str = ""
    reviews: tuple[Review, ...] = ()
    gates: Gates = Gates()
    answers: dict[str, Answer] = Field(default_factory=dict)
    epub: EpubSettings = EpubSettings()
    corrections: tuple[Correction, ...] = ()
    aliases: dict[str, tuple[str, ...]] = Field(default_factory=dict)
    wcag: Literal["2.1", "2.2"] = "2.2"
    level: Literal["A", "AA", "AAA"] = "AA"
    unknown: tuple[str, ...] = ()

    @field_validator("title", "subtitle", "date", "modified", "version", "publisher", "description", mode="before")
    @classmethod
    def _as_text(cls, value: object) -> object:
        """YAML reads 2019-11-14 and 1.0 as other things than the text that the author wrote."""
        return value if isinstance(value, str) else str(value) if isinstance(value, int | float) else value

    @field_validator("creators", "subjects", "formats", "languages", mode="before")
    @classmethod
    def _as_list(cls, value: object) -> object:
        return (value,) if isinstance(value, str) else value


# Front matter has pandoc's names for the same things.
SYNONYMS = {
    "author": "creators", "authors": "creators", "creator": "creators", "subject": "subjects",
    "keywords": "subjects", "abstract": "description", "language": "lang", "direction": "dir",
}  # fmt: skip
FRONT_MATTER = frozenset(
    {"title", "subtitle", "lang", "dir", "date", "modified", "version", "publisher", "creators", "subjects",
     "description", "identifier", "rights", "abbreviations"}
)  # fmt: skip


def load(
    folder: Path | None, front_matter: Mapping[str, Any], flags: Mapping[str, Any], *, front_file: Path | str = ""
) -> Settings:
    """The settings of one document.

    In: its folder (for ``document.yaml``; None for a single file), the parsed front matter, and what the
    command line said. Raises SettingsError.
    """
    given = _Given()
    house, style = _house_style(folder)
    given.merge(style, house)
    given.merge(_known_front_matter(front_matter), front_file, tell=False)
    if folder is not None and (folder / "document.yaml").is_file():
        path = folder / "document.yaml"
        given.merge(read_yaml_file(path), path)
    given.merge(flags, "the command line", tell=False)
    return given.validated()


@dataclass
class _Given:
    """What was given so far: values by their setting, the file that each is from, and keys that are none."""

    values: dict[str, Any] = field(default_factory=dict)
    files: dict[str, Path | str] = field(default_factory=dict)
    unknown: list[str] = field(default_factory=list)

    def merge(self, more: Mapping[str, Any], file: Path | str, *, tell: bool = True) -> None:
        """Put ``more`` over what is there; ``tell`` of keys that name no setting."""
        for key, value in more.items():
            name = SYNONYMS.get(str(key), str(key))
            if name not in Settings.model_fields or name == "unknown":
                line = line_of(file, (str(key),)) if tell else 0
                self.unknown.extend([f"{Path(file).name}{f':{line}' if line else ''}: {key}"] if tell else [])
            elif value is not None:
                self.values[name], self.files[name] = value, file

    def validated(self) -> Settings:
        """The settings. Raises SettingsError, which tells of every value that is wrong."""
        try:
            return Settings(**self.values, unknown=tuple(self.unknown))
        except ValidationError as error:
            wrong = [(one["loc"], _what(one)) for one in error.errors()]
        file = self.files.get(str(wrong[0][0][0]), "")
        told: list[str] = []
        for place, message in wrong:
            own = self.files.get(str(place[0]), "")
            line = line_of(own, place) if told or own != file else 0  # the first has its line before it
            at = f"{Path(own).name or own}:" if own != file else "line " if line else ""
            where = f"{at}{line}: " if line else f"{at} " if at else ""
            told.append(f"{where}setting {'.'.join(map(str, place))}: {message}")
        raise SettingsError(f"{'; '.join(told)}.", "See docs/settings.md.", file=file, line=line_of(file, wrong[0][0]))


def place_of(folder: Path | None, front_file: Path | str, front_line: int, key: str) -> tuple[Path | str, int]:
    """The file and line that a setting is from, by its name: ``document.yaml`` goes before the front matter."""
    path = folder / "document.yaml" if folder is not None else None
    line = line_of(path, (key,)) if path is not None else 0
    return (path, line) if path is not None and line else (front_file, front_line)


_WANTED = {
    "bool": "true or false", "int": "a whole number", "float": "a number", "string": "text", "tuple": "a list",
    "list": "a list", "dict": "names and values", "model": "names and values", "mapping": "names and values",
}  # fmt: skip


def _what(error: Mapping[str, Any]) -> str:
    """What is wrong with a value, in the words of this product: pydantic's are for programmers."""
    kind, given = str(error["type"]), error["input"]
    if kind == "missing":
        return "is missing"
    if kind == "extra_forbidden":
        return "there is no such setting"
    if kind == "literal_error":
        wanted = str(error["ctx"]["expected"]).removeprefix("'', ").replace("'", "")
    else:
        wanted = _WANTED.get(kind.partition("_")[0], "")
    shown = f"«{given}»"
    if isinstance(given, Mapping | list | tuple):
        shown = "names and values" if isinstance(given, Mapping) else "a list"
    elif kind == "string_type":  # YAML takes 12 for a number, and no for false
        wanted, shown = "text (in quotation marks)", f"«{str(given).lower()}»"
    return f"write {wanted}, not {shown}" if wanted else str(error["msg"])


def line_of(file: Path | str, place: Sequence[int | str]) -> int:
    """The line (from 1) on which a value of a YAML file stands, by the keys and numbers that lead to it; that of the
    nearest value around it where it has none of its own; 0 for other files."""
    if Path(file).suffix not in (".yaml", ".yml"):
        return 0
    try:
        node: Any = yaml.compose(Path(file).read_text("utf-8-sig"), Loader=_Loader)
    except (OSError, ValueError, yaml.YAMLError):
        return 0
    line = 0
    for step in place:
        if isinstance(node, yaml.MappingNode):
            wanted = SYNONYMS.get(str(step), step)
            found = next((pair for pair in node.value if SYNONYMS.get(pair[0].value, pair[0].value) == wanted), None)
            if found is None:
                break
            line, node = found[0].start_mark.line + 1, found[1]
        elif isinstance(node, yaml.SequenceNode) and isinstance(step, int) and step < len(node.value):
            node = node.value[step]
            line = node.start_mark.line + 1
        else:
            break
    return line


def _known_front_matter(front_matter: Mapping[str, Any]) -> dict[str, Any]:
    """What front matter says of the text itself. A site generator's other keys are none of our business, and
    a value of another shape under one of our names is taken for such a key."""
    known: dict[str, Any] = {}
    for key, value in front_matter.items():
        name = SYNONYMS.get(str(key), str(key))
        plain = isinstance(value, str | int | float) and not isinstance(value, bool)
        flat_list = isinstance(value, list) and all(isinstance(item, str) for item in value)
        if name in FRONT_MATTER and (plain or (flat_list and name in ("creators", "subjects"))):
            known[name] = value if flat_list else str(value)
        elif name == "abbreviations" and isinstance(value, dict):
            known[name] = {str(short): str(long) for short, long in value.items()}
    return known


def _house_style(folder: Path | None) -> tuple[Path | str, dict[str, Any]]:
    """The nearest pyproject.toml above the document, and its ``[tool.pariter]``."""
    for parent in (folder, *folder.resolve().parents) if folder is not None else ():
        path = parent / "pyproject.toml"
        if path.is_file():
            try:
                data = tomllib.loads(path.read_text("utf-8"))
            except (tomllib.TOMLDecodeError, UnicodeDecodeError, OSError) as error:
                raise SettingsError(f"not readable as TOML: {error}.", "Correct the file.", file=path) from None
            found = data.get("tool", {}).get("pariter", {})
            return path, found if isinstance(found, dict) else {}
    return "", {}


class _Loader(yaml.SafeLoader):
    """YAML as plain data: no aliases (a few of them can blow up), no dates, no duplicate keys."""

    def compose_node(self, parent: Any, index: Any) -> Any:
        if self.check_event(yaml.AliasEvent):
            mark = self.peek_event().start_mark  # type: ignore[no-untyped-call]
            raise yaml.composer.ComposerError(None, None, "aliases are not read", mark)
        return super().compose_node(parent, index)

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Hashable, Any]:
        seen: set[Hashable] = set()
        for key_node, _ in node.value:
            key = self.construct_object(key_node, deep=True)
            if not isinstance(key, Hashable) or key in seen:
                raise yaml.constructor.ConstructorError(None, None, f"key {key} stands twice", key_node.start_mark)
            seen.add(key)
        return super().construct_mapping(node, deep)


_Loader.yaml_implicit_resolvers = {
    first: [(tag, regexp) for tag, regexp in resolvers if tag != "tag:yaml.org,2002:timestamp"]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def read_yaml(text: str, file: Path | str, first_line: int = 1) -> dict[str, Any]:
    """A YAML mapping as plain data. Raises SettingsError with the line (``first_line`` is where it begins)."""
    if len(text) > MAX_YAML:
        raise SettingsError("more than a million characters of YAML.", "Make it smaller.", file=file)
    try:
        data = yaml.load(text, Loader=_Loader)  # noqa: S506 a SafeLoader with less in it
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line = first_line + (mark.line if mark else 0)
        raise SettingsError(f"not YAML: {error.problem}.", "Correct this line.", file=file, line=line) from None
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        raise SettingsError(f"not YAML: {str(error).splitlines()[0]}.", "Correct it.", file=file) from None
    if data is None:
        return {}
    if not isinstance(data, dict):
        raise SettingsError("no names and values.", "Write lines like «title: …».", file=file, line=first_line)
    return data


def read_yaml_file(path: Path) -> dict[str, Any]:
    """A YAML file as plain data; errors as in ``read_yaml``."""
    try:
        return read_yaml(path.read_bytes().decode("utf-8-sig"), path)
    except UnicodeDecodeError as error:
        raise SettingsError(f"byte {error.start} is not UTF-8.", "Save the file as UTF-8.", file=path) from None
    except OSError as error:
        raise SettingsError(f"cannot be read: {error.strerror}.", "Check its permissions.", file=path) from None
