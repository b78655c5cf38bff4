# SPDX-License-Identifier: AGPL-3.0-or-later
# ruff: noqa: E501  tables of words: broken lines would hide what belongs together
"""How a matter comes out in English, in words that are each other's opposite: see ``outcomes.py`` for the tables."""

from __future__ import annotations

from collections.abc import Mapping

BE = r"(?:is|are|was|were|be|been|being|gets?|got|become|becomes|became|stays?|stayed|remains?|remained)(?: (?:\w+ly|then|also|still|thus|all|now|hereby|thereby|again))?"
NO_MORE = r"(?! (?:than|later|earlier|sooner|fewer|less|more)\b)"

OUTCOMES: Mapping[str, tuple[str, str]] = {
    "in force": (
        r"valid|in force|binding|(?:have|has|having) (?:\w+ )?(?:effect|force)|legal force|legally effective|(?:decision|order|ruling|it|judgment|sentence|fine|ban|rule) (?:still )?stands?|stays? in place|left _in place|remains? in place|confirmed on appeal|upheld|uphold|upholds|(?:is|are|was|were|be) good for|counts?(?= *[.,;])",
        r"void|invalid|invalidated?|null|laps(?:e|es|ed)|expir(?:e|es|ed)(?! first)|(?:comes?|came|coming) to an end|runs? out|ran out|cancel(?:s|led)?|annul(?:s|led)?|revok(?:e|es|ed)|quash(?:es|ed)?|(?:set|sets|setting) (?:\w+ ){0,3}?aside|overturn(?:s|ed)?|repeal(?:s|ed)?|rescind(?:s|ed)?|struck down|forfeited",
    ),
    "approved": (
        r"grant(?:s|ed)?|approv(?:e|es|ed)|accept(?:s|ed)?|admissible|uph(?:old|olds|eld)|(?:say|says|said|saying) yes|counts? as a yes|gave (?:its|his|her|their|your|permission|consent|leave)|give (?:its |their )?(?:permission|consent|leave)|allow(?:s|ed) (?:the|an?|her|his|their|your|its) (?:appeal|claim|application|request|complaint)|gives? _the go-ahead|goes? ahead|go ahead",
        r"refus(?:e|es|ed|ing)|reject(?:s|ed|ing)?|dismiss(?:es|ed)?|declin(?:e|es|ed)|(?:turn|turns|turned|turning) (?:[\w’']+ ){0,4}?(?:down|away)|(?:say|says|said|saying) no|inadmissible|thrown out|threw out|throws? out|disallow(?:s|ed)?|veto(?:es|ed)?|counts? as a no",
    ),
    "charged": (
        r"charged|chargeable|taxable|taxed|payable by|pay(?:s|ing)?(?= (?:tax|taxes|duty|a fee|fees|the fee|for|interest|a charge|toll|the toll|\w+ tax|\w+ duty))|costs? (?:(?:you|them) )?(?:money|something|extra)|(?:shall|must|ha(?:s|ve) to) (?:also )?pay|fees? (?:is|are) due|(?:is|are|be|been|was|were) subject to (?:\w+ ){0,2}?(?:tax|duty|fees?|charges?|levy|deposit|toll)|(?:bear|bears|bearing|bore|borne)",
        r"free of charge|free of (?:tax|duty|cost|toll)|free(?= *[.,;]| to (?:use|visit)\b| for\b)|for free|at no (?:cost|charge)|without (?:charge|cost|paying|payment|a fee|fee)|tax-free|duty-free|exempt(?:s|ed)?|cost-free|costs? (?:(?:you|them|him|her|us) )?nothing|(?:no|without any|without a) (?:charge|charges|fee|fees|costs?|tax|duty(?! to)|toll)|pays? nothing",
    ),
    "kept": (
        r"retain(?:s|ed)?|stor(?:e|es|ed)|preserv(?:e|es|ed)|(?:keep|keeps|kept|keeping)(?= (?:it|them|the|these|those|all|a|your|records?|data|copies|his|her|their|its|for|on file)\b)|on file",
        r"delet(?:e|es|ed|ing)|eras(?:e|es|ed|ing)|destroy(?:s|ed|ing)?|discard(?:s|ed|ing)?|(?:throw|throws|threw|thrown) (?:\w+ )?away|wip(?:e|es|ed)|shred(?:s|ded)?",
    ),
    "keeps a right": (
        r"(?:keep|keeps|kept|keeping|retain|retains|retained|preserve|preserves|still ha(?:s|ve)|continue to have|continues to have)(?= (?:the|their|his|her|its|your|that|this|a|it|any|full)\b)",
        r"los(?:e|es|t|ing)|forfeit(?:s|ed|ing)?|stripped of|deprived? of|giv(?:e|es|ing) up|gave up|depriv(?:e|es|ing)|waiv(?:e|es|ed|ing)",
    ),
    "open": (rf"{BE} open(?! to (?:doubt|question|challenge))|open(?:s|ed)?(?= (?:to the public|for|on|from|at|all|until|again))|re-?open(?:s|ed)?", r"clos(?:e|es|ed)(?! to\b(?! the public))|shut(?:s)?|sealed off|off limits"),
    "told": (
        r"(?:told|tell|tells|telling)(?= (?:the|him|her|them|you|us|your|his|their|its|a|an|any|every|everyone|people|\w+s)\b)|(?:is|are|was|were|be|been|being) (?:told|informed|notified|made public|made known|published|disclosed|revealed|passed on)|inform(?:s|ed|ing)?|notif(?:y|ies|ied|ying)|disclos(?:e|es|ed|ing)|publish(?:es|ed|ing)?|reveal(?:s|ed|ing)?|aware|knew|knows?|let (?:them|him|her|you|us|the \w+) know|learns?",
        r"secret|confidential|conceal(?:s|ed|ing)?|(?:hid|hide|hides|hidden|hiding)|unaware|in the dark|(?:keep|keeps|kept|keeping) (?:[\w’']+ ){0,5}?(?:from|quiet|to (?:itself|themselves|himself|herself|yourself|ourselves))|withh(?:eld|olds?|olding)(?= (?:from|the name|their name|his name|her name|the identity|information))|ignorant of|unknown to",
    ),
    "counted": (
        r"count(?:s|ed)?(?= (?:it|them|what|towards?|too|as well|in|when|for|as (?:income|part)))|(?:taken|take|takes|taking|took) (?:\w+ ){0,3}?(?:into account|into consideration)|includ(?:e|es|ed)|cover(?:s|ed)?|appl(?:y|ies|ied) to|extends? to|falls? (?:within|under)|fall (?:within|under)|takes? in|makes? a difference|matters?(?= *[.,;]| (?:when|how|if|what|which|who)\b)|goes for|go for",
        r"disregard(?:s|ed)?|ignor(?:e|es|ed)|(?:leave|leaves|left|leaving) (?:\w+ ){0,4}?out|exclud(?:e|es|ed)|omit(?:s|ted)?|falls? outside|fall outside|outside the scope|out of account|left aside|irrelevant|exempt(?:s|ed)?|discount(?:s|ed)?",
    ),
    "there": (
        r"present(?= (?:at|in|during|when|for|throughout)|[.,;])|attend(?:s|ed|ing)?|(?:come|comes|came)(?= (?:to|in person|along))|appear(?:s|ed)?(?= (?:in|before|at|for)\b|[.,;])|(?:turn|turns|turned) up|takes? part|took part|take part|(?:is|are|was|were|been|be) there",
        r"absent|(?:miss|misses|missed)|(?:stay|stays|stayed|keep|keeps|kept) (?:away|out of)|failed to (?:appear|attend|come)|fails? to (?:appear|attend|come)",
    ),
    "guilty": (r"guilty|convict(?:s|ed)|sentenced|condemned|punish(?:es|ed)?|penali[sz]ed|fined", r"acquit(?:s|ted)?|innocent|cleared of|unpunished|let off|goes free|went free|discharged"),
    "free": (r"releas(?:e|es|ed)|freed|set (?:\w+ )?free|let (?:\w+ )?go|bail", r"detain(?:s|ed)?|locked up|in custody|held in|imprison(?:s|ed)?|remanded|behind bars|kept in (?:prison|jail|detention)"),
    "goes on": (
        r"continu(?:e|es|ed|ing)|(?:go|goes|going|went|carry|carries|carried|carrying|run|runs) on|resum(?:e|es|ed)|(?:start|starts|begin|begins) again|goes ahead|go ahead|keeps? (?:running|going|paying|working)|still (?:paid|runs|applies|gets?|receives?|works?|ha(?:s|ve))",
        r"stop(?:s|ped|ping)?|suspend(?:s|ed)?|halt(?:s|ed)?|ceas(?:e|es|ed)|discontinu(?:e|es|ed)|put on hold|paus(?:e|es|ed)|end(?:s|ed)?(?= (?:when|if|on|at|as|once|unless|in|after|upon)\b|[.,;])|(?:comes?|came) to an end|terminat(?:e|es|ed)|break(?:s)? off|broke off|withdrawn|interrupt(?:s|ed)?",
    ),
    "admitted": (
        r"admit(?:s|ted)?|conced(?:e|es|ed)|acknowledg(?:e|es|ed)|confirm(?:s|ed)?|agree(?:s|d)?|consent(?:s|ed)?|in favour|support(?:s|ed)?|accept(?:s|ed)?|approv(?:e|es|ed)",
        r"den(?:y|ies|ied)|disput(?:e|es|ed)|contest(?:s|ed)?|object(?:s|ed|ions?)(?= (?:to|that)\b|[.,;])|oppos(?:e|es|ed)|disagree(?:s|d)?|reject(?:s|ed)?|challeng(?:e|es|ed)|argu(?:e|es|ed) (?:against|about)|is against|are against|was against|were against",
    ),
    "harms": (r"harm(?:s|ed|ful)?|dangerous|hazardous|unsafe|toxic|poisonous|damag(?:e|es|ed|ing)|hurts?", r"harmless|safe|unharmed|unhurt|undamaged"),
    "sure": (r"satisfied|convinced|persuaded|sure|certain|believes?|believed|has no doubt|beyond doubt|clear(?= (?:that|where|who|why|how|what))", r"doubt(?:s|ed|ful)?|unconvinced|dissatisfied|uncertain|unsure|unclear|sceptical|possible that"),
    "enough": (r"enough|sufficient|sufficed?|suffices|adequate|adequately|will do", r"insufficient|too (?:little|few)|inadequate|falls? short|fell short|fall short"),
    "public": (r"in public|(?:is|are|be|was|were) public|open to (?:everyone|everybody|all|the public|anyone)|in open court|public hearing|publicly|made public", r"in private|in camera|behind closed doors|secret|confidential|closed session|not public"),
    "required": (r"(?:is|are|be|was|were) (?:\w+ly )?(?:compulsory|mandatory|obligatory|required|necessary|needed|essential)|needs?|requires?", r"(?:is|are|be|was|were) (?:\w+ly )?(?:optional|voluntary|unnecessary|superfluous)|up to (?:you|him|her|them|the)|waived|dispensed? with"),
    "qualifies": (r"eligible|qualif(?:y|ies|ied)|entitled|(?:has|have|had|having) (?:a|the) right|may get|can get", r"ineligible|disqualif(?:y|ies|ied)|shut out|loses? the right|barred"),
    "in time": (r"in (?:good )?time|on time|punctual(?:ly)?|before the deadline|within the (?:time limit|deadline)|early", r"late|too late|out of time|overdue|after the deadline|behind time"),
    "helps": (r"liable|responsible|answerable|accountable|(?:has|have) to answer|to blame|at fault", r"blameless|not at fault|without fault|no fault"),
    "given back": (r"(?:is|are|be|was|were|been) (?:\w+ly )?returned|return(?=(?:s|ed)? (?:the|it|them)\b)|(?:give|gives|given|gave|get|gets|pay|pays|paid|hand|hands|handed|send|sends|sent) (?:[\w’']+ ){0,4}?back|refund(?:s|ed)?|repa(?:id|y|ys)|releas(?:e|es|ed)|reimburs(?:e|es|ed)", r"confiscat(?:e|es|ed)|forfeit(?:s|ed)?|kept by|(?:keep|keeps|kept) (?:the|it|your|his|her|their|all)|withh(?:eld|olds?)"),
    "fulfils": (r"compl(?:y|ies|ied)|complying|respect(?:s|ed)?|observ(?:e|es|ed)|obey(?:s|ed)?|fulfil(?:s|led)?|in line with|met|meets?|up to standard|honour(?:s|ed)?|carried out", r"breach(?:es|ed)?|violat(?:e|es|ed)|infring(?:e|es|ed)|br(?:eak|eaks|oke|oken)(?= (?:the|a|any|its|their|his|her|this|these|\w+ (?:law|rule|secrecy))\b)|contraven(?:e|es|ed)|against the (?:law|rules?)|flout(?:s|ed)?|fall(?:s)? short of"),
    "lifted": (r"lift(?:s|ed)?|rais(?:e|es|ed) the ban|abolish(?:es|ed)?|end(?:s|ed) the (?:ban|embargo|limit|curfew)|remov(?:e|es|ed) the", r"impos(?:e|es|ed)|introduc(?:e|es|ed)|bring(?:s)? in|brought in|uph(?:old|eld) the ban"),
    "lets in": (r"admit(?:s|ted)(?= (?:to|into|in)\b)|let (?:\w+ ){0,3}?in|lets (?:\w+ ){0,3}?in|(?:can|may) (?:come|go) in|allowed in|may enter|can enter", r"shut out|kept out|keep(?:s)? out|turned away|barred from|excluded from|stay out"),
    "won": (r"w[io]ns?|succeed(?:s|ed)?|successful|pass(?:es|ed)(?= (?:the|a|an|your|his|her|this|it)\b)", r"lost (?:the|her|his|their|its) case|unsuccessful|failed(?= (?:the|a|an|your|his|her|this|it)\b)|fails?(?= (?:the|a|an|your|his|her|this|it)\b)"),
    "has": (
        r"(?:has|have|had|having|hold|holds|holding|possess\w*|carry|carries|carrying|own|owns)(?= (?:an?|the|your|his|her|their|its|any|some|enough)\b)|fitted with|equipped with|(?<!dispense )(?<!dispenses )(?<!dispensed )with(?= (?:an?|any)\b)",
        r"lack(?:s|ed|ing)?|(?:has|have|had|having|with) no|without(?= (?:an?|any)\b)|devoid of|bereft of|in the absence of|for want of",
    ),
}  # fmt: skip

