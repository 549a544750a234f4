"""A real browser opens reports on hostile articles, and nothing happens: it is only text."""

import shutil
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Literal

import pytest
from axe_playwright_python.sync_playwright import Axe  # type: ignore[import-untyped]
from playwright.sync_api import Browser, sync_playwright

from workbench.reports.charts import chart_data, drawn
from workbench.reports.html_report import render_html
from workbench.reports.outlining import build_outline
from workbench.reports.record import ArticleList, Record

pytestmark = pytest.mark.slow

Scheme = Literal["light", "dark"]

PAYLOADS = (
    "<script>alert(1)</script>",
    "</script><script>document.title='hit'</script>",
    "<img src=x onerror=alert(1)>",
    "<img src=http://evil.example/x.png>",
    "<svg onload=alert(1)>",
    "<svg><script>alert(1)</script></svg>",
    "<body onload=alert(1)>",
    "<iframe src=javascript:alert(1)>",
    "<iframe srcdoc='<script>alert(1)</script>'>",
    "<object data=javascript:alert(1)>",
    "<embed src=javascript:alert(1)>",
    "<a href=javascript:alert(1)>x</a>",
    "<math><a xlink:href=javascript:alert(1)>x",
    "<form action=http://evil.example><button>x",
    "<input autofocus onfocus=alert(1)>",
    "<details open ontoggle=alert(1)>",
    "<video><source onerror=alert(1)></video>",
    "<audio src=x onerror=alert(1)>",
    "<link rel=stylesheet href=http://evil.example/x.css>",
    "<style>@import 'http://evil.example/x.css';</style>",
    "<style>body{display:none}</style>",
    "<meta http-equiv=refresh content='0;url=http://evil.example'>",
    "<base href=http://evil.example/>",
    "\"><script>alert(1)</script>",
    "'><script>alert(1)</script>",
    "\" onmouseover=alert(1) x=\"",
    "' onclick=alert(1) x='",
    "\" style=\"background:url(http://evil.example/x)\"",
    "--><script>alert(1)</script>",
    "]]><script>alert(1)</script>",
    "</style><script>alert(1)</script>",
    "</title><script>alert(1)</script>",
    "</textarea><script>alert(1)</script>",
    "{{ 7*7 }}{% for x in y %}",
    "{{ ''.__class__.__mro__ }}",
    "&lt;script&gt;alert(1)&lt;/script&gt;",
    "&#x3c;script&#x3e;alert(1)",
    "<scr\0ipt>alert(1)</scr\0ipt>",
    "\u202e<script>alert(1)</script>\u2066",
    "<template><script>alert(1)</script></template>",
    "<marquee onstart=alert(1)>",
    "javascript:alert(1)",
)  # fmt: skip


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Chromium, as the system has it."""
    found = shutil.which("chromium") or shutil.which("google-chrome") or shutil.which("chromium-browser")
    assert found, "Chromium is not installed: apt-get install chromium"
    quiet = [
        *("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"),
        *("--disable-background-networking", "--disable-component-update", "--disable-sync"),
    ]
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=found, args=quiet)
        yield opened
        opened.close()


@pytest.fixture(scope="module")
def full_record(settled_record: Record) -> Record:
    """The settled record with the days on which its articles appeared, so that every chart can be drawn."""
    days = (date(2026, 3, 1), datetime(2026, 3, 2, 18, 30, tzinfo=UTC))
    dated = (
        replace(found, article=replace(found.article, published=day))
        for found, day in zip(settled_record.articles, days, strict=True)
    )
    return replace(settled_record, articles=ArticleList(dated))


def hostile(record_of: Callable[..., Record], everywhere: Callable[[Record, str], Record], payload: str) -> Record:
    """The payload as whatever an article holds, and as whatever a person can write about a claim."""
    text = payload.replace("\0", "")
    record = record_of(
        f"{text} title\n\nTen died in {text} town, said Bob.\n",
        "Other\n\nTen died.\n",
        reviewer=f"Eve {text}",
        note=text,
        name=f"{text}.txt",
    )
    first, *others = record.articles
    article = replace(first.article, publisher=text, byline=text, url=text, language=text, title=text)
    summary = replace(first.summary, publisher=text, title=text, name=text)
    changed = replace(first, article=article, summary=summary)
    return everywhere(replace(record, articles=ArticleList((changed, *others)), problems=(text,)), text)


@pytest.mark.parametrize("payload", PAYLOADS)
def test_a_hostile_article_is_only_text(
    browser: Browser,
    record_of: Callable[..., Record],
    with_text_everywhere: Callable[[Record, str], Record],
    tmp_path: Path,
    payload: str,
) -> None:
    report = tmp_path / "report.html"
    record = hostile(record_of, with_text_everywhere, payload)
    report.write_text(render_html(record), encoding="utf-8")
    happened: list[str] = []
    page = browser.new_page()
    page.on("dialog", lambda dialog: (happened.append(f"dialog {dialog.message}"), dialog.dismiss()))
    page.on("request", lambda request: happened.append(request.url))
    page.on("console", lambda message: happened.append(f"console {message.text}"))
    page.on("pageerror", lambda error: happened.append(f"error {error}"))
    page.goto(report.as_uri())
    page.evaluate("document.querySelectorAll('details').forEach(part => { part.open = true })")
    assert happened == [report.as_uri()]
    assert page.title().endswith("· claim review")
    assert page.url == report.as_uri()
    count = page.evaluate("document.querySelectorAll('script, iframe, img, object, embed, form, input, math').length")
    assert count == 0
    assert page.evaluate(DRAWN) == [[f"chart chart-{name}", []] for name in charts_of(record)]
    assert page.locator("article.claim").count() == len(tuple(record.claims))
    links = page.evaluate("[...document.links].map(link => link.protocol)")
    assert set(links) <= {"file:", "http:", "https:"}
    page.close()


@pytest.mark.parametrize(("width", "scheme"), [(1300, "light"), (420, "dark"), (360, "light")])
def test_the_page_never_scrolls_sideways(
    browser: Browser, full_record: Record, tmp_path: Path, width: int, scheme: Scheme
) -> None:
    report = tmp_path / "report.html"
    report.write_text(render_html(full_record), encoding="utf-8")
    page = browser.new_page(viewport={"width": width, "height": 900}, color_scheme=scheme)
    page.goto(report.as_uri())
    page.evaluate("document.querySelectorAll('details').forEach(part => { part.open = true })")
    assert page.evaluate("document.documentElement.scrollWidth") == width
    page.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_colour_can_be_read(browser: Browser, full_record: Record, tmp_path: Path, scheme: Scheme) -> None:
    """WCAG 2.2, 1.4.3: text has at least 4.5 times the luminance of its ground, or the other way round."""
    report = tmp_path / "report.html"
    report.write_text(render_html(full_record), encoding="utf-8")
    page = browser.new_page(color_scheme=scheme)
    page.goto(report.as_uri())
    faint = page.evaluate(CONTRAST)
    assert faint == []
    page.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1300, 390])
def test_nothing_keeps_anybody_from_reading(
    browser: Browser, full_record: Record, tmp_path: Path, scheme: Scheme, width: int
) -> None:
    """What axe-core checks of WCAG 2.2 (A and AA) and of good practice, with every part of the page open."""
    report = tmp_path / "report.html"
    report.write_text(render_html(full_record), encoding="utf-8")
    context = browser.new_context(bypass_csp=True, color_scheme=scheme, viewport={"width": width, "height": 900})
    page = context.new_page()
    page.goto(report.as_uri())
    page.evaluate("document.querySelectorAll('details').forEach(part => { part.open = true })")
    assert page.locator("svg.chart").count() == len(charts_of(full_record)) == 6
    found = Axe().run(page).response["violations"]
    assert [(each["id"], [node["html"][:200] for node in each["nodes"]]) for each in found] == []
    context.close()


@pytest.mark.parametrize(("scheme", "paper"), [("light", False), ("dark", False), ("dark", True)])
def test_the_words_of_charts_can_be_read(
    browser: Browser, full_record: Record, tmp_path: Path, scheme: Scheme, paper: bool
) -> None:
    """WCAG 2.2, 1.4.3, where words stand on a shape of a chart, also on paper when the screen is dark."""
    report = tmp_path / "report.html"
    report.write_text(render_html(full_record), encoding="utf-8")
    page = browser.new_page(color_scheme=scheme)
    page.goto(report.as_uri())
    if paper:
        page.emulate_media(media="print", color_scheme=scheme)
    assert page.evaluate(CONTRAST_IN_CHARTS) == []
    page.close()


def charts_of(record: Record) -> list[str]:
    """The names of the charts that a report of `record` has, in their order."""
    charts = drawn(chart_data(build_outline(record)))
    in_order = ("verdicts", "relations", "coverage", "timeline", "graph", "agreement")
    return [name for name in in_order if getattr(charts, name) is not None]


DRAWN = """() => [...document.querySelectorAll('svg')].map(svg => [
  svg.getAttribute('class'),
  [...svg.querySelectorAll('*')]
    .filter(part => !['title', 'desc', 'text', 'rect', 'circle', 'line', 'path'].includes(part.localName)
      || [...part.attributes].some(each => each.name.startsWith('on') || each.name.includes('href')))
    .map(part => part.outerHTML),
])"""

CONTRAST_IN_CHARTS = """() => {
  const parse = text => text.match(/[0-9.]+/g).map(Number);
  const light = ([r, g, b]) => {
    const part = v => (v /= 255) <= 0.03928 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4;
    return 0.2126 * part(r) + 0.7152 * part(g) + 0.0722 * part(b);
  };
  const inside = (a, b) =>
    a.left <= b.left + 1 && a.right >= b.right - 1 && a.top <= b.top + 3 && a.bottom >= b.bottom - 3;
  const faint = [];
  for (const svg of document.querySelectorAll('svg')) {
    const parts = [...svg.children];
    parts.forEach((text, place) => {
      if (text.localName !== 'text' || !text.textContent.trim()) return;
      const box = text.getBoundingClientRect();
      const under = parts.slice(0, place).reverse().find(part => ['rect', 'circle', 'path'].includes(part.localName)
        && getComputedStyle(part).fill !== 'none' && inside(part.getBoundingClientRect(), box));
      const ground = under ? getComputedStyle(under).fill : getComputedStyle(svg.closest('figure')).backgroundColor;
      const [a, b] = [light(parse(getComputedStyle(text).fill)), light(parse(ground))].sort((x, y) => y - x);
      if ((a + 0.05) / (b + 0.05) < 4.5) faint.push(text.outerHTML);
    });
  }
  return faint;
}"""

CONTRAST = """() => {
  const parse = text => text.match(/[0-9.]+/g).map(Number);
  const light = ([r, g, b]) => {
    const part = v => (v /= 255) <= 0.03928 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4;
    return 0.2126 * part(r) + 0.7152 * part(g) + 0.0722 * part(b);
  };
  const ground = element => {
    for (let at = element; at; at = at.parentElement) {
      const colour = parse(getComputedStyle(at).backgroundColor);
      if (colour.length < 4 || colour[3] > 0) return colour;
    }
    return [255, 255, 255];
  };
  const faint = new Set();
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const element = walker.currentNode.parentElement;
    if (!walker.currentNode.data.trim()) continue;
    const [a, b] = [light(parse(getComputedStyle(element).color)), light(ground(element))].sort((x, y) => y - x);
    const ratio = (a + 0.05) / (b + 0.05);
    if (ratio < 4.5) faint.add(element.className + ' ' + ratio.toFixed(2));
  }
  return [...faint];
}"""
