"""The pictures of the documentation: pages of the examples as LibreOffice prints them, and the gallery of layouts.

``python docs/pictures.py`` writes ``docs/report.png``, ``docs/layouts/`` and ``docs/layouts.md``.
"""

import re
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

import pypdfium2
from PIL import Image

from perfeval import office
from perfeval.layouts import LayoutKind, describe, names

DOCS = Path(__file__).resolve().parent
EXAMPLES = DOCS.parent / "examples"
GALLERY = DOCS / "layouts"

PAGES = {
    "project-ledger": {
        "附件": "首页 · the first page",
        "项目支出绩效自评情况表": "图表和项目表 · a chart and the table of projects",
    },
    "indicator-scorecard": {
        "图1：": "两幅图 · the two charts",
        "绩效指标评分表": "指标评分表 · the table of indicators",
    },
    "project-forms": {"绩效自评表": "一个项目的自评表 · the form of a project"},
    "department-form": {"绩效自评表": "部门的自评表 · the department's form"},
    "bureau-summary": {"汇总报告": "首页 · the first page", "部门得分排名表": "排名表 · the table of ranks"},
}
"""The pages that are shown of a layout: each the first that says these words, and what is seen on it."""
REPORTS = {"project-ledger": "gaocheng-housing", "indicator-scorecard": "liuying-street"}
"""The examples that are reports, by their layouts; the summary is of these."""
FORMS = "chenghu-agriculture"
"""The example that the forms are filled with."""
REPORT = (
    ("project-ledger", "附件"),
    ("project-ledger", "项目支出绩效自评情况表"),
    ("indicator-scorecard", "图1："),
)
"""The pages side by side in the README."""

WIDTH = 720
"""Dots across a page."""
COLOURS = 16
LARGEST = 60_000
"""Bytes of a page in the gallery."""
GREY, GAP = "#d0d0d0", 12
HEAD = """# 版式 · Layouts

内置的版式，页面是示例经 LibreOffice 打印的样子；另见 [README](../README.zh.md)。
The built-in layouts, pages of the examples as LibreOffice prints them; see the [README](../README.md).
"""


def document(layout: str) -> bytes:
    """A Word document in the layout."""
    with TemporaryDirectory() as folder:
        made, dept = Path(folder) / "made.docx", Path(folder) / "dept.yaml"
        if layout in names(LayoutKind.SUMMARY):
            command = ["summary", *(EXAMPLES / f"{name}.yaml" for name in REPORTS.values())]
        else:
            text = (EXAMPLES / f"{REPORTS.get(layout, FORMS)}.yaml").read_text(encoding="utf-8")
            dept.write_text(re.sub("^layout: .*", f"layout: {layout}", text, flags=re.MULTILINE), encoding="utf-8")
            command = ["render", dept]
        whole = [sys.executable, "-m", "perfeval", *map(str, command), "--output", str(made)]
        subprocess.run(whole, check=False, capture_output=True)  # noqa: S603 (our own command; findings are no failure)
        return made.read_bytes()


def begin(layout: str) -> str:
    """How to begin with a layout, and what its pictures show."""
    if layout in names(LayoutKind.SUMMARY):
        return "    perfeval summary departments/ -o 汇总.docx\n"
    example = f"{REPORTS.get(layout, FORMS)}.yaml"
    return f"    perfeval new dept.yaml --layout {layout}\n\n示例 · Example: [{example}](../examples/{example})\n"


def printed(layouts: Sequence[str]) -> dict[str, pypdfium2.PdfDocument]:
    """Each layout's document as LibreOffice prints it."""
    made = {}
    for name, outcome in zip(layouts, office.pdf([document(name) for name in layouts]), strict=True):
        assert outcome.value is not None, outcome.diagnostics
        made[name] = pypdfium2.PdfDocument(outcome.value)
    return made


def page(pdf: pypdfium2.PdfDocument, words: str) -> Image.Image:
    """The first page that says the words, in few colours."""
    for one in pdf:
        if words in "".join(one.get_textpage().get_text_range().split()):
            picture: Image.Image = one.render(scale=WIDTH / one.get_width()).to_pil()
            return picture.convert("RGB").quantize(COLOURS, dither=Image.Dither.NONE)
    raise LookupError(words)


def side_by_side(pages: Sequence[Image.Image]) -> Image.Image:
    """The pages on a grey ground."""
    width, height = pages[0].size
    ground = Image.new("RGB", (len(pages) * (width + GAP) + GAP, height + 2 * GAP), GREY)
    for number, one in enumerate(pages):
        ground.paste(one.convert("RGB"), (GAP + number * (width + GAP), GAP))
    return ground.quantize(COLOURS, dither=Image.Dither.NONE)


def gallery(pdfs: Mapping[str, pypdfium2.PdfDocument]) -> str:
    """The page about the layouts; its pictures are written beside it."""
    GALLERY.mkdir(exist_ok=True)
    for old in GALLERY.glob("*.png"):
        old.unlink()
    lines = [HEAD]
    for name, pdf in pdfs.items():
        lines.append(f"## {name}\n\n{describe(name).zh}\n\n{describe(name).en}\n\n{begin(name)}")
        for number, (words, seen) in enumerate(PAGES[name].items(), 1):
            path = GALLERY / f"{name}-{number}.png"
            page(pdf, words).save(path, optimize=True)
            size = path.stat().st_size
            assert size <= LARGEST, f"{path} has {size} bytes"
            lines.append(f'<img src="{path.relative_to(DOCS).as_posix()}" width="360" alt="{name}: {seen}">')
        lines.append("")
    return "\n".join(lines)


def main() -> None:
    """Writes all of them."""
    layouts = [name for kind in LayoutKind for name in names(kind)]
    assert set(layouts) == set(PAGES), "every layout has its pages here"
    pdfs = printed(layouts)
    (DOCS / "layouts.md").write_text(gallery(pdfs), encoding="utf-8", newline="\n")
    side_by_side([page(pdfs[layout], words) for layout, words in REPORT]).save(DOCS / "report.png", optimize=True)


if __name__ == "__main__":
    main()
