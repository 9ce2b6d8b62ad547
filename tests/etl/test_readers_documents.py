"""Documents, mails, archives and crawls: what is an article in them is read, what is broken, locked or a bomb is told, and the rest goes on."""

from __future__ import annotations

import io
import zipfile
from datetime import date
from email.message import EmailMessage
from functools import partial
from pathlib import Path
from random import Random

from pypdf import PdfWriter
from pypdf.generic import DecodedStreamObject, DictionaryObject, NameObject
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from etl.extract import read, reader
from etl.extract.lines import paragraphs
from etl.extract.sources import Source
from etl.extract.terms import Terms
from etl.rejects import Reason, Reject, Unfit
from graph.records import Article

TERMS = Terms(latest=date(2026, 11, 26))
FIRST = (
    "Bea Thorne was the guest of Omar Vance on his podcast Open Mic on Saturday, and she spoke for an hour about rents in the city and "
    "about what the council had promised to the people who live by the harbour."
)
SECOND = "The episode drew 41,000 listeners in its first week. “Nobody asked me about the budget,” Thorne said when it was over."


def found(path: Path, terms: Terms = TERMS) -> list[tuple[str, Article | Reject]]:
    return list(read([str(path)], terms))


def article(path: Path, terms: Terms = TERMS) -> Article:
    ((_, item),) = found(path, terms)
    assert isinstance(item, Article), item
    return item


def rejected(path: Path) -> Reject:
    ((_, item),) = found(path)
    assert isinstance(item, Reject), item
    return item


# ------------------------------------------------------------------------------------------------------------- PDF


def pdf(pages: list[list[str]], *, title: str = "", password: str = "") -> bytes:
    """A document with these lines on its pages, as a word processor would set them."""
    writer = PdfWriter()
    font = DictionaryObject(
        {NameObject("/Type"): NameObject("/Font"), NameObject("/Subtype"): NameObject("/Type1"), NameObject("/BaseFont"): NameObject("/Helvetica"),
         NameObject("/Encoding"): NameObject("/WinAnsiEncoding")}
    )  # fmt: skip
    for lines in pages:
        page = writer.add_blank_page(595, 842)
        content = DecodedStreamObject()
        shown = [line.encode("cp1252").replace(b"(", b"\\(").replace(b")", b"\\)") for line in lines]
        content.set_data(b"BT /F1 11 Tf 14 TL 60 780 Td " + b"".join(b"(" + line + b") Tj T* " for line in shown) + b"ET")
        page[NameObject("/Contents")] = writer._add_object(content)
        page[NameObject("/Resources")] = DictionaryObject({NameObject("/Font"): DictionaryObject({NameObject("/F1"): font})})
    if title:
        writer.add_metadata({"/Title": title, "/Author": "Jane Doe", "/CreationDate": "D:20240813101500Z"})
    if password:
        writer.encrypt(password, algorithm="RC4-128")
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def set_in_lines(text: str, width: int = 60) -> list[str]:
    """Broken at a margin, the long words divided."""
    lines = [""]
    for word in text.split():
        if len(lines[-1]) + len(word) < width:
            lines[-1] = f"{lines[-1]} {word}".strip()
        elif len(word) > 8 and len(lines[-1]) < width - 6 and word.isalpha():
            lines[-1] += f" {word[:4]}-"
            lines.append(word[4:])
        else:
            lines.append(word)
    return lines


def test_the_text_of_a_pdf_is_put_together_from_its_lines(tmp_path: Path) -> None:
    path = tmp_path / "talk.pdf"
    pages = [["The Paper, page 1", "A talk on air", *set_in_lines(FIRST), "1"]]
    texts = (SECOND, "Marsh declined, twice.", "Pell will be the guest of the next episode, on Friday.")
    pages += [[f"The Paper, page {n}", *set_in_lines(text), str(n)] for n, text in enumerate(texts, 2)]
    path.write_bytes(pdf(pages, title="A talk on air"))
    read_ = article(path)
    assert read_.text.split("\n\n") == ["A talk on air", FIRST, *texts]
    assert (read_.title, read_.author, read_.published) == ("A talk on air", "Jane Doe", None)
    assert article(path, Terms(latest=TERMS.latest, published="2024-08-13")).published == "2024-08-13"


def test_a_pdf_that_cannot_be_read_says_why(tmp_path: Path) -> None:
    good = pdf([set_in_lines(FIRST)])
    cases = {
        "locked.pdf": (pdf([set_in_lines(FIRST)], password="secret"), Reason.PROTECTED),
        "scanned.pdf": (pdf([[], []]), Reason.NO_TEXT),
        "cut.pdf": (good[:200], Reason.BROKEN),
        "no.pdf": (b"GIF89a but called a document", Reason.BROKEN),
        "many.pdf": (pdf([[]] * 501), Reason.TOO_LARGE),
        "long.pdf": (pdf([["word " * 15] * 50] * 80), Reason.TOO_LARGE),
    }
    for name, (data, reason) in cases.items():
        (tmp_path / name).write_bytes(data)
        assert (name, rejected(tmp_path / name).reason) == (name, reason)
    assert "scanned" in rejected(tmp_path / "scanned.pdf").detail


