# SPDX-License-Identifier: AGPL-3.0-or-later
"""Properties are judged by what they find, never by how long it took: a busy machine is no fault of the text."""

from __future__ import annotations

from hypothesis import HealthCheck, settings

settings.register_profile("untimed", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("untimed")
