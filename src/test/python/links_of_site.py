"""Checks that links between the site's pages, and into the repository, lead somewhere.

Run after mvn site: python3 src/test/python/links_of_site.py target/site
"""
import html.parser
import pathlib
import re
import sys
import urllib.parse


class Page(html.parser.HTMLParser):
    def __init__(self, text):
        super().__init__()
        self.links, self.anchors = [], set()
        self.feed(text)

    def handle_starttag(self, tag, attributes):
        attributes = dict(attributes)
        self.anchors |= {attributes.get("id"), attributes.get("name")}
        if tag in ("a", "img", "link", "script"):
            self.links.append(attributes.get("href") or attributes.get("src"))


site = pathlib.Path(sys.argv[1])
pages = {path: Page(path.read_text(encoding="utf-8")) for path in site.glob("*.html")}
wrong = []
for path, page in pages.items():
    for link in filter(None, page.links):
        parts = urllib.parse.urlsplit(link)
        if parts.scheme or parts.netloc:
            continue
        target = (path.parent / urllib.parse.unquote(parts.path)) if parts.path else path
        if not target.exists():
            wrong.append(f"{path.name}: {link}")
        elif parts.fragment and target in pages and parts.fragment not in pages[target].anchors:
            wrong.append(f"{path.name}: {link}, which has no such heading")
# What the pages and the documents in the root say of files.
root = pathlib.Path(".")
for document in [*root.glob("*.md"), *root.glob("src/site/markdown/*.md"), *root.glob("notebooks/**/*.md")]:
    text = document.read_text(encoding="utf-8")
    for link in re.findall(r"\]\(([^)#: ]+)[^):]*\)", text):
        if not (document.parent / link).exists() and not link.startswith("apidocs/"):
            wrong.append(f"{document}: {link}")
    for file in re.findall(r"`((?:src|install|notebooks)/[\w./-]*\w)`", text):
        # The recipe for a chapter needs a name that is not there.
        if not (root / file).exists() and "/08-name" not in file:
            wrong.append(f"{document} names {file}")
print("\n".join(wrong) or f"{len(pages)} pages: links in order")
sys.exit(bool(wrong) or not pages)
