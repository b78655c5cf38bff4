# SPDX-License-Identifier: AGPL-3.0-or-later
"""The command line as others script against it: exit codes, one line for what is wrong, nothing torn."""

from __future__ import annotations

import hashlib
import json
import os
import re
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from pipeline.writers import formats

SEED = Path(__file__).parent.parent.parent / "seeds" / "global-coalition-2019-11-14"


def pariter(*arguments: str | Path, cwd: Path | None = None, stdin: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    """Run the program as a user does, in another folder."""
    command = [sys.executable, "-m", "pipeline", *map(str, arguments)]
    environment = dict(os.environ) | {"PYTHONPATH": str(SEED.parent.parent)}
    return subprocess.run(command, cwd=cwd, input=stdin, capture_output=True, check=False, env=environment, timeout=300)


def seed_copy(folder: Path) -> Path:
    """The seed's own text without its translations, so that it can be changed."""
    copy = folder / "seeds" / SEED.name
    copy.mkdir(parents=True)
    for name in ("source.md", "document.yaml", "ids.json"):
        (copy / name).write_bytes((SEED / name).read_bytes())
    return copy


def test_help_and_wrong_usage() -> None:
    assert pariter("--help").returncode == 0
    for arguments in (["nonsense"], ["publish"], ["publish", "--formats", "docx", "."], ["clean"], []):
        done = pariter(*arguments)
        assert done.returncode == 2, arguments
        assert b"Traceback" not in done.stderr


BAD_INPUTS = {
    "missing.md": (None, "no such file"),
    "empty.md": (b"", "empty"),
    "blank.md": (b" \n\n", "empty"),
    "binary.md": (bytes(range(256)), "byte"),
    "latin1.md": ("café".encode("latin-1"), "byte 3"),
    "utf16.md": ("Text".encode("utf-16"), "UTF-16"),
    "word.docx": (b"PK\x03\x04\x14\0", "a file of Word"),
    "old.doc": (b"\xd0\xcf\x11\xe0\xa1\xb1", "an old Word"),
    "rich.rtf": (b"{\\rtf1\\ansi Words.}", "rich text"),
    "page.pdf": (b"%PDF-1.7\n%\xe2\xe3", "this is a PDF"),
    "nul.md": (b"a\0b", "NUL"),
    "yaml.md": (b"---\ntitle: [a\n---\n\ntext\n", "yaml.md:3"),
    "deep.md": (b"> " * 400 + b"deep\n", "nested"),
}


@pytest.mark.parametrize("name", BAD_INPUTS)
def test_bad_input_is_one_line_and_touches_nothing(tmp_path: Path, name: str) -> None:
    data, words = BAD_INPUTS[name]
    path = tmp_path / name
    if data is not None:
        path.write_bytes(data)
    done = pariter("publish", path, "--out", tmp_path / "build", "--formats", "html", "--validators", "none")
    lines = done.stderr.decode().splitlines()
    assert done.returncode == 2, lines
    assert len(lines) == 1 and words in lines[0] and name in lines[0]
    assert not (tmp_path / "build" / path.stem).exists()


def test_publish_writes_nothing_twice_and_a_bad_edit_leaves_the_old_set(tmp_path: Path) -> None:
    seed = seed_copy(tmp_path)
    arguments = ("publish", seed, "--out", tmp_path / "build", "--formats", "html,xliff", "--validators", "none")
    first = pariter(*arguments)
    assert first.returncode == 0, first.stderr
    folder = tmp_path / "build" / seed.name
    before = {path: (path.stat().st_ino, path.read_bytes()) for path in folder.rglob("*") if path.is_file()}
    second = pariter(*arguments)
    assert second.returncode == 0 and b"unchanged" in second.stdout
    assert second.stdout.splitlines()[:-1] == first.stdout.splitlines()[:-1]  # what was found is said again
    assert {path: (path.stat().st_ino, path.read_bytes()) for path in folder.rglob("*") if path.is_file()} == before
    (seed / "ids.json").unlink()
    third = pariter(*arguments)
    assert third.returncode == 0 and (seed / "ids.json").is_file()
    before = {path: (path.stat().st_ino, path.read_bytes()) for path in folder.rglob("*") if path.is_file()}
    (seed / "document.yaml").write_text("title: [broken")
    broken = pariter(*arguments)
    assert broken.returncode == 2 and b"document.yaml:" in broken.stderr
    assert {path: path.read_bytes() for path in before} == {path: data for path, (_, data) in before.items()}


def test_the_seed_is_one_list_of_eight_items_in_every_format(tmp_path: Path) -> None:
    seed = seed_copy(tmp_path)
    done = pariter("publish", seed, "--out", tmp_path / "build", "--formats", "pdf,epub,html", "--validators", "none")
    assert done.returncode == 0, done.stdout + done.stderr
    for suffix in ("pdf", "epub", "html"):
        path = tmp_path / "build" / seed.name / "en" / f"{seed.name}.{suffix}"
        read = json.loads(pariter("outline", path, "--json").stdout)
        lists = [node for node in walk(read["root"]) if node["role"] == "list" and node["attrs"].get("start")]
        labels = [item["attrs"]["label"] for found in lists for item in found["children"]]
        assert labels == [f"{number}." for number in range(1, 9)], suffix
        texts = " ".join(node.get("text", "") for node in walk(read["root"]))
        assert "success against Daesh/ISIS in Iraq and Syria and to best safeguard" in texts
        assert "the Coalition have liberated all territory" in texts
        assert "over $20 billion" in texts
        assert "Further information" not in texts


def walk(node: dict) -> list[dict]:  # type: ignore[type-arg]
    return [node, *(inner for child in node.get("children", ()) for inner in walk(child))]


def test_other_formats_stay_while_the_source_is_the_same(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("# T\n\nText.\n")
    for name in ("html", "xliff"):
        done = pariter("publish", "a.md", "--formats", name, "--validators", "none", cwd=tmp_path)
        assert done.returncode == 0, done.stderr
    folder = tmp_path / "build" / "a"
    assert {path.name for path in (folder / "en").iterdir()} == {"a.html", "a.xlf"}
    assert b"a.html" in (folder / "index.html").read_bytes()
    (tmp_path / "a.md").write_text("# T\n\nOther text.\n")
    pariter("publish", "a.md", "--formats", "xliff", "--validators", "none", cwd=tmp_path)
    assert {path.name for path in (folder / "en").iterdir()} == {"a.xlf"}


def test_the_owner_can_keep_the_empty_heading(tmp_path: Path) -> None:
    seed = seed_copy(tmp_path)
    with (seed / "document.yaml").open("a") as settings:
        settings.write("repairs:\n  refuse: [empty-heading]\n")
    done = pariter("clean", seed)
    assert done.returncode == 0
    assert done.stdout.decode().rstrip().endswith("## Further information")


def test_clean_reads_a_pipe_and_writes_a_log(tmp_path: Path) -> None:
    log = tmp_path / "log.json"
    done = pariter("clean", "-", "--log", log, stdin=(SEED / "source.md").read_bytes())
    assert done.returncode == 0
    rules = [repair["rule"] for repair in json.loads(log.read_text())["made"]]
    assert "empty-heading" in rules and rules.count("join-paragraphs") == 2
    named = pariter("clean", "-", "-o", "-", stdin=(SEED / "source.md").read_bytes(), cwd=tmp_path)
    assert named.stdout == done.stdout and not (tmp_path / "-").exists()
    again = pariter("clean", "-", stdin=done.stdout)
    assert again.stdout == done.stdout


@pytest.mark.parametrize(("text", "said"), [("# A\n", "0 repairs"), ("# A\n\n### B\n\nText.\n", "1 repair")])
def test_clean_says_how_many_repairs_it_made(text: str, said: str) -> None:
    assert pariter("clean", "-", stdin=text.encode()).stderr.decode() == f"{said} made, 0 proposed, 0 reported.\n"


def test_the_same_bytes_in_another_folder_zone_and_hash_seed(tmp_path: Path) -> None:
    made = []
    for number, zone in enumerate(("UTC", "Asia/Tokyo")):
        here = tmp_path / f"place {number}"
        seed = seed_copy(here)
        environment = dict(os.environ) | {
            "PYTHONPATH": str(SEED.parent.parent), "TZ": zone, "PYTHONHASHSEED": str(number + 1)
        }  # fmt: skip
        command = [sys.executable, "-m", "pipeline", "publish", str(seed), "--formats", "pdf,epub,html,xliff"]
        subprocess.run([*command, "--validators", "none"], cwd=here, env=environment, check=True, capture_output=True)
        files = (here / "build" / seed.name).glob("*/*")
        made.append({f"{path.parent.name}/{path.name}": path.read_bytes() for path in files})
    assert set(made[0]) == set(made[1])
    assert {Path(name).suffix for name in made[0]} == {".pdf", ".epub", ".html", ".xlf"}
    assert [name for name in made[0] if made[0][name] != made[1][name]] == []


def test_hostile_text_reaches_no_file_no_network_and_no_reader(tmp_path: Path) -> None:
    (tmp_path / "secret.txt").write_text("TOP SECRET WORDS")
    folder = tmp_path / "doc"
    folder.mkdir()
    (folder / "link.png").symlink_to(tmp_path / "secret.txt")
    (folder / "a.md").write_text(
        "# Title\n\nText ![alt one](../secret.txt) ![alt two](link.png) ![alt three](http://127.0.0.1:9/x.png) "
        '![four](file:///etc/passwd)\n\n<script>alert("x")</script>\n\n<img src=x onerror=alert(1)>\n\n'
        "[click](javascript:alert(1)) <iframe src=http://127.0.0.1:9></iframe>\n\n"
        "```{=html}\n<script>bad()</script>\n```\n"
    )
    done = pariter("publish", "doc/a.md", "--formats", "pdf,epub,html,xliff", "--validators", "none", cwd=tmp_path)
    assert done.returncode == 1, done.stderr
    for path in (tmp_path / "build" / "a" / "en").iterdir():
        data = path.read_bytes()
        if path.suffix == ".epub":
            with zipfile.ZipFile(path) as book:
                data = b"".join(book.read(name) for name in book.namelist())
        assert b"TOP SECRET" not in data and b"root:" not in data, path
        if path.suffix != ".xlf":
            assert b"javascript:" not in data.lower() and b"alert(" not in data and b"onerror" not in data, path


def test_a_document_in_a_file_that_looks_like_an_option(tmp_path: Path) -> None:
    (tmp_path / "--lua-filter=x.md").write_text("# T\n\nText.\n")
    done = pariter("publish", "--formats", "html", "--validators", "none", "--", "--lua-filter=x.md", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "build" / "lua-filter-x" / "en" / "lua-filter-x.html").is_file()


def test_a_folder_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("# T\n\nText.\n")
    (tmp_path / "build").write_text("a file is in the way")
    done = pariter("publish", "a.md", "--formats", "html", "--validators", "none", cwd=tmp_path)
    assert done.returncode == 4 and len(done.stderr.splitlines()) == 1


def test_rules_explain_and_doctor() -> None:
    rules = json.loads(pariter("rules", "--json").stdout)
    assert {"parity-text", "page-lang"} <= {rule["id"] for rule in rules}
    explained = pariter("explain", "parity-text")
    assert explained.returncode == 0 and b"Why it matters" in explained.stdout
    for name in ("running-heads", "markdown-unread", "plain-stale", "translation-stale"):
        assert pariter("explain", name).stdout.startswith(name.encode() + b": ")
    unknown = pariter("explain", "parity-txt")
    assert unknown.returncode == 2 and b"parity-text" in unknown.stderr
    assert pariter("doctor").returncode == 0


def test_a_language_with_a_region_has_the_labels_of_its_language(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("---\nlang: en-GB\n---\n\n# Piers\n\nThe colour of the harbour.\n")
    done = pariter("publish", "a.md", "--formats", "html,epub", "--validators", "none", cwd=tmp_path)
    assert done.returncode == 0 and b"summary: 0 errors, 0 warnings" in done.stdout, done.stdout


@pytest.mark.parametrize("lang", ["sv", "it"])
def test_a_language_without_labels_of_its_own_has_marked_ones(tmp_path: Path, lang: str) -> None:
    words = {"sv": "Det här är en text om ljus.", "it": "Questo è un testo sulla luce."}[lang]
    (tmp_path / "a.md").write_text(f"---\ntitle: A\nlang: {lang}\n---\n\n# {words}\n\n{words}\n", "utf-8")
    done = pariter("publish", "a.md", "--out", "o", "--validators", "none", cwd=tmp_path)
    assert done.returncode == 0 and b"summary: 0 errors, 0 warnings" in done.stdout, done.stdout


def test_a_quotation_with_a_heading_may_begin_a_text(tmp_path: Path) -> None:
    text = "---\ntitle: Quoted\nlang: en\n---\n\n> # A heading\n>\n> Some words.\n\n# One\n\nText.\n\n# Two\n\nText.\n"
    (tmp_path / "a.md").write_text(text)
    done = pariter("publish", "a.md", "--formats", "epub", "--out", "o", "--validators", "none", cwd=tmp_path)
    assert done.returncode == 0 and b"summary: 0 errors, 0 warnings" in done.stdout, done.stdout


def test_messages_name_the_file_the_rule_and_what_to_do(tmp_path: Path) -> None:
    text = tmp_path / "leaflet.md"
    text.write_text("---\nlang: en\n---\n\n# Leaflet\n\nThe pool opens at nine.\n", "utf-8")
    none = pariter("plain", "check", text)
    assert none.returncode == 2
    assert f"there is no plain text yet. Let «pariter plain init {text}» write it.".encode() in none.stderr
    assert pariter("plain", "init", text).returncode == 0
    skeleton = pariter("plain", "check", text).stdout
    assert re.search(rb"leaflet\.plain\.md:\d+: error: plain-empty: .+ Fix: ", skeleton)
    assert b"None" not in skeleton and b"rare words, % not measured" in skeleton
    target = pariter("publish", text, "--pdf", "ua-3")
    assert target.returncode == 2 and b"'--pdf': 'ua-3' is not one of" in target.stderr


def test_a_file_of_unknown_source_is_mended_in_the_file(tmp_path: Path) -> None:
    (tmp_path / "page.html").write_text("<!doctype html><title>A page of ours</title><p>Words.</p>", "utf-8")
    (tmp_path / "bare.xlf").write_text("<xliff/>", "utf-8")
    found = pariter("check", tmp_path / "page.html", tmp_path / "bare.xlf", "--validators", "none").stdout
    assert b"on the html element" in found and b"document.yaml" not in found
    assert b"It has no namespace" in found and b"None" not in found


def test_the_help_names_every_format() -> None:
    told = pariter("publish", "--help").stdout.decode()
    assert [name for name in formats.names() if not re.search(rf"[ ,]{name}[,.]", told)] == []


def test_evidence_tells_of_files_that_are_not_published_as_they_were_checked(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("---\ntitle: Piers\nlang: en\n---\n\n# Piers\n\nThe harbour.\n")
    common = ("a.md", "--validators", "none")
    pariter("publish", *common, "--formats", "html", cwd=tmp_path)
    partly = pariter("evidence", *common, cwd=tmp_path)
    assert partly.returncode == 1 and b"is not in build/a as it was checked here" in partly.stdout
    pariter("publish", *common, cwd=tmp_path)
    whole = pariter("evidence", *common, cwd=tmp_path)
    assert whole.returncode == 0 and b"as it was checked" not in whole.stdout
    sums = (tmp_path / "build" / "evidence" / "a" / "SHA256SUMS").read_text().splitlines()
    for line in sums:
        digest, name = line.split("  ")
        assert hashlib.sha256((tmp_path / "build" / "evidence" / "a" / name).read_bytes()).hexdigest() == digest
