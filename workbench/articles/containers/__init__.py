"""Files that hold many articles: one small module for each format, all with the face of `face.Container`.

A module of this package that has a `CONTAINER` is found by the registry; so is what another package offers under
the entry point group `claim_workbench.containers`. A container only splits: each document that it yields is read by
`read_article` from its own bytes alone.
"""
