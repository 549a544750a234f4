"""What reviewers settled, confirmed, read and agreed on how to review goes through a project without loss."""

import json
import sqlite3
from collections.abc import Callable
from datetime import datetime
from typing import Any

import pytest

from workbench.errors import InterchangeError
from workbench.reports import ExportFormat, export_text, import_project
from workbench.reports.recording import load_record
from workbench.store import state
from workbench.store.check import check
from workbench.store.decisions import CHAIN_START, Draft, decision_hash, parse_time
from workbench.store.engine import Store
from workbench.store.payloads import PAYLOAD_OF_KIND, payload_from_json
from workbench.store.policy import load_policy
from workbench.store.readings import load_readings
from workbench.store.subjects import article_subject, collection_subject
from workbench.vocabulary import DecisionKind

ZEROS = "0" * 64
NOBODY = "00000000-0000-4000-8000-000000000000"
OF_OLDER_VERSIONS = {"evidence", "origins", "waivers", "adjudication", "settled_cells", "assignments"}
"""What the claims of a file that an older version of the program wrote do not have."""


def whole(store: Store) -> str:
    return export_text(store, ExportFormat.JSON)


def test_the_review_holds_every_kind_of_decision_that_matters_here(settled_project: str) -> None:
    """Else the tests below would say nothing about the missing one."""
    kinds = {decision["kind"] for decision in json.loads(settled_project)["decisions"]}
    rare = {"link_source", "unlink_source", "restore_claim", "resume_claim", "reopen"}
    assert kinds | rare == {kind.value for kind in PAYLOAD_OF_KIND}


def test_what_was_settled_comes_back_as_it_was(settled: Store, other_store: Store) -> None:
    exported = whole(settled)
    import_project(other_store, exported)
    assert whole(other_store) == exported
    assert check(other_store) == ()
    with settled.read() as before, other_store.read() as after:
        assert state.claim_states(after) == state.claim_states(before)
        keys = [article["key"] for article in json.loads(exported)["articles"]]
        assert load_readings(after, keys) == load_readings(before, keys)
        assert load_policy(after, "Ferry") == load_policy(before, "Ferry")


def test_the_project_says_in_plain_words_what_was_settled(settled_project: str) -> None:
    project = json.loads(settled_project)
    assert [(r["sentence"], r["reading"], r["reviewer"]) for r in project["readings"]] == [
        (0, "no_factual_claim", "Anna Berg"),
        (4, "no_factual_claim", "Anna Berg"),
    ]
    assert project["policies"] == [{"collection": "Ferry", "votes": 3, "blind": True, "adjudicators": ["Cleo"]}]
    assert [[12, 20]] in [vote["unsupported_at"] for vote in project["votes"]]
    passengers = next(claim for claim in project["claims"] if claim["waivers"])
    assert passengers["verdict"] == passengers["adjudication"]["verdict"] == "refuted"
    assert [cell["relation"] for cell in passengers["settled_cells"]] == ["contradicts"]
    assert [(e["reliability"], e["credibility"]) for e in passengers["evidence"]] == [("B", "2")]
    aground = next(claim for claim in project["claims"] if claim["origins"])
    assert [(o["layer"], o["name"]) for o in aground["origins"]] == [
        ("words", "Halyard News"),
        ("words", "Halyard News"),
        ("knowledge", "@quay"),
    ]
    assert [(a["reviewer"], a["by"]) for a in aground["assignments"]] == [("Ben <b>Okafor</b>", "Cleo")]


def test_the_decisions_of_one_action_share_its_id_and_single_ones_have_none(settled_project: str) -> None:
    decisions = json.loads(settled_project)["decisions"]
    shared = [decision for decision in decisions if decision["action"] is not None]
    assert [decision["kind"] for decision in shared] == ["record_agreement", "note"]
    assert len({decision["action"] for decision in shared}) == 1


def test_a_file_of_an_older_version_still_comes_in(project: str, other_store: Store) -> None:
    """It knows no actions, no readings, no policies, and nothing of what was settled."""
    tree = json.loads(project)
    del tree["readings"], tree["policies"]
    for decision in tree["decisions"]:
        del decision["action"]
    for vote in tree["votes"]:
        del vote["unsupported_at"]
    for claim in tree["claims"]:
        for part in OF_OLDER_VERSIONS:
            del claim[part]
    import_project(other_store, json.dumps(tree))
    assert whole(other_store) == project


