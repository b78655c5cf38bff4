# SPDX-License-Identifier: AGPL-3.0-or-later
"""Changes made by program in Arabic, French, German and Spanish plain texts, for training the reader of pairs of these
languages (``made_changes.py`` makes them; these are the words)."""

from __future__ import annotations

from tests.plain.made_changes import Changes

_ROWS = {
    "fr": """\
deux trois quatre cinq six sept huit neuf dix onze douze quinze vingt trente quarante cinquante soixante cent
janvier février mars avril mai juin juillet août septembre octobre novembre décembre
lundi mardi mercredi jeudi vendredi samedi dimanche
premier deuxième troisième quatrième cinquième
tiers quart cinquième
jours semaines mois ans heures minutes
la moitié|un tiers|un quart|deux tiers|trois quarts
une fois|deux fois|trois fois
par jour|par semaine|par mois|par an
chaque jour|chaque semaine|chaque mois|chaque année
mille|million""",
    "de": """\
zwei drei vier fünf sechs sieben acht neun zehn elf zwölf fünfzehn zwanzig dreißig vierzig fünfzig sechzig hundert
Januar Februar März April Mai Juni Juli August September Oktober November Dezember
Montag Dienstag Mittwoch Donnerstag Freitag Samstag Sonntag
erste zweite dritte vierte fünfte
ersten zweiten dritten vierten
Tage Wochen Monate Jahre Stunden Minuten
Tagen Wochen Monaten Jahren
Hälfte|Drittel|Viertel
einmal|zweimal|dreimal
täglich|wöchentlich|monatlich|jährlich
jeden Tag|jede Woche|jeden Monat|jedes Jahr
pro Tag|pro Woche|pro Monat|pro Jahr""",
    "es": """\
dos tres cuatro cinco seis siete ocho nueve diez once doce quince veinte treinta cuarenta cincuenta sesenta cien
enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre
lunes martes miércoles jueves viernes sábado domingo
primer segundo tercer cuarto
primera segunda tercera cuarta
días semanas meses años horas minutos
la mitad|un tercio|un cuarto|dos tercios|tres cuartos
una vez|dos veces|tres veces
al día|a la semana|al mes|al año
cada día|cada semana|cada mes|cada año
mil|millón""",
    "ar": """\
ثلاثة أربعة خمسة ستة سبعة ثمانية تسعة عشرة
ثلاث أربع خمس ست سبع ثماني تسع عشر
عشرون ثلاثون أربعون خمسون ستون سبعون ثمانون تسعون
عشرين ثلاثين أربعين خمسين ستين سبعين ثمانين تسعين
يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر
الاثنين الثلاثاء الأربعاء الخميس الجمعة السبت الأحد
الأول الثاني الثالث الرابع
أيام أسابيع أشهر سنوات ساعات
يومين أسبوعين شهرين سنتين ساعتين
يومان أسبوعان شهران سنتان
نصف|ثلث|ربع|ثلثا
مرة|مرتين
كل يوم|كل أسبوع|كل شهر|كل سنة
يوميًا|أسبوعيًا|شهريًا|سنويًا""",
}
_BOTH = 3  # of the first rows stand in both texts in the same words
_PAIRS = {
    "fr": {
        "number": "au moins:au plus|plus de:moins de|au maximum:au minimum|avant:après|dès:jusqu'à|minimum:maximum|"
        "augmente:baisse|premier:dernier|première:dernière|ou plus:ou moins|toutes:certaines|tous:certains|"
        "double:moitié|au-dessus:en dessous|la plupart:une minorité|à partir de:jusqu'à|dans les:après|fin:début",
        "negation": "avec:sans|toujours:jamais|accepte:refuse|acceptée:refusée|accepté:refusé|accordé:refusé|"
        "valable:nul|inclus:exclu|compris:exclu|ouvert:fermé|ouverte:fermée|gratuit:payant|gratuite:payante|"
        "garde:perd|gardez:perdez|gardent:perdent|seulement si:même si|sauf:y compris|permet:empêche|continue:s'arrête|"
        "public:secret|légal:illégal|possible:impossible|oui:non|pour:contre|seul:avec d'autres|tout:rien|"
        "a droit à:n'a pas droit à|avez droit à:n'avez pas droit à|connu:inconnu|dedans:dehors|"
        "commence:s'arrête|rend:garde|rembourse:garde|confirmé:annulé|confirme:annule|à condition que:même si|"
        "d'accord:contre|avez raison:avez tort|dispensé:chargé|capable:incapable|suffit:ne suffit pas",
    },
    "de": {
        "number": "mindestens:höchstens|mehr als:weniger als|vor:nach|ab:bis|früher:später|über:unter|steigt:sinkt|"
        "erste:letzte|ersten:letzten|frühestens:spätestens|alle:einige|oder mehr:oder weniger|Anfang:Ende|"
        "größer:kleiner|"
        "beide:einer|doppelt:halb|innerhalb:nach Ablauf|Mehrheit:Minderheit|höher:niedriger|länger:kürzer",
        "negation": "mit:ohne|immer:nie|jeder:niemand|alles:nichts|ja:nein|erlaubt:verboten|gültig:ungültig|"
        "gilt:gilt nicht|bleibt:endet|behalten:verlieren|behält:verliert|bekommt:verliert|kostenlos:kostenpflichtig|"
        "offen:geschlossen|öffentlich:geheim|nur wenn:auch wenn|außer:auch|zulässig:unzulässig|möglich:unmöglich|"
        "angenommen:abgelehnt|genehmigt:abgelehnt|bewilligt:abgelehnt|stimmt zu:lehnt ab|bekannt:unbekannt|für:gegen|"
        "zurückgezahlt:einbehalten|frei von:verpflichtet zu|reicht:reicht nicht|noch:nicht mehr|schon:noch nicht|"
        "bestätigt:aufgehoben|zusammen:getrennt|allein:gemeinsam|beginnt:endet|trotz:wegen|trotzdem:deshalb nicht|"
        "auch:nicht|nur:nicht nur|einen:keinen|eine:keine|wenn:auch wenn nicht|solange:sobald nicht mehr",
    },
    "es": {
        "number": "al menos:como máximo|como mínimo:como máximo|más de:menos de|antes:después|desde:hasta|"
        "mínimo:máximo|"
        "sube:baja|primero:último|primer:último|primera:última|o más:o menos|todos:algunos|todas:algunas|encima:debajo|"
        "mayoría:minoría|principio:final|doble:mitad|dentro de:pasados|mayor:menor|mayores:menores|a partir de:hasta",
        "negation": "con:sin|siempre:nunca|sí:no|todo:nada|todos:nadie|acepta:rechaza|aceptado:rechazado|"
        "aceptada:rechazada|concede:niega|concedido:denegado|válido:nulo|válida:nula|abierto:cerrado|abierta:cerrada|"
        "gratis:de pago|conserva:pierde|conservan:pierden|mantiene:pierde|permite:impide|público:secreto|legal:ilegal|"
        "posible:imposible|incluye:excluye|incluido:excluido|incluida:excluida|a favor:en contra|salvo:incluso|"
        "solo si:aunque|sólo si:aunque|solo:no solo|también:tampoco|algún:ningún|alguna:ninguna|cualquier:ningún|"
        "devuelve:se queda|sigue:deja de ser|siguen:dejan de estar|empieza:termina|confirma:anula|confirmada:anulada|"
        "juntos:separados|libre de:obligado a|capaz:incapaz|basta:no basta|todavía:ya no|si:aunque no|alguien:nadie",
    },
    "ar": {
        "number": "على الأقل:على الأكثر|أكثر من:أقل من|قبل:بعد|فأكثر:فأقل|أو أكثر:أو أقل|الأولى:الأخيرة|أول:آخر|"
        "يزيد:ينقص|كل:بعض|جميع:بعض|أكبر:أصغر|أعلى:أدنى|بداية:نهاية|خلال:بعد|فوق:تحت|ضعف:نصف|منذ:حتى|"
        "مدة لا تقل عن:مدة لا تزيد على",
        "negation": "مع:دون|دائمًا:أبدًا|نعم:لا|كل شيء:لا شيء|يقبل:يرفض|تقبل:ترفض|قبول:رفض|مقبول:مرفوض|صالح:باطل|"
        "مفتوح:مغلق|مجاني:بمقابل|مجانًا:بمقابل|يحتفظ:يفقد|يبقى:يسقط|تبقى:تسقط|يسمح:يمنع|علني:سري|قانوني:غير قانوني|"
        "ممكن:مستحيل|يشمل:يستثني|تشمل:تستثني|حتى:إلا|إلا:حتى|فقط:أيضًا|أيضًا:فقط|وحده:مع غيره|معلوم:مجهول|"
        "يستحق:لا يستحق|"
        "له:ليس له|لك:ليس لك|لهم:ليس لهم|هناك:ليس هناك|يستمر:يتوقف|تستمر:تتوقف|يبدأ:ينتهي|إذا:حتى لو لم|بشرط:دون شرط|"
        "ينجح:يفشل|موافقة:اعتراض|داخل:خارج|مسموح:ممنوع|كاف:غير كاف|يكفي:لا يكفي|تكفي:لا تكفي|الجميع:لا أحد|معفى:ملزم",
    },
}
_WEIGHT = {
    "avec": 0.3, "pour": 0.1, "tout": 0.3, "tous": 0.3, "toutes": 0.3, "avant": 0.6, "après": 0.6, "oui": 0.6,
    "non": 0.6,
    "mit": 0.2, "für": 0.1, "auch": 0.3, "nur": 0.8, "einen": 0.3, "eine": 0.2, "alle": 0.3, "wenn": 0.15, "ab": 0.4,
    "bis": 0.5, "vor": 0.5, "nach": 0.5, "über": 0.4, "unter": 0.4, "con": 0.2, "todo": 0.3, "todos": 0.3, "si": 0.15,
    "no": 0.8, "desde": 0.5, "hasta": 0.5, "مع": 0.4, "إذا": 0.2, "كل": 0.3, "لك": 0.5, "له": 0.5, "لا": 0.8,
    "حتى": 0.5,
    "قبل": 0.6, "بعد": 0.6, "خلال": 0.4,
}  # fmt: skip
_SPLIT = {lang: [row.split("|" if "|" in row else None) for row in rows.splitlines()] for lang, rows in _ROWS.items()}
CHANGES = {lang: Changes(rows, rows[:_BOTH], _PAIRS[lang], _WEIGHT) for lang, rows in _SPLIT.items()}
