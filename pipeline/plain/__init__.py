# SPDX-License-Identifier: AGPL-3.0-or-later
"""The plain-language edition: alignment, measures, the meaning guard, suggestions."""
