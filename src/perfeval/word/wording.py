"""What Jinja, Python and the parsers say of a fault in English, in Chinese too."""

import re
from collections.abc import Iterable, Sequence
from difflib import get_close_matches
from types import MappingProxyType

from perfeval.diagnostic import Text

Sentences = Sequence[tuple[str, str]]
"""Patterns of English sentences, each with the Chinese for it."""

SYNTAX: Sentences = (
    (r"No filter named '(.+)'\.", "没有名为 {0} 的写法"),
    (r"No test named '(.+)'\.", "没有名为 {0} 的判断"),
    (r"Expected an expression, got 'end of (?:print statement|statement block)'", "里面没有内容，或 | 后面缺少写法"),
    (r"expected token 'end of (?:print statement|statement block)', got '(.+)'", "{0} 不该在这里，可能少了 |"),
    (r"expected token '(.+)', got '(.+)'", "这里应是 {0}，却是 {1}"),
    (r"unexpected char '(.+)' at .*", "有不认识的符号 {0}"),
    (r"unexpected '(.+)'(?:, expected '(.+)')?", "{0} 不该在这里"),
    (r"Encountered unknown tag '(.+?)'.*", "{0} 不能用在这里"),
    (r"Unexpected end of template.*?'(end\w+)'.*", "没有与它成对的 {0}"),
)
XML: Sentences = (
    (r"no element found.*", "内容没有写完"),
    (r"mismatched tag.*", "开始标记与结束标记不成对"),
    (r"not well-formed.*", "有不该出现的字符"),
    (r"unclosed .*", "有没写完的标记"),
    (r"duplicate attribute.*", "属性重复"),
    (r"junk after .*", "结尾之后还有内容"),
    (r"undefined entity.*", "用了没有定义的实体"),
    (r".*encoding.*", "编码无法识别"),
    (r"Excessive depth.*", "嵌套太深"),
    (r"Namespace prefix (\S+).*", "前缀 {0} 没有声明"),
    (r".* is not a valid URI.*", "命名空间不是合格的 URI"),
    (r".*", "不合 XML 的写法"),
)
ZIP: Sentences = (
    (r"File is not a zip file", "它不是 zip 压缩包，而 Word 文档都是"),
    (r".*", "压缩包已损坏"),
)
TAKES_NOT = Text("这种写法不收{0}", "this filter takes no {0}")
OPERATIONS: Sequence[tuple[str, Text]] = (
    (r"'(\w+)' object is not iterable", Text("需要列表，却是{0}", "a list is needed, not a {0}")),
    (r"object of type '(\w+)' has no len\(\)", Text("{0}没有长度", "a {0} has no length")),
    (
        r"'(.+)' not supported between instances of '(\w+)' and '(\w+)'",
        Text("{1}与{2}不能用 {0} 比较", "a {1} and a {2} cannot be compared by {0}"),
    ),
    (r"bad operand type for unary (\S): '(\w+)'", Text("{1}前面不能写 {0}", "a {1} cannot have a {0} before it")),
    (r".*(?:by zero|DivisionByZero|DivisionUndefined).*", Text("除数为零", "division by zero")),
    (r".*ConversionSyntax.*", Text("不是数字", "this is no number")),
    (r".* must be .*, not '?(\w+?)'?", TAKES_NOT),
    (r"conversion from (\w+) to .*", TAKES_NOT),
    (r"unsupported format string passed to (\w+)\.__format__", TAKES_NOT),
    (r"Unknown format code .* for object of type '(\w+)'", TAKES_NOT),
    (r"'(\w+)' object has no attribute .*", TAKES_NOT),
    (r"(NoneType|bool|int|float|Decimal|str|list|tuple|dict|date)", TAKES_NOT),
    (
        r"sequence item \d+: expected str instance, (\w+) found",
        Text("能连接的只有文字，却有{0}", "only texts can be joined, not a {0}"),
    ),
    (r".* index out of range", Text("没有这么多项", "there are not so many items")),
    (r"unhashable type: '(\w+)'", Text("不能用{0}取值", "a {0} cannot be looked up")),
    (r"(\S+)\(\) (?:missing|takes|got) .*", Text("写法 {0} 的参数不对", "the filter {0} has wrong arguments")),
)
NUMBER, LIST = Text("数字", "number"), Text("列表", "list")
TYPES = MappingProxyType(
    {
        "NoneType": Text("空值", "missing value"),
        "bool": Text("是否值", "truth value"),
        "int": NUMBER,
        "float": NUMBER,
        "Decimal": NUMBER,
        "list": LIST,
        "tuple": LIST,
        "dict": Text("一组值", "group of values"),
        "str": Text("文字", "text"),
        "date": Text("日期", "date"),
    }
)
"""What a reader calls the values of Python's types."""

OTHER_TYPE = Text("不能直接输出的值", "value that is not text")
POSITION = re.compile(r"line (\d+), column (\d+)")
HANZI = re.compile("[\u4e00-\u9fff]")

UNCLOSED = Text("缺少收尾的 }} 或 %}", "its closing }} or %} is missing")
DEEP = Text("算式太长，或括号套得太深", "it is too long or its brackets are too deep")


def said(message: str, filters: Iterable[str]) -> Text:
    """What Jinja says of a tag; for an unknown filter the one that was meant or all there are."""
    zh = _in_chinese(SYNTAX, message) or message
    unknown = re.fullmatch(SYNTAX[0][0], message)
    if unknown is None:
        return Text(zh, message)
    known = get_close_matches(unknown[1], filters, 1) or sorted(filters)
    return Text(f"{zh}，可用 {'、'.join(known)}", f"{message.rstrip('.')}; there is {', '.join(known)}")


def said_of_xml(message: str) -> Text:
    """What a parser says of XML."""
    position = POSITION.search(message)
    where = f"第 {position[1]} 行第 {position[2]} 列" if position else ""
    return Text(where + _in_chinese(XML, message), message)


def said_of_zip(message: str) -> Text:
    """What ``zipfile`` and ``zlib`` say of a container."""
    return Text(_in_chinese(ZIP, message), message or "its zip container is damaged")


def said_of_operation(error: Exception) -> Text:
    """What Python says of an operation; the words of a filter that speaks Chinese stay as they are."""
    message = str(error) or type(error).__name__
    for pattern, words in OPERATIONS:
        match = re.fullmatch(pattern, message, re.DOTALL)
        if match:
            names = [TYPES.get(group, Text(group, group)) for group in match.groups()]
            return Text(words.zh.format(*(n.zh for n in names)), words.en.format(*(n.en for n in names)))
    return Text(message if HANZI.search(message) else f"无法完成（{message}）", message)


def called(value: object) -> Text:
    """What a reader calls a value of this type."""
    return TYPES.get(type(value).__name__, OTHER_TYPE)


def unended(end: str) -> Text:
    """A statement lacks its end."""
    return Text(f"没有与它成对的 {end}", f"its {end} is missing")


def _in_chinese(sentences: Sentences, message: str) -> str:
    matches = ((re.fullmatch(pattern, message, re.DOTALL), words) for pattern, words in sentences)
    return next((words.format(*match.groups()) for match, words in matches if match), "")
