"""For whom a phrase speaks: "a spokesman for the Danish defence ministry" for Denmark, "the company's chief" for it.

A phrase names its side by a body, a country or a place; a common noun ("the company", "the navy", "the mayor") by what
the report has named before, or by where it is set. What can be told in two ways is not told.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass

from hearsay.resolve.gazette import STATES, Entry, Found, Named, look_up
from hearsay.resolve.gazette import find_entries as every_entry
from hearsay.resolve.mention import is_body, names_in, person_name
from hearsay.resolve.names import Names
from hearsay.resolve.public import is_national, is_of_its_own, is_public, located, statistics_of
from hearsay.resolve.setting import Setting, is_outlet
from hearsay.resolve.words import side_words, words

_UNSIDED = re.compile(
    r",?\s+(?:(?:who|which|that)\s+(?:is|are|was|were)\s+)?(?:(?:very\s+)?close to|familiar with|aware of|"
    r"briefed (?:on|about|by)|with (?:direct |first-?hand )?knowledge of|involved in|privy to|seen by|obtained by|"
    r"reviewed by|prepared to|polled by|surveyed by|interviewed by|contacted by|who\b|which\b|leaving|fleeing)\b.*$",
    re.S,
)
_PLACED = re.compile(
    r"(?:\b(?:in|near|outside|to|on|about|over|against|around|across|opposite|toward|towards|through)|–|-)"
    r"\s+(?:the\s+)?(?:\w+\s+)?$",
    re.I,
)
_FROM = re.compile(r"\bfrom\s+$", re.I)
_LOCATED = re.compile(r"\b(?:in|of|near|at)\s+(?:the\s+)?$", re.I)
_JOINED = re.compile(r"\s+and\s+|,\s+")
_WORD = re.compile(r"[\w&][\w.&’'-]*")
_EMPLOYED = frozenset("analyst analysts expert experts economist economists strategist strategists".split())
_EXECUTIVE_OFFICE = frozenset("president premier chancellor minister ministers government taoiseach".split())
_IN = re.compile(r"\b[Ii]n (?:the (?:town|city|village) of )?([A-Z][\w'’-]+)(?=[\s,.])")
_POLICE = frozenset("police detectives detective constabulary".split())
_TOWN = frozenset("mayor mayors city town municipal municipality councillor councillors alderman borough local".split())
_BOARD = frozenset("board management boardroom shareholders".split())
_PARLIAMENTS = frozenset("senate congressional parliamentary congress".split())
_PAPERS = frozenset("record records document documents paper papers filing filings".split())
_SPOKESMEN = frozenset("spokesman spokeswoman spokesperson".split())
_PORTFOLIOS = frozenset("finance defence defense foreign interior administration".split())
_EXECUTIVES = frozenset("director directors manager managers executive executives officer".split())
"""Who heads a company's finances too: "finance director"."""
_MEDIA = ("broadcaster", "newspaper", "daily", "magazine", "weekly", "website", "tabloid")
_SPEAKERS = frozenset("spokesman spokeswoman spokesperson aide aides adviser advisers office".split())
_MINISTERS = frozenset("minister undersecretary premier".split())
_OFFICE_BEHIND = re.compile(r"\s(?:[Mm]inist(?:er|ers|ry)|[Ss]ecretary|[Dd]epartment)\b")
"""Behind "Labour", which then is what a minister is in charge of, and no party."""
_DOMAIN = re.compile(r"(?:Deputy\s)?[A-Z][\w-]+(?:\s(?:and\s)?[A-Z][\w-]+)?\s(?:Minister|Secretary)\b")
"""Opens a run of name words with what a minister is in charge of."""
_NATIONAL_POLICE = re.compile(r"\b[Nn]ational [Pp]olice\b")
_LABOUR = re.compile(
    r"\b(?:[Uu]nions?|[Ss]trikes?|[Ss]triking|[Ww]alkouts?|[Ww]ages?|[Ll]abou?r|[Nn]ational mediator)\b"
)
_LOCAL_POLICE = frozenset(
    "Argentina,Australia,Austria,Belgium,Brazil,Canada,China,Germany,India,Japan,Mexico,Netherlands,Pakistan,"
    "Philippines,Spain,Switzerland,United Kingdom,United States".split(",")
)
"""Countries where towns or regions have police of their own; elsewhere it is the nation's."""
_FILINGS = frozenset("filing filings results earnings prospectus".split())
_COMPANY = frozenset("company firm group carmaker automaker chain".split())


