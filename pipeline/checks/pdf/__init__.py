# SPDX-License-Identifier: AGPL-3.0-or-later
"""A PDF as the rules see it: structure elements, marked content, fonts. Used by ``checks/rules/pdf_*.py``."""