def test_a_record_of_one_collection_has_what_was_read_and_asked_for_there(settled: Store, moment: datetime) -> None:
    everything, ferry, fair = (load_record(settled, name, moment) for name in (None, "Ferry", "Fair & more"))
    (harbour,) = everything.readings
    assert ferry.readings == fair.readings == everything.readings
    assert sorted(everything.readings[harbour]) == [0, 4]
    assert list(ferry.policies) == ["Ferry"] == list(everything.policies)
    assert ferry.policies["Ferry"].votes == 3
    assert not fair.policies
    kinds = {decision.kind for decision in ferry.decisions}
    assert {DecisionKind.READ_SENTENCES, DecisionKind.SET_POLICY} <= kinds


def test_a_damaged_decision_about_an_article_is_named_and_hides_nothing_else(settled: Store, moment: datetime) -> None:
    before = load_record(settled, None, moment)
    with sqlite3.connect(str(settled.path)) as connection:
        connection.execute("DROP TRIGGER decisions_refuse_update")
        connection.execute("UPDATE decisions SET payload = '{' WHERE kind = 'read_sentences'")
    connection.close()
    after = load_record(settled, None, moment)
    assert "the decisions about article “harbour.txt”" in after.problems[0]
    assert (after.policies, after.claims, after.readings) == (before.policies, before.claims, {})


def rehashed(tree: Any) -> str:
    """Return the project with every chain made anew over its decisions, as a careful forger would."""
    ends: dict[tuple[str, str], str] = {}
    for given in sorted(tree["decisions"], key=lambda decision: decision["position"]):
        chain = (given["database"], given["reviewer"])
        payload = payload_from_json(DecisionKind(given["kind"]), given["payload"])
        draft = Draft(given["reviewer"], given["claim"], payload, given["undoes"], given["id"], given["action"])
        given["previous"] = ends.get(chain, CHAIN_START)
        made_at = parse_time(given["at"])
        given["hash"] = decision_hash(draft, given["database"], made_at, given["position"], given["previous"])
        ends[chain] = given["hash"]
    return json.dumps(tree)


Forgery = Callable[[dict[str, Any]], None]


def forge(**fields: Any) -> Forgery:
    """Change fields of the payload."""
    return lambda decision: decision["payload"].update(fields)


def about(claim: str, **fields: Any) -> Forgery:
    """Change what the decision is about, and fields of its payload."""
    return lambda decision: (decision["payload"].update(fields), decision.update(claim=claim))[1]


NOWHERE = collection_subject("Nowhere")


@pytest.mark.parametrize(
    ("kind", "forgery", "told"),
    [
        ("read_sentences", about(article_subject(ZEROS), article=ZEROS), "payload.article: there is no such article"),
        ("read_sentences", forge(sentences=[99]), "payload.sentences: the article has"),
        ("read_sentences", forge(sentences=[]), ": Choose at least one sentence"),
        ("read_sentences", about(NOBODY), ": The decision is about another article or collection than it says"),
        ("set_policy", about(NOWHERE, collection="Nowhere"), "payload.collection: there is no such collection"),
        ("set_policy", forge(votes=0), ": A claim can need 1 to 9 votes"),
        ("set_policy", forge(adjudicators=["rules"]), ": “rules” is the name of the program's own findings"),
        ("confirm_origin", forge(articles=[ZEROS]), "payload.articles[0]: there is no such article"),
        ("confirm_origin", forge(name=" "), ": An origin has a name"),
        ("confirm_origin", about(NOBODY), "claim: there is no such claim"),
        ("waive_warning", forge(article=ZEROS), "payload.article: there is no such article"),
        ("waive_warning", forge(other_claim=NOBODY), "payload.other_claim: there is no such claim"),
        ("adjudicate_cell", forge(article=ZEROS), "payload.article: there is no such article"),
        ("adjudicate_cell", forge(sentences=[99]), "payload.sentences: the article has"),
        ("adjudicate_cell", forge(other_claim=NOBODY), "payload.other_claim: there is no such claim"),
        ("adjudicate", forge(settlement="unresolved"), ": What is settled needs a verdict or a relation"),
        ("detach_evidence", forge(evidence=NOBODY), "payload.evidence: no decision in this file attached it"),
        ("attach_evidence", forge(url="javascript:alert(1)"), ": “javascript:alert(1)” is no web address"),
        ("assign_claim", forge(reviewer=" "), ": A claim is assigned to a person"),
        ("undo", about(NOBODY), "claim: there is no such claim"),
    ],
)
def test_a_forged_decision_about_what_is_not_there_is_refused_at_its_place(
    settled_project: str, store: Store, kind: str, forgery: Forgery, told: str
) -> None:
    tree = json.loads(settled_project)
    number, decision = next((n, given) for n, given in enumerate(tree["decisions"]) if given["kind"] == kind)
    forgery(decision)
    with pytest.raises(InterchangeError) as refused:
        import_project(store, rehashed(tree))
    assert str(refused.value).startswith(f"decisions[{number}]")
    assert told in str(refused.value)
    assert not json.loads(whole(store))["articles"]


