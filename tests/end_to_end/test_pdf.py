"""The PDF of a report: what PDF/A-2b asks for, what a reader finds his way by, the same bytes, nothing fetched."""

import re
import subprocess
import threading
from collections import Counter
from collections.abc import Iterator, Mapping
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pikepdf
import psutil
import pypdfium2
import pytest
from fontTools.ttLib import TTFont
from lxml import etree

from perfeval import office
from perfeval.diagnostic import Outcome
from perfeval.office import paper, program, run
from raised import RELATIONS, docx
from tools import word_text
from tools.examples import EXAMPLES
from tools.libreoffice import require_office
from tools.require import require

TYPES = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
OUTSIDE = "linked picture, beside it text"
LINKED = f"""<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"
 xmlns:r="{TYPES[:-1]}" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
 xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"
 xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture">
<w:body><w:p><w:r><w:t>{OUTSIDE}</w:t></w:r><w:r><w:drawing><wp:inline><wp:extent cx="900000" cy="900000"/>
<wp:docPr id="1" name="p"/><a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture">
<pic:pic><pic:nvPicPr><pic:cNvPr id="1" name="p"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:link="r9"/>
<a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/>
<a:ext cx="900000" cy="900000"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic>
</a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p></w:body></w:document>"""
NO_SETTINGS = '<oor:items xmlns:oor="http://openoffice.org/2001/registry"/>'

every_example = pytest.mark.parametrize("example", EXAMPLES)


@pytest.fixture(scope="module")
def outcomes(documents: Mapping[str, bytes]) -> dict[str, Outcome[bytes]]:
    """What one run gives for the examples."""
    require_office()
    return dict(zip(documents, office.pdf(list(documents.values())), strict=True))


@pytest.fixture(scope="module")
def reports(outcomes: Mapping[str, Outcome[bytes]]) -> Iterator[dict[str, pikepdf.Pdf]]:
    """The examples as PDF."""
    contents = {name: outcome.value for name, outcome in outcomes.items()}
    opened = {name: pikepdf.open(BytesIO(content)) for name, content in contents.items() if content is not None}
    assert opened.keys() == outcomes.keys(), outcomes
    yield opened
    for pdf in opened.values():
        pdf.close()


@every_example
def test_it_is_archival(example: str, reports: Mapping[str, pikepdf.Pdf]) -> None:
    pdf = reports[example]
    xmp = pdf.open_metadata()
    assert (xmp["pdfaid:part"], xmp["pdfaid:conformance"]) == ("2", "B")
    assert not pdf.is_encrypted
    assert "/ID" in pdf.trailer
    (intent,) = list(pdf.Root.OutputIntents)
    assert intent.S == "/GTS_PDFA1"
    assert intent.DestOutputProfile.read_bytes()[36:40] == b"acsp"
    keys = {key for each in pdf.objects if isinstance(each, pikepdf.Dictionary) for key in each.keys()}  # noqa: SIM118
    assert keys.isdisjoint({"/JS", "/JavaScript", "/AA", "/Launch", "/EmbeddedFiles", "/XFA"})


@every_example
def test_every_font_is_embedded(example: str, reports: Mapping[str, pikepdf.Pdf]) -> None:
    found = [each for each in reports[example].objects if isinstance(each, pikepdf.Dictionary)]
    described = [each for each in found if each.get("/Type") == "/FontDescriptor"]
    assert len(described) >= 6
    assert all({"/FontFile", "/FontFile2", "/FontFile3"} & set(each.keys()) for each in described)
    assert len([each for each in found if each.get("/Type") == "/Font"]) == len(described)


@every_example
def test_title_and_author_are_the_documents_and_no_time_is_told(
    example: str, reports: Mapping[str, pikepdf.Pdf], documents: Mapping[str, bytes]
) -> None:
    pdf = reports[example]
    told = {key: str(value) for key, value in pdf.docinfo.items()}
    assert told.keys() == {"/Title", "/Author", "/Subject", "/Creator", "/Producer"}
    assert told["/Title"].endswith("2025年度部门整体支出绩效自评报告")
    assert pdf.Root.ViewerPreferences.DisplayDocTitle
    xmp = pdf.open_metadata()
    assert (xmp["dc:title"], xmp["dc:creator"]) == (told["/Title"], [told["/Author"]])
    assert (xmp["xmp:CreatorTool"], xmp["pdf:Producer"]) == (told["/Creator"], told["/Producer"])
    assert [name for name in xmp if "Date" in name] == []


