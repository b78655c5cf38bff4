# SPDX-License-Identifier: AGPL-3.0-or-later
# ruff: noqa: E501  tables of words: broken lines would hide what belongs together
"""In which cases something holds, in English: what a matter depends on, and what makes no difference to it."""

from __future__ import annotations

# What leaves a case out, or makes all depend on it.
LEFT_OUT = (
    r"(?<!not )(?<!not even )except(?:ed|ing)?|exceptions?|save (?:for|in|as|where|that|under|by|with|to|on|at|if|when)|other than|apart from|aside from|excluding|excludes?|not including|all but|but not|leaves? out|left out|(?:do|does|did|will|shall) not (?:apply|extend|cover|include|concern|affect|go for)|(?:does|do)n['’]t (?:apply|extend|cover|include|concern|go for)|not for|unless|exempt\w*|barring|"
    r"only (?:if|when|where|with|in|after|on|by|once|to the extent|upon|for|at|while|under)|solely|provided(?: that)?(?! by| with| to| for)|(?:as|so) long as|on (?:the )?condition|depend(?:s|ed|ing)? (?:up)?on|subject to|conditional on|only"
)
# What takes a case in with the others, or says that it does not matter.
TAKEN_IN = (
    r"also|too(?=\s*(?:[.,;:!?)]|$))|as well(?! as)|even(?! so\b| though\b)|includ(?:es?|ed|ing)|(?:that|this|it) (?:also )?(?:goes|applies|is true|holds) (?:for|to|of)|the same(?= (?:goes|applies|holds|is true|is so)\b)|likewise|equally|whether(?: or not)?(?= [^.;]*\bor (?:not|no)\b)|whether or not|no matter|regardless|irrespective|with or without|down to|without exception|either(?=[.,;])|notwithstanding|(?:does|do|did) not (?:matter|depend)|makes? no difference|whatever|whoever"
)
# What binds a statement to a case: to its opposite, and to itself.
UNLESS = r"unless|except(?: (?:that|when|where|if|in cases? where))|save (?:where|if|when|that|in cases? where)"
IF = r"if|when|whenever|where|(?:as|so) long as|provided(?: that)?|on condition that|in case|once"
EVEN = r"even|also|too|as well|regardless|irrespective|whether|no matter"
# What takes the statement before up again, and what of it denies or turns it.
TAKEN_UP = (
    r"(?:(?:but|and|still|however|only),? )*(?:this|that|it|the (?:rule|ban|same|limit)) "
    r"(?:(?:does|do|will|is|are|can|only|also) )?(?:not )?(?:so|apply|applies|hold|holds|the case|goes for|happens?|true|different|otherwise|change|changes)"
    r"|(?:but|and)? ?(?:only|not)(?= *$)"
)
NOT_SO = r"not|different|otherwise|changes?"
DENIES = (
    r"not(?! (?:only|later|less|more than|earlier|exceed\w*)\b)|\w+n['’]t|cannot|no(?! (?:doubt|later|earlier|more than|less than|fewer|sooner|matter|longer than)\b)|never|none|nobody|no one|nothing|neither|nowhere|without|"
    r"prohibited|forbidden|banned|barred|unlawful|illegal|against the law"
)
# The matters of ``outcomes_en.py`` that a statement may be about, and not only what it names.
RESULTS = frozenset(
    ("in force", "approved", "charged", "kept", "keeps a right", "open", "counted", "guilty", "goes on", "qualifies",
     "given back", "lets in", "public")
)  # fmt: skip
