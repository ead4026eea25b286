"""What kind of act a statement is, how sure its source is, when and how it was said: each in words, with its reason."""

from collections.abc import Sequence

from hearsay.normalise.edtf_words import in_words
from hearsay.records.span import Span
from hearsay.records.statement import Act, Certainty, Statement


def manner(text: str, statement: Statement) -> tuple[str, ...]:
    """What needs saying, each with the words of ``text`` that decided it where the cue does not show them.

    A plain assertion of which the source is certain needs nothing said.
    """
    found = []
    if statement.act not in (Act.ASSERT, None):
        words = [statement.act_words] if statement.act_words else []
        found.append(_with(str(statement.act), words, text=text, statement=statement))
    if statement.certainty not in (Certainty.CERTAIN, Certainty.UNSTATED, None):
        found.append(_with(str(statement.certainty), statement.certainty_words, text=text, statement=statement))
    if statement.said_on:
        words = [statement.said_words] if statement.said_words else []
        found.append(_with(in_words(statement.said_on), words, text=text, statement=statement))
    if statement.medium and not any(statement.medium in cue.of(text) for cue in statement.spans.cue):
        found.append(f"medium: {statement.medium}")
    return tuple(found)


def _with(told: str, words: Sequence[Span], *, text: str, statement: Statement) -> str:
    unseen = [span for span in words if not any(cue.holds(span) for cue in statement.spans.cue)]
    reason = ", ".join(f"“{span.of(text)}”" for span in unseen)
    return f"{told} ({reason})" if reason else told
