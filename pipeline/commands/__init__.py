# SPDX-License-Identifier: AGPL-3.0-or-later
"""What each command does: its output for people and pipes, and its exit code."""
