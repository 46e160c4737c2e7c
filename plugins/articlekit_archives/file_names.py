"""What the name of a file in an archive says of it."""

from __future__ import annotations

import re
from itertools import islice
from pathlib import PurePosixPath
from typing import Final

# Anything may be in a file without an ending.
_TYPES: Final = {
    ".html": "text/html", ".htm": "text/html", ".xhtml": "application/xhtml+xml", ".php": "text/html",
    ".shtml": "text/html", ".asp": "text/html", ".aspx": "text/html", ".jsp": "text/html", ".cfm": "text/html",
    ".json": "application/json", ".jsonl": "application/jsonl",
    ".xml": "application/xml", ".rss": "application/rss+xml", ".atom": "application/atom+xml",
    ".md": "text/markdown", ".markdown": "text/markdown", ".txt": "text/plain",
    ".mhtml": "multipart/related", ".mht": "multipart/related", ".eml": "message/rfc822", ".mbox": "application/mbox",
    ".zip": "application/zip", ".warc": "application/warc", ".gz": "application/gzip", ".wacz": "application/wacz",
    ".bz2": "application/x-bzip2", ".xz": "application/x-xz", ".zst": "application/zstd",
    ".tar": "application/x-tar", ".tgz": "application/gzip", ".tbz2": "application/x-bzip2", ".txz": "application/x-xz",
    "": "",
}  # fmt: skip
# What a Mac adds, and what begins with a dot; two dots are the folder above.
_HIDDEN = re.compile(r"(?:^|/)(?:__MACOSX/|\.(?!\.?/)[^/]+(?:/|$))")
# Where browsers put what a page shows, in the languages they speak.
_FOLDER = re.compile(
    r"(?<=[^/])(?:[_.-](?:files|filer)|-Dateien|_fichiers|_archivos|_arquivos|_ficheiros|_bestanden"
    r"|_pliki|_soubory|_tiedostot|_dosyalar)/"
)
_FOLDER_LIMIT: Final = 8
_PAGES: Final = (".html", ".htm", ".xhtml")
# What stood behind the path of the address is kept by crawlers: index.html?p=1.
_QUERY = re.compile(r"(?<=\.)([a-z][a-z0-9]{1,5})\?[^/]*$", re.IGNORECASE)


def media_type(name: str) -> str | None:
    """Give the media type of what articles are read from, empty where the name has no ending; None of all else."""
    return _TYPES.get(ending(name))


def is_hidden(name: str) -> bool:
    """Whether people do not see it."""
    return _HIDDEN.search(name) is not None


def pages_around(name: str) -> tuple[str, ...]:
    """Give the names of pages that may show a file, if it is in a folder of such files: `a_files/ad.html`, a.html."""
    folders = islice(_FOLDER.finditer(name), _FOLDER_LIMIT)
    return tuple(f"{name[: folder.start()]}{page}" for folder in folders for page in _PAGES)


def ending(name: str) -> str:
    """Give the last ending in lower case with its dot, without the query of an address."""
    last = PurePosixPath(name).suffix.lower()
    return last if last in _TYPES else PurePosixPath(_QUERY.sub(r"\1", name)).suffix.lower()
