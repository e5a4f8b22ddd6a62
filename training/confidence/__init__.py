"""How sure the extractor may be of a claim: weights of its signs, learnt and calibrated.

``python -m training.confidence`` writes ``extract/confidence/model.toml``. The weights are learnt
on documents that the rules were tuned on too; the calibration on documents that neither saw.
"""
