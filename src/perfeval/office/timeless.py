"""A PDF whose bytes tell of its content alone."""

import struct
from io import BytesIO

import pikepdf

from perfeval.office import type1

DATES = ("/CreationDate", "/ModDate")
IDENTITIES = ("/ID", "/DocChecksum")
ICC_DATE, NEW_YEAR_2000 = slice(24, 36), struct.pack(">6H", 2000, 1, 1, 0, 0, 0)
"""Where a colour profile tells when it was made, which it must."""
XMP_DATES = ("xmp:CreateDate", "xmp:ModifyDate", "xmp:MetadataDate")


def timeless(pdf: pikepdf.Pdf) -> bytes:
    """A PDF without the time it was made at, which PDF/A lets be absent, and with an identity made of its content."""
    for key in DATES:
        if key in pdf.docinfo:
            del pdf.docinfo[key]
    with pdf.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as xmp:
        for name in XMP_DATES:
            if name in xmp:
                del xmp[name]
    for key in IDENTITIES:
        if key in pdf.trailer:
            del pdf.trailer[key]
    for intent in pdf.Root.get("/OutputIntents", []):
        profile = intent.DestOutputProfile
        icc = profile.read_bytes()
        profile.write(icc[: ICC_DATE.start] + NEW_YEAR_2000 + icc[ICC_DATE.stop :])
    type1.renumber(
        each.FontFile for each in pdf.objects if isinstance(each, pikepdf.Dictionary) and "/FontFile" in each
    )
    stream = BytesIO()
    pdf.save(stream, deterministic_id=True, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    return stream.getvalue()
