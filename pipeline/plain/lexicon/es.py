# SPDX-License-Identifier: AGPL-3.0-or-later
# ruff: noqa: E501, SIM905  tables of words: broken lines would hide what belongs together
"""Spanish: what carries numbers, negation, obligation, conditions and quantities."""

from __future__ import annotations

import re

from pipeline.plain.lexicon import Cues, Lexicon

# «Presente su solicitud.», «Inscríbase antes.» and «Envíalo.» are commands: their verbs, since «Base», «Norte» and
# «Nombre» end alike, and by their form those that a pronoun is joined to.
_SUBJUNCTIVE = (
    "abone|acepte|acompañe|acredite|acuda|adjunte|aguarde|anote|aporte|archive|avise|ayude|baje|beba|busque|cambie|cancele|circule|"
    "coloque|coma|compare|complete|compre|comprue?be|comunique|conecte|confirme|conserve|consulte|conteste|corrija|cuente|cuide|"
    "cumpla|cumplimente|deje|demuestre|deposite|descargue|describa|devuelva|diga|elija|encienda|entre|entregue|envíe|escoja|escriba|"
    "espere|evite|explique|exponga|facilite|firme|fume|guarde|haga|incluya|indique|informe|inicie|instale|intente|introduzca|justifique|"
    "lave|lea|llame|lleve|mande|mantenga|marque|mire|muestre|notifique|obtenga|olvide|ordene|pague|pase|pida|ponga|pregunte|"
    "prepare|presente|proteja|pruebe|quite|realice|recicle|recoja|recurra|recuerde|reduzca|rellene|renueve|respete|responda|reserve|"
    "revise|salga|saque|separe|siga|solicite|suba|tenga|tire|tome|traiga|trate|use|utilice|vaya|venga|verifique|viaje|vierta|vigile|vuelva|"
    "abra|apague|aplique|aparque|apunte|asista|averigüe|calcule|cargue|cierre|coja|comparta|conduzca|consiga|contrate|copie|denuncie|desconecte|"
    "desista|diríjase|domicilie|eche|elimine|empiece|empadrone|encargue|enseñe|estacione|exija|fotocopie|frene|grabe|hable|imprima|impugne|"
    "ingrese|inscriba|limpie|localice|llegue|llene|matricule|meta|mida|ofrezca|pare|participe|pegue|permanezca|practique|procure|publique|"
    "rechace|reciba|reclame|recupere|recorra|redacte|regrese|reintegre|repare|repita|reparta|reponga|reúna|retire|riegue|señale|sepa|"
    "sustituya|suspenda|tape|termine|tramite|transporte|traslade|vacíe|valore|vea|vote"
)
# At the beginning of a sentence; elsewhere these are what somebody does ("el club pide").
_FAMILIAR = (
    "Abre|Acude|Adjunta|Apunta|Avisa|Busca|Comprueba|Compra|Consulta|Contesta|Deja|Elige|Entrega|Envía|Escribe|Espera|Guarda|Haz|Indica|Inscríbete|Lee|Llama|Lleva|"
    "Manda|Mira|Paga|Pide|Pon|Pregunta|Presenta|Recuerda|Rellena|Reserva|Respeta|Revisa|Sigue|Solicita|Trae|Usa|Utiliza|Ve|Ven"
)
_ACCENT = r"[a-zñü]*[áéíóú][a-zñü]+(?:l[aeo]s?|se|nos|me)"
_BEGIN = r"(?:(?<=[.!?:;] )|(?<=[¡])|^)"
_COMMAND = rf"{_BEGIN}(?i:(?:{_SUBJUNCTIVE})(?:los|las|lo|la|le|les)?|{_ACCENT})\b(?![^.!?]*\?)"
_DENIED = rf"{_BEGIN}No (?:se |lo |la |los |las |le |les |te )?(?:{_SUBJUNCTIVE}|\w+[ea]s?)\b"

