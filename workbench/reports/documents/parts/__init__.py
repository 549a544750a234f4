"""The parts of a report on paper, in the same order and words whatever the paper is."""
