<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: Apache-2.0 -->
<!--
  The words of a page. A language is a file words-XX.txt of the plugin's folder with a line for each string,
  "id = text"; to add one is to add such a file, named by the language's tag in lower case. docs/languages.md tells more.
  Who includes it has $words: those of $all-words that the page may use, a line each, with a line feed before the first
  and after the last; and includes language.xsl.
-->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:iw="urn:itemwright:xslt:1" exclude-result-prefixes="iw">

  <!-- The language that the page speaks: the document's, as it is ("pt-br") or in general ("pt"), where we have it. -->
  <xsl:variable name="tag" select="translate(/*/@xml:lang, 'ABCDEFGHIJKLMNOPQRSTUVWXYZ', 'abcdefghijklmnopqrstuvwxyz')"/>
  <xsl:variable name="primary" select="substring-before(concat($tag, '-'), '-')"/>
  <xsl:variable name="words-of-tag" select="iw:file(concat('words-', $tag, '.txt'), '')"/>
  <xsl:variable name="words-of-primary" select="iw:file(concat('words-', $primary, '.txt'), '')"/>
  <xsl:variable name="ui">
    <xsl:choose>
      <xsl:when test="$words-of-tag != ''"><xsl:value-of select="$tag"/></xsl:when>
      <xsl:when test="$words-of-primary != ''"><xsl:value-of select="$primary"/></xsl:when>
      <xsl:otherwise>en</xsl:otherwise>
    </xsl:choose>
  </xsl:variable>
  <xsl:variable name="all-words" select="concat('&#10;', iw:file(concat('words-', $ui, '.txt')), '&#10;')"/>

  <!--
    The string `id`, with the number `n` in it: the string for just this number, else the one of its plural form, else
    the form "other", else the string without a form.
  -->
  <xsl:template name="t">
    <xsl:param name="id"/>
    <xsl:param name="n"/>
    <xsl:variable name="exact" select="concat('&#10;', $id, '.', $n, ' = ')"/>
    <xsl:variable name="other" select="concat('&#10;', $id, '.other = ')"/>
    <xsl:variable name="start">
      <xsl:choose>
        <xsl:when test="$n != '' and contains($words, $exact)"><xsl:value-of select="$exact"/></xsl:when>
        <xsl:when test="$n != '' and contains($words, $other)">
          <xsl:variable name="name"><xsl:call-template name="plural"><xsl:with-param name="n" select="$n"/></xsl:call-template></xsl:variable>
          <xsl:variable name="form" select="concat('&#10;', $id, '.', $name, ' = ')"/>
          <xsl:choose>
            <xsl:when test="contains($words, $form)"><xsl:value-of select="$form"/></xsl:when>
            <xsl:otherwise><xsl:value-of select="$other"/></xsl:otherwise>
          </xsl:choose>
        </xsl:when>
        <xsl:otherwise><xsl:value-of select="concat('&#10;', $id, ' = ')"/></xsl:otherwise>
      </xsl:choose>
    </xsl:variable>
    <xsl:variable name="text" select="substring-before(substring-after($words, $start), '&#10;')"/>
    <xsl:choose>
      <xsl:when test="$text = ''">
        <xsl:message terminate="yes">words-<xsl:value-of select="$ui"/>.txt has no string "<xsl:value-of select="$id"/>"</xsl:message>
      </xsl:when>
      <xsl:when test="contains($text, '{n}')">
        <xsl:value-of select="concat(substring-before($text, '{n}'), $n, substring-after($text, '{n}'))"/>
      </xsl:when>
      <xsl:otherwise><xsl:value-of select="$text"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- The plural form of a whole number by the rules of Unicode; a language that is not here has those of English. -->
  <xsl:template name="plural">
    <xsl:param name="n"/>
    <xsl:variable name="in" select="concat(' ', substring-before(concat($ui, '-'), '-'), ' ')"/>
    <xsl:variable name="tens" select="$n mod 100"/>
    <xsl:variable name="ones" select="$n mod 10"/>
    <xsl:variable name="few" select="$ones &gt;= 2 and $ones &lt;= 4 and not($tens &gt;= 12 and $tens &lt;= 14)"/>
    <xsl:choose>
      <xsl:when test="contains(' id ja km ko lo ms my th vi zh ', $in)">other</xsl:when>
      <xsl:when test="contains(' am bn fa fr gu hi hy kn pt zu ', $in) and $n &lt; 2">one</xsl:when>
      <xsl:when test="$in = ' ar ' and $n = 0">zero</xsl:when>
      <xsl:when test="contains(' be ru uk ', $in) and $ones = 1 and $tens != 11">one</xsl:when>
      <xsl:when test="contains(' be ru uk ', $in)"><xsl:choose><xsl:when test="$few">few</xsl:when><xsl:otherwise>many</xsl:otherwise></xsl:choose></xsl:when>
      <xsl:when test="$n = 1">one</xsl:when>
      <xsl:when test="contains(' ar he iw ', $in) and $n = 2">two</xsl:when>
      <xsl:when test="$in = ' ar ' and $tens &gt;= 3 and $tens &lt;= 10">few</xsl:when>
      <xsl:when test="$in = ' ar ' and $tens &gt;= 11">many</xsl:when>
      <xsl:when test="contains(' cs sk ', $in) and $n &gt;= 2 and $n &lt;= 4">few</xsl:when>
      <xsl:when test="$in = ' pl '"><xsl:choose><xsl:when test="$few">few</xsl:when><xsl:otherwise>many</xsl:otherwise></xsl:choose></xsl:when>
      <xsl:otherwise>other</xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- Marks an element that holds our words alone, where the text around it is in another language. -->
  <xsl:template name="ui-language">
    <xsl:variable name="around" select="translate(ancestor-or-self::*[@xml:lang][1]/@xml:lang, 'ABCDEFGHIJKLMNOPQRSTUVWXYZ', 'abcdefghijklmnopqrstuvwxyz')"/>
    <xsl:if test="not(starts-with(concat($around, '-'), concat($ui, '-')))">
      <xsl:attribute name="lang"><xsl:value-of select="$ui"/></xsl:attribute>
      <xsl:attribute name="dir"><xsl:call-template name="ui-direction"/></xsl:attribute>
    </xsl:if>
  </xsl:template>

  <xsl:template name="ui-direction">
    <xsl:call-template name="direction"><xsl:with-param name="tag" select="$ui"/></xsl:call-template>
  </xsl:template>
</xsl:stylesheet>
