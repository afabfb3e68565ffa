<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: Apache-2.0 -->
<!--
  Charts. Widths are percentages, so that a chart fits every screen and its letters keep their size; heights are pixels.
-->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:variable name="letters" select="'ABCDEFGHIJKLMNOPQRSTUVWXYZ'"/>

  <!-- The largest of some numbers, at least 1, so that it can be divided by. -->
  <xsl:template name="largest">
    <xsl:param name="of"/>
    <xsl:variable name="largest">
      <xsl:for-each select="$of"><xsl:sort select="." data-type="number" order="descending"/><xsl:if test="position() = 1">
        <xsl:value-of select="."/></xsl:if></xsl:for-each>
    </xsl:variable>
    <xsl:choose>
      <xsl:when test="number($largest) &gt; 1"><xsl:value-of select="$largest"/></xsl:when>
      <xsl:otherwise>1</xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- A label above a bar: what it is at the left, cut so that it ends before the number at the right. -->
  <xsl:template name="cut">
    <xsl:param name="text"/>
    <xsl:param name="most"/>
    <xsl:choose>
      <xsl:when test="string-length($text) &gt; $most"><xsl:value-of select="substring($text, 1, $most - 1)"/>…</xsl:when>
      <xsl:otherwise><xsl:value-of select="$text"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template name="bar-label">
    <xsl:param name="number"/>
    <svg class="label" width="80%" height="20">
      <text y="14">
        <xsl:if test="id"><tspan class="strong"><xsl:call-template name="cut"><xsl:with-param name="text" select="id"/>
          <xsl:with-param name="most" select="16"/></xsl:call-template></tspan></xsl:if>
        <xsl:if test="title">
          <tspan class="wide" dx="6"><xsl:call-template name="cut"><xsl:with-param name="text" select="title"/>
            <xsl:with-param name="most" select="46 - string-length(substring(id, 1, 16))"/></xsl:call-template></tspan>
          <tspan class="narrow" dx="6"><xsl:call-template name="cut"><xsl:with-param name="text" select="title"/>
            <xsl:with-param name="most" select="28 - string-length(substring(id, 1, 16))"/></xsl:call-template></tspan>
        </xsl:if>
        <xsl:if test="items and not(id or title)"><xsl:choose><xsl:when test="type"><xsl:value-of select="type"/></xsl:when>
          <xsl:when test="weight">(no id)</xsl:when><xsl:when test="tasks">no domain</xsl:when><xsl:otherwise>no type</xsl:otherwise>
          </xsl:choose></xsl:if>
      </text>
    </svg>
    <text x="100%" y="14" text-anchor="end" class="number"><xsl:value-of select="$number"/></text>
  </xsl:template>

  <xsl:template name="segment">
    <xsl:param name="class"/>
    <xsl:param name="from"/>
    <xsl:param name="n"/>
    <xsl:param name="most"/>
    <xsl:if test="$n &gt; 0">
      <rect class="{$class}" x="{format-number(100 * $from div $most, '0.###')}%"
        y="22" width="{format-number(100 * $n div $most, '0.###')}%" height="14"/>
    </xsl:if>
  </xsl:template>

  <xsl:template name="status-chart">
    <xsl:param name="id"/>
    <xsl:param name="of"/>
    <xsl:param name="title"/>
    <xsl:variable name="most"><xsl:call-template name="largest"><xsl:with-param name="of" select="$of/items/total"/></xsl:call-template>
      </xsl:variable>
    <svg class="chart" width="100%" height="{44 * count($of)}" role="img" aria-labelledby="{$id}-t {$id}-d">
      <title id="{$id}-t"><xsl:value-of select="$title"/></title>
      <desc id="{$id}-d"><xsl:for-each select="$of"><xsl:value-of select="id | type"/>
        <xsl:if test="not(id or type)">none</xsl:if>: <xsl:value-of select="items/draft"/> draft,
          <xsl:value-of select="items/review"/> review, <xsl:value-of select="items/approved"/> approved,
          <xsl:value-of select="items/retired"/> retired. </xsl:for-each>
        </desc>
      <xsl:for-each select="$of">
        <svg y="{44 * (position() - 1)}" width="100%" height="44">
          <xsl:call-template name="bar-label"><xsl:with-param name="number" select="format-number(items/total, '#,##0')"/>
            </xsl:call-template>
          <xsl:call-template name="segment"><xsl:with-param name="class">draft</xsl:with-param><xsl:with-param name="from" select="0"/>
            <xsl:with-param name="n" select="items/draft"/><xsl:with-param name="most" select="$most"/></xsl:call-template>
          <xsl:call-template name="segment"><xsl:with-param name="class">review</xsl:with-param>
            <xsl:with-param name="from" select="items/draft"/><xsl:with-param name="n" select="items/review"/>
            <xsl:with-param name="most" select="$most"/></xsl:call-template>
          <xsl:call-template name="segment"><xsl:with-param name="class">approved</xsl:with-param>
            <xsl:with-param name="from" select="items/draft + items/review"/><xsl:with-param name="n" select="items/approved"/>
            <xsl:with-param name="most" select="$most"/></xsl:call-template>
          <xsl:call-template name="segment"><xsl:with-param name="class">retired</xsl:with-param>
            <xsl:with-param name="from" select="items/draft + items/review + items/approved"/>
            <xsl:with-param name="n" select="items/retired"/><xsl:with-param name="most" select="$most"/></xsl:call-template>
        </svg>
      </xsl:for-each>
    </svg>
  </xsl:template>

  <xsl:template name="supply-chart">
    <xsl:variable name="supply" select="supply"/>
    <xsl:variable name="domains" select="../domains/i[weight]"/>
    <xsl:variable name="most"><xsl:call-template name="largest">
      <xsl:with-param name="of" select="supply/i[last()]/domains/i/needed | $domains/items/approved"/></xsl:call-template></xsl:variable>
    <svg class="chart" width="100%" height="{58 * count($supply/i[1]/domains/i)}" role="img" aria-labelledby="supply-svg-t supply-svg-d">
      <title id="supply-svg-t">Approved items of each domain, and how many one, two and three forms need</title>
      <desc id="supply-svg-d"><xsl:for-each select="$supply/i[1]/domains/i"><xsl:variable name="at" select="position()"/>
        <xsl:value-of select="id"/>: <xsl:value-of select="/figures/domains/i[$at]/items/approved"/> approved;
          needed <xsl:for-each select="$supply/i">
        <xsl:if test="position() &gt; 1">, </xsl:if><xsl:value-of select="domains/i[$at]/needed"/></xsl:for-each>. </xsl:for-each></desc>
      <xsl:for-each select="$supply/i[1]/domains/i">
        <xsl:variable name="at" select="position()"/>
        <xsl:variable name="domain" select="/figures/domains/i[$at]"/>
        <xsl:variable name="approved" select="$domain/items/approved"/>
        <svg y="{58 * ($at - 1)}" width="100%" height="58">
          <xsl:for-each select="$domain">
            <xsl:call-template name="bar-label"><xsl:with-param name="number" select="format-number($approved, '#,##0')"/>
              </xsl:call-template>
          </xsl:for-each>
          <rect class="track" x="0" y="22" width="100%" height="14"/>
          <xsl:if test="$approved &gt; 0">
            <rect x="0" y="22" width="{format-number(100 * $approved div $most, '0.###')}%" height="14">
              <xsl:attribute name="class"><xsl:choose><xsl:when test="missing &gt; 0">short</xsl:when><xsl:otherwise>plain</xsl:otherwise>
                </xsl:choose></xsl:attribute>
            </rect>
          </xsl:if>
          <xsl:for-each select="$supply/i[domains/i[$at]/needed &gt; 0]">
            <xsl:variable name="x" select="format-number(99.6 * domains/i[$at]/needed div $most, '0.###')"/>
            <rect class="tick" x="{$x}%" y="19" width="2" height="20"/>
            <text class="small" x="{$x}%" y="51" text-anchor="middle"><xsl:value-of select="forms"/></text>
          </xsl:for-each>
        </svg>
      </xsl:for-each>
    </svg>
  </xsl:template>

  <!-- Columns: one for each number; labels stand below them, or between them for the bins of a histogram. -->
  <xsl:template name="columns">
    <xsl:param name="id"/>
    <xsl:param name="of"/>
    <xsl:param name="title"/>
    <xsl:param name="even"/>
    <xsl:param name="format" select="'#,##0'"/>
    <xsl:variable name="most"><xsl:call-template name="largest"><xsl:with-param name="of" select="$of"/></xsl:call-template></xsl:variable>
    <xsl:variable name="step" select="100 div count($of)"/>
    <xsl:variable name="part"><xsl:choose><xsl:when test="$even">0.6</xsl:when><xsl:otherwise>0.88</xsl:otherwise></xsl:choose>
      </xsl:variable>
    <svg class="chart" width="100%" height="210" role="img" aria-labelledby="{$id}-t {$id}-d">
      <xsl:if test="count($of) &gt; 8"><xsl:attribute name="class">chart many</xsl:attribute></xsl:if>
      <title id="{$id}-t"><xsl:value-of select="$title"/></title>
      <desc id="{$id}-d"><xsl:for-each select="$of"><xsl:apply-templates select="." mode="label">
        <xsl:with-param name="format" select="$format"/></xsl:apply-templates>: <xsl:value-of select="."/>. </xsl:for-each></desc>
      <xsl:for-each select="$of">
        <xsl:if test=". &gt; 0">
          <rect class="plain" x="{format-number($step * (position() - 0.5 - $part div 2), '0.###')}%"
            y="{format-number(184 - 160 * . div $most, '0.##')}" width="{format-number($step * $part, '0.###')}%" height="{format-number(160 * . div $most, '0.##')}"/>
        </xsl:if>
      </xsl:for-each>
      <rect class="axis" x="0" y="184" width="100%" height="1"/>
      <xsl:if test="$even">
        <xsl:variable name="y" select="format-number(184 - 160 * $even div $most, '0.##')"/>
        <line class="expected" x1="0" x2="100%" y1="{$y}" y2="{$y}"/>
      </xsl:if>
      <xsl:for-each select="$of">
        <xsl:variable name="middle" select="format-number($step * (position() - 0.5), '0.###')"/>
        <xsl:if test="$even">
          <text class="count halo" x="{$middle}%" y="{format-number(179 - 160 * . div $most, '0.##')}" text-anchor="middle">
          <xsl:value-of select="format-number(., '#,##0')"/></text></xsl:if>
        <text class="count" x="{$middle}%" y="{format-number(179 - 160 * . div $most, '0.##')}" text-anchor="middle"><xsl:if test=". = 0">
          <xsl:attribute name="class">count zero</xsl:attribute></xsl:if><xsl:value-of select="format-number(., '#,##0')"/></text>
        <xsl:choose>
          <xsl:when test="parent::positions"><text x="{$middle}%" y="202" text-anchor="middle">
            <xsl:apply-templates select="." mode="label"/></text></xsl:when>
          <xsl:otherwise><xsl:apply-templates select="../from" mode="edge"><xsl:with-param name="at" select="position() - 1"/>
            <xsl:with-param name="step" select="$step"/><xsl:with-param name="format" select="$format"/></xsl:apply-templates>
            </xsl:otherwise>
        </xsl:choose>
      </xsl:for-each>
      <xsl:apply-templates select="$of[last()]/../to" mode="edge"><xsl:with-param name="at" select="count($of)"/>
        <xsl:with-param name="step" select="$step"/><xsl:with-param name="format" select="$format"/></xsl:apply-templates>
    </svg>
  </xsl:template>

  <!-- What a bin begins with, or the last one ends with, at its edge. -->
  <xsl:template match="from | to" mode="edge">
    <xsl:param name="at"/>
    <xsl:param name="step"/>
    <xsl:param name="format"/>
    <text class="edge" x="{format-number($step * $at, '0.###')}%" y="202" text-anchor="middle">
      <xsl:choose>
        <xsl:when test="$at = 0"><xsl:attribute name="text-anchor">start</xsl:attribute></xsl:when>
        <xsl:when test="self::to"><xsl:attribute name="text-anchor">end</xsl:attribute></xsl:when>
      </xsl:choose>
      <xsl:if test="($at + 1 - count(../../i[1]/from)) mod 2 = 1"><xsl:attribute name="class">edge second</xsl:attribute></xsl:if>
      <xsl:value-of select="format-number(., $format)"/>
    </text>
  </xsl:template>

  <xsl:template match="positions/i" mode="label"><xsl:value-of select="substring($letters, count(preceding-sibling::i) + 1, 1)"/>
    </xsl:template>

  <xsl:template match="count" mode="label">
    <xsl:param name="format" select="'#,##0'"/>
    <xsl:choose>
      <xsl:when test="not(../from)">below <xsl:value-of select="format-number(../to, $format)"/></xsl:when>
      <xsl:when test="not(../to)"><xsl:value-of select="format-number(../from, $format)"/> and more</xsl:when>
      <xsl:otherwise><xsl:value-of select="format-number(../from, $format)"/> to <xsl:value-of select="format-number(../to, $format)"/>
        </xsl:otherwise>
    </xsl:choose>
  </xsl:template>
</xsl:stylesheet>
