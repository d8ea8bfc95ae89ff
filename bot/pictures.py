"""What every picture shares: how large it is drawn, its typeface, and the file it becomes."""

import io
from functools import cache
from importlib.resources import files

from PIL import Image, ImageFont

DRAWN = 4
"""Pixels drawn for each shown: scaling down makes edges smooth, which Pillow's shapes are not."""
_SHOWN = 2
"""Pixels of the file for each that Discord shows on an ordinary screen."""
_COLOURS = 128


@cache
def source_sans(name: str, size: float) -> ImageFont.FreeTypeFont:
    """Return a face of Source Sans by its file's name, `size` pixels high where it is shown."""
    return ImageFont.truetype(str(files("font_source_sans_pro") / "files" / name), size * DRAWN)


def as_png(image: Image.Image, *, optimize: bool = False) -> bytes:
    """Return an image of `DRAWN` size as the PNG that is shown; `optimize` takes time to save bytes."""
    shown = image.reduce(DRAWN // _SHOWN)
    # A palette makes a third of the bytes; this method keeps colours of few pixels, as those of a status.
    few = shown.quantize(_COLOURS, method=Image.Quantize.MAXCOVERAGE, dither=Image.Dither.NONE)
    out = io.BytesIO()
    few.save(out, "PNG", optimize=optimize)
    return out.getvalue()
