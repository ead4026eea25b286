"""Training data becomes windows of numbers; PyTorch is not needed for that."""

import json
import random
from itertools import pairwise
from pathlib import Path

from hearsay.read.decode import found_in, legal_transitions
from hearsay.read.encode import Encoder
from hearsay.read.manifest import WEIGHTS
from training.cues import learn
from training.data import IGNORED, UPOS, Example, attribution_examples, batches, load_articles, load_parsed

ENCODER = Encoder(WEIGHTS / "tokenizer.json")
TEXT = 'It rained, the mayor said. "It poured," added Bo.'


def spans(*words: str) -> list[list[int]]:
    return [[TEXT.index(w), TEXT.index(w) + len(w)] for w in words]


def article(folder: Path) -> Path:
    rows = [
        {"source": spans("the mayor"), "cue": spans("said"), "content": spans("It rained")},
        {"source": spans("Bo"), "cue": spans("added"), "content": spans('"It poured,"')},
        {"source": spans("Bo"), "cue": spans("added"), "content": spans("added Bo")},
    ]
    path = folder / "train.jsonl"
    path.write_text(json.dumps({"text": TEXT, "attributions": rows}) + "\n")
    return path


def test_tags_hold_the_attribution_that_they_were_made_of(tmp_path: Path) -> None:
    (loaded,) = load_articles(article(tmp_path), ENCODER)
    (example,) = attribution_examples(loaded, first_limit=None)
    encoded = example.encoded
    bars = legal_transitions()
    found = []
    for cue, tags in example.cued:
        assert all(bars[a, b] == 0 for a, b in pairwise(tags))
        pieces = found_in(tags, offset=0, margin=0.0)
        assert [w for a, b in pieces.cue for w in range(a, b)] == cue.tolist()
        found.append([TEXT[encoded.starts[a] : encoded.ends[b - 1]] for a, b in (*pieces.source, *pieces.content)])
    assert found == [["the mayor", "It rained"], ["Bo", '"It poured,"']]  # the overlapping one is left out
    assert example.flat is not None
    assert set(example.flat.tolist()) == {0, 1, 2, 3, 5, 6}


def test_an_attribution_is_learnt_where_its_cue_stands(tmp_path: Path) -> None:
    (loaded,) = load_articles(article(tmp_path), ENCODER)
    parts = attribution_examples(loaded, first_limit=8)
    assert [len(p.cued) for p in parts] == [1, 1]


CONLLU = """# newdoc id = one
# sent_id = 1
1	Bo	Bo	PROPN	NNP	_	2	nsubj	_	_
2-3	cannot	_	_	_	_	_	_	_	SpaceAfter=No
2	can	can	AUX	MD	_	0	root	_	_
3	not	not	PART	RB	_	2	advmod	_	_
4	.	.	PUNCT	.	_	2	punct	_	_

"""


def test_trees_are_laid_over_words(tmp_path: Path) -> None:
    path = tmp_path / "tiny.conllu"
    path.write_text(CONLLU)
    relations: list[str] = []
    (parsed,) = load_parsed([path], ENCODER, relations)
    assert parsed.encoded.text == "Bo cannot."
    assert [UPOS[t] for t in parsed.tags.tolist()] == ["PROPN", "AUX", "PUNCT"]  # "not" starts within a word
    assert parsed.heads.tolist() == [2, 0, 2]
    assert [relations[r] for r in parsed.relations.tolist()] == ["nsubj", "root", "punct"]
    assert IGNORED not in parsed.heads


def test_batches_hold_every_example_once(tmp_path: Path) -> None:
    (loaded,) = load_articles(article(tmp_path), ENCODER)
    examples: list[Example] = attribution_examples(loaded, first_limit=8) * 5
    groups = batches(examples, size=3, shuffle=random.Random(1))
    assert sorted(id(e) for g in groups for e in g) == sorted(map(id, examples))
    assert all(len(g) <= 3 for g in groups)


def test_cue_words_are_learnt_outside_contents(tmp_path: Path) -> None:
    path = tmp_path / "train.jsonl"
    row = {"source": [], "cue": spans("said"), "content": spans("It rained")}
    path.write_text((json.dumps({"text": TEXT, "attributions": [row]}) + "\n") * 5)
    assert learn(path) == ["said"]
