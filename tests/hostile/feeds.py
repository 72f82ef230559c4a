"""Makes hostile and broken feeds, more than five hundred, the same ones every time.

Each group is one kind of trouble that feeds on the open web were seen to give, or that an attacker would.
"""

from __future__ import annotations

import base64
import gzip
import random
from collections.abc import Iterator
from typing import NamedTuple

BIG = 2_000_000
"""Bytes: what the fetcher lets through."""
HERE = "https://news.example/feed.xml"


class Input(NamedTuple):
    name: str
    body: bytes
    content_type: str | None = None


FLOODS = (
    "<", ">", "&", "&#", "&#x", "&a", "<a", "<a ", "</a>", "<a>", "<p>", "<a/>", "<!--", "<!--x-->", "-->",
    "<![CDATA[",
    "]]>", "<![CDATA[x]]>", "<?x", "<?x?>", "<!x", "<!DOCTYPE x>", "'", '"', '<a b="', " ", "\n", "\t", "x",
    "=", "]",
    "<item>", "<item/>", "<item><link>https://news.example/</link></item>", "<link/>", "<title>",
    "<title>x</title>",
    "<a b=c>", "\u00e9", "\U0001f600", "<a:b>", "&lt;", "&lt;b&gt;", "&amp;", "<script>", "<style>", "<svg>",
    "<math>",
)  # fmt: skip
FIELDS = {
    "title": "Ministry sends aid",
    "link": "https://news.example/a",
    "guid": "urn:a",
    "pubDate": "Wed, 04 Jan 2023 10:00:00 +0100",
    "description": "Tents and blankets.",
}


def rss(before: str = "", inside: str = "", after: str = "", channel: str = "", **fields: str) -> str:
    """An RSS feed of one entry: `fields` replace those of the entry, the rest is put where its name says."""
    entry = "".join(f"<{name}>{text}</{name}>" for name, text in {**FIELDS, **fields}.items())
    start = '<rss version="2.0"><channel><title>Wire</title>'
    return f"{before}{start}{channel}<item>{entry}{inside}</item></channel></rss>{after}"


def atom(inside: str = "", **fields: str) -> str:
    parts = {"title": "Ministry sends aid", "id": "urn:a", "updated": "2023-01-04T10:00:00+01:00", **fields}
    entry = "".join(f"<{name}>{text}</{name}>" for name, text in parts.items())
    start = '<feed xmlns="http://www.w3.org/2005/Atom"><title>Wire</title>'
    return f'{start}<entry><link href="https://news.example/a"/>{entry}{inside}</entry></feed>'


def everything() -> Iterator[Input]:
    """All inputs, in one order."""
    for make in (
        references, declared_codecs, real_codecs, doctypes, nesting, attributes, dates, element_names, links, guids,
        cuts, flips, floods, texts, contents, other_things,
    ):  # fmt: skip
        for number, made in enumerate(make()):
            yield made._replace(name=f"{make.__name__}-{number}: {made.name[:60]}")


def plain(name: str, text: str) -> Input:
    return Input(name, text.encode("utf-8", "surrogatepass"))


def references() -> Iterator[Input]:
    """Character and entity references that are no characters, or that break off."""
    for reference in (
        "&#0;", "&#1;", "&#8;", "&#11;", "&#127;", "&#128;", "&#150;", "&#159;", "&#xD800;", "&#xDFFF;", "&#xFFFE;",
        "&#xFFFF;", "&#x10FFFF;", "&#x110000;", "&#1114112;", "&#4294967296;", "&#99999999999999999999;",
        "&#x" + "F" * 40 + ";", "&#" + "9" * 5000 + ";", "&#-1;", "&#x-1;", "&#;", "&#x;", "&#xZZ;", "&#12", "&#",
        "&",
        "&;", "&amp", "&amp;amp;lt;b&amp;gt;", "&nbsp;", "&bogus;", "&euro;", "&" + "a" * 5000 + ";",
        "&lt;script&gt;",
        "&#38;#38;", "&#60;b&#62;", "&apos;&quot;",
    ):  # fmt: skip
        for field in ("title", "link", "pubDate", "description"):
            yield plain(f"{reference} in {field}", rss(**{field: f"x{reference}y"}))
        yield plain(f"{reference} in an attribute", atom(inside=f'<link rel="alternate" href="/{reference}"/>'))
        yield plain(f"{reference} in CDATA", rss(title=f"<![CDATA[x{reference}y]]>"))


