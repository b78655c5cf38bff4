# SPDX-License-Identifier: AGPL-3.0-or-later
"""What ``pariter explain`` says of names that are no rule of the checks: repairs, and findings made while the source,
its settings, its plain text and its translations are read. Name → text, or None for a name that nothing has."""

from __future__ import annotations

READ = {
    "another-document": "A file was to be compared with a source of which it has hardly a sentence: it is another "
    "document, or a translation that does not stand beside its source.",
    "caption-unseen": "A picture's caption stands where its alternative does, so it is heard and not seen.",
    "contact-unread": "The contact in the settings is neither an address of mail nor one of the web, so it is no link.",
    "date-unread": "A date in the settings is no date as year, month and day, and is printed as it is written.",
    "headers-attribute": "headers= of a cell names something that is no header cell of its table.",
    "id-reserved": "Pages and books need some ids for parts of their own («main», «contents»). A part of the text that "
    "was given such an id has another, and links of the text lead there; who links to it from elsewhere must know it.",
    "id-twice": "Two parts have the same id: a link to it can lead to one only, and the other gets an id of its own.",
    "image-file": "A picture's file is not there or cannot be read, so no edition has it.",
    "language-tag": "A language is named by something that is no BCP 47 tag, so no voice and no hyphenation fits it.",
    "link-refused": "A link leads nowhere that readers can go, or runs a program; its words are kept without it.",
    "list-number-changed": "A label was typed that is none of its list's kind, and another number is printed.",
    "list-number-twice": "Two items one after the other have the same number; both are printed as they are.",
    "markdown-order": "A line that asks for contents or a new page was left out: it says nothing to readers.",
    "markdown-unread": "Something looks like mark-up with a slip in it, and is printed as words.",
    "no-labels": "Our own words in a document are in English: there are none in its language.",
    "no-language": "No language is given for the text; a guess is used.",
    "no-title": "No title is given; the first heading or the file's name is used.",
    "note-empty": "A note is called and has no words.",
    "note-in-note": "A note is called within a note, where no format can show it.",
    "number-as-list": "A sentence that begins with an ordinal («14. Juli») is an item of a list, since Markdown reads"
    " it so. A backslash before the full stop makes it words.",
    "raw-markup": "Mark-up in another language (HTML, TeX) has no place in all formats and was left out.",
    "setting-unknown": "A setting has a name that does not exist, so it does nothing.",
    "table-cells-lost": "A row has more cells than its table has columns; the words of those are in no edition.",
    "table-even": "Rows of an HTML table have different numbers of cells; empty ones fill them up.",
}
FAMILIES = {
    "note-": "A note and its call do not find each other as they are written. See docs/dialect.md.",
    "table-": "Cells of a table cannot be read as they are written. See docs/dialect.md.",
    "plain-": "The plain text, compared with its original and measured. See docs/plain.md.",
    "translation-": "A stored translation, compared with the source as it is now. See docs/translators.md.",
}


def explanation(name: str) -> str | None:
    """What a name in the findings or in the log of repairs means."""
    from pipeline import clean

    repair = next((rule for rule in clean.rules() if rule.name == name), None)
    if repair is not None:
        return (
            f"{name}: a repair of extracted text. {repair.title}\n\n"
            f"To refuse it, write «refuse: [{name}]» (or {name}:LINE) in document.yaml; force: makes one that was only "
            "proposed. See docs/cleaning.md."
        )
    if name in READ:
        return f"{name}: {READ[name]}\n\nThe finding says what was read and what to write. See docs/dialect.md."
    family = next((said for start, said in FAMILIES.items() if name.startswith(start) and name != start), None)
    return f"{name}: {family}\n\nThe finding says what is wrong and what to do." if family else None
