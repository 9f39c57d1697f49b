"""How the report looks. The colours are those of the pages (frontend/styles/_colours.scss)."""

DAYLIGHT = {
    "ground": "#f9f4eb",
    "surface": "#ffffff",
    "tint": "#f4ecdf",
    "line": "#e5dac8",
    "line-firm": "#817a6a",
    "ink": "#20302f",
    "ink-soft": "#54605d",
    "brand": "#0f5a5f",
    "brand-tint": "#e1efec",
    "accent": "#a64524",
    "accent-tint": "#fbe8dd",
    "gold": "#8a5a00",
    "gold-tint": "#fdf0d0",
    "good": "#1d6844",
    "good-tint": "#dff1e4",
    "sky": "#28608a",
    "sky-tint": "#e2eef6",
    "focus": "#f7b733",
}
DARK = {
    "ground": "#151c1d",
    "surface": "#1e2829",
    "tint": "#273233",
    "line": "#374647",
    "line-firm": "#879a98",
    "ink": "#efe9de",
    "ink-soft": "#bdbbb1",
    "brand": "#7fcfcb",
    "brand-tint": "#1d3f41",
    "accent": "#f0a27f",
    "accent-tint": "#47291d",
    "gold": "#f2c46d",
    "gold-tint": "#40321a",
    "good": "#8fd9ab",
    "good-tint": "#1c3c2b",
    "sky": "#9ccbef",
    "sky-tint": "#1d384b",
    "focus": "#f7b733",
}

