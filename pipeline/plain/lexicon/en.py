# SPDX-License-Identifier: AGPL-3.0-or-later
# ruff: noqa: E501, SIM905  tables of words: broken lines would hide what belongs together
"""English: what carries numbers, negation, obligation, conditions and quantities."""

from __future__ import annotations

import re

from pipeline.plain.lexicon import Cues, Lexicon, cases_en

FUNCTION_WORDS = frozenset(
    """a about above across after again against all almost along already also although always am among an and another
    any anyone anything are around as at away back be became because become been before behind being below between both
    but by came can cannot come could did do does doing done down during each either else ever every everyone everything
    few for from further get gets give given go goes going got had has have having he her here hers herself him himself
    his how however i if in into is it its itself just keep kept let like made make makes many may maybe me might mine
    more most much must my myself near neither never no nobody none nor not nothing now of off often on once one only
    onto or other others our ours ourselves out over own per perhaps put quite rather same shall she should since so
    some someone something soon still such take than that the their theirs them themselves then there these they this
    those though through throughout thus till to together too toward towards under until up upon us very was we well
    were what whatever when where whether which while who whom whose why will with within without would yes yet you
    your yours yourself yourselves don't doesn't didn't isn't aren't wasn't weren't won't can't""".split()
)

UNITS = {
    word: value
    for value, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
        "seventeen eighteen nineteen".split()
    )
} | {
    word: 10 * value
    for value, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), start=2)
}  # fmt: skip
SCALES = {
    "dozen": 12, "dozens": 12, "hundred": 100, "hundreds": 100, "thousand": 1000, "thousands": 1000,
    "million": 10**6, "millions": 10**6, "billion": 10**9, "billions": 10**9, "trillion": 10**12,
    "trillions": 10**12, "bn": 10**9, "mn": 10**6, "m": 10**6, "k": 1000,
}  # fmt: skip
ORDINALS = {
    word: value
    for value, word in enumerate(
        "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth "
        "fifteenth sixteenth seventeenth eighteenth nineteenth twentieth".split(),
        start=1,
    )
} | {"thirtieth": 30, "fortieth": 40, "fiftieth": 50, "sixtieth": 60, "seventieth": 70, "eightieth": 80, "ninetieth": 90, "hundredth": 100}
FRACTIONS = {"half": 0.5, "quarter": 0.25, "quarters": 0.25, "thirds": 1 / 3}
MULTIPLES: dict[str, float] = {
    "halve": 0.5, "halves": 0.5, "halved": 0.5, "halving": 0.5, "twice": 2, "double": 2, "doubles": 2, "doubled": 2, "doubling": 2,
    "thrice": 3, "triple": 3, "tripled": 3, "trebled": 3, "quadrupled": 4, "fortnight": 2, "fortnightly": 2,
    "bilateral": 2, "bilaterally": 2, "trilateral": 3,
}  # fmt: skip
MEASURES = {
    form: unit
    for unit, forms in {
        "minute": "minute minutes", "hour": "hour hours hourly", "day": "day days daily",
        "week": "week weeks weekly", "fortnight": "fortnight fortnights fortnightly", "month": "month months monthly", "quarter": "quarterly",
        "year": "year years yearly annual annually annum", "decade": "decade decades", "biennium": "biennium biennia", "triennium": "triennium", "metre": "metre metres meter meters",
        "centimetre": "centimetre centimetres centimeter centimeters cm", "millimetre": "millimetre millimetres millimeter mm",
        "kilometre": "kilometre kilometres kilometer kilometers km", "mile": "mile miles", "gram": "gram grams",
        "kilogram": "kilogram kilograms kilo kilos kg", "tonne": "tonne tonnes ton tons", "litre": "litre litres liter liters",
        "millilitre": "millilitre millilitres ml", "milligram": "milligram milligrams mg", "acre": "acre acres", "hectare": "hectare hectares",
    }.items()
    for form in forms.split()
}  # fmt: skip
MONTHS = {
    name: number
    for number, forms in enumerate(
        ("january jan", "february feb", "march mar", "april apr", "may", "june jun", "july jul", "august aug",
         "september sept sep", "october oct", "november nov", "december dec"), start=1)
    for name in forms.split()
}  # fmt: skip

