"""What the words that credit a source are: a pronoun, a name, or a description, and of what."""

import re
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache

from hearsay.records.source import SourceKind
from hearsay.resolve.gazette import Named, look_up
from hearsay.resolve.words import words

NAME_WORD = r"(?:[^\W\d_a-z][\w.&'’-]*|\d+[A-Z]\w*)"
"""A word that can stand in a name: it opens with a letter that is not small."""
_GAP = r"[^\S\n]+"
_PARTICLE = (
    r"(?:of|the|for|and|de|del|della|di|da|dos|du|la|le|el|al|bin|ibn|van|von|der|den|ten|ter|y|og|och|und|et|für|pour|"
    r"para|por|er|av|för|på|zur|zum|&)"
)
_NAME = re.compile(rf"{NAME_WORD}(?:{_GAP}(?:(?:{_PARTICLE}{_GAP}){{1,2}}(?={NAME_WORD}))?{NAME_WORD})*")
_TOKEN = re.compile(r"[\w&][\w.&'’-]*")
_AND = re.compile(r"\s(?:and|y)\s")
_STOP = re.compile(r"(?<=[^\W_]{3})\.\s")
_OWNER = re.compile(r"(?<=['’]s)\s|(?<=s['’])\s")
_OF = re.compile(r"\s(?:of|for)\s")
_ABBREVIATION = re.compile(r"(?:\b\w|\.\w|\b(?:Inc|Corp|Ltd|Co|Jr|Sr|Bros|St|Calif|Pa|Mass|Conn|Va|Fla|Gov|Dept))\.$")
"""Dots that belong to a name's last word."""
_POSSESSIVE = re.compile(r"['’]s?$")
_ARTICLE = re.compile(r"^(?:the|a|an|his|her|its|their|our|my|this|that)\s+", re.I)
_APPOSITION = re.compile(r"\s*(?:,|\(|\s[–—]\s|\s-\s|\bwho\b|\bwhich\b|\bthat\b)")
_PREPOSITION = re.compile(
    r"\s+(?:of|in|at|for|from|with|close|familiar|near|on|inside|outside|within|by|to|briefed|who|that|which|leaving|"
    r"dated|polled|surveyed|interviewed|contacted|questioned|reached|calling|camped|working|seen|obtained|prepared|affiliated|involved|representing|speaking)\b"
)
HE = frozenset("he him his himself".split())
SHE = frozenset("she her hers herself".split())
IT = frozenset("it its itself".split())
THEY = frozenset("they them their themselves".split())
SPEAKER = frozenset("i we me us my our".split())
RELATIVE = frozenset("who which that whom whose".split())


_SEEN = re.compile(r"\s*,?\s+(?:and\s+|that\s+was\s+)?(?:(?:seen|obtained|reviewed|viewed|published)\s+by|dated)\s.*$")


class Form(Enum):
    """How a mention refers."""

    PRONOUN = "pronoun"
    NAME = "name"
    DESCRIPTION = "description"


@dataclass(frozen=True, slots=True)
class Mention:
    """The words that credit a source, taken apart."""

    words: str
    """As they stand, outer blanks and a possessive ending left out."""
    form: Form
    name: str
    """The proper name in them without titles, else the words without their article."""
    head: str
    """The last word of the phrase's core, in small letters: "spokesman" in "a spokesman for the chain"."""
    kind: SourceKind | None
    definite: bool
    """Whether an article, a possessive or a demonstrative says that it is known which one."""


def mention(phrase: str) -> Mention:
    """Take apart the words that credit a source."""
    phrase = _POSSESSIVE.sub("", _SEEN.sub("", " ".join(phrase.split())).strip('"“”,:;- '))
    if phrase.endswith(".") and not re.search(r"\b\w\.$", phrase):
        phrase = phrase[:-1]
    low = phrase.lower()
    if low in HE | SHE | IT | THEY | SPEAKER | RELATIVE:
        return Mention(phrase, Form.PRONOUN, phrase, low, _pronoun_kind(low), definite=True)
    core = _core(phrase)
    bare = _ARTICLE.sub("", core)
    tokens = _TOKEN.findall(_before_more(bare)) or _TOKEN.findall(bare) or [phrase]
    head = _POSSESSIVE.sub("", tokens[-1]).lower()
    definite = bool(re.match(r"(?:the|his|her|its|their|our|this|that)\b", phrase, re.I)) or bool(
        re.match(r"[^,]*?['’]s?\s", bare)
    )
    name = None if _is_several(core) else _proper(bare, head)
    if name is not None:
        return Mention(phrase, Form.NAME, name, head, _name_kind(name, bare), definite)
    return Mention(phrase, Form.DESCRIPTION, bare, head, _noun_kind(head, core), definite)


