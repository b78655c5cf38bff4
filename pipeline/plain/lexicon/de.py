# SPDX-License-Identifier: AGPL-3.0-or-later
# ruff: noqa: E501, SIM905  tables of words: broken lines would hide what belongs together
"""German: what carries numbers, negation, obligation, conditions and quantities. Names: abbreviations only."""

from __future__ import annotations

import re

from pipeline.plain.lexicon import Cues, Lexicon

TENS = dict(
    zip("zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig".split(), range(20, 100, 10), strict=True)
)
ONES = dict(zip("ein zwei drei vier fünf sechs sieben acht neun".split(), range(1, 10), strict=True))

# «Melden Sie sich an.» is a command; «Wollen Sie …?» and «Haben Sie …, so …» are none.
_ASKING = r"(?:Woll|Möcht|Mögt|Könn|Dürf|Müss|Soll|Sollt|Hab|Hätt|Werd|Würd|Wär|Brauch)en|Sind"
_COMMAND = rf"(?:(?<=[.!?:;] )|^)(?!(?:{_ASKING})\b)[A-ZÄÖÜ][a-zäöüß]+n Sie\b(?![^.!?]*\?)"
_DENIED = r"[^.!?]*\b(?:nicht|kein\w*|nie|niemals)\b"

LEXICON = Lexicon(
    function_words=frozenset(
        """ab aber alle allem allen aller alles als also am an andere anderen auch auf aus bei beim bereits bin bis bist da dabei dafür
        damit dann darf das dass dazu dein deine dem den denn der deren des dessen dich die dies diese diesem diesen dieser dieses dir
        doch dort du durch ein eine einem einen einer eines er es etwas euch euer für gegen gibt hab habe haben hat hatte hatten hier hin
        hinter ich ihm ihn ihnen ihr ihre ihrem ihren ihrer im immer in indem ins ist ja jede jedem jeden jeder jedes jedoch jene kann
        kein keine können man mehr mein mich mir mit muss müssen nach nicht nichts noch nun nur ob oder ohne sehr sein seine seinem
        seinen seiner seit sich sie sind so soll sollen sollte sollten sondern sonst über um und uns unser unsere unter vom von vor war
        waren was weil welche wenn wer werden wie wieder will wir wird wo wurde wurden zu zum zur zwischen""".split()
    ),
    nominal=re.compile(r"(?:[a-zäöüß]{3,}(?:ung|ungen|heit|heiten|keit|keiten|tion|tionen))$"),
    not_nominal=frozenset("zeitung wohnung nation station krankheit mehrheit minderheit freiheit region million".split()),
    units={"null": 0, **{word: value for word, value in ONES.items() if value > 1}, "zehn": 10, "elf": 11, "zwölf": 12, "dreizehn": 13,
           "vierzehn": 14, "fünfzehn": 15, "sechzehn": 16, "siebzehn": 17, "achtzehn": 18, "neunzehn": 19, **TENS,
           **{f"{one}und{ten}": a + b for one, a in ONES.items() for ten, b in TENS.items()},
           **{f"{one}hundert": 100 * a for one, a in ONES.items()}, **{f"{one}tausend": 1000 * a for one, a in ONES.items()}},
    scales={"hundert": 100, "tausend": 1000, "million": 10**6, "millionen": 10**6, "milliarde": 10**9, "milliarden": 10**9, "dutzend": 12, "dutzende": 12, "hunderte": 100, "tausende": 1000},
    ordinals={**{f"{root}{end}": value for value, root in enumerate("erst zweit dritt viert fünft sechst siebt acht neunt zehnt elft zwölft".split(), start=1) for end in ("e", "en", "er", "es", "em") if f"{root}{end}" != "achten"}, "dritte": 3, "dritten": 3, "vierte": 4, "vierten": 4, "fünfte": 5, "fünften": 5, "sechste": 6, "siebte": 7, "achte": 8, "neunte": 9, "zehnte": 10},
    fractions={"hälfte": 0.5, "halbe": 0.5, "halben": 0.5, "halbes": 0.5, "viertel": 0.25, "drittel": 1 / 3, "fünftel": 0.2, "zehntel": 0.1},
    parts={"drittel": 1 / 3, "dritteln": 1 / 3, "viertel": 0.25, "vierteln": 0.25, "fünftel": 0.2, "fünfteln": 0.2, "sechstel": 1 / 6, "achtel": 0.125, "zehntel": 0.1, "zehnteln": 0.1},
    multiples={"halbiert": 0.5, "halbieren": 0.5, "anderthalb": 1.5, "eineinhalb": 1.5, "zweieinhalb": 2.5, "dreieinhalb": 3.5, "viereinhalb": 4.5,
        "fünfeinhalb": 5.5, "sechseinhalb": 6.5, "siebeneinhalb": 7.5, "achteinhalb": 8.5, "neuneinhalb": 9.5, "doppelt": 2, "doppelte": 2, "verdoppelt": 2, "zweimal": 2, "dreimal": 3, "viermal": 4, "dreifach": 3, "dreifache": 3},
    measures={form: unit for unit, forms in {"minute": "minute minuten", "hour": "stunde stunden stündlich", "day": "tag tage tagen täglich", "week": "woche wochen wöchentlich", "two months": "zweimonatlich", "half year": "halbjahr halbjahre halbjahres halbjährlich", "quarter": "quartal quartale quartals vierteljährlich", "centimetre": "zentimeter zentimetern cm", "millimetre": "millimeter millimetern mm", "month": "monat monate monaten monats monatlich monatliche monatlichen", "year": "jahr jahre jahren jahres jährlich jährliche jährlichen", "metre": "meter metern", "kilometre": "kilometer kilometern km", "gram": "gramm", "kilogram": "kilo kilogramm kg", "tonne": "tonne tonnen", "litre": "liter litern", "hectare": "hektar", "square metre": "quadratmeter quadratmetern", "square kilometre": "quadratkilometer quadratkilometern", "cubic metre": "kubikmeter kubikmetern"}.items() for form in forms.split()},
    months={name: number for number, name in enumerate(
        "januar februar märz april mai juni juli august september oktober november dezember".split(), start=1)},
    decimal_comma=True,
    bounds=Cues(strong={
        "at least": r"mindestens|wenigstens|frühestens|nicht weniger als|nicht unter|zumindest",
        "more than": r"mehr als|über|übersteig\w+|überschreit\w+|größer als|länger als|älter als",
        "at most": r"höchstens|maximal|nicht mehr als|bis zu|nicht länger als|spätestens",
        "less than": r"weniger als|unter|kleiner als|jünger als|kürzer als",
        "about": r"etwa|ungefähr|rund|circa|ca\.|fast|beinahe|nahezu|knapp|zirka|(?<![0-9] )gegen",
    }),
    negation=Cues(
        strong={"not": r"nicht(?! nur)|kein\w*|nie|niemals|niemand\w*|nichts|ohne(?! weiteres| verzug| verzögerung| schuldhaft)|weder|nirgends|nirgendwo"},
        weak={"denying": r"befrei(?:t|en|ung)\w*|entbind\w+|entbunden|nieman\w+|verb[io](?:et\w*|t\w*)|untersag\w+|verhinder\w*|vermeid\w*|weiger\w*|verweiger\w*|ableh\w+|abgelehnt\w*|mangel\w*|fehl(?:t|en|te|ten)|"
                         r"un(?:möglich|zulässig|zureichend|wirksam|gültig|bekannt|sicher|rechtmäßig|vollständig|fähig|behindert|gleich|nötig|klar|gerecht)\w*|"
                         r"illegal\w*|verzicht\w*|unterlass\w*|ausgeschlossen\w*|ausschlie\w+|aufhör\w*|aufgegeben|einstell\w*|eingestellt"},
        echo={"end": r"end\w+|verl(?:or|ier)\w*|frei\w*|außer\w*|nur|kaum|selten|gegen|wenig\w*|bevor|bis|sondern|los"},
    ),
    modality=Cues(
        strong={
            "forbidden": r"d(?:arf|ürfen|ürft) (?:[\w-]+ ){0,6}?(?:nicht|kein\w*|nie|niemals)",
            "exempt": r"m(?:uss|üssen|üsst) (?:[\w-]+ ){0,6}?(?:nicht|kein\w*)|brauch(?:t|en|st) (?:[\w-]+ ){0,6}?(?:nicht|kein\w*)|nicht (?:verpflichtet|erforderlich|nötig|notwendig)|nicht zu \w+en",
            "may not": r"k(?:ann|önnen|önnt) (?:[\w-]+ ){0,6}?(?:nicht|kein\w*|nie|niemals)",
            "obligation": r"m(?:uss|üssen|üsst|usste|ussten)|(?:ist|sind|war|waren|sei|bleib\w+) (?:\w+ ){0,4}?verpflichtet|verpflichtend\w*|zwingend|h(?:at|aben)(?= (?:\w+ ){1,6}zu \w+en\b)",
            "recommendation": r"soll(?:te|ten|en|t)?|am besten|ist es (?:gut|besser|ratsam)|ist ratsam",
            "permission": r"d(?:arf|ürfen|ürft|ürfte|ürften)|k(?:ann|önnen|önnt|önnte|önnten)|mag|vielleicht|(?:ist|sind) (?:\w+ ){0,3}?berechtigt",
            "demand": r"verlang\w+", "urge": r"forder\w*|rufen|ruft|appellier\w*|dräng\w+",
        },
        weak={"ask": r"bitte[nt]?|ersuch\w*|ermutig\w*|einlad\w*|lad(?:en|et)"},
        echo={"order": rf"(?-i:{_COMMAND})(?!{_DENIED})", "forbidden": rf"(?-i:{_COMMAND})(?={_DENIED})|untersag\w*|verb[io]t\w*|verboten\w*|unzulässig\w*|unterlass\w*|nicht (?:erlaubt|gestattet|zulässig)", "exempt": r"befrei\w+|entbind\w+|entbunden|entfäll\w*|freiwillig\w*|verzicht\w*",
              "may not": r"unmöglich\w*|ausgeschlossen|nicht möglich|unzulässig\w*|untersag\w*|nicht vorgesehen|nicht \w{3,}bar", "obligation": r"(?:ist|sind|war|waren) (?:[\w.,-]+ ){0,10}?(?:\w{2,}zu\w{3,}en|zu \w{3,}en)|nötig\w*|notwendig\w*|pflicht\w*|erforderlich\w*|brauch\w*|obligatorisch\w*|verpflicht\w+", "permission": r"möglich\w*|erlaub\w*|recht|berechtig\w*|zulässig\w*|gestatte\w*|freiwillig\w*|fähig\w*|lassen|lässt",
              "recommendation": r"empf\w+|rat(?:en|sam)\w*", "urge": r"dringend\w*|aufforder\w*|aufruf\w*"},
        answers={"obligation": frozenset({"order"}), "order": frozenset({"obligation"}), "forbidden": frozenset({"may not"}), "may not": frozenset({"forbidden"}), "permission": frozenset({"exempt"})},
    ),
    conditions=Cues(
        strong={"condition": r"wenn|falls|sofern|vorausgesetzt|unter der bedingung|im falle?|für den fall", "exception": r"es sei denn|außer(?! dem|halb|dem)|ausgenommen|mit ausnahme|sofern nicht",
                "only": r"nur(?! nicht)|ausschließlich|lediglich|allein", "until": r"bis(?! zu \d| dato\b| heute\b)"},
        weak={"before": r"bevor|vor", "after": r"nach|nachdem"},
        echo={"condition": r"bei|wer|soweit|solange|sobald|auf|mit|zustimmung|antrag|die|der", "exception": r"ausnahme\w*|nicht|ohne|nur|sonst|andere\w*|wenn|ausschl\w+", "only": r"einzig\w*|beschränk\w*|erst|nicht|außer|bloß", "until": r"vor|bevor|solange|zu"},
    ),
    quantities=Cues(
        strong={"all": r"alle[nrsm]?|jede[nrsm]?|immer|stets|sämtliche\w*", "most": r"die meisten|mehrheit|meistens|großteil|mehrzahl"},
        weak={"some": r"einige[nrsm]?|manche[nrsm]?|ein teil|teilweise", "many": r"viele[nrsm]?|zahlreiche\w*|mehrere\w*|oft|häufig", "few": r"wenige[nrsm]?|selten"},
        echo={"all": r"ganz\w*|gesamt\w*|überall|nie\w*|kein\w*|beide\w*|völlig|vollständig\w*|jederzeit|die|jedermann", "most": r"überwiegend\w*|größte\w*|hauptsächlich|vor allem"},
    ),
    opposites=(("erhöhen", "senken"), ("annehmen", "ablehnen"), ("erlauben", "verbieten"), ("vor", "nach"), ("legal", "illegal"), ("nord", "süd"),
               ("öffentlich", "privat"), ("mindestens", "höchstens"), ("öffnen", "schließen"), ("steigen", "sinken")),
)  # fmt: skip
