"""Where the publisher of each method of judging progress documents it."""

from __future__ import annotations

from collections.abc import Mapping

METHOD_PAGES: Mapping[str, str] = {
    "open_sdg": "https://open-sdg.readthedocs.io/en/latest/progress-methodology/",
    "unsd2022": "https://unstats.un.org/sdgs/report/2022/progress-chart/",
    "un2023": "https://unstats.un.org/sdgs/report/2023/progress-chart/",
    "eurostat": "https://ec.europa.eu/eurostat/web/sdi",
    "escap_csi": "https://data.unescap.org/resource-guides/progress-assessment-methodology",
    "escap_api": "https://data.unescap.org/resource-guides/progress-assessment-methodology",
    "sdsn": "https://dashboards.sdgindex.org/chapters/methodology",
}
