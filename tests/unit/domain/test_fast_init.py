"""`fast_init`: the same frozen dataclass in every respect that anybody can see."""

from __future__ import annotations

import inspect
import pickle
from dataclasses import FrozenInstanceError, asdict, dataclass, field, replace

import pytest

from lkjip.domain.fast_init import fast_init


@dataclass(frozen=True, slots=True)
class Plain:
    nama: str
    angka: int = 3

    def __post_init__(self) -> None:
        if self.angka < 0:
            raise ValueError("negatif")


@fast_init
@dataclass(frozen=True, slots=True)
class Quick:
    nama: str
    angka: int = 3

    def __post_init__(self) -> None:
        if self.angka < 0:
            raise ValueError("negatif")


def test_it_is_created_by_place_and_by_name_with_its_defaults() -> None:
    assert Quick("a") == Quick(nama="a", angka=3) == Quick("a", 3)
    assert repr(Quick("a", 4)) == "Quick(nama='a', angka=4)"
    assert asdict(Quick("a", 4)) == asdict(Plain("a", 4))
    assert hash(Quick("a", 4)) == hash(Plain("a", 4))


def test_its_signature_is_that_of_the_plain_class() -> None:
    assert inspect.signature(Quick) == inspect.signature(Plain)
    with pytest.raises(TypeError, match="nama"):
        Quick()  # type: ignore[call-arg]
    with pytest.raises(TypeError):
        Quick("a", 1, 2)  # type: ignore[call-arg]


def test_no_field_can_be_set_afterwards() -> None:
    one = Quick("a")
    with pytest.raises(FrozenInstanceError):
        one.angka = 4  # type: ignore[misc]
    assert one.angka == 3


def test_what_it_refuses_after_creation_it_still_refuses() -> None:
    with pytest.raises(ValueError, match="negatif"):
        Quick("a", -1)
    with pytest.raises(ValueError, match="negatif"):
        replace(Quick("a"), angka=-1)


def test_it_can_be_replaced_and_pickled() -> None:
    assert replace(Quick("a"), angka=5) == Quick("a", 5)
    assert pickle.loads(pickle.dumps(Quick("a", 5))) == Quick("a", 5)  # noqa: S301


def test_fields_that_need_more_are_refused() -> None:
    with pytest.raises(TypeError, match="daftar"):

        @fast_init
        @dataclass(frozen=True, slots=True)
        class Factory:
            daftar: list[int] = field(default_factory=list)

    with pytest.raises(TypeError, match="nama"):

        @fast_init
        @dataclass(frozen=True, slots=True)
        class Child(Plain):
            lagi: int = 0

    with pytest.raises(TypeError, match="nama"):

        @fast_init
        @dataclass(frozen=True)
        class Unslotted:
            nama: str
