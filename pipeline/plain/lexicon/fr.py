# SPDX-License-Identifier: AGPL-3.0-or-later
# ruff: noqa: E501, SIM905  tables of words: broken lines would hide what belongs together
"""French: what carries numbers, negation, obligation, conditions and quantities."""

from __future__ import annotations

import re

from pipeline.plain.lexicon import Cues, Lexicon

# «Adressez-vous à la mairie.» is a command; «Avez-vous une carte ?» is none.
_BEGIN, _END = r"(?:(?<=[.!?:;] )|^)", r"[a-zàâéèêëîïôûç]+ez\b(?![^.!?]*\?)"
_COMMAND = rf"{_BEGIN}(?!(?:Ch|Ass)ez\b)[A-ZÀÂÉÈÊÎÔ]{_END}"
_DENIED = rf"{_BEGIN}N(?:e |[’']){_END}"

LEXICON = Lexicon(
    function_words=frozenset(
        """à afin ai ainsi alors après au aucun aucune aussi autre autres aux avaient avait avant avec avoir avons ayant bien ça car ce
        ceci cela celle celles celui cependant ces cet cette ceux chaque chez ci comme comment d dans de depuis des doit dont du
        elle elles en encore entre es est et étaient était étant été être eu eux fait faire font il ils j je jusque l la là le les
        lequel laquelle lesquels leur leurs lors lorsque lui m ma mais me même mêmes mes moi moins mon n ne ni nos notre nous on
        ont ou où par parce pas pendant peu peut peuvent plus pour pourquoi puis qu quand que quel quelle quelles quels qui quoi s
        sa sans se sera seront ses si soit son sont sous sur t ta te tes toi ton tous tout toute toutes très tu un une vers vos
        votre vous y""".split()
    ),
    nominal=re.compile(r"(?:[ts]ions?|ements?|issements?|ances?|ences?|ités?|ages?)$"),
    not_nominal=frozenset(
        """nation question million région moment document élément département gouvernement appartement argument complément science
        sentence audience expérience différence distance france chance vacance page âge village image visage garage message
        étage ville cité université qualité santé comité""".split()
    ),
    units={
        "zéro": 0, "deux": 2, "trois": 3, "quatre": 4, "cinq": 5, "six": 6, "sept": 7, "huit": 8, "neuf": 9, "dix": 10, "onze": 11,
        "douze": 12, "treize": 13, "quatorze": 14, "quinze": 15, "seize": 16, "vingt": 20, "trente": 30, "quarante": 40,
        "cinquante": 50, "soixante": 60, "septante": 70, "huitante": 80, "nonante": 90, "quatre-vingt": 80, "quatre-vingts": 80,
    },
    scales={"cent": 100, "cents": 100, "mille": 1000, "million": 10**6, "millions": 10**6, "milliard": 10**9, "milliards": 10**9,
            "dizaine": 10, "dizaines": 10, "douzaine": 12, "douzaines": 12, "huitaine": 8, "quinzaine": 15, "vingtaine": 20, "trentaine": 30, "quarantaine": 40,
            "cinquantaine": 50, "soixantaine": 60, "centaine": 100, "centaines": 100, "millier": 1000, "milliers": 1000},
    ordinals={"premier": 1, "première": 1, "second": 2, "seconde": 2, "unième": 1, "onzième": 11, "douzième": 12, "quinzième": 15, "vingtième": 20, "centième": 100, "deuxième": 2, "troisième": 3, "quatrième": 4, "cinquième": 5, "sixième": 6, "septième": 7, "huitième": 8, "neuvième": 9, "dixième": 10, "treizième": 13, "quatorzième": 14, "seizième": 16, "trentième": 30, "quarantième": 40, "cinquantième": 50, "soixantième": 60, "millième": 1000},
    fractions={"moitié": 0.5, "demi": 0.5, "demie": 0.5, "tiers": 1 / 3, "quart": 0.25, "quarts": 0.25},
    parts={"tiers": 1 / 3, "quarts": 0.25, "cinquièmes": 0.2, "sixièmes": 1 / 6, "septièmes": 1 / 7, "huitièmes": 0.125, "neuvièmes": 1 / 9, "dixièmes": 0.1, "douzièmes": 1 / 12, "quinzièmes": 1 / 15, "vingtièmes": 0.05, "trentièmes": 1 / 30, "centièmes": 0.01, "millièmes": 0.001},
    multiples={"double": 2, "doublé": 2, "doubler": 2, "triple": 3, "triplé": 3},
    measures={form: unit for unit, forms in {"minute": "minute minutes", "hour": "heure heures", "day": "jour jours journée journées quotidien quotidienne quotidiens quotidiennes quotidiennement", "week": "semaine semaines hebdomadaire hebdomadaires hebdomadairement", "eight days": "huitaine", "fifteen days": "quinzaine", "half month": "bimensuel bimensuelle bimensuels bimensuelles bimensuellement", "two months": "bimestre bimestres bimestriel bimestrielle bimestriels bimestrielles", "four months": "quadrimestre quadrimestres quadrimestriel quadrimestrielle", "biennium": "biennal biennale biennaux biennales", "triennium": "triennal triennale triennaux triennales triennat", "four years": "quadriennal quadriennale quadriennaux quadriennales", "five years": "quinquennal quinquennale quinquennaux quinquennales quinquennat", "six years": "sexennal sexennale sexennaux sexennales", "seven years": "septennal septennale septennat", "decade": "décennie décennies décennal décennale décennaux décennales", "half year": "semestre semestres semestriel semestrielle semestriels semestrielles semestriellement", "quarter": "trimestre trimestres trimestriel trimestrielle trimestriels trimestrielles trimestriellement", "centimetre": "centimètre centimètres cm", "millimetre": "millimètre millimètres mm", "month": "mois mensuel mensuelle mensuels mensuelles mensuellement", "year": "an ans année années annuel annuelle annuels annuelles annuellement", "metre": "mètre mètres", "kilometre": "kilomètre kilomètres km", "gram": "gramme grammes", "kilogram": "kilo kilos kilogramme kilogrammes kg", "tonne": "tonne tonnes", "litre": "litre litres", "hectare": "hectare hectares"}.items() for form in forms.split()},
    months={name: number for number, name in enumerate(
        "janvier février mars avril mai juin juillet août septembre octobre novembre décembre".split(), start=1)},
    days={f"{ten}{one}".strip(): number for number, (ten, one) in enumerate(
        [("", one) for one in "un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize dix-sept dix-huit dix-neuf vingt".split()]
        + [("vingt", f"{link}{one}") for link, one in zip((" et ", *"-" * 8), "un deux trois quatre cinq six sept huit neuf".split(), strict=True)]
        + [("trente", ""), ("trente", " et un")], start=1)},
    decimal_comma=True,
    bounds=Cues(strong={
        "at least": r"(?:égale?s? ou supérieure?s?|supérieure?s? ou égale?s?) (?:à|aux?)|au moins|au plus tôt|au minimum|un minimum de|pas moins de|minimum|minimale? de|n(?:e |['’])(?:\w+ ){0,5}?(?:inférieure?s? à|moins de)|dès l['’]âge de|(?:avoir|a|ont|ayant|avez) (?:atteint|accompli)(?: l['’]âge de)?",
        "more than": r"plus de|plus d['’]|supérieure?s? à|au[- ]delà de|dépass\w+|excéd\w+|excèd\w+|plus (?:long|longue|haut|haute|âgée?s?|lourd|lourde|large)s? (?:de|que)",
        "at most": r"dans les(?= (?:\d+|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|douze|quinze|vingt|trente|quarante|cinquante|soixante)\b)|(?:ne |n['’])(?:peut|peuvent|pourra|pourront|doit|doivent|devra|devront|saurait|sauraient) (?:\w+ ){0,4}?plus d(?:e|['’])|(?:égale?s? ou inférieure?s?|inférieure?s? ou égale?s?) (?:à|aux?)|au plus tard|au plus(?! tôt)|au maximum|un maximum de|maximum|maximale? de|pas plus (?:tard )?(?:de|que|d['’])|jusqu['’]à|tout au plus|dans la limite de|(?:limitée?s?|plafonnée?s?|fixée?s? au plus) à|d['’]ici à?|n(?:e |['’])(?:\w+ ){0,3}?(?:exc[èé]d\w+|dépass\w+)(?: pas| point)?|(?:ne |n['’]|sans )(?:\w+ ){0,4}?(?:être |pouvoir )?(?:supérieure?s? à|excéder|dépasser)|(?:p(?:eut|euvent)) (?:\w+ ){0,3}?(?:au maximum|au plus(?! tôt))",
        "less than": r"n['’](?:ayant|a|ont|avez|aurait) pas (?:encore )?(?:atteint|accompli)(?: l['’]âge de)?|moins de|moins d['’]|inférieure?s? à|en dessous de|n(?:e |['’])(?:\w+ ){0,3}?attei\w+ pas",
        "about": r"environ|à peu près|approximativement|près de|quelque|presque|autour de|une? (?:vingtaine|dizaine|centaine)",
    }),
    negation=Cues(
        strong={"not": r"(?:ne|n['’])(?=\s?\w)(?! que|\s?(?:\w+ ){1,2}qu(?:e\b|['’])|\s?(?:(?!pas\b|plus\b(?! (?:de|du|des|d['’]|que|qu['’]|long\w*|tard|haut\w*|loin|grand\w*|souvent|vite|tôt|petit\w*|bas|cher\w*|\w+ment)\b)|jamais\b|rien\b|aucun|point\b)[\w’'-]+ ){1,12}(?:que (?:si|s['’]il|lorsqu|pour|dans|par|sur|sous|avec|contre)|qu['’](?:en|à|au|une fois|après|avec|aux)))|non(?!\s?seulement)|pas(?= (?:de|d['’]|un|encore|toujours)\b)|sans(?! doute| délai| retard| tarder| attendre| exception| préjudice)|aucune?|jamais|ni"},
        weak={"denying": r"interdi\w+|prohib\w+|refus\w+|rejet\w+|empêch\w+|évit\w+|manqu\w+|absence(?= (?:d['’]|de\b|du\b|des\b))|incapable\w*|impossible\w*|renonc\w+|"
                         r"abandon\w+|cess\w+|arrêt(?!é)\w+|exclu\w+|nie\w*|irrecevab\w+|illicite\w*|inexact\w*|interromp\w+|(?:in|im|ir|il)(?:suffisant|efficace|exact|complet|capable|juste|possible|"
                         r"régulier|légal|légitime)\w*|s['’]abst\w+"},
        echo={"except": r"(?:à moins|avant|de peur|de crainte|sans|empêche\w*|évite\w*|crain\w+) (?:que (?:[\w’-]+ ){1,8}?|qu['’](?:[\w’-]+ ){1,8}?)n(?:e\b|['’])(?! (?:\w+ )?pas)",
              "exempt": r"dispens\w+|exon\w+|exempt\w+|gratuit\w*|fau(?:x|sse|sses)|rien", "end": r"(?:in|im|ir|ina)\w{3,}[ai]bles?|fin|expir\w+|termin\w+|perd\w+|perte\w*|quitt\w+|libre\w*|hors|contre|sauf|seulement|n(?:e |['’])(?:\w+ ){1,3}qu(?:e\b|['’])|uniquement|seule?s?|avant|peu|rare\w*|"
                      r"gard(?:e[rsz]?|ons|ent)|conserv\w+|maint(?:ien\w*|enu\w*|enir)|rest(?:e[rsz]?|ent)|continu\w+|malgré|même si|quand même|peu importe|quel(?:le)?s? que|annul\w+|nul(?:s|les?)?|caduc\w*|suppr\w+|supprim\w+|retir\w+|retrait|révoqu\w+|résili\w+|suspen\w+|"
                      r"fermée?s?|fermeture\w*|vide\w*|secr[eè]t\w*|confidentiel\w*|tai(?:re|t)|silence|loin|éloign\w+|écart\w+|tard\w*|retard\w*|à la place|au lieu|mauvais\w*|difficil\w*|rare\w*|indépendam\w+|échapp\w+|oubli\w+|omi\w+|impay\w+|sinon|faute|défaut"},
    ),
    modality=Cues(
        strong={
            "forbidden": r"ne (?:(?:se|s['’]|le|la|les|lui|leur|en|y) )*d(?:oit|oivent|evez|evons|ois|evra|evront|evrez)(?! (?:[\w’'-]+ ){0,9}?qu(?:e\b|['’]))(?! (?:pas|nullement|point) (?:nécessairement|forcément|obligatoirement))|(?:ne )?d(?:oit|oivent|ois|evez|evons|evra|evront|evrez) (?:pas|jamais|plus|point|nullement|aucunement|guère|en aucun(?:e)? (?:cas|façon|manière|circonstance)|sous aucun prétexte)",
            "may not": r"p(?:eut|euvent|eux|ouvez|ouvons|ourra|ourront|ourrez)(?: (?:\w+ ){0,2}?(?:pas|plus(?! (?:de|du|des|d['’]|que|qu['’]|long\w*|tard|haut\w*|loin|grand\w*|souvent|vite|tôt|petit\w*|bas|cher\w*|\w+ment)\b)|jamais|rien|aucune?))|ne (?:(?:se|s['’]|le|la|les|lui|leur|en|y) )*p(?:eut|euvent|ourra|ourront|ouvait|ouvaient)(?! (?:[\w’'-]+ ){0,9}?qu(?:e\b|['’]))|n(?:ul|ulle|ul ne|ulle personne) (?:\w+ )?ne p(?:eut|ourra)|(?:aucune?|personne)(?: [\w’'-]+){0,7}? ne p(?:eut|euvent|ourra|ourront)|ne saurai(?:t|ent)|interdiction (?:de|formelle|absolue)|défense de|n[’'](?:est|êtes|es|sont) (?:\w+ )?pas (?:\w+ )?(?:autorisée?s?|permise?s?|admise?s?|possibles?|recevables?)|n[’'](?:a|as|avez|avons|ont|aurez|aura) pas (?:le droit|la possibilité)",
            "exempt": r"(?:ne )?d(?:oit|oivent|evez|ois) pas (?:nécessairement|forcément|obligatoirement)|(?:n['’](?:est|es|êtes|était|a été)|ne (?:sont|sera|seront|serez|soit|soient)) (?:\w+ )?(?:pas|nullement|point) (?:\w+ )?(?:obligée?s?|tenue?s?|contrainte?s?|forcée?s?|nécessaires?|requise?s?|exigée?s?|exigibles?|obligatoires?|indispensables?|imposée?s?)|n['’](?:a|as|ont|avez|avons|aurez|aura|auront) (?:pas|nul) (?:à\b|(?:l['’])?obligation|besoin)|pas obligatoires?|pas besoin|nul besoin|inutile d(?:e|['’])|pas la peine|(?:personne|nul|rien) ne (?:vous |l['’]|les |le |la )?(?:y )?oblige|ne (?:vous |l['’]|les |le |la )?(?:y )?oblige\w* pas|sans (?:avoir à|être (?:obligée?s?|tenue?s?))|(?:est|sont|reste|demeure) (?:facultati\w+|optionnel\w*)",
            "obligation": r"d(?:oit|oivent|ois|evez|evons|evra|evront|evrez)(?! s['’]attendre)|faut|faudra|(?:est|sont|es|être|êtes|était|étaient|sera|seront|serez|demeure|reste) (?:\w+ )?(?:obligée?s?|tenue?s?|contrainte?s?|astreinte?s?|forcée?s?)|obligatoires?|obligatoirement|impérativement|(?:a|ont|as|avez|aurez|aura|auront) l['’]obligation d|l['’]obligation de|(?:a|ont|as|avez|aurez|aura|auront) (?:le devoir de|à (?=\w+(?:er|ir|re)\b))|y a lieu d(?:e|['’])|(?:est|sont) (?:\w+ )?(?:exigée?s?|requise?s?|impérati\w+)|(?:il |lui |leur )?(?:appartient|incombe) (?:à|au|aux)",
            "recommendation": r"devr(?:ait|aient|iez|ions|ais)|faudrait|conviendrait|convient de|mieux vaut|vaut mieux|(?:serait|est) (?:bon|souhaitable|préférable|recommandé|conseillé)|conseill(?:é|ons|e)|(?<!en )(?<!lettre )(?<!courrier )(?<!pli )(?<!envoi )(?<!lettres )recommand(?:é|ée|ons|e)(?! avec (?:demande d['’])?a(?:vis|ccusé))|préconis(?:é|ons|e)|essaye[rz]|essaie[sz]?|tâche[rz]|si possible|de préférence|dans la mesure du possible|auriez intérêt|fer(?:iez|ait|aient) (?:bien|mieux) d(?:e|['’])|le mieux est|pensez à",
            "permission": r"p(?:eut|euvent|eux|ouvez|ouvons|ourra|ourront|ourrez|ourrait|ourraient|ourriez|ouvant)|(?:est|sont|être|êtes) (?:autorisée?s?|admise?s?|libres?|habilitée?s?) (?:à|de)|peut-être|(?:a|as|ont|avez|avons|aurez|aura) (?:la faculté|la possibilité|le droit|le choix|la liberté) d(?:e|['’])|(?:est|sont|sera|seront) (?:\w+ )?(?:permise?s?|possibles?|autorisée?s?|admise?s?)(?! qu)",
            "demand": r"exig(?:e|ent|eons|ea)(?=,? (?:[\w’'-]+ ){0,3}?(?:qu|de )|,? (?:de|d['’]))", "urge": r"exhort\w+|pri(?:e|ons|ent) instamment|appel(?:le|lons|lent) (?:instamment )?(?:tous|toutes|les|à|l['’])|demand\w+ (?:instamment|avec (?:insistance|force))",
        },
        weak={"ask": r"(?<!une )(?<!la )(?<!sa )(?<!cette )(?<!toute )(?<!votre )(?<!leur )(?<!de )(?<!’une )(?<!sur )(?<!avec )demande|demand(?:ons|ent|é)|invit(?:e|ons|ent|é|ée|és|ées)|encourag(?:e|eons|ent|é|és)"},
        echo={"obligation": r"nécessaire\w*|obligations?|devoirs?|besoin|exigences?|requis\w*|dû|dues?|dus|responsab\w+|oblig\w+|veill\w+|impos\w+",
              "order": rf"(?-i:{_COMMAND})", "forbidden": rf"(?-i:{_DENIED})|interdi\w+|prohib\w+|défen\w+",
              "may not": r"(?:in|im|ir|ina)\w{3,}[ai]bles?|interdi\w+|impossib\w+|irrecevab\w+|incompatib\w+|n['’]est pas \w+[ai]bles?",
              "exempt": r"dispens\w+|exon\w+|exempt\w+|facultati\w+|libre\w*",
              "permission": r"possib\w+|droit|permet\w*|permis\w*|autoris\w+|capables? d(?:e|['’])(?= ?\w+(?:er|ir|re)\b)|éventuel\w*|facultati\w+|faculté|susceptible\w*",
              "recommendation": r"recommand\w+|conseil\w+|suggér\w+"},
        loose={"time": r"(?:avez|a|ont|as|aura|aurez|dispos\w+) (?:[\w’'-]+ ){1,5}pour", "order": r"(?:(?<=, )|(?<= et )|(?<= puis )|(?<= ou )|(?<=alors ))(?!avez|êtes|serez|pouvez|devez|voulez|aurez|recevrez)[a-zéèêà]{3,}ez", "permission": r"(?!(?:comptab|contribuab|responsab|véritab|tab|sab|préalab|durab|valab|coupab|redevab|favorab|semblab|notab|équitab|vocab|meub|capab|incapab|stab|convenab|raisonnab|agréab|aimab|considérab|épouvantab|diab|érab|fiab)les?\b)\w{3,}[ai]bles?|(?:voulez|souhaitez|désirez|préférez)(?=[^.?!]*\?)|dispos\w+|si (?:vous|tu|il|elle) (?:le )?(?:voulez|veux|souhait\w+|désir\w+|veut|préfér\w+)|(?:vous )?(?:voulez|souhaitez)|(?:quand|comme) vous (?:le )?(?:voulez|souhaitez|préférez)|librement|libre\w*|à votre (?:choix|convenance)|choisi\w+",
               "obligation": r"redevable\w*|c['’]est la règle|à (?:votre|sa|leur) charge|sans faute|toujours|à peine d|sous peine|sinon|d['’]abord|rend\w+|sauf|figur\w+|comport\w+|seulement si|que si|doit|répond\w*",
               "may not": r"dispos\w+|personne|sans", "exempt": r"suffi\w+|gratuit\w*|même sans|peu importe|inutile\w*|si (?:vous|tu) (?:le )?(?:voulez|veux|souhait\w+)|peut", "recommendation": r"mieux|plutôt|prudent\w*|préfér\w+"},
        answers={"obligation": frozenset({"order", "time"}), "order": frozenset({"obligation", "time"}), "forbidden": frozenset({"may not"}), "may not": frozenset({"forbidden"}), "permission": frozenset({"exempt", "time"})},
        asked=True,
    ),
    conditions=Cues(
        strong={"condition": r"si(?! bien)|s['’](?=ils?\b)|à condition (?:que|de|d['’])|pourvu que|en cas de|en cas d['’]|sous réserve",
                "exception": r"sauf|à moins (?:que|de|d['’])|excepté\w*|à l['’]exception|hormis",
                "only": r"seulement|uniquement|exclusivement", "until": r"jusqu['’](?:à ce que|au|en|à)"},
        weak={"before": r"avant", "after": r"après"},
        echo={"condition": r"\w+\s?\?|non|lorsqu\w*|quand|dès|accord|demande|consentement|selon|qui|toute|où|sans|pour", "exception": r"exceptions?|sans|autre\w*|hors|si|mais|exclu\w*",
              "only": r"que|seule?s?|ne|réserv\w+|limit\w+|restr\w+|sauf", "until": r"avant|à|au|tant que|pendant"},
    ),
    quantities=Cues(
        strong={"all": r"tous|toutes|tout(?= (?:le|la|les|l['’]))|toujours|chaque|chacune?", "most": r"la plupart|la majorité|majorité"},
        weak={"some": r"certaine?s?|quelques|une partie", "many": r"plusieurs|de nombreu\w+|beaucoup", "few": r"peu de|rare\w*"},
        echo={"all": r"ensemble|entière?\w*|l['’]ensemble|intégral\w*|quiconque|jamais|aucun\w*|tout\w*|n['’]importe|monde|les", "most": r"surtout|principal\w*|plus de la moitié|généralement"},
    ),
    opposites=(("augmenter", "diminuer"), ("accepter", "refuser"), ("autoriser", "interdire"), ("avant", "après"), ("légal", "illégal"),
               ("nord", "sud"), ("est", "ouest"), ("public", "privé"), ("minimum", "maximum"), ("ouvrir", "fermer")),
    left_out=r"sauf|si ce n['’]est|hormis|excepté\w*|à moins (?:que|de|d['’])|à l['’](?:exception|exclusion)|exclu[se]*(?! *[,.;])|exception faite|mis(?:e|es)? à part|abstraction faite|en dehors d(?:e|['’])|ne s['’]appli\w+ pas|contrairement",
    taken_in=r"comme(?= (?:les|le|la|des)\b| l['’])|notamment|par exemple|(?:y )?compris(?:es?)?|quand bien même|même(?= (?:si|les|le|la|l['’]|un|une|au|aux|à|du|des|dans|pendant|pour|en|quand|lorsqu|s['’]))|également|quel(?:le)?s? que soi(?:t|ent)|avec ou sans|la règle est la même|la même règle|c['’]est (?:pareil|la même chose)|pareil|aussi(?= (?:les|le|la|pour|en|si|dans)\b)|sans exception|peu importe|non plus",
    at_will=r"si (?:vous|il|elle|tu|ils|elles) (?:le |la )?(?:voulez|veut|veulent|souhaite\w*|désire\w*|pouvez|juge\w* utile|préfère\w*)(?=[,.;])|(?:décider\w*|décide) librement|librement|à (?:votre|sa|leur) (?:convenance|guise)|p(?:eut|ourra) (?:alors |aussi )?décider de",
)  # fmt: skip
