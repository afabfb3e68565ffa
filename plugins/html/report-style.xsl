<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: Apache-2.0 -->
<!-- The style of the score report, on a screen and on one sheet of paper; after style-base.xsl. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:template name="report-style">
    <!-- Some readers of policies leave out white space at the beginning, which is part of what is hashed. -->
    <xsl:text>/* A score report */</xsl:text>
    <xsl:call-template name="style-base"/>
    <xsl:text><![CDATA[
:root { --good: #1f6b3a; --poor: #8a3b12; --own: #1c4f82 }
@media (prefers-color-scheme: dark) { :root { --good: #7fd19c; --poor: #f0a878; --own: #93bfea } }
.kind, .facts, .figures, .ends, .legend, .hint, .foot, table { font-family: var(--sans) }
.masthead { padding-block: clamp(2rem, 6vw, 4rem) 1.5rem }
.kind { font-size: .9375rem; font-weight: 600; color: var(--soft) }
h1 { margin-block: .5rem 1.5rem; font-size: clamp(1.75rem, 1.25rem + 2.2vw, 2.5rem); font-weight: 600; letter-spacing: -.012em; line-height: 1.15 }
h2 { font-size: 1.375rem; font-weight: 600; letter-spacing: -.006em }
.facts, .figures { display: flex; flex-wrap: wrap; gap: .75rem 3rem }
.facts > div, .figures > div { min-inline-size: 0 }
dd, h1, h2, th, td { overflow-wrap: anywhere }
.facts { padding-block: .875rem; border-block: 1px solid var(--line) }
dt { font-size: .8125rem; line-height: 1.4; color: var(--soft) }
dd { font-size: 1.0625rem; line-height: 1.4; font-weight: 600; font-variant-numeric: tabular-nums }
section { padding-block: 1.75rem }
section + section { border-block-start: 1px solid var(--line) }

.result h2 { font-size: 2rem }
.pass h2 { color: var(--good) }
.fail h2 { color: var(--poor) }
.figures { align-items: end; margin-block-start: 1rem }
.score dd { font-size: 3rem; line-height: 1.1; letter-spacing: -.02em }
.scale { margin-block-start: 1.5rem }
.scale > svg { display: block; inline-size: 100%; block-size: 2.75rem }
[dir=rtl] :is(.scale > svg, .bar) { transform: scaleX(-1) }
.track { fill: var(--line) }
.reached { fill: var(--edge) }
.own { fill: var(--own) }
.passing, .needed { fill: var(--ink) }
.ends { display: flex; justify-content: space-between; font-size: .875rem; line-height: 1.3; color: var(--soft) }
.legend { display: flex; flex-wrap: wrap; gap: .25rem 1.5rem; margin-block-start: .5rem; font-size: .8125rem; color: var(--soft) }
.legend svg { inline-size: .6rem; block-size: .8rem; margin-inline-end: .4rem }

.sections p, .meaning p { margin-block-start: .75rem }
table { inline-size: 100%; margin-block-start: 1.25rem; border-collapse: collapse; font-size: .9375rem; line-height: 1.4 }
th, td { padding: .6rem 0; border-block-end: 1px solid var(--line); text-align: start; vertical-align: top }
th + th, td { padding-inline-start: 1.25rem }
thead th { padding-block: .35rem; border-block-end-color: var(--edge); font-size: .8125rem; color: var(--soft); vertical-align: bottom }
tbody th { inline-size: 60%; font-weight: 400 }
.number { text-align: end; white-space: nowrap; font-variant-numeric: tabular-nums }
.bar { display: block; inline-size: 100%; block-size: .5rem; margin-block-start: .4rem }
.sections .hint { font-size: .8125rem; line-height: 1.4; color: var(--soft) }
.foot { padding-block: 1.5rem 3rem; border-block-start: 1px solid var(--line); font-size: .8125rem; line-height: 1.5; color: var(--soft) }
@media (forced-colors: active) {
  svg { forced-color-adjust: none }
  .track { fill: Canvas; stroke: CanvasText }
  .reached, .own { fill: Highlight }
  .passing, .needed { fill: CanvasText }
}
]]></xsl:text>
    <!-- Where there is no room for three columns; a query knows nothing of the larger text. -->
    <xsl:text>@media screen and (max-width: </xsl:text>
    <xsl:choose><xsl:when test="$size = 'large'">54rem</xsl:when><xsl:otherwise>36rem</xsl:otherwise></xsl:choose>
    <xsl:text><![CDATA[) {
  body { font-size: 1.0625rem }
  .facts { gap: .75rem 1.5rem }
  tr { display: grid; grid-template-columns: 4.5rem 1fr; padding-block: .6rem; border-block-end: 1px solid var(--line) }
  thead tr { padding-block: .35rem; border-block-end-color: var(--edge) }
  tr > :first-child { grid-column: 1 / -1; inline-size: auto }
  tr > :is(th, td) { padding: 0; border: 0 }
  tr > .number { text-align: start }
  tbody td { margin-block-start: .35rem }
}
]]></xsl:text>
    <xsl:text>@page { size: </xsl:text>
    <xsl:choose><xsl:when test="$paper = 'letter'">letter</xsl:when><xsl:otherwise>A4</xsl:otherwise></xsl:choose>
    <xsl:text>; margin: 16mm 18mm }&#10;@media print { html { font-size: </xsl:text>
    <xsl:choose><xsl:when test="$size = 'large'">14pt</xsl:when><xsl:otherwise>8.5pt</xsl:otherwise></xsl:choose>
    <xsl:text><![CDATA[ }
  :root { color-scheme: light; --paper: #fff; --ink: #000; --soft: #444; --line: #bbb; --edge: #777; --tint: #fff; --good: #1f6b3a; --poor: #8a3b12; --own: #1c4f82 }
  body { padding: 0 }
  .skip { display: none }
  .masthead, main, .foot { max-width: none }
  .masthead { padding-block: 0 1rem }
  section { padding-block: 1.25rem; break-inside: avoid }
  .foot { padding-block: 1rem 0 }
  svg { print-color-adjust: exact; -webkit-print-color-adjust: exact }
}]]></xsl:text>
  </xsl:template>
</xsl:stylesheet>
