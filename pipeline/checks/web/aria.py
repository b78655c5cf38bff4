# SPDX-License-Identifier: AGPL-3.0-or-later
# ruff: noqa: SIM905 lists of words are read as words
"""The tables of WAI-ARIA 1.2, DPUB-ARIA 1.1 and Graphics-ARIA 1.0 as far as checks need them."""

from __future__ import annotations

# --- states and properties: name → type, or the permitted tokens (ARIA 1.2, 6.6) ---------------------------
BOOLEAN, TRISTATE, OPTIONAL_BOOLEAN = "true false", "true false mixed", "true false undefined"
TYPES: dict[str, str] = {
    "activedescendant": "idref", "atomic": BOOLEAN, "autocomplete": "inline list both none",
    "braillelabel": "string", "brailleroledescription": "string", "busy": BOOLEAN,
    "checked": TRISTATE + " undefined", "colcount": "integer", "colindex": "integer", "colindextext": "string",
    "colspan": "integer", "controls": "idrefs",
    "current": "page step location date time true false", "describedby": "idrefs", "description": "string",
    "details": "idrefs", "disabled": BOOLEAN, "dropeffect": "tokens:copy execute link move none popup",
    "errormessage": "idrefs", "expanded": OPTIONAL_BOOLEAN, "flowto": "idrefs",
    "grabbed": OPTIONAL_BOOLEAN, "haspopup": "false true menu listbox tree grid dialog",
    "hidden": OPTIONAL_BOOLEAN, "invalid": "grammar false spelling true", "keyshortcuts": "string",
    "label": "string", "labelledby": "idrefs", "level": "integer", "live": "assertive off polite",
    "modal": BOOLEAN, "multiline": BOOLEAN, "multiselectable": BOOLEAN,
    "orientation": "horizontal vertical undefined", "owns": "idrefs", "placeholder": "string",
    "posinset": "integer", "pressed": TRISTATE + " undefined", "readonly": BOOLEAN,
    "relevant": "tokens:additions all removals text", "required": BOOLEAN, "roledescription": "string",
    "rowcount": "integer", "rowindex": "integer", "rowindextext": "string", "rowspan": "integer",
    "selected": OPTIONAL_BOOLEAN, "setsize": "integer",
    "sort": "ascending descending none other", "valuemax": "number", "valuemin": "number",
    "valuenow": "number", "valuetext": "string",
}  # fmt: skip
ATTRIBUTES = {f"aria-{name}": kind for name, kind in TYPES.items()}

GLOBAL = frozenset(
    f"aria-{name}"
    for name in "atomic braillelabel brailleroledescription busy controls current describedby description details"
    " disabled dropeffect errormessage flowto grabbed haspopup hidden invalid keyshortcuts label labelledby live owns"
    " relevant roledescription".split()
)
DEPRECATED_GLOBAL = frozenset({"aria-disabled", "aria-errormessage", "aria-haspopup", "aria-invalid"})

# --- roles ---------------------------------------------------------------------------------------------------
# role: superclass to inherit supported attributes from | own supported attributes
_ROLES = """
alert:|
alertdialog:|modal
application:|activedescendant disabled errormessage expanded haspopup invalid
article:|posinset setsize
banner:|
blockquote:|
button:|disabled haspopup expanded pressed
caption:|
cell:|colindex colspan rowindex rowspan
checkbox:|checked disabled errormessage expanded invalid readonly required
code:|
columnheader:gridcell|sort
combobox:|activedescendant autocomplete disabled errormessage expanded haspopup invalid readonly required
complementary:|
contentinfo:|
definition:|
deletion:|
dialog:|modal
directory:|
document:|
emphasis:|
feed:|
figure:|
form:|
generic:|
grid:table|activedescendant disabled multiselectable readonly
gridcell:cell|disabled errormessage expanded haspopup invalid readonly required selected
group:|activedescendant disabled
heading:|level
img:|
image:|
insertion:|
link:|disabled expanded haspopup
list:|
listbox:|activedescendant disabled errormessage expanded invalid multiselectable orientation readonly required
listitem:|level posinset setsize
log:|
main:|
mark:|
marquee:|
math:|
menu:|activedescendant disabled orientation
menubar:menu|
menuitem:|disabled expanded haspopup posinset setsize
menuitemcheckbox:menuitem|checked
menuitemradio:menuitem|checked
meter:|valuemax valuemin valuenow valuetext
navigation:|
none:|
note:|
option:|checked disabled posinset selected setsize
paragraph:|
presentation:|
progressbar:|valuemax valuemin valuenow valuetext
radio:|checked disabled posinset setsize
radiogroup:|activedescendant disabled errormessage invalid orientation readonly required
region:|
row:|activedescendant colindex disabled expanded level posinset rowindex selected setsize
rowgroup:|
rowheader:gridcell|sort
scrollbar:|disabled orientation valuemax valuemin valuenow valuetext
search:|
searchbox:textbox|
separator:|disabled orientation valuemax valuemin valuenow valuetext
slider:|disabled errormessage haspopup invalid orientation readonly valuemax valuemin valuenow valuetext
spinbutton:|activedescendant disabled errormessage invalid readonly required valuemax valuemin valuenow valuetext
status:|
strong:|
subscript:|
suggestion:|
superscript:|
switch:checkbox|
tab:|disabled expanded haspopup posinset selected setsize
table:|colcount rowcount
tablist:|activedescendant disabled multiselectable orientation
tabpanel:|
term:|
textbox:|activedescendant autocomplete disabled errormessage haspopup invalid multiline placeholder readonly required
time:|
timer:|
toolbar:|activedescendant disabled orientation
tooltip:|
tree:|activedescendant disabled errormessage invalid multiselectable orientation required
treegrid:grid|disabled errormessage invalid multiselectable orientation required
treeitem:|checked disabled expanded haspopup level posinset selected setsize
graphics-document:|
graphics-object:|
graphics-symbol:|
"""
DPUB = frozenset(
    f"doc-{name}"
    for name in "abstract acknowledgments afterword appendix backlink biblioentry bibliography biblioref chapter"
    " colophon conclusion cover credit credits dedication endnote endnotes epigraph epilogue errata example footnote"
    " foreword glossary glossref index introduction noteref notice pagebreak pagefooter pageheader pagelist part"
    " preface prologue pullquote qna subtitle tip toc".split()
)
DPUB_PARENT = {
    "doc-backlink": "link", "doc-biblioref": "link", "doc-glossref": "link", "doc-noteref": "link",
    "doc-biblioentry": "listitem", "doc-endnote": "listitem", "doc-cover": "img", "doc-pagebreak": "separator",
    "doc-subtitle": "heading", "doc-toc": "navigation", "doc-index": "navigation", "doc-pagelist": "navigation",
}  # fmt: skip