def test_lines_of_a_mail_keep_their_lists_and_paragraphs() -> None:
    lines = ["Three guests:", "- Bea Thorne", "- Omar Vance", "", "They spoke about the rents of the city,", "and nobody left."]
    assert paragraphs(lines) == [
        "Three guests:",
        "- Bea Thorne",
        "- Omar Vance",
        "They spoke about the rents of the city, and nobody left.",
    ]


# ------------------------------------------------------------------------------------------------------------ DOCX

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def docx(body: str, *, title: str = "") -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("word/document.xml", f"<?xml version='1.0'?><w:document {W}><w:body>{body}</w:body></w:document>")
        if title:
            dc = 'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:cp="x"'
            archive.writestr(
                "docProps/core.xml",
                f"<cp:coreProperties {dc}><dc:title>{title}</dc:title><dc:creator>J. Doe</dc:creator></cp:coreProperties>",
            )
    return out.getvalue()


def test_the_paragraphs_of_a_document_of_word(tmp_path: Path) -> None:
    body = (
        "<w:p><w:r><w:t>A talk</w:t></w:r></w:p><w:p/>"
        f"<w:p><w:r><w:t xml:space='preserve'>{FIRST[:40]}</w:t></w:r><w:del><w:r><w:delText>never</w:delText></w:r></w:del>"
        f"<w:ins><w:r><w:t xml:space='preserve'>{FIRST[40:]}</w:t></w:r></w:ins></w:p>"
        "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>In a cell</w:t><w:br/><w:t>two lines</w:t></w:r></w:p></w:tc></w:tr></w:tbl>"
    )
    path = tmp_path / "talk.docx"
    path.write_bytes(docx(body, title="Talk of the town"))
    read_ = article(path)
    assert read_.text == f"A talk\n\n{FIRST}\n\nIn a cell two lines"
    assert (read_.title, read_.author, read_.published) == ("Talk of the town", "J. Doe", None)


