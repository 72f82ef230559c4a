"""Bytes to text: by mark, header, meta tag, and a guess, and never with an exception."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parsers.article.decode import decode

UKRAINIAN = "Уряд вирішив передати ще сто генераторів, повідомило міністерство енергетики."


@pytest.mark.parametrize(
    ("body", "content_type", "expected"),
    [
        (b"\xef\xbb\xbfcaf\xc3\xa9", None, "café"),
        ("été".encode("utf-16"), None, "été"),
        ("été".encode("utf-16-be"), "text/html; charset=utf-16be", "été"),
        ("café".encode(), "text/html; charset=iso-8859-1", "café"),
        ("“café”".encode("cp1252"), "text/html; charset=ISO-8859-1", "“café”"),
        ("“café”".encode("cp1252"), None, "“café”"),
        (b'<meta charset="windows-1251">' + UKRAINIAN.encode("cp1251"), None, UKRAINIAN),
        (UKRAINIAN.encode("cp1251"), None, UKRAINIAN),
        (UKRAINIAN.encode("koi8-u"), 'text/html; charset="koi8-u"', UKRAINIAN),
        ("東京で会談".encode("euc_jp"), "text/html; charset=euc-jp", "東京で会談"),
        ("東京で会談".encode("shift_jis"), "text/html; charset=x-sjis", "東京で会談"),
        ("北京会谈".encode("gb18030"), "text/html; charset=gb2312", "北京会谈"),
        ("mostly right é ".encode() * 30 + b"\x93quoted\x94", None, "“quoted”"),
        (b"plain", "text/html; charset=no-such-thing", "plain"),
        (b"plain", "text/html; charset=base64", "plain"),
        (b"pl\x00ain", None, "plain"),
    ],
)
def test_text_is_read_in_its_encoding(body, content_type, expected):
    assert expected in decode(body, content_type)


@given(st.binary(max_size=400), st.none() | st.text(max_size=30) | st.sampled_from(["charset=utf-16", "charset=utf-7"]))
def test_no_bytes_raise(body, content_type):
    assert "\x00" not in decode(body, content_type)