@every_example
def test_a_screen_reader_is_told_language_and_structure(example: str, reports: Mapping[str, pikepdf.Pdf]) -> None:
    pdf = reports[example]
    assert str(pdf.Root.Lang) == "zh-CN"
    assert pdf.Root.MarkInfo.Marked
    kinds = {
        str(each.S) for each in pdf.objects if isinstance(each, pikepdf.Dictionary) and "/Pg" in each and "/S" in each
    }
    kinds |= {
        str(each.S) for each in pdf.objects if isinstance(each, pikepdf.Dictionary) and "/P" in each and "/S" in each
    }
    assert {"/H1", "/H2", "/Table", "/TR", "/TH", "/TD"} <= kinds


@every_example
def test_the_bookmarks_are_the_headings(
    example: str, reports: Mapping[str, pikepdf.Pdf], documents: Mapping[str, bytes]
) -> None:
    headings = [
        (int(found[1]), paragraph.text)
        for paragraph in word_text.paragraphs(documents[example])
        if (found := re.fullmatch(r"Heading(\d)", paragraph.style or "")) is not None
    ]
    assert len(headings) > 8
    with reports[example].open_outline() as outline:
        assert [(depth, re.sub(r"^\S+ ", "", title)) for depth, title in bookmarks(outline.root)] == headings


def test_the_charts_are_drawn(documents: Mapping[str, bytes], outcomes: Mapping[str, Outcome[bytes]]) -> None:
    """The names of their series and their values stand in the PDF besides those in the text."""
    document = documents["liuying-street"]
    with ZipFile(BytesIO(document)) as archive, pypdfium2.PdfDocument(outcomes["liuying-street"].value) as pdf:
        names = [name for name in archive.namelist() if re.fullmatch(r"word/charts/\w+\.xml", name)]
        series = [each for name in names for each in etree.fromstring(archive.read(name)).iter("{*}ser")]
        printed = "".join("".join(page.get_textpage().get_text_range() for page in pdf).split())
    text = "".join("".join(paragraph.text.split()) for paragraph in word_text.paragraphs(document))
    drawn = Counter(
        str(found.text) for each in series for path in ("tx", "val") for found in each.iterfind(f"{{*}}{path}//{{*}}v")
    )
    assert (len(series), drawn.total()) == (4, 12)
    assert [words for words, times in drawn.items() if printed.count(words) < text.count(words) + times] == []


def bookmarks(items: list[pikepdf.OutlineItem], depth: int = 1) -> Iterator[tuple[int, str]]:
    for item in items:
        yield depth, item.title
        yield from bookmarks(item.children, depth + 1)


@every_example
def test_every_replaced_font_is_told(example: str, outcomes: Mapping[str, Outcome[bytes]]) -> None:
    (warning,) = outcomes[example].diagnostics
    assert warning.kind.code == "W305"
    said = warning.kind.what.say("zh", warning.arguments)
    for pair in (
        "仿宋_GB2312（改用 FandolFang R）", "楷体_GB2312（改用 FandolKai）", "黑体（改用 FandolHei）",
        "宋体（改用 FandolSong）", "方正小标宋简体（改用 Noto Serif CJK SC）", "Times New Roman（改用 Liberation Serif）",
    ):  # fmt: skip
        assert pair in said


def file_of(font: str) -> Path:
    command = [require("fc-list"), "--format=%{file}\n", f"{font}:style=Regular"]
    said = subprocess.run(command, check=True, capture_output=True, text=True, env=program.environment())
    return Path(said.stdout.splitlines()[0])


