# SPDX-License-Identifier: AGPL-3.0-or-later
"""Each repair: what it mends, and what looks like it and must stay. The texts were written for these tests."""

from __future__ import annotations

import pytest

from pipeline.clean import clean, rules

LONG = "The council met in the spring and heard the reports of all its members on the state of the roads"

# Text cut by the numbers of three pages, and the same made whole.
SHEETS = "\nThe clerk then\n\n– 1 –\n\nread the letter, and\n\n– 2 –\n\nwrote it\n\n– 3 –\n\ndown.\n"
LEAVES = "\nThe clerk then read the letter, and wrote it down.\n"

# rule, language, before, after
GOOD = [
    (
        "symbol-signs",
        "en",
        "# Boats\n\nThe mark \uf0fc stands for paid, \uf0b7 for late, `\uf0b7` is code.\n",
        "# Boats\n\nThe mark ✓ stands for paid, • for late, `\uf0b7` is code.\n",
    ),
    ("symbol-signs", "en", "# Boats\n\n- Oars\n\n- \uf0b7\n\n- Sails\n", "# Boats\n\n- Oars\n\n- Sails\n"),
    (
        "hyphenation",
        "en",
        "The clerk keeps all communica\u00ad\n[tions of the board](https://harbour.example) in a chest.\n",
        "The clerk keeps all communica[tions of the board](https://harbour.example) in a chest.\n",
    ),
    (
        "glued-headings",
        "en",
        f"# Law\n\nDuties The clerk writes. {LONG}.\n\nDuties Pilots watch. {LONG}.\n\n"
        f"Duties All of it is read. {LONG}.\n"
        f"{SHEETS}",
        f"# Law\n\n## Duties\n\nThe clerk writes. {LONG}.\n\n## Duties\n\nPilots watch. {LONG}.\n\n## Duties\n\n"
        f"All of it is read. {LONG}.\n{LEAVES}",
    ),
    (
        "stacked-bullets",
        "en",
        f"# Law\n\n•\n\n•\n\nA rope of hemp.\n\nA lamp.\n\n{LONG}.\n{SHEETS}",
        f"# Law\n\n- A rope of hemp.\n\n- A lamp.\n\n{LONG}.\n{LEAVES}",
    ),
    (
        "heading-tails",
        "en",
        "# Law\n\n" + "".join(f"## A-{n} Boats {n} Rule:\n\n{LONG}.\n\n" for n in (1, 2, 3)) + f"## Dues\n{SHEETS}",
        "# Law\n\n" + "".join(f"## A-{n} Boats {n}\n\nRule:\n\n{LONG}.\n\n" for n in (1, 2, 3)) + f"## Dues\n{LEAVES}",
    ),
    (
        "led-lists",
        "en",
        f"# Law\n\nThe gate is closed in two cases:\n\nIce has come. Pilots say so.\n\nA wreck lies there. Mind it.\n\n"
        f"{LONG}.\n{SHEETS}",
        f"# Law\n\nThe gate is closed in two cases:\n\n- Ice has come. Pilots say so.\n\n- A wreck lies there. Mind "
        f"it.\n\n{LONG}.\n{LEAVES}",
    ),
    (
        "drawn-lists",
        "en",
        f"# Law\n\n{LONG}.\n\n## Boats\n\nthey must have a lamp;\n\nthey must not be tied to the rail.\n\n{LONG}."
        f"\n{SHEETS}",
        f"# Law\n\n{LONG}.\n\n## Boats\n\n- they must have a lamp;\n\n- they must not be tied to the rail.\n\n{LONG}."
        f"\n{LEAVES}",
    ),
    (
        "joined-headings",
        "en",
        f"# Law\n\n## Boats\n\n{LONG}.\n\n### Dues\n\n{LONG}.\n\nMending old nets Bring each net in. {LONG}.\n\n"
        f"Lamps of the mole The lamps are lit by night. {LONG}. They bring what they mend, and the net.\n{SHEETS}",
        f"# Law\n\n## Boats\n\n{LONG}.\n\n### Dues\n\n{LONG}.\n\n### Mending old nets\n\nBring each net in. "
        f"{LONG}.\n\n### Lamps of the mole\n\nThe lamps are lit by night. {LONG}. They bring what they mend, and the "
        f"net.\n{LEAVES}",
    ),
    (
        "ended-headings",
        "en",
        f"# Law\n\n## Boats\n\n{LONG}.\n\n## Rafts\n\n{LONG}. Dues of the rafts\n\n{LONG}.\n{SHEETS}",
        f"# Law\n\n## Boats\n\n{LONG}.\n\n## Rafts\n\n{LONG}.\n\n### Dues of the rafts\n\n{LONG}.\n{LEAVES}",
    ),
    (
        "repeated-headings",
        "en",
        f"# Law\n\n### Article 2\n\n{LONG}.\n\n### Article 5\n\n{LONG}.\n\nArticle 7\n\n{LONG}.\n{SHEETS}",
        f"# Law\n\n## Article 2\n\n{LONG}.\n\n## Article 5\n\n{LONG}.\n\n## Article 7\n\n{LONG}.\n{LEAVES}",
    ),
    (
        "articles",
        "es",
        "# Ley\n\n## Título I\n\n- Artículo 1° El puerto es de todos.\n- Artículo 2° La barca paga.\n"
        f"- Artículo 3° Los prácticos miran.\n{SHEETS}",
        "# Ley\n\n## Título I\n\n### Artículo 1°\n\nEl puerto es de todos.\n\n### Artículo 2°\n\nLa barca paga.\n\n"
        f"### Artículo 3°\n\nLos prácticos miran.\n{LEAVES}",
    ),
    (
        "glued-items",
        "en",
        "# Law\n\n- **Ropes.** Two of them.\n- **Lamps.** One. **Bells.** None.\n- **Oil.** A can.\n" + SHEETS,
        "# Law\n\n- **Ropes.** Two of them.\n- **Lamps.** One.\n- **Bells.** None.\n- **Oil.** A can.\n" + LEAVES,
    ),
    (  # a term in quotation marks each
        "glued-items",
        "en",
        "# Law\n\n“Boat”: what floats.\n\n“Quay”: lies. “Mole”: a quay of stone.\n\n“Oil”: burns.\n" + SHEETS,
        "# Law\n\n“Boat”: what floats.\n\n“Quay”: lies.\n\n“Mole”: a quay of stone.\n\n“Oil”: burns.\n" + LEAVES,
    ),
    (
        "inline-labels",
        "en",
        "- The clerk keeps books, and these are:\n(i) the book of dues, which is old, and (ii) the book\nof fines.\n",
        "- The clerk keeps books, and these are: (i) the book of dues, which is old, and (ii) the book\nof fines.\n",
    ),
    (
        "inline-labels",
        "en",
        "1. Count the boats that lie at the mole at dusk, and go back to step\n3.\n",
        "1. Count the boats that lie at the mole at dusk, and go back to step 3.\n",
    ),
    (
        "join-paragraphs",
        "en",
        f"{LONG} and\n\nof the bridges. It rose at noon.\n",
        f"{LONG} and of the bridges. It rose at noon.\n",
    ),
    (
        "join-paragraphs",
        "en",
        "1. The first item ends here.\n2. The second item is cut by\n\na page. It goes on.\n",
        "1. The first item ends here.\n2. The second item is cut by a page. It goes on.\n",
    ),
    (
        "join-paragraphs",
        "fr",
        "Le conseil a entendu les rapports de tous ses membres sur l’état des\n\nroutes.\n",
        "Le conseil a entendu les rapports de tous ses membres sur l’état des routes.\n",
    ),
    (
        "join-paragraphs",
        "de",
        "Der Rat hörte die Berichte aller Mitglieder über den Zustand der\n\nStraßen an.\n",
        "Der Rat hörte die Berichte aller Mitglieder über den Zustand der Straßen an.\n",
    ),
    (
        "join-paragraphs",
        "es",
        "El consejo escuchó los informes de todos sus miembros sobre el estado de\n\nlas carreteras.\n",
        "El consejo escuchó los informes de todos sus miembros sobre el estado de las carreteras.\n",
    ),
    (
        "join-paragraphs",
        "ar",
        "استمع المجلس إلى تقارير جميع الأعضاء عن حالة الطرق في\n\nالمدينة القديمة.\n",
        "استمع المجلس إلى تقارير جميع الأعضاء عن حالة الطرق في المدينة القديمة.\n",
    ),
    (
        "join-paragraphs",
        "zh",
        "委员会在春天听取了所有成员关于道路和桥梁状况的\n\n报告。\n",
        "委员会在春天听取了所有成员关于道路和桥梁状况的报告。\n",
    ),
    ("hyphenation", "en", "They sent the infor-\nmation at once.\n", "They sent the information at once.\n"),
    (
        "hyphenation",
        "en",
        "A long-term plan. The long-\nterm view.\n",
        "A long-term plan. The long-term view.\n",
    ),
    (
        "hyphenation",
        "en",
        "Government\u00adwide rules and the govern\u00ad\nment of towns.\n",
        "Government-wide rules and the government of towns.\n",
    ),
    ("hyphenation", "de", "Die Bundes\u00ad\nregierung beschließt.\n", "Die Bundesregierung beschließt.\n"),
    (
        "hyphenation",
        "de",
        "Schreiben Sie zuerst an hafen-\namt@listen.example und warten Sie.\n",
        "Schreiben Sie zuerst an hafen-amt@listen.example und warten Sie.\n",
    ),
    ("hyphenation", "de", "Der Kran Hebe-\nk386 hebt es.\n", "Der Kran Hebe-k386 hebt es.\n"),  # a name
    (  # both are words that German has from elsewhere: no compound
        "hyphenation",
        "de",
        "Mit hoist oder hoist-\nthe hebt der Kran die Last.\n",
        "Mit hoist oder hoist-the hebt der Kran die Last.\n",
    ),
    (  # the name of a machine
        "hyphenation",
        "en",
        "The quaymaster has it. Ask for the log at quay-\nmaster.harbour.example and wait.\n",
        "The quaymaster has it. Ask for the log at quay-master.harbour.example and wait.\n",
    ),
    (  # no line ends inside a word: the text was set without hyphenation
        "hyphenation",
        "en",
        "Subclauses bind the crew. The sub-\nclauses of the non-\nharbour rules bind none, nor do sub-\nclauses.\n",
        "Subclauses bind the crew. The sub-clauses of the non-harbour rules bind none, nor do sub-clauses.\n",
    ),
    (
        "hyphenation",
        "en",
        "Subclauses bind the crew. The sub-\nclauses bind no non-\nharbour infor-\nmation.\n",
        "Subclauses bind the crew. The subclauses bind no non-harbour information.\n",
    ),
    ("hyphenation", "fr", "Le dévelop\u00ad\npement continue.\n", "Le développement continue.\n"),
    ("ligatures", "en", "The oﬃce ﬁled it.\n", "The office filed it.\n"),
    ("ligatures", "ar", "ﻣﺮﺣﺒﺎ بكم.\n", "مرحبا بكم.\n"),
    ("mojibake", "en", "The cityâ€™s cafÃ©s are open.\n", "The city’s cafés are open.\n"),
    ("mojibake", "fr", "Les rÃ©ponsesÂ\xa0! «Â\xa0Ici\xa0» aussi.\n", "Les réponses\xa0! «\xa0Ici\xa0» aussi.\n"),
    ("control-characters", "en", "\ufeffOne\u200b word\x00 here.\n", "One word here.\n"),
    ("line-ends", "en", "# Title\r\rText of it.\r", "# Title\n\nText of it.\n"),
    ("typed-lists", "en", "They need:\n\n• bread\n• water\n", "They need:\n\n- bread\n- water\n"),
    ("typed-lists", "zh", "需要：\n\n• 面包\n• 水\n", "需要：\n\n- 面包\n- 水\n"),
    ("capital-lists", "en", "IV. Boats\nV. Nets\n\nVI. Dues\n", "IV.  Boats\nV.  Nets\n\nVI.  Dues\n"),
    (
        "lone-numbers",
        "en",
        f"1.\n\n{LONG}.\n\n2.\n\nIt rose at noon.\n\nThe clerk went home.\n\n3.\nThe rest stayed.\n",
        f"1. {LONG}.\n\n2. It rose at noon.\n\nThe clerk went home.\n\n3. The rest stayed.\n",
    ),
    (
        "capital-lists",
        "en",
        "A. The boats lie still.\nB. All nets are dry.\n",
        "A.  The boats lie still.\nB.  All nets are dry.\n",
    ),
    (
        "capital-lists",
        "en",
        "A. Brook came.\nB. Sand left.\nC. Reed sat.\n",
        "A.  Brook came.\nB.  Sand left.\nC.  Reed sat.\n",
    ),
    ("capital-lists", "en", "A. Boats\nB. Nets\n\nText.\n", "A.  Boats\nB.  Nets\n\nText.\n"),
    (  # the list that an item leads to stands before the next
        "capital-lists",
        "en",
        "A. Boats:\n\n   1. are tarred;\n   2. are tied.\n\nB. Nets are dried.\n",
        "A.  Boats:\n\n    1. are tarred;\n    2. are tied.\n\nB.  Nets are dried.\n",
    ),
    ("typed-lists", "en", "- 1. Read it.\n- 2. Sign it.\n", "1. Read it.\n2. Sign it.\n"),
    ("typed-lists", "en", "•\n\nBread for all of them.\n", "- Bread for all of them.\n"),
    (
        "html-remnants",
        "en",
        '## <span id="page-3-1"></span>Roads\n\nWater is H<sub>2</sub>O.\n',
        "## Roads\n\nWater is H~2~O.\n",
    ),
    (  # "#page-31" leads to another place
        "html-remnants",
        "en",
        '## <span id="page-3"></span>Roads\n\nSee [the weir](#page-31).\n',
        "## Roads\n\nSee [the weir](#page-31).\n",
    ),
    ("escapes", "en", "A file\\\\_name here.\n", "A file\\_name here.\n"),
    (
        "cut-urls",
        "en",
        "See https://example.org/reports/\n2019/roads.pdf for more.\n",
        "See https://example.org/reports/2019/roads.pdf for more.\n",
    ),
    ("letter-spaced", "en", "N O T I C E  T O  A L L\n", "NOTICE TO ALL\n"),
    (
        "join-paragraphs",
        "pt",
        "- O capitão\n- O piloto, assim como o guarda do porto e o da ponte ou\n\no Chefe do farol.\n",
        "- O capitão\n- O piloto, assim como o guarda do porto e o da ponte ou o Chefe do farol.\n",
    ),
    ("typed-lists", "en", "- A. Use it.\n- B. Keep it.\n- C. Go.\n", "A.  Use it.\nB.  Keep it.\nC.  Go.\n"),
    (  # the lists of B and C count on, and stand in no code
        "typed-lists",
        "en",
        "- A. Nets:\n\n   1. Mend it.\n\n- B. Oars:\n\n   1. Oil it.\n\n- C. Masts:\n\n   1. Step it.\n",
        "A.  Nets:\n\n    1. Mend it.\n\nB.  Oars:\n\n    1. Oil it.\n\nC.  Masts:\n\n    1. Step it.\n",
    ),
    (  # a list between two items is one inside the first
        "capital-lists",
        "en",
        "A. Nets:\n\n   1. Mend it.\n   2. Dry it.\n\nB. Oars are oiled.\n",
        "A.  Nets:\n\n    1. Mend it.\n    2. Dry it.\n\nB.  Oars are oiled.\n",
    ),
    ("capital-lists", "en", "E. Use it.\nF. Keep it.\nG. Go.\n", "E.  Use it.\nF.  Keep it.\nG.  Go.\n"),
    ("letters-apart", "es", "## Art í culo 3\n\nEs una Declaraci ó n.\n", "## Artículo 3\n\nEs una Declaración.\n"),
    ("letters-apart", "fr", "La d é cision est à lire à part.\n", "La décision est à lire à part.\n"),
    ("letters-apart", "de", "Die Gr ö ße des Hafens.\n", "Die Größe des Hafens.\n"),
    ("image-placeholders", "en", "One.\n\n<!-- image -->\n\nTwo.\n", "One.\n\nTwo.\n"),
    ("bold-in-heading", "en", "## **Roads**\n\nText.\n", "## Roads\n\nText.\n"),
    ("heading-levels", "en", "# Roads\n\n### Bridges\n\nText.\n", "# Roads\n\n## Bridges\n\nText.\n"),
    ("empty-heading", "en", "# Roads\n\nText.\n\n##\n\nMore.\n", "# Roads\n\nText.\n\nMore.\n"),
    ("empty-heading", "fr", "# Routes\n\nTexte.\n\n## Pour en savoir plus\n", "# Routes\n\nTexte.\n"),
    ("tables", "en", "Text.\n\n|  |  |\n|---|---|\n\nMore.\n", "Text.\n\nMore.\n"),
    (
        "tables",
        "en",
        "| Road | Length |\n|---|---|\n| A | 1 |\n\n| Road | Length |\n|---|---|\n| B | 2 |\n",
        "| Road | Length |\n|---|---|\n| A | 1 |\n| B | 2 |\n",
    ),
    (
        "false-headings",
        "en",
        "# Roads\n\nIf the owner of the land does not\n\n### have the papers that the office asks for, send a copy.\n",
        "# Roads\n\nIf the owner of the land does not have the papers that the office asks for, send a copy.\n",
    ),
    (
        "emphasis",
        "en",
        "The council said **no to** **all of it** at once.\n",
        "The council said **no to all of it** at once.\n",
    ),
    (
        "numbering",
        "de",
        "1. Der Rat darf\n1. prüfen,\n2. fragen.\n2. Der Rat tagt.\n",
        "1. Der Rat darf\n   1. prüfen,\n   2. fragen.\n2. Der Rat tagt.\n",
    ),
    (
        "numbering",
        "en",
        "1. The mayor may:\na) ask,\nb) answer.\n\nText.\n",
        "1. The mayor may:\n\n   a) ask,\n   b) answer.\n\nText.\n",
    ),
    (
        "numbering",
        "en",
        "1. The mayor asks\na) once,\nb) twice.\n2. The mayor answers.\n",
        "1. The mayor asks\n\n   a) once,\n   b) twice.\n2. The mayor answers.\n",
    ),
    (
        "numbering",
        "en",
        "1. for oars\n2. for sails, which are\n(i) red, or\n(ii) brown\n3. for ropes\n",
        "1. for oars\n2. for sails, which are\n\n   (i) red, or\n   (ii) brown\n3. for ropes\n",
    ),
    (
        "numbering",
        "en",
        "1.\tfor oars\n2.\tfor sails\na)\tred\nb)\tbrown\n3.\tfor ropes\n",
        "1.\tfor oars\n2.\tfor sails\n\n    a)\tred\n    b)\tbrown\n3.\tfor ropes\n",
    ),
    (
        "numbering",
        "en",
        f"1. for oars\n2. for sails:\n   a. red\n   b. brown\n3. for ropes\n{SHEETS}",
        f"1. for oars\n2. for sails:\n\n   a. red\n   b. brown\n3. for ropes\n{LEAVES}",
    ),
    (
        "hyphenation",
        "de",
        "Die Schleusen\u00adwärter\u00adwohnung am Kranich\u00adweiher steht leer.\n",
        "Die Schleusenwärterwohnung am Kranichweiher steht leer.\n",
    ),
]

