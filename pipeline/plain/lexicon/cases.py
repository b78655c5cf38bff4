# SPDX-License-Identifier: AGPL-3.0-or-later
# ruff: noqa: E501  tables of words: broken lines would hide what belongs together
"""In which cases something holds, by language: what says that there is no exception, that something is needed for it,
that it is not needed, and what may stand for an exception in a plain text."""

from __future__ import annotations

from collections.abc import Mapping

# There is no exception at all.
EVERY_CASE: Mapping[str, str] = {
    "de": r"ausnahmslos|ohne (?:jede |jegliche )?ausnahmen?|(?:gibt es|gilt|gelten|machen wir|kennt) (?:\w+ ){0,3}?keine(?:rlei)? ausnahmen?|keine ausnahmen?|in (?:jedem|allen) f[aä]ll(?:en?)?|unter allen umständen|egal(?:,)? (?:warum|weshalb|aus welchem grund|wer|wann|was|ob)|gleichgültig(?:,)? (?:warum|aus welchem grund|ob)|aus welchem grund auch immer|ganz gleich(?:,)? (?:warum|ob|wer|aus welchem grund)|unabhängig vo[nm] \w*(?:grund|ursache)|der grund (?:ist|spielt) (?:\w+ )?(?:egal|keine rolle)|immer und überall",
    "fr": r"sans (?:aucune |la moindre )?exceptions?|(?:il n['’]y a|il n['’]existe|n['’]a|ne (?:connaît|souffre|prévoit)) (?:pas d['’]|aucune |d['’]aucune )exceptions?|aucune exception|dans tous les cas|en toutes? circonstances?|quelle qu['’]en soit la (?:raison|cause)|quel qu['’]en soit le motif|quelle que soit la (?:raison|cause)|peu importe (?:la raison|la cause|le motif|pourquoi)|pour quelque (?:raison|motif) que ce soit",
    "es": r"sin (?:ninguna )?excepci(?:ón|ones)(?: alguna)?|no (?:hay|existe|existen|se admite|se admiten|habrá|tiene) (?:\w+ )?excepci(?:ón|ones)|en todo caso|en todos los casos|en cualquier caso|sea cual sea (?:el|la) (?:motivo|causa|razón)|sea por lo que sea|por el motivo que sea|cualquiera que sea (?:el|la) (?:motivo|causa|razón)|da igual (?:el motivo|la causa|la razón|por qué)|no importa (?:el motivo|la causa|la razón|por qué)",
    "ar": r"[وف]?(?:(?:من )?(?:دون|بدون|بلا) (?:أي )?استثناء\w*|لا استثناء\w*|ليس (?:\w+ ){0,4}?استثناء\w*|لا (?:يوجد|توجد) (?:أي )?استثناء\w*|في (?:جميع|كل|كافة) (?:ال)?(?:أحوال|حالات|حال|ظروف)|مهما (?:كان|كانت|يكن) (?:ال)?(?:سبب|أسباب|ظروف|مبرر)\w*|أيا كان (?:ال)?(?:سبب|عذر|مبرر)\w*|لأي سبب كان)",
}
# What something is bound to: it holds with it only.
NEEDED: Mapping[str, str] = {
    "de": r"nur(?! nicht)|erst(?! recht)|ausschließlich|lediglich|es sei denn|außer(?! kraft| acht| betracht)|vorausgesetzt|(?:nicht|kein\w*|niemand\w*|unzulässig|unwirksam) _ohne|ohne(?= (?:[\w’'-]+ ){1,8}?(?:nicht|kein\w*|unwirksam|unzulässig|unmöglich|verboten))|nicht _bevor|solange _nicht|unter der (?:bedingung|voraussetzung)|sofern|soweit|wenn",
    "fr": r"seulement|uniquement|exclusivement|(?:ne |n['’])(?:[\w’'-]+ ){1,8}?qu(?:e(?= )|['’])|à condition|sous réserve|(?:ne |n['’]|aucune? |nul )(?:[\w’'-]+ ){1,8}?sans|sauf|à moins|si|s['’](?=ils?\b)|pourvu|tant que",
    "es": r"s[óo]lo|solamente|únicamente|exclusivamente|siempre que|siempre y cuando|a condición|previ[oa]|(?:no|nadie|ningún|ninguna) (?:[\w’'-]+ ){1,8}?(?:sin|hasta|más que|sino|salvo)|sin(?= (?:[\w’'-]+ ){1,8}?(?:no|ni|tampoco))|si|salvo|excepto|a menos|a no ser|con tal",
    "ar": r"[وف]?(?:إلا(?: بعد| ب\w+| إذا)?|ما لم|فقط|شريطة|ب?شرط\w*|إذا|قبل|بعد)",
}
# What binds a permission or a promise to something, which a plain text says as a duty.
BINDS: Mapping[str, str] = {
    "de": r"nur|vorausgesetzt|sofern|unter der (?:bedingung|voraussetzung)|wenn|falls|nach vorlage|gegen vorlage|auf antrag",
    "fr": r"à condition|pourvu|sous réserve|seulement|uniquement|(?:ne |n['’])(?:[\w’'-]+ ){1,8}?qu(?:e(?= )|['’])|sur (?:demande|présentation)|moyennant|dès lors",
    "es": r"siempre que|siempre y cuando|a condición|con tal|s[óo]lo|solamente|únicamente|previ[oa]|mediante|si",
    "ar": r"[وف]?(?:ب?شرط\w*|شريطة|على أن|إلا(?: بعد| ب\w+)?|بعد|بناء على|مقابل|(?:ي|ت)شترط\w*)",
}
# What says that something is needed; where it is denied, it is not.
DEMANDS: Mapping[str, str] = {
    "de": r"voraussetzung\w*|bed(?:arf|ürfen)|erforder(?:t|n|lich)\w*|notwendig\w*|nötig|setz(?:t|en) _voraus|abhängig|gebunden|knüpft|verlangt|vorgeschrieben|benötig\w+",
    "fr": r"subordonné\w*|nécessaire\w*|nécessit\w+|exig\w+|requi\w+|requier\w+|doi(?:t|vent) (?:avoir|être)|suppos\w+|obligatoire\w*|indispensable\w*",
    "es": r"condicionad\w+|supeditad\w+|requi\w+|exig\w+|necesari\w+|necesit\w+|precis(?:a|an|ará)|imprescindible\w*|obligatori\w+|preceptiv\w+",
    "ar": r"[وف]?(?:(?:ي|ت)شترط\w*|(?:ي|ت)تطلب\w*|(?:ي|ت)ستلزم\w*|رهن|مرهون\w*|متوقف\w*|مشروط\w*|ضروري\w*|إلزامي\w*|لازم\w*)",
}
# It holds with it and without it.
EITHER_WAY: Mapping[str, str] = {
    "de": r"mit oder ohne|mit und ohne|auch ohne|selbst ohne|auch(?: dann)?,? wenn|selbst(?: dann)?,? wenn|(?:egal|gleich|gleichgültig|unabhängig davon),? ob|ob _oder nicht|sowohl _als auch ohne",
    "fr": r"avec ou sans|même sans|même si|même quand|même lorsqu\w*|que (?:[\w’'-]+ ){1,8}?ou (?:non|pas)|peu importe (?:que|si)|qu['’](?:[\w’'-]+ ){1,8}?ou (?:non|pas)",
    "es": r"con o sin|aun sin|incluso sin|aunque(?: no)?|incluso si|aun(?: cuando| si)|tanto si|(?:tenga|haya|sea|esté|lleve|quiera)\w* o no|da igual (?:que|si)|no importa (?:que|si)|igual si",
    "ar": r"[وف]?(?:سواء|حتى (?:لو|وإن|بدون|من دون|دون)|ولو|حتى إن|بغض النظر|(?:مع|ب)\w* أو (?:بدون|دون|بلا)\w*|أم لا|أو لا|أم لم)",
}
# What says in an official text that something does not matter; then a plain text may say so too.
CONCEDES: Mapping[str, str] = {
    "de": r"trotz\w*|ungeachtet|unbeschadet|obwohl|obgleich|wenngleich|unabhängig\w*|gleichviel|gleichgültig|auch (?:dann|bei|ohne|im|an|nach|wenn|für)|selbst|sogar|hinder\w+|entgegen\w*|schließ\w+ _aus|ausgeschlossen|dennoch|gleichwohl|allein (?:deshalb|wegen|durch|aufgrund)|ohne rücksicht|genügt|unschädlich|unerheblich|ohne belang|bleib\w+ _unberührt",
    "fr": r"malgré|nonobstant|en dépit|bien qu\w*|quoiqu\w*|indépendam\w+|sans (?:condition|préjudice|égard|qu\w*)|obstacle|empêch\w+|oppos\w+|quel(?:le)?s? qu\w*|y compris|même|quand bien|avec ou sans|ou non|à (?:lui|elle) seule?|indifférent\w*|sans incidence|peu importe",
    "es": r"aunque|pese|a pesar|no obstante|independientemente|con independencia|imp[ei]d\w+|obst\w+|sin (?:perjuicio|necesidad|que)|incluso|inclus[oa]|aun|cualquiera que|sea cual|por sí (?:sol[oa]|mism[oa])|indistintamente|indiferente\w*",
    "ar": r"[وف]?(?:(?:على )?(?:ال)?رغم|بغض النظر|بصرف النظر|وإن|ولو|حتى|مهما|أيا كان\w*|(?:ي|ت)حول\w*|(?:ي|ت)منع\w*|(?:ي|ت)ؤثر\w*|سواء|مجرد|بمجرد|وحد\w+)",
}
# It holds without it, where somebody may.
WITHOUT: Mapping[str, str] = {
    "de": r"ohne", "fr": r"sans", "es": r"sin", "ar": r"[وف]?(?:بدون|بلا|(?:من )?(?:دون|غير)(?: أن)?)",
}
# What may stand for an exception in other words: a contrast, a case, another exception.
SET_APART: Mapping[str, str] = {
    "de": r"außer\w*|ausnahm\w*|ausgenommen|es sei denn|aber|jedoch|doch|dagegen|hingegen|nur|wenn|falls|sofern|ohne|mit|trotzdem|dennoch|anders|andere[nrsm]?|sonst|nicht für|gilt nicht|dürfen|darf|frei\w*|befreit|bis auf|statt\w*|allein",
    "fr": r"sauf|except\w+|hormis|hors|mais|cependant|toutefois|seul\w*|uniquement|si|s['’]ils?|sinon|sans|avec|autre\w*|en revanche|par contre|ne s['’]appliqu\w+|ne concern\w+|dispens\w+|pouvez|peut|peuvent|pourtant|quand|lorsqu\w*|à moins",
    "es": r"salvo|excepto|excepci\w+|menos|pero|sino|sol[oa]\w*|sólo|únic\w+|si|cuando|sin|aunque|otr[oa]s?|en cambio|no se aplica\w*|no (?:afecta|vale)\w*|libr\w+|pued\w+|podrá\w*|a no ser|fuera",
    "ar": r"[وف]?(?:إلا|سوى|ما لم|(?:ما )?عدا|غير|باستثناء|استثناء\w*|(?:ي|ت)ستثنى|لكن\w*|أما|إذا|إن|فقط|وحد\w+|بدون|دون|بلا|يمكن\w*|يجوز|(?:ت|ي)ستطيع\w*|(?:ي|ت)عفى|معفى|معفي\w*|لا (?:ي|ت)(?:سري|شمل|نطبق|خص)\w*|ما دام\w*|حين\w*|عندما|خلاف\w*|بعكس)",
}
# A contrast, which a plain text says in two sentences.
CONTRAST: Mapping[str, str] = {"de": r"anders als|im gegensatz", "fr": r"contrairement", "es": r"a diferencia", "ar": r"[وف]?(?:خلافا|بخلاف|بعكس)"}
# Who may object, and who must have agreed.
OBJECTS: Mapping[str, str] = {
    "de": r"widerspr[eiou]ch\w*|widerspricht|einw[aä]nd\w*|ablehn\w*|lehn(?:t|en) _ab|nein|dagegen", "fr": r"oppos\w+|refus\w+|objection\w*|non|contre",
    "es": r"opon\w+|opos\w+|opuso|niega\w*|negativa|rechaz\w+|no quiere\w*|en contra|(?:diga|dice|decir|digan|dicen) (?:que )?no", "ar": r"[وف]?(?:ال|ب)?(?:(?:ي|ت)عترض\w*|اعتر[اض]\w*|(?:ي|ت)مانع\w*|(?:ي|ت)رفض\w*|رفض\w*)",
}
AGREES: Mapping[str, str] = {
    "de": r"zustimm\w*|zugestimmt|einwillig\w*|eingewilligt|einverst\w+|erlaub\w+|genehmig\w+|ja", "fr": r"accord|consent\w+|accept\w+|autoris\w+|oui",
    "es": r"consent\w+|consient\w+|acept\w+|autoriz\w+|(?<!el )(?<!del )(?<!un )permiso|de acuerdo|sí", "ar": r"[وف]?(?:ال|ب)?(?:موافق\w*|(?:ت|ي)وافق\w*|وافق\w*|إذن\w*|(?:ت|ي)أذن\w*|قبول\w*|رضا\w*)",
}
# Without something: what denies the noun behind it.
LACKS: Mapping[str, str] = {
    "de": r"ohne(?! (?:\w+ )?(?:ausnahmen?|weiteres|verzug|verzögerung|unterbrechung|zweifel)\b)|mangels", "fr": r"sans(?! (?:\w+ )?(?:exceptions?|délai|doute|retard|interruption|préjudice)\b)|dépourvue?s? d(?:e|['’])|démunie?s? d(?:e|['’])|n['’]ayant pas d(?:e|['’])|faute d(?:e|['’])|à défaut d(?:e|['’])",
    "es": r"sin(?! (?:\w+ )?(?:excepci\w+|demora|dilación|duda|embargo|perjuicio|interrupci\w+|falta)\b)|car(?:ec|ezc)\w+ de|desprovist[oa]s? de|a falta de", "ar": r"[وف]?(?:بدون|بلا|(?:من )?(?:دون|غير)(?! (?:أي )?(?:استثناء|تأخير|إبطاء|انقطاع|إخلال|شك)\w*)|(?:ي|ت)فتقر\w* إلى)",
}
# On which side of an event something lies, and what makes of "before" an "after".
BEFORE: Mapping[str, str] = {
    "de": r"vor(?! ort| allem)|bevor|ehe", "fr": r"avant(?: de| que| d['’])?", "es": r"antes (?:de|del|de que)", "ar": r"[وف]?قبل(?: أن)?",
}
AFTER: Mapping[str, str] = {
    "de": r"nach(?! und)|nachdem|sobald", "fr": r"après(?: que)?|une fois|dès que", "es": r"después (?:de|del|de que)|tras|una vez", "ar": r"[وف]?بعد(?: أن|ما)?",
}
NOT_BEFORE: Mapping[str, str] = {"de": r"erst|nur|nach und vor", "fr": r"seulement|attend\w+|qu['’]après|que", "es": r"s[óo]lo|hasta|espere\w*", "ar": r"[وف]?(?:إلا|فقط|(?:ا|ي|ت)نتظر\w*|حتى)"}
# The others may do it too, or it holds at other times too.
OTHERS_TOO: Mapping[str, str] = {
    "de": r"(?:alle |die )?anderen? (?:\w+ ){0,3}?(?:auch|ebenfalls|ebenso)|auch (?:alle |die )?anderen?|auch sonst|jeder andere auch|(?:alle )?übrigen (?:\w+ ){0,3}?auch",
    "fr": r"les autres (?:[\w’'-]+ ){0,5}?aussi|aussi (?:les|aux|pour les) autres|(?:les autres|tout le monde) également|n['’]importe qui",
    "es": r"(?:los|las|el|la) (?:demás|otr[oa]s?) (?:\w+ ){0,5}?también|también (?:los|las|a los|a las) (?:demás|otr[oa]s)|cualquiera puede",
    "ar": r"[وف]?(?:غير(?:هم|ك|ه|ها)|ال(?:آخرون|آخرين|باقون|باقي)) (?:\w+ ){0,4}?(?:أيضا|كذلك)|(?:أيضا|كذلك) (?:ل)?(?:غير(?:هم|ك|ه|ها)|لآخرين)",
}
