"""XML from outside: plain documents are read, hostile and broken ones refused at once."""

import time

import pytest

from commerce.procurement.exchange.xml import MAX_ELEMENTS, XmlRefused, read_xml

BOMB = b"""<?xml version="1.0"?><!DOCTYPE a [<!ENTITY x "ha"><!ENTITY y "&x;&x;&x;&x;">]><a>&y;</a>"""
OUTSIDE = b"""<?xml version="1.0"?><!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>"""
PARAMETER = b"""<!DOCTYPE a [<!ENTITY % p SYSTEM "http://127.0.0.1/x.dtd"> %p;]><a/>"""


def test_a_plain_document_is_read():
    root = read_xml('<?xml version="1.0" encoding="UTF-8"?><a xmlns="urn:x"><b>货</b></a>'.encode())
    assert (root.tag, root[0].text) == ("{urn:x}a", "货")


@pytest.mark.parametrize(
    "data",
    [
        BOMB, OUTSIDE, PARAMETER, b"<!DOCTYPE a><a/>", b"", b"<a>", b"<a></b>", b"\x00\x01", b"{}", b"<a>\xff</a>",
        b'<?xml version="1.0" encoding="klingon"?><a/>', b"<a>" * 10_000 + b"</a>" * 10_000,
        b"<a>" + b"<b/>" * (2 * MAX_ELEMENTS + 1) + b"</a>", b"<a>" + b" " * (11 * 1024 * 1024) + b"</a>",
    ],
    ids=lambda data: data[:30].decode("latin-1") + str(len(data)),
)  # fmt: skip
def test_hostile_and_broken_documents_are_refused_at_once(data):
    begun = time.process_time()
    with pytest.raises(XmlRefused) as caught:
        read_xml(data)
    assert caught.value.field == "file"
    assert time.process_time() - begun < 2