# What must stay as it is, whatever rule might want it.
COUNTER = [
    ("es", "Se puede anotar el nombre del barco ejecutando barco -i\no escribiendo su nombre en el libro.\n"),
    ("de", "FREI VON TAU-\nUNABHÄNGIG DAVON, OB ES DER HAFENMEISTER SAH, SIND ALLE SCHIFFE.\n"),
    ("en", f"{LONG} and the lamp\u00ad\n\n- im-port of wax\n- oil\n"),
    ("en", "# Poem\n\nOne line of it.\n\nAnother line of it.\n"),
    ("en", "They need:\n\nbread\n\nwater\n"),  # no page is known: only proposed
    ("en", "Short- and long-term plans.\n\nPre- and post-war houses.\n"),
    ("en", "A well-known man-of-war.\n"),
    ("en", "B. Russell\n\nA. Einstein\n\nK. Gödel said so.\n"),  # names
    ("en", "C. Doppler\nD. Hilbert\n"),
    ("fr", "I. – Les barques paient.\n\nII. – Les radeaux ne paient rien.\n\nIII. – Les autres attendent.\n"),
    ("en", "A. Brook keeps the lamp.\n\nB. Sand rings the bell.\n"),
    ("en", "1.\n   Below its number, as an author may write it.\n2.\n   So is this.\n3.\n   And this.\n"),
    ("en", "The log of the year\n1.\n\nwas lost.\n"),
    ("en", "1.\n\n2.\n\n3.\n\nThe council met.\n\nIt rose.\n\nIt met again.\n"),  # told: whose numbers they are is lost
    ("en", "\n\n".join(f"{n}.\n\nIt rained.\n\nIt snowed.\n\nIt blew.\n\nIt cleared." for n in (1, 2, 3)) + "\n"),
    ("en", "IV.  Boats\nV.  Nets\n"),
    ("de", "Vor- und Nachteile, Arbeitgeber- oder Arbeitnehmerseite.\n"),
    ("de", "1. wer raucht,\n2. wer trinkt,\n\nzahlt eine Strafe.\n"),
    ("en", "```\nexam-\nple\n\n• not a list\nand no end\n\nof it\n```\n"),
    ("en", "    code exam-\n    ple\n\nText.\n"),
    ("en", "---\ntitle: infor-\n  mation and\nlang: en\n---\n\nText.\n"),
    ("en", "<table><tr><td>a<br>b and</td></tr>\n<tr><td>exam-\nple</td></tr></table>\n"),
    ("en", "Use `a<br>b` and `\\\\_x`.\n"),
    ("en", "# Title\n\n**Note**\n\nText of the note.\n"),
    ("en", "Yes\n\nNo\n\nYes\n\nNo\n\nYes\n"),  # repeated, and no running head
    ("en", "In 2019 there were 3 roads.\n\n1\n\n2\n"),  # two numbers prove nothing
    (
        "fr",
        "# Loi\n\nArticle 1\n\nLe conseil se réunit.\n\nArticle 2\n\nLe conseil décide.\n\nArticle 3\n\nIl publie.\n\n"
        "Article 4\n\nIl se tait.\n",
    ),
    ("fr", "« Été » : l’élève aime « Noël ».\n"),
    ("ar", "المادة الأولى: يجتمع المجلس.\n\nالمادة الثانية: يقرر المجلس.\n"),
    ("fa", "می\u200cخواهم بروم.\n"),  # the zero-width non-joiner is spelling
    ("zh", "第一条 委员会开会。\n\n第二条 委员会决定。\n"),
    ("en", "A family: 👨\u200d👩\u200d👧.\n"),
    ("en", "They organise and realize it.\n"),
    ("en", "Line one\\\nLine two.\n"),
    ("en", "[^1]: A note.\n\nText.[^1]\n"),
    ("en", "# A\n\n## B\n\nText without a line end"),
    ("en", "1. One\n2. Two\n\na) Letter\nb) Letter\n\ni. Roman\nii. Roman\n"),  # lists of their own
    ("en", "# T\n\n<a name='weir'></a>\n\n## The weir\n\nSee [the weir](#weir).\n"),  # a link leads to it
    (  # labels that begin one line after the other are items, though the text cites them
        "en",
        "1. The clerk keeps\n\n    (a) the book of dues;\n    (b) the book of fines;\n    (c) the key.\n"
        "2. What is said in (a), (b), (c) and (d) is secret.\n",
    ),
    ("en", "# T\n\n<a name='user-content-weir'></a>\n\n## The weir\n\nSee [the weir](#weir).\n"),
    ("fr", "# T\n\n<a name='été'></a>\n\n## L’été\n\nVoir [l’été](#%C3%A9t%C3%A9).\n"),
    ("en", "1. a\n   1. b\n      1. c\n   2. d\n2. e\n"),  # its indentation says all
    ("en", "---\ntitle: A report\n---\n\n# One\n\n## A\n\n## B\n\n## C\n\n## D\n\n# Two\n\nText.\n"),
    ("en", "# Plan B\n\nPlan B is the title and a name.\n\nPlan B\n\nText of it.\n"),
]


