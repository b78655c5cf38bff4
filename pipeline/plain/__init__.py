# SPDX-License-Identifier: AGPL-3.0-or-later
"""The plain-language edition: alignment, measures, the meaning guard, suggestions.

A person writes it (``plain.md``); this room keeps it aligned with its original (``authored``), measures it
(``measures``), offers help (``suggestions``) and says where its meaning may have changed (``guard``, which stands on
``numbers``, ``facts``, ``statements``, ``text`` and the data of each language in ``lexicon``). ``check.check`` does all
of it for one document, ``guard.compare.guard`` for two texts.
"""
