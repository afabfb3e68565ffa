<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: Apache-2.0 -->
<!--
  The style of formulas for engines that make HTML elements of MathML, which would show x² as "x2" and a fraction
  as its two parts side by side. It lays them out by HTML's means.

  The capital letter is on purpose: the value of dir is compared without regard to case on HTML elements, and to the
  letter on those of MathML, so that formulas which are alive stay as the browser sets them. (A namespace cannot be
  named: one player puts the style into @scope.) No selector has a space before a colon, since that player
  takes such spaces away. What ::before and ::after say is read aloud, and mostly not seen.
-->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:output method="text" encoding="UTF-8"/>

  <xsl:template match="/">
    <xsl:text><![CDATA[/* Formulas, where an engine makes HTML elements of MathML: the capital letter matches dir of HTML elements alone. */
math[dir*="T"] { display: inline-block; font-family: "Cambria Math", "STIX Two Math", "Latin Modern Math", math, serif; font-style: normal; line-height: 1.3; text-indent: 0; white-space: nowrap }
math[dir*="T"][display="block"] { display: block; margin: 0.8em 0; overflow-x: auto; text-align: center }
math[dir*="T"] mi { font-style: italic }
math[dir*="T"] mi[mathvariant] { font-style: normal }
math[dir*="T"] mi[mathvariant*="italic"], math[dir*="T"] mo[mathvariant*="italic"], math[dir*="T"] mn[mathvariant*="italic"], math[dir*="T"] mtext[mathvariant*="italic"] { font-style: italic }
math[dir*="T"] mi[mathvariant*="bold"], math[dir*="T"] mo[mathvariant*="bold"], math[dir*="T"] mn[mathvariant*="bold"], math[dir*="T"] mtext[mathvariant*="bold"] { font-weight: bold }
math[dir*="T"] mo { margin: 0 0.15em }
math[dir*="T"] mo[fence="true"], math[dir*="T"] mo[separator="true"] { margin: 0 0.05em }
math[dir*="T"] mtext { white-space: pre-wrap }
math[dir*="T"] mspace { display: inline-block; width: 0.5em }
math[dir*="T"] mphantom { visibility: hidden }
math[dir*="T"] merror { outline: 1px solid }

math[dir*="T"] mfrac { display: inline-flex; flex-direction: column; margin: 0 0.15em; text-align: center; vertical-align: middle }
math[dir*="T"] mfrac > * { display: block; padding: 0 0.2em }
math[dir*="T"] mfrac > *:first-child { border-bottom: 1px solid }
math[dir*="T"] mfrac[linethickness="0"] > *:first-child { border-bottom: 0 }
math[dir*="T"] mfrac mfrac { font-size: 0.85em }

math[dir*="T"] msqrt, math[dir*="T"] mroot > *:first-child { border-top: 1px solid; display: inline-block; padding: 0 0.1em }
math[dir*="T"] msqrt { margin-inline-start: 0.65em; position: relative }
math[dir*="T"] msqrt::before { position: absolute; inset: -1px 100% 0.1em -0.65em }
math[dir*="T"] mroot { align-items: baseline; display: inline-flex; vertical-align: middle }
math[dir*="T"] mroot::before { align-self: stretch; margin-bottom: 0.1em; order: -1; width: 0.65em }
math[dir*="T"] msqrt::before, math[dir*="T"] mroot::before { background: linear-gradient(to top right, transparent calc(50% - 1px), currentColor 50%, transparent calc(50% + 1px)) left bottom / 35% 40% no-repeat, linear-gradient(to bottom right, transparent calc(50% - 1px), currentColor 50%, transparent calc(50% + 1px)) right / 65% 100% no-repeat; content: "\221A"; font-size: inherit; overflow: hidden; text-indent: 2em }
math[dir*="T"] mroot > *:nth-child(2) { align-self: flex-start; font-size: 0.65em; margin-inline-end: -0.4em; order: -2 }

math[dir*="T"] msup > *:nth-child(2), math[dir*="T"] msubsup > *:nth-child(3) { font-size: 0.75em; vertical-align: super }
math[dir*="T"] msub > *:nth-child(2), math[dir*="T"] msubsup > *:nth-child(2) { font-size: 0.75em; vertical-align: sub }
math[dir*="T"] msup > *:nth-child(2), math[dir*="T"] msub > *:nth-child(2), math[dir*="T"] msubsup > *:nth-child(n+2) { display: inline-block; line-height: 1 }

math[dir*="T"] munder, math[dir*="T"] mover, math[dir*="T"] munderover { align-items: center; display: inline-flex; flex-direction: column; margin: 0 0.1em; vertical-align: middle }
math[dir*="T"] munder > *:nth-child(2), math[dir*="T"] mover > *:nth-child(2), math[dir*="T"] munderover > *:nth-child(n+2) { font-size: 0.75em; line-height: 1 }
math[dir*="T"] mover > *:nth-child(2), math[dir*="T"] munderover > *:nth-child(3) { order: -1 }
math[dir*="T"] mover[accent="true"] > *:nth-child(2), math[dir*="T"] munder[accentunder="true"] > *:nth-child(2) { font-size: 1em; line-height: 0.4; margin: 0 0 -0.25em }

math[dir*="T"] mmultiscripts { align-items: center; display: inline-flex }
math[dir*="T"] mmultiscripts > *:nth-child(n+2) { font-size: 0.75em; line-height: 1 }
math[dir*="T"] mmultiscripts > *:nth-child(2n), math[dir*="T"] mmultiscripts > mprescripts ~ *:nth-child(2n+1) { align-self: flex-end }
math[dir*="T"] mmultiscripts > *:nth-child(2n+3), math[dir*="T"] mmultiscripts > mprescripts ~ *:nth-child(2n) { align-self: flex-start }
math[dir*="T"] mmultiscripts > mprescripts ~ * { order: -1 }
math[dir*="T"] mprescripts, math[dir*="T"] none { display: none }

math[dir*="T"] mtable { display: inline-table; vertical-align: middle }
math[dir*="T"] mtr { display: table-row }
math[dir*="T"] mtd { display: table-cell; padding: 0.1em 0.4em; text-align: center }

math[dir*="T"] msup > *:nth-child(2)::before, math[dir*="T"] msubsup > *:nth-child(3)::before, math[dir*="T"] msub > *:nth-child(2)::before, math[dir*="T"] msubsup > *:nth-child(2)::before, math[dir*="T"] mfrac > *:nth-child(2)::before, math[dir*="T"] mfrac > mrow::before, math[dir*="T"] mfrac > mrow::after { clip-path: inset(50%); height: 1px; overflow: hidden; position: absolute; width: 1px }
math[dir*="T"] msup > *:nth-child(2)::before, math[dir*="T"] msubsup > *:nth-child(3)::before { content: "^" }
math[dir*="T"] msub > *:nth-child(2)::before, math[dir*="T"] msubsup > *:nth-child(2)::before { content: "_" }
math[dir*="T"] mfrac > *:nth-child(2)::before { content: "/" }
math[dir*="T"] mfrac > mrow::before { content: "(" }
math[dir*="T"] mfrac > mrow:nth-child(2)::before { content: "/(" }
math[dir*="T"] mfrac > mrow::after { content: ")" }
]]></xsl:text>
  </xsl:template>
</xsl:stylesheet>