def _supported() -> dict[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}
    rows = [line for line in _ROLES.split("\n") if line]
    parents = {line.split(":")[0]: line.split(":")[1].split("|")[0] for line in rows}
    own = {line.split(":")[0]: line.split("|")[1].split() for line in rows}
    for role in own:
        names: set[str] = set()
        here = role
        while here:
            names.update(f"aria-{name}" for name in own[here])
            here = parents[here]
        found[role] = frozenset(names)
    for role in DPUB:
        found[role] = found.get(DPUB_PARENT.get(role, ""), frozenset())
    return found


SUPPORTED = _supported()
ROLES = frozenset(SUPPORTED)
ABSTRACT = frozenset(
    "command composite input landmark range roletype section sectionhead select structure widget window".split()
)

NAME_PROHIBITED = frozenset(
    "caption code deletion emphasis generic insertion mark none paragraph presentation strong subscript suggestion"
    " superscript term time definition".split()
) - {"term", "definition", "time", "mark", "suggestion"}
REQUIRED: dict[str, tuple[str, ...]] = {
    "checkbox": ("aria-checked",), "combobox": ("aria-expanded", "aria-controls"), "heading": ("aria-level",),
    "menuitemcheckbox": ("aria-checked",), "menuitemradio": ("aria-checked",), "meter": ("aria-valuenow",),
    "radio": ("aria-checked",), "scrollbar": ("aria-controls", "aria-valuenow"), "slider": ("aria-valuenow",),
    "switch": ("aria-checked",),
}  # fmt: skip
OWNED: dict[str, tuple[frozenset[str], ...]] = {
    "feed": (frozenset({"article"}),), "grid": (frozenset({"row", "rowgroup"}),),
    "list": (frozenset({"listitem"}),), "listbox": (frozenset({"option", "group"}),),
    "menu": (frozenset({"menuitem", "menuitemcheckbox", "menuitemradio", "group", "separator"}),),
    "menubar": (frozenset({"menuitem", "menuitemcheckbox", "menuitemradio", "group", "separator"}),),
    "row": (frozenset({"cell", "columnheader", "gridcell", "rowheader"}),),
    "rowgroup": (frozenset({"row"}),), "table": (frozenset({"row", "rowgroup", "caption"}),),
    "tablist": (frozenset({"tab"}),), "tree": (frozenset({"treeitem", "group"}),),
    "treegrid": (frozenset({"row", "rowgroup"}),),
}  # fmt: skip
CONTEXT: dict[str, frozenset[str]] = {
    "cell": frozenset({"row"}), "columnheader": frozenset({"row"}), "gridcell": frozenset({"row"}),
    "listitem": frozenset({"list", "directory"}), "menuitem": frozenset({"group", "menu", "menubar"}),
    "menuitemcheckbox": frozenset({"group", "menu", "menubar"}),
    "menuitemradio": frozenset({"group", "menu", "menubar"}), "option": frozenset({"group", "listbox"}),
    "row": frozenset({"grid", "rowgroup", "table", "treegrid"}),
    "rowgroup": frozenset({"grid", "table", "treegrid"}), "rowheader": frozenset({"row"}),
    "tab": frozenset({"tablist"}), "treeitem": frozenset({"group", "tree"}),
}  # fmt: skip
PRESENTATIONAL_CHILDREN = frozenset(
    "button checkbox img image math menuitemcheckbox menuitemradio meter option progressbar radio scrollbar separator"
    " slider switch tab graphics-symbol doc-cover doc-pagebreak".split()
)
NAME_FROM_CONTENT = frozenset(
    "button cell checkbox columnheader gridcell heading link menuitem menuitemcheckbox menuitemradio option radio row"
    " rowheader switch tab tooltip treeitem doc-backlink doc-biblioref doc-glossref doc-noteref".split()
)
FORM_FIELDS = frozenset(
    "checkbox combobox listbox menuitemcheckbox menuitemradio radio searchbox slider spinbutton switch textbox".split()
)
WIDGETS = FORM_FIELDS | frozenset("button link menuitem option scrollbar tab treeitem gridcell progressbar".split())
