# SPDX-License-Identifier: AGPL-3.0-or-later
# ruff: noqa: E501  tables of words: broken lines would hide what belongs together
"""Arabic: numbers, dates, free-standing negation and the words for must and may.

Texts come without vowel marks. What would need an analysis of word forms (names, conditions that are joined to a verb,
quantities with joined articles) is not looked at: a guess would be worse than silence that says so.
"""

from __future__ import annotations

from collections.abc import Mapping

from pipeline.plain.lexicon import Cues, Lexicon

AND = r"[وف]?"
# What is written in one word with the next: "and", "by", "for", "as", the article.
JOINED = ("", "و", "ف", "ب", "ل", "ك", "ال", "وال", "بال", "فال", "كال", "لل")


def _joined(words: Mapping[str, float]) -> dict[str, float]:
    """Each word with what may be joined to it, and with its hamza left out."""
    every = {form: value for word, value in words.items() for form in (word, word.replace("أ", "ا"))}
    return {begin + word: value for word, value in every.items() for begin in JOINED}


def _forms(words: Mapping[float, str]) -> dict[str, float]:
    return {form: value for value, forms in words.items() for form in forms.split()}


ONES = _forms({
    2: "اثنان اثنين اثنتان اثنتين اثنا اثني اثنتا اثنتي", 3: "ثلاثة ثلاث ثلاثا", 4: "أربعة أربع أربعا", 5: "خمسة خمس خمسا", 6: "ستة ست ستا",
    7: "سبعة سبع سبعا", 8: "ثمانية ثماني ثمان ثمانيا", 9: "تسعة تسع تسعا", 10: "عشرة عشر عشرا", 20: "عشرون عشرين", 30: "ثلاثون ثلاثين",
    40: "أربعون أربعين", 50: "خمسون خمسين", 60: "ستون ستين", 70: "سبعون سبعين", 80: "ثمانون ثمانين", 90: "تسعون تسعين",
    200: "مائتان مائتين مائتا مائتي مئتان مئتين مئتا مئتي", 300: "ثلاثمائة ثلاثمئة", 400: "أربعمائة أربعمئة", 500: "خمسمائة خمسمئة",
    600: "ستمائة ستمئة", 700: "سبعمائة سبعمئة", 800: "ثمانمائة ثمانمئة ثمانيمائة", 900: "تسعمائة تسعمئة",
    2000: "ألفان ألفين ألفا ألفي", 2 * 10**6: "مليونان مليونين مليونا مليوني",
})  # fmt: skip
# The dual of a unit is two of it.
DUALS = {
    "يومان": "two days", "يومين": "two days", "أسبوعان": "fortnight", "أسبوعين": "fortnight", "شهران": "two months", "شهرين": "two months",
    "سنتان": "biennium", "سنتين": "biennium", "عامان": "biennium", "عامين": "biennium", "ساعتان": "two hours", "ساعتين": "two hours",
    "متران": "two metres", "مترين": "two metres",
}  # fmt: skip
UNITS = {
    "minute": "دقيقة دقائق", "hour": "ساعة ساعات", "day": "يوم أيام يوما يوميا", "week": "أسبوع أسابيع أسبوعا أسبوعيا", "month": "شهر أشهر شهور شهرا شهريا",
    "year": "سنة سنوات عام أعوام عاما سنويا سنوي سنوية", "metre": "متر أمتار مترا", "kilometre": "كيلومتر كيلومترا كيلومترات", "gram": "غرام غراما غرامات",
    "kilogram": "كيلوغرام كيلوغراما كيلوغرامات", "tonne": "طن أطنان طنا", "litre": "لتر لترا لترات", "hectare": "هكتار هكتارا هكتارات",
}  # fmt: skip
_MAY = r"يمكن\w*|تستطيع\w*|يستطيع\w*|نستطيع|بإمكان\w*|بوسع\w*|يجوز|يحق|لك(?:م)? (?:أن|الحق|حق)|(?:له|لها|لهم) أن|مسموح\w*|(?:ي|ت)سمح\w*|(?:ي|ت)رخص\w*"
_CAN = r"يمكن\w*|(?:ت|ي|ن)ستطيع\w*|يجوز|يحق|(?:ي|ت)سمح\w*|حق"
# Commands that plain texts begin a sentence with; a verb in the imperative looks like other words without its vowels.
_ORDER = (
    r"(?:(?<=[.!؟?:؛] )|^)(?:[وف]|ثم )?(?:قدم|ارسل|أرسل|ادفع|املأ|اتصل|احتفظ|أبلغ|أخبر|راجع|وقع|اكتب|اقرأ|استخدم|تأكد|احضر|أحضر|سلم|أرفق|اطلب|انتظر|"
    r"تجنب|اختر|تحقق|سجل|ضع|خذ|حافظ|التزم|احرص|اذهب|توجه|اترك|أعد|أغلق|افتح|اعرض|بلغ|أعلم|أثبت|احترم|اتبع|امتنع|أوقف|اسأل|قم|أعط|أدل|دع|ابق|أخل|اعلم)(?:وا|ها|ه|نا|ني)?"
)
_NOT_ORDER = r"(?:(?<=[.!؟?:؛،] )|^)[وف]?لا ت\w+"