def test_a_settled_relation_is_with_another_article_and_one_of_its_claims(settled_project: str, store: Store) -> None:
    tree = json.loads(settled_project)
    decision = next(given for given in tree["decisions"] if given["kind"] == "adjudicate_cell")
    claims = {claim["key"]: claim["article"] for claim in tree["claims"]}
    own = claims[decision["claim"]]
    for change, told in (
        ({"article": own}, "payload.article: a relation is recorded for another article"),
        ({"other_claim": decision["claim"]}, "payload.other_claim: it is not a claim of that article"),
    ):
        forged = json.loads(settled_project)
        next(given for given in forged["decisions"] if given["id"] == decision["id"])["payload"].update(change)
        with pytest.raises(InterchangeError) as refused:
            import_project(store, rehashed(forged))
        assert told in str(refused.value)


def test_untouched_chains_made_anew_are_the_same(settled_project: str) -> None:
    """So that the refusals above are of what was forged, and not of the chains."""
    assert json.loads(rehashed(json.loads(settled_project))) == json.loads(settled_project)


def place_of(tree: Any, path: str) -> tuple[Any, Any]:
    *way, last = [int(step) if step.isdigit() else step for step in path.split(".")]
    for step in way:
        tree = tree[step]
    return tree, last


@pytest.mark.parametrize(
    ("path", "value", "told"),
    [
        ("readings.0.reading", "opinion", "readings[0]: it does not follow"),
        ("readings", [], "readings: it lacks"),
        ("readings.0", 7, "readings[0]: it does not follow"),
        ("policies.0.blind", False, "policies[0]: it does not follow"),
        ("policies.0.adjudicators", [], "policies[0]: it does not follow"),
        ("policies", [], "policies: it lacks"),
        ("policies", {}, "policies: a list is expected"),
        ("votes.0.unsupported_at", [[0, 3]], "votes[0]: it does not follow"),
        ("claims.0.evidence", [{}], "claims[0].evidence: the decisions in this file give"),
        ("claims.0.origins", [{}], "claims[0].origins: the decisions in this file give"),
        ("claims.0.waivers", [{}], "claims[0].waivers: the decisions in this file give"),
        ("claims.0.adjudication", {}, "claims[0].adjudication: the decisions in this file give"),
        ("claims.0.settled_cells", [{}], "claims[0].settled_cells: the decisions in this file give"),
        ("claims.0.assignments", [{}], "claims[0].assignments: the decisions in this file give"),
        ("decisions.0.action", NOBODY, "decisions[0].hash: it is not the hash"),
        ("decisions.0.action", "one", "decisions[0].action: a UUID"),
    ],
)
def test_what_follows_from_the_decisions_cannot_be_changed_by_itself(
    settled_project: str, store: Store, path: str, value: Any, told: str
) -> None:
    tree = json.loads(settled_project)
    place, key = place_of(tree, path)
    place[key] = value
    with pytest.raises(InterchangeError) as refused:
        import_project(store, json.dumps(tree))
    assert told in str(refused.value)
    assert not json.loads(whole(store))["articles"]


def test_a_vote_that_says_nothing_of_places_means_none(settled_project: str, store: Store) -> None:
    """Places that were marked cannot be left out of it."""
    tree = json.loads(settled_project)
    for vote in tree["votes"]:
        del vote["unsupported_at"]
    with pytest.raises(InterchangeError, match=r"votes\[\d+\]: it does not follow"):
        import_project(store, json.dumps(tree))
