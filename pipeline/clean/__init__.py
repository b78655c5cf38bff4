# SPDX-License-Identifier: AGPL-3.0-or-later
"""One repair for each file; the package lists their order."""
