<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: Apache-2.0 -->
<!--
  Names of things, and rows of tables.
-->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <!-- Names. -->
  <xsl:template name="domain">
    <xsl:choose>
      <xsl:when test="id or title">
        <xsl:if test="id"><bdi class="id"><xsl:value-of select="id"/></bdi></xsl:if>
        <xsl:if test="id and title"><xsl:text> </xsl:text></xsl:if>
        <xsl:if test="title"><bdi><xsl:value-of select="title"/></bdi></xsl:if>
      </xsl:when>
      <xsl:when test="tasks and not(weight)">In no domain of the blueprint</xsl:when>
      <xsl:otherwise>(no id)</xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template name="item-id">
    <xsl:choose>
      <xsl:when test="id"><bdi class="id"><xsl:value-of select="id"/></bdi></xsl:when>
      <xsl:otherwise>(no id)</xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template name="type">
    <xsl:value-of select="type"/>
    <xsl:if test="not(type)">no type</xsl:if>
  </xsl:template>

  <xsl:template name="count">
    <xsl:param name="n" select="."/>
    <td><xsl:if test="$n = 0"><xsl:attribute name="class">zero</xsl:attribute></xsl:if><xsl:value-of select="format-number($n, '#,##0')"/>
      </td>
  </xsl:template>

  <xsl:template name="short">
    <xsl:param name="n"/>
    <td><xsl:attribute name="class"><xsl:choose><xsl:when test="$n &gt; 0">lacks</xsl:when><xsl:otherwise>zero</xsl:otherwise></xsl:choose>
      </xsl:attribute><xsl:value-of select="format-number($n, '#,##0')"/></td>
  </xsl:template>

  <!-- Tables of items by status. -->
  <xsl:template name="status-head">
    <xsl:param name="what"/>
    <thead><tr><th scope="col"><xsl:value-of select="$what"/></th><th scope="col">draft</th><th scope="col">review</th>
      <th scope="col">approved</th><th scope="col">retired</th><th scope="col">total</th></tr></thead>
  </xsl:template>

  <xsl:template name="tally">
    <xsl:param name="of" select="items"/>
    <xsl:call-template name="count"><xsl:with-param name="n" select="$of/draft"/></xsl:call-template>
    <xsl:call-template name="count"><xsl:with-param name="n" select="$of/review"/></xsl:call-template>
    <xsl:call-template name="count"><xsl:with-param name="n" select="$of/approved"/></xsl:call-template>
    <xsl:call-template name="count"><xsl:with-param name="n" select="$of/retired"/></xsl:call-template>
    <xsl:call-template name="count"><xsl:with-param name="n" select="$of/total"/></xsl:call-template>
  </xsl:template>

  <xsl:template name="type-rows">
    <xsl:for-each select="types/i[items/total &gt; 0]">
      <tr><th scope="row" class="sub"><xsl:call-template name="type"/></th><xsl:call-template name="tally"/></tr>
    </xsl:for-each>
  </xsl:template>

  <xsl:template name="supply-table">
    <xsl:variable name="supply" select="supply"/>
    <table class="supply">
      <caption id="blueprint-t">Approved items, and how many are needed and short for one, two and three forms</caption>
      <thead>
        <tr><th rowspan="2" scope="col">domain</th><th rowspan="2" scope="col">weight</th><th rowspan="2" scope="col">approved</th>
          <xsl:for-each select="$supply/i"><th colspan="2" scope="colgroup">
            <xsl:value-of select="forms"/> form<xsl:if test="forms != 1">s</xsl:if></th></xsl:for-each></tr>
        <tr><xsl:for-each select="$supply/i"><th scope="col">needed</th><th scope="col">short</th></xsl:for-each></tr>
      </thead>
      <tbody>
        <xsl:for-each select="$supply/i[1]/domains/i">
          <xsl:variable name="at" select="position()"/>
          <tr>
            <xsl:for-each select="/figures/domains/i[$at]">
              <th scope="row"><xsl:call-template name="domain"/></th>
              <td><xsl:value-of select="format-number(weight, '0.##')"/> %</td>
              <xsl:call-template name="count"><xsl:with-param name="n" select="items/approved"/></xsl:call-template>
            </xsl:for-each>
            <xsl:for-each select="$supply/i/domains/i[$at]">
              <xsl:call-template name="count"><xsl:with-param name="n" select="needed"/></xsl:call-template>
              <xsl:call-template name="short"><xsl:with-param name="n" select="missing"/></xsl:call-template>
            </xsl:for-each>
          </tr>
        </xsl:for-each>
      </tbody>
      <tbody class="sum">
        <tr><th scope="row" colspan="2">Scored items</th><xsl:call-template name="count"><xsl:with-param name="n" select="approved"/>
          </xsl:call-template>
          <xsl:for-each select="$supply/i/scored">
            <xsl:call-template name="count"><xsl:with-param name="n" select="needed"/></xsl:call-template>
            <xsl:call-template name="short"><xsl:with-param name="n" select="missing"/></xsl:call-template>
          </xsl:for-each></tr>
        <tr><th scope="row" colspan="3">Unscored items, of any domain</th>
          <xsl:for-each select="$supply/i/unscored">
            <xsl:call-template name="count"><xsl:with-param name="n" select="needed"/></xsl:call-template>
            <xsl:call-template name="short"><xsl:with-param name="n" select="missing"/></xsl:call-template>
          </xsl:for-each></tr>
      </tbody>
    </table>
  </xsl:template>

  <xsl:template name="spread-head">
    <xsl:param name="what"/>
    <thead><tr><th scope="col"><xsl:value-of select="$what"/></th><th scope="col">items</th><th scope="col">least</th>
      <th scope="col">lower quartile</th><th scope="col">median</th><th scope="col">mean</th><th scope="col">upper quartile</th>
      <th scope="col">most</th></tr></thead>
  </xsl:template>

  <xsl:template name="spread">
    <xsl:param name="of"/>
    <xsl:param name="format" select="'#,##0.0'"/>
    <xsl:call-template name="count"><xsl:with-param name="n" select="$of/count"/></xsl:call-template>
    <td><xsl:value-of select="format-number($of/least, $format)"/></td>
    <td><xsl:value-of select="format-number($of/lowerQuartile, $format)"/></td>
    <td><xsl:value-of select="format-number($of/median, $format)"/></td>
    <td><xsl:value-of select="format-number($of/mean, $format)"/></td>
    <td><xsl:value-of select="format-number($of/upperQuartile, $format)"/></td>
    <td><xsl:value-of select="format-number($of/most, $format)"/></td>
  </xsl:template>

  <xsl:template name="bins">
    <xsl:param name="id"/>
    <xsl:param name="of"/>
    <xsl:param name="what"/>
    <xsl:param name="title"/>
    <xsl:param name="format" select="'#,##0'"/>
    <div class="pair-of">
      <figure>
        <xsl:call-template name="columns"><xsl:with-param name="id" select="$id"/><xsl:with-param name="of" select="$of"/>
          <xsl:with-param name="title" select="$title"/><xsl:with-param name="format" select="$format"/></xsl:call-template>
      </figure>
      <div class="scroll" role="region" tabindex="0" aria-labelledby="{$id}-c">
        <table class="bins">
          <caption id="{$id}-c"><xsl:value-of select="$title"/></caption>
          <thead><tr><th scope="col"><xsl:value-of select="$what"/></th><th scope="col">items</th></tr></thead>
          <tbody><xsl:for-each select="$of"><tr><th scope="row"><xsl:apply-templates select="." mode="label">
            <xsl:with-param name="format" select="$format"/></xsl:apply-templates></th><xsl:call-template name="count"/></tr></xsl:for-each>
            </tbody>
        </table>
      </div>
    </div>
  </xsl:template>
</xsl:stylesheet>
