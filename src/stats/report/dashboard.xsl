<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: Apache-2.0 -->
<!--
  The dashboard: the figures of schemas/stats.schema.json, as XML (html.c: a member is an element, an element of an array
  an <i>), become one page. Every chart is an inline SVG with a title and a description, and its numbers stand in a
  table beside it.

    dashboard.xsl           the page, its head and its landmarks
    dashboard-sections.xsl  a section for each kind of figures
    dashboard-tables.xsl    names, and rows of numbers
    dashboard-charts.xsl    the charts
-->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:iw="urn:itemwright:xslt:1" exclude-result-prefixes="iw">
  <xsl:output method="html" encoding="UTF-8" indent="no" doctype-system="about:legacy-compat"/>
  <xsl:include href="dashboard-sections.xsl"/>
  <xsl:include href="dashboard-tables.xsl"/>
  <xsl:include href="dashboard-charts.xsl"/>

  <!-- What dashboard.css says. -->
  <xsl:param name="style"/>

  <xsl:variable name="listed" select="50"/>
  <xsl:variable name="exam" select="/figures/exam"/>

  <xsl:template match="/figures">
    <html lang="en">
      <head>
        <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'sha256-{iw:sha256($style)}'; base-uri 'none'; form-action 'none'"/>
        <meta name="viewport" content="width=device-width, initial-scale=1"/>
        <meta name="robots" content="noindex, noarchive"/>
        <meta name="referrer" content="no-referrer"/>
        <title>Item bank: <xsl:call-template name="title"/></title>
        <style><xsl:value-of select="$style" disable-output-escaping="yes"/></style>
      </head>
      <body>
        <a class="skip" href="#items">Skip to the figures</a>
        <aside class="banner" aria-label="Confidential">
          <p><strong>Confidential.</strong> This page holds the texts of exam items. Keep it where the bank is kept, and give it to nobody
            who may not see the bank.</p>
        </aside>
        <header>
          <p class="kind">Item bank</p>
          <h1><bdi><xsl:call-template name="title"/></bdi></h1>
          <p class="facts">
            <xsl:if test="$exam/id">Exam <bdi><xsl:value-of select="$exam/id"/></bdi></xsl:if>
            <xsl:if test="$exam/version">, version <bdi><xsl:value-of select="$exam/version"/></bdi></xsl:if>
            <xsl:if test="$exam/minutes">, <xsl:value-of select="$exam/minutes"/> minutes</xsl:if>
          </p>
          <xsl:call-template name="tiles"/>
          <xsl:if test="files/unread &gt; 0">
            <p class="warning"><strong>Incomplete.</strong><xsl:text> </xsl:text>
              <xsl:value-of select="files/unread"/> of <xsl:value-of select="files/items"/> files below items/ cannot be read as items and
                are left out. Run itemwright lint.</p>
          </xsl:if>
          <nav aria-label="On this page">
            <ul>
              <li><a href="#items">Items</a></li>
              <li><a href="#blueprint">Blueprint</a></li>
              <li><a href="#tasks">Tasks</a></li>
              <li><a href="#keys">Key positions</a></li>
              <li><a href="#reading">Words to read</a></li>
              <li><a href="#statistics">Statistics</a></li>
              <li><a href="#enemies">Enemy candidates</a></li>
            </ul>
          </nav>
        </header>
        <main>
          <xsl:call-template name="items"/>
          <xsl:apply-templates select="blueprint"/>
          <xsl:call-template name="tasks"/>
          <xsl:apply-templates select="keys"/>
          <xsl:apply-templates select="reading"/>
          <xsl:apply-templates select="statistics"/>
          <xsl:apply-templates select="enemies"/>
        </main>
        <footer><p>Made by <code>itemwright stats</code>. Retired items are counted among the items and nowhere else.</p></footer>
      </body>
    </html>
  </xsl:template>

  <xsl:template name="title">
    <xsl:value-of select="$exam/title"/>
    <xsl:if test="not($exam/title)">An exam without a title</xsl:if>
  </xsl:template>

  <xsl:template name="tiles">
    <dl class="tiles">
      <div><dt>Items</dt><dd><xsl:value-of select="format-number(items/total, '#,##0')"/></dd>
        <dd class="note">in <xsl:value-of select="format-number(files/items, '#,##0')"/> file<xsl:if test="files/items != 1">s</xsl:if></dd>
          </div>
      <div><dt>Approved</dt><dd><xsl:value-of select="format-number(items/approved, '#,##0')"/></dd>
        <dd class="note">
          <xsl:value-of select="format-number(items/draft, '#,##0')"/> draft,
            <xsl:value-of select="format-number(items/review, '#,##0')"/> review,
            <xsl:value-of select="format-number(items/retired, '#,##0')"/> retired</dd>
          </div>
      <div><dt>Forms</dt><dd><xsl:value-of select="format-number(blueprint/forms, '#,##0')"/></dd>
        <dd class="note">that share no item, of <xsl:value-of select="blueprint/scored"/> scored
          and <xsl:value-of select="blueprint/unscored"/> unscored</dd>
          </div>
      <div><dt>Words an item</dt><dd><xsl:choose><xsl:when test="reading/words">
        <xsl:value-of select="format-number(reading/words/mean, '#,##0')"/></xsl:when><xsl:otherwise>–</xsl:otherwise></xsl:choose></dd>
        <dd class="note">on average<xsl:if test="reading/words">, <xsl:value-of select="format-number(reading/words/least, '#,##0')"/> to
          <xsl:value-of select="format-number(reading/words/most, '#,##0')"/>
          </xsl:if></dd></div>
      <div><dt>Enemy candidates</dt><dd><xsl:if test="enemies/more = 'true'">&gt; </xsl:if>
        <xsl:value-of select="format-number(enemies/count, '#,##0')"/></dd>
        <dd class="note">pairs, <xsl:value-of select="format-number(enemies/copies, '#,##0')"/> with the same text</dd></div>
    </dl>
  </xsl:template>
</xsl:stylesheet>
