"""Learns parsers/article/model.json from the corpus, and shows how well that carries to sites not learned from.

    python -m tests.benchmarks.text.train           cross-validate (5 folds by site) and print
    python -m tests.benchmarks.text.train --write   learn from all pages and write the model

Needs scikit-learn, which is no dependency of the project: `pip install scikit-learn` into an environment of your own.
"""

import json
import sys
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from sklearn.ensemble import HistGradientBoostingClassifier
from sklearn.linear_model import LogisticRegression
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler

import parsers.article
from parsers.article.general import main_text
from parsers.article.learned import HOPELESS, judge
from parsers.article.model import Model, Tree, first_look, name_scorer
from parsers.article.scene import scene_features, set_scene
from tests.benchmarks.text.corpus import load_corpus
from tests.benchmarks.text.examples import CONTEXTS, HINTS, Example, examples_of
from tests.benchmarks.text.shingles import compare, f1

MODEL = Path(parsers.article.__file__).parent / "model.json"
_FOLDS = 5
_TREES = {
    "max_iter": 40,
    "learning_rate": 0.1,
    "max_leaf_nodes": 8,
    "min_samples_leaf": 20,
    "l2_regularization": 5.0,
    "max_features": 0.4,
}


def main(arguments: Sequence[str]) -> None:
    examples = [example for sample in load_corpus() for example in examples_of(sample)]
    if "--write" in arguments:
        MODEL.write_text(json.dumps(learn(examples)._asdict(), separators=(",", ":")) + "\n", encoding="utf-8")
        sys.stdout.write(f"wrote {MODEL}\n")
    else:
        for seed in range(2):
            cross_validate(examples, seed)


def cross_validate(examples: list[Example], seed: int) -> None:
    """Prints F1, precision and recall on sites that were not learned from."""
    alone, whole, asked = [], [], 0
    folds = _folds(examples, _FOLDS, seed)
    for fold in range(_FOLDS):
        model = learn([example for example, its in zip(examples, folds, strict=True) if its != fold])
        for example, its in zip(examples, folds, strict=True):
            if its == fold and example.whole:
                text = example.sample.text
                alone.append(compare(text, "\n".join(judge(example.page, example.told, model).text())))
                found = main_text(example.markup, example.page, example.told, model)
                whole.append(compare(text, "\n".join(found.paragraphs)))
                asked += found.method != "learned"
    for name, matches in (("learned alone", alone), ("with trafilatura where unsure", whole)):
        sys.stdout.write("seed {}: {:30} F1 {:.4f}  P {:.4f}  R {:.4f}\n".format(seed, name, *f1(matches)))
    sys.stdout.write(f"seed {seed}: trafilatura asked on {asked} of {len(whole)} pages\n")
    sys.stdout.flush()


def learn(examples: list[Example]) -> Model:
    """The weights of the first look, then trees over what it says of pages that it did not learn from."""
    folds = _folds(examples, 4, seed=9)
    features, truth, weights = [], [], []
    for fold in range(4):
        first = _learn_first([example for example, its in zip(examples, folds, strict=True) if its != fold])
        for example, its in zip(examples, folds, strict=True):
            if its == fold:
                rows, places = _second_features(example, first)
                features.append(rows)
                truth.append(example.truth[places])
                weights.append(example.weights[places])
    trees = HistGradientBoostingClassifier(random_state=0, early_stopping=False, **_TREES)
    trees.fit(np.vstack(features), np.concatenate(truth), sample_weight=_even(np.concatenate(weights)))
    base = round(float(trees._baseline_prediction.ravel()[0]), 4)
    grown = tuple(_tree(predictor[0].nodes, 0) for predictor in trees._predictors)
    return _learn_first(examples)._replace(base=base, trees=grown)


def _learn_first(examples: list[Example]) -> Model:
    features = np.vstack([np.hstack([one.own, one.names])[~one.idle] for one in examples])
    truth = np.concatenate([one.truth[~one.idle] for one in examples])
    weights = np.concatenate([one.weights[~one.idle] for one in examples])
    scaler, regression = StandardScaler(), LogisticRegression(C=0.02, max_iter=300)
    make_pipeline(scaler, regression).fit(features, truth, logisticregression__sample_weight=_even(weights))
    slopes = regression.coef_[0] / scaler.scale_
    bias = float(regression.intercept_[0] - (slopes * scaler.mean_).sum())
    numbers = [round(float(slope), 4) for slope in slopes]
    bounds = np.cumsum([0, examples[0].own.shape[1], CONTEXTS, HINTS, HINTS])
    parts = (tuple(numbers[start:end]) for start, end in pairwise(bounds))
    own, context, above, inherited = parts
    return Model(round(bias, 4), own, context, above, inherited, 0.0, ())


def _second_features(example: Example, first: Model) -> tuple[NDArray[np.float64], list[int]]:
    """Features of the blocks that get a second look, and their places."""
    blocks, nodes = example.page
    score = name_scorer(first)
    own = [list(row) for row in example.own]
    hinted = [score(block.node) for block in blocks]
    likely = [0.0 if idle else first_look(first, own[at], hinted[at]) for at, idle in enumerate(example.idle)]
    scene = set_scene(blocks, nodes, own, likely, example.told)
    places = [at for at, chance in enumerate(likely) if chance > HOPELESS]
    return np.array([scene_features(scene, at, own[at], hinted[at]) for at in places]), places


def _tree(nodes: NDArray[np.void], place: int) -> Tree:
    node = nodes[place]
    if node["is_leaf"]:
        return round(float(node["value"]), 4)
    bound = float(f"{float(node['num_threshold']):.6g}")
    return int(node["feature_idx"]), bound, _tree(nodes, node["left"]), _tree(nodes, node["right"])


def _folds(examples: list[Example], count: int, seed: int) -> list[int]:
    """A fold for each example, the same for all pages of a site."""
    sites = sorted({example.sample.site for example in examples})
    np.random.default_rng(seed).shuffle(sites)
    fold = {site: at % count for at, site in enumerate(sites)}
    return [fold[example.sample.site] for example in examples]


def _even(weights: NDArray[np.float64]) -> NDArray[np.float64]:
    return weights / weights.mean()


if __name__ == "__main__":
    main(sys.argv[1:])
