<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: Apache-2.0 -->
<!--
  The page: a compiled form (schemas/compiled-form.xsd) becomes one HTML file that asks for nothing
  from outside.

    form.xsl      the page, its head and its landmarks
    cover.xsl     the facts of the exam and how to answer
    question.xsl  a question: its stem, and what to mark or to write
    answers.xsl   the answer section, written for the full view only
    style*.xsl    the style sheet: screen, print, and what only the full view has
    words-XX.txt  every word that the page itself says
    ../share/     the text of items, its formulas, its style; words; languages and their directions

  The candidate view holds no answers, and the page made from it must not even hint that there is
  another one: whatever serves the answers, classes and styles included, hangs on $full.
-->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:i="urn:itemwright:1" exclude-result-prefixes="i">
  <xsl:output method="html" encoding="UTF-8" indent="no" doctype-system="about:legacy-compat"/>

  <xsl:include href="style-base.xsl"/>
  <xsl:include href="style.xsl"/>
  <xsl:include href="style-print.xsl"/>
  <xsl:include href="style-full.xsl"/>
  <xsl:include href="cover.xsl"/>
  <xsl:include href="question.xsl"/>
  <xsl:include href="../share/content.xsl"/>
  <xsl:include href="../share/language.xsl"/>
  <xsl:include href="../share/math.xsl"/>
  <xsl:include href="../share/style-content.xsl"/>
  <xsl:include href="../share/words.xsl"/>
  <xsl:include href="answers.xsl"/>

  <!-- The plugin's options, as in plugin.xml. -->
  <xsl:param name="paper" select="'a4'"/>
  <xsl:param name="typeface" select="'serif'"/>
  <xsl:param name="size" select="'normal'"/>
  <xsl:param name="publisher"/>
  <xsl:param name="notice"/>

  <xsl:variable name="full" select="/i:compiled-form/@view = 'full'"/>
  <xsl:variable name="words" select="concat(substring-before($all-words, '&#10;[report]&#10;'), '&#10;')"/>

  <xsl:template match="/i:compiled-form">
    <html>
      <xsl:call-template name="language"/>
      <head>
        <meta http-equiv="Content-Type" content="text/html; charset=UTF-8"/>
        <meta http-equiv="Content-Security-Policy"
              content="default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'"/>
        <meta name="viewport" content="width=device-width, initial-scale=1"/>
        <meta name="color-scheme" content="light dark"/>
        <meta name="referrer" content="no-referrer"/>
        <meta name="robots" content="noindex"/>
        <title><xsl:value-of select="concat(i:exam-title, ' &#8211; ', i:form-title)"/></title>
        <xsl:text>&#10;</xsl:text>
        <style>
          <xsl:call-template name="style"/>
          <xsl:call-template name="style-print"/>
          <xsl:if test="$full"><xsl:call-template name="style-full"/></xsl:if>
        </style>
        <xsl:text>&#10;</xsl:text>
      </head>
      <body>
        <a class="skip" href="#questions"><xsl:call-template name="ui-language"/>
          <xsl:call-template name="t"><xsl:with-param name="id" select="'skip'"/></xsl:call-template>
        </a>
        <xsl:if test="$full"><xsl:call-template name="banner"/></xsl:if>
        <xsl:call-template name="masthead"/>
        <main>
          <xsl:call-template name="instructions"/>
          <xsl:call-template name="contents"/>
          <xsl:call-template name="questions"/>
          <xsl:if test="$full"><xsl:call-template name="answers"/></xsl:if>
        </main>
        <xsl:call-template name="foot"/>
      </body>
    </html>
  </xsl:template>

  <xsl:template name="questions">
    <section id="questions" class="questions" aria-labelledby="questions-title" tabindex="-1">
      <h2 id="questions-title"><xsl:call-template name="ui-language"/>
        <xsl:call-template name="t"><xsl:with-param name="id" select="'questions'"/></xsl:call-template>
      </h2>
      <xsl:apply-templates select="i:question"/>
      <p class="end"><xsl:call-template name="ui-language"/>
        <xsl:call-template name="t"><xsl:with-param name="id" select="'end'"/></xsl:call-template>
      </p>
    </section>
  </xsl:template>

  <xsl:template name="foot">
    <footer class="foot">
      <p>
        <xsl:if test="$publisher != ''"><xsl:value-of select="$publisher"/><xsl:text> &#183; </xsl:text></xsl:if>
        <xsl:value-of select="i:exam-title"/><xsl:text> &#183; </xsl:text><xsl:value-of select="@name"/>
      </p>
    </footer>
    <xsl:text>&#10;</xsl:text>
  </xsl:template>
</xsl:stylesheet>
