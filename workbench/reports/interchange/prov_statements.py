"""Statements of PROV (the W3C's model of provenance), as PROV-JSON writes them."""

from collections.abc import Iterator
from contextlib import ExitStack
from typing import Final, Self

from workbench.reports.interchange.json_text import dump, json_map, json_object, member
from workbench.reports.interchange.naming import JsonObject, derived_key, told
from workbench.reports.waiting import WaitingLines

PREFIXES: Final = {
    "uuid": "urn:uuid:",
    "sha256": "urn:sha256:",
    "workbench": "urn:claim-workbench:",
}

_ROLES: Final = {
    "wasGeneratedBy": ("prov:entity", "prov:activity"),
    "used": ("prov:activity", "prov:entity"),
    "wasInformedBy": ("prov:informed", "prov:informant"),
    "wasAssociatedWith": ("prov:activity", "prov:agent"),
    "wasAttributedTo": ("prov:entity", "prov:agent"),
    "wasDerivedFrom": ("prov:generatedEntity", "prov:usedEntity"),
    "wasInvalidatedBy": ("prov:entity", "prov:activity"),
    "hadMember": ("prov:collection", "prov:entity"),
}
"""The relations, and what each calls the two things that it relates."""

_KINDS: Final = ("entity", "activity", "agent", *_ROLES)
_WAITING: Final = ("entity", *_ROLES)


def by_uuid(key: str) -> str:
    """Return the qualified name of what has this UUID."""
    return f"uuid:{key}"


def by_sha256(key: str) -> str:
    """Return the qualified name of the bytes with this hash."""
    return f"sha256:{key}"


class Statements:
    """A document that is being written; each thing is stated once, each relation as often as it is said.

    PROV-JSON orders statements by kind, so those of things and relations wait on the disk. Held are the names of
    things, and what people did.
    """

    def __init__(self) -> None:
        self._waiting = {kind: WaitingLines() for kind in _WAITING}
        self._activities: dict[str, JsonObject] = {}
        self._agents: dict[str, JsonObject] = {}
        self._stated: set[str] = set()
        self._mentioned: dict[str, None] = {}
        self._made: dict[str, str] = {}

    def __enter__(self) -> Self:
        with ExitStack() as opened:
            for lines in self._waiting.values():
                opened.enter_context(lines)
            self._opened = opened.pop_all()
        return self

    def __exit__(self, *error: object) -> None:
        self._opened.close()

    def entity(self, name: str, kind: str, /, **attributes: str | int | None) -> None:
        """State that there is a thing; `kind` is a qualified name, attributes are the program's own but for `label`."""
        if name not in self._stated:
            self._stated.add(name)
            self._state("entity", name, _typed(kind, attributes))

    def mention(self, name: str) -> None:
        """State that there is a thing, if nothing else is stated of it."""
        self._mentioned[name] = None

    def activity(self, name: str, kind: str, start: str | None, end: str) -> bool:
        """State that something was done, or went on until `end`; return whether that is new."""
        known = self._activities
        if is_new := name not in known:
            known[name] = told({"prov:type": _qualified(kind), "prov:startTime": start})
        known[name]["prov:endTime"] = end
        return is_new

    def agent(self, kind: str, name: str) -> str:
        """State that there is a person (`Person`) or a program (`SoftwareAgent`); return its qualified name."""
        key = by_uuid(derived_key("agent", kind, name))
        self._agents[key] = {"prov:type": _qualified(f"prov:{kind}"), "prov:label": name}
        return key

    def relate(self, relation: str, one: str, other: str, time: str | None = None, kind: str | None = None) -> None:
        """State a relation between two things."""
        roles = dict(zip(_ROLES[relation], (one, other), strict=True))
        more = told({"prov:time": time, "prov:type": _qualified(kind) if kind else None})
        self._state(relation, f"_:{relation}{self._waiting[relation].count}", {**roles, **more})

    def generate(self, entity: str, activity: str, time: str | None = None) -> None:
        """State what a thing came of; the first holds, as nothing comes into being twice."""
        if self._made.setdefault(entity, activity) == activity:
            self.relate("wasGeneratedBy", entity, activity, time)

    def use(self, activity: str, entity: str, time: str | None = None) -> None:
        """State that a thing was used, if it did not only come of that."""
        if self._made.get(entity) != activity:
            self.relate("used", activity, entity, time)

    def text(self) -> Iterator[str]:
        """Yield the document, one statement a line."""
        self._waiting["entity"].add(member(name, {}) for name in self._mentioned if name not in self._stated)
        return json_object(self._members())

    def _state(self, kind: str, name: str, statement: JsonObject) -> None:
        self._waiting[kind].add((member(name, statement),))

    def _members(self) -> Iterator[tuple[str, str | Iterator[str]]]:
        held = {"activity": self._activities, "agent": self._agents}
        yield "prefix", dump(PREFIXES)
        for kind in _KINDS:
            if held.get(kind):
                yield kind, json_map(member(*each) for each in held[kind].items())
            elif kind in self._waiting and self._waiting[kind].count:
                yield kind, json_map(self._waiting[kind])


def _typed(kind: str, attributes: dict[str, str | int | None]) -> JsonObject:
    label = attributes.pop("label", None)
    own = {f"workbench:{name}": value for name, value in attributes.items()}
    return told({"prov:type": _qualified(kind), "prov:label": label, **own})


def _qualified(name: str) -> JsonObject:
    return {"$": name, "type": "prov:QUALIFIED_NAME"}
