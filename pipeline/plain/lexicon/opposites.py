# SPDX-License-Identifier: AGPL-3.0-or-later
# ruff: noqa: E501  tables of words: broken lines would hide what belongs together
"""More matters and how they come out, in words of which a plain text puts one for the other with a "not": what is
reached and missed, kept and broken, enough and too little. For each language: the matter, what says that it is so, and
what says that it is not. Read as those of ``outcomes``, told only where one word came for its opposite."""

from __future__ import annotations

from collections.abc import Mapping

OPPOSITES: Mapping[str, Mapping[str, tuple[str, str]]] = {
    "de": {
        "reached": (r"erreich(?:t|en|te|ten)|gelung\w*|geling(?:t|en)|geschafft", r"verfehl(?:t|en|te|ten)|misslung\w*|missling(?:t|en)|gescheitert|scheiter(?:t|n)"),
        "obeyed": (r"einhält|einhalten|eingehalten|hält sich|halten sich|beachte[nt]?|beachtet|befolg(?:t|en)", r"verst[oö](?:ß|ss)\w*|verletz(?:t|en|te)|missachte\w*|zuwiderhandel\w*|zuwider|nichtbeachtung"),
        "runs": (r"funktionier(?:t|en|te)|läuft(?= [.,])|betriebsbereit|intakt|in ordnung|einsatzbereit", r"defekt\w*|kaputt\w*|außer betrieb|gestört|ausgefallen|fällt aus|schadhaft\w*"),
        "passed": (r"besteh(?:t|en)(?= [.,])|bestanden", r"durchgefallen|durchf[aä]ll(?:t|en)|f[aä]ll(?:t|en) _durch"),
        "enough": (r"ausreichend\w*|reich(?:t|en)(?! _ein)|genüg(?:t|en|end\w*)|genug", r"unzureichend\w*|zu wenig|ungenügend\w*|mangel(?:t|n)|zu knapp"),
        "alike": (r"gleich(?= [.,])|identisch\w*|übereinstimm\w+|stimmen _überein|deckungsgleich", r"unterschiedlich\w*|verschieden\w*|anders|abweichend\w*|weich(?:t|en) _ab"),
        "found": (r"gefunden|aufgefunden|wiedergefunden|auffindbar", r"verschwunden|vermisst|verloren gegangen|unauffindbar|abhandengekommen"),
        "lawful": (r"rechtmäßig\w*|gesetzmäßig\w*|zulässig\w*|legal", r"rechtswidrig\w*|gesetzwidrig\w*|widerrechtlich\w*|illegal|gegen das gesetz"),
        "clean": (r"sauber\w*|trinkbar|unbelastet\w*|rein(?= [.,])", r"verunreinigt\w*|verschmutzt\w*|belastet\w*|verseucht\w*|schmutzig\w*"),
        "empty": (r"leer(?:steh\w+|stand)?|unbewohnt\w*|unbesetzt\w*|steht leer|stehen leer", r"bewohnt\w*|besetzt\w*|vermietet\w*|belegt\w*|voll"),
        "fit": (r"geeignet\w*|tauglich\w*|taugt|gesund", r"ungeeignet\w*|untauglich\w*|krank|arbeitsunfähig"),
        "sure": (r"sicher(?= [.,])|feststeh\w+|steht fest|gewiss", r"unsicher\w*|ungewiss\w*|unklar\w*|zweifelhaft\w*"),
        "complete": (r"vollständig\w*|komplett|lückenlos\w*", r"unvollständig\w*|lückenhaft\w*|fehl(?:t|en) etwas"),
        "pays on": (r"weitergezahlt|weiterzahl\w+|weitergewährt|zahl\w+ _weiter|bekomm\w+ _weiter|läuft weiter|laufen weiter|läuft _weiter|weiterlauf\w+", r"hör(?:t|en) _auf|eingestellt|endet|enden|ausfall\w*|entgeltausfall|lohnausfall|verdienstausfall|einbuße\w*"),
    },
    "fr": {
        "reached": (r"attein(?:t|dre|te|tes|ts|dra)|réuss\w+|abouti\w*|obtenu", r"échou\w+|manqu(?:é|ée|er)|échec"),
        "obeyed": (r"respect(?:e|ent|é|ée|er|ez)|observ(?:é|ée|er|e)|se conform\w+|suivi(?:e|es)?", r"enfrein\w+|viol(?:e|ent|é|ée|er|ation)|méconn(?:aît|u|ue)|contrev\w+|transgress\w+|infraction"),
        "passed": (r"réussi\w*|reçue?s?(?= (?:à|au)\b|[.,])|admise?s?(?= (?:à|au)\b|[.,])", r"recalée?s?|ajournée?s?|échou\w+"),
        "enough": (r"suffi(?:t|sent|sant\w*|ra)|assez", r"insuffisant\w*|trop peu|manque(?= d)"),
        "alike": (r"identiques?|le même|la même|les mêmes|pareil\w*|égale?s?(?= [.,])", r"différent\w*|distincte?s?|autres?(?= [.,])"),
        "found": (r"trouvée?s?|retrouvée?s?|découvert\w*", r"disparue?s?|perdue?s?(?= [.,])|introuvables?|égarée?s?"),
        "lawful": (r"légale?s?|légitimes?|régulièr\w+|réguliers?|licites?", r"illégale?s?|illégitimes?|irréguli\w+|illicites?|contraires? à la loi"),
        "clean": (r"propres?(?= [.,])|potables?|saine?s?|pure?s?(?= [.,])", r"polluée?s?|contaminée?s?|sales?|souillée?s?|non potables?"),
        "empty": (r"vides?|inoccupée?s?|vacante?s?|libres?(?= [.,])", r"occupée?s?|habitée?s?|louée?s?|pleine?s?"),
        "fit": (r"aptes?|en état de|capables?(?= d)", r"inaptes?|incapables?|hors d['’]état"),
        "complete": (r"complète?s?|complets?|au complet", r"incomplète?s?|incomplets?|il manque"),
        "pays on": (r"continu\w+ (?:à|de) (?:être )?(?:vers|pay|touch|recev)\w+|maintenue?s?|toujours (?:payée?s?|versée?s?)", r"interromp\w+|suspend\w+|s['’]arrête\w*|cess(?:e|ent|era)|perte de (?:salaire|revenu)"),
        "stops it": (r"suspensi(?:f|ve|fs|ves)|bloque\w*|suspend", r"sans attendre|tout de suite quand même|malgré (?:l['’]appel|le recours)"),
        "shut": (r"interdire l['’]accès|interdit\w* d['’]accès|ferm(?:er|e|é|ée|és|ées)", r"ouvr(?:e|ir|ent|ira)|rouvr\w+"),
    },
    "es": {
        "reached": (r"alcanz\w+|logr\w+|consig(?:ue|uió|uen)|obt(?:iene|uvo|ener)", r"fracas\w+|fall(?:a|ó|aron)|malogr\w+"),
        "obeyed": (r"cumpl(?:e|en|ía|ían|ió|ido|ir|imos)|respet(?:a|an|aba|aban|ó|ar|aron)|observ(?:a|an|ar|ado)", r"incumpl\w+|infring\w+|vulner\w+|viol(?:a|an|ó|ar)|quebrant\w+|contravien\w+|se salt(?:a|an|ó)"),
        "runs": (r"funcion(?:a|an|aba|aban|ó|e|en|ar)|en marcha|operativ[oa]s?", r"estropead[oa]s?|averiad[oa]s?|rot[oa]s?|fuera de servicio|inservibles?|inutilizad[oa]s?"),
        "passed": (r"aprueb(?:a|an|e)|aprob(?:ar|ado|ó)|supera(?:n|do)? (?:el|la|las|los)", r"suspend(?:e|en|ido|ió)|reprueb\w+|suspens[oa]s?"),
        "enough": (r"suficientes?|basta(?:n|rá)?|bastantes?|alcanza para", r"insuficientes?|demasiado poc[oa]s?|falta(?:n)?(?= dinero)|no llega"),
        "alike": (r"idéntic[oa]s?|igual(?:es)?(?= [.,])|coincide[n]?", r"distint[oa]s?|diferentes?|difiere[n]?"),
        "found": (r"encontr(?:ó|aron|ado|ada)|halló|hallad[oa]s?|localizad[oa]s?", r"desaparecid[oa]s?|perdid[oa]s?(?= [.,])|extraviad[oa]s?|en paradero desconocido"),
        "lawful": (r"legal(?:es)?|lícit[oa]s?|conforme a derecho|legítim[oa]s?", r"ilegal(?:es)?|ilícit[oa]s?|contrari[oa]s? a (?:la ley|derecho)|ilegítim[oa]s?"),
        "clean": (r"limpi[oa]s?|potables?|pur[oa]s?", r"contaminad[oa]s?|suci[oa]s?|no potables?"),
        "empty": (r"vací[oa]s?|deshabitad[oa]s?|libres?(?= [.,])|desocupad[oa]s?", r"ocupad[oa]s?|habitad[oa]s?|alquilad[oa]s?|llen[oa]s?"),
        "fit": (r"apt[oa]s?|idóne[oa]s?|capaces|capaz", r"no apt[oa]s?|inept[oa]s?|incapac(?:es|itad[oa]s?)"),
        "complete": (r"complet[oa]s?|íntegr[oa]s?", r"incomplet[oa]s?|a falta de"),
    },
    "ar": {
        "reached": (r"(?:ي|ت)بلغ|(?:ي|ت)حقق\w*|حقق\w*|(?:ي|ت)نال|نجح\w*|(?:ي|ت)نجح\w*|ناجح\w*", r"أخفق\w*|(?:ي|ت)خفق\w*|فشل\w*|(?:ي|ت)فشل\w*|رسب\w*|(?:ي|ت)رسب\w*|راسب\w*"),
        "obeyed": (r"(?:ي|ت)حترم\w*|احترم\w*|(?:ي|ت)راعي|(?:ي|ت)ستوفي\w*|استوف\w*|مستوف\w*|مطابق\w*", r"(?:ي|ت)خالف\w*|خالف\w*|مخالف\w*|(?:ي|ت)نتهك\w*|انته[كا]\w*|(?:ي|ت)خرق\w*|خرق\w*"),
        "runs": (r"(?:ي|ت)عمل(?= [.،]|\.|،)|(?:ي|ت)شتغل\w*|صالح\w* للعمل", r"معطل\w*|عاطل\w*|متعطل\w*|تالف\w*|خارج الخدمة"),
        "enough": (r"كاف(?:ي\w*)?|(?:ي|ت)كفي", r"ناقص\w*|قليل جدا|غير كاف\w*|قاصر عن"),
        "alike": (r"متطابق\w*|متماثل\w*|متساو\w*|الشيء نفسه", r"مختلف\w*|(?:ي|ت)ختلف\w*|متباين\w*"),
        "found": (r"عثر\w*|(?:ي|ت)عثر\w*|وجد\w*", r"مفقود\w*|ضائع\w*|اختف\w*|(?:ي|ت)ختفي"),
        "lawful": (r"قانوني\w*|مشروع\w*|شرعي\w*", r"مخالف\w* للقانون|باطل\w*|محرم\w*"),
        "clean": (r"نظيف\w*|نقي\w*|صالح\w* للشرب", r"ملوث\w*|متسخ\w*|قذر\w*"),
        "empty": (r"خال(?:ي\w*)?(?= من|[.،])|فارغ\w*|شاغر\w*", r"مشغول\w*|مأهول\w*|مؤجر\w*|ممتلئ\w*"),
        "there still": (r"(?:س|سوف )?(?:ت|ي)بقى|بقي\w*|(?:ت|ي)مكث\w*|مكث\w*|(?:ت|ي)ظل", r"(?:ي|ت)غادر\w*|غادر\w*|(?:ي|ت)خرج\w*|خرج\w*|(?:ي|ت)رحل\w*"),
        "carried on": (r"(?:ي|ت)نفذ\w*|تنفيذ\w*|نافذ\w*|(?:ي|ت)طبق\w*", r"وقف تنفيذ|(?:ي|ت)وقف\w* تنفيذ|إيقاف تنفيذ|(?:ي|ت)علق\w*|موقوف\w*"),
        "kept": (r"ما زال\w* (?:من حق|بإمكان|لك|له|لها)\w*|(?:ي|ت)حتفظ\w*|(?:ي|ت)بقى", r"سقوط|(?:ي|ت)سقط\w*|سقط\w*|ضياع|ضاع\w*|(?:ي|ت)ضيع\w*|(?:ي|ت)فقد\w*|لم يعد"),
        "risky": (r"(?<!من )(?<!من ال)(?:مخاطر|خطر\w*|ضرر|أضرار)", r"(?:ي|ت)خلو\w*|خال(?:ي\w*)? من (?:ال)?(?:مخاطر|خطر|ضرر)|آمن\w*"),
    },
}
