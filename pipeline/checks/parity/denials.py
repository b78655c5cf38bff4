# SPDX-License-Identifier: AGPL-3.0-or-later
"""The words by which languages deny, and all by which a translator may say what another language denies.

The first lists hold what surely denies; the last are wide, since an alarm costs more than a miss: words that deny,
bound, except, fail or hold a denial in themselves.
"""

from __future__ import annotations

import re
from functools import cache

DENIES = {
    "en": r"not|never|cannot|\w+n['’]t|nobody|nothing",
    "nl": r"niet|nooit|geen|niemand|niets",
    "de": r"nicht|niemals|nie|kein\w{0,2}|niemand\w*|nichts",
    "fr": r"n(?:e\s|['’])(?:\S+\s+){1,4}?(?:pas|jamais|rien|aucune?|personne)",
    "es": r"no|nunca|jamás|nadie|ning[úu]n\w*",
    "it": r"non|mai|nessun\w*|niente",
    "pt": r"não|nunca|ninguém|nenhum\w*",
}
IDLE = {
    "en": r"not\s+(?:only|just|merely|least|to\s+mention|until|yet)|\bor\s+not|why\s+not"
    r"|nothing\s+(?:but|else|other|more|less)"
    r"|n['’]t\s+(?:you|it|they|we)",
    "nl": r"niet\s+(?:alleen|enkel|slechts|in\s+de\s+laatste|eerder|meer\s+dan)|nog\s+niet|al\s+dan\s+niet|of\s+niet"
    r"|niets\s+anders",
    "de": r"nicht\s+(?:nur|zuletzt|allein|mehr\s+als|selten|wahr)|noch\s+nicht|nichts\s+(?:ander\w*\s+)?als|nie\s+zuvor"
    r"|oder\s+nicht",
    "fr": r"n['’]est-ce\s+pas|pas\s+seulement|rien\s+d['’]autre|ou\s+(?:non|pas)",
    "es": r"no\s+(?:s[óo]lo|solamente|obstante|m[áa]s\s+que|bien)|si\s+no|nunca\s+antes|o\s+no",
    "it": r"non\s+(?:solo|soltanto|solamente|appena|ostante|più\s+di)|se\s+non|mai\s+prima|più\s+che\s+mai|come\s+mai"
    r"|o(?:ppure)?\s+non?|o\s+meno",
    "pt": r"não\s+(?:só|somente|apenas|obstante|mais\s+(?:de|do\s+que))|senão|se\s+não|nunca\s+antes|ou\s+não",
}
LIMITS = {
    "en": r"no|non\w*|none|nor|neither|without|nowhere|un(?!til|der|it|iv|iq|ion|less\b)\w{3,}|until|dis\w{4,}"
    r"|mis\w{4,}|(?:im|ir|il)(?:p|r|l)\w{4,}"
    r"|in(?:valid|co[mnr]|ca|a[cdp]|dep|e[fl]|ex|vis|suf|tol|dif|act)\w*|bad|wrong\w*|err\w+|\w+[- ]specific"
    r"|mal\w+|unless|closed?|error\w*"
    r"|ignor\w+|unable|garbage|shut|\w{3,}less|fail\w*|avoid\w*|refus\w*|except\w*|only|hardly|barely"
    r"|rather|instead|stop\w*|prevent\w*|prohibit\w*|forbid\w*|ban\w*|lack\w*|free|before|exclud\w*"
    r"|den(?:y|ies|ied)|few\w*|rarely|seldom|little|but|other\w*|otherwise|beyond|too|excess\w*|far|keep"
    r"|absen\w+|missing|against|leave|out|impossible|deprecat\w*|discourag\w*|reject\w*|problem\w*|troubl\w*"
    r"|difficult\w*|sometimes|occasional\w*|opposite|contrary|unlike|just|merely|simply|omit\w*|skip\w*|limit\w*|restrict\w*|abus\w*",
    "nl": r"zonder|noch|on\w{4,}|in(?:c|v|a)\w{5,}|\w{3,}loos|\w{3,}loze|nauwelijks|zelden|behalve|uitgezonderd"
    r"|alleen|slechts|pas|tenzij|vermijd\w*|voorkom\w*|verboden|verbied\w*|nergens|evenmin|weiger\w*"
    r"|mis\w{4,}|vrij|nee|non\w+|tot|maar|eer|anders|buiten|weinig|ontbre\w+|laat|te|in\s+plaats|fout\w*"
    r"|misluk\w+|ongeldig\w*|gesloten|dicht|negeer\w*|genegeerd|proble\w+|moeilijk\w*|lastig\w*|soms|af(?:ge)?ra\w+"
    r"|weggelaten|weglat\w+|overslaan|overgeslagen|tegen\w*|beperk\w*|misbruik\w*",
    "de": r"ohne|un\w{4,}|in(?:k|a|d|v)\w{5,}|\w{3,}los\w{0,2}|kaum|selten|außer|ausgenommen|nur|erst|weder|noch"
    r"|vermeid\w*|verboten|verbiet\w*|verhinder\w*|nirgend\w*|verweiger\w*|frei|nein|miss\w{4,}|fehl\w*"
    r"|statt\w*|anstatt|bevor|bis|sondern|aber|anders|außerhalb|wenig\w*|unterlass\w*|zu|keinesfalls"
    r"|keineswegs|fehler\w*|gescheitert|ungültig\w*|geschlossen\w*|zu\w*lassen|ignor\w+|falsch\w*|ab(?:ge|zu)?lehn\w*"
    r"|ab(?:ge|zu)?rat\w*|manchmal|problem\w*|schwer|schwierig\w*|gegen\w*|überspr\w*|weg\w+|entf[aä]ll\w*"
    r"|verzicht\w*|beschränk\w*|übersteig\w*|vorbei\w*",
    "fr": r"pas|ne|n['’]\w+|non|sans|aucune?s?|jamais|rien|personne|ni|nul\w*|in\w{4,}|im[mp]\w{4,}|ir\w{4,}"
    r"|il[l]\w{4,}|mé\w{4,}|dé[sp]\w{4,}|sauf|hormis|excepté|seul\w*|évit\w*|interdi\w*|empêch\w*|refus\w*"
    r"|défen\w*|manqu\w*|faute|peu|rarement|plutôt|avant|mais|autre\w*|hors|exclu\w*|trop|absen\w+|loin"
    r"|ailleurs|guère|échec|échou\w+|erreur\w*|ferm\w+|ignor\w+|mal\w*|err\w+|problèm\w*|souci\w*|pannes?|oppos\w+"
    r"|s['’]en\s+pass\w+|se\s+passer|proscri\w+|diffici?l\w*|diffi\w+|parfois|décour\w*|déconseil\w*|omet\w*|omis\w*"
    r"|contraire\w*|rejet\w*|limit\w*|restrei\w*|libres?",
    "es": r"sin|ni|nada|ningun\w*|in\w{4,}|im[p]\w{4,}|ir\w{4,}|des\w{4,}|salvo|excepto|sol[oa]\w*|sólo|evit\w*"
    r"|prohib\w*|imped\w*|neg\w*|falt\w*|apenas|antes|sino|tampoco|impid\w*|rechaz\w*|fuera|exclu\w*"
    r"|poc[oa]s?|otr[oa]s?|demasiad\w+|hasta|lejos|ausen\w+|carec\w+|fall\w+|error\w*|cerrad\w+|ignor\w+"
    r"|mal\w*|err\w+|problem\w*|dif[ií]ci\w*|dificult\w*|prescind\w*|omit\w*|a\s+veces|contrari\w*|limit\w*|libres?",
    "it": r"no|senza|né|nulla|in\w{4,}|im[p]\w{4,}|ir\w{4,}|dis\w{4,}|s(?:con|pro)\w{4,}|tranne|salvo|eccetto"
    r"|sol[oa]\w*|evit\w*|viet\w*|imped\w*|rifiut\w*|manc\w*|appena|prima|bensì|neppure|nemmeno|neanche"
    r"|fuori|esclu\w*|poc[ohi]+|altr\w+|anziché|troppo|fino|assen\w+|priv\w+|fallit\w*|fallisc\w+|error\w*"
    r"|chius\w+|ignor\w+|mal\w*|multi\w*|err\w+|problem\w*|diffic\w*|a\s+meno|omett\w*|omess\w*|contrari\w*"
    r"|rinunc\w*|a\s+volte|talvolta|limit\w*|liber\w*",
    "pt": r"sem|nem|nada|in\w{4,}|im[p]\w{4,}|ir\w{4,}|des\w{4,}|salvo|exceto|excepto|só|apenas|evit\w*|proib\w*"
    r"|imped\w*|recus\w*|falt\w*|antes|mas|jamais|tampouco|fora|exclu\w*|pouc[oa]s?|outr[oa]s?|demasiad\w+"
    r"|até|longe|ausên\w+|neg\w*|falh\w+|err\w+|fechad\w+|ignor\w+|mal\w*|problem\w*|dif[ií]c\w*|dispens\w*"
    r"|omit\w*|omiss\w*|contrári\w*|limit\w*|às\s+vezes|livres?",
}
HELD = re.compile(
    r"hesitat|hésit|zöger|aarzel|twijfel|vacil|dud[ae]|esit|hesit|forget|oubli|vergess|verget|olvid"
    r"|dimentic|esque[cç]|\bmiss\b|verpass|versäum|overslaa"
)
"""Verbs that hold a denial: who is told not to hesitate is told to do it."""
NUMBERED = re.compile(r"\bno\.?\s*(?=\d)", re.IGNORECASE)
"""«No. 5» is a number."""


def knows(*langs: str) -> bool:
    """Whether the words of all languages are known."""
    return all(lang in DENIES for lang in langs)


def denial(text: str, lang: str) -> str:
    """The word by which a text surely denies something; empty where none does."""
    if HELD.search(text.lower()):
        return ""
    found = _words(DENIES[lang]).search(NUMBERED.sub("", _words(IDLE[lang]).sub("", text)))
    return " ".join(found[0].split()) if found is not None else ""


def bounds(text: str, lang: str) -> bool:
    """Whether a text has any word that denies, bounds, excepts or fails."""
    return bool(_words(f"{DENIES[lang]}|{LIMITS[lang]}").search(text))


@cache
def _words(pattern: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{pattern})(?!\w)", re.IGNORECASE)
