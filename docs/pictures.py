"""The pictures of the documentation: pages of the examples as LibreOffice prints them, and the gallery of layouts.

``python docs/pictures.py`` writes ``docs/report.png``, ``docs/layouts/`` and ``docs/layouts.md``.
"""

import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

import pypdfium2
from PIL import Image

from perfeval import office, pipeline
from perfeval.layouts import LayoutKind, describe, folder_of, names

DOCS = Path(__file__).resolve().parent
EXAMPLES = DOCS.parent / "examples"
GALLERY = DOCS / "layouts"

PAGES = {
    "project-ledger": ("附件", "项目支出绩效自评情况表"),
    "indicator-scorecard": ("图1：", "绩效指标评分表"),
    "project-forms": ("绩效自评表",),
    "department-form": ("绩效自评表",),
    "bureau-summary": ("汇总报告", "部门得分排名表"),
}
"""The pages that are shown of a layout: each the first that says these words."""
SHOWN = {"project-ledger": "gaocheng-housing", "indicator-scorecard": "liuying-street"}
"""The examples in the layouts that have one; the others are shown by their starters."""
REPORT = (
    ("project-ledger", "附件"),
    ("project-ledger", "项目支出绩效自评情况表"),
    ("indicator-scorecard", "如图1所示"),
)
"""The pages side by side in the README."""

WIDTH = 720
"""Dots across a page."""
COLOURS = 16
LARGEST = 60_000
"""Bytes of a page in the gallery."""
GREY, GAP = "#d0d0d0", 12
HEAD = """# 版式 · Layouts

由 `make pictures` 生成：页面是示例或起步文件经 LibreOffice 打印的样子。
Written by `make pictures`: pages of the examples or starters as LibreOffice prints them.
"""


def document(layout: str) -> bytes:
    """A Word document in the layout."""
    if layout in names(LayoutKind.SUMMARY):
        with TemporaryDirectory() as folder:
            made = Path(folder) / "summary.docx"
            command = [sys.executable, "-m", "perfeval", "summary", *map(str, examples()), "--output", str(made)]
            subprocess.run(command, check=False, capture_output=True)  # noqa: S603 (our own command; findings are no failure)
            return made.read_bytes()
    shown = EXAMPLES / f"{SHOWN[layout]}.yaml" if layout in SHOWN else folder_of(layout) / "starter.yaml"
    result = pipeline.render(shown)
    assert result.value is not None, result.findings
    return result.value.content


def examples() -> list[Path]:
    """The departments that are summed up."""
    return [EXAMPLES / f"{name}.yaml" for name in SHOWN.values()]


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
        lines.append(f"## {name}\n\n{describe(name).zh}\n\n{describe(name).en}\n")
        for number, words in enumerate(PAGES[name], 1):
            path = GALLERY / f"{name}-{number}.png"
            page(pdf, words).save(path, optimize=True)
            size = path.stat().st_size
            assert size <= LARGEST, f"{path} has {size} bytes"
            lines.append(f'<img src="{path.relative_to(DOCS).as_posix()}" width="360" alt="{name}：{words}">')
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
