"""What people are and whom they write for: the words that stand beside a name and are none. All in lower case."""

from __future__ import annotations

import re
from typing import Final

from articlekit_html.metadata.names.words import AROUND


def _any_of(*words: str) -> frozenset[str]:
    """Give the words, which are parted by strokes."""
    return frozenset("|".join(words).split("|"))


WRITERS: Final = _any_of(
    "editor|editors|editor-in-chief|reporter|correspondent|writer|contributor|columnist|journalist|author",
    "redakteur|redakteurin|redaktor|korrespondent|korrespondentin|autorin|journalistin|reporterin|volontär",
    "chefredakteur|chefredakteurin|rédacteur|rédactrice|journaliste|correspondant|correspondante|redactor|redactora",
    "periodista|corresponsal|enviada|enviado|giornalista|inviato|inviata|corrispondente|jornalista|repórter|colunista",
    "correspondente|verslaggever|redacteur|kirjeenvaihtaja|toimittaja|dziennikarz|dziennikarka|redaktorka",
    "корреспондент|обозреватель|редактор|журналист|журналистка|muhabir|muhabiri",
)
"""What those are who write."""

ROLES: Final = WRITERS | _any_of(
    "director|manager|producer|specialist|analyst|founder|co-founder|ceo|cto|cmo|president|professor|expert|strategist",
    "consultant|head|dietitian|nutritionist|photographer|chief|officer|assistant|associate|senior|sr",
    "contributing|managing|freelance|coordinator|engineer|developer|designer|scientist|researcher|lecturer",
    "leiter|leiterin|fotograf|geschäftsführer|geschäftsführerin|directeur|directrice|directora",
)
"""What somebody is, not who: where one of these words stands, a name has ended."""

_BEHIND_A_NAME: Final = _any_of(
    "advocate|adviser|advisor|attorney|lawyer|physician|therapist|trainer|owner|executive|fellow|intern|evangelist",
    "economist|historian|psychologist|marketer|spokesperson|spokeswoman|spokesman|technologist|pharmacist",
    "veterinarian|copywriter|filmmaker|administrator|planner|educator|teacher|entrepreneur|blogger|novelist|critic",
    "representative|secretary|chair|chairman|member|student|partner|cofounder|coo|cfo|cio|vp|lead|staff|former|translator|illustrator",
    "architect|principal",
    "referent|referentin|gründer|gründerin|mitgründer|sprecher|sprecherin|vorstand|vorsitzender|vorsitzende|inhaber",
    "inhaberin|arzt|ärztin|professorin|ingenieur|ingenieurin|gastautor|gastautorin|freier|freie|reporterteam",
    "envoyé|envoyée|professeur|chercheur|chercheuse|avocat|avocate|économiste|ingénieur|responsable|pigiste",
    "profesor|profesora|abogado|abogada|investigador|investigadora|economista|ingeniero|ingeniera|presidente",
    "direttore|direttrice|redattore|redattrice|docente|professore|professoressa|diretor|diretora|editora",
    "directeur|hoogleraar|onderzoeker|директор|эксперт|аналитик|профессор|editörü|yazarı",
)
"""The same where it is said of somebody whose name stands before; alone some are family names."""
_COMPOUND: Final = re.compile(
    r"(?:redakteur|leiter|ingenieur|manager|berater|expert|sprecher|führer|entwickler|forscher|journalist|reporter|"
    r"korrespondent|anwalt|anwält|wissenschaftler|autor|fotograf|vorstand)(?:e|in|innen)?\Z"
)
"""Ends of German compounds for what somebody is: *Wirtschaftsredakteurin*."""

_COLLECTIVES: Final = _any_of(
    "staff|team|editors|editorial|newsroom|newsdesk|desk|associated|agency|agencies|news|magazine|group|gmbh|inc|ltd|llc",
    "ag|e.v|redaktion|redaktionen|redactie|redacción|redacao|redação|redazione|rédaction|redakce|redakcja|toimitus",
    "редакция|redakcija|university|universität|institute|institut|association|foundation|press|blog|media|center",
    "centre|college|school|faculty|division|communications|department|company|society|organization|organisation",
    "ministry|office|council|bureau|network|ministerium|bundesministerium|ministère|ministerio|ministero|ministério",
    "landesanstalt|bundesanstalt|bundesamt|landesamt|verband|bundesverband|verein|stiftung|fraktion|fundación",
    "fondation|fondazione|fundação",
)
"""Words that say that an author is not a person."""
_COLLECTIVE_ENDINGS: Final = ("編集部", "编辑部", "新闻", "日報", "日报", "通信社", "通讯社")
"""The same in languages that part no words."""

