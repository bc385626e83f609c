"""Help and wrong usage as people read them: click speaks English only, so its words are told again in Chinese."""

import re
from collections.abc import Iterable

import click

from perfeval.diagnostic import Lang, Text

SENTENCES = (
    (r"Missing argument '(.+)'\.", "缺少参数 {0}。"),
    (r"Missing option '(.+)'\.", "缺少选项 {0}。"),
    (r"No such option '?(.+?)'?\. Did you mean '?(.+?)'?\?.*", "没有选项 {0}，是不是 {1}？"),
    (r"No such option '?(.+?)'?\..*", "没有选项 {0}。"),
    (r"No such command '?(.+?)'?\. Did you mean '?(.+?)'?\?.*", "没有命令 {0}，是不是 {1}？"),
    (r"No such command '?(.+?)'?\..*", "没有命令 {0}。"),
    (r"Got unexpected extra arguments? \((.+)\)", "多了参数 {0}。"),
    (r"Option '(.+)' requires an argument\.", "选项 {0} 后面要写一个值。"),
    (r"Option '(.+)' does not take a value\.", "选项 {0} 后面不写值。"),
    (r"Invalid value for '(.+)': '(.*)' is not one of (.+)\.", "选项 {0} 不能写 {1}，可以写：{2}。"),
    (r"Invalid value for '?(.+?)'?: (.+)", "选项 {0}：{1}"),
)
"""What click says, and the same in Chinese; the first that fits speaks."""

HELP = {
    "Usage: ": "用法：",
    "[OPTIONS]": "[选项]",
    "COMMAND [ARGS]...": "命令 [参数]...",
    "Arguments:": "参数：",
    "Options:": "选项：",
    "Commands:": "命令：",
    "[required]": "[必填]",
    "[default: ": "[默认：",
    "Show this message and exit.": "显示本帮助。",
}
"""What click puts into every help of its own accord, and the same in Chinese."""


class ChineseHelp(click.HelpFormatter):
    """A help page in Chinese throughout."""

    def getvalue(self) -> str:
        """The page, with click's own words translated."""
        page = super().getvalue()
        for english, chinese in HELP.items():
            page = page.replace(english, chinese)
        return page


def no_rule(code: str, known: Iterable[str], lang: Lang) -> str:
    """That no rule has the code, with the one that may be meant."""
    from perfeval.settings import choose
    from perfeval.waivers import NO_RULE

    every = Text("（perfeval rules 列出全部）。", " (`perfeval rules` lists all).")
    return NO_RULE.what.say(lang, choose(code, known)) + every.say(lang)


def usage(message: str, lang: Lang) -> str:
    """What is wrong with the arguments; where there were none, the help as it is."""
    if message.startswith(("Usage: ", HELP["Usage: "])):
        return message
    if lang == "en":
        return f"perfeval: {message}"
    matches = ((re.fullmatch(pattern, message, re.DOTALL), words) for pattern, words in SENTENCES)
    told = next((words.format(*match.groups()) for match, words in matches if match), message)
    plain = told.replace("', '", "、").replace("'", "")
    return f"perfeval：{plain}用法见 perfeval --help"
