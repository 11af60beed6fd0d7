"""A complete store in small: one figure per source and release of the catalogue, and one fact."""

import shutil
from datetime import date
from pathlib import Path

from data.catalogue_files import CATALOGUE, read_sources
from data.tidy import Fact, Figure, ImportCount, Imported, write_import

SOURCE = "bns_employment"
DAY = date(2026, 8, 13)
FIGURE = Figure(
    source_id=SOURCE,
    indicator="BNS-5831",
    activity="ISIC4_R",
    time_period=2020,
    unit_measure="TH_PEOPLE",
    obs_value=140.5,
    release=DAY,
    file="employed.csv",
    line=2,
    licence="BNS-OPEN",
)
FACT = Fact(
    fact_id="F0",
    measure="CREATIVE_EMPLOYED",
    time_period=2023,
    ref_area="KZ",
    obs_value=95000,
    unit_measure="PERSONS",
    confidence="secondary",
    publisher="A publisher",
    source_title="A title",
    source_url="https://example.org/a",
)


def write_figures(folder: Path, *figures: Figure) -> None:
    """The one release of SOURCE with these figures."""
    _write(folder, SOURCE, list(figures))


def write_complete(folder: Path) -> Path:
    """Figures of every source below `folder`/figures and a catalogue that expects no more; the folder."""
    catalogue, figures = folder / "catalogue", folder / "figures"
    shutil.copytree(CATALOGUE, catalogue)
    (catalogue / "least_rows.csv").write_text("source_id,kind,rows\ncited_facts,facts,1\n")
    sources, releases = read_sources(catalogue / "sources.yaml")
    derived = {source["source_id"] for source in sources if source.get("derived_from")}
    days: dict[str, list[date]] = {}
    for row in (row for row in releases if row["source_id"] not in derived):
        days.setdefault(row["source_id"], []).append(date.fromisoformat(row["release"]))
    for source_id, of_source in days.items():
        _write(figures, source_id, [_figure(source_id, day) for day in of_source])
    return folder


def _figure(source_id: str, day: date) -> Figure:
    if source_id == SOURCE:
        return FIGURE
    return Figure(
        source_id=source_id,
        indicator="SMALL",
        time_period=2015,
        unit_measure="PT",
        obs_value=1.0,
        release=day,
        file="small.csv",
        line=2,
        licence="BNS-OPEN",
    )


def _write(folder: Path, source_id: str, figures: list[Figure]) -> None:
    counts = [
        ImportCount(
            source_id=source_id,
            release=day,
            file=figures[0].file,
            read=len(of_day),
            stored=len(of_day),
            repaired=0,
            quarantined=0,
            dropped=0,
            duplicate=0,
        )
        for day in sorted({figure.release for figure in figures})
        if (of_day := [figure for figure in figures if figure.release == day])
    ]
    facts = [FACT] if source_id == "cited_facts" else []
    write_import(Imported(source_id, figures=figures, counts=counts, facts=facts), folder)
