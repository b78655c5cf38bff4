# SPDX-License-Identifier: AGPL-3.0-or-later
"""A child that crashes, hangs or babbles on one file takes no other file with it."""

from __future__ import annotations

import socket
import sys
from pathlib import Path

import pytest

from pipeline.tools import isolation, lines
from pipeline.tools.base import Status

CHILD = """
import json, os, sys, time, socket
for line in sys.stdin:
    do = json.loads(line)
    if do["do"] == "exit": print("last words", file=sys.stderr); sys.stderr.flush(); os._exit(3)
    if do["do"] == "hang": time.sleep(600)
    if do["do"] == "babble": print("not json", flush=True); continue
    if do["do"] == "list": print("[1]", flush=True); continue
    if do["do"] == "refuse": print(json.dumps({"error": "no\\nsuch  file"}), flush=True); continue
    if do["do"] == "connect":
        try:
            socket.create_connection(("127.0.0.1", do["port"]), 2).close(); print('{"connected": 1}', flush=True)
        except OSError: print('{"connected": 0}', flush=True)
        continue
    print(json.dumps({"pid": os.getpid(), "proxy": os.environ.get("http_proxy")}), flush=True)
"""


def ask(*requests: dict[str, object], seconds: float = 20) -> list[lines.Line]:
    return lines.ask([sys.executable, "-c", CHILD], requests, seconds=seconds)


def test_one_child_answers_all() -> None:
    answers = ask({"do": "x"}, {"do": "x"}, {"do": "refuse"}, {"do": "x"})
    assert [a.status for a in answers] == [Status.OK, Status.OK, Status.UNREADABLE, Status.OK]
    assert answers[0].answer["pid"] == answers[3].answer["pid"]
    assert answers[2].note == "no such file"


def test_the_others_survive_a_crash() -> None:
    answers = ask({"do": "x"}, {"do": "exit"}, {"do": "x"})
    assert [a.status for a in answers] == [Status.OK, Status.CRASHED, Status.OK]
    assert answers[1].note == "it ended: last words"
    assert answers[0].answer["pid"] != answers[2].answer["pid"]


@pytest.mark.slow  # the limit must also do for a new child on a busy machine
def test_the_others_survive_a_hang() -> None:
    answers = ask({"do": "hang"}, {"do": "x"}, seconds=8)
    assert [a.status for a in answers] == [Status.TIMED_OUT, Status.OK]


def test_nonsense_is_no_answer() -> None:
    answers = ask({"do": "babble"}, {"do": "list"}, {"do": "x"})
    assert [a.status for a in answers] == [Status.CRASHED, Status.CRASHED, Status.OK]


def test_a_program_that_is_not_there_is_a_crash(tmp_path: Path) -> None:
    program = tmp_path / "tool"
    program.write_text("#!/bin/sh\nexit 1\n", encoding="utf-8")
    program.chmod(0o755)
    answers = lines.ask([str(program)], [{"do": "x"}, {"do": "x"}], seconds=5)
    assert [a.status for a in answers] == [Status.CRASHED, Status.CRASHED]


def test_it_sees_no_network_where_the_system_allows_that() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        (answer,) = ask({"do": "connect", "port": server.getsockname()[1]})
    assert answer.answer["connected"] == (0 if isolation.prefix() else 1)