def test_a_document_of_word_that_cannot_be_read_says_why(tmp_path: Path) -> None:
    good = docx("<w:p><w:r><w:t>Text.</w:t></w:r></w:p>")
    bomb = docx("<w:p>" + "<w:r/>" * 9_000_000 + "</w:p>")
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("word/document.xml", f'<!DOCTYPE d [<!ENTITY a "b">]><w:document {W}>&a;</w:document>')
    cases = {
        "locked.docx": (b"\xd0\xcf\x11\xe0" + b"\0" * 600, Reason.PROTECTED),
        "cut.docx": (good[: len(good) // 2], Reason.BROKEN),
        "flipped.docx": (good[:60] + b"\xff\xff\xff" + good[63:], Reason.BROKEN),
        "bomb.docx": (bomb, Reason.TOO_LARGE),
        "entity.docx": (out.getvalue(), Reason.BROKEN),
        "blank.docx": (docx(""), Reason.NO_TEXT),
        "none.docx": (b"", Reason.EMPTY),
        "deep.docx": (docx("<w:p>" * 30_000 + "</w:p>" * 30_000), Reason.NO_TEXT),
    }
    for name, (data, reason) in cases.items():
        (tmp_path / name).write_bytes(data)
        assert (name, rejected(tmp_path / name).reason) == (name, reason)


# ----------------------------------------------------------------------------------------------------------- mails


def mail(subject: str, plain: str = "", html: str = "", attached: bytes = b"") -> bytes:
    message = EmailMessage()
    message["From"] = "Jane Doe <jane@example.org>"
    message["Subject"] = subject
    message["Date"] = "Tue, 13 Aug 2024 22:15:00 +0200 (CEST)"
    if plain:
        message.set_content(plain)
    if html and plain:
        message.add_alternative(html, subtype="html")
    elif html:
        message.set_content(html, subtype="html")
    if attached:
        message.add_attachment(attached, maintype="application", subtype="pdf", filename="other.pdf")
    return message.as_bytes()


def test_mails(tmp_path: Path) -> None:
    page = (
        f"<html><head><style>p {{}}</style></head><body><div style='display:none'>Preview</div><p>{FIRST}</p><p>{SECOND}</p></body></html>"
    )
    wrapped = "\n".join(set_in_lines(FIRST.replace("podcast", "show"), 72)) + "\n\n" + SECOND + "\n-- \nSent from afar\n"
    (tmp_path / "plain.eml").write_bytes(mail("Re: A talk – “on air”", wrapped, attached=b"%PDF-1.4"))
    (tmp_path / "both.eml").write_bytes(mail("A talk", "Read this in your browser.", page))
    (tmp_path / "html.eml").write_bytes(mail("Fwd: A talk", html=page.replace("Saturday", "Sunday")))
    plain, both, html = (article(tmp_path / f"{name}.eml") for name in ("plain", "both", "html"))
    assert (plain.title, plain.author, plain.published) == ("A talk – “on air”", "Jane Doe", "2024-08-13")
    assert plain.text.startswith("Bea Thorne was the guest of Omar Vance on his show Open Mic on Saturday, and she spoke")
    assert "afar" not in plain.text
    assert both.text == f"{FIRST}\n\n{SECOND}"
    assert (html.title, html.author, html.published) == ("A talk", None, None)
    (tmp_path / "held.eml").write_bytes(mail("Held", attached=b"%PDF-1.4"))
    assert rejected(tmp_path / "held.eml").reason is Reason.NO_TEXT
    assert "attachment" in rejected(tmp_path / "held.eml").detail
    (tmp_path / "no.eml").write_bytes(b"Nothing of a mail in here")
    assert rejected(tmp_path / "no.eml").reason is Reason.BROKEN
    (tmp_path / "odd.eml").write_bytes(b"Subject: x\nContent-Type: text/plain; charset=klingon\n\n" + FIRST.encode())
    assert rejected(tmp_path / "odd.eml").reason in (Reason.ENCODING, Reason.BROKEN)


# -------------------------------------------------------------------------------------------------------- archives


def test_a_zipped_folder_is_read_as_a_folder_and_its_tricks_are_told(tmp_path: Path) -> None:
    path = tmp_path / "all.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("news/2024/talk.md", "---\ntitle: T\n---\n" + FIRST)
        archive.writestr("news/2025/talk.txt", SECOND)
        archive.writestr("many.jsonl", '{"id": "x", "text": "One."}\nbad\n')
        archive.writestr("talk.pdf", pdf([set_in_lines(FIRST.replace("Bea", "Lea"))]))
        archive.writestr("../../etc/evil.md", "Evil.")
        archive.writestr("/root/evil.md", "Evil.")
        archive.writestr("inner.zip", b"PK")
        archive.writestr("picture.png", b"x")
        archive.writestr("__MACOSX/._talk.md", "no")
        archive.writestr(".hidden.md", "no")
        archive.writestr("bomb.md", "a " * 5_000_000)
        archive.writestr("web.urls", "http://127.0.0.1:9/")
        link = zipfile.ZipInfo("link.md")
        link.external_attr = 0o120777 << 16
        archive.writestr(link, "/etc/passwd")
    items = dict(found(path))
    good = {name.removeprefix(f"{path}#"): item.id for name, item in items.items() if isinstance(item, Article)}
    assert good == {"news/2024/talk.md": "talk.md", "news/2025/talk.txt": "talk.txt", "many.jsonl#1": "x", "talk.pdf": "talk.pdf"}
    bad = {name.removeprefix(f"{path}#"): item.reason for name, item in items.items() if isinstance(item, Reject)}
    assert bad == {
        "many.jsonl#2": Reason.BROKEN, "../../etc/evil.md": Reason.UNREADABLE, "/root/evil.md": Reason.UNREADABLE,
        "inner.zip": Reason.UNSUPPORTED, "bomb.md": Reason.TOO_LARGE, "web.urls": Reason.UNSUPPORTED, "link.md": Reason.UNREADABLE,
    }  # fmt: skip


def test_an_archive_that_cannot_be_read_says_why(tmp_path: Path) -> None:
    (tmp_path / "no.zip").write_bytes(b"PK\x03\x04 and no more")
    assert rejected(tmp_path / "no.zip").reason is Reason.BROKEN
    with zipfile.ZipFile(tmp_path / "none.zip", "w") as archive:
        archive.writestr("picture.png", b"x")
    assert rejected(tmp_path / "none.zip").reason is Reason.EMPTY
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        archive.writestr("a.md", FIRST)
        archive.writestr("b.md", SECOND)
    data = bytearray((tmp_path / "a.zip").read_bytes())
    data[data.index(b"Bea")] ^= 1  # a flipped bit: the checksum tells
    at = data.index(b"PK\x01\x02", data.index(b"PK\x01\x02") + 1)
    data[at + 8] |= 1  # encrypted, says the directory of the second
    data[data.index(b"PK\x03\x04", 4) + 6] |= 1
    (tmp_path / "a.zip").write_bytes(data)
    assert [item.reason for _, item in found(tmp_path / "a.zip") if isinstance(item, Reject)] == [Reason.BROKEN, Reason.PROTECTED]


def test_a_size_that_is_declared_too_small_is_not_believed(tmp_path: Path) -> None:
    path = tmp_path / "liar.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("a.md", "word " * 2_000_000)
    data = bytearray(path.read_bytes())
    size = (10_000_000).to_bytes(4, "little")
    for start in (data.index(size), data.rindex(size)):
        data[start : start + 4] = (1_000).to_bytes(4, "little")
    path.write_bytes(data)
    assert rejected(path).reason is Reason.BROKEN


# ---------------------------------------------------------------------------------------------------------- crawls


def page(text: str, published: str = "2024-08-13") -> bytes:
    return (
        f'<html><head><title>Talk</title><meta property="article:published_time" content="{published}"></head><body><nav>Home</nav>'
        f"<article><h1>Talk</h1><p>{text}</p><p>{SECOND}</p></article></body></html>"
    ).encode()


def test_pages_of_a_crawl(tmp_path: Path) -> None:
    for name in ("crawl.warc", "crawl.warc.gz"):
        with (tmp_path / name).open("wb") as file:
            writer = WARCWriter(file, gzip=name.endswith(".gz"))

            def keep(url: str, kind: str, data: bytes, status: str = "200 OK", record: str = "response", w: WARCWriter = writer) -> None:
                headers = StatusAndHeaders(status, [("Content-Type", kind)], protocol="HTTP/1.1")
                w.write_record(w.create_warc_record(url, record, payload=io.BytesIO(data), http_headers=headers))

            writer.write_record(writer.create_warcinfo_record("crawl", {"software": "test"}))
            keep("https://example.org/a?utm_source=x", "text/html; charset=utf-8", page(FIRST))
            keep("https://example.org/a.png", "image/png", b"\x89PNG")
            keep("https://example.org/gone", "text/html", b"<p>Gone</p>", "404 Not Found")
            keep("https://example.org/empty", "text/html", b"<html><body></body></html>")
            keep("https://example.org/b", "text/html; charset=windows-1252", page(FIRST.replace("Bea", "Zoé")).decode().encode("cp1252"))
        items = [item for _, item in found(tmp_path / name)]
        assert [(i.id, i.url, i.published) if isinstance(i, Article) else i.reason for i in items] == [
            ("example.org/a", "https://example.org/a?utm_source=x", "2024-08-13"),
            Reason.NO_TEXT,
            ("example.org/b", "https://example.org/b", "2024-08-13"),
        ]
        whole = (tmp_path / name).read_bytes()
        (tmp_path / f"cut-{name}").write_bytes(whole[:-150])
        cut = [item for _, item in found(tmp_path / f"cut-{name}")]
        assert [item.id if isinstance(item, Article) else item.reason for item in cut][:2] == ["example.org/a", Reason.NO_TEXT]
        assert all(isinstance(item, Reject) and item.reason is Reason.BROKEN for item in cut[2:])
        assert len(cut) > 2
    (tmp_path / "no.warc").write_bytes(b"Nothing of a crawl in here at all\n" * 4)
    assert rejected(tmp_path / "no.warc").reason is Reason.BROKEN


def test_mangled_files_of_every_kind_end_in_articles_or_reasons(tmp_path: Path) -> None:
    packed, crawled = io.BytesIO(), io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("a/b.md", FIRST)
        archive.writestr("c.txt", SECOND)
    writer = WARCWriter(crawled, gzip=False)
    headers = StatusAndHeaders("200 OK", [("Content-Type", "text/html")], protocol="HTTP/1.1")
    writer.write_record(writer.create_warc_record("https://e.org/", "response", payload=io.BytesIO(page(FIRST)), http_headers=headers))
    seeds = {
        ".pdf": pdf([set_in_lines(FIRST)]), ".docx": docx(f"<w:p><w:r><w:t>{FIRST}</w:t></w:r></w:p>"), ".eml": mail("A talk", FIRST),
        ".zip": packed.getvalue(), ".warc": crawled.getvalue(), ".html": page(FIRST), ".json": b'{"articles": [{"text": "One.", "date": "2024"}]}',
    }  # fmt: skip
    random = Random(7)
    for ending, seed in seeds.items():
        for _ in range(60):
            data = bytearray(seed)
            for _ in range(random.choice((1, 2, 5, 20))):
                at = random.randrange(len(data))
                data[at : at + random.choice((0, 1, 1, 1, 30))] = random.choice((b"", b"-1", b"\xff", bytes(data[:20]), b"99999999999"))
                data = data or bytearray(b"x")
            source = Source("f", "f", partial(io.BytesIO, bytes(data)))
            try:
                items = [item for _, item in reader(ending)(source, TERMS)]
            except Unfit as unfit:
                items = [Reject("f", unfit.reason, unfit.detail)]
            assert all(isinstance(item, Article | Reject) for item in items)
