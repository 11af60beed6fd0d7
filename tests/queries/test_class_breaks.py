import pytest

# NEET rate of the 20 regions in 2022, per cent; bounds published by mapclassify for these values.
NEET_2022 = "[4.2,3.9,4.7,6.1,5.4,2.1,5.5,3.5,6.5,3.2,5.5,7.3,3.4,6.6,6.1,8.7,4.9,3.0,3.8,2.6]"


def test_class_breaks_of_the_neet_rate_match_mapclassify(engine):
    rows = engine.execute(f"select upper_bound from quantile_breaks({NEET_2022}, 4)").fetchall()
    assert [row[0] for row in rows] == pytest.approx([3.475, 4.8, 6.1, 8.7])
