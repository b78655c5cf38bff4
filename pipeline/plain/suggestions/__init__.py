# SPDX-License-Identifier: AGPL-3.0-or-later
"""What a writer is offered: the skeleton of ``plain.md``, the hardest sentences with what might be done, and what was
accepted, each to be taken back."""
