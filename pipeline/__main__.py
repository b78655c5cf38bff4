# SPDX-License-Identifier: AGPL-3.0-or-later
"""``pariter`` and ``python -m pipeline``: run a command, tell a failure in one line, answer with its exit code."""

from __future__ import annotations

import os
import sys

from pipeline.errors import Exit, PariterError


def main() -> None:
    """Run the command line and exit."""
    sys.exit(run())


def run() -> int:
    """Run the command line. Out: the exit code; nothing that was given can cause a traceback."""
    try:
        from pipeline.cli import run_command

        return run_command(sys.argv[1:])
    except PariterError as error:
        for line in error.lines():
            print(f"pariter: {line}", file=sys.stderr)
        return int(error.exit_code)
    except KeyboardInterrupt:
        print("pariter: interrupted.", file=sys.stderr)
        return int(Exit.INTERRUPTED)
    except BrokenPipeError:
        # The reader of our output went away (a pager, head): that is its right.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return int(Exit.CLEAN)
    except (Exception, RecursionError) as error:  # the last resort: one line, and how to see more
        if os.environ.get("PARITER_DEBUG"):
            raise
        what = " ".join(f"{type(error).__name__}: {error}".split())
        print(f"pariter: internal error: {what} Set PARITER_DEBUG=1 to see where, and report it.", file=sys.stderr)
        return int(Exit.INTERNAL)


if __name__ == "__main__":
    main()
