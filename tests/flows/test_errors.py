"""Every error is one line with the right exit code; only the unknown leaves a traceback, and that in a file."""

from __future__ import annotations

import errno

import pytest

from flows.errors import FAILED, INTERRUPTED, MISUSED, CannotDo, WrongUse, tell
from flows.settings import Settings
from parsers.sources import SourceError
from warehouse.connection import WarehouseError


@pytest.mark.parametrize(
    ("error", "code", "words"),
    [
        (WrongUse("no source is named 'x'"), MISUSED, "no source is named 'x'"),
        (CannotDo("there is no file x"), FAILED, "there is no file x"),
        (SourceError("a/source.toml: feeds:\nis missing"), FAILED, "a/source.toml: feeds: is missing"),
        (WarehouseError("The database is newer."), FAILED, "The database is newer."),
        (OSError(errno.ENOSPC, "No space left on device", "/data/x"), FAILED, "the disk is full: /data/x"),
        (PermissionError(errno.EACCES, "Permission denied", "/data/x"), FAILED, "no permission: /data/x"),
        (OSError(errno.EIO, "Input/output error", "/data/x"), FAILED, "input/output error: /data/x"),
        (KeyboardInterrupt(), INTERRUPTED, "stopped"),
    ],
)
def test_a_known_error_is_told_in_one_line(error, code, words, tmp_path):
    told = tell(error, tmp_path)
    assert told.code == code
    assert told.line.startswith(words)
    assert "\n" not in told.line
    assert not list(tmp_path.iterdir())


def test_an_unknown_error_names_the_file_that_has_its_story(tmp_path):
    try:
        raise ZeroDivisionError("by zero\nsecond line")
    except ZeroDivisionError as error:
        told = tell(error, tmp_path)
    assert told.code == FAILED
    assert "ZeroDivisionError: by zero;" in told.line and "\n" not in told.line
    (story,) = (tmp_path / "logs").iterdir()
    assert str(story) in told.line
    assert "Traceback (most recent call last)" in story.read_text()


def test_the_story_goes_elsewhere_where_the_home_cannot_be_written(tmp_path):
    (tmp_path / "file").write_text("")
    told = tell(ZeroDivisionError(), tmp_path / "file")
    assert "whole story is in" in told.line and str(tmp_path / "file") not in told.line


def test_a_wrong_setting_is_named_as_it_is_written(monkeypatch, tmp_path):
    monkeypatch.setenv("AIDWIRE_PARSE_PROCESSES", "0")
    with pytest.raises(ValueError) as wrong:  # pydantic.s own error, told apart below
        Settings()
    told = tell(wrong.value, tmp_path)
    assert told == (
        "AIDWIRE_PARSE_PROCESSES: should be greater than or equal to 1, not '0'",
        MISUSED,
    )
