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
    ("pages", "title"): ("web pages: title, share right", "trafilatura 0.69"),
    ("pages", "date"): ("web pages: day of publication", "trafilatura 0.94"),
    ("pages", "author"): ("web pages: authors", "trafilatura 0.97"),
    ("pages", "words_f1"): ("web pages: the article's words, F1", "trafilatura 0.947"),
}
"""What the table has of which set, and what others reach on the same or on its test part."""
NOTE = (
    "Attributions: PolNeAR's 84 dev articles, through `hearsay read`; beside them BERT-base (110M parameters) and the "
    "best published model on the test part, which is 1 to 2 points harder (COLING 2022). Stories: four that were "
    "annotated for this project, and that its rules were tuned on. Web pages: 39 real ones, also tuned on."
)


def table(measured: Mapping[str, Mapping[str, float]]) -> str:
    """The rows of what was measured, as Markdown."""
    lines = ["| measure | hearsay | others |", "|---|---:|---|"]
    for (group, name), (label, others) in LABELS.items():
        value = measured.get(group, {}).get(name)
        if value is not None:
            lines.append(f"| {label} | {value:.{2 if value > 1 else 4}f} | {others} |")
    return "\n".join([*lines, "", NOTE])
