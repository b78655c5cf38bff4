# SPDX-License-Identifier: AGPL-3.0-or-later
"""Edition to one semantic XHTML tree."""