def declared_codecs() -> Iterator[Input]:
    """Names of encodings that are none, that are traps, or that lie."""
    for codec in (
        "utf-99", "", " ", "x" * 500, "base64", "hex", "zip", "bz2", "rot13", "idna", "punycode", "uu", "quopri",
        "unicode_escape", "raw_unicode_escape", "undefined", "mbcs", "utf-7", "utf_8_sig", "utf-16", "utf-32",
        "ebcdic",
        "cp037", "latin-1", "us-ascii", "UTF8", "utf8mb4", "windows-1252", "x-sjis", "ünï", "../../etc/passwd", "'",
        "none", "auto", "0", "\x00", "iso-8859-1; q=1",
    ):  # fmt: skip
        yield plain(f"XML says {codec!r}", rss(before=f'<?xml version="1.0" encoding="{codec}"?>', title="Ünïted"))
        body = rss(title="Ünïted").encode()
        yield Input(f"HTTP says {codec!r}", body, f"text/xml; charset={codec}")
        yield Input(f"HTTP says quoted {codec!r}", body, f'application/rss+xml;charset="{codec}"')


def real_codecs() -> Iterator[Input]:
    """Text that really is in another encoding: declared, not declared, declared as something else."""
    words = {
        "cp1251": "Міністерство передало допомогу", "koi8-r": "Министерство передало помощь", "gbk": "外交部宣布援助",
        "gb18030": "外交部宣布援助", "big5": "外交部宣布援助", "shift_jis": "外務省が支援を発表",
        "euc-jp": "外務省が支援を発表",
        "iso2022_jp": "外務省が支援を発表", "euc-kr": "외교부 지원 발표", "iso-8859-1": "Le ministère a livré",
        "cp1252": "Aid – “tents” – €5m", "iso-8859-7": "Το υπουργείο", "cp1256": "أعلنت الوزارة",
        "iso-8859-8": "המשרד",
        "tis-620": "กระทรวง", "utf-16": "Ünïted", "utf-16-le": "Ünïted", "utf-16-be": "Ünïted", "utf-32": "Ünïted",
        "utf-32-le": "Ünïted", "utf-32-be": "Ünïted", "utf-8-sig": "Ünïted", "utf-7": "Ünïted", "cp037": "United",
        "hz": "外交部宣布援助",
    }  # fmt: skip
    for codec, title in words.items():
        for declared in (codec, None, "utf-8", "iso-8859-1"):
            declaration = f'<?xml version="1.0" encoding="{declared}"?>' if declared else ""
            body = rss(before=declaration, title=title).encode(codec)
            yield Input(f"{codec} that says {declared}", body)
            if declared:
                yield Input(
                    f"{codec}, HTTP says {declared}", rss(title=title).encode(codec), f"text/xml; charset={declared}"
                )


def doctypes() -> Iterator[Input]:
    """Entities that swell, that read files, that ask servers, and DOCTYPEs that never end."""
    laughs = "".join(f'<!ENTITY l{n + 1} "{f"&l{n};" * 10}">' for n in range(12))
    inner = {
        "billion laughs": f'<!ENTITY l0 "ha">{laughs}',
        "quadratic": f'<!ENTITY l12 "{"a" * 100_000}">',
        "file": '<!ENTITY l12 SYSTEM "file:///etc/passwd">',
        "server": '<!ENTITY l12 SYSTEM "http://127.0.0.1:1/">',
        "parameter": '<!ENTITY % p SYSTEM "http://127.0.0.1:1/"> %p;',
        "loop": '<!ENTITY l12 "&l12;">',
        "bad name": '<!ENTITY \\u "x">',
        "escapes": '<!ENTITY x "\\g<0>\\1\\x">',
        "brackets": '<!ENTITY x "]>">',
        "comment": "<!-- ]> -->",
        "many": '<!ENTITY x "y">' * 20_000,
        "empty": "",
    }
    for name, subset in inner.items():
        for title in ("&l12;", "&x;", "&l12;" * 1000):
            yield plain(name, rss(before=f"<!DOCTYPE rss [{subset}]>", title=title))
    for name, doctype in {
        "public": '<!DOCTYPE rss PUBLIC "-//Netscape//DTD RSS 0.91//EN" "http://my.netscape.com/rss-0.91.dtd">',
        "never closed": "<!DOCTYPE rss [",
        "no end": "<!DOCTYPE rss",
        "long": "<!DOCTYPE rss " + "x" * 100_000 + ">",
        "two": "<!DOCTYPE a><!DOCTYPE b>",
        "html": "<!DOCTYPE html>",
        "in brackets": "<!DOCTYPE rss [[[[]]]]>",
    }.items():
        yield plain(name, rss(before=doctype))


