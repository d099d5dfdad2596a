"""Typesets documents with typst: templates and fonts of ours, nothing from the network."""

import json
from collections.abc import Mapping
from pathlib import Path

import typst

HERE = Path(__file__).parent


def render_order(data: Mapping[str, object]) -> bytes:
    """This will typeset an order's printed form as PDF; `data` is what `order_form` gives.

    Call it outside units of work: a long order takes a second.
    """
    pdf = typst.compile(
        str(HERE / "order.typ"),
        root=str(HERE),
        font_paths=[str(HERE / "fonts")],
        sys_inputs={"order": json.dumps(data, ensure_ascii=False)},
        format="pdf",
    )
    if not isinstance(pdf, bytes):
        raise TypeError("the typesetter gave several files")
    return pdf
