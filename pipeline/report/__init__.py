# SPDX-License-Identifier: AGPL-3.0-or-later
"""One file for each kind of report."""
