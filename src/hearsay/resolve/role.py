"""What a person is, from the words that stand before and after the name.

Before it as a title ("White House press secretary Joan Hale") or as a description ("the mayor of Turin, Ugo Riva"),
after it in apposition ("Ida Holm, Denmark's climate minister").
"""

import re
from dataclasses import dataclass

from hearsay.resolve.gazette import Named, look_up
from hearsay.resolve.mention import NAME_WORD, is_body
from hearsay.resolve.words import words

_ADDRESS = frozenset("mr mrs ms miss mx sir dame lord lady".split())
_LEAD = re.compile(r"(?:[\w.&’'-]+[^\S\n]+){1,9}$")
_LED = re.compile(
    r"(?:^|[.!?;:\n”\"]\s*|,\s+|\s)(?P<role>(?:the|a|an|its|his|her|their|our|[\w.&-]+['’]s?)\s+(?:[^,.;:()\n\"”“]|(?<=\b\w)\.){3,90}?|"
    rf"{NAME_WORD}(?:\s+{NAME_WORD})*['’]s\s+[^,.;:()\n\"”“]{{3,80}}?),\s+$",
    re.I,
)
_AFTER = re.compile(
    r"(?:,\s+(?:aged\s+)?\d{1,3})?(?:,\s+|\s+\(|\s+[–—-]\s+)(?:who\s+(?:is|was)\s+)?"
    r"(?P<role>(?:(?:the|a|an|its|his|her|their|our|one of)\s+)?"
    r"(?:(?!\s(?:said|says|told|who|which)\b)[^,;:()\n–—\"”“]){3,110})"
)
_OF = re.compile(rf"\s+(?:of|at|from|with|for)\s+(?:the\s+)?{NAME_WORD}(?:\s+(?:of\s+|for\s+|and\s+)?{NAME_WORD})*")
_WHO = re.compile(
    r"(?:,\s+(?:aged\s+)?\d{1,3})?(?:,\s+(?:an?|the)\s+[^,.;:()\n]{3,50}?)?,?\s+who\s+(?:is\s+|was\s+|has\s+|had\s+)?"
    r"(?:heads|headed|chairs|chaired|leads|led|runs|ran|directs|directed|represents|represented|represent|manages|managed|"
    r"founded|co-founded|negotiates\s+for|negotiated\s+for|negotiating\s+for|speaks\s+for|spoke\s+for|works\s+with|"
    r"worked\s+(?:for|at|with)|advised|advising|presides\s+over|sits\s+(?:for|on\s+the\s+board\s+of)|stood\s+for|"
    r"(?P<office>governs|governed)|covers\s+[^,.]{2,40}?\s+for|"
    r"follows\s+[^,.]{2,40}?\s+for|works\s+(?:for|at)|advises)\s+(?P<body>[^,.;\n]{3,60})"
)
_BODY_CLOSES = re.compile(r"\b(?:of|for|at|with|to)\s+(?:the|its|a|an)\s+[^,]*$")
_NAMED_BODY = re.compile(rf",\s+{NAME_WORD}(?:\s+{NAME_WORD})*(?=\s*[,.;)\n])")
"""The name of the body that closes a role: "chief engineer of the operator, Rivona,"."""
_SEAT = re.compile(r",?\s+\(?(?P<letter>[DR])-[A-Z][\w.]+\)?|,?\s+\((?P<word>[A-Z][\w. ]{1,30})\)")
_ARTICLE = re.compile(r"^(?:the|a|an|its|his|her|their|our|one of)\s+", re.I)
_PREPOSITION = re.compile(r"\s+(?:of|at|for|in|with|to|from|on|and|who|that|under|during)\b")
_ENDS = re.compile(r"\.(?=\s|$)(?<!\b[A-Z]\.)(?<!\bSt\.)(?<!\bDr\.)")


@dataclass(frozen=True, slots=True)
class Described:
    """The words around one place where a person is named."""

    before: str | None
    after: str | None
    beside: tuple[str, ...]
    """Other words that tell for whom the person speaks: "of Nordsee Bank", "who chairs the council", "D-Calif."."""


