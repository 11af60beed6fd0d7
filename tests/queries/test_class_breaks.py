import pytest

# NEET rate of the 20 regions in 2022, per cent; bounds published by mapclassify for these values.
NEET_2022 = "[4.2,3.9,4.7,6.1,5.4,2.1,5.5,3.5,6.5,3.2,5.5,7.3,3.4,6.6,6.1,8.7,4.9,3.0,3.8,2.6]"


@pytest.mark.parametrize(
    ("scheme", "bounds"),
    [("quantile_breaks", [3.475, 4.8, 6.1, 8.7]), ("jenks_breaks", [3.5, 4.9, 6.6, 8.7])],
)
def test_class_breaks_of_the_neet_rate_match_mapclassify(engine, scheme, bounds):
    rows = engine.execute(f"select upper_bound from {scheme}({NEET_2022}, 4)").fetchall()
    assert [row[0] for row in rows] == pytest.approx(bounds)


def test_fewer_distinct_values_than_classes_give_one_class_each(engine):
    rows = engine.execute("select upper_bound from jenks_breaks([1.0, 1.0, 2.0], 4)").fetchall()
    assert [row[0] for row in rows] == [1.0, 2.0]