_RULES = """
* { box-sizing: border-box; }
html { font: 1.0625rem/1.55 "Source Sans 3", "Segoe UI", system-ui, -apple-system, "Noto Sans", Arial, sans-serif; }
body { margin: 0; background: var(--ground); color: var(--ink); }
main, header, footer { max-width: 62rem; margin: 0 auto; padding: 0 1.25rem; }
header { padding-top: 2.5rem; }
header p { max-width: 42rem; }
h1, h2, h3 { line-height: 1.2; margin: 0 0 .6rem; text-wrap: balance; overflow-wrap: anywhere; }
h1 { font-size: clamp(1.7rem, 1.2rem + 2.4vw, 2.5rem); letter-spacing: -.01em; }
h2 { font-size: clamp(1.35rem, 1.1rem + 1.2vw, 1.75rem); margin-top: 2.5rem; }
h3 { font-size: 1.15rem; margin-top: 0; }
p, ul { margin: 0 0 .8rem; }
ul { padding-left: 1.25rem; }
li { margin-bottom: .3rem; }
a { color: var(--brand); text-underline-offset: .15em; }
a:focus-visible, .scroll:focus-visible { outline: 3px solid var(--focus); outline-offset: 2px; }
.over { color: var(--brand); font-weight: 600; margin-bottom: .2rem; }
.soft { color: var(--ink-soft); }
.note { background: var(--gold-tint); border-left: 4px solid var(--gold); border-radius: 0 .5rem .5rem 0;
  padding: .7rem 1rem; margin-bottom: 1.25rem; }
.note p:last-child, .note ul:last-child { margin: 0; }
.card { background: var(--surface); border: 1px solid var(--line); border-radius: .9rem; padding: 1.25rem 1.4rem;
  margin: 0 0 1.25rem; }
.facts { display: grid; grid-template-columns: repeat(auto-fit, minmax(8.5rem, 1fr)); gap: .8rem; padding: 0;
  margin: 1rem 0 1.25rem; }
.facts div { background: var(--surface); border: 1px solid var(--line); border-radius: .9rem; padding: .8rem 1rem; }
.facts dt { color: var(--ink-soft); font-size: .95rem; }
.facts dd { margin: 0; font-size: 1.45rem; font-weight: 600; line-height: 1.25; font-variant-numeric: tabular-nums; }
.facts dd small { display: block; font-size: .9rem; font-weight: 400; color: var(--ink-soft); }
figure { margin: 0; }
figure.card { margin-bottom: 1.25rem; }
figcaption { color: var(--ink-soft); margin-bottom: 1rem; max-width: 44rem; }
svg { display: block; overflow: visible; }
svg:not(svg svg) { width: 100%; }
.group { padding: .8rem 0 .5rem; border-top: 1px solid var(--line); }
.group:first-of-type { border-top: 0; padding-top: 0; }
.group p { margin: 0 0 .3rem; font-weight: 600; overflow-wrap: anywhere; }
.bar { display: grid; grid-template-columns: 5.5rem 1fr 3.2rem; gap: .7rem; align-items: center; margin-bottom: .2rem; }
.bar span { white-space: nowrap; font-size: .95rem; color: var(--ink-soft); }
.facts dd small { overflow-wrap: anywhere; }
.bar span:last-child { color: var(--ink); text-align: right; font-variant-numeric: tabular-nums; }
.track { fill: var(--tint); }
.there { fill: var(--line-firm); }
.said { fill: var(--brand); }
.silent { fill: none; stroke: var(--line-firm); stroke-width: 1.5; stroke-dasharray: 3 3; }
.zone { fill: var(--tint); }
.zone.about { fill: var(--good-tint); }
.axis { stroke: var(--line-firm); stroke-width: 1; }
.fair { stroke: var(--good); stroke-width: 2; }
.turns { fill: var(--brand); stroke: var(--surface); stroke-width: 1.5; }
.words { fill: var(--accent); stroke: var(--surface); stroke-width: 1.5; }
.seconds { fill: var(--sky); stroke: var(--surface); stroke-width: 1.5; }
.scale { position: relative; height: 1.4rem; margin: .2rem 0 .6rem; font-size: .9rem; color: var(--ink-soft); }
.scale span { position: absolute; transform: translateX(-50%); white-space: nowrap; }
.scale .low { left: 18.28%; }
.scale .fair-at { left: 50%; }
.scale .high { left: 81.72%; }
.key { display: flex; flex-wrap: wrap; gap: .4rem 1.4rem; padding: 0; margin: 0 0 1rem; list-style: none; font-size: .95rem; }
.key li { display: flex; align-items: center; gap: .45rem; margin: 0; }
.key li > svg { width: 1.1rem; height: 1.1rem; flex: none; }
.people svg { height: 9rem; }
.scroll { overflow-x: auto; margin: 0 -.3rem; padding: 0 .3rem; }
table { border-collapse: collapse; width: 100%; font-variant-numeric: tabular-nums; }
figcaption.title { color: var(--ink); font-weight: 600; margin-bottom: .5rem; }
th, td { padding: .45rem .6rem; border-bottom: 1px solid var(--line); text-align: right; vertical-align: top; }
th:first-child, td:first-child { text-align: left; padding-left: 0; }
thead th { font-weight: 600; color: var(--ink-soft); font-size: .95rem; vertical-align: bottom; }
tbody th { font-weight: 600; overflow-wrap: break-word; min-width: 9rem; max-width: 18rem; }
tbody tr:last-child th, tbody tr:last-child td { border-bottom: 0; }
td, td .band { white-space: nowrap; }
.band { display: inline-block; border-radius: 1rem; padding: 0 .65rem; background: var(--tint); }
.band.about { background: var(--good-tint); color: var(--good); }
.band.under { background: var(--accent-tint); color: var(--accent); }
.band.above { background: var(--sky-tint); color: var(--sky); }
.columns { display: grid; grid-template-columns: repeat(auto-fit, minmax(17rem, 1fr)); gap: 0 1.25rem; }
footer { padding-top: 1.5rem; padding-bottom: 3rem; color: var(--ink-soft); }
section + section { border-top: 1px solid var(--line); margin-top: 2.5rem; }
@media (max-width: 30rem) {
  .card { padding: 1rem; }
  .bar { grid-template-columns: 5rem 1fr 2.8rem; gap: .4rem; }
}
@media print {
  html { font-size: 9.5pt; line-height: 1.4; }
  main, header, footer { max-width: none; padding: 0; }
  header { padding-top: 0; }
  h2 { margin-top: 1.2rem; }
  .columns { display: block; }
  .scroll { overflow: visible; }
  tbody th { min-width: 0; }
  .facts dd { font-size: 1.2rem; }
  .card, .facts div { border-color: #999; }
  .card, .facts, .group, tr { break-inside: avoid; }
  h2, h3 { break-after: avoid; }
  section + section { break-before: page; border: 0; margin-top: 0; }
  * { -webkit-print-color-adjust: exact; print-color-adjust: exact; }
  nav { display: none; }
}
@page { margin: 16mm; }
"""


def _colours(named: dict[str, str]) -> str:
    return "".join(f"--{name}: {colour};" for name, colour in named.items())


def style() -> str:
    """The style sheet: daylight, the dark where the reader's device asks for it, and paper."""
    white = {**DAYLIGHT, "ground": "#ffffff"}
    return (
        f":root {{ color-scheme: light; {_colours(DAYLIGHT)} }}\n"
        f"@media screen and (prefers-color-scheme: dark) {{ :root {{ color-scheme: dark; {_colours(DARK)} }} }}\n"
        f"@media print {{ :root {{ {_colours(white)} }} }}{_RULES}"
    )