@pytest.mark.parametrize(("rule", "lang", "before", "after"), GOOD)
def test_mends(rule: str, lang: str, before: str, after: str) -> None:
    cleaned = clean(before, lang=lang)
    assert cleaned.text == after
    assert rule in {repair.rule for repair in cleaned.repairs}


@pytest.mark.parametrize(("rule", "lang", "before", "after"), GOOD)
def test_can_be_refused(rule: str, lang: str, before: str, after: str) -> None:
    assert rule not in {repair.rule for repair in clean(before, lang=lang, refuse=[rule]).repairs}


@pytest.mark.parametrize(("lang", "text"), COUNTER)
def test_stays(lang: str, text: str) -> None:
    assert clean(text, lang=lang).text == text


def test_every_repair_has_an_example() -> None:
    shown = {rule for rule, *_ in GOOD} | BY_DOCUMENT
    assert {rule.name for rule in rules()} - shown == set()


# Repairs that need a document around them; each has a test below.
BY_DOCUMENT = {
    "drawn-lists",
    "lettered-headings",
    "parted-items",
    "lam-alef",
    "visual-order",
    "unspaced",
    "running-heads",
    "false-tables",
    "columns",
    "plain-tables",
    "boxed-tables",
    "glued-tables",
    "lined-tables",
    "short-headings",
    "fenced-headings",
    "cut-listings",
    "shown-listings",
    "signed-listings",
    "caption-headings",
    "clause-items",
    "code-links",
    "counted-headings",
    "column-names",
    "placeholders",
    "shown-links",
    "page-breaks",
    "footnotes",
    "bold-headings",
    "clauses",
    "lone-bullets",
    "code-comments",
    "bulleted-listings",
    "dropped-hyphens",
    "run-in-headings",
    "numbered-headings",
    "unmarked-lists",
    "list-lines",
    "clause-lists",
    "lists-inside",
    "narrow-lists",
    "layout",
    "roman-headings",
    "series-headings",
    "two-headings",
    "skipped-headings",
    "odd-headings",
    "division-headings",
    "split-paragraphs",
    "typed-headings",
    "reports",
}


