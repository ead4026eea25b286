"""The README's table of accuracy, beside what others reach."""

from collections.abc import Mapping

LABELS = {
    ("attributions", "source_pieces"): ("source, pieces exact, F1", "81.1 / 83.2"),
    ("attributions", "cue_pieces"): ("cue, pieces exact, F1", "74.0 / 75.3"),
    ("attributions", "content_pieces"): ("content, pieces exact, F1", "68.9 / 72.9"),
    ("attributions", "attribution"): ("whole attribution, exact, F1", "two annotators 60.2"),
    ("attributions", "attribution_overlap"): ("whole attribution, overlapping, F1", "two annotators 74.7"),
    ("stories", "content_f1"): ("stories: contents, F1", ""),
    ("stories", "source_accuracy"): ("stories: who said it, accuracy", ""),
    ("stories", "mode_accuracy"): ("stories: direct, indirect or mixed, accuracy", ""),
    ("stories", "via_f1"): ("stories: through whom, F1", ""),
    ("stories", "party_accuracy"): ("stories: for whom it speaks, accuracy", ""),
    ("stories", "act_accuracy"): ("stories: kind of act, accuracy", ""),
    ("stories", "act_macro_f1"): ("stories: kind of act, mean F1 of the eight", ""),
    ("stories", "certainty_accuracy"): ("stories: how sure the source was, accuracy", ""),
    ("stories", "certainty_macro_f1"): ("stories: how sure the source was, mean F1 of the four", ""),
    ("stories", "said_on_accuracy_dated"): ("stories: when it was said, where that is told", ""),
    ("stories", "figure_f1"): ("stories: figures that are followed, F1", ""),
    ("stories", "figure_source_accuracy"): ("stories: whose figure, accuracy", ""),
    ("stories", "expectation_f1"): ("stories: what is to come and when, F1", ""),
    ("reconciled", "question_b3_f1"): ("one ledger: figures that answer one question, B-cubed F1", ""),
    ("reconciled", "dispute_f1"): ("one ledger: questions in dispute, F1", ""),
    ("reconciled", "revision_f1"): ("one ledger: who revised a figure, F1", ""),
    ("reconciled", "copy_f1"): ("one ledger: copies, F1 of pairs", ""),
    ("wires", "story_b3_f1"): ("real wires: stories, B-cubed F1", ""),
    ("wires", "copy_f1"): ("real wires: copies, F1 of pairs", ""),
    ("crowd", "story_b3_f1"): ("stories among 924 other articles, B-cubed F1", ""),
    ("crowd", "questions_kept_apart"): ("of their questions, share without a figure from elsewhere", ""),
    ("quantities", "value"): ("quantities: value, F1", "CQE 92.0"),
    ("quantities", "value_bound"): ("quantities: value with its bound, F1", "CQE 88.1"),
    ("times", "relaxed"): ("times: expressions overlapping, F1", "HeidelTime 91.6 / 91.8 *"),
    ("times", "value"): ("times: value, F1", "HeidelTime 79.2 / 73.0 *"),
    ("pages", "title"): ("web pages: title, share right", "trafilatura 0.69"),
    ("pages", "date"): ("web pages: day of publication", "trafilatura 0.94"),
    ("pages", "author"): ("web pages: authors", "trafilatura 0.97"),
    ("pages", "words_f1"): ("web pages: the article's words, F1", "trafilatura 0.947"),
}
"""What the table has of which set, and what others reach on the same or on its test part."""
NOTE = (
    "Attributions: PolNeAR's 84 dev articles, through `hearsay read`; beside them BERT-base (110M parameters) and the "
    "best published model on the test part, which is 1 to 2 points harder (COLING 2022). Stories: four that were "
    "annotated for this project; two of them were developed on, all four were looked at in the end. One ledger: the "
    "same four, their reports shuffled together by `hearsay add`; the weights of questions were fitted on them. "
    "Expect less of other stories: one that was written last and scored blind had 0.77 for questions, and 0.91 and "
    "0.67 for disputes and revisions ([questions](docs/decisions/0032-questions.md), "
    "[accounts](docs/decisions/0033-accounts.md)). Real wires: the 73 AQUAINT articles, four stories of three "
    "agencies; the others are PolNeAR's. Quantities: 295 sentences of NewsQuant. Times: 165 articles of TimeBank and "
    "AQUAINT, calendar times alone; * HeidelTime by TempEval-3's own scorer over all types, on TimeBank and on "
    "AQUAINT. Web pages: 39 real ones. All of these were also tuned on."
)


def table(measured: Mapping[str, Mapping[str, float]], *, before: str = "") -> str:
    """The rows of what was measured, as Markdown; where that is not all, the other rows as they were ``before``."""
    known = {line.split(" | ")[0].removeprefix("| "): line for line in before.splitlines()}
    lines = ["| measure | hearsay | others |", "|---|---:|---|"]
    for (group, name), (label, others) in LABELS.items():
        value = measured.get(group, {}).get(name)
        if value is not None:
            lines.append(f"| {label} | {value:.{2 if value > 1 else 4}f} | {others} |")
        elif label in known:
            lines.append(known[label])
    return "\n".join([*lines, "", NOTE])