@dataclass(slots=True)
class Sides:
    """Tells the sides of one report."""

    text: str
    names: Names
    setting: Setting
    bearer: Callable[[str, int], str | None]
    """The name that a common noun ("bank") stands for at a place in the text, None where the text does not tell."""

    def of(self, phrase: str, *, at: int, person: bool = False) -> str | None:
        """The side of a phrase that stands at ``at``; ``person`` for one that describes somebody named."""
        phrase = _UNSIDED.sub("", phrase).strip()
        tokens = _tokens(phrase)
        if not tokens:
            return None
        if not person and " and " in phrase and look_up(phrase) is None and not _is_one_name(phrase):
            told = {self.of(part, at=at) for part in _JOINED.split(phrase)}
            return told.pop() if len(told) == 1 else None
        low = set(tokens)
        entries = find_entries(phrase)
        political = {f.entry.party for f in entries if f.entry.kind is Named.POLITICAL}
        if political and not low & _EXECUTIVE_OFFICE:
            return political.pop() if len(political) == 1 else None
        private = _is_private(phrase)
        if _is_nobodys(low) or (private and not low & (_EMPLOYED | {"source", "sources"})):
            return None
        if {"attorney", "general"} <= low and not low & {"us", "u.s", "deputy", "assistant", "federal"}:
            return self._attorney_general(entries)
        named = self._by_name(phrase, entries=entries, low=low)
        return named if named is not None or private else self._by_noun(phrase, tokens, at=at, person=person)

    def _attorney_general(self, entries: list[Found]) -> str | None:
        """Whose: in the United States each state has one, and the report may not say which."""
        states = (f.entry.party for f in entries if f.entry.kind in (Named.REGION, *STATES))
        home = self.setting.country if self.setting.country != "United States" else None
        return next(states, None) or self.setting.region or home

    def of_name(self, name: str) -> str | None:
        """The side of a body by its name: a country for its bodies, else the name itself; None for an outlet."""
        media = {other for noun in _MEDIA for _, other in self.names.called.get(noun, ())}
        if is_outlet(name) or name in media:
            return None
        return self._run(name, low=set(_tokens(name)), whole=True)

    def _of_described(self, name: str) -> str:
        """The country of a body that the report calls a nation's, "the national weather service", else its name."""
        for phrase in self.names.described.get(name, ()):
            if is_national(phrase):
                nation = next((f for f in find_entries(phrase) if f.entry.kind in STATES), None)
                country = self.setting.country if nation is None else nation.entry.country
                return country if country is not None else name
        return name

    def _by_name(self, phrase: str, *, entries: list[Found], low: set[str]) -> str | None:
        """The side that a name in the phrase tells: a body's before a nation's, a nation's before a place's."""
        runs = [(at, run) for at, run in names_in(phrase) if not _PLACED.search(phrase[:at])]
        public = low & (side_words("public") | side_words("officials"))
        state = next((f for f in entries if f.entry.kind in (Named.COUNTRY, Named.PEOPLE)), None)
        if state is not None and _PLACED.search(phrase[: state.start]):
            state = None
        for at, run in runs:
            if _is_domain(phrase, at, run=run):
                continue  # "Emergencies Minister": whose, the setting tells
            told = self._run(run, low=low)
            if told is None or (_FROM.search(phrase[:at]) and " " not in run and told == run):
                continue  # "a carpenter from Isabel"
            if state is not None and state.start < at and _is_state_body(run):
                return state.entry.party
            return told
        if state is not None and public:
            return state.entry.party
        for found in entries:
            placed = _PLACED.search(phrase[: found.start]) is not None
            told = _place(found, low, placed=placed)
            if told is not None:
                return told
        return None

    def _run(self, run: str, *, low: set[str], whole: bool = False) -> str | None:
        """The side that a run of name words tells; ``low`` are the words of the phrase around it."""
        run = _without_titles(run)
        person = person_name(run)
        known = self.names.full.get(person or "")
        if person is not None and known is not None and known.person and not whole:
            run = run[: -len(person)].strip()
            run = _without_titles(run)
        entry = look_up(run)
        if entry is not None:
            if entry.kind in (Named.BODY, Named.ITSELF, Named.POLITICAL) or (whole and entry.kind in STATES):
                return entry.party
            return _place(Found(0, len(run), run, entry), low, placed=False) if not whole else entry.party
        tokens = _tokens(run)
        if not run or not tokens or set(tokens) <= side_words("nobody") or is_outlet(run):
            return None
        return run if is_of_its_own(run) else self._unlisted(run, tokens, low=low, whole=whole)

    def _unlisted(self, run: str, tokens: list[str], *, low: set[str], whole: bool) -> str | None:
        """The side that a run of name words tells by its form, where the gazette does not have the whole of it."""
        if (office := statistics_of(run)) is not None:
            return office
        entries = find_entries(run)
        first = entries[0] if entries and entries[0].start == 0 else None
        whose = located(run, entries, first=first)
        if first is not None and first is whose and first.entry.kind in (Named.BODY, Named.ITSELF):
            return first.entry.party
        if is_public(tokens) and (whose is not first or _is_headed(tokens, first)):
            return self._public(run, tokens, first=first, entries=entries)
        if first is not None and _describes(run[first.end :]):
            # "Manchester City" is a club unless its mayor or its council speaks.
            told = _place(first, low - {"city", "county"}, placed=False)
            if told is not None or not (whole or "City" in run):
                return told
        full = self.names.fullest(run)
        known = self.names.full.get(full)
        generic = words("organizations") | words("groups") | words("titles") | words("domains") | words("attributes")
        if len(tokens) == 1 and tokens[0] in generic and not run.isupper():
            return None  # "Hospital", "Nurses'" as a sentence opens
        is_person = known is not None and known.person and not is_body(full.split())
        return None if is_person else self._of_described(full)

    def _public(self, run: str, tokens: list[str], *, first: Found | None, entries: list[Found]) -> str | None:
        """The side of a public body that the run names: "Danish Health Authority", "Ministry of Finance"."""
        told = located(run, entries, first=first)
        told = told or next((f for f in entries if _LOCATED.search(run[: f.start])), None)
        if told is not None:
            if _POLICE & set(tokens) and told.entry.kind in (Named.CITY, Named.REGION):
                return f"{_plain(told.words)} police"
            return _filed(told)
        if _POLICE & set(tokens) and "national" not in tokens and "federal" not in tokens:
            return run
        if set(tokens) & _TOWN:
            return self.setting.city
        if set(tokens) & side_words("local") and (county := re.match(r"(?:[A-Z][\w'’-]+\s)+County\b", run)):
            return county[0]
        generic = side_words("public") | side_words("national") | words("titles") | words("domains")
        if self.setting.country is not None and "ministry" in (tokens[0], tokens[-1]):
            return self.setting.country
        return self.setting.country if set(tokens) <= generic | {"of", "for", "and", "the", "royal"} else run

    def _by_noun(self, phrase: str, tokens: list[str], *, at: int, person: bool) -> str | None:
        """The side that a common noun tells: by whom the report calls so, else by where the report is set."""
        low = set(tokens)
        if tokens[0] in {"its", "their"} and (owner := self.bearer("its", at)) is not None:
            return self._owner(owner, at=at)
        held = re.search(r"\bworks\s+council\b|\bstaff\s+council\b", phrase, re.I)
        if held is not None and self.setting.company is not None:
            return f"{self._short(self.setting.company)} {held[0].lower()}"
        called = [t for t in tokens if t in side_words("organizations") or (t in side_words("bodies") and len(low) < 3)]
        for noun in called:
            named = self.bearer(noun, at) or (self.setting.company if noun in _COMPANY else None)
            if named is not None:
                return self.of_name(named)
        if low & _BOARD and self.setting.company is not None:
            return self.of_name(self.setting.company)
        bank = self.bearer("bank", at) if person and "governor" in low else None
        if bank is not None and (central := look_up(bank)) is not None:
            return central.party
        set_here = self._by_setting(low, at=at, person=person)
        if set_here is not None:
            return set_here
        if person and low & _SPOKESMEN and not called and (owner := self.bearer("its", at)) is not None:
            return self._owner(owner, at=at)
        heads = person and not set(called) - _COMPANY and low & side_words("executives")
        heads = heads or low & {"managers", "manager", "executives", "executive"}
        offices = side_words("officials") - side_words("executives") - {"chief"}
        filed = tokens[-1] in _FILINGS or (heads and not low & offices)
        return self.setting.company if filed else None

    def _owner(self, owner: str, *, at: int) -> str | None:
        return self.of_name(owner) if owner in self.names.full else self.of(owner, at=at)

    def _by_setting(self, low: set[str], *, at: int, person: bool) -> str | None:
        """The town, the region or the country that a public body or office belongs to where none is named with it."""
        if low & _POLICE and not low & {"national", "federal", "military", "state", "border"}:
            return self._police()
        if low & _TOWN or "fire" in low:
            return self._town(at) or self.setting.city
        if {"chief", "minister"} <= low and self.setting.region is not None:
            return self.setting.region
        if "state" in low and low & side_words("heads") and self.setting.country != "United States":
            return self.setting.country
        if low & side_words("local") and not low & {"secretary", "department"}:
            return self.setting.region
        return self.setting.country if self._is_national(low, person=person) else None

    def _is_national(self, low: set[str], *, person: bool) -> bool:
        """Whether a phrase of the words ``low`` tells a body or an office of the nation, where no place is named."""
        if low & {"mediator", "mediators"} and (low & {"national", "state"} or _LABOUR.search(self.text)):
            return True
        minister = low & _MINISTERS or ("secretary" in low and low & words("domains") - {"general", "public"})
        if (minister or ("president" in low and not person)) and (person or low & _SPEAKERS):
            return True
        if low & _EXECUTIVES and not low & _MINISTERS:
            return bool(low & side_words("national") - _PORTFOLIOS)
        return bool(low & side_words("national") or (low & side_words("public") and low & words("domains")))

    def _police(self) -> str | None:
        """Whose "police" without a place are: the town's where it has some of its own, else the nation's."""
        city, country = self.setting.city, self.setting.country
        own = city is not None and re.search(
            rf"\b{re.escape(city)}(?:['’]s)? police\b|\b[Pp]olice in {city}\b", self.text
        )
        if _NATIONAL_POLICE.search(self.text) or not (own or country is None or country in _LOCAL_POLICE):
            return country
        return f"{city} police" if city is not None else None

    def _town(self, at: int) -> str | None:
        """The town that the paragraph names last before ``at``: "In Albuera, … Mayor Inocando"."""
        begin = self.text.rfind("\n", 0, at) + 1
        places = _IN.findall(self.text, begin, at)
        name = places[-1] if places else None
        known = self.names.full.get(name or "")
        return None if name is None or known is None or known.person or is_body(name.split()) else name

    def _short(self, name: str) -> str:
        """A company's first word, where the text calls it so by itself or a common word follows: "Velo Motors"."""
        first, *rest = name.split()
        alone = any(run == first for _, run in self.names.runs)
        return first if alone or (len(rest) == 1 and rest[0].lower() in words("bodies")) else name


