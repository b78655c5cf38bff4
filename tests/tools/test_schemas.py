# SPDX-License-Identifier: AGPL-3.0-or-later
"""The published schemas: the pinned bytes and no others, whole or not at all."""

from __future__ import annotations

import base64
import hashlib
import io
import sys
import tarfile
from pathlib import Path

import pytest

from pipeline.errors import ToolMissingError
from pipeline.tools import node, schemas


@pytest.fixture
def archive(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A package's archive, and an npm that gives it whatever it is asked for."""
    made = tmp_path / "given.tgz"
    with tarfile.open(made, "w:gz") as packed:
        member = tarfile.TarInfo("package/a.json")
        member.size = 2
        packed.addfile(member, io.BytesIO(b"{}"))
    npm = tmp_path / "npm.py"
    npm.write_text(f"import shutil\nshutil.copy({str(made)!r}, 'fetched.tgz')\n", "utf-8")
    monkeypatch.setattr(node, "npm", lambda: [sys.executable, str(npm)])
    monkeypatch.setenv("PARITER_TOOLS", str(tmp_path / "tools"))
    return made


def pin(monkeypatch: pytest.MonkeyPatch, digest: bytes, member: str = "package/a.json") -> None:
    source = schemas.Source("a", "1.0.0", base64.b64encode(digest).decode(), {"a.json": member})
    monkeypatch.setattr(schemas, "ALL", (source,))


def test_what_is_pinned_is_kept(archive: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pin(monkeypatch, hashlib.sha512(archive.read_bytes()).digest())
    with pytest.raises(ToolMissingError, match="is not there"):
        schemas.read("a.json")
    schemas.fetch()
    assert schemas.read("a.json") == "{}"
    assert [path.name for path in schemas.home().iterdir()] == ["a.json"]


def test_other_bytes_are_thrown_away(archive: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert archive.is_file()
    pin(monkeypatch, bytes(64))
    with pytest.raises(ToolMissingError, match="SHA-512 differs"):
        schemas.fetch()
    assert list(schemas.home().iterdir()) == []


def test_a_package_without_the_file_is_told(archive: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pin(monkeypatch, hashlib.sha512(archive.read_bytes()).digest(), "package/b.json")
    with pytest.raises(ToolMissingError, match=r"no file package/b\.json"):
        schemas.fetch()


def test_an_npm_that_fails_is_told(archive: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pin(monkeypatch, hashlib.sha512(archive.read_bytes()).digest())
    monkeypatch.setattr(node, "npm", lambda: [sys.executable, "-c", "raise SystemExit(1)"])
    with pytest.raises(ToolMissingError, match="could not be fetched"):
        schemas.fetch()
