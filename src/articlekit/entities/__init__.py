"""Character references, both ways: ``decode`` reads them, ``encode`` writes them.

    >>> decode("Tom &amp; Zo&euml;&#8217;s caf&#xE9;")
    'Tom & Zoë’s café'
    >>> encode("Zoë & Tom", EncodeMode.ASCII)
    'Zo&euml; &amp; Tom'

`decode` follows the tokenizer of the HTML standard to the letter; `encode` writes nothing that `decode` would not give
back. Text that was encoded once too often (``Zoë&amp;#8217;s``) is told from text that speaks about references by
`double_encoding`, and put right by `undouble`.

The standard: https://html.spec.whatwg.org/multipage/parsing.html#character-reference-state
"""

from articlekit.entities.doubled import DoubleEncoding, double_encoding, undouble
from articlekit.entities.references import EncodeMode, decode, encode

__all__ = ["DoubleEncoding", "EncodeMode", "decode", "double_encoding", "encode", "undouble"]