def _is_domain(phrase: str, at: int, *, run: str) -> bool:
    """Whether a run at a place of a phrase only tells what a minister is in charge of."""
    found = _DOMAIN.match(phrase, at)
    return found is not None and not find_entries(phrase[at : max(found.end(), at + len(run))])


def find_entries(text: str) -> list[Found]:
    """The entries named in ``text``, but parties that are a minister's domain: "Labour Minister"."""
    return [
        found
        for found in every_entry(text)
        if found.entry.kind is not Named.POLITICAL or not _OFFICE_BEHIND.match(text, found.end)
    ]


def _place(found: Found, low: set[str], *, placed: bool) -> str | None:
    """The side that a country or a place tells within a phrase of the words ``low``."""
    entry: Entry = found.entry
    name = _plain(found.words)
    bare = not low - set(_tokens(found.words)) - {"the"}
    prosecute = entry.kind is Named.CITY and low & {"prosecutor", "prosecutors"}
    if prosecute and entry.country != "United States":
        return entry.country  # only there are they a town's own
    if placed and not (entry.kind is Named.CAPITAL and low & side_words("governing")) and not low & _POLICE:
        return None
    if entry.kind in (Named.CITY, Named.REGION, Named.CAPITAL) and low & _POLICE:
        return f"{name} police"
    if entry.kind is Named.CAPITAL and low & _TOWN:
        return name
    officials = side_words("public") | side_words("officials") | side_words("local") | side_words("governing")
    return _filed(found) if bare or low & officials else None


