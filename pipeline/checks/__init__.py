# SPDX-License-Identifier: AGPL-3.0-or-later
"""The engine that looks at every artifact, its rules, and the reference validators."""
