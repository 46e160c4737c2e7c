"""Page shells of several kinds, into which an article is put: what stands around it must never be read as its text."""

from __future__ import annotations

NEWS = """<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>{title} | The Daily Example</title></head>
<body class="single">
<div id="cookie-consent" class="cookie-banner"><p>BOILERPLATE We and our partners store cookies on your device. You can
change your choice at any time in the settings, and read more about it in our policy on privacy.</p></div>
<header class="site-header"><a href="/">The Daily Example</a>
<nav><ul><li><a href="/world">BOILERPLATE World</a></li><li><a href="/sport">Sport</a></li></ul></nav></header>
<main><article class="post">
<h1>{title}</h1>
<p class="byline">BOILERPLATE By <a href="/staff/jo">Jo Writer</a></p>
<div class="share-bar"><a href="#f">BOILERPLATE Facebook</a> <a href="#t">Share</a></div>
<div class="entry-content">{body}</div>
<ul class="post-tags"><li><a href="/tag/a">BOILERPLATE Tag</a></li><li><a href="/tag/b">Another</a></li></ul>
<div class="author-bio"><p>BOILERPLATE Jo Writer has been a reporter for ten years.</p></div>
</article>
<aside class="sidebar"><h2>BOILERPLATE Most read</h2><ul><li><a href="/1">One story that many have read today</a></li>
<li><a href="/2">Another story that many have read today</a></li></ul></aside>
<section class="related-posts"><h2>BOILERPLATE Related</h2>
<article><h3><a href="/3">A related story with a rather long headline</a></h3><p>BOILERPLATE Its teaser says what it is
about, in a sentence or two, and ends in dots…</p></article>
<article><h3><a href="/4">Yet another related story with a headline</a></h3><p>BOILERPLATE This teaser, too, says what
it is about, in a sentence or two, and ends in dots…</p></article></section>
<section id="comments" class="comments"><h2>BOILERPLATE 2 comments</h2><ol><li class="comment"><p>BOILERPLATE I have
read all of this and I must say that I do not agree with any of it.</p></li></ol></section>
</main>
<div class="newsletter-signup"><p>BOILERPLATE Get our stories in your inbox every morning.</p><form><input></form></div>
<footer><p>BOILERPLATE © 2025 The Daily Example. All rights reserved.</p></footer>
</body></html>"""

UTILITY = """<!doctype html><html><head><title>{title}</title></head><body class="bg-white text-gray-900">
<div class="flex flex-col min-h-screen overflow-hidden"><div class="sticky top-0 flex justify-between">
<a href="/" class="font-bold">BOILERPLATE Example</a><div class="hidden lg:flex gap-4"><a href="/a">BOILERPLATE Blog</a>
<a href="/b">About</a></div></div>
<div class="grid grid-cols-12"><div class="col-span-8 px-4"><h1 class="text-3xl">{title}</h1>
<div class="flex text-sm"><span>BOILERPLATE Jo Writer</span><span>3 min</span></div>
<div class="mt-8 space-y-4">{body}</div></div>
<div class="col-span-4"><a href="/c" class="block">
<div class="font-bold">BOILERPLATE A card that leads elsewhere</div></a>

<a href="/d" class="block"><div class="font-bold">BOILERPLATE Another card that leads elsewhere</div></a></div></div>
<div class="bg-gray-100 p-8"><a href="/imprint">BOILERPLATE Imprint</a>
<a href="/terms">Terms</a></div></div></body></html>"""

TABLES = """<html><head><title>{title}</title></head><body bgcolor=white><table width=760><tr>
<td width=140 valign=top><a href=index.htm>BOILERPLATE Home</a><br><a href=links.htm>BOILERPLATE Links</a><br>
<a href=guest.htm>Guest book</a></td><td valign=top><h1>{title}</h1>{body}</td></tr>
<tr><td colspan=2>
<font size=1>BOILERPLATE Best viewed at 800x600. <a href=mailto:a@example.org>Mail</a></font></td></tr>
</table></body></html>"""

BUILDER = """<!DOCTYPE html><html><head><title>{title} - Example</title></head><body class="page elementor-page">
<div class="elementor-location-header">
<nav class="elementor-nav-menu"><ul><li><a href="/x">BOILERPLATE Shop</a></li></ul>
</nav></div><div class="elementor"><section class="elementor-section">
<div class="elementor-widget elementor-widget-heading">

<div class="elementor-widget-container"><h1>{title}</h1></div></div></section>
<section class="elementor-section"><div class="elementor-column">
<div class="elementor-widget-wrap">
<div class="elementor-widget elementor-widget-text-editor"><div class="elementor-widget-container">{body}</div></div>
</div></div></section></div>
<div class="elementor-location-footer"><footer><p>BOILERPLATE Copyright Example.</p></footer></div></body></html>"""

SHELLS = {"news": NEWS, "utility": UTILITY, "tables": TABLES, "builder": BUILDER}


def page(shell: str, body: str, title: str = "The river came up in the night") -> str:
    """Put a body into a shell."""
    return SHELLS[shell].format(title=title, body=body)
