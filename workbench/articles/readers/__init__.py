"""The formats that an article can be read from: one small module each, all with the face of `face.Reader`.

A module of this package that has a `READER` is found by the registry; so is what another package offers under
the entry point group `claim_workbench.readers`.
"""
