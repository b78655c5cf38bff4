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
            "dizaine": 10, "dizaines": 10, "douzaine": 12, "douzaines": 12, "quinzaine": 15, "vingtaine": 20, "trentaine": 30, "quarantaine": 40,
            "cinquantaine": 50, "soixantaine": 60, "centaine": 100, "centaines": 100, "millier": 1000, "milliers": 1000},
    ordinals={"premier": 1, "première": 1, "second": 2, "seconde": 2, "onzième": 11, "douzième": 12, "quinzième": 15, "vingtième": 20, "centième": 100, "deuxième": 2, "troisième": 3, "quatrième": 4, "cinquième": 5, "sixième": 6, "septième": 7, "huitième": 8, "neuvième": 9, "dixième": 10},
    fractions={"moitié": 0.5, "demi": 0.5, "demie": 0.5, "tiers": 1 / 3, "quart": 0.25, "quarts": 0.25},
    parts={"tiers": 1 / 3, "quarts": 0.25, "cinquièmes": 0.2, "sixièmes": 1 / 6, "huitièmes": 0.125, "dixièmes": 0.1},
    multiples={"double": 2, "doublé": 2, "doubler": 2, "triple": 3, "triplé": 3},
    measures={form: unit for unit, forms in {"minute": "minute minutes", "hour": "heure heures", "day": "jour jours journée journées quotidien quotidienne quotidiennement", "week": "semaine semaines hebdomadaire", "two months": "bimestre bimestriel bimestrielle", "half year": "semestre semestres semestriel semestrielle", "quarter": "trimestre trimestres trimestriel trimestrielle", "centimetre": "centimètre centimètres cm", "millimetre": "millimètre millimètres mm", "month": "mois mensuel mensuelle mensuels mensuelles mensuellement", "year": "an ans année années annuel annuelle annuels annuelles annuellement", "metre": "mètre mètres", "kilometre": "kilomètre kilomètres km", "gram": "gramme grammes", "kilogram": "kilo kilos kilogramme kilogrammes kg", "tonne": "tonne tonnes", "litre": "litre litres", "hectare": "hectare hectares"}.items() for form in forms.split()},
    months={name: number for number, name in enumerate(
        "janvier février mars avril mai juin juillet août septembre octobre novembre décembre".split(), start=1)},
    decimal_comma=True,
    bounds=Cues(strong={
        "at least": r"au moins|au plus tôt|au minimum|un minimum de|pas moins de|minimum",
        "more than": r"plus de|plus d['’]|supérieure? à|dépass\w+|excéd\w+",
        "at most": r"au plus tard|au plus(?! tôt)|au maximum|un maximum de|maximum|pas plus de|jusqu['’]à|tout au plus",
        "less than": r"moins de|moins d['’]|inférieure? à",
        "about": r"environ|à peu près|approximativement|près de|quelque|presque|autour de|une? (?:vingtaine|dizaine|centaine)",
    }),
    negation=Cues(
        strong={"not": r"(?:ne|n['’])(?=\s?\w)(?! que|\s?(?:\w+ ){1,2}qu(?:e\b|['’]))|non(?!\s?seulement)|pas(?= (?:de|d['’]|un|encore|toujours)\b)|sans(?! doute| délai| retard| tarder| attendre| exception| préjudice)|aucune?|jamais|ni"},
        weak={"denying": r"interdi\w+|prohib\w+|refus\w+|rejet\w+|empêch\w+|évit\w+|manqu\w+|absence|incapable\w*|impossible\w*|renonc\w+|"
                         r"abandon\w+|cess\w+|arrêt\w+|exclu\w+|nie\w*|(?:in|im|ir|il)(?:suffisant|efficace|exact|complet|capable|juste|possible|"
                         r"régulier|légal|légitime)\w*|s['’]abst\w+"},
        echo={"exempt": r"dispens\w+|exon\w+|exempt\w+|gratuit\w*|fau(?:x|sse|sses)|rien", "end": r"fin|expir\w+|termin\w+|perd\w+|quitt\w+|libre\w*|hors|contre|sauf|seulement|que|uniquement|seule?s?|avant|peu|rare\w*"},
    ),
    modality=Cues(
        strong={
            "forbidden": r"(?:ne )?d(?:oit|oivent|evez|evons|evra|evront|evrez) (?:pas|jamais|plus)",
            "may not": r"p(?:eut|euvent|ouvez|ouvons|ourra|ourront|ourrez)(?: (?:\w+ ){0,2}?(?:pas|plus|jamais))|n(?:ul|ulle|ul ne|ulle personne) ne p(?:eut|ourra)|personne ne p(?:eut|ourra)|interdiction de|n[’']a(?:vez|vons)? pas le droit|n[’']ont pas le droit",
            "exempt": r"d(?:oit|oivent|evez) pas nécessairement|n(?:['’]est|e sont|['’]êtes) pas (?:obligée?s?|tenue?s?)|n['’](?:a|ont|avez) pas (?:à|besoin)|pas obligatoires?",
            "obligation": r"d(?:oit|oivent|evez|evons|evra|evront|evrez)|faut|faudra|(?:est|sont|être|êtes|était|étaient|sera|seront) (?:obligée?s?|tenue?s?|contrainte?s?|astreinte?s?)|obligatoires?|impérativement",
            "recommendation": r"devr(?:ait|aient|iez|ions)|faudrait|conviendrait|convient de|mieux vaut|vaut mieux|serait bon|est bon de|conseill(?:é|ons|e)",
            "permission": r"p(?:eut|euvent|ouvez|ouvons|ourra|ourront|ourrez|ourrait|ourraient|ourriez)|(?:est|sont|être) (?:autorisée?s?|admise?s?|libres?) (?:à|de)|peut-être|(?:a|ont|avez|avons) (?:la faculté|la possibilité|le droit) de",
            "demand": r"exig\w+", "urge": r"exhort\w+|pri(?:e|ons|ent) instamment|appel(?:le|lons|lent) (?:instamment )?(?:tous|toutes|les|à|l['’])|demand\w+ instamment",
        },
        weak={"ask": r"(?<!une )(?<!la )(?<!sa )(?<!cette )(?<!toute )(?<!votre )(?<!leur )(?<!de )(?<!’une )(?<!sur )demande|demand(?:ons|ent|é)|invit(?:e|ons|ent)|encourag(?:e|eons|ent)"},
        echo={"obligation": r"nécessaire\w*|obligations?|devoirs?|besoin|exigences?|requis\w*|dû|dues?|dus|responsab\w+|oblig\w+|veill\w+|impos\w+",
              "order": rf"(?-i:{_COMMAND})", "forbidden": rf"(?-i:{_DENIED})|interdi\w+|prohib\w+|défen\w+",
              "may not": r"interdi\w+|impossib\w+|irrecevab\w+|incompatib\w+|dispos\w+|n['’]est pas \w+[ai]bles?",
              "exempt": r"dispens\w+|exon\w+|exempt\w+|facultati\w+|libre\w*",
              "permission": r"\w{3,}[ai]bles?|dispos\w+|possib\w+|droit|permet\w*|permis\w*|autoris\w+|capable\w*|éventuel\w*|facultati\w+|faculté|susceptible\w*",
              "recommendation": r"recommand\w+|conseil\w+|suggér\w+"},
        answers={"obligation": frozenset({"order"}), "order": frozenset({"obligation"}), "forbidden": frozenset({"may not"}), "may not": frozenset({"forbidden"}), "permission": frozenset({"exempt"})},
    ),
    conditions=Cues(
        strong={"condition": r"si(?! bien)|s['’](?=ils?\b)|à condition (?:que|de|d['’])|pourvu que|en cas de|en cas d['’]|sous réserve",
                "exception": r"sauf|à moins (?:que|de|d['’])|excepté\w*|à l['’]exception|hormis",
                "only": r"seulement|uniquement|exclusivement", "until": r"jusqu['’](?:à ce que|au|en|à)"},
        weak={"before": r"avant", "after": r"après"},
        echo={"condition": r"non|lorsqu\w*|quand|dès|accord|demande|consentement|selon|qui|toute|où|sans|pour", "exception": r"exceptions?|sans|autre\w*|hors|si|mais|exclu\w*",
              "only": r"que|seule?s?|ne|réserv\w+|limit\w+|restr\w+|sauf", "until": r"avant|à|au|tant que|pendant"},
    ),
    quantities=Cues(
        strong={"all": r"tous|toutes|tout(?= (?:le|la|les|l['’]))|toujours|chaque|chacune?", "most": r"la plupart|la majorité|majorité"},
        weak={"some": r"certaine?s?|quelques|une partie", "many": r"plusieurs|de nombreu\w+|beaucoup", "few": r"peu de|rare\w*"},
        echo={"all": r"ensemble|entière?\w*|l['’]ensemble|intégral\w*|quiconque|jamais|aucun\w*|tout\w*|n['’]importe|monde|les", "most": r"surtout|principal\w*|plus de la moitié|généralement"},
    ),
    opposites=(("augmenter", "diminuer"), ("accepter", "refuser"), ("autoriser", "interdire"), ("avant", "après"), ("légal", "illégal"),
               ("nord", "sud"), ("est", "ouest"), ("public", "privé"), ("minimum", "maximum"), ("ouvrir", "fermer")),
)  # fmt: skip