WIDE = (
    r"not(?! only| least| later| less| fewer| more than| earlier| to mention)|\w+n['’]t|cannot|no(?! (?:doubt|later|earlier|more than|less than|fewer|sooner|matter|longer than)\b)(?! *[,.;])|never|none|nobody|no one|nothing|neither|nor|"
    r"nowhere|hardly|scarcely|barely|fail(?:s|ed|ing|ure)? to|failure (?:of|by) (?:[\w’']+ ){1,4}?to|refrain\w* from|abstain\w* from|avoid\w*|unable to|ha(?:s|ve|d) yet to"
)
BANNED = r"prohibited|forbidden|banned|unlawful|illegal|not allowed|against the law|off limits|no reason|no ground"
NEAR = r"without(?! (?:delay|doubt|exception|prejudice)\b)|instead of|rather than|refus\w+ to|declin\w+ to|prevent\w* _from|keep\w* _from|kept _from|stops? _from|exempt\w* from"
JOINS = r"and|or|but|so|that|which|who|whose|because|since|as|while|whereas|although|though|than|to(?= (?:have|be|get|do|keep|make|give)\b)"
ANDS = r"and|or"
CONDITION = r"if|when|whenever|where|once|in case|in the event|provided|(?:as|so) long as|on condition|should(?= (?:the|you|he|she|it|they|a|an)\b)|after|until|before|while|during|in which"
EXCEPTION = r"unless|except\w*|save(?= (?:for|in|as|where|that|under|by|with|to|on|at|if|when)\b)|other than|apart from|with the exception"
ONLY = r"only|solely|exclusively|just|not until|alone|merely|at most|no more than"
ELSE = r"otherwise|or else|so that|in order|even|still|nevertheless|although|though|yet"
UNTIL = r"until|till|up to|for (?:\w+ )?(?:\d+|one|two|three|four|five|six|a|an) (?:days?|weeks?|months?|years?)"
ANSWERS: Mapping[str, str] = {}
PRONOUNS = r"it|they|this|that|he|she|them|one|these|those|we"
MAY = r"may|can|could|might|(?:is|are|be) (?:able|free|allowed|entitled) to"
