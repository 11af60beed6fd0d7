import pytest

# Five regions: creative employment E, all employment X, and whether the region is a city.
FIVE_REGIONS = """
with five as (
    select
        e / sum(e) over () as s,
        x / sum(x) over () as x,
        e,
        is_city
    from (values (50.0, 300.0, true), (30, 250, true), (12, 200, false), (6, 150, false), (2, 100, false))
        as given(e, x, is_city)
)
"""
# Product per head of the 32 Mexican states in 1940, the data of PySAL's published test.
MEXICO_1940 = (
    "[10384,22361,9573,3758,2934,8578,8537,6909,17816,12132,4359,2181,4414,5309,3408,3327,6936,4836,9073,1892,"
    "3569,11016,21965,4372,4840,6399,2459,7508,3605,5203,7990,3734]"
)


@pytest.mark.parametrize(
    ("expression", "expected"),
    [
        ("hhi(s)", 0.3584),
        ("normalised_hhi(s)", 0.198),
        ("effective_number(s)", 2.790179),
        ("top_share(s, 1)", 0.5),
        ("top_share(s, 2)", 0.8),
        ("top_share(s, 3)", 0.92),
        ("gini_of_counts(list(e))", 0.48),
        ("locational_gini(list({'s': s, 'x': x}))", 0.302),
        ("hoover(s, x)", 0.25),
        ("theil_t(s, x)", 0.161644),
        ("theil_l(s, x)", 0.201724),
        ("atkinson(s, x, 0.5)", 0.086697),
        ("atkinson(s, x, 1)", 0.182680),
        ("atkinson(s, x, 2)", 0.373695),
        ("williamson_cv(s, x)", 0.541603),
    ],
)
def test_index_of_five_regions_gives_the_worked_value(engine, expression, expected):
    answer = engine.execute(f"{FIVE_REGIONS} select {expression} from five").fetchone()[0]
    assert answer == pytest.approx(expected, abs=5e-7)


def test_location_quotients_of_five_regions_give_the_worked_values(engine):
    rows = engine.execute(f"{FIVE_REGIONS} select location_quotient(s, x, 1, 1) as q from five order by q desc")
    quotients = [row[0] for row in rows.fetchall()]
    assert quotients == pytest.approx([5 / 3, 1.2, 0.6, 0.4, 0.2])


@pytest.mark.parametrize(
    ("quotient", "expected"), [(5 / 3, 0.25), (1.2, 0.090909), (0.6, -0.25), (0.4, -0.428571), (0.2, -0.666667)]
)
def test_symmetric_quotient_gives_the_worked_value(compute, quotient, expected):
    assert compute(f"symmetric_quotient({quotient}::double)") == pytest.approx(expected, abs=5e-7)


def test_theil_splits_into_between_and_within_cities_and_oblasts(engine):
    between = engine.execute(
        f"{FIVE_REGIONS}, grouped as (select sum(s) as s, sum(x) as x from five group by is_city)"
        " select theil_t(s, x) from grouped"
    ).fetchone()[0]
    total = engine.execute(f"{FIVE_REGIONS} select theil_t(s, x) from five").fetchone()[0]
    assert (between, total - between) == pytest.approx((0.137569, 0.024075), abs=5e-7)


def test_splitting_a_region_lowers_the_index_with_nothing_happening(engine):
    whole = engine.execute("select hhi(s) from (values (0.5), (0.3), (0.2)) as t(s)").fetchone()[0]
    split = engine.execute("select hhi(s) from (values (0.3), (0.2), (0.3), (0.2)) as t(s)").fetchone()[0]
    assert (float(whole), float(split)) == pytest.approx((0.38, 0.26))


def test_gini_of_the_mexican_states_in_1940_matches_pysal(compute):
    assert compute(f"gini_of_counts({MEXICO_1940})") == pytest.approx(0.35372371173452849, abs=1e-12)


def test_theil_of_the_mexican_states_in_1940_matches_pysal(engine):
    shares = f"select v / sum(v) over () as s, 1 / 32.0::double as x from unnest({MEXICO_1940}) as t(v)"
    assert engine.execute(f"select theil_t(s, x) from ({shares})").fetchone()[0] == pytest.approx(0.20894344, abs=5e-9)


def test_theil_of_two_halves_is_all_between_them_as_in_pysal(engine):
    shares = "select v / 30.0::double as s, 1 / 6.0::double as x from unnest([0, 0, 0, 10, 10, 10]) as t(v)"
    assert engine.execute(f"select theil_t(s, x) from ({shares})").fetchone()[0] == pytest.approx(0.6931471805599453)


@pytest.mark.parametrize(("aversion", "expected"), [(0.5, 0.06315), (1, 0.1316096), (0, 0.0)])
def test_atkinson_of_ten_to_fifty_matches_pysal(engine, aversion, expected):
    shares = "select v / 150.0::double as s, 0.2::double as x from unnest([10, 20, 30, 40, 50]) as t(v)"
    answer = engine.execute(f"select atkinson(s, x, {aversion}) from ({shares})").fetchone()[0]
    assert answer == pytest.approx(expected, abs=5e-6)


def test_hoover_of_equal_reference_matches_pysal_schutz(engine):
    shares = "select v / 10000.0::double as s, 0.2::double as x from unnest([1000, 2000, 1500, 3000, 2500]) as t(v)"
    assert engine.execute(f"select hoover(s, x) from ({shares})").fetchone()[0] == pytest.approx(0.15)


def test_theil_l_is_undefined_where_a_region_has_nothing(engine):
    answer = engine.execute("select theil_l(s, 0.5::double) from (values (0.0), (1.0)) as t(s)").fetchone()[0]
    assert answer is None


@pytest.mark.parametrize(("rates", "spread"), [("[20,14,10,8,5]", 0.529468), ("[24,18,14,12,8]", 0.415162)])
def test_sigma_convergence_gives_the_worked_spread(engine, rates, spread):
    answer = engine.execute(f"select sigma_spread(v) from unnest({rates}::double[]) as t(v)").fetchone()[0]
    assert answer == pytest.approx(spread, abs=5e-7)
