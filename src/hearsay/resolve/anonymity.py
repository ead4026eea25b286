"""Whether a source is named, and why not where the report tells."""

import re

from hearsay.records.source import SourceKind
from hearsay.resolve.mention import Form, mention, names_in

REACH = 320
"""Code points after an anonymous source's words within which a reason belongs to it."""
_REASON = re.compile(
    r"(?:(?:spoke|speaking|talked|talking|agreed to speak|discussed|did so|requested|granted|asked for|asking for|"
    r"insisted on)\b[^.\n]{0,40}?\b)?"
    r"(?P<plain>on (?:the )?condition of anonymity|on (?:the )?condition (?:that )?(?:he|she|they) not be (?:named|"
    r"identified)|(?:requested|requesting|asked for|asking for|demanded|granted|insisted on|insisting on) anonymity|"
    r"(?:declin|refus)(?:ed|ing) to be (?:named|identified)|(?:who|which) did not want to be (?:named|identified)|"
    r"(?:ask|request)(?:ed|ing)(?: that (?:he|she|they|his name|her name|their names?))? not (?:to )?be "
    r"(?:named|identified|quoted by name)|"
    r"(?:was|were|is|are|being) not authori[sz]ed to [^,.;\n]+|not authori[sz]ed to (?:speak|discuss|comment|talk)"
    r"[^,.;\n]*|without authori[sz]ation to speak[^,.;\n]*|anonymously)"
    r"(?P<why>,?\s+(?P<words>(?:because|since|as (?:he|she|they)|for fear|out of fear|fearing|citing|due to|given|"
    r"in order to|so as to|to (?:discuss|describe|speak|talk|avoid|protect))\b[^.;\n\"”“]+))?",
    re.I,
)
_VERB = re.compile(r",?\s+(?:and\s+)?(?:said|says|told|added|confirmed|described|wrote|that)\b.*$", re.S)


def anonymity(text: str, end: int) -> str | None:
    """The words that tell why the source whose mention ends at ``end`` is not named; None where none do.

    The reason alone where one is given, else the wish: "because the talks were private", "on condition of anonymity".
    """
    stop = text.find("\n", end)
    limit = min(end + REACH, stop if stop >= 0 else len(text))
    found = _REASON.search(text, end, limit)
    if found is None:
        return None
    words = found["words"] or found["plain"]
    return _VERB.sub("", re.split(r",\s+(?:said|told|added)\b", words)[0]).strip(" ,") or None


def is_anonymous(words: str, kind: SourceKind | None) -> bool:
    """Whether a source that no name resolves is unnamed: people are, bodies and documents are not."""
    found = mention(words)
    if found.form is Form.NAME or kind in (SourceKind.ORGANIZATION, SourceKind.DOCUMENT):
        return False
    parts = re.split(r"\s*,\s*|\s+and\s+", words)
    named = [part for part in parts if part and mention(part).form is Form.NAME]
    # "Ida Holm and Bo Lind"; "the top advisers of Japan and Peru" are known by their office
    return len(named) < len(parts) and not (found.definite and len(names_in(words)) > 1)
