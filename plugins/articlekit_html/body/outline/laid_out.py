"""What authors lay out a text with: the blocks of an editor, the rows, columns and modules of a page builder."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

_TOOLS: Final = re.compile(
    r"(?<![\w-])(?:wp-block-(?:group|columns?|cover|media-text|details|table|quote|pullquote|list|kadence|uagb|stackable)|k[bt]-"
    r"|(?:wp-block-(?:yoast|rank-math)|schema)-(?:faq|how-?to)|elementor(?!\w)|e-con|et-(?:boc|l)(?!\w)|et_(?:pb|builder)_"
    r"|vc_|wpb[_-]|fl-|fusion-|x-(?:section|row|col|text)(?!\w)|so-(?:panel|widget)|siteorigin-|panel-(?:layout|grid)"
    r"|(?:wp-block-(?:cocoon|vk|snow-monkey)-blocks|swell-block|sng-box|cap_box|common-icon-box|blank-box)(?![a-z]))"
)
"""What WordPress's editor (https://developer.wordpress.org/block-editor/) and plugins for it call an author's blocks,
and what the builders that most sites are made with, Elementor, Divi, WPBakery, Beaver, Avada, Cornerstone and
SiteOrigin, write before their names; last, boxes that themes of Japan offer."""
_OF_SITE: Final = re.compile(
    r"(?<!--)post|author|shar|social|comment|nav|breadcrumb|search|loop|archive|related|meta|menu|hidden"
)
"""Pieces in which these show what the site knows of itself, the text of a post among them, and what not all see."""
_BUTTONS: Final = re.compile(
    r"(?<![\w-])(?:wp-block-button|elementor-button|et_pb_button|vc_btn3|fl-button|fusion-button|k[bt]-button)"
    r"(?:-container|-wrap(?:per)?|_module_wrapper)?(?![\w-])"
)


@lru_cache(maxsize=1 << 12)
def is_laid_out(name: str | None) -> bool:
    """Whether a class attribute calls an element a piece that was laid out so."""
    return bool(name and _TOOLS.search(name) and not _OF_SITE.search(name))


@lru_cache(maxsize=1 << 12)
def is_button(name: str | None) -> bool:
    """Whether a class attribute calls an element a button, which in these is a link."""
    return bool(name and _BUTTONS.search(name))
