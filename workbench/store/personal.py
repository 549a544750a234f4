"""What makes a reviewer's screen their own: where they left off, and the queues they keep. No part of the record."""

from dataclasses import dataclass

from sqlalchemy import Connection, delete, insert, select

from workbench.store.tables import last_places, saved_queues


@dataclass(frozen=True, slots=True)
class SavedQueue:
    """What a queue shows, under the name that a reviewer gave it: a filter, words to search for, and class by class."""

    name: str
    filter: str
    search: str
    by_class: bool


@dataclass(frozen=True, slots=True)
class LastPlace:
    """The claim on which a reviewer left a collection, and the other article (a key) that was chosen."""

    claim: str
    article: str | None


def save_queue(connection: Connection, reviewer: str, collection: str, queue: SavedQueue) -> None:
    """Keep a queue; one of the same name is replaced."""
    delete_queue(connection, reviewer, collection, queue.name)
    connection.execute(
        insert(saved_queues).values(
            reviewer=reviewer,
            collection=collection,
            name=queue.name,
            filter=queue.filter,
            search=queue.search,
            by_class=queue.by_class,
        )
    )


def delete_queue(connection: Connection, reviewer: str, collection: str, name: str) -> None:
    """Forget a queue; nothing happens if there is none of this name."""
    owner = (saved_queues.c.reviewer == reviewer, saved_queues.c.collection == collection)
    connection.execute(delete(saved_queues).where(*owner, saved_queues.c.name == name))


def list_queues(connection: Connection, reviewer: str, collection: str) -> tuple[SavedQueue, ...]:
    """Return the queues that a reviewer keeps for a collection, by name."""
    owner = (saved_queues.c.reviewer == reviewer, saved_queues.c.collection == collection)
    rows = connection.execute(select(saved_queues).where(*owner).order_by(saved_queues.c.name))
    return tuple(SavedQueue(row.name, row.filter, row.search, row.by_class) for row in rows)


def keep_place(connection: Connection, reviewer: str, collection: str, place: LastPlace) -> None:
    """Remember where a reviewer is."""
    owner = (last_places.c.reviewer == reviewer, last_places.c.collection == collection)
    connection.execute(delete(last_places).where(*owner))
    connection.execute(
        insert(last_places).values(reviewer=reviewer, collection=collection, claim=place.claim, article=place.article)
    )


def last_place(connection: Connection, reviewer: str, collection: str) -> LastPlace | None:
    """Return where a reviewer left a collection; None if they never were there."""
    owner = (last_places.c.reviewer == reviewer, last_places.c.collection == collection)
    row = connection.execute(select(last_places).where(*owner)).first()
    return LastPlace(row.claim, row.article) if row else None