def nesting() -> Iterator[Input]:
    """Elements within elements within elements."""
    for tag in ("div", "b", "item", "channel", "rss", "a:b", "title", "description", "content"):
        for depth in (90, 110, 5_000, 100_000):
            closed = f"<{tag}>" * depth + f"</{tag}>" * depth
            yield plain(f"{depth} {tag} closed", rss(inside=closed)[:BIG])
            yield plain(f"{depth} {tag} open", rss(inside=f"<{tag}>" * depth)[:BIG])
        yield plain(f"{tag} in CDATA", rss(description="<![CDATA[" + f"<{tag}>" * 50_000 + "]]>"))
        yield plain(f"{tag} escaped", rss(description=f"&lt;{tag}&gt;" * 50_000))


def attributes() -> Iterator[Input]:
    """Too many, too long, twice, empty, and namespaces without end."""
    many = " ".join(f'a{n}="{n}"' for n in range(100_000))
    spaces = " ".join(f'xmlns:n{n}="http://n.example/{n}"' for n in range(20_000))
    for name, inside in {
        "many": f"<x {many}/>",
        "many on a link": f"<link {many}/>",
        "namespaces": f"<x {spaces}/>",
        "long": f'<x a="{"b" * 1_000_000}"/>',
        "long name": f'<{"x" * 1_000_000} a="b"/>',
        "twice": '<x a="1" a="2"/>',
        "no value": "<x a/>",
        "no quotes": "<x a=b c=d/>",
        "open quote": '<x a="b/>',
        "unknown prefix": '<a:b c:d="e"/>',
        "xml:base": '<x xml:base="javascript:alert(1)"><link>a</link></x>',
        "xml:lang": f'<x xml:lang="{"e" * 9999}"/>',
        "only equals": "<x =/>",
    }.items():
        yield plain(name, rss(inside=inside))
        yield plain(f"{name}, Atom", atom(inside=inside))
        yield plain(f"{name}, escaped", rss(description=inside.replace("<", "&lt;").replace(">", "&gt;")))


def dates() -> Iterator[Input]:
    """Dates that are none, or that crash whoever believes them."""
    for date in (
        "", " ", "0000-00-00", "0000-00-00T00:00:00Z", "9999-12-31T23:59:59-14:00", "0001-01-01T00:00:00+14:00",
        "10000-01-01", "-1", "0", "1e99", "99999999999999999999", "-99999999999", "1672826400", "1672826400000",
        "NaN",
        "2023-02-30", "2023-13-01", "2023-1-4", "20230104", "2023-01-04T25:61:61Z", "2023-01-04T10:00:60Z",
        "2023-01-04T10:00:00+99:99", "2023-01-04T10:00:00+24:00", "Wed, 04 Jan 2023", "Wed, 04 Jan 23 10:00 GMT",
        "Wed, 32 Jan 2023 10:00:00 GMT", "Wed, 04 Jan 99999 10:00:00 GMT", "Wed, 04 Jan 2023 10:00:00 +9999",
        "Wed, 04 Jan 2023 10:00:00 -9999999", "Wed, 04 Jan 2023 99:99:99 GMT", "Foo, 04 Bar 2023 10:00:00 GMT",
        "04/01/2023", "01/04/2023 10:00 PM", "mercredi 4 janvier 2023", "2023년 01월 04일", "Τετ, 04 Ιαν 2023 10:00:00",
        "now", "today", "tomorrow", "T", "Z", "W", "2023-W01-3", "2023-004", "--01-04",
        "2023-01-04T10:00:00.123456789Z",
        "2023-01-04T10:00:00,5+0100", "٢٠٢٣-٠١-٠٤", "2023–01–04", "Wed, 04 Jan 2023 10:00:00 " + "Z" * 5000,
        "1" * 5000,
        "2023-01-04 " * 2000, "<b>2023-01-04</b>", "Wed, 04 Jan 2023 10:00:00 &#0;", "Thu, 01 Jan 1970 00:00:00 GMT",
        "Sun, 31 Dec 1989 23:59:59 GMT", "Sat, 01 Jan 2101 00:00:00 GMT",
    ):  # fmt: skip
        yield plain(f"RSS {date!r}", rss(pubDate=date))
        yield plain(f"Atom {date!r}", atom(updated=date, published=date))


