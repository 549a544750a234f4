"""What a reviewer does: read articles in, go through the queue, decide, undo, see where things stand.

Import the module you need: `session` (the way in), `intake`, `matrix`, `progress`, `queue`. This package imports
nothing by itself, so that a screen can draw its first frame before the database is loaded.
"""
