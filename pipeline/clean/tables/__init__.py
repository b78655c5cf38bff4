# SPDX-License-Identifier: AGPL-3.0-or-later
"""Repairs of tables: those that were cut, those that an extractor left as lines or cells, and text that it took for
one."""
