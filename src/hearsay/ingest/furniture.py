"""Paragraphs that are not the article's own prose, told by their words.

Every pattern asks for more than a first word: a paragraph of prose that is taken for furniture is lost to the
reader, one of furniture that is taken for prose costs little. The patterns were tuned on the pages of
tests/ingest/test_real_pages.py and held against the prose of PolNeAR, TimeBank and AQUAINT (1,089 articles), of which
they mark none; tests/ingest/test_parts.py keeps the shapes.
"""

import re

from hearsay.records.document import PartKind

_LONGEST_LINE = 40
"""Words; no line that only credits or announces is longer. Notices and captions may be."""

_PICTURE = (
    r"(?:Photo(?:graph)?s?|Images?|Picture|Screen ?(?:shot|grab)|Illustration|Graphic|Handout|Courtesy"
    r"|Getty(?: Images)?|Shutterstock|iStock)"
)
_WIRE = r"(?:AP|AFP|Reuters|Kyodo|Getty|EPA|PA|Xinhua|Bloomberg|ANI|PTI|TASS|DPA|ANSA|CP|AAP|Shutterstock|iStock)"
_PICTURE_CREDIT = (
    # "(Photo courtesy of the embassy)", "(AP Photo/Jane Doe)", "(File photo)": nothing but names before the word.
    rf"(?:(?:[A-Z][\w.’'-]*[ /]|(?i:file|handout|stock) )*(?i:{_PICTURE})"
    r"(?:\s?[/:|,]\s?[^()\[\]]+| (?:by|courtesy|of|from|via|credit|provided)\b[^()\[\]]*)?"
    rf"|{_WIRE} ?/[^()\[\]]+|[A-Z][^()\[\].!?]+/ ?{_WIRE}(?: [A-Z][\w ]+)?)"
)

_CAPTION = re.compile(
    "|".join(
        (
            rf"(?:.*[\s.])?[(\[]{_PICTURE_CREDIT}[)\]](?:\s*\([^()]+\))*\.?",
            r"(?i:(?:file )?(?:photo(?:graph)?|image|picture|pic)s?(?: credit)?)(?: (?:by|courtesy of))?\s?[:|]\s?\S.*",
            r"(?i:photo(?:graph)?s? (?:by|courtesy of)) [A-Z].*[^.!?]",
            r"FILE(?: PHOTO)?\s?(?:-|–|—|:)\s.*",
        )
    ),
    re.DOTALL,
)

_NAME = r"[A-ZÀ-ÖØ-Þ][\w'’.\-]*"
_NAMES = rf"{_NAME}(?:,? (?:and |& |with |de |van |von |der |den |bin |al-?|in |of |for |the )*{_NAME}|,)*"
_TASK = (
    r"(?:(?:additional |further )?"
    r"(?:report(?:ing|ed)|writ(?:ing|ten)|edit(?:ing|ed)|photograph(?:y|s|ed)|compil(?:ing|ed)|research(?:ed)?|graphics|translat(?:ion|ed)|produc(?:ing|ed)))"
)
_CREDIT = re.compile(
    "|".join(
        (
            (
                rf"\(?(?i:{_TASK}(?:,? (?:and )?{_TASK})* by) {_NAMES}"
                rf"(?:[.;]\s*(?i:{_TASK}(?: and {_TASK})?) by {_NAMES})*\.?\)?"
            ),
            rf"(?:By|BY|Words:|Story:) {_NAMES}",
            rf"{_NAMES}(?:, [^.]*)? (?:also )?contributed (?:reporting|to this (?:report|story|article)).*",
            r"[^.!?]*\bcontributed (?:reporting|to this (?:report|story|article))\.?",
            rf"(?i:with (?:files|reporting|a report|reports|additional reporting) (?:from|by)(?: the)?) {_NAMES}\.?",
            rf"{_NAMES} reported from {_NAMES}(?: and {_NAMES} from {_NAMES})?\.(?: [^!?]*\bcontributed\b[^!?]*)?",
        )
    ),
    re.DOTALL,
)

