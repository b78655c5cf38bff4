# SPDX-License-Identifier: AGPL-3.0-or-later
# ruff: noqa: E501  tables of words: broken lines would hide what belongs together
"""What a statement is turned round with, by language: what says that something is needed, what begins a case, and what
says what comes of it when it is too late."""

from __future__ import annotations

from collections.abc import Mapping

# Something is needed: a noun or a verb that asks for it.
NEEDS: Mapping[str, str] = {
    "de": r"brauch(?:t|en|e|st)|benötig\w*|bed(?:arf|ürfen)|voraussetzung\w*|vorausgesetzt|setz(?:t|en) _voraus|erforderlich\w*|notwendig\w*|nötig|pflicht|dazu gehört|unerlässlich\w*|zwingend|unbedingt",
    "fr": r"besoin|nécessaire\w*|nécessit\w+|exig\w+|requi\w+|requier\w+|indispensable\w*|obligatoire\w*|il faut|faut|faudra|suppos\w+|subordonn\w+|condition(?: est)?",
    "es": r"hac(?:e|en) falta|hará falta|necesit\w+|necesari\w+|precis(?:a|an|o|ará)|requi\w+|exig\w+|imprescindible\w*|obligatori\w+|indispensable\w*|condición|requisito\w*",
    "ar": r"[وف]?(?:(?:ي|ت|ن)حتاج\w*|(?:ي|ت)لزم\w*|لازم\w*|(?:ي|ت)شترط\w*|ب?شرط\w*|ضروري\w*|لا بد|(?:ي|ت)تطلب\w*|مطلوب\w*|واجب\w*|(?:ي|ت)جب)",
}
# Something comes first.
FIRST: Mapping[str, str] = {
    "de": r"erst|zuerst|vorher|zuvor|vorab|bevor|schon", "fr": r"d['’]abord|avant|auparavant|au préalable|préalable\w*|déjà|une fois",
    "es": r"antes|primero|previa\w*|previo|ya|una vez", "ar": r"[وف]?(?:أولا|قبل|مسبقا|سلفا|بعد)",
}
# A case: "if", "who", "as long as", and what stands before a participle.
CASES: Mapping[str, str] = {
    "de": r"wenn|falls|sofern|solange|soweit|sobald|wer|wem|ohne(?: dass)?|(?<=, )(?:die|der|das|den|dem|deren|dessen)|es sei denn|außer|bevor|ehe|bis|mangels|im falle?|für den fall|nach (?:ablauf|ende|verstreichen)",
    "fr": r"si|s['’](?=ils?\b)|lorsqu\w*|quand|tant qu\w*|qui|dont|quiconque|celui|ceux|sans(?: qu\w*)?|sauf|à moins|avant|faute|à défaut|en cas|passé(?: ce| un| le)? délai|passés?|après|(?:à )?l['’]expiration|n['’]ayant|n['’]étant|ne \w+ant|\w+ant pas",
    "es": r"si|cuando|mientras|siempre que|quien(?:es)?|que|cuy[oa]s?|sin(?: que)?|salvo|excepto|a menos|a no ser|hasta|antes|en caso|de no|al no|a falta|transcurrid\w+|pasad\w+|tras|vencid\w+",
    "ar": r"[وف]?(?:ل)?(?:إذا|إن|متى|عند\w*|في حال\w*|ما دام\w*|لو|من|الذي|التي|الذين|إلا|ما لم|قبل|حتى|بدون|بلا|(?:من )?دون|بغير|كل (?:من|ما)|بعد)",
}
# What comes of it when it is too late, or otherwise.
AFTERWARDS: Mapping[str, str] = {
    "de": r"danach|dann erst|erst dann|erst danach|sonst|andernfalls|ansonsten|anderenfalls|später|hinterher|nach dieser zeit|nach ablauf|ist die frist vorbei|nachher|ab dann",
    "fr": r"sinon|après|ensuite|passé ce (?:délai|temps)|au-delà|à défaut|autrement|faute de quoi|alors seulement|plus tard",
    "es": r"después|si no|de lo contrario|en caso contrario|luego|pasado (?:ese|este|el) (?:plazo|tiempo)|más tarde|a partir de entonces|entonces|ya no",
    "ar": r"[وف]?(?:بعد ذلك|بعدها|بعده|وإلا|ثم|عندئذ|عندها|حينئذ|لاحقا|إن لم|بعد (?:هذا|هذه|تلك) \w+)",
}
# What denies without a "not": bans, refusals, what is void.
REFUSES: Mapping[str, str] = {
    "de": r"verboten|untersagt|unzulässig\w*|ausgeschlossen|ungültig\w*|unwirksam\w*|nichtig\w*|abgelehnt\w*|verweiger\w+|versag(?:t|en)|unmöglich|gegen (?:den |ihren |seinen |deren |dessen )?willen",
    "fr": r"interdi\w+|refus\w+|rejet\w+|irrecevable\w*|nulle?s?|impossible\w*|exclu[se]*|caduque?s?|caduc|contre (?:son|leur|votre) (?:gré|avis)|contre (?:la|sa|leur|votre) volonté",
    "es": r"prohib\w+|prohíb\w+|nul[oa]s?|inadmi\w+|rechaz\w+|deneg\w+|denieg\w+|excluid\w+|imposible\w*|inválid\w+|contra (?:la|su|tu) voluntad",
    "ar": r"[وف]?(?:ممنوع\w*|محظور\w*|(?:ي|ت)منع\w*|(?:ي|ت)حظر\w*|باطل\w*|(?:ي|ت)رفض\w*|مرفوض\w*|(?:ي|ت)حرم\w*|مستحيل\w*|ضد إرادة\w*|رغما عن\w*|على الرغم من إرادة)",
}
# What is half of "only": "not more than once" is "once only", and "not before" is "only then".
HALVES: Mapping[str, str] = {
    "de": r"mehr als ein(?:mal|e[nrms]?)?|öfter als|vor(?! allem)|bevor|ehe", "fr": r"plus d['’]une?(?: (?:seule )?fois)?|avant(?: d['’]| de| que)?",
    "es": r"más de una?(?: vez)?|antes de(?:l)?|hasta(?! las? (?:\d|una|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|once|doce)\b)(?: que)?", "ar": r"[وف]?(?:أكثر من (?:مرة|واحد\w*)|قبل|إلى أن)",
}
# Something is waited for, or is done once.
WAITS: Mapping[str, str] = {
    "de": r"wart\w+|erst|zuerst|danach|(?:nur |höchstens )?einmal|nur ein\w*", "fr": r"attend\w+|d['’]abord|ensuite|une seule fois",
    "es": r"esper\w+|primero|después|una sola vez|solo una?", "ar": r"[وف]?(?:(?:ا|ي|ت)نتظر\w*|أولا|ثم|مرة واحدة|فقط)",
}
# A participle or an adjective that is denied, which says a case in two words: "nicht abgeholte Boote".
DENIED_PARTICIPLES: Mapping[str, str] = {
    "de": r"nicht (?:[\w-]+ ){0,2}?(?-i:[a-zäöüß]{4,}(?:t|en)e[nrms]?)(?= (?:\w+ )?(?-i:[A-ZÄÖÜ]))", "fr": r"non (?:\w+ment )?\w+(?:ée?s?|ie?s?|ue?s?|ise?s?)",
    "es": r"no \w+(?:ad|id|t|ch)[oa]s?", "ar": r"[وف]?(?:ال)?غير (?:ال)?م\w+",
}
# By oneself, which is "without somebody".
ALONE: Mapping[str, str] = {
    "de": r"(?<!nicht )alleine?(?= )(?! (?:deshalb|deswegen|wegen|weil|durch|aufgrund))|auf eigene faust", "fr": r"(?:tout )?seule?s?(?= *[.,;])", "es": r"sol[oa]s?(?= *[.,;])|por su cuenta", "ar": r"[وف]?(?:وحد(?:ك|ه|ها|هم|كم)|بمفرد\w+)",
}
