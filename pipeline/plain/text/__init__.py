# SPDX-License-Identifier: AGPL-3.0-or-later
"""One text as the guard reads it: its clauses and what each demands, forbids or allows,
and the cues of a dimension."""
