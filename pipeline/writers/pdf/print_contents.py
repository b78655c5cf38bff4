# SPDX-License-Identifier: AGPL-3.0-or-later
"""The table of contents of a printed document, whose pages the layout fills in."""

from __future__ import annotations

from xml.etree import ElementTree as ET

from pipeline.labels import Labels
from pipeline.writers.pdf.print_model import HEADINGS, PrintTree, append, classes, says_something

FEWEST_HEADINGS = 3  # a shorter document needs no table of contents


def add_contents(tree: PrintTree, article: ET.Element, labels: Labels) -> None:
    """Put the list of the headings behind the title block of ``article``, if there are enough of them."""
    headings = [element for element in article.iter() if element.tag in HEADINGS and element.get("id")
                and "title" not in classes(element) and says_something(element)]
    if len(headings) < FEWEST_HEADINGS:
        return
    contents = ET.Element("nav", {"class": "contents", "role": "doc-toc", "lang": labels.lang,
                                  "dir": labels.dir})
    ET.SubElement(contents, "p", {"class": "contents-title"}).text = labels("contents")
    outer = {"lang": article.get("lang") or "", "dir": article.get("dir") or "ltr"}
    open_lists: list[tuple[int, ET.Element]] = []
    tongues = _tongues(article)
    for heading in headings:
        level = int(heading.tag[1])
        while len(open_lists) > 1 and open_lists[-2][0] >= level:
            open_lists.pop()
        if open_lists and open_lists[-1][0] > level:  # a higher heading than those so far stands beside them
            open_lists[-1] = (level, open_lists[-1][1])
        if not open_lists:
            open_lists.append((level, ET.SubElement(contents, "ol", outer)))
        elif level > open_lists[-1][0]:
            parent = open_lists[-1][1]
            open_lists.append((level, ET.SubElement(parent[-1], "ol")))
        item = ET.SubElement(open_lists[-1][1], "li")
        item.append(_entry(tree, heading, tongues[heading]))
    header = next((index for index, child in enumerate(article) if child.tag == "header"), -1)
    article.insert(header + 1, contents)


def _entry(tree: PrintTree, heading: ET.Element, tongue: dict[str, str]) -> ET.Element:
    """An entry of the contents. The dots and the page after its words run as the contents do, whatever way the
    words run."""
    link = ET.Element("a", {"href": f"#{heading.get('id')}"})
    words = ET.SubElement(link, "span", tongue) if tongue else link
    _copy_inline(tree, heading, words)
    if not says_something(words):  # a heading of pictures alone is listed by what they show
        words.text = " ".join(image.get("alt") or "" for image in heading.iter("img"))
    return link


def _copy_inline(tree: PrintTree, source: ET.Element, target: ET.Element) -> None:
    """A heading's words for the contents: without its notes, links and ids, and without images."""
    target.text = source.text
    for child in source:
        copy: ET.Element | None = None
        if child.tag == "img" and child in tree.formulas:
            copy = ET.Element("img", {key: value for key, value in child.attrib.items() if key != "id"})
            tree.formulas[copy] = tree.formulas[child]
        elif child.tag == "a" and "note-call" not in classes(child):
            copy = ET.Element("span")
            _copy_inline(tree, child, copy)
        elif child.tag == "br":
            append(target, None, " ")
        elif child.tag not in ("a", "aside", "img"):
            copy = ET.Element(child.tag, {key: value for key, value in child.attrib.items() if key != "id"})
            _copy_inline(tree, child, copy)
        append(target, copy, child.tail or "")


def _tongues(article: ET.Element) -> dict[ET.Element, dict[str, str]]:
    """The language and direction of every element below ``article``, where they differ from the article's."""
    found: dict[ET.Element, dict[str, str]] = {}
    stack: list[tuple[ET.Element, dict[str, str]]] = [(child, {}) for child in article]
    while stack:
        element, around = stack.pop()
        own = {name: element.get(name) or "" for name in ("lang", "dir") if element.get(name)}
        found[element] = around | own
        stack += [(child, found[element]) for child in element]
    return found
