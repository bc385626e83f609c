"""Words that the reporters share."""

from collections import defaultdict

from perfeval.diagnostic import Finding, Lang, Text

WHY, CURE = Text("原因", "why "), Text("办法", "cure")
WAIVED = Text("已接受：{what} —— {reason}（{by}）", "waived: {what} -- {reason} ({by})")


def waived(finding: Finding, lang: Lang) -> str:
    """What of a finding is waived, why and by whom, on one line."""
    assert finding.waived is not None
    what = finding.kind.what.say(lang, finding.arguments)
    told = WAIVED.say(lang, {"what": what, "reason": finding.waived.reason, "by": finding.waived.by})
    return " ".join(told.split())


def unfilled(words: Text, lang: Lang) -> str:
    """The words of a kind of finding, without the numbers of any one."""
    return words.say(lang).format_map(defaultdict(lambda: "…"))