def _filed(found: Found) -> str:
    """The name under which an entry is filed; a town's as the report has it."""
    return _plain(found.words) if found.entry.kind is Named.CITY else found.entry.party


def _plain(words_: str) -> str:
    return re.sub(r"['’]s?$", "", words_)


def _tokens(phrase: str) -> list[str]:
    found = (m[0].lower().replace("’", "'") for m in _WORD.finditer(phrase))
    return [token.removesuffix("'s").rstrip("'.") for token in found]


def _is_private(phrase: str) -> bool:
    """Whether a common noun tells that somebody speaks for himself; within a name it does not: "Workers Union"."""
    plain = (m[0] for m in _WORD.finditer(phrase) if m.start() == 0 or m[0][0].islower())
    return any(token in side_words("private") for word in plain for token in _tokens(word))


def _is_nobodys(low: set[str]) -> bool:
    """Whether the side is not told by office: a lawmaker's, his aide's, a news agency's, or that of papers
    which anyone may file.
    """
    aide = low & _PARLIAMENTS and low & {"aide", "aides", "staffer", "staffers"}
    papers = low & {"court", "courts"} and low & _PAPERS
    outlet = {"news", "agency"} <= low
    return bool(aide or papers or outlet or (low & side_words("lawmakers") and not low & {"assembly", "committee"}))


