"""What a paragraph, a run or a table says by name is defined: styles and numberings."""

from collections import Counter
from collections.abc import Iterator

from tools.structure.opened import NUMBERING, STYLES, VAL, Opened, W

STYLE_TYPES = {"pStyle": "paragraph", "rStyle": "character", "tblStyle": "table"}
STYLE_REFERENCES = (*STYLE_TYPES, "basedOn", "next", "link")


def styles(package: Opened) -> Iterator[str]:
    """Every style that is used is defined, once."""
    ids = [str(style.get(f"{W}styleId")) for style in package.parts[STYLES].iter(f"{W}style")]
    yield from (f"the style {id_} is defined {times} times" for id_, times in Counter(ids).items() if times > 1)
    for name, part in package.parts.items():
        used = {str(found.get(VAL)) for found in part.iter(*(W + tag for tag in STYLE_REFERENCES))}
        yield from (f"{name}: there is no style {style}" for style in sorted(used - set(ids)))


def style_types(package: Opened) -> Iterator[str]:
    """A paragraph has a paragraph's style, a run a character's, a table a table's; one of each is the default."""
    every = list(package.parts[STYLES].iter(f"{W}style"))
    types = {style.get(f"{W}styleId"): style.get(f"{W}type") for style in every}
    for name, part in package.parts.items():
        for found in part.iter(*(W + tag for tag in STYLE_TYPES)):
            wanted = STYLE_TYPES[found.tag.removeprefix(W)]
            if types.get(found.get(VAL), wanted) != wanted:
                yield f"{name}: {found.get(VAL)} is no {wanted} style"
    defaults = Counter(style.get(f"{W}type") for style in every if style.get(f"{W}default") in {"1", "true"})
    yield from (f"{times} {type_} styles are the default" for type_, times in defaults.items() if times > 1)


def numbering(package: Opened) -> Iterator[str]:
    """Every numbering that is used is defined, and so is what it is an instance of."""
    part = package.parts.get(NUMBERING)
    lists = [] if part is None else list(part.iter(f"{W}num"))
    defined = {"0", *(str(one.get(f"{W}numId")) for one in lists)}
    for name, used in package.parts.items():
        wanted = {str(found.get(VAL)) for found in used.iter(f"{W}numId")}
        yield from (f"{name}: there is no numbering {number}" for number in sorted(wanted - defined))
    abstract = set() if part is None else {str(one.get(f"{W}abstractNumId")) for one in part.iter(f"{W}abstractNum")}
    for one in lists:
        kind = one.find(f"{W}abstractNumId")
        if kind is None or kind.get(VAL) not in abstract:
            yield f"numbering {one.get(f'{W}numId')} is an instance of nothing"
