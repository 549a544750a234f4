"""What belongs together because something links it: connected components."""

from collections.abc import Hashable, Iterable, Sequence
from itertools import pairwise
from typing import TypeVar

from workbench.matching.model import SharedPassage

_Node = TypeVar("_Node", bound=Hashable)


def components(pairs: Iterable[tuple[_Node, _Node]]) -> list[set[_Node]]:
    """Return the sets of nodes that the pairs link, directly or through others, in the order of their first pairs."""
    parents: dict[_Node, _Node] = {}
    for a, b in pairs:
        parents[_root(parents, b)] = _root(parents, a)
    groups: dict[_Node, set[_Node]] = {}
    for node in parents:
        groups.setdefault(_root(parents, node), set()).add(node)
    return list(groups.values())


def _root(parents: dict[_Node, _Node], node: _Node) -> _Node:
    parents.setdefault(node, node)
    while parents[node] != node:
        parents[node] = parents[parents[node]]
        node = parents[node]
    return node


def same_places(passages: Sequence[SharedPassage]) -> list[list[SharedPassage]]:
    """Return the passages in sets: those that overlap in an article share one, and so do those so linked."""
    sides = [(p.a_article, p.a_start, p.a_end, number) for number, p in enumerate(passages)]
    sides += [(p.b_article, p.b_start, p.b_end, number) for number, p in enumerate(passages)]
    links = [(number, number) for number in range(len(passages))]
    article, end = "", -1
    for (_, _, _, before), side in pairwise([("", 0, 0, -1), *sorted(sides)]):
        if side[0] == article and side[1] < end:
            links.append((before, side[3]))
            end = max(end, side[2])
        else:
            article, end = side[0], side[2]
    return [[passages[number] for number in sorted(numbers)] for numbers in components(links)]