LEXICON = Lexicon(
    months={
        "يناير": 1, "فبراير": 2, "مارس": 3, "أبريل": 4, "ابريل": 4, "مايو": 5, "يونيو": 6, "يوليو": 7, "أغسطس": 8, "سبتمبر": 9,
        "أكتوبر": 10, "نوفمبر": 11, "ديسمبر": 12, "كانون الثاني": 1, "شباط": 2, "آذار": 3, "نيسان": 4, "أيار": 5, "حزيران": 6,
        "تموز": 7, "آب": 8, "أيلول": 9, "تشرين الأول": 10, "تشرين الثاني": 11, "كانون الأول": 12,
    },
    units={form: int(value) for form, value in _joined(ONES).items()},
    scales={form: int(value) for form, value in _joined(_forms({
        100: "مئة مائة", 1000: "ألف آلاف", 10**6: "مليون ملايين", 10**9: "مليار مليارات",
    })).items()},
    fractions=_joined(_forms({0.5: "نصف", 1 / 3: "ثلث", 2 / 3: "ثلثان ثلثين ثلثا ثلثي", 0.25: "ربع"})),
    parts=_forms({0.25: "أرباع ارباع", 1 / 3: "أثلاث", 0.2: "أخماس", 0.1: "أعشار"}),
    multiples=_joined({**dict.fromkeys((*DUALS, "مرتين", "مرتان", "ضعف", "ضعفي", "ضعفا"), 2)}),
    measures={begin + form: unit for unit, forms in UNITS.items() for form in forms.split() for begin in JOINED}
    | {begin + form: unit for form, unit in DUALS.items() for begin in JOINED},
    bounds=Cues(strong={
        "at least": r"على الأقل|(?:ما |أ)?لا (?:ي|ت)قل\w*(?: \w+){0,4} عن|ألا (?:ي|ت)قل\w*(?: \w+){0,6} عن|كحد أدنى|حد أدنى",
        "more than": r"أكثر من|ما يزيد على|ما يزيد عن|(?<!لا )(?:ي|ت)تجاوز",
        "at most": r"على الأكثر|على أبعد (?:حد|تقدير)|كحد أقصى|حد أقصى|أقصاه\w*|(?:ما )?(?:لا|ألا) (?:ي|ت)زيد\w*(?: \w+){0,4} (?:على|عن)|(?:لا|ألا|أن لا) (?:ي|ت)تجاوز\w*|في موعد أقصاه",
        "less than": r"أقل من|دون(?= سن\b)",
        "about": r"نحو|حوالي|ما يقرب من|قرابة|زهاء|تقريبا",
    }),
    negation=Cues(
        # Not "must" (لا بد), "however" (غير أن), "under the age of" (دون سن), nor what is said of one case only (لا … إلا).
        strong={"not": rf"{AND}(?:لا(?! بد)(?! (?:\w+ ){{1,9}}?إلا\b)|(?<!ما )لم|لن(?! (?:\w+ ){{1,6}}?إلا\b)|ليس|ليست|ليسوا|ب?غير(?! أن\b)|عدم|بلا|بدون|دون(?! سن\b))"},
        echo={"block": rf"{AND}(?:منع\w*|رفض\w*|حظر\w*|(?:ي|ت)منع\w*|(?:ي|ت)رفض\w*|(?:ي|ت)حظر\w*|ممنوع\w*|محظور\w*|تجنب|الامتناع|(?:ي|ت)متنع\w*|توقف|نتوقف|مجان\w*|معفى|(?:ي|ت)عفى|غاب\w*|غياب|تأخر\w*|خارج|مهما|أيا كان\w*|فقط|إلا|يكفي|حتى لو|(?:ي|ت)كتم\w*|قبل أن|خاطئ\w*|خطأ|كاذب\w*|باطل\w*)"},
    ),
    modality=Cues(
        strong={
            "forbidden": rf"{AND}(?:(?:لا|لن|ليس) (?:{_CAN})|ليس (?:لك|له|لها|لهم)|ممنوع\w*|(?:ي|ت)منع\w*|(?:ي|ت)حظر\w*|محظور\w*)",
            "exempt": rf"{AND}(?:(?:لا|ليس) (?:يجب|يلزم|(?:ي|ت)شترط|يتعين)(?: عليك)?|لست ملزما|غير ملزم|لا داعي|لا حاجة|ليس عليك)",
            "obligation": rf"{AND}(?:يجب|يتعين|يلزم|(?:ي|ت)لتزم\w*|لا بد|ملزم\w*|مجبر\w*|مضطر\w*|(?:ي|ت)شترط)",
            "recommendation": rf"{AND}(?:ينبغي|(?:ي|ن)نصح\w*|(?:ي|ن)وصى?\w*|(?:ي|ت)ستحسن|يحسن|من الأفضل|الأفضل|الأحسن|من المستحسن)",
            "permission": rf"{AND}(?:{_MAY}|قد)",
        },
        echo={
            "obligation": rf"{AND}(?:ضروري\w*|واجب\w*|إلزامي\w*|علي(?:ك|ه|ها|هم|كم|نا)|على (?:ال)?\w+(?: \w+){{0,3}} أن)|(?<=^)على \w+", "order": _ORDER,
            "permission": rf"{AND}(?:ممكن|حق|ربما|(?:ي|ت)مكن|(?:لل\w+|ل\w{{3,}}) (?:\w+ ){{0,8}}?أن|قابل\w*|خيار\w*|اختياري\w*|إذا (?:أردت|رغبت|شئت))",
            "recommendation": rf"{AND}(?:مستحسن|توصي\w*|نصيحة)", "forbidden": rf"{_NOT_ORDER}|{AND}(?:منع|حظر|تحظر|امتنع|دع|يبقى)",
            "exempt": rf"{AND}(?:معفى|معفا\w*|(?:ي|ت)عفى|إعفاء|مجان\w*|يكفي|بلا|بدون|أيا كان\w*|اختياري\w*|بوسع\w*)",
        },
        answers={"obligation": frozenset({"order"}), "order": frozenset({"obligation"})},
    ),
    names=False,
)  # fmt: skip
