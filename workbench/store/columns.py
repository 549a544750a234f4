"""What the columns of all tables are made of: names of constraints, moments, and values of the vocabulary."""

from collections.abc import Iterable
from datetime import datetime
from enum import StrEnum
from typing import Any, Final

from sqlalchemy import Dialect, Enum, MetaData, String, TypeDecorator

from workbench.store.decisions import format_time, parse_time

metadata: Final = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
        "pk": "pk_%(table_name)s",
    }
)


class UtcTime(TypeDecorator[datetime]):
    """A moment as the one text that is also hashed, so that both databases hold the same to the microsecond."""

    impl = String(27)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> str | None:
        """Refuse a time without a zone, as nobody could say which moment it means."""
        if value is not None and value.tzinfo is None:
            raise ValueError("A time in the database needs a time zone.")
        return None if value is None else format_time(value)

    def process_result_value(self, value: Any | None, dialect: Dialect) -> datetime | None:
        """Return the moment in UTC."""
        return None if value is None else parse_time(value)


def _values(members: Iterable[StrEnum]) -> list[str]:
    return [member.value for member in members]


def one_of(kind: type[StrEnum], name: str) -> Enum:
    """A text column that a CHECK keeps to the vocabulary; the same on both databases."""
    return Enum(kind, native_enum=False, create_constraint=True, length=32, name=name, values_callable=_values)
