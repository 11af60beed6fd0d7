"""The gate between releases: what is new is laid beside what came before, and a loss needs a person's word.

`lay_beside` compares each release that an import brings with the newest one before it (or with itself, where it is held
already) and answers a `GateReport`. A gain is only told. A loss, and whatever looks like a fault of the publisher or of
our reading, stops the import until it is accepted by name with a reason (`catalogue/accepted_losses.csv`).
"""