BOUNDS = Cues(
    strong={
        "at least": r"at (?:the )?(?:very )?least|at the (?:very )?earliest|no (?:earlier|sooner) than|at or (?:above|over)|(?:(?:may|must|shall|should|can|will|does|do) )?not \w+ (?:less|fewer|earlier) than|not (?:approach|come|go|be|enter|sail|stay|park|build|fish) (?:\w+ ){0,2}?within(?= \S+ (?:m|km|cm|met(?:re|er)s?|kilomet(?:re|er)s?|miles?|yards?|feet)\b)|(?<!could )(?<!may )(?<!might )(?<!can )(?:turn|reach)(?:s|es|ed|ing)?(?= \d)|(?:(?:may|must|shall|should|can|will) )?not (?:be|fall) (?:less than|fewer than|lower than|under|below)|attain(?:ed|s)? the age of|(?:turn|turned|reach|reached) the age of|at a minimum|a minimum of|(?:no|not) (?:less|fewer|shorter|smaller|lower|younger|lighter) than|from (?:the )?age(?: of)?|minimum",
        "more than": r"more than|over|above|exceed(?:s|ing|ed)?|in excess of|past(?= \d| (?:one|two|three|four|five|six|seven|eight|nine|ten|twelve)\b)|upwards? of|"
                     r"(?:greater|larger|higher|longer|older|further|farther|wider|heavier|taller|deeper|bigger|hotter|warmer|thicker|faster) than",
        "at most": r"at (?:the )?(?:very )?(?:most|latest)|(?:up to )?an? (?:upper )?(?:ceiling|cap|limit) of|never (?:more|longer|higher|over|above)(?: than)?|at or (?:below|under)|(?:(?:may|must|shall|should|can|will|does|do) )?not \w+ (?:more|longer|later|higher|greater) than|limit(?:s|ed)? (?:[\w’']+ ){0,6}?to|(?:is|are|was|were|be|been) (?:limited to|capped at)|capped at|as (?:much|many|long|far|high) as(?= [\d$€£¥]| (?:one|two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|a (?:hundred|thousand))\b)|within|(?:no|not) (?:more|longer|higher|greater|larger|older|bigger|heavier|taller|wider|further) than|the first(?= [$€£¥])|a maximum of|maximum|up to(?: and including)?|(?:(?:may|must|shall|should|can|will|does|do) )?not exceed\w*|(?:(?:may|must|shall|should|can|will) )?not (?:be|go) (?:more than|higher than|larger than|longer than|greater than|over|above)|no (?:later|longer) than"
                   r"|not (?:exceed|later than|longer than)",
        "less than": r"not (?:yet|even)(?= (?:\d|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|sixteen|eighteen|twenty|thirty|forty|fifty|sixty))|before (?:[\w’']+ ){0,4}(?:ha(?:s|ve|d) )?(?:reach|attain|turn)(?:s|es|ed|ing)?(?: the age of)?|before the age of|until (?:[\w’']+ ){0,3}(?:turns?|reach(?:es)?|becomes?|is|are)(?: the age of)?(?= \d)|not (?:yet )?(?:attained|reached|turned)(?: the age of)?|less than|fewer than|under|below|(?:smaller|lower|shorter|younger|lighter|cheaper|closer|nearer|colder|cooler|thinner|narrower) than",
        "about": r"about|around|approximately|approx\.?|roughly|some(?= [\d$€£])|circa|more or less|nearly|almost|close to|"
                 r"just (?:under|over)|scarcely|barely|hardly|a little (?:less|more|under|over)(?: than)?|estimated|an estimated",
    },
)  # fmt: skip
# Words that hold a denial in themselves, and so count as one: "insufficient" for "not enough".
DENYING = (
    r"restrain\w*|enjoin(?:s|ed)?|waiv\w+|exempt(?:s|ed|ion|ions)?|block(?:s|ed|ing)?|hinder\w*|imped\w+|obstruct\w*|refrain\w*|prevent\w*|avoid\w*|stop\w*|prohibit\w*|forb[iao]d\w*|bann?(?:ed|ing|s)?|refus(?:e|es|ed|ing|al)|reject\w*|"
    r"den(?:y|ied|ies|ying|ial)|fail(?:s|ed|ing|ure)?|lack(?:s|ed|ing)?|absence|unable|free of (?:charge|cost)|for free|inability|impossible|declin(?:e|es|ed|ing)(?= (?:to|an?|the|any|all|this|that|his|her|your|their)\b)|"
    r"exclud\w+|renounc\w+|giv(?:e|es|ing|en) up|gave up|abandon\w*|ceas(?:e|es|ed|ing)|halt\w*|discontinu\w+|terminat\w+|suspend\w*|"
    r"against the (?:law|rules?)|illegal\w*|arbitrar\w+|anonym\w+|first time|rarely|seldom|instead of|rather than|"
    r"in(?:sufficient|ability|capable|effective|adequate|complete|correct|accurate|appropriate|visible|valid|eligible|admissible|consistent|"
    r"direct|formal|frequent|secure|sensitive|tolerable|experienced|flexible|accessible|active|evitable)(?:ly)?|"
    r"un(?:lawful|happy|fair|safe|known|likely|clear|able|common|certain|necessary|successful|employed|acceptable|available|authori[sz]ed|"
    r"reliable|usual|equal|even|paid|used|wanted|willing|aware|limited|restricted|impeded|hindered|harmed|hurt|injured|finished|"
    r"resolved|solved|stable|suitable|tested|treated|verified|welcome|armed|constitutional|founded|inhabited|married|opened|precedented|"
    r"protected|published|qualified|satisfactory|satisfied|seen|supported|true|acceptably)(?:ly)?|"
    r"im(?:possible|proper|perfect|practical|partial|polite|movable|mature)(?:ly)?|ir(?:regular|relevant|responsible|reversible|replaceable)(?:ly)?|"
    r"under(?!lin|scor|tak|st|go|pin|way)\w{3,}(?:ed|ment)|unfit|unwell|unjust|rul(?:e|es|ed|ing) out|underpaid|malnourish\w+|malnutrition|"
    r"un(?!der|it|i[oqvfl]|til|less|cle|interrupt|anim|chang|alter|due|equivoc|doubt|veil|lock|cover|load|fold|ion|conditional|ceasing|failing)[a-z]{3,}(?:ed|able|ably|ible|ibly|ful|fully|ly|al|ic|ing|ent|ive|ous|own)|"
    r"il(?:legible|legitimate|logical)(?:ly)?|dis(?:agree\w*|allow\w*|approv\w+|appear\w*|satisf\w+|honest\w*|connect\w*|continu\w+|"
    r"regard\w*|obey\w*|trust\w*|like[sd]?|advantage\w*)|non-?(?!etheless|governmental|profit|stop|fiction)[a-z]{4,}|(?:use|home|job|care|harm|point|hope|end|count|price|worth|baseless|"
    r"fear|power|help|pain|wire|time)less(?:ly)?"
)
EXEMPT = (
    r"(?:do|does|did|need|needs)(?: not|n['’]t) (?:have|need) to|(?:do|does|did)(?: not|n['’]t) need|need(?: not|n['’]t)(?= [a-z])|"
    r"(?:neither|none|nobody|no one)(?: (?!who|that|which)[\w’']+){0,3} (?:ha(?:s|ve) to|needs? to|(?:(?:shall|will|may) be|is|are) (?:obliged|required|bound) to)|"
    r"no (?!(?:longer|more|less|fewer|later|further) than)(?:[\w’']+ ){1,3}(?:is|are|was|were|(?:shall|will) be) (?:required|needed|necessary|compulsory|mandatory)|"
    r"(?:under )?no (?:obligation|duty|need|requirement) to|(?:under )?no (?:obligation|duty)|"
    r"not (?:required|obliged|bound|necessary|mandatory|compulsory|obligatory)(?: to)?"
)
NEGATION = Cues(
    strong={
        "not": r"(?:nothing|no one|nobody)(?: (?!not\b)\w+){0,2} (?:stops?|prevents?|hinders?)|not(?! only [^.;]*\bbut\b)|\w+n['’]t|cannot|no(?!\.\s?\d| doubt)|never|none|nobody|no one|nothing|nowhere|neither|ha(?:s|ve|d) yet to|hardly|barely|scarcely|"
               r"without(?! (?:(?:any |undue |unreasonable )?delay|doubt|exception|prejudice))|nor",
    },
    weak={"denying": DENYING},
    echo={
        "exempt": EXEMPT,
        "end": r"le(?:ave|aves|aving|ft) out|laps(?:e|es|ed|ing)|rescind\w*|quash\w*|overturn\w*|nullif\w+|dissol\w+|forfeit\w*|extinguish\w*|eliminat\w+|eradicat\w+|scrap(?:ped|s)?|(?:no|not any) (?:\w+ ){1,2}(?:other than|but|except)|no one but|none but|nothing but|uninterrupted\w*|unconditional\w*|undue|unequivocal\w*|withh[oe]ld\w*|(?:is|are|be|was|were|completely|entirely|it) (?:also )?free(?! to)|free(?= *(?:[.;,•]|$))|phas\w+ out|(?<!the )(?<!an )end(?:ed|ing|s)?|lose|loses|lost|losing|gone|miss(?:es|ed|ing)?|remov\w+|delet\w+|drop\w*|cancel\w*|"
               r"repeal\w*|revok\w+|abolish\w*|annul\w*|withdr[ae]w\w*|expir\w+|void|defunct|extinct|obsolete|empty|"
               r"vacant|old|former\w*|free (?:of|from)|freely",
        "implied": r"irrespective|regardless|independen\w+|vetoe?\w*|forgo\w*|forewent|relinquish\w*|preclud\w+|avert\w*|thwart\w*|reluctan\w+|devoid|bereft|turn(?:s|ed|ing)? down|rebut\w*|refut\w+|"
                   r"interrupt\w*|indefinite\w*|abst(?:ain|en)\w*|dismiss\w*|disqualif\w*",
        "without": r"ow(?:e|es|ed)|(?:is|are|was|were|be|been|being|stay(?:s|ed|ing)?|go(?:es|ing)?) (?:away|outside)|in the way|freed|frees|liberat\w+|(?<=[;.,] )otherwise|or else|in lieu of|last resort|notwithstanding|postpon\w*|boycott\w*|embargo\w*|disclaim\w*|evict\w*|expel\w*|impasse|stalemate|deadlock\w*|standstill|moratorium|drought|famine|blackouts?|exhaust\w*|deplet\w+|stranded|stall(?:ed|s)?|outstanding|pending|hard(?:er)? to|"
                   r"difficult\w*|at a loss|cut off|falls? short|short of|object(?:s|ed|ion|ions)? to|contest\w*|regret\w*|defer(?:s|red|ring)?|hunger|hungry|starv\w*|outages?|shortages?|scarc\w*|"
                   r"deficits?|omit\w*|omission\w*|disput\w*|doubt\w*|shut\w*|closures?|blank|silen\w*|overdue|arrears|"
                   r"default\w*|poor\w*|depriv\w*|idle|dormant|discourag\w*|deter(?:s|red|rent)?|evad\w*",
        "block": r"keep\w* (?:[\w’']+ ){1,5}(?:from|out|away)|kept (?:[\w’']+ ){1,5}(?:from|out|away)|bar(?:red|s)?|restrict\w*|limit\w*|"
                 r"oppos\w+|against|ignor\w+|neglect\w*|overlook\w*|violat\w+|breach\w*|br(?:eak|oke)\w*",
        "except": r"at the earliest|except\w*|save (?:in|for|as|where|that)|other than|apart from|out of|outside|beyond|unless|until|before|only|solely|exclusively|just|few|little|"
                  r"different|unlike|contrary|wrong\w*|false\w*|far from|as opposed to|closed",
    },
)  # fmt: skip
IMPERATIVE = (
    "keep|use|make|do|go|ask|call|send|write|take|put|wear|check|follow|read|fill|bring|pay|tell|give|wait|stop|turn|open|"
    "close|sign|contact|leave|stay|choose|add|remove|enter|apply|report|return|avoid|hold|get|see|seek|remember|respect"
)
OBJECT = r"(?:the|an?|your|this|that|these|those|it|them|us|for|in|to|off|out|any|all|if|when|by|\w+ing)\b"
# "Shall" that declares what holds, and orders nobody: "shall enter into force", "shall be construed".
DECLARED = (
    r"(?:be (?:construed|deemed|un\w+|lawful|liable|valid|invalid|void|null|binding|entitled|eligible|known|called|open|considered|subject|"
    r"regarded|interpreted|understood|treated|free|composed|equal|final)|mean|consist|comprise|apply|enter into|come into|take effect|cease|"
    r"remain|expire|have|include|constitute|lapse|begin|commence|affect|prejudice|preclude|prevent|limit|accrue|form|bear|exceed)\b"
)
MODALITY = Cues(
    strong={
        "obligation": r"must|(?:have|has|having|need|needs) to(?!\s*[.!?;]| (?:date|this day)\b)|(?:is|are|be|been|being|was|were) "
                      r"(?:legally |also |therefore )?(?:required|obliged|obligated|bound|compelled) to|(?:is|are|be|been|being|was|were) (?:also |therefore )?(?:mandatory|compulsory|obligatory)",
        "shall": rf"shall(?! (?:not |also |only |in no way )?{DECLARED})",
        "exempt": EXEMPT,
        "recommendation": r"(?<!^)(?<![.!?] )should(?! (?:the|an?|any|you|they|it|he|she|this|these|that|there|its|their|his|her|more|fewer|less|such|no)\b)|ought(?: not)? to",
        "permission": r"(?:may|might|could) have to|(?-i:may)|might|could|(?:shall|will|must) be "
                      r"(?:entitled|eligible|allowed|permitted|free)(?: to)?|(?:is|are|be|was|were|been|being) (?:allowed|permitted|entitled|authori[sz]ed|free) to",
        "maybe": r"(?:may|might|could) be (?:eligible|entitled)",
        "forbidden": r"(?:must|shall)(?: not| never|n['’]t)",
        "none may": r"(?:no(?! (?:fewer|less|more|later|longer) )|nobody|none|neither|no one)(?: [\w-]+){0,6}? (?:shall|may|can|(?:is|are|be) (?:allowed|permitted|entitled|authori[sz]ed) to)",
        "may not": r"(?:may|can) be no(?! (?:more|less|fewer|longer|doubt)\b)|not (?:be )?(?:permitted|allowed|authori[sz]ed|permissible|admissible|lawful|possible)(?: to)?|no right to|may (?:not|never)(?! be (?:able|enough|possible|sufficient))",
        "demand": r"demand(?:s|ed|ing)?|insist(?:s|ed|ing)?(?: on| that)?",
        "urge": r"urg(?:e|es|ed|ing)|call(?:s|ed|ing)? (?:up)?on|appeal(?:s|ed|ing)? to|ask(?:s|ed)?(?: \w+){1,4} strongly|strongly (?:ask|encourage|request|advise|recommend)\w*|"
                r"(?<!first )(?<!the )(?<!a )(?<!this )(?<!emergency )call(?:s|ed|ing)? for",
    },
    weak={
        "obligation": r"mandatory|compulsory|obligatory",
        "permission": r"can|able to",
        "recommendation": r"(?:under|in) no circumstances should",
        "future": r"(?<!^)(?<![.!?] )will(?! have to)|will(?= (?:be|have|not)\b)|\w+['’]ll|we shall|i shall|going to",
        "shall": rf"shall(?= (?:not |also |only |in no way )?{DECLARED})",
        "conditional": r"would",
        "none will": r"(?:no|nobody|none|neither|no one)(?: [\w-]+){0,6}? will",
        "ask": r"(?<!^)(?<![.!?:;] )(?<!to )(?<!may )(?<!can )(?<!must )(?<!should )(?<!will )(?<!not )(?<!you )(?<!could )ask|ask(?:s|ed|ing)|request(?:s|ed|ing)?|invit\w+|encourag\w+",
    },
    echo={
        "obligation": r"by (?:giving|sending|submitting|filing|paying|notifying|writing|informing|applying|completing|means of)|require[sd]?|requiring|requirements?|needs?(?= (?:an?|the|your|our|their|its|written|prior|permission|consent|approval|each)\b)|subject to|needed|necessary|duty|duties|obligations?|(?:is|are|be|was|were) (?:\w+ )?(?:essential|vital|indispensable)|had to|"
                      r"(?:is|are|was|were) to|got to|be sure to|responsible for|responsibilit\w+|imperative|it is crucial|force[sd]?|no choice but|"
                      r"due|payable|liable|always|(?<!in )order(?:s|ed)?|instruct\w*|direct(?:s|ed)|(?:told|tells?) (?:\w+ ){0,3}to|guarantee[sd]?|summon\w*|burden|onus|incumbent|prerequisite\w*|prescrib\w+|stipulat\w+|compel\w*",
        "order": rf"(?:(?<=[.!?:;,] )|^)(?:{IMPERATIVE})(?= {OBJECT})|please(?= \w+)",
        "exempt": r"up to (?:you|them|him|her|us)|optional\w*|voluntar\w+|free(?! of)|waive\w*|exempt\w*|unnecessary|without having to|choose\w*",
        "recommendation": r"recommend\w*|expect(?:s|ed)? (?:to|that|of|you)|desirable|preferabl[ey]|advis\w+|had better|better (?:not )?to|best (?:not )?to|suggest\w*|supposed to|good idea",
        "permission": r"liable to(?! (?:pay|an?|the|tax|taxes|duty|duties|fees?)\b)|discretion(?:ary)?|liable (?:on conviction )?to (?:an? )?(?:imprisonment|fines?|penalt\w+|prosecution|arrest|custod\w+)|(?:limited|restricted) to|(?!timetable|vegetable|constable|table\b|cable\b|vulnerable|considerable|responsible|stable|reasonable|valuable|sensible|terrible|horrible|comfortable|favou?rable|equitable|sustainable|notable|remarkable|reliable|viable|inevitable|durable|credible|accountable|charitable)[a-z]{3,}[ai]bl[ey]|possibly|possibilit\w+|perhaps|maybe|potential\w*|options?|optional|right to|rights? of|powers? (?:of|to)|empower\w*|eligible|"
                      r"liberty|allow(?:s|ed|ing)?|permitted|permits? (?:to|you|us|them|people)|permission|lets?|free to|unable to|chance|risk of|sometimes|likely|capable of|entitle\w*|"
                      r"ha(?:s|ve) (?:(?:until|only|about|up to|at least) )?(?:\d+|an?|one|two|three|four|five|six|seven|eight|nine|ten|twelve|fourteen|thirty) (?:(?:more|further|full|working|calendar) )?(?:hours?|days?|weeks?|months?|years?)(?: [\w’']+){0,6}? to(?= [a-z])|choose to|open to|(?:is|are|was|were) granted (?:only|exclusively|to)|available|unable|ability|capacity|enabl(?:e|es|ed|ing)|authori[sz]\w+|cannot|can['’]t",
        "may not": r"(?:not|never|no longer) (?:\w+ ){1,3}(?:right|entitlement|permission|licen[cs]e|authority) (?:to|of)|not (?:be )?\w{3,}[ai]ble|un\w{3,}able|in\w{4,}ible|against the (?:law|rules?)",
        "forbidden": r"prohibit\w*|forb[iao]d\w*|bann?(?:ed|s)?|illegal|unlawful|under no circumstances|(?<=[.!?:,;] )(?:do not|don['’]t|never)(?= [a-z])|^(?:do not|don['’]t|never)(?= [a-z])",
        "future": r"further|until|extend\w*|next|upcoming|forthcoming|scheduled|expected|projected|commit(?:s|ted|ting|ment|ments)?|pledg\w+|promis\w+|undertak\w+|undertook|plan(?:s|ned)? to|intend\w*|aim(?:s|ed)? to|determined to|"
                  r"resolve\w*|wo(?=n['’]t)",
        "conditional": r"(?:however \w+|whatever|whoever|wherever|whichever)(?: [\w’']+){1,3}? (?:may|might)",
        "ask": r"appeal\w*|press(?:es|ed|ing)?|plead(?:s|ed|ing)?(?= (?:with|for))|beg|begs|begged",
    },
    answers={
        "obligation": frozenset({"forbidden", "shall", "order"}), "shall": frozenset({"obligation", "forbidden", "future", "none may", "order"}),
        "maybe": frozenset({"permission"}), "added permission": frozenset({"maybe"}),
        "order": frozenset({"obligation", "forbidden", "shall", "recommendation", "demand"}), "added shall": frozenset({"future"}),
            "future": frozenset({"shall"}), "forbidden": frozenset({"none may", "obligation"}),
        "none may": frozenset({"forbidden", "may not", "none will"}), "added none will": frozenset({"none may"}), "may not": frozenset({"forbidden", "none may"}),
        "permission": frozenset({"exempt"}), "added forbidden": frozenset({"may not"}),
    },
)  # fmt: skip
CONDITIONS = Cues(
    strong={
        "condition": r"if(?! not)|(?:^|(?<=[.;] ))where(?! (?:is|are|was|were|do|does|to)\b)|where(?= (?:required|necessary|appropriate|applicable|permitted|so|possible|no|such)\b)|provided(?: that)?(?! by| with| to| for)|providing that|in the event|on condition|(?:as|so) long as|subject to|"
                     r"(?<!circumstances )(?<!nor )(?<!time )should(?= (?:the|an?|any|you|they|it|he|she|this|these|that|there|its|their|his|her|more|fewer|less|such|no) )",
        "exception": r"unless|if not|any(?:one|body|thing|where) (?:but|except)|except(?:ing)?(?: for| that| when| where| if)?|save (?:for|in|as|where|that|under|by|with|to|on|at|if|when)|excluding|with the exception of",
        "only": r"only|solely|exclusively|no (?:\w+ ){1,2}(?:other than|but|except)|no one but|none but|nothing but",
        "until": r"until|till",
    },
    weak={
        "before": r"before|prior to|ahead of|earlier than|in advance of",
        "after": r"(?<!look )(?<!looks )(?<!looked )(?<!looking )after(?! all\b)|(?<!the )following",
    },
    echo={
        "condition": r"(?:^|(?<=[.!?] ))(?:do|did|are|is|were|was|have|has|can|will) (?:you|your|the|an?|someone|anyone)\b|(?!(?:unless|is|was|has|this|as|its|always|does|across|towards|besides|perhaps)\b)\w{2,}s (?:\w{3,}ed|bought|held|sold|made|sent|\w{3,}ing)(?= (?:by|in|on|at|after|before|online|from|under|with|without|to|outside|abroad|late)\b)|when(?:ever)?|where(?:ver)?|upon|in case|depend\w*|once|in cases?|whether|assuming|request\w*|consent\w*|agree\w*|whoever|"
                     r"anyone who|those who|people who|condition\w*|ask|asks|asked|had (?:the|an?|any|he|she|it|they|we|you|there)|says yes|let us|lets us|failure to|"
                     r"fail\w* to|optional\w*|voluntar\w+|permission|approval|prior|else|in(?= (?:safety|a safe|dignity))",
        "relative": r"any|without|under|while|who|that|to|had|were|might",
        "exception": r"exceptions?|absent|in the absence of|failing|without (?:\w+ ){0,3}(?:consent|permission|approval|agreement|authori[sz]ation|authority|notice|order|licence|license)|if (?:[\w’']+ ){0,4}(?:not|no|never|nobody|none|nothing|without|cannot)|if \w+ \w+n['’]t|other than|apart from|but(?: not)?|outside|without|exempt\w*|besides|all others?|exclud\w+|everything else|rest|only|if",
        "only": r"just|mere|alone|reserved|confined|unless|nothing (?:but|except|other than)|no one (?:but|except|other)|merely|unique\w*|sole|single|nobody else|"
                r"no other|but|no more than|limited to|restrict\w*",
        "until": r"until further notice|up to|to|when|through|by|pending|over|expir\w*|lasts?",
    },
    answers={"until": frozenset({"before", "exception"}), "condition": frozenset({"exception", "after", "relative"}), "exception": frozenset({"only"}),
             "only": frozenset({"exception", "condition"})},
)  # fmt: skip
QUANTITIES = Cues(
    strong={
        "all": r"all(?! but)|every(?! (?:\d|other\b|second\b|third\b|hour\b|(?:two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty|thirty)\b))|everything|everywhere|always|whole|entire|at all times|any circumstances",
        "most": r"most of|(?<!thirds )majority of|the majority|mostly|(?<!the )most(?= (?:people|women|men|children|\w+s\b))",
    },
    weak={
        "all": r"each|every ?(?:one|body)|both",
        "some": r"some(?:one|body|thing|times)?|certain|a number of|part of|partly|partially|occasionally",
        "many": r"many|several|various|numerous|multiple|a lot of|lots of|often|frequent\w*|considerable|large numbers? of|much|a great deal",
        "few": r"few|a few|rarely|seldom|hardly any|small numbers? of|little",
    },
    echo={
        "all": r"if (?:you|your|an?|someone|anyone)|(?:half-)?(?:daily|weekly|fortnightly|monthly|quarterly|yearly|annual\w*|per)|alternate\w*|uninterrupted\w*|un(?:limited|broken|ceasing|failing)\w*|constant\w*|continu\w+|permanent\w*|any|any ?(?:one|body|thing|where)|full\w*|complete\w*|entirely|wholly|total\w*|whoever|wherever|whatever|across|throughout|"
               r"no matter|never|the (?=\w+s\b)|no|without exception|world\w*|constantly|ever|100|universal\w*|overall|altogether|together|"
               r"everyday|as well|whenever|usual\w*|times|unanim\w+|nationwide|in every|anytime",
        "most": r"more than half|largely|mainly|chiefly|majority|usually|generally|primarily|the bulk of|nearly all|almost all|best|greatest|largest|"
                r"typical\w*|normally|as a rule|predominant\w*|most",
        "some": r"any|parts? of|a bit",
    },
)  # fmt: skip
OPPOSITES = tuple(
    (pair.split("/")[0], pair.split("/")[1])
    for pair in """increase/decrease increase/reduce rise/fall raise/lower accept/reject accept/refuse allow/forbid allow/prohibit
    permit/prohibit permit/forbid before/after above/below support/oppose win/lose buy/sell open/close begin/end beginning/end outset/end start/end
    start/stop begin/stop arrive/leave enter/leave include/exclude import/export legal/illegal lawful/unlawful
    safe/unsafe safe/dangerous voluntary/forced voluntary/compulsory public/private high/low large/small long/short early/late first/last
    minimum/maximum majority/minority more/less more/fewer strengthen/weaken success/failure succeed/fail remember/forget
    north/south east/west northern/southern eastern/western northeast/northwest northeast/southeast male/female
    men/women old/young old/new mandatory/optional internal/external foreign/domestic domestic/international gain/lose friend/enemy
    true/false right/wrong with/without for/against agree/disagree appear/disappear approve/reject remain/leave
    civilian/military hot/cold war/peace always/never often/rarely always/sometimes urban/rural good/bad expand/shrink
    accept/decline accept/dispute accept/deny agree/dispute admit/deny confirm/deny confirm/dispute grant/withhold grant/refuse
    permit/refuse allow/refuse uphold/overturn uphold/dismiss approve/refuse include/omit keep/discard
    temporary/permanent directly/indirectly respect/violate grant/deny protect/attack maintain/abandon""".split()
)  # fmt: skip