def _before_more(bare: str) -> str:
    """A phrase without what follows its noun: "of …", "who …", and "advising …" behind a noun for people."""
    short = _PREPOSITION.split(bare)[0]
    for cut in re.finditer(r"(?<=[\w’'])\s+[a-z]+ing\s", short):
        before = _TOKEN.findall(short[: cut.start()])
        if before and (before[-1].lower() in words("persons") | words("groups")):
            return short[: cut.start()]
    return short


def short(phrase: str) -> str | None:
    """A known one's description without what follows its noun: "the ministry in Berlin" is "ministry" too."""
    found = mention(phrase)
    if found.form is not Form.DESCRIPTION or not (found.definite or found.kind is SourceKind.DOCUMENT):
        return None
    return _PREPOSITION.split(found.name)[0]


def names_in(text: str) -> list[tuple[int, str]]:
    """The runs of name words in ``text``, each with where it starts; common words that open them are left out."""
    found = []
    for at, run in _runs(text):
        tokens = list(re.finditer(r"\S+", run))
        skipped = words("common") if len(tokens) > 1 else words("common") | words("ambiguous")
        names = [token for token in tokens if token[0].strip(".").lower() not in skipped]
        if not names:
            continue
        name = run[names[0].start() : names[-1].end()]
        if name.endswith(".") and not _ABBREVIATION.search(name):
            name = name[:-1]
        if not name[0].islower() and not is_common_plural(name):
            found.append((at + names[0].start(), name))
    return found


def _runs(text: str) -> list[tuple[int, str]]:
    """Runs of name words; "and" joins two only in the name of a body ("Department of Health and Human Services"), and
    "of" only after its noun: not in "Ida Holm of Nordsee Bank".
    """
    found = []
    for match in _NAME.finditer(text):
        start, rest = match.start(), match[0]
        while cut := _joint(rest):
            found.append((start, rest[: cut.start()]))
            after = rest[cut.end() :].removeprefix("the ")
            start, rest = start + len(rest) - len(after), after
        found.append((start, rest))
    return found


def _joint(run: str) -> re.Match[str] | None:
    """Where a run of name words falls into two names, None where it is one."""
    for stop in _STOP.finditer(run):
        if run[: stop.start()].rsplit(maxsplit=1)[-1].lower() not in words("titles"):
            return stop
    for owner in _OWNER.finditer(run):
        entry = look_up(run[owner.end() :].split(maxsplit=1)[0])
        if entry is not None and entry.kind is Named.PEOPLE:
            return owner  # "Velo Motors' German plants"
    cut = _AND.search(run)
    adjective = cut is not None and re.search(r"\w(?:al|ic|ar|ary)$", run[: cut.start()])
    if cut is not None and not adjective and not re.search(r"\s(?:of|for)\s", run[: cut.start()]):
        return cut
    cut = _OF.search(run)
    if cut is not None and is_common_plural(run[: cut.start()]):
        return cut  # "Members of the Harbour Union"
    tokens = run[: cut.start()].split() if cut is not None else []
    return cut if len(tokens) > 1 and not is_body(tokens) and not _is_title(tokens[-1]) else None


@lru_cache(maxsize=4096)
def is_common_plural(word: str) -> bool:
    """Whether a word that opens a sentence is a noun for several people or papers: "Members", "Figures"."""
    word = word.rstrip("'’")
    low, one = word.lower(), _of_one(word.lower())
    if " " in word or not word.istitle() or low == one or low in words("outlets") | words("bodies"):
        return False
    return low in words("groups") or one in words("persons") | words("roles") | (words("documents") - words("outlets"))


def person_name(phrase: str) -> str | None:
    """The person's name that closes ``phrase``, what comes before its last title left out: at most four words.

    A single word is one only after a title ("Mr. Trump"). None where no such name closes the phrase.
    """
    runs = names_in(phrase)
    if not runs or not phrase.endswith(runs[-1][1]):
        return None
    tokens = runs[-1][1].split()
    titles = [i for i, token in enumerate(tokens[:-1]) if _is_title(token)]
    tokens = tokens[titles[-1] + 1 :] if titles else tokens
    least = 1 if titles else 2
    return " ".join(tokens) if least <= len(tokens) <= 4 and not set(map(str.lower, tokens)) & _BODIES else None


_BODIES = frozenset("of for and the &".split())


def _is_title(token: str) -> bool:
    return _POSSESSIVE.sub("", token).strip(".").lower() in words("titles") or bool(re.fullmatch(r"\w+['’]s", token))