def element_names() -> Iterator[Input]:
    """Elements named like what a parser keeps for itself."""
    for name in (
        "__class__", "__init__", "__dict__", "_start_title", "_end_title", "entries", "feed", "version", "bozo",
        "keys",
        "items", "get", "update", "pop", "push", "links", "link", "tags", "title_detail", "summary_detail",
        "language",
        "published_parsed", "updated_parsed", "id", "guidislink", "content", "namespaces", "encoding", "status",
        "href",
        "source", "image", "textinput", "author", "publisher", "contributor", "category", "enclosure", "license",
        "geo",
        "media:content", "media:group", "media:thumbnail", "itunes:image", "georss:point", "gml:pos",
        "georss:polygon",
        "dc:date", "dc:title", "content:encoded", "xhtml:body", "body", "svg", "math", "html", "head", "cdata",
        "xml:x",
        "psc:chapter", "psc:chapters", "cc:license", "admin:errorReportsTo", "cloud", "ttl", "skipDays", "unknown:x",
    ):  # fmt: skip
        for inside in (
            f"<{name}>x</{name}>",
            f'<{name} url="x" type="y" start="z" rel="next">x</{name}>',
            f"<{name}/>",
        ):
            yield plain(f"{inside[:40]} in an entry", rss(inside=inside))
        yield plain(f"{name} in a channel", rss(channel=f'<{name} a="b"><{name}>x</{name}></{name}>'))
        yield plain(f"{name} in Atom", atom(inside=f'<{name} a="b">x</{name}>'))


def links() -> Iterator[Input]:
    """Addresses as feeds write them."""
    for link in (
        "", " ", "/", "/a", "a", "./a", "../../../a", "//news.example/a", "///a", "www.news.example/a",
        "news.example/a",
        "http:/a", "http:a", "http://", "http:///a", "https://", "javascript:alert(1)", "data:text/html,x",
        "mailto:a@b.c",
        "ftp://a.example/", "file:///etc/passwd", "HTTPS://NEWS.EXAMPLE/A", "https://news.example/a b",
        "https://news.example/ü", "https://bücher.example/", "https://news.example:99999/", "https://[::1/",
        "https://[::1]/", "https://a:b@news.example/", "https://news.example/a\nb", "\thttps://news.example/a\r\n",
        "https://news.example/" + "a" * 5000, "https://news.example/?a=1&amp;b=2", "https://news.example/?a=1&b=2",
        "https://news.example/a#b", "#b", "?b", "https://news.example/%zz", "https://news.example/\u202egnp.exe",
        "http://127.0.0.1/", "<![CDATA[https://news.example/?a=1&b=2]]>", "<a href='/x'>x</a>",
        "https://%41.example/",
    ):  # fmt: skip
        yield plain(f"{link!r}", rss(link=link))
        quoted = link.replace("<", "&lt;").replace('"', "&quot;")
        yield plain(f"Atom {link!r}", atom(inside=f'<link rel="self" href="{quoted}"/><link href="{quoted}"/>'))


def guids() -> Iterator[Input]:
    """Missing, repeated, huge, or an address."""
    for guid in (
        "",
        "x" * 100_000,
        "https://news.example/g",
        "http://127.0.0.1/",
        "&#0;",
        "<b>x</b>",
        "\u202e",
        "1",
        "é",
    ):
        yield plain(f"{guid[:40]!r}", rss(guid=guid))
        yield plain(f"{guid[:40]!r} without a link", rss(guid=guid, link=""))
        second = f"<item><guid>{guid}</guid><link>https://news.example/b</link></item>"
        yield plain(f"{guid[:40]!r} twice", rss(guid=guid, after="").replace("</channel>", f"{second}</channel>"))


def cuts() -> Iterator[Input]:
    """A feed that breaks off, at every place."""
    for whole in (rss(before='<?xml version="1.0" encoding="utf-8"?>', title="<![CDATA[Ünïted]]>"), atom()):
        body = whole.encode()
        for length in range(0, len(body), 9):
            yield Input(f"cut at {length}", body[:length])


