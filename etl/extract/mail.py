"""EML: the text of a mail, such as a newsletter; its subject is the title, its sender the author, its day that of publication.

The plain part is read, or the HTML part where there is none to speak of; attachments are not. The day of a mail that forwards another says
nothing of when the article appeared: it is not taken.
"""

from __future__ import annotations

import email
import email.policy
import re
from collections.abc import Iterator
from email.message import EmailMessage, MIMEPart
from email.utils import parseaddr

from etl.extract.fields import article
from etl.extract.fragments import prose
from etl.extract.lines import paragraphs
from etl.extract.sources import Named, Source
from etl.extract.terms import Terms
from etl.rejects import Reason, Unfit

HEADERS_LIMIT = 64_000
"""Bytes of a mail's headers: the library takes the square of them."""
PARTS_LIMIT = 5_000
"""Parts of a mail."""

_BLANK = re.compile(rb"\r?\n\r?\n")
_BOUNDARY = re.compile(rb"^--", re.MULTILINE)
_LONG = re.compile(rb"^[a-z][a-z-]{2,40}:(?:[^\n]|\n[ \t]){20000}", re.MULTILINE | re.IGNORECASE)
_FORWARDED = re.compile(r"\s*(?:fwd?|wg|tr|rv)\s*:", re.IGNORECASE)
_REPLY = re.compile(r"^\s*(?:(?:fwd?|re|wg|aw|tr|rv)\s*:\s*)+", re.IGNORECASE)
_QUOTE = re.compile(r"^(?:> ?)+", re.MULTILINE)
_SIGNATURE = re.compile(r"^-- ?\n", re.MULTILINE)
_HEAD = re.compile(r"[\w-]{2,40}:[ \t]|From ")


def read(source: Source, terms: Terms) -> Iterator[Named]:
    """The one article in a mail.

    Raises:
        Unfit: it is no mail, too large, in an unknown encoding, or has no text of its own.
    """
    data = source.data()
    if not data.strip():
        raise Unfit(Reason.EMPTY)
    if b"\0" in data or not _HEAD.match(data.lstrip()[:100].decode("ascii", "replace")):
        raise Unfit(Reason.BROKEN, "not a mail")
    headers = blank.start() if (blank := _BLANK.search(data)) else len(data)
    if headers > HEADERS_LIMIT or sum(1 for _ in _BOUNDARY.finditer(data)) > PARTS_LIMIT or _LONG.search(data):
        raise Unfit(Reason.TOO_LARGE, f"headers of more than {HEADERS_LIMIT // 1_000} kB, or more than {PARTS_LIMIT:,} parts")
    try:
        message = email.message_from_bytes(data, policy=email.policy.default)
        assert isinstance(message, EmailMessage)
        text = _text(message)
        values = _values(message)
    except (LookupError, UnicodeError) as err:
        raise Unfit(Reason.ENCODING, " ".join(str(err).split())[:120]) from err
    except (ValueError, TypeError, AttributeError, OverflowError, RecursionError) as err:
        # The library reads broken headers as best it can, and not always well.
        raise Unfit(Reason.BROKEN, f"{type(err).__name__}: {' '.join(str(err).split())[:120]}") from err
    if not text.strip():
        held = sum(1 for part in message.walk() if part.get_content_disposition() == "attachment")
        raise Unfit(Reason.NO_TEXT, f"the mail has no text of its own: save its {held} attachments to read them" if held else "")
    yield source.name, article(source.id, text, values, terms.latest)


def _text(message: EmailMessage) -> str:
    plain = message.get_body(("plain",))
    marked = message.get_body(("html",))
    of_plain = _prose(plain) if plain else ""
    of_marked = prose(_content(marked)) if marked else ""
    # The plain part of many newsletters only says where to read them.
    return of_plain if len(of_plain.split()) * 2 >= len(of_marked.split()) else of_marked


def _prose(part: MIMEPart) -> str:
    words = _QUOTE.sub("", _content(part).replace("\r\n", "\n"))
    return "\n\n".join(paragraphs(_SIGNATURE.split(words, maxsplit=1)[0].split("\n")))


def _content(part: MIMEPart) -> str:
    content = part.get_content(errors="strict")
    return content if isinstance(content, str) else ""


def _values(message: EmailMessage) -> dict[str, str]:
    subject = " ".join(str(message.get("Subject", "")).split())
    sender = str(message.get("From", ""))
    name, address = parseaddr(sender)
    forwarded = bool(_FORWARDED.match(subject))
    sent = "" if forwarded else " ".join(re.sub(r"\([^)]*\)", "", str(message.get("Date", ""))).split())
    return {"title": _REPLY.sub("", subject), "author": "" if forwarded else (name or address), "published": sent}
