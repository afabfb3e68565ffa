<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: Apache-2.0 -->
<!--
  The style of the page on a screen, after style-base.xsl. It is set like a booklet: a serif for what is read, a sans for
  what guides, numbers hanging in the margin. Directions are logical, for languages from right to left.
  Text of a style element is not escaped, so nothing of the document may be written here as it is.
-->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:template name="style">
    <xsl:call-template name="style-base"/>
    <xsl:text><![CDATA[
/* The small sans that guides. */
.form, .facts, .contents, .hint, .order > p, .column, .label, .count, .foot, .end, .lines, .mark, .slot, .number, caption, figcaption, th {
  font-family: var(--sans) }
.facts dt, .hint, .order > p, .column, .label, figcaption, caption { font-size: .8125rem; line-height: 1.4; color: var(--soft) }

/* The cover. */
.masthead { padding-block: clamp(2.5rem, 8vw, 6rem) 2rem }
.form { display: flex; flex-wrap: wrap; gap: .25rem 1.5rem; font-size: .9375rem; font-weight: 600; line-height: 1.4; color: var(--soft) }
h1 { margin-block: .75rem 2.25rem; font-size: clamp(1.875rem, 1.3rem + 2.6vw, 2.875rem); font-weight: 600; letter-spacing: -.012em; line-height: 1.14 }
.facts { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(9rem, 100%), 1fr)); gap: 1rem 1.5rem; padding-block: 1rem;
  border-block: 1px solid var(--line) }
.facts dd { font-size: 1.0625rem; line-height: 1.4; font-weight: 600 }
.lines { display: none }
h2 { font-size: 1.625rem; font-weight: 600; letter-spacing: -.008em }
.instructions { padding-block: 1rem 2.5rem }
.instructions h3 { margin-block: 2.25rem .25rem; font-size: 1.1875rem; font-weight: 600 }
.rules { margin-block-start: 1rem; padding-inline-start: 1.2em }
.rules li + li { margin-block-start: .4rem }
.rules li::marker { color: var(--edge) }
.types > div { padding-block: 1.1rem; border-block-end: 1px solid var(--line) }
.types dt { font-weight: 600 }
.count { margin-inline-start: .5em; font-size: .8125rem; font-weight: 400; color: var(--soft); white-space: nowrap }
.types dd { margin-block-start: .15rem }
.sample { display: flex; flex-wrap: wrap; gap: .6rem; margin-block-start: .75rem }
.notice { margin-block-start: 2rem; padding-inline-start: 1rem; border-inline-start: .2rem solid var(--edge); color: var(--soft); font-size: 1rem }

/* Where to go. */
.contents { padding-block: 0 3rem }
.contents h2 { font: 600 .9375rem/1.4 var(--sans); letter-spacing: 0 }
.contents ol { display: grid; grid-template-columns: repeat(auto-fill, minmax(2.75rem, 1fr)); gap: .375rem; margin-block-start: .75rem; list-style: none }
.contents li a { display: block; padding-block: .375rem; border: 1px solid var(--line); border-radius: .25rem; color: var(--ink);
  font-size: .9375rem; line-height: 1.5; text-align: center; text-decoration: none; font-variant-numeric: tabular-nums }
.contents li a:hover { border-color: var(--edge); background: var(--tint) }

[dir=rtl] :is(h2, h3, h4, p:not(.end), dt)[dir=ltr]:not([dir=rtl] [dir=ltr] *) { text-align: right }

/* A question. */
.questions { border-block-start: .2rem solid var(--ink); padding-block-start: 1.25rem }
.question { display: grid; grid-template-columns: var(--margin) minmax(0, 1fr); padding-block: 2.5rem; border-block-end: 1px solid var(--line) }
.number { font-size: 1.5rem; font-weight: 600; line-height: 1.8rem; font-variant-numeric: tabular-nums; letter-spacing: -.02em }
.question:target .number { color: var(--link) }
.stem > * + *, .text > * + *, .notes li > * + *, blockquote > * + *, li > p + p { margin-block-start: .85rem }
.ask { margin-block-start: 1.75rem }
.hint b { margin-inline-start: .6em; color: var(--ink); font-weight: 600 }
.options, .prompts, .order ol { list-style: none }
.options { margin-block-start: .75rem }
.options > li { display: grid; grid-template-columns: 2.75rem minmax(0, 1fr); padding-block: .45rem; break-inside: avoid }
.mark { display: inline-flex; align-items: center; justify-content: center; inline-size: 1.75rem; block-size: 1.75rem; border: 1.5px solid var(--edge);
  font-size: .8125rem; font-weight: 600; line-height: 1; unicode-bidi: isolate }
.multiple-choice .mark { border-radius: 50% }
.multiple-response .mark { border-radius: .2rem }
.sample .on { background: var(--ink); border-color: var(--ink); color: var(--paper) }
.ordering > .options .mark, .matching .options .mark { justify-content: flex-start; border: 0; font-size: 1rem; padding-inline-start: .15rem }
.order { display: flex; flex-wrap: wrap; align-items: baseline; gap: .5rem 1.5rem; margin-block-start: 1rem; padding-block: .9rem; border-block-start: 1px solid var(--line) }
.order ol { display: flex; flex-wrap: wrap; gap: .75rem 1.5rem }
.slot { display: inline-flex; align-items: baseline; gap: .5rem; font-size: 1rem; font-weight: 600; line-height: 1.75rem; font-variant-numeric: tabular-nums }
.blank { display: inline-block; inline-size: 2.5rem; block-size: 1.5rem; border-block-end: 1.5px solid var(--edge); text-align: center;
  font-style: normal; line-height: 1.5rem; font-weight: 600 }
.sample .slot { font-size: .875rem }
.columns { display: grid; gap: 1.75rem; margin-block-start: .75rem }
.column { padding-block-end: .4rem; border-block-end: 1px solid var(--line) }
.columns .options { margin-block-start: .35rem }
.columns .options > li { grid-template-columns: 2rem minmax(0, 1fr) }
.prompts { margin-block-start: .35rem }
.prompts > li { display: grid; grid-template-columns: 5rem minmax(0, 1fr); align-items: baseline; padding-block: .45rem; break-inside: avoid }
@media (min-width: 46rem) {
  .types dd { display: flex; justify-content: space-between; gap: 2.5rem }
  .types dd > :first-child { max-inline-size: 29rem }
  .sample { flex: none; margin-block-start: .1rem; align-self: start }
  .columns { grid-template-columns: minmax(0, 3fr) minmax(0, 2fr); gap: 2.5rem }
}
@media (max-width: 40rem) {
  body { font-size: 1.0625rem }
  .question { grid-template-columns: minmax(0, 1fr); padding-block: 2rem; gap: .35rem }
  .options > li { grid-template-columns: 2.5rem minmax(0, 1fr) }
}

]]></xsl:text>
    <xsl:call-template name="style-content"/>
    <xsl:text><![CDATA[.end { padding-block: 2.5rem; font-size: .9375rem; text-align: center; color: var(--soft) }
.foot { padding-block: 1.5rem 3rem; border-block-start: 1px solid var(--line); font-size: .8125rem; line-height: 1.5; color: var(--soft) }
@media (forced-colors: active) {
  .sample .on { forced-color-adjust: none; background: CanvasText; border-color: CanvasText; color: Canvas }
}
]]></xsl:text>
  </xsl:template>
</xsl:stylesheet>
