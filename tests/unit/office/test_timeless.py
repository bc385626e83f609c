"""How a PDF becomes the same on every day."""

from io import BytesIO

import pikepdf

from perfeval.office.timeless import timeless


def test_a_pdf_tells_no_time() -> None:
    made = pikepdf.new()
    made.add_blank_page()
    made.docinfo["/CreationDate"] = "D:20260101000000Z"
    made.docinfo["/Title"] = "Report"
    with made.open_metadata(set_pikepdf_as_editor=False) as xmp:
        xmp["xmp:CreateDate"] = "2026-01-01T00:00:00Z"
        xmp["dc:title"] = "Report"
    made.trailer["/DocChecksum"] = pikepdf.Name("/AB")
    icc = made.make_stream(bytes(24) + bytes([7, 234, 0, 1]) + bytes(100))
    made.Root.OutputIntents = pikepdf.Array([made.make_indirect(pikepdf.Dictionary(DestOutputProfile=icc))])
    with pikepdf.open(BytesIO(timeless(made))) as plain:
        assert dict(plain.docinfo) == {"/Title": "Report"}
        with plain.open_metadata() as xmp:
            assert ("xmp:CreateDate" in xmp, xmp["dc:title"]) == (False, "Report")
        assert "/DocChecksum" not in plain.trailer
        profile = plain.Root.OutputIntents[0].DestOutputProfile.read_bytes()
        assert profile[24:36] == bytes([7, 208, 0, 1, 0, 1, 0, 0, 0, 0, 0, 0])
        assert len(profile) == 128