LEXICON = Lexicon(
    function_words=frozenset(
        """a al algo algún alguna algunas alguno algunos ante antes aquel aquella aquellos aquí así aún aunque bajo bien cada casi como con
        contra cual cuales cualquier cuando de del desde donde dos durante e el él ella ellas ellos en entre era eran es esa esas ese eso
        esos esta está estaba estado están estar estas este esto estos fue fueron ha había habían han hasta hay la las le les lo los más
        me mi mientras mis mucho muchos muy nada ni no nos nosotros nuestra nuestras nuestro nuestros o os otra otras otro otros para pero
        poco por porque pues que qué quien quienes se sea sean según ser si sí sido sin sobre son su sus también tampoco tan tanto te
        tiene tienen toda todas todo todos tras tu tus u un una unas uno unos usted ustedes y ya yo""".split()
    ),
    nominal=re.compile(r"(?:[cs]ión|[cs]iones|mientos?|anzas?|encias?|ancias?|dad|dades)$"),
    not_nominal=frozenset("nación estación región canción ciudad ciudade universidad verdad edad ciencia audiencia experiencia diferencia distancia televisión".split()),
    units={
        "cero": 0, "dos": 2, "tres": 3, "cuatro": 4, "cinco": 5, "seis": 6, "siete": 7, "ocho": 8, "nueve": 9, "diez": 10, "once": 11,
        "doce": 12, "trece": 13, "catorce": 14, "quince": 15, "dieciséis": 16, "diecisiete": 17, "dieciocho": 18, "diecinueve": 19,
        "veinte": 20, "veintiuno": 21, "veintiún": 21, "veintidós": 22, "veintitrés": 23, "veinticuatro": 24, "veinticinco": 25, "veintiséis": 26, "veintisiete": 27, "veintiocho": 28, "veintinueve": 29, "treinta": 30, "cuarenta": 40, "cincuenta": 50, "sesenta": 60,
        "setenta": 70, "ochenta": 80, "noventa": 90, "doscientos": 200, "trescientos": 300, "quinientos": 500, "cuatrocientos": 400, "seiscientos": 600, "setecientos": 700, "ochocientos": 800, "novecientos": 900, "doscientas": 200, "trescientas": 300, "cuatrocientas": 400, "quinientas": 500, "seiscientas": 600, "setecientas": 700, "ochocientas": 800, "novecientas": 900,
    },
    scales={"cien": 100, "ciento": 100, "mil": 1000, "miles": 1000, "millón": 10**6, "millones": 10**6, "cientos": 100, "centenar": 100, "centenares": 100, "decena": 10, "decenas": 10, "docena": 12, "docenas": 12, "millar": 1000, "millares": 1000},
    ordinals={"primer": 1, "primero": 1, "primera": 1, "segundo": 2, "segunda": 2, "tercero": 3, "tercera": 3, "tercer": 3, "cuarto": 4, "cuarta": 4, "quinto": 5, "quinta": 5,
        **{f"{root}{end}": value for value, root in enumerate("sext séptim octav noven décim undécim duodécim decimotercer decimocuart decimoquint decimosext decimoséptim decimoctav decimonoven vigésim".split(), start=6) for end in "oa"},
        **{f"{root}{end}": value for root, value in (("trigésim", 30), ("cuadragésim", 40), ("quincuagésim", 50), ("sexagésim", 60), ("septuagésim", 70), ("octogésim", 80), ("nonagésim", 90), ("centésim", 100)) for end in "oa"}},
    fractions={"mitad": 0.5, "medio": 0.5, "media": 0.5, "tercio": 1 / 3, "tercios": 1 / 3, "cuartos": 0.25},
    parts={"tercios": 1 / 3, "cuartos": 0.25, "quintos": 0.2, "sextos": 1 / 6, "octavos": 0.125, "décimos": 0.1, "terceras": 1 / 3, "cuartas": 0.25, "quintas": 0.2, "sextas": 1 / 6, "octavas": 0.125, "décimas": 0.1, "séptimos": 1 / 7, "séptimas": 1 / 7, "novenos": 1 / 9, "novenas": 1 / 9, "doceavos": 1 / 12, "doceavas": 1 / 12, "quinceavas": 1 / 15, "vigésimas": 0.05, "treintavas": 1 / 30, "treintavos": 1 / 30, "centésimas": 0.01, "milésimas": 0.001},
    multiples={"doble": 2, "duplicar": 2, "duplicó": 2, "duplicado": 2, "triple": 3, "triplicar": 3},
    measures={form: unit for unit, forms in {"minute": "minuto minutos", "hour": "hora horas", "day": "día días diario diaria diarios diarias diariamente", "week": "semana semanas semanal semanales semanalmente", "fifteen days": "quincena quincenas quincenal quincenales quincenalmente", "half month": "bimensual bimensuales", "two months": "bimestre bimestres bimestral bimestrales bimestralmente", "four months": "cuatrimestre cuatrimestres cuatrimestral cuatrimestrales cuatrimestralmente", "biennium": "bienio bienios bienal bienales", "triennium": "trienio trienios trienal trienales", "four years": "cuatrienio cuatrienios cuatrienal cuatrienales", "five years": "quinquenio quinquenios quinquenal quinquenales lustro lustros", "six years": "sexenio sexenios sexenal sexenales", "decade": "década décadas decenio decenios decenal decenales", "half year": "semestre semestres semestral semestrales semestralmente bianual bianuales", "quarter": "trimestre trimestres trimestral trimestrales trimestralmente", "centimetre": "centímetro centímetros cm", "millimetre": "milímetro milímetros mm", "month": "mes meses mensual mensuales mensualmente", "year": "año años anual anuales anualmente", "metre": "metro metros", "kilometre": "kilómetro kilómetros km", "gram": "gramo gramos", "kilogram": "kilo kilos kilogramo kilogramos kg", "tonne": "tonelada toneladas", "litre": "litro litros", "hectare": "hectárea hectáreas"}.items() for form in forms.split()},
    months={name: number for number, name in enumerate(
        "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre".split(), start=1)},
    days={name: number for number, name in enumerate(
        "uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciséis diecisiete dieciocho diecinueve veinte veintiuno veintidós veintitrés veinticuatro veinticinco veintiséis veintisiete veintiocho veintinueve treinta".split(), start=1)}
    | {"treinta y uno": 31},
    decimal_comma=True,
    bounds=Cues(strong={
        "at least": r"igual(?:e|en|a|an|es)? o (?:super\w+|exced\w+|mayor(?:es)?|superior(?:es)?)(?: de| que| al?)?|al menos|como (?:muy )?pronto|por lo menos|como mínimo|cuando menos|un mínimo de|no menos de|mínim[oa]s?(?: de)?|(?:no|nunca|ni|tampoco) (?:\w+ ){0,4}?(?:inferior(?:es)? a|menor(?:es)? (?:de|que|a)|menos de|baj(?:ar|e|ará) de)|(?:haber|haya\w*|hayan|tener) cumplido(?:s)?(?: los)?",
        "more than": r"más de|superior(?:es)? a|mayor(?:es)? (?:de|que)|sup?er(?:an?|en?|ar|e)|exced\w+(?: de| los| las)?|sobrepas\w+|rebas\w+|por encima de|más allá de|más (?:larg|alt|viej|grand|anch)\w+ (?:de|que)",
        "at most": r"igual(?:es)? o (?:inferior|menor)(?:es)?(?: de| que| al?)?|como (?:máximo|mucho)|a más tardar|como (?:muy )?tarde|un máximo de|máxim[oa]s?(?: de)?|no más (?:tarde )?del?|hasta|a lo sumo|(?:un |el )?(?:tope|límite) de|(?:no|nunca|ni|tampoco|ningún|ninguna|sin) (?:\w+ ){0,8}?superior(?:es)? a|(?:no|nunca|ni|sin(?: que)?) (?:podrá\w* |pued[ea]\w* |deberá\w* )?(?:exced\w+|super\w+|sobrepas\w+|rebas\w+|pas(?:ar|e|ará))(?: de| los| las)?|(?:no|nunca|nadie|tampoco) (?:se )?(?:podrá\w*|pued[ea]\w*|deberá\w*|debe\w*) (?:\w+[aei]r(?:se)? )?más (?:de|allá de)|no (?:podrá\w* |puede\w* )?(?:ser |tener |durar |pesar |medir )?(?:más de|mayor(?:es)? (?:de|que|a))|(?:puede|podrá)n? (?:\w+ ){0,3}?como máximo",
        "less than": r"no (?:haya|hayan|ha|han|hubiera)n? cumplido(?: aún| todavía)?(?: los)?|menos de|inferior(?:es)? a|menor(?:es)? (?:de|que)|por debajo de|no (?:llegu?[ea]n?|alcan[cz][ea]n?) (?:a )?",
        "about": r"aproximadamente|alrededor de|cerca de|unos|unas|casi|en torno a|más o menos",
    }),
    negation=Cues(
        strong={"not": r"(?<!diga que )(?<!dice que )(?<!digan que )(?<!dicen que )no(?! s[óo]lo| solo| solamente| obstante)|sin(?! embargo| duda| (?:más )?demora| (?:más )?dilación| tardar| retraso| falta| perjuicio| excepción)|ningún|ninguna?s?|ninguno|nunca|jamás|nadie|nada|tampoco|ni"},
        weak={"denying": r"prohíb\w+|prohib\w+|evit\w+|impid\w+|imped\w+|rechaz\w+|nieg\w+|neg(?:ar|ó|aron|ado|ativa)\w*|deni?eg\w+|desestim\w+|inadmi\w+|falt\w+|carec\w+|ausencia(?= del? )|"
                         r"incapa\w+|imposib\w+|renunci\w+|abandon\w+|ces(?:ar|ó|an|ado)|excluy\w+|exclui\w+|abst\w+|innecesari\w*|imposible\w*|incompatib\w+|deshabitad\w+|impag\w+|ilegal\w*|ilícit\w+|inválid\w+|(?:in|im|i)(?:suficient|eficaz|completo|exacto|justo|legal|válido)\w*"},
        echo={"exempt": r"exent[oa]s?|exim\w+|dispens\w+|gratis|gratuit\w+", "end": r"(?:in|im|ir|ina)\w{3,}[aeiu]bles?|(?:diga|dice|digan|dicen) que no|fin|finaliz\w+|termin\w+|perd\w+|pierd\w+|pérdida\w*|dej\w+|libr(?:e\w*|a)|fuera|contra|salvo|excepto|menos|s[óo]lo|solamente|únicamente|antes|poco\w*|rara\w*|"
                      r"mantien\w+|mantener|mantenemos|conserv\w+|sigu(?:e|en|es|imos)|seguir|aunque|a pesar|caduc\w+|venc\w+|anul\w+|nul[oa]s?|revoc\w+|rescind\w+|cancel\w+|suspend\w+|suprim\w+|elimin\w+|quit(?:a|an|ar|amos|en|e)|cerrad\w+|cierr\w+|vací[oa]s?|"
                      r"secret\w+|call\w+|silencio|lejos|alej\w+|retir\w+|apart\w+|demora\w*|retras\w+|tarde|tardí\w+|descart\w+|en vez|en lugar|fals\w+|difícil\w*|escas\w+|ajen\w+|independien\w+|da igual|sea cual|cualquiera que|bloque\w+|interrump\w+|dud\w+"},
    ),
    modality=Cues(
        strong={
            "forbidden": r"no (?:se )?debe(?:n|mos|rá|rán)?",
            "may not": r"no (?:proced\w+|ha lugar|habrá lugar)|(?:no|nunca|jamás|tampoco) (?:se )?(?:le |les |lo |la |los |las |me |te |nos )?p(?:uede|ueden|uedes|odemos|odrá|odrán|odrás)|(?:nadie|ningun[oa]?|ningún|ninguna?)(?: \w+){0,6}? p(?:uede|ueden|odrá|odrán)|no (?:se|le|les|te) (?:le |les )?(?:admit|permit|autoriz|toler)\w+|no (?:le |les |te |me )?(?:est[áa]n?|ser[áa]n?) permitid[oa]s?|no (?:tiene|tienen|tendrá|tendrán|hay) derecho|no cabe",
            "exempt": r"(?:no|nadie|ni|tampoco) (?:se |le |les |te |nos )?(?:tiene|tienen|tienes|tenemos|tendrá|tendrán|hay|habrá|hace|hacen|hará) (?:que|falta)|no (?:le |les |te )?(?:es|será|son|serán|sea|resulta|resultará) (?:necesari|obligatori|preceptiv|precis|imprescindible|exigible|requerid)\w*|no (?:est[áa]n?|estará|estarán|viene|vienen|vendrá|vendrán|queda|quedan|quedará|quedarán|es|son|será) (?:\w+ )?obligad[oa]s?|no (?:se )?(?:necesita|requiere|precisa|exige|exigirá|requerirá)\w*|no (?:le |les |te |me |la |lo )?obliga\w*|nadie (?:le |les |te |la |lo )?obliga|sin necesidad de|sin (?:que )?tener que|sin que (?:sea|haga) (?:necesari\w+|falta)|(?:es|son|será|serán) (?:voluntari|facultativ|opcional|potestativ)\w*",
            "obligation": r"debe(?:n|mos|rá|rán|s|rás)?(?! de ser)|debiendo|h(?:ay|abrá) que|t(?:iene|ienen|ienes|enemos|endrá|endrán|endrás) que|(?:ha|han|has|habrá|habrán) de|(?:t(?:iene|ienen|endrá|endrán) )?la obligación de|t(?:iene|ienen|endrá|endrán) el deber de|incumb\w+ a|oblig(?:ado|ada|ados|adas) a|obligatori[oa]s?|preceptiv[oa]s?|(?:es|será|son|serán) (?:necesari|imprescindible|indispensable|precis|forzos|obligad)\w*",
            "recommendation": r"deber(?:ía|ían|íamos|ías)|convendría|conviene|(?:es|será|sería) (?:mejor|buen[oa]|conveniente|aconsejable|recomendable|preferible|deseable|buena idea)|(?:se |le |les |te )?(?:recom(?:ienda|iendan|endamos)|aconsej(?:a|an|amos)|suger(?:imos)|sugiere)|(?:hacen?|har[íi]an?) bien en|más vale|lo mejor (?:es|será|sería)|si le parece|a ser posible|si es posible|en lo posible",
            "permission": r"p(?:uede|ueden|uedes|odemos|odrá|odrán|odrás|odría|odrían|udiera|udieran|udiendo)|quizás?|tal vez|(?:est[áa]n?|ser|queda|quedan|es|son|será) (?:autorizad|permitid|facultad)[oa]s?|se (?:permit|autoriz|admit)(?:e|en|a|an|irá|irán|ará|arán)|(?:t(?:iene|ienen|endrá|endrán)) (?:la )?(?:posibilidad|facultad|opción) de",
            "demand": r"exig(?:e|en|imos|ió|ieron)(?=,? que\b| a\b| al\b)", "urge": r"(?:pid\w+|solicit\w+) (?:con (?:insistencia|urgencia|fuerza)|encarecidamente|insistentemente)|inst(?:a|an|amos|ó)|exhort\w+|hac(?:e|en|emos) un llamamiento",
        },
        weak={"ask": r"(?<!que se )pid(?:e|en|ió)|pedimos|solicit(?:a|an|amos|ó|aron|e|en)|invit\w+|anim\w+|alient\w+"},
        echo={"forbidden": rf"(?-i:{_DENIED})|no (?:se )?(?!(?:ser|estar|habr|podr|tendr|deber|convendr|cabr)án?\b)\w{3,}(?:[aei]|d)rán?|prohib\w+|prohíb\w+|abst[eé]n\w+", "may not": r"(?:in|im|ir|ina)\w{3,}[aeiu]bles?|incompatib\w+|no (?:es|son|será|serán|está|están) \w{3,}[aeiu]bles?|prohib\w+|prohíb\w+|imposib\w+|inadmisib\w+", "exempt": r"exent[oa]s?|exim\w+|dispens\w+|voluntari\w+|opcional\w*|libre\w*",
              "order": rf"(?-i:{_COMMAND})", "obligation": r"(?!(?:ser|estar|habr|podr|tendr|querr|deber|convendr|cabr)án?\b)\w{3,}(?:[aei]|d)rán?|necesari\w+|obligaci\w+|deber|deberes|requi\w+|exige\w*|responsab\w+|oblig\w+", "permission": r"posib\w+|derecho\w*|permit\w+|permis\w+|autoriz\w+|capa\w+|opci\w+|voluntari\w+",
              "recommendation": r"recom\w+|aconsej\w+", "urge": r"pid\w+ con fuerza|urge\w*|llam\w+"},
        loose={"time": r"(?:tiene|tienes|tienen|tendrá) (?:\w+ ){1,4}(?:para|de plazo)|hay (?:\w+ ){1,3}(?:para|de plazo)", "order": rf"(?-i:(?<=, )(?!(?:ésta|ésto|última|único)\w*){_ACCENT})\b|(?:(?<=, )|(?<= y )|(?<= o )|(?<=entonces )|(?<=después )|(?<=primero )|(?<=luego ))(?:{_SUBJUNCTIVE})(?:los|las|lo|la|le|les)?|(?-i:(?:(?<=[.!?:;] )|^)(?:{_FAMILIAR}))", "permission": r"\w{3,}[aeu]bles?|\w{3,}ibles?|como (?:usted |lo )?(?:quiera|desee|prefiera)|si (?:lo )?(?:quiere|desea|prefiere)\w*|(?:quiere|desea|prefiere)[sn]?(?=[^.?!]*\?)|cabe|facultad\w*|competen\w+|se acept\w+",
               "obligation": r"es la regla|sin falta|siempre|imprescindible\w*|precis\w+|necesit\w+|hace falta|a su cargo|corre\w*|encarg\w+|asegúr\w+|garantiz\w+|si no|solo si|antes", "exempt": r"si (?:lo )?(?:quiere|desea)\w*|basta\w*|igual|aunque no|gratis|gratuit\w+|sin", "recommendation": r"consej\w+|mejor|procur\w+|intent\w+|preferi\w+"},
        answers={"obligation": frozenset({"order", "time"}), "order": frozenset({"obligation", "time"}), "forbidden": frozenset({"may not"}), "may not": frozenset({"forbidden"}), "permission": frozenset({"exempt", "time"})},
        asked=True,
    ),
    conditions=Cues(
        strong={"condition": r"si|siempre que|a condición de|en caso de|siempre y cuando|con tal de", "exception": r"salvo|excepto|a menos que|a no ser|con excepción",
                "only": r"s[óo]lo|solamente|únicamente|exclusivamente", "until": r"hasta que"},
        weak={"before": r"antes", "after": r"después"},
        echo={"condition": r"\w+\s?\?|cuando|donde|quien\w*|previa|consentimiento|petición|según|sin|con|que", "exception": r"excepci(?:ón|ones)|sin|otr\w+|fuera|si|exclu\w+|pero", "only": r"únic\w+|más que|sino|limit\w+|restr\w+|nada más|salvo", "until": r"antes|mientras|cuando|hasta"},
    ),
    quantities=Cues(
        strong={"all": r"tod[oa]s?|cada|siempre", "most": r"la mayoría|mayoría|la mayor parte"},
        weak={"some": r"algun[oa]s?|ciert[oa]s?|una parte", "many": r"much[oa]s|vari[oa]s|numeros[oa]s", "few": r"poc[oa]s"},
        echo={"all": r"cualquier\w*|enter[oa]|ambos|plen\w+|complet\w+|nunca|ningun\w*|totalidad|mundo|los|las", "most": r"principal\w*|más de la mitad|generalmente"},
    ),
    opposites=(("aumentar", "disminuir"), ("aceptar", "rechazar"), ("permitir", "prohibir"), ("antes", "después"), ("legal", "ilegal"),
               ("norte", "sur"), ("público", "privado"), ("mínimo", "máximo"), ("abrir", "cerrar")),
    left_out=r"salvo|excepto|exceptuad\w+|a menos que|a no ser|con (?:la )?(?:excepción|salvedad)|a excepción|no se aplica\w*|menos(?= (?:el|la|los|las|a|en)\b)|excluid\w+",
    taken_in=r"por ejemplo|en particular|inclus[oa]|(?:ni )?siquiera|incluid[oa]s?|inclusive|aunque|aun (?:cuando|si|en|así)|también(?= (?:si|cuando|en|para|el|la|los|las|a)\b)|tampoco|sin excepci\w+|sea cual sea|con o sin|lo mismo|igual(?:mente)?",
    at_will=r"si (?:lo |así lo )?(?:quiere|desea|prefiere|quieres|deseas)n?(?=[,.;])|si (?:lo|le|la) (?:ve|vea|parece|considera|cree|estima)n? (?:conveniente|oportuno|bien|necesario)|a su (?:elección|criterio|voluntad)|libremente|voluntariamente|cuando quiera(?=[,.;])",
)  # fmt: skip
