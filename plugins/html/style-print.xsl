<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: Apache-2.0 -->
<!-- The style of the page on paper: a cover of its own, questions kept together, ink spared. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:i="urn:itemwright:1" exclude-result-prefixes="i">

  <!-- What may stand in a string of CSS: a name's safe characters and nothing else. -->
  <xsl:variable name="safe" select="'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789._-'"/>

  <xsl:template name="style-print">
    <xsl:variable name="large" select="$size = 'large'"/>
    <xsl:text>@page { size: </xsl:text>
    <xsl:choose><xsl:when test="$paper = 'letter'">letter</xsl:when><xsl:otherwise>A4</xsl:otherwise></xsl:choose>
    <xsl:text>; margin: 16mm 18mm 20mm;
  @bottom-left { font: 8pt sans-serif; color: #555; content: "</xsl:text>
    <xsl:value-of select="translate(@name, translate(@name, $safe, ''), '')"/>
    <xsl:text>" }
  @bottom-right { font: 8pt sans-serif; color: #555; content: counter(page) " / " counter(pages) }
}
@page :first { @bottom-left { content: none } @bottom-right { content: none } }
</xsl:text>
    <xsl:text>@media print {&#10;  html { font-size: </xsl:text>
    <xsl:choose><xsl:when test="$large">16pt</xsl:when><xsl:otherwise>9pt</xsl:otherwise></xsl:choose>
    <xsl:text> }</xsl:text>
    <xsl:text><![CDATA[
  :root { color-scheme: light; --paper: #fff; --ink: #000; --soft: #444; --line: #bbb; --edge: #555; --tint: #fff; --link: #000; --margin: 3rem }
  body { padding: 0; font-size: 1.125rem; line-height: 1.42; orphans: 3; widows: 3 }
  .masthead, main, .foot { max-width: none }
  .skip, .contents, .foot { display: none }
  a { color: inherit; text-decoration: none }
  h2, h3, h4, .hint, .column, .label, caption { break-after: avoid }

  .masthead { padding-block: 8mm 4mm }
  .types dd { display: flex; justify-content: space-between; gap: 12mm }
  .types dd > :first-child { max-inline-size: none }
  .sample { flex: none; margin-block-start: .1rem; align-self: start }
  h1 { font-size: 2.6rem; margin-block: .6rem 2rem }
  .facts { grid-template-columns: repeat(4, auto) }
  .lines { display: grid; grid-template-columns: 2fr 1.4fr 1fr; gap: 0 6mm; margin-block-start: 15mm }
  .lines p { padding-block-start: 1.5mm; border-block-start: .75pt solid #000; font-size: .8125rem; color: var(--soft) }
  .instructions { padding-block: 6mm 0; break-after: page }
  .instructions h3 { margin-block-start: 7mm }
  .types > div { padding-block: .8rem; break-inside: avoid }

  .questions { border: 0; padding: 0 }
  .question { display: block; position: relative; padding-block: 4.5mm; padding-inline-start: var(--margin); break-inside: avoid }
  .questions > h2 { padding-block-end: 2mm }
  .number { position: absolute; inset-inline-start: 0; font-size: 1.35rem; line-height: 1.7rem }
  .stem { break-after: avoid }
  .ask { margin-block-start: .9rem }
  .options > li { grid-template-columns: 2.75rem minmax(0, 1fr) }
  .options > li, .prompts > li { padding-block: .22rem }
  .options { margin-block-start: .45rem }
  .stem > * + *, .text > * + * { margin-block-start: .6rem }
  .columns { grid-template-columns: minmax(0, 3fr) minmax(0, 2fr); gap: 8mm }
  .order, figure, tr, blockquote, .notes { break-inside: avoid }
  .blank { inline-size: 3rem }
  thead { display: table-header-group }
  .scroll { overflow: visible }
  code { padding: 0; border: 0; border-radius: 0 }
  img { background: none; max-height: 200mm; object-fit: contain; object-position: left }
  .sample .on { background: #000; color: #fff; print-color-adjust: exact; -webkit-print-color-adjust: exact }
  .end { padding-block: 8mm 0; break-before: avoid }
}
]]></xsl:text>
    <xsl:if test="$large">
      <xsl:text>@media print { .facts { grid-template-columns: auto auto } .columns { grid-template-columns: auto } .types dd { display: block } }&#10;</xsl:text>
    </xsl:if>
  </xsl:template>
</xsl:stylesheet>
