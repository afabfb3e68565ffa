<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: Apache-2.0 -->
<!--
  The page: a compiled form (schemas/compiled-form.xsd) becomes one HTML file in which a person takes it.

    exam.xsl      the page, its head, its script and style with their hashes
    start.xsl     the first screen
    question.xsl  a question and what is there to answer it
    screens.xsl   all else: the bar, the list of questions, review, end, dialogs
    practice.xsl  what only the full view has: the key, rationales, the result
    *.js, *.css   script and style, put together in the order that is found here
    ../share/     the text of items, its formulas, its style; languages and their directions

  Without script the page shows the first screen and all questions one below the other. The script hides
  what is not wanted at the moment; what is of use with it only has the attribute hidden until then.

  The candidate view holds no answers, and the page made from it must not even hint that there is
  another one: whatever serves the practice exam, words, classes and script included, hangs on $full.
-->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:i="urn:itemwright:1" xmlns:iw="urn:itemwright:xslt:1" exclude-result-prefixes="i iw">
  <xsl:output method="html" encoding="UTF-8" indent="no" doctype-system="about:legacy-compat"/>

  <xsl:include href="../share/words.xsl"/>
  <xsl:include href="start.xsl"/>
  <xsl:include href="question.xsl"/>
  <xsl:include href="screens.xsl"/>
  <xsl:include href="practice.xsl"/>
  <xsl:include href="../share/content.xsl"/>
  <xsl:include href="../share/language.xsl"/>
  <xsl:include href="../share/math.xsl"/>
  <xsl:include href="../share/style-content.xsl"/>

  <!-- The plugin's options, as in plugin.xml. -->
  <xsl:param name="publisher"/>
  <xsl:param name="notice"/>
  <xsl:param name="extra-time" select="0"/>
  <xsl:param name="adjust-time" select="'yes'"/>
  <xsl:param name="target" select="80"/>
  <xsl:param name="feedback" select="'person'"/>

  <xsl:variable name="full" select="/i:compiled-form/@view = 'full'"/>

  <!-- Every word that the page itself says. -->
  <xsl:variable name="words">
    <xsl:value-of select="substring-before($all-words, '&#10;[practice]&#10;')"/><xsl:text>&#10;</xsl:text>
    <xsl:if test="$full"><xsl:value-of select="substring-after($all-words, '&#10;[practice]&#10;')"/></xsl:if>
  </xsl:variable>

  <!-- Whoever practises may do as they like with the clock. -->
  <xsl:variable name="adjustable" select="$full or $adjust-time = 'yes'"/>
  <xsl:variable name="seconds" select="round(/i:compiled-form/@minutes * 60 * (100 + $extra-time) div 100)"/>

  <!-- Neither begins or ends with white space: the Nu HTML checker hashes them without it, unlike a browser. -->
  <xsl:variable name="script">
    <xsl:text>'use strict';&#10;{&#10;</xsl:text>
    <xsl:value-of select="concat(iw:file('words.js'), iw:file('attempt.js'), iw:file('store.js'), iw:file('csv.js'), iw:file('clock.js'),
      iw:file('choice.js'), iw:file('ordering.js'), iw:file('drag.js'), iw:file('matching.js'), iw:file('questions.js'))"/>
    <xsl:if test="$full"><xsl:value-of select="concat(iw:file('score.js'), iw:file('practice.js'))"/></xsl:if>
    <xsl:value-of select="concat(iw:file('navigation.js'), iw:file('screens.js'), iw:file('main.js'))"/>
    <xsl:text>}</xsl:text>
  </xsl:variable>

  <xsl:variable name="style">
    <xsl:value-of select="concat(iw:file('exam.css'), iw:file('question.css'))"/>
    <xsl:if test="$full"><xsl:value-of select="iw:file('practice.css')"/></xsl:if>
    <xsl:call-template name="style-content"/>
    <xsl:value-of select="iw:file('print.css')"/>
    <xsl:text>/**/</xsl:text>
  </xsl:variable>

  <!-- What the form says, in one hash: an attempt that was kept is of this very form, or is not taken up. -->
  <xsl:variable name="content">
    <xsl:for-each select="//@* | //text()"><xsl:value-of select="concat(., '|')"/></xsl:for-each>
    <xsl:for-each select="//i:media"><xsl:value-of select="iw:sha256(iw:data-uri(string(@name)))"/></xsl:for-each>
  </xsl:variable>

  <xsl:template match="/i:compiled-form">
    <xsl:call-template name="check-options"/>
    <html>
      <xsl:call-template name="language"/>
      <head>
        <meta http-equiv="Content-Type" content="text/html; charset=UTF-8"/>
        <meta http-equiv="Content-Security-Policy"
              content="default-src 'none'; script-src 'sha256-{iw:sha256($script)}'; style-src 'sha256-{iw:sha256($style)}'; img-src data:; connect-src 'none'; base-uri 'none'; form-action 'none'"/>
        <meta name="viewport" content="width=device-width, initial-scale=1"/>
        <meta name="color-scheme" content="light dark"/>
        <meta name="referrer" content="no-referrer"/>
        <meta name="robots" content="noindex"/>
        <title><xsl:value-of select="concat(i:exam-title, ' &#8211; ', i:form-title)"/></title>
        <xsl:text>&#10;</xsl:text>
        <style><xsl:value-of select="$style"/></style>
        <xsl:text>&#10;</xsl:text>
      </head>
      <body data-form="{@name}" data-content="{iw:sha256($content)}">
        <xsl:if test="@minutes"><xsl:attribute name="data-seconds"><xsl:value-of select="$seconds"/></xsl:attribute></xsl:if>
        <xsl:if test="$adjustable"><xsl:attribute name="data-adjustable">yes</xsl:attribute></xsl:if>
        <xsl:call-template name="icons"/>
        <a class="skip" href="#main"><xsl:call-template name="ui-language"/>
          <xsl:call-template name="t"><xsl:with-param name="id" select="'skip'"/></xsl:call-template>
        </a>
        <xsl:call-template name="bar"/>
        <div class="page">
          <main id="main" tabindex="-1">
            <xsl:call-template name="start"/>
            <div class="screen" id="questions"><xsl:apply-templates select="i:question"/></div>
            <xsl:call-template name="steps"/>
            <xsl:call-template name="review"/>
            <xsl:call-template name="finish"/>
          </main>
          <xsl:call-template name="map"/>
        </div>
        <xsl:call-template name="dialogs"/>
        <xsl:call-template name="for-script"/>
        <script><xsl:value-of select="$script"/></script>
      </body>
    </html>
  </xsl:template>

  <xsl:template name="check-options">
    <xsl:if test="$target &lt; 1 or $target &gt; 100">
      <xsl:message terminate="yes">exam.target is a percentage from 1 to 100, not <xsl:value-of select="$target"/></xsl:message>
    </xsl:if>
    <xsl:if test="$extra-time &gt; 400">
      <xsl:message terminate="yes">exam.extra-time is at most 400 per cent, not <xsl:value-of select="$extra-time"/></xsl:message>
    </xsl:if>
  </xsl:template>
</xsl:stylesheet>
