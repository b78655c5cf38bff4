# SPDX-License-Identifier: AGPL-3.0-or-later
# ruff: noqa: E501, SIM905  tables of words: broken lines would hide what belongs together
"""German: what carries numbers, negation, obligation, conditions and quantities. Names: abbreviations only."""

from __future__ import annotations

import re

from pipeline.plain.lexicon import Cues, Lexicon
from pipeline.plain.lexicon.numbers_de import WordsTakenApart, multiple_of, number_of, ordinal_of, unit_of_word

_RECURRING = {"stündlich": "hour", "täglich": "day", "wöchentlich": "week", "vierteljährlich": "quarter", "halbjährlich": "half year", "jährlich": "year", "monatlich": "month", "zweimonatlich": "two months"}

# Words between the parts of a modal: «darf das Boot in der Zeit vom 1. März an nicht», but not over another modal.
_GAP = r"(?:(?!(?:m[uü]ss|k[aö]nn|d[aü]rf|soll|brauch|wenn\b|falls\b|sofern\b)\w*)(?:\d[\d.,:]*|[^\W\d][\w/%-]*) )"
_NONE = r"(?:nicht(?! nur\b)|kein\w*|nie|niemals|nichts|niemand\w*|keinesfalls|keineswegs)"
_NOBODY = r"(?:kein\w*|niemand|nichts)"
_VERB = r"(?-i:[a-zäöüß]{2,}n)"
# «anzuzeigen», «zu zahlen»: not «benutzen», «Nutzungen», «zu Beginn».
_APART = (
    r"(?:ab|an|auf|aus|bei|bereit|bekannt|dar|durch|ein|entgegen|fern|fest|fort|frei|gegenüber|gleich|heim|her\w*|hin\w*|kennt?lich|los|"
    r"mit|nach|nieder|offen|sicher|statt|teil|um|unter|vor\w*|wahr|weg|weiter|wieder|zurück|zusammen|zu)"
)
_TO = rf"(?-i:(?<= )zu (?!(?:erwarten|befürchten|sehen|finden|erkennen|haben|verstehen|rechnen)\b)[a-zäöüß]+(?:en|eln|ern)|(?!(?:auszuschließ|abzuseh|vorauszuseh|anzunehm|vorzustell)en\b){_APART}zu[a-zäöüß]+(?:en|eln|ern|n))\b"
# «Es ist erlaubt zu rudern» orders nothing.
_HOW = (
    r"(?:nicht|erlaubt|gestattet|möglich|unmöglich|verboten|untersagt|zulässig|ratsam|sinnvoll|gut|besser|berechtigt|befugt|verpflichtet|"
    r"bereit|fähig|schwer|leicht|einfach|schwierig|wichtig|üblich|hilfreich|empfehlenswert)"
)
_IS = r"(?:ist|sind|war|waren|wird|werden|bleib\w+|gilt|gelten|sei|seien)"
# «Melden Sie sich an.» is a command; «Wollen Sie …?» and «Haben Sie …, so …» are none, and «Kommen Sie am besten früh» is advice.
_ASKING = r"(?:Woll|Möcht|Mögt|Könn|Dürf|Müss|Soll|Sollt|Hab|Hätt|Werd|Würd|Wär|Brauch)en|Sind"
_ADVISED = r"[^.!?]*\b(?:am besten|möglichst|nach Möglichkeit|wenn möglich|lieber|vielleicht)\b"
_ORDERED = (
    r"(?:antworten|beantragen|bezahlen|bleiben|bringen|fahren|fragen|füllen|geben|gehen|halten|informieren|kommen|kündigen|lassen|legen|lesen|machen|"
    r"melden|nehmen|nennen|prüfen|reichen|rufen|sagen|schicken|schreiben|senden|stellen|teilen|tun|unterschreiben|wenden|zahlen|zeigen)"
)
_COMMAND = (
    rf"(?:(?:(?<=[.!?:;] )|^)(?!(?:{_ASKING}|Unterlassen|Vermeiden|Verzichten)\b)[A-ZÄÖÜ][a-zäöüß]+n Sie|(?:(?<=[Dd]ann )|(?<=und )|(?<=oder )|(?<=[Bb]itte ))(?!\w+n Sie \w+ nur\b){_ORDERED} Sie)\b"
    rf"(?![^.!?]*\?)(?!{_ADVISED})"
)
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
    units=WordsTakenApart(number_of, {"null": 0}),
    scales={"hundert": 100, "tausend": 1000, "million": 10**6, "millionen": 10**6, "milliarde": 10**9, "milliarden": 10**9, "dutzend": 12, "dutzende": 12, "hunderte": 100, "tausende": 1000},
    ordinals=WordsTakenApart(ordinal_of, {
        **{f"{root}t{end}": value for value, root in enumerate("dreizehn vierzehn fünfzehn sechzehn siebzehn achtzehn neunzehn".split(), start=13) for end in ("e", "en", "er", "es", "em")},
        **{f"{root}{end}": value for value, root in enumerate("erst zweit dritt viert fünft sechst siebt acht neunt zehnt elft zwölft".split(), start=1) for end in ("e", "en", "er", "es", "em") if f"{root}{end}" != "achten"}, "dritte": 3, "dritten": 3, "vierte": 4, "vierten": 4, "fünfte": 5, "fünften": 5, "sechste": 6, "siebte": 7, "achte": 8, "neunte": 9, "zehnte": 10}),
    fractions={"hälfte": 0.5, "hälftig": 0.5, "hälftige": 0.5, "hälftigen": 0.5, "halb": 0.5, "halbe": 0.5, "halben": 0.5, "halbes": 0.5, "viertel": 0.25, "drittel": 1 / 3, "fünftel": 0.2, "sechstel": 1 / 6, "siebtel": 1 / 7, "achtel": 0.125, "neuntel": 1 / 9, "zehntel": 0.1, "zwölftel": 1 / 12, "zwanzigstel": 0.05, "hundertstel": 0.01, "halber": 0.5, "halbem": 0.5},
    parts={"drittel": 1 / 3, "dritteln": 1 / 3, "viertel": 0.25, "vierteln": 0.25, "fünftel": 0.2, "fünfteln": 0.2, "sechstel": 1 / 6, "sechsteln": 1 / 6, "siebtel": 1 / 7, "achtel": 0.125, "achteln": 0.125, "neuntel": 1 / 9, "zehntel": 0.1, "zehnteln": 0.1, "zwölftel": 1 / 12, "zwölfteln": 1 / 12},
    multiples=WordsTakenApart(multiple_of, {"halbiert": 0.5, "halbieren": 0.5, "anderthalb": 1.5, "eineinhalb": 1.5, "verdoppelt": 2.0, "verdoppeln": 2.0, "anderthalbfache": 1.5, "anderthalbfachen": 1.5, "eineinhalbfache": 1.5, "eineinhalbfachen": 1.5,
        **{f"doppelt{end}": 2.0 for end in ("", "e", "en", "er", "es", "em")}}),
    measures=WordsTakenApart(unit_of_word, {**{f"{root}{end}": unit for root, unit in _RECURRING.items() for end in ("e", "en", "er", "es", "em")}, **{form: unit for unit, forms in {"minute": "minute minuten", "hour": "stunde stunden stündlich wochenstunde wochenstunden", "day": "tag tage tagen tages täglich kalendertag kalendertage kalendertagen", "week": "woche wochen wöchentlich kalenderwoche kalenderwochen", "two months": "zweimonatlich", "half year": "halbjährig halbjährige halbjährigen halbjähriger halbjähriges halbjahr halbjahre halbjahren halbjahres halbjährlich kalenderhalbjahr kalenderhalbjahres schulhalbjahr schulhalbjahres", "quarter": "quartal quartale quartalen quartals kalendervierteljahr kalendervierteljahres vierteljahr vierteljahre vierteljahres vierteljahrs vierteljährlich quartalsweise", "quarter hour": "viertelstunde viertelstunden", "three quarter hours": "dreiviertelstunde dreiviertelstunden", "half hour": "halbstündig halbstündige halbstündigen halbstündiger halbstündiges", "nine months": "dreivierteljahr dreivierteljahre dreivierteljahren dreivierteljahres", "decade": "jahrzehnt jahrzehnte jahrzehnten jahrzehnts", "centimetre": "zentimeter zentimetern cm", "millimetre": "millimeter millimetern mm", "month": "monat monate monaten monats monates monatlich monatliche monatlichen kalendermonat kalendermonate kalendermonaten kalendermonats", "year": "jahr jahre jahren jahres jährlich jährliche jährlichen kalenderjahr kalenderjahre kalenderjahren kalenderjahres", "metre": "meter metern", "kilometre": "kilometer kilometern km", "gram": "gramm", "kilogram": "kilo kilogramm kg", "tonne": "tonne tonnen", "litre": "liter litern", "hectare": "hektar", "square metre": "quadratmeter quadratmetern", "square kilometre": "quadratkilometer quadratkilometern", "cubic metre": "kubikmeter kubikmetern"}.items() for form in forms.split()}}),
    months={name: number for number, name in enumerate(
        "januar februar märz april mai juni juli august september oktober november dezember".split(), start=1)},
    decimal_comma=True,
    bounds=Cues(strong={
        "at least": r"(?:gleich oder|erreich\w+ oder) (?:größer|höher|mehr|über\w+)(?: als)?|(?:darf|dürfen|kann|können) (?:\w+ ){0,3}?(?:frühestens|erst nach)|mindestens|wenigstens|frühestens|(?:nicht|nie|niemals) (?:weniger|kürzer|kleiner|jünger|niedriger|geringer|früher|näher) als|nicht unter|nicht vor|zumindest|minimal|ein minimum von|ab(?= \d+ (?:jahr|monat)\w*)",
        "more than": r"mehr als|über|übersteig\w+|überschreit\w+|(?:größer|länger|älter|höher|schneller|schwerer|weiter|später|breiter|tiefer) als|jenseits von|oberhalb von",
        "at most": r"gleich oder (?:kleiner|niedriger|weniger|geringer)(?: als)?|(?:darf|dürfen) (?:\w+ ){0,3}?(?:höchstens|maximal|längstens|nur bis zu)|höchstens|maximal|nicht (?:mehr|länger|später|höher|größer|älter|schneller|schwerer|weiter|breiter) als|nicht über|bis zu|bis höchstens|spätestens|längstens|ein maximum von|(?:eine )?obergrenze von|nie mehr als|(?<=liegt )bei|(?<=ist )bei",
        "less than": r"weniger als|unter|(?:kleiner|jünger|kürzer|niedriger|geringer|früher|näher|leichter|schmaler) als|unterhalb von|unterschreit\w+",
        "about": r"etwa|ungefähr|rund|circa|ca\.|fast|beinahe|nahezu|knapp|zirka|annähernd|schätzungsweise|(?<![0-9] )gegen",
    }),
    negation=Cues(
        strong={"not": r"nicht(?! nur)|kein\w*|nie|niemals|niemand\w*|nichts|ohne(?! weiteres| verzug| verzögerung| schuldhaft| ausnahme| unterbrechung)|weder|nirgends|nirgendwo|keinesfalls|keineswegs"},
        weak={"denying": rf"befrei(?:t|en|ung)\w*|entbind\w+|entbunden|verb[io](?:et\w*|t\w*)|untersag\w+|verhinder\w*|vermeid\w*|weiger\w*|verweiger\w*|ab(?:zu)?leh\w+|abgelehnt\w*|lehn(?:e|st|t|en|te|ten) {_GAP}{{0,8}}?ab|"
                         r"zurück(?:zu)?weis\w+|zurückgewiesen\w*|ab(?:zu)?weis\w+|abgewiesen\w*|versag(?:t|en|ung)\w*|mangel\w*|fehl(?:t|en|te|ten|end\w*)|aus(?:zu)?schlag\w+|"
                         r"un(?:möglich|zulässig|zureichend|wirksam|gültig|bekannt|sicher|rechtmäßig|vollständig|fähig|behindert|gleich|nötig|klar|gerecht|richtig|befugt|erlaubt|entgeltlich|begründet|verändert|abhängig|schuldig|berührt)\w*|"
                         rf"illegal\w*|rechtswidrig\w*|verzicht\w*|unterlass\w*|unterbl\w+|ausgeschlossen\w*|aus(?:zu)?schließ(?!lich)\w+|schlie(?:ß|ss)(?:t|en|e) {_GAP}{{0,8}}?aus|aufhör\w*|aufgegeben|einstell\w*|eingestellt|nichtig\w*|verlust\w*"},
        echo={"end": r"nein|end\w+|erl[io]sch\w*|entf[aä]ll\w*|entfiel\w*|wegfall\w*|weg|verl(?:or|ier|iert)\w*|verfall\w*|verfällt|widerruf\w*|gestrichen|aufgehoben|aufheb\w*|beend\w*|frei\w*|außer\w*|außen|nur|kaum|selten|gegen|wenig\w*|bevor|erst|bis|sondern|los|leer\w*|"
                     r"kostenlos\w*|kostenfrei\w*|gratis|umsonst|gebührenfrei\w*|steuerfrei\w*|straffrei\w*|egal|gleichgültig|gleich(?= ob)|trotz\w*|dennoch|obwohl|auch wenn|selbst wenn|sonst|andernfalls|stehen lassen|zu hause|draußen|fern\w*|entgeh\w*|entgang\w*|"
                     r"behalt\w*|behält|verlier\w*|vergeblich\w*|verspätet\w*|säum\w+|versäum\w*|verpass\w*|\w{4,}los(?:e[nrsm]?)?|geheim\w*|anonym\w*|schweig\w*|pleite|zahlungsunfähig\w*|ersatzlos|statt|anstelle|"
                     r"falsch\w*|stopp\w*|sperr\w*|gesperrt|geschlossen|hinder\w*|schuldenfrei|verschon\w*|erspar\w*|sparen|erübrig\w*|entbehrlich\w*|überflüssig\w*|freiwillig\w*|ablauf|abgelaufen"},
    ),
    modality=Cues(
        strong={
            "forbidden": rf"d(?:arf|ürfen|ürft) {_GAP}{{0,14}}?{_NONE}|{_NONE} {_GAP}{{0,6}}?{_VERB} d(?:arf|ürfen)|{_NOBODY} {_GAP}{{0,4}}?d(?:arf|ürfen)|{_IS} {_GAP}{{0,10}}?nicht {_TO}|h(?:at|aben) {_GAP}{{0,10}}?zu unterbleiben",
            "exempt": rf"m(?:uss|üssen|üsst) {_GAP}{{0,10}}?(?:nicht|kein\w*|nichts|niemand)|brauch(?:t|en|st) {_GAP}{{0,10}}?(?:nicht|kein\w*|nichts)|{_NONE} {_GAP}{{0,6}}?{_VERB} (?:m(?:uss|üssen)|brauch(?:t|en))|{_NOBODY} {_GAP}{{0,4}}?(?:m(?:uss|üssen)|brauch(?:t|en))|"
                      rf"nicht (?:verpflichtet|erforderlich|nötig|notwendig|vorgeschrieben|gezwungen|gehalten|verbindlich|verpflichtend|zwingend|obligatorisch|voraussetzung|pflicht)|nicht (?:verlangt|gefordert|vorausgesetzt|benötigt)|keine? (?:\w*pflicht|verpflichtung|voraussetzung)|k(?:ann|önnen) {_GAP}{{0,6}}?(?:abgesehen|verzichtet) werden|h(?:at|aben) {_GAP}{{0,8}}?nicht {_TO}|"
                      rf"bed(?:arf|ürfen) (?:es )?(?:hierzu |hierfür |dazu |dafür )?(?:nicht|keine[rs])|{_IS} {_GAP}{{0,6}}?(?:entbehrlich|freigestellt|freiwillig|fakultativ)|steht {_GAP}{{0,4}}?frei|steht {_GAP}{{0,3}}?offen",
            "may not": rf"k(?:ann|önnen|önnt) {_GAP}{{0,12}}?{_NONE}|{_NONE} {_GAP}{{0,6}}?{_VERB} k(?:ann|önnen)|{_NOBODY} {_GAP}{{0,4}}?k(?:ann|önnen)|nicht (?:erlaubt|gestattet|zulässig|statthaft|zugelassen|befugt|berechtigt)|kein(?:en|e)? (?:recht|anspruch|erlaubnis|zutritt)",
            "obligation": rf"m(?:uss|üssen|üsst|usste|ussten|üsste|üssten)(?! (?:[\w-]+ ){{0,2}}mit (?:[\w-]+ ){{1,5}}rechnen\b)|(?:{_IS}) (?:(?!nicht\b|kein)\w+ ){{0,6}}?(?:verpflichtet|gezwungen|vorgeschrieben|pflicht)|verpflichtend\w*|zwingend|(?<=ist )\w+pflichtig|(?<=sind )\w+pflichtig|(?:besteht|gilt|herrscht) (?:(?!nicht\b|kein)\w+ ){{0,3}}?\w*pflicht|h(?:at|aben) (?:die |eine )?pflicht|(?:ist|sind) (?:\w+ ){{0,3}}?(?:angehalten|gehalten)|h(?:at|aben)(?= {_GAP}{{1,16}}{_TO})|h(?:at|aben)(?= {_TO})|(?:ist|sind)(?= (?:(?!{_HOW}\b){_GAP}){{0,16}}{_TO})",
            "recommendation": r"soll(?:te|ten|en|t)?|empf(?:ehlen|iehlt|ehle)|(?:wir|ich) raten|rät|abgeraten|besser (?:ist|wäre)|am besten|ist es (?:gut|besser|ratsam|sinnvoll)|ist ratsam|t(?:un|ut) (?:\w+ )?gut daran|wäre (?:es )?(?:\w+ )?(?:gut|schön|besser|wünschenswert|sinnvoll)|möglichst(?! (?:schnell|bald|viel|wenig|früh|genau|kurz|gut|hoch|niedrig)\w*)|nach möglichkeit|(?:wird|werden) (?:\w+ ){0,4}?(?:empfohlen|geraten|angeraten|nahegelegt)",
            "permission": rf"d(?:arf|ürfen|ürft|ürfte|ürften)|k(?:ann|önnen|önnt|önnte|önnten)|mag|(?:{_IS}) (?:(?!nicht\b|kein)\w+ ){{0,3}}?(?:berechtigt|befugt|ermächtigt|erlaubt|gestattet|zulässig|statthaft)|h(?:at|aben) (?:\w+ ){{0,3}}?(?:das recht|die möglichkeit|die wahl)",
            "demand": r"verlangt(?! (?:\w+ )?(?:wird|werden|ist|sind|war|hat|haben|hatte)\b)(?=,? (?:\w+ ){0,5}?(?:dass|von)\b)|verlangen(?=,? (?:dass|von)\b)", "urge": r"forder\w*|rufen|ruft|appellier\w*|dräng\w+",
        },
        weak={"ask": r"bitte[nt]|ersuch\w*|ermutig\w*|einlad\w*|lad(?:en|et)"},
        echo={"order": rf"(?-i:{_COMMAND})(?!{_DENIED})", "forbidden": rf"(?-i:{_COMMAND})(?={_DENIED})|untersag\w*|verb[io]t\w*|verboten\w*|unzulässig\w*|unterlass\w*|tabu",
              "exempt": r"befrei\w+|entbind\w+|entbunden|entfäll\w*|freiwillig\w*|freigestellt|verzicht\w*|erübrig\w*",
              "may not": r"un(?!mittel|verzüg|bedingt)\w{3,}(?:bar|lich)\w*|\w*unmündig\w*|unfähig\w*|unmöglich\w*|ausgeschlossen|nicht möglich|unzulässig\w*|untersag\w*|nicht vorgesehen|nicht \w{3,}bar", "obligation": r"\w+pflichtig\w*|nötig\w*|notwendig\w*|pflicht\w*|erforderlich\w*|obligatorisch\w*|verbindlich\w*|verpflicht\w+|obliegt|obliegen|unerlässlich\w*|unbedingt",
              "permission": r"möglich\w*|erlaub\w*|recht|berechtig\w*|befug\w*|ermächtig\w*|zulässig\w*|gestatte\w*|freiwillig\w*|freigestellt|fähig\w*|lassen|lässt",
              "recommendation": r"empf\w+|rat(?:en|sam)\w*|abgeraten|angeraten", "urge": r"dringend\w*|aufforder\w*|aufruf\w*"},
        loose={"time": r"(?:hat|haben) (?:[\w’'-]+ ){1,7}zeit", "obligation": r"brauch\w*|benötig\w*|bed(?:arf|ürfen)|voraus(?:setz\w*|gesetzt)|gilt|schulde\w*|auf jeden fall|in jedem fall|immer|fällig\w*|haft(?:et|en)|gehalten|gezwungen|zwing\w+|angewiesen|auferlegt|sorgen|sorgt|trägt|tragen|sonst|erst(?= wenn\b)|nur(?= (?:wenn|mit|nach)\b)",
               "permission": r"wie (?:sie|du|ihr) (?:es )?(?:wollen|möchten|mögen|willst|möchtest)|vielleicht|eventuell|unter umständen|gegebenenfalls|ermessen|anspruch\w*|wenn sie (?:\w+ ){0,3}(?:wollen|möchten|mögen)|wollen sie|möchten sie|selbst|überlassen|frei|offen",
               "exempt": r"überflüssig|unnötig\w*|wenn sie (?:\w+ ){0,3}(?:wollen|möchten|mögen)|entscheide\w*|nach wahl|egal|gleichgültig|unabhängig|überlassen|genügt|reicht|auch ohne",
               "recommendation": r"rat|rät|vorsicht\w*|lieber|möglichst|nach möglichkeit|vorschlag\w*|schlagen|tipp|hinweis\w*|gut|besser"},
        answers={"obligation": frozenset({"order", "time"}), "order": frozenset({"obligation", "time"}), "forbidden": frozenset({"may not"}), "may not": frozenset({"forbidden"}), "permission": frozenset({"exempt", "time"})},
        asked=True,
    ),
    conditions=Cues(
        strong={"condition": r"wenn|falls|sofern|vorausgesetzt|unter der (?:bedingung|voraussetzung)|im falle?|für den fall", "exception": r"es sei denn|außer(?! dem|halb|dem| (?:betrieb|kraft|acht|betracht|dienst|haus|ort|frage|stande|landes)\b)|ausgenommen|mit ausnahme|so(?:fern|weit) nicht|abgesehen von|vorbehaltlich",
                "only": r"nur(?! nicht)|ausschließlich|lediglich|allein", "until": r"bis(?! zu \d| dato\b| heute\b)"},
        weak={"before": r"bevor|vor", "after": r"nach|nachdem"},
        echo={"condition": r"\w+\s?\?|bei|wer|soweit|solange|sobald|auf|mit|zustimmung|antrag|die|der|dann", "exception": r"ausnahme\w*|nicht|ohne|nur|sonst|andere\w*|(?<!auch )(?<!selbst )wenn|ausschl\w+|aber|bis auf", "only": r"einzig\w*|beschränk\w*|erst|nicht|außer|bloß", "until": r"vor|bevor|solange|zu"},
    ),
    quantities=Cues(
        strong={"all": r"alle[nrsm]?|jede[nrsm]?|immer|stets|sämtliche\w*", "most": r"die meisten|mehrheit|meistens|großteil|mehrzahl"},
        weak={"some": r"einige[nrsm]?|manche[nrsm]?|ein teil|teilweise", "many": r"viele[nrsm]?|zahlreiche\w*|mehrere\w*|oft|häufig", "few": r"wenige[nrsm]?|selten"},
        echo={"all": r"ganz\w*|gesamt\w*|überall|nie\w*|kein\w*|beide\w*|völlig|vollständig\w*|jederzeit|die|jedermann", "most": r"überwiegend\w*|größte\w*|hauptsächlich|vor allem"},
    ),
    opposites=(("erhöhen", "senken"), ("annehmen", "ablehnen"), ("erlauben", "verbieten"), ("vor", "nach"), ("legal", "illegal"), ("nord", "süd"),
               ("öffentlich", "privat"), ("mindestens", "höchstens"), ("öffnen", "schließen"), ("steigen", "sinken")),
    left_out=r"außer(?! dem\b|halb|dem| (?:betrieb|kraft|acht|betracht|dienst|haus|ort|frage|stande|atem|gefecht|landes)\b)|ausgenommen|mit ausnahme|es sei denn|abgesehen von|g(?:ilt|elten) nicht|so(?:fern|weit) nicht|vorbehaltlich|bis auf|nur (?:nicht|kein\w*)|aber nicht|nicht aber",
    taken_in=r"auch(?= \w+ (?:gehör|dürf|könn|zähl|komm|werd|sind|ist)\w*)|zum beispiel|insbesondere|auch(?= (?:wenn|kein\w*|nicht|an|bei|für|im|in|am|auf|während|dann|die|der|das|den)\b)|g(?:ilt|elten) auch|selbst(?= (?:wenn|an|bei|für|im|in|am)\b)|sogar|einschließlich|inbegriffen|eingeschlossen|ausnahmslos|ohne ausnahme|egal|gleichgültig|unabhängig|mit oder ohne|(?:das )?(?:gleiche|selbe|dasselbe) gilt|ebenso\w*|genauso",
    at_will=r"wenn (?:sie|er|es|du) (?:das |es |dies )?(?:möchten?|wollen|will|willst|mag|mögen)(?=[,.;])|nach (?:wunsch|belieben|wahl|gutdünken)|freiwillig|wie sie (?:möchten|wollen)|wenn (?:sie|er|es) (?:das |es )?für (?:richtig|nötig|sinnvoll) (?:hält|halten)",
)  # fmt: skip
