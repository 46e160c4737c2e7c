"""What readers wrote behind an article, where no name says so; and what looks like it and is the author's."""

import pytest

import articlekit
from plugins.html.shells import page

SAID = (
    "The water reached the first houses shortly after midnight, and by two it stood in every cellar of the lower town.",
    "“We had ten minutes,” said Ada Brook, who keeps the mill. “Ten minutes to bring up what can be carried.”",
    "Nobody was hurt. The bridge, which is from 1740, held; the weir above it did not, and will not be built again.",
    "Engineers of the county will look at the dam on Monday, and the council meets on Thursday to hear what it costs.",
    "Until then nobody is to drive over the bridge, and the school on the other bank stays closed for the whole week.",
)
TEXT = "".join(f"<p>{said}</p>" for said in SAID)
ANSWERS = (
    "I have crossed it every day for thirty years, and never once did anybody from the county stop to look at it.",
    "Who would have thought that. My father told them so in 1990 already, and they laughed at him then.",
    "Close it now, please, before somebody is hurt. It is only a bridge, and there is another one at the mill.",
    "The lower town can not take those lorries: there is a school there, and no pavement at all.",
)
FORM = "<form><textarea></textarea><button>Send</button></form>"


def entries(head: str, foot: str = "", tag: str = "div", said: tuple[str, ...] = ANSWERS) -> str:
    """Give entries, each with a head, which may hold its number, and a foot."""
    return "".join(
        f"<{tag} class='k7 q{n}'>{head.format(n=n)}<p>{words}</p>{foot.format(n=n)}</{tag}>"
        for n, words in enumerate(said, 1)
    )


def read(body: str) -> str:
    return articlekit.parse(page("utility", body), format="html").text


NAMED = "<div><span>Reader {n}</span> <span>May {n}, 2025, 10:1{n}</span></div>"
SHORT = "<div>Reader {n}</div><span>{n} h</span>"
REPLY = "<button>Reply</button>"
BY_READERS = "<div><a href='https://r.example/{n}' rel='nofollow ugc'>Reader {n}</a> {n}.5.2025</div>"


@pytest.mark.parametrize(
    "behind",
    [
        f"<div><h3>What you say</h3>{entries(NAMED)}{FORM}</div>",
        f"<div><h3>What you say</h3>{FORM}{entries(SHORT, tag='article')}</div>",
        f"<div><h2>4 answers</h2>{entries(NAMED)}</div>",
        f"<div><div>4 Antworten auf „Die Flut“</div><ol>{entries(NAMED, tag='li')}</ol></div>",
        f"<ul>{entries(BY_READERS, tag='li')}</ul>",
        f"<section><h3>What you say</h3>{entries(NAMED, REPLY)}</section><section>{FORM}</section>",
        f"<section>{entries('', '<p>Reply</p>')}{FORM}</section>",
        f"<h2>4 answers</h2><ol>{entries('<footer><b>Reader {n}</b> May {n}</footer>', tag='li')}</ol>",
    ],
    ids=["form", "form over them", "count", "count and name", "links", "button and form", "no day", "footers"],
)
def test_it_is_no_text(behind: str) -> None:
    text = read(f"{TEXT}{behind}")

    assert text.startswith("\n\n".join(SAID))
    assert not any(said in text for said in ANSWERS)


BEGUN = f"<p>{SAID[0]}</p><p>{SAID[1]}</p><p>{SAID[2]}</p>"
REPORTS = tuple(f"{said} {SAID[n]} {SAID[n + 1]}" for n, said in enumerate(ANSWERS))
HOUR = "<span>1{n}:30</span>"
FACTS = "".join(f"<p>It has {what} of stone, which all can see.</p>" for what in ("arches", "piers", "towers", "steps"))


@pytest.mark.parametrize(
    "body",
    [
        f"{BEGUN}<div>{entries(HOUR, said=REPORTS)}</div>",
        f"{BEGUN}<div>{entries(HOUR, '<button>Share</button>', said=REPORTS)}</div><p>{SAID[4]}</p>",
        f"{BEGUN}<div>{entries(HOUR, said=REPORTS)}</div><section><h3>What you say</h3>{FORM}</section>",
        f"{BEGUN}<h2>4 arches</h2><div>{entries('<h3>Arch {n}</h3><p>May {n}, 2025</p>', said=REPORTS)}</div>",
        f"<div>{entries(NAMED, said=REPORTS)}</div>{FORM}",
        f"{TEXT * 3}<div>{entries(FACTS + '<p>Since May {n}, 1990</p>' + FACTS, said=REPORTS)}{FORM}</div>",
    ],
    ids=["by the hour", "to be shared", "before a form", "with headings", "the text itself", "a day in the midst"],
)
def test_reports_with_days_are_text(body: str) -> None:
    text = read(body)

    assert all(said in text for said in REPORTS)