def test_an_official_font_that_is_installed_goes_before_the_free_ones(
    documents: Mapping[str, bytes], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A 宋体 that calls itself 小标宋, in a folder that the system's configuration knows: no Noto in its place."""
    require_office()
    with TTFont(file_of("FandolSong")) as font:
        font["name"].removeNames(platformID=1)
        for name in font["name"].names:
            name.string = "FZXBSJW--GB1-0" if name.nameID == 6 else "方正小标宋简体"
        font.save(tmp_path / "official.otf")
    system = f"<fontconfig><include>/etc/fonts/fonts.conf</include><dir>{tmp_path}</dir></fontconfig>"
    (tmp_path / "fonts.conf").write_text(system, encoding="utf-8")
    monkeypatch.setenv("FONTCONFIG_PATH", str(tmp_path))
    (made,) = office.pdf([documents["liuying-street"]])
    assert made.value is not None
    with pikepdf.open(BytesIO(made.value)) as pdf:
        assert [name for name in paper.fonts(pdf) if name.startswith("Noto")] == []


def test_where_no_font_is_chinese_there_is_no_pdf_of_boxes(
    documents: Mapping[str, bytes], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    require_office()
    fonts = f"<fontconfig><dir>{file_of('Liberation Serif').parent}</dir><cachedir>{tmp_path}</cachedir></fontconfig>"
    (tmp_path / "fonts.conf").write_text(fonts, encoding="utf-8")
    monkeypatch.setattr(program, "CONFIGURATION", tmp_path / "fonts.conf")
    (made,) = office.pdf([documents["liuying-street"]])
    assert [found.kind.code for found in made.diagnostics] == ["W304"]


def test_a_document_gives_the_same_bytes_alone_and_after_others(
    outcomes: Mapping[str, Outcome[bytes]], documents: Mapping[str, bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LC_ALL", "ja_JP.UTF-8")
    assert office.pdf([documents[EXAMPLES[-1]]])[0].value == outcomes[EXAMPLES[-1]].value


@pytest.fixture
def server() -> Iterator[tuple[str, list[str]]]:
    """The address of a picture, and the requests for it."""
    requests: list[str] = []

    class Answer(BaseHTTPRequestHandler):
        def answer(self) -> None:
            requests.append(self.command)
            self.send_error(404)

        def log_message(self, *_: object) -> None:
            pass

    for method in ("GET", "HEAD", "OPTIONS", "PROPFIND"):
        setattr(Answer, f"do_{method}", Answer.answer)
    with ThreadingHTTPServer(("127.0.0.1", 0), Answer) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/red.png", requests
        server.shutdown()


def linked(address: str) -> bytes:
    """A document with a picture that is not in it."""
    main = f'<Relationship Id="r1" Type="{TYPES}officeDocument" Target="word/document.xml"/>'
    picture = f'<Relationship Id="r9" Type="{TYPES}image" Target="{address}" TargetMode="External"/>'
    parts = {"_rels/.rels": RELATIONS.format(main), "word/_rels/document.xml.rels": RELATIONS.format(picture)}
    return docx(LINKED, parts)


def pictures(document: bytes) -> int:
    """How many pictures are printed of a document that nobody refused."""
    office_ = program.found()
    assert office_ is not None
    (content,) = run.printed(office_, [document]).pdfs
    assert content is not None
    with pikepdf.open(BytesIO(content)) as pdf:
        return sum(isinstance(each, pikepdf.Stream) and each.get("/Subtype") == "/Image" for each in pdf.objects)


def test_a_document_with_a_linked_picture_is_refused(server: tuple[str, list[str]], tmp_path: Path) -> None:
    require_office()
    address, requests = server
    made = office.pdf([linked(address), linked((tmp_path / "red.png").as_uri())])
    assert [found.kind.code for outcome in made for found in outcome.diagnostics] == ["R301", "R301"]
    assert requests == []


@pytest.mark.parametrize("settings", ["ours", "none"])
def test_nothing_is_fetched_of_a_document_that_nobody_refused(
    settings: str, server: tuple[str, list[str]], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without our settings it is: so the server and the file would be seen."""
    require_office()
    address, requests = server
    file = tmp_path / "red.png"
    file.write_bytes(png())
    if settings == "none":
        bare = tmp_path / run.SETTINGS.name
        bare.write_text(NO_SETTINGS, encoding="utf-8")
        monkeypatch.setattr(run, "SETTINGS", bare)
    pictures(linked(address))
    shown = pictures(linked(file.as_uri()))
    assert (bool(requests), bool(shown)) == ((True, True) if settings == "none" else (False, False))


def png() -> bytes:
    """A red square, of 64 dots a side: what is much smaller may become no picture."""
    from PIL import Image  # noqa: PLC0415 (comes with pikepdf)

    stream = BytesIO()
    Image.new("RGB", (64, 64), "red").save(stream, "PNG")
    return stream.getvalue()


def test_at_the_end_of_its_time_all_of_it_is_killed(
    documents: Mapping[str, bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    require_office()
    pipes: list[Path] = []
    pipe_of = run._pipe

    def noted(profile: str) -> Path:
        pipes.append(pipe_of(profile))
        return pipes[-1]

    monkeypatch.setattr(run, "_pipe", noted)
    monkeypatch.setattr(run, "SECONDS", 0.7)
    monkeypatch.setattr(run, "SECONDS_EACH", 0)
    before = {process.pid for process in psutil.process_iter()}
    made = office.pdf([documents[EXAMPLES[0]]])
    assert [found.kind.code for found in made[0].diagnostics] == ["W302"]
    left = [process for process in psutil.process_iter(["name"]) if process.pid not in before]
    assert [process.info["name"] for process in left if "perfeval-pdf-" in " ".join(cmdline(process))] == []
    assert [pipe.exists() for pipe in pipes] == [False]


def cmdline(process: psutil.Process) -> list[str]:
    try:
        return process.cmdline()
    except psutil.Error:
        return []
