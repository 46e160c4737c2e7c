"""Archives: pages as browsers save them (MHTML), mail, ZIP, TAR, WARC and WACZ; every page in them is an article."""

from __future__ import annotations

from articlekit.plugin import Parser, hookimpl
from articlekit_archives import mail, mhtml, reading, tarred, wacz, warc, zipped

__all__ = ["articlekit_parsers"]


@hookimpl
def articlekit_parsers() -> list[Parser]:
    """Bring the parsers of the kinds of archives."""
    return [
        Parser(
            format="mail",
            summary="Saved mail: its letter, HTML or plain, and the mails inside it",
            sniff=mail.sniff,
            parse=reading.reader_of("mail"),
            binary=True,
            media_types=("message/rfc822", "application/mbox"),
            extensions=(".eml", ".mbox"),
        ),
        Parser(
            format="mhtml",
            summary="MHTML, the one file that a browser saves a page as",
            sniff=mhtml.sniff,
            parse=reading.reader_of("mhtml"),
            binary=True,
            media_types=("multipart/related", "message/rfc822", "application/x-mimearchive"),
            extensions=(".mhtml", ".mht"),
        ),
        Parser(
            format="zip",
            summary="ZIP archives of saved pages, feeds and posts",
            sniff=zipped.sniff,
            parse=reading.reader_of("zip"),
            binary=True,
            media_types=("application/zip", "application/x-zip-compressed"),
            extensions=(".zip",),
        ),
        Parser(
            format="tar",
            summary="TAR archives of saved pages, feeds and posts, compressed or not",
            sniff=tarred.sniff,
            parse=reading.reader_of("tar"),
            binary=True,
            media_types=("application/x-tar", "application/x-gtar"),
            extensions=(".tar", ".tar.gz", ".tgz", ".tar.bz2", ".tbz2", ".tar.xz", ".txz", ".tar.zst"),
        ),
        Parser(
            format="warc",
            summary="WARC 1.0 and 1.1, as crawlers write it, compressed or not",
            sniff=warc.sniff,
            parse=reading.reader_of("warc"),
            binary=True,
            media_types=("application/warc", "application/warc+gzip"),
            extensions=(".warc", ".warc.gz"),
            extra="warc",
        ),
        Parser(
            format="wacz",
            summary="WACZ, a ZIP of WARC files with their index",
            sniff=wacz.sniff,
            parse=reading.reader_of("wacz"),
            binary=True,
            media_types=("application/wacz", "application/x-wacz"),
            extensions=(".wacz",),
            extra="warc",
        ),
    ]
