# SPDX-License-Identifier: AGPL-3.0-or-later
"""Publishing: a complete new folder, made durable, then exchanged with the old one in one step.

Whoever looks at ``build/<name>`` sees the whole old set or the whole new one, whatever fails in between. On
Linux the exchange is one system call (renameat2 with RENAME_EXCHANGE); elsewhere the old folder is set aside
first, and the next start puts it back if that was all that happened.
"""

from __future__ import annotations

import contextlib
import ctypes
import errno
import fcntl
import os
import shutil
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

from pipeline.errors import InputError, WriteError
from pipeline.manifest import MANIFEST, Manifest

AT_FDCWD = -100
RENAME_EXCHANGE = 2
SYS_RENAMEAT2 = {"x86_64": 316, "aarch64": 276, "riscv64": 276, "ppc64le": 357, "s390x": 347, "i686": 353}


@contextlib.contextmanager
def locked(out: Path) -> Iterator[None]:
    """Only one program at a time publishes into ``out``; the lock ends with the program. Raises WriteError."""
    try:
        out.mkdir(parents=True, exist_ok=True)
        handle = (out / ".pariter.lock").open("a")
    except OSError as error:
        raise _write_error(error, out) from None
    with handle:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield


def recover(out: Path) -> None:
    """Tidy up after a run that was killed: put back what was set aside, remove what was not finished."""
    for aside in out.glob(".*.pariter-old"):
        target = out / aside.name[1 : -len(".pariter-old")]
        if target.exists():
            shutil.rmtree(aside, ignore_errors=True)
        else:
            aside.rename(target)
    for unfinished in out.glob(".*.pariter-new"):
        shutil.rmtree(unfinished, ignore_errors=True)


def publish(out: Path, name: str, files: Mapping[str, bytes], manifest: Manifest) -> bool:
    """Make ``out/name`` hold exactly ``files`` (path → bytes) and the manifest.

    Out: whether anything changed. Raises WriteError, and then what was there before is untouched; InputError
    when ``out/name`` is something that pariter did not make.
    """
    target = out / name
    refuse_foreign(target)
    whole = {**files, MANIFEST: manifest.to_json()}
    if target.is_dir() and _same(target, whole):
        return False
    fresh = out / f".{name}.pariter-new"
    try:
        shutil.rmtree(fresh, ignore_errors=True)
        fresh.mkdir(parents=True)
        for path, data in sorted(whole.items()):
            _write(fresh / path, data)
        _sync_folders(fresh)
        _exchange(fresh, target)
        _sync(out)
    except OSError as error:
        raise _write_error(error, target) from None
    finally:
        shutil.rmtree(fresh, ignore_errors=True)
    return True


def refuse_foreign(target: Path) -> None:
    """Raise InputError when ``target`` holds something that pariter did not make: it is never replaced."""
    if target.is_symlink() or (target.exists() and not target.is_dir()):
        raise InputError("this is no folder.", "Choose another --out.", file=target)
    try:
        foreign = target.is_dir() and any(target.iterdir()) and not (target / MANIFEST).is_file()
    except OSError as error:
        raise InputError(f"cannot be read: {error.strerror}.", "Check its permissions.", file=target) from None
    if foreign:
        raise InputError(
            "this folder was not made by pariter and is not replaced.", "Choose another --out.", file=target
        )


def _same(target: Path, files: Mapping[str, bytes]) -> bool:
    there = {str(path.relative_to(target)) for path in target.rglob("*") if path.is_file()}
    if there != set(files):
        return False
    return all((target / path).read_bytes() == data for path, data in files.items())


def _write(path: Path, data: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("xb") as handle:
        handle.write(data)
        handle.flush()
        os.fsync(handle.fileno())


def write_file(path: Path, data: bytes) -> None:
    """Write one file in one step: whole or not at all. Raises WriteError.

    A device or a pipe (/dev/stdout) is written to and never replaced; a link is followed.
    """
    if path.exists() and not path.is_file():
        _write_into(path, data)
        return
    path = path.resolve() if path.is_symlink() else path
    fresh = path.with_name(f".{path.name}.pariter-new")
    try:
        fresh.unlink(missing_ok=True)
        _write(fresh, data)
        fresh.replace(path)
        _sync(path.parent)
    except OSError as error:
        with contextlib.suppress(OSError):
            fresh.unlink(missing_ok=True)
        raise _write_error(error, path) from None


def _write_into(path: Path, data: bytes) -> None:
    try:
        with path.open("wb") as handle:
            handle.write(data)
    except OSError as error:
        raise _write_error(error, path) from None


def _sync_folders(folder: Path) -> None:
    for path in sorted(folder.rglob("*")):
        if path.is_dir():
            _sync(path)
    _sync(folder)


def _sync(folder: Path) -> None:
    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _exchange(fresh: Path, target: Path) -> None:
    """Put ``fresh`` in the place of ``target``; afterwards ``fresh`` is the old folder, or gone."""
    if not target.exists():
        fresh.rename(target)
        return
    if _rename_exchange(fresh, target):
        return
    aside = target.with_name(f".{target.name}.pariter-old")
    shutil.rmtree(aside, ignore_errors=True)
    target.rename(aside)
    try:
        fresh.rename(target)
    except OSError:
        aside.rename(target)
        raise
    shutil.rmtree(aside, ignore_errors=True)


def _rename_exchange(first: Path, second: Path) -> bool:
    """Exchange two paths in one system call; False where the system or the file system cannot."""
    number = SYS_RENAMEAT2.get(os.uname().machine)
    if not sys.platform.startswith("linux") or number is None:
        return False
    libc = ctypes.CDLL(None, use_errno=True)
    paths = (os.fsencode(first), os.fsencode(second))
    if libc.syscall(number, AT_FDCWD, paths[0], AT_FDCWD, paths[1], RENAME_EXCHANGE) == 0:
        return True
    code = ctypes.get_errno()
    if code in (errno.EINVAL, errno.ENOSYS, errno.ENOTSUP, errno.EPERM):
        return False
    raise OSError(code, os.strerror(code), str(second))


def _write_error(error: OSError, path: Path) -> WriteError:
    reason = error.strerror or type(error).__name__
    remedy = {
        errno.ENOSPC: "Make room on the disk and try again.",
        errno.EDQUOT: "Make room in your quota and try again.",
        errno.EACCES: "Check the permissions of the folder.",
        errno.EPERM: "Check the permissions of the folder.",
        errno.EROFS: "Choose a folder that can be written to.",
    }.get(error.errno or 0, "What was published before is untouched.")
    return WriteError(f"cannot be written: {reason}.", remedy, file=path)
