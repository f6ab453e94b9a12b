from __future__ import annotations

from contextlib import suppress
from types import ModuleType

import pytest
from hostile_maker import make_hostile
from hypothesis import given
from hypothesis import strategies as st

from checker.intake import limits
from checker.intake.limits import MAIN_PART, Refused, read_package
from checker.intake.sniff import is_zip, other_kind


@pytest.fixture(scope="module")
def maker() -> ModuleType:
    return make_hostile()


def test_only_the_parts_a_reader_needs_are_inflated(maker: ModuleType) -> None:
    body = maker.document(maker.PLAN)
    data = maker.word(
        body,
        ("word/styles.xml", b"<styles/>"),
        ("word/media/image1.png", bytes(100)),
        ("word/embeddings/sheet.xlsx", b"PK"),
        ("word/_rels/document.xml.rels", b"<Relationships/>"),
    )
    parts = read_package(data, "plan.docx")
    assert parts[MAIN_PART] == body
    assert set(parts) == {
        "[Content_Types].xml",
        "_rels/.rels",
        MAIN_PART,
        "word/styles.xml",
        "word/_rels/document.xml.rels",
    }


def test_the_body_is_found_by_its_relationship(maker: ModuleType) -> None:
    body = maker.document(maker.PLAN)
    parts = [
        ("_rels/.rels", maker.RELATIONSHIPS.replace(b"word/document.xml", b"/word/document2.xml")),
        ("word/document2.xml", body),
        ("word/_rels/document2.xml.rels", b"<Relationships/>"),
        ("word/document.xml", b"<old/>"),
    ]
    read = read_package(maker.packed(parts), "plan.docx")
    assert read[MAIN_PART] == body
    assert read["word/_rels/document.xml.rels"] == b"<Relationships/>"


def test_a_body_outside_the_folder_of_words_is_not_followed(maker: ModuleType) -> None:
    pointing = maker.RELATIONSHIPS.replace(b"word/document.xml", b"../other.xml")
    with pytest.raises(Refused, match=r"holds no `word/document\.xml`"):
        read_package(maker.packed([("_rels/.rels", pointing), ("other.xml", b"<a/>")]), "plan.docx")


@pytest.mark.parametrize(
    ("cap", "words"), [("MAX_WORD_BYTES", "too large to read"), ("MAX_READ_BYTES", "unpack to more")]
)
def test_caps(maker: ModuleType, monkeypatch: pytest.MonkeyPatch, cap: str, words: str) -> None:
    monkeypatch.setattr(limits, cap, 100)
    with pytest.raises(Refused, match=words):
        read_package(maker.word(maker.document(maker.PLAN)), "plan.docx")


def test_every_cut_of_a_word_file_is_refused_or_read(maker: ModuleType) -> None:
    whole = maker.word(maker.document(maker.PLAN))
    for length in range(0, len(whole) - 1, 7):
        with pytest.raises(Refused):
            read_package(whole[:length], "plan.docx")


@given(st.data())
def test_changed_bytes_are_refused_or_read(data: st.DataObject) -> None:
    module = make_hostile()
    whole = bytearray(module.word(module.document(module.PLAN)))
    for _ in range(data.draw(st.integers(1, 5))):
        whole[data.draw(st.integers(0, len(whole) - 1))] = data.draw(st.integers(0, 255))
    with suppress(Refused):
        assert MAIN_PART in read_package(bytes(whole), "plan.docx")


@given(st.binary(max_size=300))
def test_any_bytes_are_refused(data: bytes) -> None:
    with pytest.raises(Refused):
        read_package(data, "plan.docx")


def test_what_a_file_is_comes_from_its_bytes() -> None:
    assert is_zip(b"PK\x03\x04rest")
    assert other_kind(b"\xef\xbb\xbf <html>") == "a web page"
    assert other_kind(b"plain words") == ""
    assert other_kind("\ufeffplan:".encode("utf-16")) == ""
