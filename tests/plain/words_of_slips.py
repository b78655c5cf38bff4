# SPDX-License-Identifier: AGPL-3.0-or-later
"""Words of four languages in which a program makes slips (``slips_of_languages.py``)."""

from __future__ import annotations

# Finite verbs that can stand behind any subject.
VERBS = {
    "fr": "est|sont|sera|seront|a|ont|aura|auront|peut|peuvent|pourra|pourront|doit|doivent|devra|devront|faut|faudra|"
          "restent|reçoit|reçoivent|paie|paient|paye|perd|perdent|vaut|valent|prend|prennent|rend|rendent|donne|"
          "donnent|commence|commencent|finit|coûte|coûtent|suffit|comptent|accepte|acceptent|applique|"
          "s['’]applique|s['’]appliquent|continue|continuent|demande|demandent|garde|gardent|verse|versent|permet|"
          "permettent|décide|décident|existe|concerne|concernent|touche|touchent|dépasse|répond|envoie|envoient|entre|"
          "s['’]arrête|change|changent|fait|font|devient|devrait|devraient|veut|veulent|sert|figure|couvre",
    "de": "muss|müssen|musst|darf|dürfen|darfst|kann|können|kannst|soll|sollen|sollte|sollten|ist|sind|wird|werden|hat|"
          "haben|gilt|gelten|bleibt|bleiben|bekommt|bekommen|erhält|erhalten|zahlt|zahlen|zählt|verliert|verlieren|"
          "braucht|brauchen|beginnt|endet|kostet|reicht|nimmt|nehmen|gibt|geben|hilft|prüft|prüfen|trägt|tragen|"
          "entscheidet|schickt|schicken|läuft|darauf|dürfte|übernimmt|verlangt|verlangen|steht|stehen|geht|gehen|"
          "macht|machen|wirkt|ändert|betrifft|hält|halten|wartet|warten",
    "es": "es|son|será|serán|está|están|ha|han|habrá|hay|tiene|tienen|tendrá|tendrán|puede|pueden|podrá|podrán|debe|"
          "deben|deberá|deberán|debería|deberían|vale|valen|sirve|sirven|queda|quedan|recibe|reciben|recibirá|paga|"
          "pagan|"
          "pagará|cobra|cobran|cobrará|pierde|pierden|perderá|empieza|empiezan|termina|terminan|cuesta|cuestan|cuenta|"
          "cuentan|basta|necesita|necesitan|hace|hacen|da|dan|pide|piden|acepta|aceptan|aceptamos|admite|admiten|"
          "admitimos|"
          "permite|permiten|entra|entran|aplica|aplican|sigue|siguen|incluye|afecta|afectan|exige|corresponde|decide|"
          "deciden|responde|responden|envíe|pague|presente|avise|pida|espere|lleve|entregue|entrega|entregan|puedes|"
          "debes|"
          "tienes|haga|vaya|devuelve|devuelven|cubre|cubren|dura|duran|importa|se aplica|conserva|mantiene",
    "ar": r"س?ي(?!وم|د[هي]?\b|ناير|وليو|ونيو|مين|سار|ار)\w{2,}|تستطيع|تدفع|تحصل|تبقى|تبدأ|تكون|تحتاج|تقدم|تطلب|تنتهي|"
          "تسري|تصرف|تجوز|تشمل|تعيد|تخضع|تقبل|تسقط|تمنح|تلتزم|تفقد|تتحمل|تلزم|تصبح|ترسل|تدخل|تعمل|ندفع|نقبل|نعيد",
}  # fmt: skip
# What stands between a denial and its verb.
OBJECTS = {
    "fr": r"(?:(?:(?<!\w)(?:se|le|la|les|lui|leur|y|en|vous|nous) |[sl]['’]){0,2})",
    "es": r"(?:(?<!\w)(?:[Ss]e|[Ll]e|[Ll]es|[Ll]o|[Ll]a|[Ll]os|[Ll]as|[Nn]os) ){1,2}",
}
PARTS = frozenset(  # of German verbs that stand last
    ("an", "ab", "auf", "aus", "ein", "zurück", "weg", "mit", "vor", "zu", "nach", "bei", "fort", "weiter", "teil",
    "statt")
)
ADJECTIVES = (
    "مسموح|ممكن|ممكنة|مطلوب|مطلوبة|صالح|صالحة|ملزم|ملزمة|ضروري|ضرورية|متاح|متاحة|مقبول|مقبولة|معفى|مسؤول|مسؤولة|قانوني|"
    "كاف|كافية|ساري|سارية|جائز|جائزة|مؤهل|موافق|مكتمل|مكتملة|مستحق|مستحقة"
)
# A denial, and what may stand there without it.
TAKEN_OUT: dict[str, tuple[tuple[str, tuple[str, ...]], ...]] = {
    "fr": (
        (r"\b([Nn])(?:e |['’])((?:\w+['’ ])?\w+) (?:pas|plus|jamais|point)(?: d(?:e |['’]))", (r"\2 des ", r"\2 un ")),
        (r"\b([Nn])(?:e |['’])((?:\w+['’ ])?\w+) (?:pas|plus|jamais|point)\b", (r"\2",)),
        (r"\b([Nn])(?:e |['’])((?:\w+['’ ])?\w+) aucune? ", (r"\2 tout ", r"\2 un ")),
        (r"\b([Nn])(?:e |['’])((?:\w+['’ ])?\w+) rien\b", (r"\2 tout", r"\2 quelque chose")),
        (r"\b[Nn]e pas ", ("",)), (r"\b[Ss]ans ", ("avec ",)), (r"\b[Pp]ersonne n(?:e |['’])", ("chacun ",)),
        (r"\b[Rr]ien n(?:e |['’])", ("tout ",)), (r"\b[Ss]auf\b", ("y compris",)), (r"\b[Nn]ul ne ", ("chacun ",)),
        (r"\b[Aa]ucun(e?) (\w+) n(?:e |['’])", (r"tout\1 \2 ", r"chaque \2 ")), (r"\b[Jj]amais\b", ("toujours",)),
        (r"\b[Àà] moins que\b", ("si",)), (r"\b[Mm]ême pas\b", ("même",)), (r"\b[Pp]as (?=[l]|un|tou|avant|après)",
        ("",)), (r"\b[Pp]as d(?:e |['’])", ("un ", "des ")),
        (r"\bni (\w+ \w+) ni\b", (r"et \1 et", r"aussi bien \1 que")), (r"\b[Ii]nutile de\b", ("il faut",)),
    ),
    "de": (
        (r"\b[Nn]icht mehr\b", ("weiterhin", "noch", "wieder")), (r"\b[Nn]icht ", ("", "", "auch ")),
        (r" nicht(?=[.,;:!?])", ("",)), (r"\bk(eine[nmrs]?|ein)\b", (r"\1", "jede")), (r"\bK(eine[nmrs]?|ein)\b",
        (r"E\1",)),
        (r"\bkeine ", ("", "alle ", "eine ")), (r"\b[Nn]ie(?:mals)?\b", ("immer", "manchmal")),
        (r"\b[Oo]hne\b", ("mit",)), (r"\b[Nn]iemand(?:en|em)?\b", ("jeder", "jemand")), (r"\b[Aa]ußer\b", ("auch",)),
        (r"\b[Nn]ichts\b", ("alles", "etwas")), (r"\b[Ww]eder (.{3,40}?) noch\b", (r"sowohl \1 als auch",)),
        (r"\b[Kk]einesfalls\b|\b[Aa]uf keinen Fall\b", ("auf jeden Fall",)), (r"\b[Ee]s sei denn,",
        ("und zwar, wenn",)),
    ),
    "es": (
        (r"(?<!\w)[Yy]a no (?=[a-záéíóú])", ("todavía ", "ya ")), (r"(?<!\w)[Nn]o (?=[a-záéíóú])", ("", "", "sí ")),
        (r"\b[Nn]unca\b|\b[Jj]amás\b", ("siempre", "a veces")), (r"\b[Nn]adie\b", ("todo el mundo", "cualquiera")),
        (r"\b[Nn]ada\b", ("todo", "algo")), (r"\b[Nn]ing[úu]n(a?)\b", (r"algun\1", "cualquier", "cada")),
        (r"\b[Ss]in\b", ("con",)), (r"\b[Ss]alvo\b|\b[Ee]xcepto\b", ("incluso", "también")),
        (r"\b[Tt]ampoco\b", ("también",)), (r"\b[Aa] menos que\b", ("siempre que",)),
        (r"(?<!\w)ni (.{3,30}?) ni\b", (r"tanto \1 como",)),
    ),
    "ar": (
        (r"(?<!\w)(و?ف?)لا أحد(?!\w)", (r"\1كل شخص",)), (r"(?<!\w)(و?ف?)(?:لا|لم|لن) (?=[ينتأ])", (r"\1", r"\1",
        r"\1قد ")),
        (r"(?<!\w)(و?ف?)(?:ليس|ليست) ", (r"\1",)), (r"(?<!\w)(و?ف?)ألا ", (r"\1أن ",)),
        (r"(?<!\w)غير (?=[^\W\d_]{3})", ("",)), (r"(?<!\w)(و?)(?:بدون|من دون|دون)(?= )", (r"\1مع", r"\1ب")),
        (r"(?<!\w)ما لم ", ("إذا ",)), (r"(?<!\w)(و?)لا (?=[^\W\d_]{3})", (r"\1كل ", r"\1هناك ")),
        (r"(?<!\w)إلا (?=إذا)", ("حتى ",)), (r"(?<!\w)ما عدا ", ("حتى ",)),
    ),
}  # fmt: skip
# A modal, and those of another force that may stand there.
MODALS = {
    "fr": {
        "doit": "peut|devrait", "doivent": "peuvent|devraient", "devez": "pouvez|devriez", "devra": "pourra",
        "devront": "pourront", "devrez": "pourrez", "peut": "doit|devrait", "peuvent": "doivent|devraient",
        "pouvez": "devez|devriez", "pourra": "devra", "pourront": "devront", "pourrez": "devrez", "dois": "peux",
        "peux": "dois", "devrait": "doit|peut", "devraient": "doivent|peuvent", "devriez": "devez|pouvez",
        "il faut": "il est possible de|on peut|mieux vaut", "on peut": "il faut", "vous avez le droit de": "vous devez",
        "a le droit de": "a l'obligation de|est tenu de", "ont le droit de": "sont tenus de",
        "est tenu de": "est libre de",
        "sont tenus de": "sont libres de", "libre de": "tenu de", "libres de": "tenus de",
        "obligatoire": "facultatif|conseillé",
        "obligatoires": "facultatifs|conseillés", "facultatif": "obligatoire", "facultative": "obligatoire",
        "est interdit": "est déconseillé|est permis", "interdit": "permis|déconseillé",
        "interdite": "permise|déconseillée",
        "permis": "obligatoire", "autorisé": "obligé", "obligé": "autorisé|invité", "obligés": "autorisés|invités",
        "est recommandé": "est obligatoire", "conseille": "ordonne", "conseillons": "demandons|imposons",
        "recommande": "impose", "recommandons": "exigeons", "invite": "oblige", "exige": "souhaite",
        "impose": "propose",
        "est possible": "est obligatoire", "si vous voulez": "sans faute", "si vous le souhaitez": "dans tous les cas",
    },
    "de": {
        "muss": "kann|darf|sollte", "müssen": "können|dürfen|sollten", "musst": "kannst|solltest", "darf": "muss|soll",
        "dürfen": "müssen|sollen", "kann": "muss|soll", "können": "müssen|sollen", "kannst": "musst",
        "soll": "muss|kann",
        "sollen": "müssen|können", "sollte": "muss|kann", "sollten": "müssen|können",
        "verpflichtet": "berechtigt|eingeladen",
        "berechtigt": "verpflichtet", "pflicht": "möglichkeit", "verboten": "erlaubt|unerwünscht",
        "erlaubt": "vorgeschrieben",
        "vorgeschrieben": "freigestellt|empfohlen", "freiwillig": "verpflichtend", "empfehlen": "verlangen|fordern",
        "empfiehlt": "verlangt|fordert", "verlangt": "empfiehlt|erbittet", "raten": "befehlen",
        "empfohlen": "vorgeschrieben",
        "zwingend": "nach Wunsch", "möglich": "nötig|Pflicht", "nötig": "möglich", "bitten": "verpflichten",
        "bitte": "wenn Sie wollen,", "hat das recht": "hat die Pflicht", "haben das recht": "haben die Pflicht",
        "freigestellt": "vorgeschrieben", "auf wunsch": "in jedem Fall", "unbedingt": "am besten", "braucht": "hat",
    },
    "es": {
        "debe": "puede|debería", "deben": "pueden|deberían", "deberá": "podrá", "deberán": "podrán",
        "puede": "debe|tiene que",
        "pueden": "deben|tienen que", "podrá": "deberá", "podrán": "deberán", "tiene que": "puede|debería",
        "tienen que": "pueden|deberían", "debería": "debe|puede", "deberían": "deben|pueden",
        "hay que": "se puede|conviene",
        "conviene": "hay que", "puedes": "debes|tienes que", "debes": "puedes|deberías", "tienes que": "puedes",
        "está obligado a": "puede|es libre de", "están obligados a": "pueden", "obligatorio": "opcional|recomendable",
        "obligatoria": "opcional|recomendable", "voluntario": "obligatorio", "voluntaria": "obligatoria",
        "opcional": "obligatorio", "prohibido": "permitido|desaconsejado", "prohibida": "permitida|desaconsejada",
        "permitido": "obligatorio", "tiene derecho a": "está obligado a", "tienen derecho a": "están obligados a",
        "derecho": "obligación", "obligación": "derecho", "recomendamos": "exigimos|ordenamos",
        "recomienda": "exige|ordena",
        "aconsejamos": "exigimos", "exige": "aconseja|pide", "pide": "ordena|permite", "es necesario": "es posible",
        "necesita": "puede tener", "si quiere": "en todo caso", "si lo desea": "sin falta", "pedimos": "ordenamos",
    },
    "ar": {
        "يجب على": "يمكن ل|يستحسن ل", "يجب أن": "يمكن أن|يستحسن أن|يجوز أن", "يجب": "يجوز|يمكن|يستحسن", "وجب": "جاز",
        "يجوز": "يجب|يلزم", "يمكن": "يجب|ينبغي", "يمكنك": "يجب عليك|يلزمك", "يمكنه": "يجب عليه", "يمكنكم": "يجب عليكم",
        "عليك أن": "يمكنك أن|ننصحك أن|لك أن", "عليه أن": "يمكنه أن|له أن", "عليها أن": "يمكنها أن|لها أن", "عليك": "لك",
        "لك أن": "عليك أن", "يحق لك": "يجب عليك", "يحق له": "يجب عليه", "يحق": "يجب", "يلزم": "يجوز|يمكن",
        "يلزمك": "يمكنك",
        "ينبغي": "يجوز|يجب", "يستحسن": "يجب|يلزم", "يُستحسن": "يجب", "ننصحك": "نلزمك", "ملزم": "حر|مدعو",
        "ملزمة": "حرة|مدعوة",
        "إلزامي": "اختياري", "إلزامية": "اختيارية", "اختياري": "إلزامي", "اختيارية": "إلزامية",
        "يُحظر": "يجوز|لا يستحسن",
        "يحظر": "يجوز", "ممنوع": "مسموح|غير مستحسن", "مسموح": "واجب", "تستطيع": "يجب عليك أن", "يستطيع": "يجب عليه أن",
        "واجب": "جائز", "حق": "واجب", "نطلب منك": "نلزمك", "بإمكانك": "عليك", "إذا أردت": "في كل حال", "مضطر": "مخير",
    },
}  # fmt: skip