def _core(phrase: str) -> str:
    """The phrase up to an apposition or a relative clause; the apposition where the name stands there."""
    cut = _APPOSITION.search(phrase)
    if cut is None or cut.start() == 0:
        return phrase
    before, after = phrase[: cut.start()], phrase[cut.end() :].strip(" ,()")
    # "a spokeswoman for the chain, Tessa Brandvold": the name comes after its description.
    named = _APPOSITION.split(after)[0]
    person = person_name(named)
    titled = person is not None and all(_is_title(t) for t in named.removesuffix(person).split())
    if titled and named.endswith(person or "") and person_name(before) is None:
        return named
    bare = _ARTICLE.sub("", before)
    if names_in(named) == [(0, named)] and not names_in(bare) and _PREPOSITION.search(bare) is None:
        head = _TOKEN.findall(bare)[-1:]
        if head and head[0].lower() in words("organizations"):
            return named  # "the national weather institute, Inamet"
    return before


def _is_several(core: str) -> bool:
    """Whether "and" joins two who are credited: "police and prosecutors", "Ida Holm and Bo Lind"."""
    for cut in _AND.finditer(core):
        left, right = core[: cut.start()], core[cut.end() :]
        if any(" and " in run for _, run in names_in(core)):
            return False
        if re.match(r"(?:the|a|an|his|her|its|their)\s", right):
            return True
        last = re.split(r"\s+", left)[-1].strip("'’s").lower()
        known = words("groups") | words("organizations")
        if (names_in(left)[-1:] and left.endswith(names_in(left)[-1][1])) or (
            last in known and last not in words("titles")
        ):
            return True
        if last == "police":
            return True
    return False


def _proper(bare: str, head: str) -> str | None:
    """The name that the phrase is, or None for a description that at most holds one."""
    short = _before_more(bare)
    runs = names_in(short)
    if not runs or not short.endswith(runs[-1][1]):
        return None
    name = runs[-1][1]
    tokens = name.split()
    if runs[-1][0] == 0 and len(tokens) == 1 and _is_common(head):
        return None  # "Officials", "Residents": a capital only because a sentence opens there
    person = person_name(short)
    if person is not None and len(tokens) > 1 and not is_body(tokens):
        return person
    if short == bare:
        return name
    # "University of Oslo", "Department for Business and Trade"
    whole = _NAME.match(bare)
    return whole[0] if whole is not None else name


def _is_common(head: str) -> bool:
    kinds = ("groups", "persons", "documents")
    one = _of_one(head)
    return any(head in words(kind) or one in words(kind) for kind in kinds) or (
        one != head and one in words("organizations")
    )


def _of_one(head: str) -> str:
    """A plural's singular: "agency" of "agencies"; by spelling alone."""
    if head.endswith("wives"):
        return head[:-3] + "fe"
    return head[:-3] + "y" if head.endswith("ies") else head.removesuffix("s")


def is_body(tokens: list[str]) -> bool:
    """Whether the last word of a name tells that it is not a person's."""
    last = tokens[-1].strip(".").lower()
    return any(last in words(kind) for kind in ("bodies", "organizations", "outlets", "documents"))


def _name_kind(name: str, bare: str) -> SourceKind | None:
    tokens = name.split()
    lead = bare[: bare.find(name)].lower().split() if name in bare else []
    if (
        is_body(tokens)
        or (len(tokens) > 1 and tokens[0].lower() in words("organizations"))
        or set(map(str.lower, tokens)) & _BODIES
    ):
        return SourceKind.ORGANIZATION
    if any(word in words("persons") or word in words("titles") for word in lead[-2:]):
        return SourceKind.PERSON
    if any(word in words("organizations") for word in lead[-1:]):
        return SourceKind.ORGANIZATION
    if person_name(bare) == name and name != bare:
        return SourceKind.PERSON
    if name.isupper() and len(name) > 1:
        return SourceKind.ORGANIZATION
    return None


def _noun_kind(head: str, core: str) -> SourceKind | None:
    if re.match(r"(?:one|another)\s+of\b", core, re.I):
        return SourceKind.PERSON
    if _is_several(core) or (" and " in core and (head in words("persons") or head in words("organizations"))):
        return SourceKind.GROUP
    for kind, table in (
        (SourceKind.GROUP, "groups"),
        (SourceKind.PERSON, "persons"),
        (SourceKind.DOCUMENT, "documents"),
        (SourceKind.ORGANIZATION, "organizations"),
    ):
        if head in words(table):
            return kind
    if head.endswith("s") and (head[:-1] in words("documents")):
        return SourceKind.DOCUMENT
    return (
        SourceKind.GROUP if head.endswith("s") and _of_one(head) in words("persons") | words("organizations") else None
    )


def _pronoun_kind(low: str) -> SourceKind | None:
    if low in HE | SHE | {"i", "me", "my"}:
        return SourceKind.PERSON
    return SourceKind.ORGANIZATION if low in IT else None