def flips() -> Iterator[Input]:
    """A feed of which some bytes are other bytes: the same ones each time."""
    chance = random.Random(6)  # noqa: S311 - for variety, not for secrets
    body = rss(before='<?xml version="1.0" encoding="utf-8"?>', title="<![CDATA[Ünïted]]>").encode()
    for number in range(100):
        flipped = bytearray(body)
        for _ in range(1 + number // 5):
            flipped[chance.randrange(len(flipped))] = chance.choice(b"<>&;\"'/![]-\x00\x80\xff\x1b" + bytes(range(256)))
        yield Input(f"flip {number}", bytes(flipped))


def floods() -> Iterator[Input]:
    """Two megabytes of one thing."""
    for piece in FLOODS:
        bulk = flood(piece)
        yield plain(f"{piece!r} alone", bulk)
        yield plain(f"{piece!r} in a description", rss(description=bulk))
        yield plain(f"{piece!r} after an entry", rss(inside=bulk))


def flood(piece: str) -> str:
    """As many of them as the fetcher lets through."""
    return piece * ((BIG - 1_000) // len(piece.encode()))


def texts() -> Iterator[Input]:
    """What must be inert wherever it is shown, and what is not text."""
    for text in (
        "<script>alert(1)</script>Aid", "&lt;script&gt;alert(1)&lt;/script&gt;Aid",
        "<![CDATA[<img src=x onerror=y>Aid]]>",
        "=HYPERLINK(\"http://x\")", "@SUM(1)", "+1", "-1", "|calc", "[a](javascript:b)", "![x](http://y)", "`x`",
        "\x1b[2J",
        "\x9b31m", "\x07", "\x00", "\x08\x08\x08", "\u202eevil", "\u200b\u200c\u200d", "\ufeff", "\ufffe", "\uffff",
        "\ud800", "\udfff", "\ud83d", "\U000e0041", "A\u0300" * 50_000, "<b><i><u>", "<!-- x", "%s%n{0}$HOME",
        "\\u0000",
        "Ð£ÐºÑ\x80Ð°Ñ\x97Ð½Ð°", "x" * 500_000, "<br>" * 50_000, "AT&T <i>gives</i> x < y", "&amp;lt;b&amp;gt;",
    ):  # fmt: skip
        for field in ("title", "description"):
            yield plain(f"{text[:30]!r} in {field}", rss(**{field: text}))


def contents() -> Iterator[Input]:
    """Content of other types than it says."""
    coded = base64.b64encode(b"<b>Aid</b>" * 99).decode()
    for kind in (
        "text",
        "html",
        "xhtml",
        "application/octet-stream",
        "image/png",
        "text/plain",
        "",
        "x" * 999,
        "../..",
        "+xml",
    ):
        for text in ("<div>Aid</div>", "&lt;b&gt;Aid", coded, "=" * 99, "\u0660"):
            yield plain(
                f"{kind[:20]} {text[:10]}", atom(inside=f'<content type="{kind}" mode="base64">{text}</content>')
            )


def other_things() -> Iterator[Input]:
    """What is no feed at all."""
    for name, body in {
        "nothing": b"",
        "blanks": b" \r\n\t ",
        "zeros": b"\x00" * 9999,
        "a picture": b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 99,
        "a PDF": b"%PDF-1.7\n" + bytes(range(256)) * 99,
        "a ZIP": b"PK\x03\x04" + bytes(range(256)) * 99,
        "gzip": gzip.compress(rss().encode()),
        "JSON": b'{"version": "https://jsonfeed.org/version/1.1", "items": []}',
        "HTML": b"<!doctype html><html><head><title>Please wait</title></head><body><p>Checking</body></html>",
        "HTML in capitals": b"<HTML><BODY>Not found</BODY></HTML>",
        "XHTML": b'<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"><body/></html>',
        "a sitemap": b'<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><url><loc>/</loc></url></urlset>',
        "OPML": b'<opml version="2.0"><body><outline text="x"/></body></opml>',
        "SVG": b'<svg xmlns="http://www.w3.org/2000/svg"/>',
        "text": b"The ministry sends aid.",
        "a file name": b"/etc/passwd",
        "an address": b"http://127.0.0.1:1/feed",
        "a number": b"7",
        "an error": b"<?xml version='1.0'?><Error><Code>AccessDenied</Code></Error>",
        "noise": random.Random(6).randbytes(100_000),  # noqa: S311 - for variety, not for secrets
    }.items():
        yield Input(name, body)
        yield Input(f"{name}, as a feed", body, "application/rss+xml; charset=utf-8")
