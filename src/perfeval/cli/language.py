"""The language of what is said: the system's, or the one asked for."""

import locale
import os

from perfeval.diagnostic import Lang, Text


def _language() -> Lang:
    """Chinese where the system is set to Chinese, else English."""
    names = (os.environ.get(name) for name in ("LC_ALL", "LC_MESSAGES", "LANG"))
    name = next((name for name in names if name), None) or locale.getlocale()[0] or ""
    return "zh" if name.lower().startswith(("zh", "chinese")) else "en"


SYSTEM = _language()


def in_system_language(zh: str, en: str) -> str:
    """Words that are fixed before any argument is read: help texts."""
    return Text(zh, en).say(SYSTEM)


def language_asked(arguments: list[str]) -> Lang:
    """The language of ``--lang`` where the arguments themselves are wrong and nobody has read them."""
    asked = arguments[arguments.index("--lang") + 1 :][:1] if "--lang" in arguments else []
    return "zh" if asked == ["zh"] else "en" if asked == ["en"] else SYSTEM