def described(text: str, start: int, *, end: int) -> Described:
    """What stands around the name at ``start`` to ``end``."""
    title = _title(text[max(0, start - 110) : start])
    before = title or role_before(text, start, end=end)
    tail = text[end : end + 160]
    of = _OF.match(tail)
    beside = [of[0].strip()] if of is not None else []
    after = _AFTER.match(tail[of.end() :] if of is not None else tail)
    if (who := _WHO.match(tail)) is not None:
        beside.append(f"governor of {who['body']}" if who["office"] else who["body"])
    if (seat := _SEAT.match(tail)) is not None:
        beside.append({"D": "Democrat", "R": "Republican"}.get(seat["letter"] or "", seat["word"] or ""))
    if title is not None:  # "its leader, deputy Ema Lis"
        opened = text.rfind(title.split(maxsplit=1)[0], 0, start)
        led = _led(text[max(0, opened - 130) : opened], text=text, end=end)
        beside += [led] if led is not None else []
    role = _ENDS.split(after["role"])[0].strip() if after is not None else None
    if role is not None and after is not None and _BODY_CLOSES.search(role):
        named = _NAMED_BODY.match(tail[of.end() :] if of is not None else tail, after.end())
        role += named[0] if named is not None else ""
    return Described(before, role if role and is_role(role) else None, tuple(beside))


def role_before(text: str, start: int, *, end: int) -> str | None:
    """The description, closed by a comma, before the name at ``start`` to ``end``: "the mayor of Turin, Ugo Riva"."""
    return _led(text[max(0, start - 130) : start], text=text, end=end)


def role_words(found: Described) -> str | None:
    """The role as it is shown, without article; the body that a title opens with set behind it."""
    if found.after is not None:
        return _ARTICLE.sub("", found.after)
    if found.before is None:
        return None
    tokens = _ARTICLE.sub("", found.before).split()
    for size in range(len(tokens) - 1, 0, -1):
        head, rest = tokens[:size], tokens[size:]
        name = " ".join(head)
        if head[-1].endswith(("'s", "’s")) or not all(t[0].isupper() for t in head) or not _is_body(name, head):
            continue
        return f"{' '.join(rest)}, {name}"
    return " ".join(tokens)


def _is_body(name: str, tokens: list[str]) -> bool:
    entry = look_up(name)
    if entry is not None:
        return entry.kind in (Named.BODY, Named.ITSELF)
    generic = words("titles") | words("domains") | words("organizations") | words("bodies") | words("attributes")
    if len(tokens) == 1 and name.lower().strip(".") in generic:
        return False
    return is_body(tokens) or not any(t.lower().strip(".") in words("titles") | words("roles") for t in tokens)


def is_role(phrase: str) -> bool:
    """Whether the head of a phrase is what a person can be."""
    head = _PREPOSITION.split(_ARTICLE.sub("", phrase))[0].split()
    if not head:
        return False
    last = head[-1].strip(".").lower()
    return last in words("persons") or last in words("roles") or last in words("titles") - words("organizations")


def _title(lead: str) -> str | None:
    """The title that ``lead`` ends with, right before a name."""
    found = _LEAD.search(lead)
    if found is None:
        return None
    kept: list[str] = []
    for token in reversed(found[0].split()):
        low = token.strip(".").lower().replace("’", "'")
        is_name = token[0].isupper() or token[0].isdigit()
        # "Mr." ends no sentence, "left." does
        if token.endswith(".") and low not in words("titles") and not re.fullmatch(r"(?:\w\.)+|St\.", token):
            break
        if not (is_name and low not in words("common")) and not _is_attribute(low):
            break
        kept.insert(0, token)
    while kept and kept[0].lower() in {"of", "for", "and", "the"}:
        kept.pop(0)
    if not kept or kept[-1].strip(".").lower() in _ADDRESS or not is_role(kept[-1]):
        return None
    return " ".join(kept)


def _is_attribute(low: str) -> bool:
    known = ("titles", "persons", "roles", "organizations", "attributes")
    return any(low.removesuffix("'s") in words(kind) for kind in known) or bool(
        re.fullmatch(r"\w+-\w+|\w{3,}(?:al|ic|ary|ity|logy|ics|ment)", low)
    )


def _led(lead: str, *, text: str, end: int) -> str | None:
    """The description, closed by a comma, that ``lead`` ends with; the name after it is closed by a comma too."""
    if not re.match(r"\s*(?:,|\(|\.|\n|$)", text[end : end + 3]):
        return None
    found = _LED.search(lead)
    return found["role"].strip() if found is not None and is_role(found["role"]) else None
