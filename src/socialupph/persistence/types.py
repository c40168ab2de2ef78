"""Column types that keep values exact and typed: moments in UTC, decimals without floats, enums by their value."""

import datetime as dt
from collections.abc import Mapping
from decimal import Decimal
from enum import StrEnum
from typing import Any

from sqlalchemy import BigInteger, DateTime, Dialect, String
from sqlalchemy.types import TypeDecorator


class Moment(TypeDecorator[dt.datetime]):
    """An aware moment, kept in UTC."""

    impl = DateTime
    cache_ok = True

    def process_bind_param(self, value: dt.datetime | None, dialect: Dialect) -> dt.datetime | None:
        del dialect
        return None if value is None else value.astimezone(dt.UTC).replace(tzinfo=None)

    def process_result_value(self, value: dt.datetime | None, dialect: Dialect) -> dt.datetime | None:
        del dialect
        return None if value is None else value.replace(tzinfo=dt.UTC)


class Scaled(TypeDecorator[Decimal]):
    """A decimal with a fixed number of places, kept as an integer so that no float ever touches it."""

    impl = BigInteger
    cache_ok = True

    def __init__(self, places: int) -> None:
        super().__init__()
        self.places = places

    def process_bind_param(self, value: Decimal | None, dialect: Dialect) -> int | None:
        del dialect
        if value is None:
            return None
        scaled = value.scaleb(self.places)
        if scaled != scaled.to_integral_value():
            message = f"more than {self.places} decimals"
            raise ValueError(message)
        return int(scaled)

    def process_result_value(self, value: int | None, dialect: Dialect) -> Decimal | None:
        del dialect
        return None if value is None else Decimal(value).scaleb(-self.places)


class Word(TypeDecorator[StrEnum]):
    """A member of a fixed vocabulary, kept as its value."""

    impl = String
    cache_ok = True

    def __init__(self, vocabulary: type[StrEnum]) -> None:
        super().__init__(40)
        self.vocabulary = vocabulary

    def bind_processor(self, dialect: Dialect) -> Any:
        del dialect
        return _Known(self.vocabulary, {member: member.value for member in self.vocabulary}).__getitem__

    def result_processor(self, dialect: Dialect, coltype: object) -> Any:
        del dialect, coltype
        return _Known(self.vocabulary, {member.value: member for member in self.vocabulary}).__getitem__


class _Known(dict[Any, Any]):
    """A vocabulary at hand, since a list asks for thousands; ValueError for a word that is not in it."""

    def __init__(self, vocabulary: type[StrEnum], known: Mapping[Any, Any]) -> None:
        super().__init__({None: None, **known})
        self._vocabulary = vocabulary

    def __missing__(self, word: str) -> Any:
        return self._vocabulary(word)