TOWNS = ("north", "old town by the sea", "eastern hills", "west")
WEATHER = (
    "It rained.",
    "It was dry, and warm for the season.",
    "There was snow on the hills.",
    "The wind rose.",
)


def _pages(count: int, foot: str = "Page {n} of 4", head: str = "The State of the Roads") -> str:
    parts = ["# The State of the Roads"]
    for number in range(1, count + 1):
        parts.append(f"{WEATHER[number % 4]} {LONG}, and it heard what they said about the bridges and about")
        parts += [foot.format(n=number), head]
        parts.append(f"the ferries of the {TOWNS[number % 4]}.")
    return "\n\n".join(parts) + "\n"


def test_running_heads_and_page_numbers_go_and_the_sentence_is_whole() -> None:
    cleaned = clean(_pages(4), lang="en")
    assert "Page" not in cleaned.text and cleaned.text.count("The State of the Roads") == 1
    assert cleaned.text.count("and about the ferries of the") == 4
    deleted = [repair.deleted for repair in cleaned.repairs if repair.rule == "running-heads"]
    assert deleted == [f"Page {n} of 4 / The State of the Roads" for n in range(1, 5)]


def test_french_and_german_page_numbers() -> None:
    for foot in ("page {n} sur 4", "Seite {n} von 4", "– {n} –", "{n}/4"):
        cleaned = clean(_pages(4, foot), lang="fr")
        assert foot.format(n=2) not in cleaned.text, foot