LEXICON = Lexicon(
    function_words=FUNCTION_WORDS,
    nominal=re.compile(r"[a-z]{2,}(?:[ts]ions?|ments?|ances?|ences?|ities|ity|ness|nesses|als?(?<=[vst]al)|als(?<=[vst]als))$"),
    not_nominal=frozenset(
        """nation station moment city cities unity question million section region fashion occasion mission television community
        communities university universities security quantity capital hospital digital total vital mental metal postal coastal
        several social final local environmental fundamental international document comment element cement department government
        governments business witness harness audience science sentence evidence experience conference difference distance
        instance balance finance france dance chance entrance fence hence once since ambulance opinion union religion position
        condition tradition generation population pension passion facility identity majority minority charity humanity
        charities arrival animal general rival oval medal royal instrument parliament apartment monument argument
        equipment licence licences""".split()
    ),
    prefix=re.compile(
        r"(?!unless|inform|income|invest|intend|inland|input|inside|invent|inquir|import|impos|impress|improv|display|discover|distribut|discount|"
        r"discharg|dispatch|diseas|dismiss|disclos|discours|unit|union|undergo|under)(?:un|in|im|ir|il|dis|non-?)([a-z]{4,})", re.IGNORECASE
    ),
    units=UNITS, scales=SCALES, ordinals=ORDINALS, fractions=FRACTIONS, multiples=MULTIPLES, months=MONTHS, measures=MEASURES,
    bounds=BOUNDS, negation=NEGATION, modality=MODALITY, conditions=CONDITIONS, quantities=QUANTITIES, opposites=OPPOSITES,
    modals=("will", "must", "shall", "should", "may", "can", "could", "might", "would", "cannot", "to"),
    dropped=frozenset(("will", "must", "shall", "should", "may")), granting=frozenset(("will", "may")),
    exchanged=(
        (r"commit(?:s|ted|ting|ment|ments)?|pledg\w+|promis\w+|undert[ao]\w+", r"consider(?:s|ed|ing)?|think(?:s|ing)? about"),
        (r"urg(?:e|es|ed|ing)|call(?:s|ed|ing)? (?:up)?on|encourag\w+|invit\w+|ask(?:s|ed|ing)?|recommend\w*", r"(?<!in )orders?|ordered|ordering|command\w*|instruct(?:s|ed|ing)?|forc(?:e|es|ed|ing)|oblig(?:es|ed|ing)(?! to)|requires|requiring|compels?|compelled"),
        (r"demands?|requires?|orders?|obliges?|instructs?|insists?", r"invites?|encourages?|suggests?"),
        (r"probabl[ey]|likely|possibl[ey]|presumably|apparently|seems?|suspect\w*|perhaps", r"certainly|definitely|surely|undoubtedly|certain|sure|clearly"),
        (r"certainly|definitely|surely|undoubtedly|clearly", r"probabl[ey]|likely|possibl[ey]|presumably|perhaps|maybe"),
    ),
    left_out=cases_en.LEFT_OUT, taken_in=cases_en.TAKEN_IN,
)  # fmt: skip
