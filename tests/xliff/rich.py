# SPDX-License-Identifier: AGPL-3.0-or-later
"""A document with one of everything that a translator meets."""

TEXT = """---
title: The river report
lang: en
---

# The *river* report

The council met **in Geneva and *in Rome***. See [its page](https://example.org/a "The page") or run `list --all`.
The vote was close &amp; the UN staff \\*counted\\* it[^1]. Read <https://example.org/b>.

[^1]: A note with *stress*. It has two sentences.

The area is $a^2$ in [שלום]{lang=he dir=rtl} terms. ![A map of the river](map.png) shows it. One line\\
and the next.

## What was said {#said}

1. We agree. We sign.

   We go home.
2. We wait for
   - the first answer
   - [x] the second answer

| Name | Value |
|------|------:|
| Rhine *upper* | 12 |
| Rhone | `n/a` |

Table: Lengths in miles

> A quoted line.
> And another one.

Estuary
:   Where a river meets the sea.

![A boat](boat.png "A boat at dawn")

```
keep *this*
```

::: {lang=fr}
Le texte reste. Il est court.
:::

<abbr title="World Health Organization">WHO</abbr> said <q>well done</q> and <bdi dir="rtl">אבג</bdi>.

<table>
<tr><th>Left</th><th>Right</th></tr>
<tr><td rowspan="2">A <em>tall</em> cell</td><td>B &amp; C</td></tr>
<tr><td>D</td></tr>
</table>

*[UN]: United Nations

[A reference][r] and [r].

[r]: https://example.org/r "Reference title"
"""

TERMS = (
    {"term": "Rhine", "translate": False},
    {"term": "council", "definition": "The body that decides.", "translations": {"fr": "conseil"}},
)
