"""The words before a figure that hold it against another one: "not the 187 that …", "cut that to", "police made it"."""

import re

BEFORE = 90
"""Code points before a figure that are looked at (about a clause; not tuned)."""
_OWN = r"(?:the|its|his|her|their|a|an|our|\w+['’]s)"
_COUNT = r"(?:number|figure|total|count|estimate|tally|toll|sum|reading|level|rate|turnout|amount)"
_AT = r"(?:back\s|down\s|up\s)?(?:to|from)"
_CONTRAST = re.compile(
    rf"""\b(?:not|than|instead\sof|rather\sthan|compared\s(?:with|to)|versus|against|up\sfrom|down\sfrom|from)
        \s(?:{_OWN}\s)?(?:[^\W\d]+\s){{0,4}}$
      | \b(?:claim|forecast|target|assessment|assertion|calculation|{_COUNT})s?
        \s(?:of|was|is|at|to|(?:stands?|stood)\sat)?\s?$
      | \b{_COUNT}(?:,\s[^,;]{{1,40}},)?\s[^,;]*\b(?:is|was|be|at|to)\s$
      | \b(?:put|puts|putting|set|placed|estimat(?:es?|ed|ing))
        \s(?:[^\W\d]+|(?:it|that|this|{_OWN}\s(?:{_COUNT}|crowd))\b[^,;]*)\sat\s$
      | \b(?:put|puts|putting)\s(?:{_OWN}\s)?[^\W\d]+\sat\s$
      | \bsp(?:oke|oken|eaks?)\sof\s[^\W\d]+\sof\s$
      | \bthere\s(?:are|were|had\sbeen)\s(?:only\s)?$
      | \b(?:mak(?:es?|ing)|made|values?|valued)\s(?:it|that|this)\s(?:at\s)?$
      | \b(?:stands?|stood|sticks?|sticking|stuck)\s(?:by|to)\s[^,;]*$
      | \b(?:contends?|counter(?:s|ed)|insist(?:s|ed)?|maintain(?:s|ed)?|thinks?|told)\s[^,;]*$
      | \b(?:count(?:s|ed)|predict(?:s|ed)|forecasts?|expect(?:s|ed)|reckon(?:s|ed)|mention(?:s|ed)|report(?:s|ed)|only
        |sp(?:oke|oken|eaks?)\sof)\s$
      | \b(?:cut|lower|rais|revis|reduc|increas|chang|correct|updat|scal|trim|abandon|dropp?|adjust
        |ris|rose|climb|jump|grow|grew|fall|fell|swell|swoll)\w*
        \s(?:(?:that|it|this|(?:{_OWN}\s)?[^\W\d]+)\s)?{_AT}?\s?$
      | ^\W*$""",
    re.I | re.X,
)
_CHANGE = re.compile(rf"\b[^\W\d]+\s(?:(?:that|it|this)|its\s\w+)\s{_AT}\s$", re.I)
_AGAIN = re.compile(
    rf"""\b(?:the|that|this|its|their|his|her|whose|[\w’']+['’]s)\s(?:\w+\s){{0,2}}{_COUNT}\b[^,;.]{{0,40}}$
      | \b(?:put|puts|putting|set|placed|estimat(?:es?|ed|ing))\s(?:it|that|this)\b[^,;]*\sat\s$
      | \bcount(?:s|ed)\s$""",
    re.I | re.X,
)
_SUM = re.compile(r"\b(?:both|combined|altogether|overall|in\sall)\b[^.;\d]*$", re.I)
"""Before a sum of several figures, which stands against none of them."""
_AMONG = re.compile(
    r"""^[^.;!?\d]{0,40}\b(?:including|among\s(?:them|whom|those|the\s\w+)|of\s(?:them|whom|those|these|which))\b
        [^.;!?\d]{0,30}$
      |^(?:\son\s[A-Z][a-z]+)?\safter\s(?:another\s)?$""",
    re.I | re.X,
)
_OF_THEM = re.compile(
    r"""^\s(?:of\s(?:them|those|these|whom|which)\b(?:\s(?:were|are|was)?\s?(?P<sort>[A-Z][a-z]+s)\b)?
        |[A-Z][a-z]+\samong\sthem\b)""",
    re.X,
)


_OPPOSED = re.compile(
    r"\b(?:counter|contend|contest|disput|insist|maintain|object|retort|rebut|reject|reaffirm)\w*\s[^;]*$", re.I
)
_SO = re.compile(r"\s(?:(?:are|were|is|was|have|had|did|do)(?:[.,;!?]|$)|and\snot\s(?:an?|one)\s\w+\smore\b)")
"""Behind a number whose verb says no more than that it is so."""
_DISPUTES = re.compile(
    r"\b(?:disput|contest|contradict|reject|denied|deny|denies|challeng|refut)\w*"
    r"\s(?:this|that|it|(?:the|that|this)\s(?:claims?|figures?|number|count|account|assertion|version))\b",
    re.I,
)
_GAP = re.compile(r"^\s(?:in|at|near|on|from|by)\s[^,.;:\d]{2,40}(?:,?\sand|,|,?\sbut)\s(?:only\s|another\s)?$")
_BEHIND_GAP = re.compile(r"^\s(?:in|at|near|on|from|by)\s")


def contrasts(text: str, place: int, *, end: int) -> bool:
    """Whether the words around hold the figure from ``place`` to ``end`` against another one."""
    before = _before(text, place)
    return bool(_CONTRAST.search(before) or _SO.match(text, end)) and not _SUM.search(before)


def changes(text: str, place: int) -> bool:
    """Whether they tell that another figure was changed to it: "lifted that to"."""
    return bool(_CHANGE.search(_before(text, place)))


def repeats(text: str, place: int) -> bool:
    """Whether they name the other one as a figure, so that the two may be far apart: "put the number at"."""
    before = _before(text, place)
    return bool(_AGAIN.search(before)) and not _SUM.search(before)


def opposes(text: str, place: int) -> bool:
    """Whether they contradict what was just told, so that other words may stand for the same: "countered that"."""
    return bool(_OPPOSED.search(_before(text, place)))


def disputes(text: str) -> bool:
    """Whether the words before a figure contradict what was told before them: "disputed this"."""
    return bool(_DISPUTES.search(text))


def is_among(between: str, behind: str) -> bool:
    """Whether a figure is told to be a part of one before it, by the words between the two and behind it."""
    return bool(_AMONG.search(between) or (_OF_THEM.match(behind) and not re.search(r"\d", between)))


def is_of_them(before: str, behind: str) -> bool:
    """Whether a figure is told to be a part of one in the sentence before: "Forty-six of them were held"."""
    return bool(_OF_THEM.match(behind)) and not re.search(r"[\d,;]", before)


def is_gapped(between: str, behind: str) -> bool:
    """Whether what is told of one figure is left out of the next: "killed 247 people in Kenya and 10 in Tanzania"."""
    return bool(_GAP.match(between) and _BEHIND_GAP.match(behind))


def sort_of(behind: str) -> str:
    """The people that a part is of, by the words behind it: "Americans" of "eight of them Americans"; or empty."""
    found = _OF_THEM.match(behind)
    return (found["sort"] or "") if found else ""


def _before(text: str, place: int) -> str:
    """The words before a figure, without the quotation mark that may open it."""
    return text[max(0, place - BEFORE) : place].rstrip("“‘\"'")