_ANNOUNCEMENT = (
    r"(?:related(?: (?:coverage|stor(?:y|ies)|articles?|news|links?|reading|reports?|content|topics|posts?))?"
    r"|(?:also )?read (?:more|also|next|on|this(?: next)?)|also read|see also"
    r"|more (?:on this(?: story)?|stories|coverage|headlines)|more from [^.:!?]{2,40}|further reading"
    r"|you (?:may|might) (?:also )?(?:like|be interested in)|don[’']t miss|most (?:read|popular)"
    r"|recommended(?: (?:stories|videos|reading|for you))?|editors?[’']s? picks?|trending(?: now)?"
    r"|popular|up next|what to read next)"
)
_ANNOUNCES = re.compile(rf"{_ANNOUNCEMENT}\s*:?", re.IGNORECASE)
_ANNOUNCES_WITH_COLON = re.compile(rf"{_ANNOUNCEMENT}\s*:", re.IGNORECASE)
_POINTS_ELSEWHERE = re.compile(
    r"(?:(?i:read (?:more|also|next)|also read|see also|related(?: (?:story|article|coverage))?|don[’']t miss)"
    r"|MORE|ALSO|RELATED|READ|WATCH)"
    r"\s?[:|»>–—-]\s?\S.*[^.:;,]",
    re.DOTALL,
)

_THIS_STORY = r"(?:story|article|report|page|post|headline|piece|live ?blog)"
_NETWORK = r"(?:twitter|facebook|instagram|x|telegram|whatsapp|tiktok|youtube|threads|bluesky|linkedin|google)"
_NOTICE = re.compile(
    "|".join(
        (
            r"comments? (?:are|is) (?:now )?(?:closed|off|disabled)(?: .{0,40})?\.?",
            (
                rf"this {_THIS_STORY} (?:has been|was|will be) (?:updated|corrected|amended|edited|republished"
                r"|revised|clarified|syndicated|translated|(?:first|last|originally) (?:published|posted))\b.*"
            ),
            rf"(?:an earlier|a previous) version of this {_THIS_STORY}\b.*",
            r"(?:correction|clarification|editor[’']s note)s?\s?[:|].*",
            r"this is a (?:breaking|developing) (?:news )?story\b.*",
            (
                r"(?:sign up|subscribe)\b"
                r"(?=.*\b(?:newsletters?|e-?mails?|inbox|alerts?|updates?|news|podcasts?|app|channel|now|here)\b).*"
            ),
            r"(?:get|receive)\b.{0,80}\b(?:in|to|into|on) your (?:inbox|e-?mail|device|phone)\b.*",
            r"(?:©|\(c\) |copyright\b\s?(?:©|\(c\)|\d{4})).*",
            r"(?:.{0,80}\s)?all rights reserved\.?",
            r"(?:advertisement|article content|(?:story continues|continue reading) below.*|sponsored)(?:\s\d+)?\.*",
            r"advertisement\s?\d*\s?story continues below",
            rf"(?:like|join) (?:us|our) (?:\w+ ){{0,2}}on {_NETWORK}\b.*",
            rf"follow (?:us|our|@?[\w.]+(?: [\w.]+)?) (?:\w+ ){{0,2}}on {_NETWORK}\b.*",
            r"(?:get in touch with (?:us|our)|contact us|e-?mail us)\b.*",
            r"(?:.{0,60}[.?!] )?(?:log|sign) in or (?:create|register|sign up|subscribe)\b.*",
            r"got a (?:story|tip|news tip)\b.*",
            r"for more (?:stories|news)\b.*",
            r"click (?:here|below)\b.*",
            r"(?:swipe|scroll|tap) (?:left|right|up|down|here|to)\b.*",
            r"•?\s?e-?mail:\s\S+@\S+",
            r"_{2,}|\*{3,}|-{3,}|#{3,}",
        )
    ),
    re.IGNORECASE | re.DOTALL,
)
_LONGEST_NOTICE = 70
"""Words; a paragraph that opens like a notice and runs longer tells a story."""


_LONGEST = 1000
"""Characters; nothing longer is furniture, and the patterns never meet more."""


def furniture(paragraph: str) -> PartKind | None:
    """What ``paragraph`` is where it is not prose, from its own words alone; None for prose."""
    if len(paragraph) > _LONGEST:
        return None
    words = paragraph.count(" ") + 1
    if words <= _LONGEST_NOTICE and _NOTICE.fullmatch(paragraph):
        return PartKind.NOTICE
    if words <= _LONGEST_LINE:
        if _ANNOUNCES_WITH_COLON.fullmatch(paragraph) or _POINTS_ELSEWHERE.fullmatch(paragraph):
            return PartKind.RELATED
        if _CREDIT.fullmatch(paragraph):
            return PartKind.CREDIT
    return PartKind.CAPTION if _CAPTION.fullmatch(paragraph) else None


def announces_related(paragraph: str) -> bool:
    """Whether ``paragraph`` only announces other reports: "Related coverage:", "More stories"."""
    return _ANNOUNCES.fullmatch(paragraph) is not None
