# SPDX-License-Identifier: AGPL-3.0-or-later
"""Publishing is whole or nothing, whatever fails in between."""

from __future__ import annotations

import errno
import os
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from pipeline import store
from pipeline.errors import InputError, WriteError
from pipeline.manifest import MANIFEST, Manifest, digest, inputs_of, is_current

OLD = {"en/a.html": b"old", "report.json": b"{}"}
NEW = {"en/a.html": b"new", "en/a.pdf": b"%PDF"}


def names(folder: Path) -> set[str]:
    return {str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file()}


def test_a_publication_holds_exactly_its_files(tmp_path: Path) -> None:
    assert store.publish(tmp_path, "doc", OLD, Manifest("1"))
    assert store.publish(tmp_path, "doc", NEW, Manifest("2"))
    assert names(tmp_path / "doc") == {*NEW, MANIFEST}
    assert names(tmp_path) == {f"doc/{name}" for name in (*NEW, MANIFEST)}


def test_the_same_files_are_not_written_again(tmp_path: Path) -> None:
    store.publish(tmp_path, "doc", OLD, Manifest("1"))
    before = (tmp_path / "doc" / "en" / "a.html").stat().st_ino
    assert not store.publish(tmp_path, "doc", OLD, Manifest("1"))
    assert (tmp_path / "doc" / "en" / "a.html").stat().st_ino == before


@pytest.mark.parametrize("exchange", [True, False], ids=["exchange", "set-aside"])
@pytest.mark.parametrize("at", range(12))
def test_a_failure_at_any_step_leaves_the_old_set(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, at: int, exchange: bool
) -> None:
    """The disk is full at the ``at``-th step of writing: the old set stands, and the failure is told."""
    store.publish(tmp_path, "doc", OLD, Manifest("1"))
    steps = 0

    def fail_at(real: Callable[..., Any]) -> Callable[..., Any]:
        def step(*args: Any, **kwargs: Any) -> Any:
            nonlocal steps
            steps += 1
            if steps == at + 1:
                raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
            return real(*args, **kwargs)

        return step

    if not exchange:
        monkeypatch.setattr(store, "_rename_exchange", lambda a, b: False)
    for module, name in ((os, "fsync"), (Path, "mkdir"), (Path, "rename")):
        monkeypatch.setattr(module, name, fail_at(getattr(module, name)))
    try:
        store.publish(tmp_path, "doc", NEW, Manifest("2"))
        failed = False
    except WriteError as error:
        failed = True
        assert "No space left" in error.one_line()
    monkeypatch.undo()
    store.recover(tmp_path)
    now = names(tmp_path / "doc") - {MANIFEST}
    assert now in (set(OLD), set(NEW))
    if failed and now == set(NEW):
        # Only the very last step, after the exchange, may fail with the new set in place.
        assert (tmp_path / "doc" / "en" / "a.html").read_bytes() == b"new"
    if not failed:
        assert now == set(NEW)


def test_what_was_set_aside_comes_back_after_a_kill(tmp_path: Path) -> None:
    store.publish(tmp_path, "doc", OLD, Manifest("1"))
    (tmp_path / "doc").rename(tmp_path / ".doc.pariter-old")
    (tmp_path / ".doc.pariter-new").mkdir()
    store.recover(tmp_path)
    assert names(tmp_path / "doc") == {*OLD, MANIFEST}
    assert not (tmp_path / ".doc.pariter-new").exists()


def test_a_folder_of_somebody_elses_is_never_replaced(tmp_path: Path) -> None:
    (tmp_path / "doc").mkdir()
    (tmp_path / "doc" / "thesis.txt").write_text("years of work")
    with pytest.raises(InputError, match="not made by pariter"):
        store.publish(tmp_path, "doc", NEW, Manifest("1"))
    assert (tmp_path / "doc" / "thesis.txt").exists()


def test_a_link_is_no_folder(tmp_path: Path) -> None:
    (tmp_path / "else").mkdir()
    (tmp_path / "doc").symlink_to(tmp_path / "else")
    with pytest.raises(InputError):
        store.publish(tmp_path, "doc", NEW, Manifest("1"))
    assert not names(tmp_path / "else")


def test_current_needs_key_inputs_and_outputs(tmp_path: Path) -> None:
    source = tmp_path / "in.md"
    source.write_text("text")
    folder = tmp_path / "doc"
    outputs = {name: digest(data) for name, data in OLD.items()}
    manifest = Manifest("key", inputs=inputs_of(folder, [source]), outputs=outputs)
    store.publish(tmp_path, "doc", OLD, manifest)
    assert is_current(folder, "key", source) is not None
    assert is_current(folder, "other", source) is None
    assert is_current(folder, "key", tmp_path / "elsewhere" / "in.md") is None
    (folder / "en" / "a.html").write_bytes(b"somebody changed it")
    assert is_current(folder, "key", source) is None
    (folder / "en" / "a.html").write_bytes(b"old")
    source.write_text("other text")
    assert is_current(folder, "key", source) is None


def test_a_single_file_is_whole_or_untouched(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.md"
    path.write_bytes(b"before")

    def full(handle: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(WriteError):
        store.write_file(path, b"after")
    monkeypatch.undo()
    assert path.read_bytes() == b"before" and list(tmp_path.iterdir()) == [path]


def test_a_pipe_is_written_to_and_a_link_followed(tmp_path: Path) -> None:
    import threading

    pipe, got = tmp_path / "pipe", []
    os.mkfifo(pipe)
    reader = threading.Thread(target=lambda: got.append(pipe.read_bytes()))
    reader.start()
    store.write_file(pipe, b"through")
    reader.join(10)
    assert got == [b"through"] and pipe.is_fifo()
    (tmp_path / "real").write_bytes(b"old")
    (tmp_path / "link").symlink_to(tmp_path / "real")
    store.write_file(tmp_path / "link", b"new")
    assert (tmp_path / "link").is_symlink() and (tmp_path / "real").read_bytes() == b"new"


@pytest.mark.skipif(not shutil.which("prlimit"), reason="prlimit is not there")
def test_a_real_limit_on_file_size_is_told(tmp_path: Path) -> None:
    import subprocess
    import sys

    code = (
        "import signal; signal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"
        "from pathlib import Path; from pipeline import store; from pipeline.errors import WriteError\n"
        "from pipeline.manifest import Manifest\n"
        f"try: store.publish(Path({str(tmp_path)!r}), 'doc', {{'a': b'x' * 100_000}}, Manifest())\n"
        "except WriteError as error: print('told:', error.one_line())\n"
    )
    command = ["prlimit", "--fsize=1000", sys.executable, "-c", code]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.stdout.startswith("told:"), done.stderr
    assert not names(tmp_path)
