"""Fit all models; with folds, so that each text is read by models that have not seen it.

    python -m tests.training.crossvalidate GOLD.jsonl [MORE.jsonl ...]

prints the score of the held-out readings. `tests.training.train` writes the weights.
"""

from __future__ import annotations

import json
import sys
import zlib
from collections import defaultdict
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from parsers.claims.assemble import assemble
from parsers.claims.decide import Models, chance_of_news, read_acts
from parsers.claims.drafts import Draft, bring_together, draft_features
from parsers.claims.model import Model
from parsers.claims.to_json import claim_as_json
from tests.training.examples import Example, examples_of
from tests.training.fit import fit
from tests.training.gold import Case, cases_of, read_rows

FOLDS = 4
MANY = 6
"""Drafts of one text from which on each counts for less, so that a list of fifty countries does not teach all."""
STRENGTH = {
    "act": 0.08,
    "stage": 0.06,
    "novelty": 0.07,
    "aid_type": 0.25,
    "donor": 0.25,
    "recipient": 0.3,
    "thing": 0.12,
    "news": 0.03,
    "keep": 0.03,
}
NOTHING = Model(("yes",), (0.0,), {})


def fold_of(case: Case) -> int:
    """The same for the same text for ever."""
    return zlib.crc32(case.row["text"][:80].encode()) % FOLDS


def fit_readers(examples: Sequence[dict[str, list[Example]]]) -> Models:
    """All models but `keep`."""
    pooled: dict[str, list[Example]] = defaultdict(list)
    for found in examples:
        for name, rows in found.items():
            pooled[name] += rows
    fitted = {name: _fit(name, rows) for name, rows in pooled.items()}
    parties = side_by_side(donor=fitted.pop("donor"), recipient=fitted.pop("recipient"))
    return Models(**fitted, parties=parties, keep=NOTHING)


def side_by_side(**models: Model) -> Model:
    """One model with an output for each of some yes-or-no models, so that features are looked up once."""
    names = sorted({feature for model in models.values() for feature in model.weights})
    none = (0.0,)
    rows = {name: tuple(model.weights.get(name, none)[0] for model in models.values()) for name in names}
    return Model(tuple(models), tuple(model.bias[0] for model in models.values()), rows)


def _fit(name: str, rows: Sequence[Example]) -> Model:
    return fit([r.features for r in rows], [r.label for r in rows], [r.weight for r in rows], strength=STRENGTH[name])


def drafts_of(case: Case, models: Models) -> list[Draft]:
    return bring_together(read_acts(case.scene, models), chance_of_news(case.scene, models))


def keep_examples(case: Case, drafts: Sequence[Draft]) -> Iterable[Example]:
    """Whether each draft is a claim of the text; those that only an optional claim matches are left out."""
    must = flows(claim for claim in case.claims if not claim["optional"])
    may = flows(claim for claim in case.claims if claim["optional"])
    weight = case.row.get("weight", 1.0) * min(1.0, (MANY / max(1, len(drafts))) ** 0.5)
    for number, draft in enumerate(drafts):
        said = flows([draft_label(draft)])
        if said & may and not said & must:
            continue
        yield Example(draft_features(case.scene, drafts, number), "yes" if said & must else "no", weight)


def draft_label(draft: Draft) -> dict[str, Any]:
    return {"donors": [draft.donor], "recipients": [draft.recipient], "stage": draft.stage, "novelty": draft.novelty}


def flows(claims: Iterable[dict[str, Any]]) -> set[tuple[str, str, str, str]]:
    return {
        (donor, recipient, "pledged" if c["stage"] == "committed" else c["stage"], c["novelty"])
        for c in claims
        for donor in c["donors"] or ["?"]
        for recipient in c["recipients"] or ["?"]
    }


def hold_out(cases: Sequence[Case]) -> tuple[list[list[Draft]], list[Models]]:
    """Drafts of each case by models that have not seen it, and the models of each fold."""
    examples = [examples_of(case) for case in cases]
    drafts: list[list[Draft]] = [[] for _ in cases]
    models = []
    for fold in range(FOLDS):
        seen = [found for case, found in zip(cases, examples, strict=True) if fold_of(case) != fold]
        models.append(fit_readers(seen))
        for place, case in enumerate(cases):
            if fold_of(case) == fold:
                drafts[place] = drafts_of(case, models[fold])
    return drafts, models


def fit_keep(cases: Sequence[Case], drafts: Sequence[Sequence[Draft]]) -> Model:
    return _fit("keep", [row for case, found in zip(cases, drafts, strict=True) for row in keep_examples(case, found)])


def predictions(cases: Sequence[Case]) -> list[dict[str, Any]]:
    """Held-out claims of each case, in the order of the cases."""
    drafts, models = hold_out(cases)
    lines: list[dict[str, Any]] = [{} for _ in cases]
    for fold in range(FOLDS):
        rest = [place for place, case in enumerate(cases) if fold_of(case) != fold]
        keep = fit_keep([cases[place] for place in rest], [drafts[place] for place in rest])
        whole = models[fold]._replace(keep=keep)
        for place, case in enumerate(cases):
            if fold_of(case) == fold:
                claims = assemble(case.scene, drafts[place], whole)
                lines[place] = {"id": case.row["id"], "claims": [claim_as_json(claim) for claim in claims]}
    return lines


def main() -> None:
    rows = [row for path in sys.argv[1:] for row in read_rows(Path(path))]
    for line in predictions(cases_of(rows)):
        print(json.dumps(line))  # noqa: T201


if __name__ == "__main__":
    main()