def test_a_form_feed_is_the_end_of_a_page() -> None:
    text = f"# Roads\n\n{LONG} and\n\fof the bridges. It rose.\n"
    cleaned = clean(text, lang="en")
    assert "\f" not in cleaned.text and "and of the bridges." in cleaned.text


def test_notes_are_joined_with_their_marks() -> None:
    text = (
        f"{LONG}.1 They were told2 that all was well.\n\n1 Report of the engineer, 1901.\n\n2 By letter.\n\n"
        "The next part follows here.\n"
    )
    cleaned = clean(text, lang="en")
    assert "roads.[^1] They were told[^2] that" in cleaned.text
    assert cleaned.text.endswith("[^1]: Report of the engineer, 1901.\n\n[^2]: By letter.\n")
    assert [repair.moved for repair in cleaned.repairs if repair.rule == "footnotes"] == [
        "Report of the engineer, 1901.",
        "By letter.",
    ]


def test_names_with_numbers_are_no_note_marks() -> None:
    text = "The P1 alarm and the A2 road.\n\n1 Alarms come first.\n\n2 Roads come second.\n"
    assert clean(text, lang="en").text == text


def test_bold_lines_are_headings_where_pages_prove_an_extraction() -> None:
    text = (
        _pages(4)
        + "\n"
        + "\n\n".join(f"**{name}**\n\n{LONG}." for name in ("Roads", "Bridges", "Ferries"))
        + "\n"
    )
    cleaned = clean(text, lang="en")
    assert "\n## Roads\n" in cleaned.text and "\n## Ferries\n" in cleaned.text
    assert clean("# T\n\n" + text.split("\n\n", 20)[-1], lang="en").text.count("## ") == 0


def test_drawn_bullets_after_a_colon() -> None:
    text = _pages(4) + "\nThe council asks for:\n\nbetter roads\n\nmore bridges\n\nfewer ferries\n"
    assert "- better roads\n\n- more bridges\n\n- fewer ferries" in clean(text, lang="en").text


PLAIN = """      The State of the Roads
      The council met in the spring and heard the reports of all its members on
      the state of the roads, and it found that much was to be done before the
      winter came back to the town.
      What is to be done
      The council asks the towns to mend the roads that lead to the bridges, and
      to see that the ferries are safe. It will look at the reports again in the
      autumn of the same year.
      Who pays for it
      The towns pay for what lies inside their walls, and the council pays for the
      rest of the roads until the end of the year in which they were mended, or as
      long as the law says.
"""


PLAIN_PART = (
    "The council met in the spring and heard what the masters of the ferries had to say about\n"
    "the state of the roads, and it found that much was to be done before the winter came back\n"
    "to the town. It asks the towns to mend the roads that lead to the bridges, and to see that\n"
    "the ferries are safe. It will look at the reports again in the autumn of the same year, or\n"
    "as long as the law says."
)


def test_plain_text_gets_paragraphs_and_headings() -> None:
    cleaned = clean(PLAIN, lang="en")
    headings = [line for line in cleaned.text.splitlines() if line.startswith("#")]
    assert headings == ["# The State of the Roads", "## What is to be done", "## Who pays for it"]
    assert not any(line.startswith(" ") for line in cleaned.text.splitlines())
    assert {"layout", "split-paragraphs", "typed-headings"} <= {repair.rule for repair in cleaned.repairs}


