# SPDX-License-Identifier: AGPL-3.0-or-later
"""Single faults for good files, by format. Nothing here knows the rules that should find them."""