def _is_one_name(phrase: str) -> bool:
    runs = names_in(phrase)
    return len(runs) == 1 and " and " in runs[0][1]


def _without_titles(run: str) -> str:
    """A run without the titles that close it: "Bank of England Governor" is "Bank of England"."""
    tokens = run.split()
    titles = (words("titles") | words("roles") | side_words("officials")) - words("organizations") - words("bodies")
    while (
        tokens and tokens[-1].strip(".").lower() in titles - side_words("public") and look_up(" ".join(tokens)) is None
    ):
        tokens.pop()
    while (
        (len(tokens) > 2 or tokens[1:] == [] or tokens[1].lower() not in words("organizations") | words("bodies"))
        and tokens
        and tokens[0].strip(".").lower() in titles - side_words("public")
        and look_up(" ".join(tokens)) is None
    ):
        tokens.pop(0)
    return " ".join(tokens).removeprefix("of ").removesuffix("'s").removesuffix("’s")


def _is_headed(tokens: list[str], first: Found | None) -> bool:
    """Whether a name is public by its last word, or is a nation's: a town's or a region's "Institute of …" is not."""
    nation = first is not None and first.entry.kind in (Named.COUNTRY, Named.PEOPLE)
    return nation or first is None or tokens[-1] in side_words("public")


def _is_state_body(run: str) -> bool:
    """Whether what follows a nation's name is a body of the state, whose nation is told better there."""
    entry = look_up(_without_titles(run))
    return (entry is not None and entry.kind is Named.BODY) or is_public(_tokens(run) or [""])


def _describes(rest: str) -> bool:
    """Whether what follows a name in its run is a title or a public noun, not part of another name."""
    known = words("titles") | words("roles") | side_words("officials") | side_words("public") | side_words("local")
    return all(token in known or token in words("domains") for token in _tokens(rest))