_AGENCIES: Final = _any_of(
    "reuters|tass|xinhua|bloomberg|ritzau|kyodo|anadolu|interfax|ukrinform|adnkronos|belga|yonhap|keystone-sda",
    "kathpress|pressetext",
)
_AGENCIES_IN_SHORT: Final = _any_of(
    "afp|dpa|apa|sda|sid|ansa|efe|ap|upi|pap|čtk|ctk|mti|anp|lusa|jiji|pti|ians|aap|agi|epd|kna|ntb|tt|ats|ots|lno",
    "cnn|bbc|npr|nbc|cbs|ndr|wdr|mdr|swr|rbb|zdf|ard|orf|srf|rtl|rai|g1",
)
"""These are names of people too: they are agencies' where they are written in capitals or in small letters."""
_AGENCIES_OF_SEVERAL_WORDS: Final = (" the associated press", " associated press", " bbc news")
_HOST: Final = re.compile(r"^\S+\.[a-z]{2,4}$", re.IGNORECASE)

COUNTRIES: Final = _any_of(
    "germany|deutschland|austria|österreich|switzerland|schweiz|suisse|france|italy|italia|spain|españa|portugal",
    "netherlands|nederland|belgium|belgië|belgique|denmark|danmark|sweden|sverige|norway|norge|finland|suomi",
    "poland|polska|united kingdom|uk|england|scotland|wales|ireland|united states|usa|canada|mexico|méxico|brazil",
    "brasil|argentina|india|china|japan|australia|new zealand|south africa",
)
"""Countries with which an address may end."""
_CITIES: Final = _any_of(
    "new york|los angeles|san francisco|washington dc|washington d.c|hong kong|tel aviv|são paulo|buenos aires",
    "new delhi|kuala lumpur|rio de janeiro|mexico city|ciudad de méxico|cape town|santiago de chile|st petersburg",
    "san josé|san jose|san diego|new orleans|las vegas|ho chi minh city|addis ababa|abu dhabi|den haag|the hague",
)
"""Places that are written as names of people are: two words and more."""


def place_of_role(name: str) -> int | None:
    """Give the number of the first word that says what somebody is."""
    return next((n for n, word in enumerate(name.lower().split()) if word.strip(AROUND) in ROLES), None)


def is_collective(name: str) -> bool:
    """Whether a name says of itself that it is one of a house, a group or an agency."""
    parts = {part.strip(AROUND) for part in name.lower().split()}
    return (
        not parts.isdisjoint(_COLLECTIVES)
        or not parts.isdisjoint(_AGENCIES)
        or name.endswith(_COLLECTIVE_ENDINGS)
        or _HOST.search(name) is not None
        or (not parts.isdisjoint(_AGENCIES_IN_SHORT) and any(map(is_agency, name.split())))
    )


def begins_as_a_house(name: str) -> bool:
    """Whether one of the first two words is one of houses and groups."""
    return not _COLLECTIVES.isdisjoint(name.lower().split()[:2])


def is_agency(word: str) -> bool:
    """Whether a word is the name of a news agency, as agencies write theirs."""
    word = word.strip(AROUND)
    small = word.lower()
    return small in _AGENCIES or (small in _AGENCIES_IN_SHORT and (word.isupper() or word.islower()))


def before_agency(name: str) -> str:
    """Cut off the agency that a name ends with, where nothing parts the two."""
    behind = next(filter(name.lower().endswith, _AGENCIES_OF_SEVERAL_WORDS), None)
    if behind is not None:
        return name[: -len(behind)]
    who, _, last = name.rpartition(" ")
    return who if is_agency(last) else name


def is_said_of_somebody(part: str) -> bool:
    """Whether what stands behind a name says what its bearer is, whom they write for, or where they are."""
    words = [word.strip(AROUND) for word in part.lower().split()]
    return (
        any(word in _BEHIND_A_NAME or _COMPOUND.search(word) for word in words)
        or is_collective(part)
        or part.strip(AROUND).lower() in _CITIES
    )
