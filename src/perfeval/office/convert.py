"""Word documents to PDF: all in one run, then once more, each by itself, those that came to nothing."""

from collections.abc import Sequence
from io import BytesIO

import pikepdf
import pypdfium2

from perfeval.diagnostic import Arguments, Diagnostic, Kind, Outcome, Severity, Text
from perfeval.office import fonts, paper
from perfeval.office.document import Asked, asked
from perfeval.office.program import NO_OFFICE, found
from perfeval.office.run import printed
from perfeval.office.timeless import timeless
from perfeval.word.fault import TemplateFault

UNFIT = Kind(
    "R301",
    Severity.ERROR,
    what=Text("这份文档不能转为 PDF（{code}）：{detail}", "the document cannot become a PDF ({code}): {detail}"),
    why=Text(
        "转换时会读取文档引用的外部文件和地址；残缺的文档只能转换出残缺的 PDF",
        "what it refers to outside would be fetched, and what is broken would be missing",
    ),
    cure=Text(
        "改用 perfeval 生成的文档；版式是自己的，就把模板里链接的图片改为嵌入",
        "use a document as perfeval renders it; in a layout of your own, embed linked pictures",
    ),
)
NO_PDF = Kind(
    "W302",
    Severity.ERROR,
    what=Text("LibreOffice 没有生成 PDF：{reason}", "LibreOffice made no PDF: {reason}"),
    why=Text("一起转换和单独转换都没有成功；Word 文档不受影响", "nor was there one when it was tried alone"),
    cure=Text(
        "核对内存和临时文件夹的空间后再试；仍然如此，就用 Word 打开这份文档，另存为 PDF",
        "check memory and the space for temporary files and try again; or open the document in Word and save it as PDF",
    ),
)
NOT_READABLE = Text("写出的文件打不开，或者没有一页", "the file it wrote cannot be opened or has no page")

Made = Outcome[bytes]


def pdf(documents: Sequence[bytes]) -> tuple[Made, ...]:
    """The PDF of each Word document, in their order: PDF/A-2b, tagged, the same bytes for the same document.

    With a PDF there may be a warning of fonts that had to be replaced.
    """
    office = found()
    if office is None:
        return (_failed(NO_OFFICE),) * len(documents)
    made = _made(office, documents)
    if len(documents) < 2:  # noqa: PLR2004 (alone it was already)
        return made
    return tuple(
        outcome if outcome.value is not None else _made(office, [document])[0]
        for document, outcome in zip(documents, made, strict=True)
    )


def _made(office: str, documents: Sequence[bytes]) -> tuple[Made, ...]:
    """What one run gives, to which only documents go that can do no harm."""
    sound: dict[bytes, Asked] = {}
    made: dict[bytes, Made] = {}
    for document in documents:
        try:
            sound[document] = asked(document)
        except TemplateFault as fault:
            made[document] = _failed(UNFIT, {"code": fault.kind.code, "detail": _detail(fault)})
    run = printed(office, list(sound))
    for (document, wanted), content in zip(sound.items(), run.pdfs, strict=True):
        made[document] = _judged(wanted, content, run.reason)
    return tuple(made[document] for document in documents)


def _judged(wanted: Asked, content: bytes | None, reason: Text) -> Made:
    """A PDF that shows what was wanted, or why there is none."""
    if content is None:
        return _failed(NO_PDF, {"reason": reason})
    try:
        with pikepdf.open(BytesIO(content)) as made:
            faults = tuple(paper.unprintable(wanted.paragraphs, made)) or tuple(
                paper.faults(wanted.paragraphs, content)
            )
            if faults:
                return Outcome(None, faults)
            return Outcome(timeless(made), tuple(fonts.replaced(wanted.fonts, paper.fonts(made))))
    except (pypdfium2.PdfiumError, pikepdf.PdfError):
        return _failed(NO_PDF, {"reason": NOT_READABLE})


def _failed(kind: Kind, arguments: Arguments | None = None) -> Made:
    return Outcome(None, (Diagnostic(kind, (), arguments or {}),))


def _detail(fault: TemplateFault) -> Text:
    """What a fault of the container is about: its part, or what the part holds."""
    about = (fault.arguments.get(name) for name in ("target", "detail", "member"))
    found_ = next(value for value in about if value is not None)
    return found_ if isinstance(found_, Text) else Text(found_, found_)