def test_a_numbered_line_of_plain_text_that_ends_early_heads_what_is_below_it_though_it_has_a_stop() -> None:
    parts = ("Mend the roads to the bridges first.", "See that the ferries are safe.", "Read the reports again.")
    body = "\n\n\f".join(f"{n}. {part}\n{PLAIN_PART} {PLAIN_PART}" for n, part in enumerate(parts, start=1))
    text = clean(f"The State of the Roads\n\n{PLAIN_PART}\n\n{body}\n", lang="en").text
    headings = [line for line in text.splitlines() if line.startswith("#")]
    assert headings[1:] == [f"## {n}. {part}" for n, part in enumerate(parts, start=1)]


def test_what_machines_read_is_no_heading_of_plain_text() -> None:
    text = PLAIN.replace("      Who pays for it\n", "      Road-Toll: max=40; ferries\n")
    assert "# Road-Toll" not in clean(text, lang="en").text


def _headed(*parts: str) -> list[str]:
    """The headings of a plain text of three pages, of which these are the last."""
    pages = "\n\f\n".join(("The State of the Roads", PLAIN_PART, "\n\n".join(parts)))
    return [line for line in clean(pages + "\n", lang="en").text.splitlines() if line.startswith("#")][1:]


def test_headings_with_letters_in_plain_text() -> None:
    parts = ("A. Who mends the roads?", PLAIN_PART, "B. Who keeps the ferries?", PLAIN_PART)
    assert _headed(*parts) == ["## A. Who mends the roads?", "## B. Who keeps the ferries?"]


def test_annexes_with_letters_stand_beside_numbered_parts_in_plain_text() -> None:
    parts = ("1. The roads", PLAIN_PART, "2. The ferries", PLAIN_PART, "A. Of wood", "A.1. Old wood", PLAIN_PART)
    assert _headed(*parts) == ["## 1. The roads", "## 2. The ferries", "## A. Of wood", "### A.1. Old wood"]
    nested = ("1. The roads", PLAIN_PART, "A. Of wood", PLAIN_PART, "2. The ferries", PLAIN_PART)
    assert _headed(*nested) == ["## 1. The roads", "### A. Of wood", "## 2. The ferries"]


def test_parts_of_parts_in_plain_text_stand_below_them_though_each_comes_once() -> None:
    parts = (
        "Part 1 - The roads", "Subpart 1 - Bridges", "§ 1 Of wood", PLAIN_PART, "§ 2 Of stone", PLAIN_PART,
        "This ends what is to be said of them, and of all that the council heard of it in spring",
        "Part 2 - The ferries", "§ 3 Of iron", PLAIN_PART,
    )  # fmt: skip
    levels = [len(line) - len(line.lstrip("#")) for line in _headed(*parts)]
    assert levels == [2, 3, 4, 4, 2, 3]


def test_lines_between_the_title_and_the_text_of_plain_text() -> None:
    parts = f"1. What is known\n\n{PLAIN_PART}\n\f\n2. What is hidden\n\n{PLAIN_PART}\n"
    text = f"The State of the Roads\n\nVersion 2.1\n\n{parts}"
    headings = [line for line in clean(text, lang="en").text.splitlines() if line.startswith("#")]
    assert headings == ["# The State of the Roads", "## 1. What is known", "## 2. What is hidden"]


def test_columns_and_two_spellings_are_told_and_not_changed() -> None:
    words = LONG.split()
    rows = "".join(
        f"{' '.join(words[n % 9 : n % 9 + 5]):<34}{' '.join(words[-n % 7 : -n % 7 + 5])}\n" for n in range(20)
    )
    cleaned = clean(rows, lang="en")
    assert cleaned.text == rows
    assert any("columns" in notice.reason for notice in cleaned.notices)
    text = "They organise it. They organize it again.\n"
    cleaned = clean(text, lang="en")
    assert cleaned.text == text and any("-ise" in notice.reason for notice in cleaned.notices)


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("zh", "# 报 告 正 文 道 路\n\n委员会听取了关于 Roads of the inter-\nnational board 的报告。\n"),
        ("ja", "# 報 告 の 本 文\n\n委員会は inter-\nnational board の報告を聞いた。\n"),
        ("ko", "# 보 고 서 본 문\n\n위원회는 inter-\nnational board 보고를 들었다.\n"),
    ],
)
def test_languages_whose_words_cannot_be_asked_for(lang: str, text: str) -> None:
    assert "international" in clean(text, lang=lang).text


def test_notes_that_lead_back_to_their_marks() -> None:
    text = (
        "# Roads\n\nThe council met.<sup>1</sup> It saw that the roads were bad.<sup>2</sup> It rose.\n\n"
        "1. By letter of the engineer. ↩\n\n2. seen again\nin 1901. <u>↩\ufe0e</u>\n"
    )
    cleaned = clean(text, lang="en").text
    assert "met.[^1] It saw that the roads were bad.[^2] It rose." in cleaned
    assert cleaned.endswith("[^1]: By letter of the engineer.\n\n[^2]: seen again in 1901.\n")


def test_marks_stand_apart_where_the_notes_lead_back() -> None:
    text = (
        "# Roads\n\n1. Count the 2 roads as Section 1 of the Act 1 asks, in 2 towns.\n\nThe old law, 2 the new one, 3 "
        "and no other hold. They end. 4 So it is\n\n1. Act of 1891.↩\ufe0e\n2. 44 Laws 12.↩\ufe0e\n"
        "3. 45 Laws 1 and\n2.↩\ufe0e\n4. It did.↩\ufe0e\n"
    )
    cleaned = clean(text, lang="en").text
    assert "1. Count the 2 roads as Section 1 of the Act[^1] asks, in 2 towns." in cleaned
    assert "The old law,[^2] the new one,[^3] and no other hold. They end.[^4] So it is" in cleaned
    assert cleaned.endswith("[^1]: Act of 1891.\n\n[^2]: 44 Laws 12.\n\n[^3]: 45 Laws 1 and 2.\n\n[^4]: It did.\n")


def test_raised_marks_prove_notes_whatever_these_begin_with_and_pass_over_one_that_is_lost() -> None:
    marks = " ".join(f"They saw road {name}.<sup>{n}</sup>" for n, name in enumerate("abcde", start=1))
    notes = "1 By letter.\n\n2 /roads/b holds it.\n\n4 see the map.\n\n5 As before.\n"
    cleaned = clean(f"{marks}\n\n{notes}", lang="en").text
    assert [f"[^{n}]: " in cleaned for n in range(1, 6)] == [True, True, False, True, True]


