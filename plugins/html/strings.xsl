<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: Apache-2.0 -->
<!--
  The words of the page. To add a language: copy strings-en.xsl to strings-XX.xsl, translate it, name
  its template "XX", include it here, and add a line to each of the two choices below.
-->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:i="urn:itemwright:1" exclude-result-prefixes="i">
  <xsl:include href="strings-en.xsl"/>

  <!-- The language that the page speaks: the exam's, where it is one that we have. -->
  <xsl:variable name="exam-language" select="substring-before(concat(/i:compiled-form/@xml:lang, '-'), '-')"/>
  <xsl:variable name="ui">
    <xsl:choose>
      <xsl:when test="$exam-language = 'en'">en</xsl:when>
      <xsl:otherwise>en</xsl:otherwise>
    </xsl:choose>
  </xsl:variable>

  <!-- The string `id`; `n` is the number that some strings speak of. -->
  <xsl:template name="t">
    <xsl:param name="id"/>
    <xsl:param name="n"/>
    <xsl:choose>
      <xsl:when test="$ui = 'en'">
        <xsl:call-template name="en">
          <xsl:with-param name="id" select="$id"/><xsl:with-param name="n" select="$n"/>
        </xsl:call-template>
      </xsl:when>
    </xsl:choose>
  </xsl:template>

  <!-- Marks an element that holds our words alone, where the text around it is in another language. -->
  <xsl:template name="ui-language">
    <xsl:if test="substring-before(concat(ancestor-or-self::*[@xml:lang][1]/@xml:lang, '-'), '-') != $ui">
      <xsl:attribute name="lang"><xsl:value-of select="$ui"/></xsl:attribute>
      <xsl:attribute name="dir">
        <xsl:call-template name="direction"><xsl:with-param name="tag" select="$ui"/></xsl:call-template>
      </xsl:attribute>
    </xsl:if>
  </xsl:template>
</xsl:stylesheet>
