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
    "annotated for this project; two of them were developed on, all four were looked at in the end. Quantities: 295 "
    "sentences of NewsQuant. Times: 165 articles of TimeBank and AQUAINT, calendar times alone; * HeidelTime by "
    "TempEval-3's own scorer over all types, on TimeBank and on AQUAINT. Web pages: 39 real ones. All of these were "
    "also tuned on."
)


def table(measured: Mapping[str, Mapping[str, float]]) -> str:
    """The rows of what was measured, as Markdown."""
    lines = ["| measure | hearsay | others |", "|---|---:|---|"]
    for (group, name), (label, others) in LABELS.items():
        value = measured.get(group, {}).get(name)
        if value is not None:
            lines.append(f"| {label} | {value:.{2 if value > 1 else 4}f} | {others} |")
    return "\n".join([*lines, "", NOTE])
