<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: Apache-2.0 -->
<!-- What the pages of this plugin have in common: colours, typefaces, how text is set. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:template name="style-base">
    <xsl:text>
:root {
  color-scheme: light dark;
  --paper: #fdfcfa; --ink: #1d1c1a; --soft: #5e5a53; --line: #dbd7cf; --edge: #7d786f; --tint: #f4f2ed; --link: #1c4f82;
  --serif: Charter, "Bitstream Charter", "Sitka Text", Cambria, "Source Serif 4", "Noto Serif", "Liberation Serif", Georgia, serif;
  --sans: "Avenir Next", "Segoe UI", "Helvetica Neue", Roboto, "Noto Sans", "Liberation Sans", Arial, sans-serif;
  --mono: ui-monospace, "Cascadia Code", "SF Mono", Menlo, Consolas, "Liberation Mono", monospace;
  --margin: 4rem;
}
</xsl:text>
    <xsl:text>:root { --text: var(--</xsl:text>
    <xsl:choose><xsl:when test="$typeface = 'sans'">sans</xsl:when><xsl:otherwise>serif</xsl:otherwise></xsl:choose>
    <xsl:text>) }&#10;</xsl:text>
    <xsl:if test="$size = 'large'">html { font-size: 150% }&#10;</xsl:if>
    <xsl:text><![CDATA[
@media (prefers-color-scheme: dark) {
  :root { --paper: #17181a; --ink: #e4e1da; --soft: #aaa69e; --line: #36383b; --edge: #8b8880; --tint: #202225; --link: #93bfea }
}
*, *::before, *::after { box-sizing: border-box }
html { -webkit-text-size-adjust: 100%; text-size-adjust: 100%; scroll-padding-block-start: 1rem }
body {
  margin: 0; padding: 0 1.25rem; background: var(--paper); color: var(--ink);
  font: 1.125rem/1.6 var(--text); font-kerning: normal; font-variant-numeric: lining-nums; overflow-wrap: break-word;
}
.masthead, main, .foot { max-width: 47rem; margin-inline: auto }
a { color: var(--link); text-decoration-thickness: .06em; text-underline-offset: .18em }
:focus-visible { outline: .15rem solid var(--link); outline-offset: .15rem; border-radius: .15rem }
[tabindex="-1"]:focus { outline: none }
h1, h2, h3, h4, p, ul, ol, dl, dd, figure, blockquote, pre, table { margin: 0; padding: 0 }
h1, h2, h3, h4 { line-height: 1.2; text-wrap: balance }
.unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap }
.skip { position: absolute; inset-block-start: .5rem; inset-inline-start: .5rem; z-index: 1; padding: .5rem 1rem;
  background: var(--paper); border: 1px solid; font: 600 1rem/1.4 var(--sans) }
.skip:not(:focus) { clip-path: inset(50%); pointer-events: none }
]]></xsl:text>
  </xsl:template>
</xsl:stylesheet>
