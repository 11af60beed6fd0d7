"""What is new at the publishers, fetched: `python -m data.refresh`.

`connectors` says where each source is asked and what its answers look like (`catalogue/connectors.yaml`); `answers`
reads the few shapes in which publishers answer, `data.web` asks, within limits; `folder` makes of them the publisher's
folder that `data.importers` reads; `run` takes it in: gated, built beside the old store, put in place as a whole.
"""
