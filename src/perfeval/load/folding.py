"""Lines of Chinese join without a blank: YAML folds a line break into one, which is right for English only."""

import re

import yaml

LOADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
SEAM = "\ufdd0"
"""A non-character: refused in what is read, so it cannot stand there already; libyaml lets it pass."""

EAST_ASIAN = "[—‘’“”…·⺀-〿ぁ-㏿㐀-䶿一-鿿豈-\ufaff︰-﹏！-｠￠-￦\U00020000-\U0003fffd]"
FOLD = re.compile(f"(?<={EAST_ASIAN})([ \t]*(?:\r\n|[\n\r\x85])[ \t]*)(?={EAST_ASIAN})")
FOLDED = re.compile(f"{SEAM}([ \t]*) {SEAM}")


def unfold(value: str, raw: str) -> str:
    """The value of a scalar over several lines, without the blanks that folding put between two East Asian characters.

    ``raw`` is its source. Both sides of each such line break are marked and libyaml folds it once more, so that only
    the blanks of folding go, whatever the style; where that does not give the same text, the value stays as it is.
    """
    marked, seams = FOLD.subn(rf"{SEAM}\1{SEAM}", raw)
    if not seams:
        return value
    try:
        folded = next(event.value for event in yaml.parse(marked, Loader=LOADER) if isinstance(event, yaml.ScalarEvent))
    except yaml.YAMLError:
        return value
    if folded.replace(SEAM, "") != value:
        return value
    return FOLDED.sub(r"\1", folded).replace(SEAM, "")
