"""The words by which English says that somebody says something: the cue lexicon, written by hand.

Each word form has a class. The rules look for these words; the sequence model sees the classes as features.
"""

from __future__ import annotations

from typing import Final

_SPEECH: Final = """
say tell add write ask note report announce argue explain reply respond tweet post claim state insist declare warn
suggest acknowledge admit concede continue recall observe remark comment mention describe joke quip repeat reiterate
allege assert contend maintain predict deny confirm testify vow pledge promise urge answer caution conclude confess
complain counter declare disclose emphasize stress estimate exclaim express forecast hint imply indicate inform
interject lament advise muse opine pronounce propose protest quote reveal shout specify speculate swear wonder yell
cite boast clarify elaborate point recount retort tout underscore whisper rule proclaim preach plead demand recommend
reason rail chant scream mutter murmur gush scoff sneer spell stipulate tease text email blog broadcast
"""
_THOUGHT: Final = """
think believe know feel hope expect want fear worry doubt consider understand assume suspect guess wish intend plan
decide agree disagree determine find see realize learn hear figure prefer regard view remember forget imagine anticipate
conclude suppose mean need seek try aim refuse decline like love hate dream trust question recognize ponder fret vote
"""
_JUDGEMENT: Final = """
call accuse criticize blame praise condemn denounce attack blast slam support oppose endorse back reject dismiss defend
challenge invite order request discuss address label brand compare deride mock ridicule decry laud applaud
welcome favor champion cite credit thank apologize rebuke chide scold dispute refute rebut brush characterize portray
depict frame cast signal show seem appear approve authorize require prohibit ban allow permit threaten offer convince
persuade encourage push press pressure lobby instruct direct nominate appoint sue
"""
_NOUNS: Final = """
statement claim comment remark report poll survey study interview tweet speech letter memo email announcement allegation
accusation argument assertion belief opinion view idea notion plan proposal promise pledge vow warning suggestion call
demand request decision order ruling evidence fear concern hope expectation criticism question answer response testimony
conclusion estimate prediction message post book article editorial column data analysis findings accord word news rumor
rumour suspicion doubt desire effort intention wish support opposition agreement thought perception feeling judgment
assessment explanation excuse complaint charge recommendation advice
"""
_STATES: Final = """
confident certain sure convinced worried concerned aware afraid hopeful skeptical adamant optimistic pessimistic proud
glad sorry angry surprised shocked clear likely unlikely willing ready eager reluctant critical supportive opposed
committed determined supposed alleged reported accused
"""
_IRREGULAR: Final = {
    "say": "said", "tell": "told", "write": "wrote written", "think": "thought", "know": "knew known", "feel": "felt",
    "find": "found", "see": "saw seen", "hear": "heard", "mean": "meant", "seek": "sought", "show": "showed shown",
    "forget": "forgot forgotten", "understand": "understood", "swear": "swore sworn", "forecast": "forecast",
    "broadcast": "broadcast", "cast": "cast", "spell": "spelt spelled", "plead": "pled pleaded",
    "learn": "learnt learned", "dream": "dreamt dreamed",
}  # fmt: skip
_DOUBLED: Final = frozenset(("plan", "admit", "quip", "refer", "ban", "permit", "chat", "blog", "slam", "prefer"))
_NOT_DOUBLED_E: Final = frozenset(("see", "agree", "disagree"))


def _forms(verb: str) -> list[str]:
    """The written forms of a regular verb, or an irregular one's own past."""
    if verb in _DOUBLED:
        stem = verb + verb[-1]
    elif verb.endswith("e") and verb not in _NOT_DOUBLED_E:
        stem = verb[:-1]
    else:
        stem = verb
    if verb.endswith("y") and verb[-2] not in "aeo":
        third, past = verb[:-1] + "ies", verb[:-1] + "ied"
    else:
        third = verb + ("es" if verb.endswith(("s", "sh", "ch", "x")) else "s")
        past = stem + ("d" if stem.endswith("ee") else "ed")
    return [verb, third, stem + "ing", *_IRREGULAR.get(verb, past).split()]


def _classes() -> dict[str, str]:
    classes = dict.fromkeys(_STATES.split(), "state")
    for noun in _NOUNS.split():
        classes[noun] = classes[noun + "s"] = "noun"
    for name, verbs in (("judge", _JUDGEMENT), ("think", _THOUGHT), ("speak", _SPEECH)):
        for verb in verbs.split():
            for form in _forms(verb):
                tense = (
                    "ing" if form.endswith("ing") else "base" if form == verb else "s" if form == verb + "s" else "past"
                )
                classes[form] = f"{name}-{tense}"
    return classes


CUE_CLASSES: Final = _classes()
"""The class of each cue word, lower case: ``speak-past`` of ``said``, ``noun`` of ``statement``."""
