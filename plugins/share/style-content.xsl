<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: Apache-2.0 -->
<!--
  The style of what content.xsl writes, within .stem and .text. It needs the colours and typefaces that the page
  has as variables: paper, ink, soft, line, edge, tint, link, sans, mono.
-->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:template name="style-content">
    <xsl:text><![CDATA[/* The text of items. */
strong { font-weight: 700 }
sub, sup { font-size: .72em; line-height: 0 }
.text ul, .text ol, .stem ul, .stem ol { padding-inline-start: 1.5em }
:is(.stem, .text) > :is(figure, .code, .scroll) { margin-block: 1.25rem }
:is(.stem, .text) > :is(figure, .code, .scroll):first-child { margin-block-start: 0 }
:is(.stem, .text) > :is(figure, .code, .scroll):last-child { margin-block-end: 0 }
li > .code { margin-block: .5rem }
li > ul, li > ol { margin-block-start: .3rem }
.stem li + li, .text li + li { margin-block-start: .3rem }
blockquote { padding-inline-start: 1.1rem; border-inline-start: .2rem solid var(--line) }
code { padding: .08em .28em; border-radius: .2rem; background: var(--tint); font: .86em/1.4 var(--mono); unicode-bidi: isolate; overflow-wrap: anywhere }
.code { border: 1px solid var(--line); border-radius: .25rem; background: var(--tint) }
.code .label { padding: .4rem .9rem; border-block-end: 1px solid var(--line) }
pre { padding: .75rem .9rem; font: .875rem/1.55 var(--mono); white-space: pre-wrap; overflow-wrap: anywhere; text-align: left; tab-size: 4 }
pre code { padding: 0; background: none; font: inherit }
figure > * + * { margin-block-start: .75rem }
figcaption { margin-block-start: .6rem }
img { max-width: 100%; height: auto; vertical-align: middle }
figure > img { display: block }
@media (prefers-color-scheme: dark) { img { border-radius: .25rem; background: #fff } }
.scroll { overflow-x: auto }
table { min-inline-size: min(16rem, 100%); border-collapse: collapse; font-size: 1rem; line-height: 1.45 }
caption { padding-block-end: .5rem; text-align: start }
th, td { padding: .45rem .75rem; border-block-end: 1px solid var(--line); text-align: start; vertical-align: baseline }
th { font-size: .875rem; font-weight: 600 }
thead th { border-block-end-color: var(--edge); vertical-align: bottom }
.to-center { text-align: center }
.to-end { text-align: end; font-variant-numeric: tabular-nums }
math { font-family: "STIX Two Math", "Cambria Math", "Latin Modern Math", math; font-size: 1.05em }
.formula { display: block; margin-block: .85rem; padding-block: .1rem; overflow-x: auto; overflow-y: hidden }
.formula math { margin: 0 }
figure > .formula:first-child { margin-block-start: 0 }
.notes { margin-block-start: 1.5rem; padding-inline-start: 1.3em; font-size: .875rem; line-height: 1.5; color: var(--soft) }
.notes li:target { color: var(--ink) }
sup.note a { position: relative; padding-inline: .15em; text-decoration: none; font-family: var(--sans); font-weight: 600 }
sup.note a::after { content: ""; position: absolute; inset: -.7rem -.45rem }
@media (forced-colors: active) {
  code { border: 1px solid }
  pre code { border: 0 }
}
]]></xsl:text>
  </xsl:template>
</xsl:stylesheet>
