"""Statements of PROV (the W3C's model of provenance), as PROV-JSON writes them."""

from collections.abc import Iterator
from typing import Final

from workbench.reports.interchange.json_text import dump, json_map, json_object
from workbench.reports.interchange.naming import JsonObject, derived_key, told

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


def by_uuid(key: str) -> str:
    """Return the qualified name of what has this UUID."""
    return f"uuid:{key}"


def by_sha256(key: str) -> str:
    """Return the qualified name of the bytes with this hash."""
    return f"sha256:{key}"


class Statements:
    """A document that is being written; each thing is stated once, each relation as often as it is said."""

    def __init__(self) -> None:
        self._found: dict[str, dict[str, JsonObject]] = {kind: {} for kind in _KINDS}
        self._made: dict[str, str] = {}

    def entity(self, name: str, kind: str, /, **attributes: str | int | None) -> None:
        """State that there is a thing; `kind` is a qualified name, attributes are the program's own but for `label`."""
        self._found["entity"][name] = _typed(kind, attributes)

    def mention(self, name: str) -> None:
        """State that there is a thing, if nothing is stated of it yet."""
        self._found["entity"].setdefault(name, {})

    def activity(self, name: str, kind: str, start: str | None, end: str) -> bool:
        """State that something was done, or went on until `end`; return whether that is new."""
        known = self._found["activity"]
        if is_new := name not in known:
            known[name] = told({"prov:type": _qualified(kind), "prov:startTime": start})
        known[name]["prov:endTime"] = end
        return is_new

    def agent(self, kind: str, name: str) -> str:
        """State that there is a person (`Person`) or a program (`SoftwareAgent`); return its qualified name."""
        key = by_uuid(derived_key("agent", kind, name))
        self._found["agent"][key] = {"prov:type": _qualified(f"prov:{kind}"), "prov:label": name}
        return key

    def relate(self, relation: str, one: str, other: str, time: str | None = None, kind: str | None = None) -> None:
        """State a relation between two things."""
        found = self._found[relation]
        roles = dict(zip(_ROLES[relation], (one, other), strict=True))
        more = told({"prov:time": time, "prov:type": _qualified(kind) if kind else None})
        found[f"_:{relation}{len(found)}"] = {**roles, **more}

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
        return json_object(self._members())

    def _members(self) -> Iterator[tuple[str, str | Iterator[str]]]:
        yield "prefix", dump(PREFIXES)
        for kind, found in self._found.items():
            if found:
                yield kind, json_map(found.items())


def _typed(kind: str, attributes: dict[str, str | int | None]) -> JsonObject:
    label = attributes.pop("label", None)
    own = {f"workbench:{name}": value for name, value in attributes.items()}
    return told({"prov:type": _qualified(kind), "prov:label": label, **own})


def _qualified(name: str) -> JsonObject:
    return {"$": name, "type": "prov:QUALIFIED_NAME"}
