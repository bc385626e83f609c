"""Jinja's words for a tag that it cannot read, in Chinese too."""

import re
from collections.abc import Iterable
from difflib import get_close_matches

from perfeval.diagnostic import Text

SENTENCES = (
    (r"No filter named '(.+)'\.", "没有名为 {0} 的写法"),
    (r"No test named '(.+)'\.", "没有名为 {0} 的判断"),
    (r"Expected an expression, got 'end of (?:print statement|statement block)'", "里面没有内容，或 | 后面缺少写法"),
    (r"expected token 'end of (?:print statement|statement block)', got '(.+)'", "{0} 不该在这里，可能少了 |"),
    (r"expected token '(.+)', got '(.+)'", "这里应是 {0}，却是 {1}"),
    (r"unexpected char '(.+)' at .*", "有不认识的符号 {0}"),
    (r"unexpected '(.+)'(?:, expected '(.+)')?", "{0} 不该在这里"),
    (r"Encountered unknown tag '(.+?)'.*", "{0} 不能用在这里"),
    (r"Unexpected end of template.* following tags: '(.+?)'.*", "没有与它成对的 {0}"),
)
UNCLOSED = Text("缺少收尾的 }} 或 %}", "its closing }} or %} is missing")
DEEP = Text("括号套得太深", "brackets too deep")


def said(message: str, filters: Iterable[str]) -> Text:
    """A sentence of Jinja's in both languages; for an unknown filter the one that was meant or all there are."""
    matches = ((re.fullmatch(pattern, message, re.DOTALL), words) for pattern, words in SENTENCES)
    match, words = next(((match, words) for match, words in matches if match), (None, message))
    if match is None:
        return Text(message, message)
    zh = words.format(*match.groups())
    if not message.startswith("No filter"):
        return Text(zh, message)
    known = get_close_matches(match[1], filters, 1) or sorted(filters)
    return Text(f"{zh}，可用 {'、'.join(known)}", f"{message.rstrip('.')}; there is {', '.join(known)}")