def test_options_and_versions_are_no_note_marks() -> None:
    text = "Call it with -p1 and -p2.\n\n1 By letter of the engineer.\n\n2 By another letter.\n"
    assert clean(text, lang="en").text == text


def test_terms_are_not_joined_with_what_they_mean() -> None:
    text = "1.1. “Road”\n\nmeans what carts drive on.\n\n1.2. “You” (or “Your”)\n\nmeans whoever drives there.\n"
    assert clean(text, lang="en").text == text


def test_escaped_labels_begin_items() -> None:
    text = f"{LONG} and\n\n\\(b\\) the bridges are safe.\n"
    assert clean(text, lang="en").text == text


def test_a_number_that_two_lists_lead_up_to_goes_on_with_the_one_indented_like_it() -> None:
    text = "1.  One.\n\n2.  Two.\n\n    1.  Two and one.\n\n    2.  Two and two.\n\n3.  Three.\n"
    assert clean(text, lang="en").text == text


def test_words_cut_where_a_link_ends() -> None:
    text = "They saw the [new char\u00ad](https://example.org/a)\nacters of the play, [long\u00ad](https://example.org/c)\nterm.\n"
    cleaned = clean(text, lang="en").text
    assert cleaned == (
        "They saw the [new characters](https://example.org/a)\nof the play, [long-term](https://example.org/c).\n"
    )


def test_words_that_a_line_end_cut_between_two_links_are_whole() -> None:
    text = (
        "They saw the [old char\u00ad](https://example.org/a)\n[acters, all](https://example.org/b) of them.\n\n"
        "They saw the **[young char\u00ad](https://example.org/a)**\n**[acters of it](https://example.org/a)** too.\n"
    )
    assert clean(text, lang="en").text == (
        "They saw the [old characters](https://example.org/a)\n[, all](https://example.org/b) of them.\n\n"
        "They saw the **[young characters\nof it](https://example.org/a)** too.\n"
    )


def test_an_item_that_a_page_cut_ends_like_the_item_before() -> None:
    item = "ein Register der Brücken nicht oder nicht vollständig geführt oder nicht mindestens zehn"
    text = (
        _pages(4, foot="Page {n} of 5")
        + f"\n1. eine Straße ohne Erlaubnis gesperrt,\n\n2. {item}\n\nPage 5 of 5\n\nThe State of the Roads\n\n"
        + "Jahre aufbewahrt,\n\n3. eine Fähre ohne Licht betrieben.\n"
    )
    assert f"2. {item} Jahre aufbewahrt,\n" in clean(text, lang="de").text


def test_lines_numbered_like_the_headings_around_them_are_headings() -> None:
    text = (
        f"# Roads\n\n## 2.1. Bridges\n\n{LONG}.\n\n2.1.1. Of wood\n\n{LONG}.\n\n_2.1.2. Of stone_\n\n{LONG}.\n\n"
        f"## 2.2. Ferries\n\n{LONG}.\n\n2.3. Fords\n\n{LONG}.\n\n## 2.4. Tolls\n\n{LONG}.\n"
    )
    headings = [line for line in clean(text, lang="en").text.splitlines() if line.startswith("#")]
    assert headings == [
        "# Roads", "## 2.1. Bridges", "### 2.1.1. Of wood", "### 2.1.2. Of stone", "## 2.2. Ferries", "## 2.3. Fords",
        "## 2.4. Tolls",
    ]  # fmt: skip


def test_numbers_that_end_in_nought_count_up_by_what_stands_before() -> None:
    body = (
        f"## 1.0 Bridges\n\n{LONG}.\n\n- 2.0 Ferries\n\n{LONG}.\n\n2.1 The council keeps ferries. The town\n\n"
        f"pays for them.\n\n## 3.0 Fords\n\n{LONG}.\n\n4.0 Tolls The council takes them, and the town keeps them all.\n"
    )
    cleaned = clean(_pages(4) + "\n" + body, lang="en").text
    headings = [line for line in cleaned.splitlines() if line.startswith("#")]
    assert headings[1:] == ["## 1.0 Bridges", "## 2.0 Ferries", "## 3.0 Fords", "## 4.0 Tolls"]


def test_items_that_stand_over_text_between_numbered_headings_are_headings_too() -> None:
    body = (
        f"## 1. Bridges\n\n{LONG}.\n\n- 2. Ferries\n\n{LONG}.\n\n- 3. Fords\n\n{LONG}.\n\n1. The dues\n\n{LONG}.\n\n"
        f"2. The fines\n\n{LONG}.\n\n## 4. Tolls\n\n{LONG}.\n"
    )
    cleaned = clean(_pages(4) + "\n" + body, lang="en").text
    headings = [line for line in cleaned.splitlines() if line.startswith("## ")]
    assert headings == ["## 1. Bridges", "## 2. Ferries", "## 3. Fords", "## 4. Tolls"]
    assert clean(f"# Roads\n\n{body}", lang="en").text.count("\n## ") == 2  # no page proves an extraction


def test_a_stop_ends_a_numbered_heading_where_it_ends_those_around_it() -> None:
    body = (
        f"1. Keep the bridges.\n\n{LONG}.\n\n2. Mend the fords.\n\n{LONG}.\n\n## 3. Read the tolls{{end}}\n\n{LONG}.\n"
    )
    pages = _pages(4) + "\n"
    found = clean(pages + body.format(end="."), lang="en").text
    assert "\n## 1. Keep the bridges.\n" in found and "\n## 2. Mend the fords.\n" in found
    assert clean(pages + body.format(end=""), lang="en").text.count("\n## ") == 1


@pytest.mark.parametrize(
    "line",
    [
        "2.1.1. The council keeps the bridges of the town in repair.",
        "2.1.1. The council may\n\n- keep the bridges;\n\n- mend the fords.",
        "2.1.1. “Bridge”\n\nmeans what crosses a river.",
        "2.1.4. Of stone",
    ],
)
def test_clauses_terms_and_numbers_out_of_order_are_no_headings(line: str) -> None:
    text = f"# Roads\n\n## 2.1. Bridges\n\n{LONG}.\n\n{line}\n\n{LONG}.\n\n## 2.2. Ferries\n\n{LONG}.\n"
    assert clean(text, lang="en").text == text


