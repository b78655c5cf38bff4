# SPDX-License-Identifier: AGPL-3.0-or-later
# ruff: noqa: E501  tables of words: broken lines would hide what belongs together
"""Arabic: numbers, dates, free-standing negation and the words for must and may.

What would need an analysis of word forms (names, conditions that are joined to a verb, quantities with joined
articles) is not looked at: a guess would be worse than silence that says so.
"""

from __future__ import annotations

from pipeline.plain.lexicon import Cues, Lexicon

AND = r"[وف]?"

LEXICON = Lexicon(
    months={
        "يناير": 1, "فبراير": 2, "مارس": 3, "أبريل": 4, "ابريل": 4, "مايو": 5, "يونيو": 6, "يوليو": 7, "أغسطس": 8, "سبتمبر": 9,
        "أكتوبر": 10, "نوفمبر": 11, "ديسمبر": 12, "كانون الثاني": 1, "شباط": 2, "آذار": 3, "نيسان": 4, "أيار": 5, "حزيران": 6,
        "تموز": 7, "آب": 8, "أيلول": 9, "تشرين الأول": 10, "تشرين الثاني": 11, "كانون الأول": 12,
    },
    units={"ثلاثة": 3, "ثلاث": 3, "أربعة": 4, "أربع": 4, "خمسة": 5, "خمس": 5, "ستة": 6, "سبعة": 7, "سبع": 7, "ثمانية": 8, "تسعة": 9,
           "عشرة": 10, "عشر": 10, "عشرون": 20, "عشرين": 20, "ثلاثون": 30, "ثلاثين": 30},
    scales={"مئة": 100, "مائة": 100, "ألف": 1000, "آلاف": 1000, "مليون": 10**6, "ملايين": 10**6, "مليار": 10**9, "مليارات": 10**9},
    bounds=Cues(strong={
        "at least": r"على الأقل|ما لا يقل عن|لا يقل عن", "more than": r"أكثر من|ما يزيد على|ما يزيد عن|يتجاوز",
        "at most": r"على الأكثر|كحد أقصى|ما لا يزيد عن|لا يزيد على", "less than": r"أقل من|دون",
        "about": r"نحو|حوالي|ما يقرب من|قرابة|زهاء|تقريبا",
    }),
    negation=Cues(strong={"not": rf"{AND}(?:لا|لم|لن|ليس|ليست|ليسوا|غير|عدم|بدون|دون)"},
                  echo={"block": rf"{AND}(?:منع|رفض|حظر|يمنع|يرفض|يحظر|تجنب|الامتناع|يمتنع)"}),
    modality=Cues(
        strong={"obligation": rf"{AND}(?:يجب|يتعين|يلزم|لا بد|ملزم\w*)", "recommendation": rf"{AND}ينبغي", "permission": rf"{AND}(?:يجوز|يمكن|يحق|قد)"},
        echo={"obligation": r"ضروري\w*|واجب\w*|إلزامي\w*|على", "permission": r"مسموح|ممكن|حق|يسمح\w*|يستطيع\w*|ربما", "recommendation": r"يوصى|ينصح|مستحسن"},
    ),
    names=False,
)  # fmt: skip
