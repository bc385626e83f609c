"""Document numbers in words: those of the documents relied on are written as they are listed."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from perfeval.audit import texts_of
from perfeval.diagnostic import Severity, Text
from perfeval.figures import Facts
from perfeval.rules.rule import Violation, rule

_NUMBER = re.compile(
    r"(?P<sign>[\u4e00-\u9fff]{1,12})[〔\[［(（【](?P<year>[0-9]{2,5})[〕\]］)）】]"
    r"\s*第?(?P<serial>[0-9]{1,6})\s*号(?![楼线院门地车机路])"
)
_TITLE = re.compile(r"《(?P<title>[^《》]*)》\s*[（(]?$")
_ALIKE = 2
"""So many of sign, year and serial in common: then one number is the other mistyped."""


class Listed(NamedTuple):
    """A document of the list, its number in parts."""

    number: str
    title: str
    sign: str
    year: str
    serial: str

    def common(self, said: re.Match[str]) -> int:
        """How many parts of a number in words are this one's; words may run on before its sign."""
        return sum((said["sign"].endswith(self.sign), said["year"] == self.year, said["serial"] == self.serial))


@rule(
    "K615",
    Severity.WARNING,
    what=Text(
        "文中的文号“{said}”与依据文件的“{given}”只差一处",
        "document number “{said}” is that of the list but for one part: “{given}”",
    ),
    why=Text("引用的文号查不到文件", "nobody finds a document by a number that is not its own"),
    cure=Text(
        "核对原文件，改正文中的文号或 basis 中的 number；确是另一份文件的，列入 basis",
        "see the document itself and correct the text or `number`; if it is another one, add it to `basis`",
    ),
    formula=Text("文中引用的依据文件文号 = 所列的文号", "numbers of listed documents in prose = those listed"),
    passes="basis: [{title: 自评通知, number: 示财〔2026〕3号}]\nconclusion: 依据《自评通知》（示财〔2026〕3号）自评。",
    fails="basis: [{title: 自评通知, number: 示财〔2026〕3号}]\nconclusion: 依据《自评通知》（示财〔2026〕8号）自评。",
)
def number_in_words_is_the_listed(facts: Facts) -> Iterator[Violation]:
    listed = [
        Listed(document.number, document.title, *parts.groups())
        for document in facts.report.basis
        if document.number is not None and (parts := _NUMBER.fullmatch(document.number)) is not None
    ]
    for pointer, text in texts_of(facts) if listed else ():
        if "号" not in text:
            continue
        for said in _NUMBER.finditer(text):
            near = _mistyped(said, text, listed, alone=pointer[0] == "texts")
            if near is not None:
                start = max(said.start(), said.end("sign") - len(near.sign))
                arguments = {"said": text[start : said.end()], "given": near.number}
                yield Violation(pointer, arguments, offset=start)


def _mistyped(said: re.Match[str], text: str, listed: list[Listed], *, alone: bool) -> Listed | None:
    """The document that a number means and does not name.

    The title before the number decides. A number without one tells ``alone`` only in standard sentences: elsewhere the
    next document of the same issuer may be meant.
    """
    commons = [(document.common(said), document) for document in listed]
    if any(common > _ALIKE for common, _ in commons):
        return None
    title = _TITLE.search(text, 0, said.start())
    return next(
        (
            document
            for common, document in commons
            if common == _ALIKE and (alone if title is None else title["title"] == document.title.strip("《》"))
        ),
        None,
    )


RULES = (number_in_words_is_the_listed,)