LINES = (
    "The wardens of the bridge met in the spring and heard what the masons had to say of the piers and of\n"
    "the ice that broke two of them, and they wrote down what it would cost to mend them before the winter\n"
    "came again."
)


def _plain(*parts: str) -> list[str]:
    """The headings of a plain text set in lines."""
    text = clean("\n\n".join(parts) + "\n", lang="en").text
    return [line for line in text.splitlines() if line.startswith("#")]


def test_numbers_of_more_parts_stand_below_those_of_fewer_in_plain_text() -> None:
    parts = ("1.1. Wood", "2. Of the ferries", "2.1. Small", "2.2. Large", "2.3. Old", "3. Tolls")
    assert _plain("Roads and bridges", LINES, *(line for part in parts for line in (part, LINES)))[2:] == [
        "## 2. Of the ferries", "### 2.1. Small", "### 2.2. Large", "### 2.3. Old", "## 3. Tolls",
    ]  # fmt: skip


def test_what_stands_under_a_numbered_title_begins_on_the_second_level() -> None:
    parts = ("5.1 Wood", LINES, "5.2 Stone", LINES, "5.2.1 Old", LINES)
    item = ("4. Bridges of the town when the river rises", "and falls, as it does each spring.")
    headings = _plain("5 Bridges", LINES, *parts, *item, "5.3 Sand", LINES)
    assert headings == ["# 5 Bridges", "## 5.1 Wood", "## 5.2 Stone", "### 5.2.1 Old", "## 5.3 Sand"]


def test_a_numbered_line_that_ends_early_is_parted_from_the_text_below_it() -> None:
    parts = (f"1. Of the bridges\n{LINES}", f"2. Of the ferries\n{LINES}", f"3. Of the tolls\n{LINES}")
    assert _plain("Roads", LINES, *parts) == [
        "# Roads", "## 1. Of the bridges", "## 2. Of the ferries", "## 3. Of the tolls",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "item",
    [
        f"2. The wardens keep the\n{LINES}",
        f"2. The wardens keep the bridges,\n{LINES}",
        f"2. The wardens keep them.\n{LINES}",
        "2. The wardens keep the bridges\nand the ferries of the town in good repair, and they read what it costs.",
        f"2. The wardens of the bridges of the town\n\n{LINES[0].lower()}{LINES[1:]}",
    ],
)
def test_items_of_plain_text_that_go_on_are_no_headings(item: str) -> None:
    assert _plain("Roads", LINES, item, LINES, LINES) == ["# Roads"]


def test_bold_over_two_lines_is_a_heading_too() -> None:
    parts = ("**The roads of the town\nand of the hills**", "**Bridges**", "**Ferries**")
    text = _pages(4) + "\n" + "\n\n".join(f"{part}\n{LONG}." for part in parts) + "\n"
    cleaned = clean(text, lang="en").text
    assert f"\n## The roads of the town and of the hills\n\n{LONG}" in cleaned and "\n## Ferries\n" in cleaned


def test_headings_of_one_level_in_two_styles_are_of_two() -> None:
    parts = (
        "## Roads\n\n### _Of stone_\n\n### Old\n\n{t}\n\n### New\n\n{t}\n\n"
        "### _6. Of sand_\n\n{t}\n\n### 6.1 Dry\n\n{t}\n"
    )
    cleaned = clean(_pages(4) + "\n" + parts.format(t=f"{LONG}."), lang="en").text
    headings = [line for line in cleaned.splitlines() if line.startswith("#")][1:]
    assert headings == ["## Roads", "### _Of stone_", "#### Old", "#### New", "### _6. Of sand_", "#### 6.1 Dry"]


def test_headings_that_look_alike_stay_on_the_level_that_they_have() -> None:
    parts = "## 6 Roads\n\n{t}\n\n## 6.1 Of stone\n\n{t}\n\n## 6.2 Of sand\n\n{t}\n"
    text = _pages(4) + "\n" + parts.format(t=f"{LONG}.")
    assert clean(text, lang="en").text.endswith(parts.format(t=f"{LONG}."))


def test_a_sentence_goes_on_with_code() -> None:
    text = f"{LONG}, as all of them wrote in the file\n\n“`/roads/list`” and the files beside it.\n"
    assert "in the file “`/roads/list`” and" in clean(text, lang="en").text
    shown = f"{LONG}, and each of them wrote\n\n`roads --list`\n\nThe list is long.\n"
    assert clean(shown, lang="en").text == shown


def test_an_item_that_ends_with_or_leads_up_to_the_next() -> None:
    text = (
        "It is kept by one of these:\n\n- a member of the council who has seen the bridge;\n"
        "- a member of the board that looks after the roads and the ferries, or\n- a keeper of the mill.\n"
    )
    assert clean(text, lang="en").text == text


def test_inserted_and_deleted_words_stay_marked() -> None:
    text = "# Bill\n\nThe fee is <del>ten</del> <ins>twelve</ins> coins, <u>paid</u> in May.\n"
    assert clean(text, lang="en").text == text.replace("<u>paid</u>", "paid")


def test_a_word_is_not_made_up_of_another_s_ending() -> None:
    text = "The clerk keeps the books of the harbour machine-\nsee the table. A machine writes, and machines count.\n"
    assert "machinesee" not in clean(text, lang="en").text


def test_words_of_a_text_in_two_languages_are_asked_of_both() -> None:
    english = "They read that the harbour will not be open to those boats which have been at sea for seven days. " * 20
    own = "Os barcos que estão no porto não pagam mais do que dois dos outros, até ao fim de cada mês. " * 6
    cut = "Isto faz-se automatica\u00ad\nmente com a maré.\n"
    assert "automaticamente com" in clean(f"{english}\n\n{own}\n\n{cut}", lang="pt").text


def test_a_word_that_a_narrow_cell_cut_twice_is_whole() -> None:
    for cut in ("in\u00ad forma\u00ad tion", "in\u00ad<br>forma\u00ad<br>tion"):
        text = f"# Roads\n\n| name | use |\n| - | - |\n| {cut} | none |\n"
        assert "| information | none |" in clean(text, lang="en").text


def test_a_list_of_letters_right_below_its_item_is_one_for_every_reader_of_markdown() -> None:
    """Else it is read as words of the item, in one paragraph."""
    text = "1. for oars\n2. for sails:\n    a) red\n    b) brown\n3. for ropes\n"
    assert clean(text, lang="en").text == text.replace("sails:\n", "sails:\n\n")
