"""What pages are measured against, bare Streamlit pages, and the script that watches a page draw."""

BARE_PAGE = """
import plotly.graph_objects as go
import streamlit as st

VALUES = {"a": [5.7, 5.1, 5.9, 5.8, 7.0, 7.9, 7.2, 6.4, 6.0, 5.2, 4.9, 5.0, 4.6, 6.0],
          "b": [7.6, 6.6, 10.1, 9.9, 12.4, 7.6, 10.1, 6.4, 4.0, 5.6, 5.5, 6.2, 5.5, 6.1]}
st.title("Bare")
chosen = st.segmented_control("line", ["a", "b"], default="a", required=True)
st.plotly_chart(go.Figure(go.Scatter(x=list(range(2010, 2024)), y=VALUES[chosen], mode="lines+markers")), height=400)
"""

# The same page with the other kinds of control; what they choose is drawn as further lines, or as fewer years.
BARE_FILTERS_PAGE = """
import plotly.graph_objects as go
import streamlit as st

NAMES = list("abcdefghijklmnopqrst")
VALUES = {name: [place % 7 + year % 5 + place / 20 for year in range(14)] for place, name in enumerate(NAMES)}
st.title("Bare")
one = st.selectbox("line", NAMES, key="choose_list_en")
more = st.multiselect("lines", NAMES[1:], key="choose_regions_en")
years = st.slider("years", 2010, 2023, (2010, 2023), key="choose_years_en")
lines = [go.Scatter(x=list(range(2010, years[1] + 1)), y=VALUES[name], mode="lines+markers") for name in [one, *more]]
st.plotly_chart(go.Figure(lines), height=400)
"""

# Watches marks by what the browser reports as changed, so that a page of many charts pays no more for being watched
# than a page of one.
WATCH = """
const MARKS = '.js-plotly-plot .scatterlayer path, .js-plotly-plot .barlayer path, article.sheet';
const brought = (node) => node.nodeType === 1 && (node.matches(MARKS) || node.querySelector(MARKS));
const changed = (record) => record.type === 'childList' ? [...record.addedNodes].some(brought)
  : record.target.matches(MARKS) && record.target.getAttribute(record.attributeName) !== record.oldValue;
let drawn;
const next = () => new Promise((done, failed) => {
  drawn = () => requestAnimationFrame(() => done(performance.now()));
  setTimeout(() => failed(new Error('no chart changed')), 60000);
});
new MutationObserver((records) => { if (drawn && records.some(changed)) { drawn(); drawn = null; } })
  .observe(document, { subtree: true, childList: true, attributeFilter: ['d', 'style'], attributeOldValue: true });
window.__first = next();
for (const kind of ['pointerdown', 'keydown']) {
  addEventListener(kind, (event) => { window.__change = next().then((end) => end - event.timeStamp); }, true);
}
"""
