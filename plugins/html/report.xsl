<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: Apache-2.0 -->
<!--
  A candidate's score report (schemas/score-report.xsd) as one HTML page that asks for nothing from outside. What a drawing
  shows stands beside it in words and numbers; report-style.xsl is its style.
-->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:i="urn:itemwright:1" xmlns:iw="urn:itemwright:xslt:1" exclude-result-prefixes="i iw">
  <xsl:output method="html" encoding="UTF-8" indent="no" doctype-system="about:legacy-compat"/>

  <xsl:include href="style-base.xsl"/>
  <xsl:include href="report-style.xsl"/>
  <xsl:include href="../share/language.xsl"/>
  <xsl:include href="../share/words.xsl"/>

  <!-- The plugin's options, as in plugin.xml. -->
  <xsl:param name="paper" select="'a4'"/>
  <xsl:param name="typeface" select="'serif'"/>
  <xsl:param name="size" select="'normal'"/>
  <xsl:param name="publisher"/>
  <xsl:param name="notice"/>

  <xsl:variable name="words" select="concat('&#10;', substring-after($all-words, '&#10;[report]&#10;'))"/>
  <xsl:variable name="style"><xsl:call-template name="report-style"/></xsl:variable>

  <xsl:template match="/i:score-report">
    <html>
      <xsl:attribute name="lang"><xsl:value-of select="$ui"/></xsl:attribute>
      <xsl:attribute name="dir"><xsl:call-template name="ui-direction"/></xsl:attribute>
      <head>
        <meta http-equiv="Content-Type" content="text/html; charset=UTF-8"/>
        <meta http-equiv="Content-Security-Policy"
              content="default-src 'none'; style-src 'sha256-{iw:sha256($style)}'; base-uri 'none'; form-action 'none'"/>
        <meta name="viewport" content="width=device-width, initial-scale=1"/>
        <meta name="color-scheme" content="light dark"/>
        <meta name="referrer" content="no-referrer"/>
        <meta name="robots" content="noindex, noarchive"/>
        <title>
          <xsl:call-template name="t"><xsl:with-param name="id" select="'title'"/></xsl:call-template>
          <xsl:value-of select="concat(' &#8211; ', i:exam-title)"/>
        </title>
        <style><xsl:value-of select="$style"/></style>
      </head>
      <body>
        <a class="skip" href="#result"><xsl:call-template name="t"><xsl:with-param name="id" select="'skip'"/></xsl:call-template></a>
        <xsl:call-template name="masthead"/>
        <main>
          <xsl:apply-templates select="i:scaled | i:raw"/>
          <xsl:if test="i:section"><xsl:call-template name="sections"/></xsl:if>
          <xsl:call-template name="meaning"/>
        </main>
        <footer class="foot">
          <xsl:if test="$notice != ''"><p><xsl:value-of select="$notice"/></p></xsl:if>
          <p>
            <xsl:if test="$publisher != ''"><bdi><xsl:value-of select="$publisher"/></bdi><xsl:text> &#183; </xsl:text></xsl:if>
            <bdi><xsl:value-of select="i:exam-title"/></bdi><xsl:text> &#183; </xsl:text><bdi><xsl:value-of select="@form"/></bdi>
          </p>
        </footer>
      </body>
    </html>
  </xsl:template>

  <xsl:template name="masthead">
    <header class="masthead">
      <p class="kind"><xsl:call-template name="t"><xsl:with-param name="id" select="'title'"/></xsl:call-template></p>
      <h1><xsl:call-template name="language"/><xsl:value-of select="i:exam-title"/></h1>
      <dl class="facts">
        <xsl:call-template name="fact"><xsl:with-param name="id" select="'candidate'"/><xsl:with-param name="value" select="i:candidate"/></xsl:call-template>
        <xsl:call-template name="fact"><xsl:with-param name="id" select="'form'"/><xsl:with-param name="value" select="@form"/></xsl:call-template>
      </dl>
    </header>
  </xsl:template>

  <xsl:template name="fact">
    <xsl:param name="id"/>
    <xsl:param name="value"/>
    <div>
      <dt><xsl:call-template name="t"><xsl:with-param name="id" select="$id"/></xsl:call-template></dt>
      <dd><bdi><xsl:value-of select="$value"/></bdi></dd>
    </div>
  </xsl:template>

  <!-- The verdict, the score, and where it stands on the scale. -->
  <xsl:template match="i:scaled">
    <xsl:variable name="verdict"><xsl:choose><xsl:when test="@pass = 'yes'">pass</xsl:when><xsl:otherwise>fail</xsl:otherwise></xsl:choose></xsl:variable>
    <section id="result" class="result {$verdict}" aria-labelledby="verdict" tabindex="-1">
      <h2 id="verdict">
        <span class="unseen"><xsl:call-template name="t"><xsl:with-param name="id" select="'result'"/></xsl:call-template>: </span>
        <xsl:call-template name="t"><xsl:with-param name="id" select="$verdict"/></xsl:call-template>
      </h2>
      <dl class="figures">
        <div class="score">
          <dt><xsl:call-template name="t"><xsl:with-param name="id" select="'score'"/></xsl:call-template></dt>
          <dd><xsl:value-of select="@score"/></dd>
        </div>
        <xsl:call-template name="fact"><xsl:with-param name="id" select="'passing'"/><xsl:with-param name="value" select="@passing"/></xsl:call-template>
        <xsl:call-template name="fact">
          <xsl:with-param name="id" select="'scale'"/>
          <xsl:with-param name="value" select="concat(@minimum, '&#8211;', @maximum)"/>
        </xsl:call-template>
      </dl>
      <xsl:call-template name="scale"/>
    </section>
  </xsl:template>

  <xsl:template match="i:raw">
    <section id="result" class="result" aria-labelledby="verdict" tabindex="-1">
      <h2 id="verdict"><xsl:call-template name="t"><xsl:with-param name="id" select="'counts'"/></xsl:call-template></h2>
      <dl class="figures">
        <div class="score">
          <dt><xsl:call-template name="t"><xsl:with-param name="id" select="'correct'"/></xsl:call-template></dt>
          <dd><xsl:value-of select="@correct"/></dd>
        </div>
        <xsl:call-template name="fact"><xsl:with-param name="id" select="'scored'"/><xsl:with-param name="value" select="@scored"/></xsl:call-template>
      </dl>
    </section>
  </xsl:template>

  <!-- A drawing of the numbers above it, so that nobody needs it: the scale, the score that passes, the score. -->
  <xsl:template name="scale">
    <xsl:variable name="width" select="@maximum - @minimum"/>
    <xsl:variable name="at" select="format-number((@score - @minimum) div $width * 1000, '0.#')"/>
    <xsl:variable name="passing" select="format-number((@passing - @minimum) div $width * 1000, '0.#')"/>
    <div class="scale" aria-hidden="true">
      <svg viewBox="-12 0 1024 44" preserveAspectRatio="none" focusable="false">
        <rect class="track" x="0" y="18" width="1000" height="8"/>
        <rect class="reached" x="0" y="18" width="{$at}" height="8"/>
        <rect class="passing" x="{$passing - 1.5}" y="6" width="3" height="32"/>
        <rect class="own" x="{$at - 6}" y="10" width="12" height="24"/>
      </svg>
      <p class="ends"><span><xsl:value-of select="@minimum"/></span><span><xsl:value-of select="@maximum"/></span></p>
      <p class="legend">
        <span><svg viewBox="0 0 12 16" focusable="false"><rect class="own" width="12" height="16"/></svg>
          <xsl:call-template name="t"><xsl:with-param name="id" select="'score'"/></xsl:call-template></span>
        <span><svg viewBox="0 0 12 16" focusable="false"><rect class="passing" x="4.5" width="3" height="16"/></svg>
          <xsl:call-template name="t"><xsl:with-param name="id" select="'passing'"/></xsl:call-template></span>
      </p>
    </div>
  </xsl:template>

  <xsl:template name="sections">
    <xsl:variable name="levels" select="i:section/@needed"/>
    <section class="sections" aria-labelledby="sections">
      <h2 id="sections"><xsl:call-template name="t"><xsl:with-param name="id" select="'sections'"/></xsl:call-template></h2>
      <p id="caution"><xsl:call-template name="t"><xsl:with-param name="id" select="'caution'"/></xsl:call-template></p>
      <table aria-describedby="caution">
        <thead>
          <tr>
            <th scope="col"><xsl:call-template name="t"><xsl:with-param name="id" select="'section'"/></xsl:call-template></th>
            <th scope="col" class="number"><xsl:call-template name="t"><xsl:with-param name="id" select="'answers'"/></xsl:call-template></th>
            <xsl:if test="$levels">
              <th scope="col"><xsl:call-template name="t"><xsl:with-param name="id" select="'level'"/></xsl:call-template></th>
            </xsl:if>
          </tr>
        </thead>
        <tbody><xsl:apply-templates select="i:section"><xsl:with-param name="levels" select="$levels"/></xsl:apply-templates></tbody>
      </table>
      <p class="hint">
        <xsl:call-template name="t"><xsl:with-param name="id" select="'bar.share'"/></xsl:call-template>
        <xsl:if test="$levels">
          <xsl:text> </xsl:text>
          <xsl:call-template name="t"><xsl:with-param name="id" select="'bar.needed'"/></xsl:call-template>
          </xsl:if>
      </p>
    </section>
  </xsl:template>

  <xsl:template match="i:section">
    <xsl:param name="levels"/>
    <xsl:variable name="meets" select="@correct >= @needed"/>
    <tr>
      <th scope="row">
        <span><xsl:apply-templates select="i:title" mode="own"/></span>
        <svg class="bar" viewBox="0 0 1000 20" preserveAspectRatio="none" aria-hidden="true" focusable="false">
          <rect class="track" width="1000" height="20"/>
          <rect class="reached" width="{format-number(@correct div @scored * 1000, '0.#')}" height="20"/>
          <xsl:if test="@needed"><rect class="needed" x="{format-number(@needed div @scored * 1000 - 3, '0.#')}" width="6" height="20"/></xsl:if>
        </svg>
      </th>
      <td class="number"><bdi><xsl:value-of select="concat(@correct, ' / ', @scored)"/></bdi></td>
      <xsl:if test="$levels">
        <td>
          <xsl:choose>
            <xsl:when test="not(@needed)">&#8211;</xsl:when>
            <xsl:when test="$meets"><b><xsl:call-template name="t"><xsl:with-param name="id" select="'meets'"/></xsl:call-template></b></xsl:when>
            <xsl:otherwise><xsl:call-template name="t"><xsl:with-param name="id" select="'needs'"/></xsl:call-template></xsl:otherwise>
          </xsl:choose>
        </td>
      </xsl:if>
    </tr>
  </xsl:template>

  <xsl:template match="i:title" mode="own">
    <xsl:for-each select="/*"><xsl:call-template name="language"/></xsl:for-each>
    <xsl:value-of select="."/>
  </xsl:template>

  <xsl:template name="meaning">
    <section class="meaning" aria-labelledby="meaning">
      <h2 id="meaning"><xsl:call-template name="t"><xsl:with-param name="id" select="'means'"/></xsl:call-template></h2>
      <xsl:choose>
        <xsl:when test="i:scaled">
          <p><xsl:call-template name="t"><xsl:with-param name="id" select="'means.whole'"/></xsl:call-template></p>
          <p><xsl:call-template name="t"><xsl:with-param name="id" select="'means.scaled'"/></xsl:call-template></p>
        </xsl:when>
        <xsl:otherwise><p><xsl:call-template name="t"><xsl:with-param name="id" select="'means.counts'"/></xsl:call-template></p></xsl:otherwise>
      </xsl:choose>
      <p><xsl:call-template name="t"><xsl:with-param name="id" select="'means.unscored'"/></xsl:call-template></p>
    </section>
  </xsl:template>
</xsl:stylesheet>
