<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: Apache-2.0 -->
<!--
  Which interaction an item becomes, by the name that QTI metadata has for it. An ordering item has
  three faces, told apart by what candidates see and never by a key:
    all options are used     orderInteraction
    some, each short         gapMatchInteraction: a list of gaps, one a place (players score an
                             order interaction of some options wrongly)
    some, long or high       matchInteraction: a grid of options and places. A gap text holds no blocks,
                             and one player cannot move an option that takes three lines or more, or a
                             picture, into the first gap.
  The last two have the same responses.
-->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:iw="urn:itemwright:1">
  <xsl:template match="iw:*" mode="kind"/>
  <xsl:template match="iw:multiple-choice | iw:multiple-response" mode="kind">choiceInteraction</xsl:template>
  <xsl:template match="iw:matching" mode="kind">matchInteraction</xsl:template>
  <xsl:template match="iw:ordering" mode="kind">
    <xsl:variable name="paragraphs" select="iw:option/iw:text[iw:p][count(iw:p) &gt; 1 or node()[not(self::iw:p)][normalize-space()]]"/>
    <xsl:variable name="blocks" select="iw:option/iw:text/*[self::iw:pre or self::iw:ul or self::iw:ol or self::iw:blockquote
                                        or self::iw:table or self::iw:figure] | iw:option/iw:text//iw:img | iw:option/iw:text//iw:br"/>
    <xsl:variable name="long" select="iw:option/iw:text[string-length(normalize-space()) &gt; 100]"/>
    <xsl:choose>
      <xsl:when test="@select = count(iw:option)">orderInteraction</xsl:when>
      <xsl:when test="$paragraphs or $blocks or $long">matchInteraction</xsl:when>
      <xsl:otherwise>gapMatchInteraction</xsl:otherwise>
    </xsl:choose>
  </xsl:template>
</xsl:stylesheet>
