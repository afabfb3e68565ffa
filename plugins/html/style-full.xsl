<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: Apache-2.0 -->
<!-- The style of what only the full view has. It is no part of a candidate's page. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:template name="style-full">
    <xsl:text><![CDATA[
:root { --alarm: #8c1d18; --on-alarm: #fff; --right: #1d6b3a }
@media (prefers-color-scheme: dark) { :root { --alarm: #6d1f1b; --on-alarm: #fff1ef; --right: #8fd3a5 } }
.banner { margin-inline: -1.25rem; padding: .75rem 1.25rem; background: var(--alarm); border-block-end: 1px solid transparent;
  color: var(--on-alarm); font: 1rem/1.4 var(--sans) }
.banner p { max-width: 47rem; margin-inline: auto }
.banner strong { margin-inline-end: .5em }
.to-answers { display: flex; flex-wrap: wrap; gap: .25rem 1.5rem; margin-block-start: 1rem; font-size: .9375rem }
.to-answers a, .to-answer a { display: inline-block; padding-block: .25rem }
.to-answer { margin-block-start: 1rem; font: .875rem/1.4 var(--sans) }
.answers { border-block-start: .2rem solid var(--ink); padding-block: 1.25rem 3rem }
.answers > h3 { margin-block: 2.5rem .9rem; font-size: 1.1875rem; font-weight: 600 }
.answers > .scroll { margin-block-start: 1.5rem }
.answers > h3 + .scroll { margin-block-start: 0 }
.key, .domains { min-inline-size: 100%; font: .875rem/1.4 var(--sans) }
:is(.key, .domains) th { font-size: .8125rem }
:is(.key, .domains) tbody th { font-weight: 400 }
.key tbody th { font-weight: 600 }
.key td { white-space: nowrap }
.key .solution { font-weight: 600; white-space: normal; min-inline-size: 8em }
.domains .id { display: inline-block; min-inline-size: 2.5em; color: var(--soft) }
:is(.key, .domains) .total :is(th, td) { font-weight: 600; border-block-end: 0 }
.badge { display: inline-block; padding: .05rem .5rem; border: 1px solid var(--edge); border-radius: 1rem; font: 600 .75rem/1.5 var(--sans); white-space: nowrap }
.badge.unscored { border-style: dashed; color: var(--soft) }
.answer { display: grid; grid-template-columns: var(--margin) minmax(0, 1fr); padding-block: 1.75rem; border-block-start: 1px solid var(--line) }
.answer .number { font-size: 1.25rem; line-height: 1.6rem }
.given { display: flex; flex-wrap: wrap; align-items: center; gap: .25rem .75rem; font: 1.0625rem/1.5 var(--sans) }
.where { font: .8125rem/1.5 var(--sans); color: var(--soft) }
.where code { padding: 0; background: none }
.reasons { margin-block: 1rem 0; list-style: none; font-size: 1rem; line-height: 1.5 }
.reasons > li { display: grid; grid-template-columns: 2.75rem minmax(0, 1fr); padding-block: .4rem }
.reasons .mark { font-size: .75rem; inline-size: 1.6rem; block-size: 1.6rem }
.reasons:is(.ordering, .matching) .mark { inline-size: auto; min-inline-size: 2.1rem; justify-self: start; border-radius: .2rem; padding-inline: .3rem; white-space: nowrap }
.reasons .right > .mark { background: var(--right); border-color: var(--right); color: var(--paper) }
.reasons .wrong > .mark { border-style: dashed; font-weight: 400 }
.right .offer { font-weight: 600 }
.offer :is(.code, table) { font-weight: 400 }
.offer > * + *, .why > * + * { margin-block-start: .5rem }
.reasons:is(.ordering, .matching) > li { grid-template-columns: 3.1rem minmax(0, 1fr) }
.why :is(ul, ol) { padding-inline-start: 1.5em }
.label + .reasons { margin-block-start: .2rem }
.pair { white-space: nowrap }
.key tbody th a { display: inline-block; min-inline-size: 1.5rem; min-block-size: 1.5rem; line-height: 1.5rem }
.partner::before { content: "\2192\a0"; content: "\2192\a0" / "" }
[dir=rtl] .partner::before { content: "\2190\a0"; content: "\2190\a0" / "" }
.text > .offer + *, .text > .why { margin-block-start: .2rem }
.why { color: var(--soft) }
.whole, .references { margin-block-start: 1rem; font-size: 1rem; line-height: 1.5 }
.answer .label { margin-block-start: .9rem }
.whole .label, .references .label { margin-block: 0 .15rem }
.answer .code .label { margin: 0 }
.references ul { list-style: none }
.references li + li { margin-block-start: .2rem }
.references a { display: inline-block }
@media (max-width: 40rem) { .answer { grid-template-columns: minmax(0, 1fr); gap: .25rem } }
@media (forced-colors: active) {
  .banner { border: .2rem solid }
  .where code { border: 0 }
  .reasons .right > .mark { forced-color-adjust: none; background: CanvasText; border-color: CanvasText; color: Canvas }
}
@media print {
  :root { --alarm: #fff; --on-alarm: #000; --right: #000 }
  .banner { margin: 0; padding: 2mm 0; border: solid #000; border-width: 1pt 0 }
  .banner p { max-width: none }
  .to-answer { display: none }
  .answers { border: 0; padding: 0; break-before: page }
  .answers > h3 { margin-block: 8mm 3mm }
  .key, .domains { font-size: .9rem }
  .key :is(th, td) { padding-block: .15rem }
  .answer { display: block; position: relative; padding-block: 4mm; padding-inline-start: var(--margin) }
  .given, .where { break-after: avoid }
  .reasons > li { padding-block: .25rem }
  .answer .number { font-size: 1.2rem }
  .reasons > li, .references li { break-inside: avoid }
  .reasons .right > .mark { print-color-adjust: exact; -webkit-print-color-adjust: exact }
  .answers a[href^=http]::after { content: " <" attr(href) ">"; font: .75rem var(--mono); color: var(--soft); overflow-wrap: anywhere }
}
]]></xsl:text>
    <!-- The banner at the head of each sheet: our own words, without what would end a string of CSS. -->
    <xsl:variable name="banner">
      <xsl:call-template name="t"><xsl:with-param name="id" select="'full.banner'"/></xsl:call-template>
    </xsl:variable>
    <xsl:text>@page { @top-center { font: bold 8pt sans-serif; content: "</xsl:text>
    <xsl:value-of select="translate($banner, '&quot;\&lt;&#10;', '')"/>
    <xsl:text>" } }
@page :first { @top-center { content: none } }
</xsl:text>
  </xsl:template>
</xsl:stylesheet>
