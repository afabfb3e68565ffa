<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: Apache-2.0 -->
<!--
  One question of a compiled form, named by the parameter, as a QTI 3.0 item.

  What a candidate view gives is the same for every item of a type but for the text, the number of
  options and the number to be chosen: no key, no response processing, no feedback. The full view adds
  what answers.xsl writes.

  Names, which are those of responses too (docs/qti.md):
    q1, q2, ...   items
    A, B, ...     options, and the responses of a matching item
    P1, P2, ...   prompts 1, 2, ... of a matching item; places 1, 2, ... of an ordering item with gaps
                  (a QTI identifier cannot begin with a digit)
    RESPONSE      the answer: an identifier, several, or pairs "P1 B" (matching), "B P1" (gaps)
-->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:iw="urn:itemwright:1"
                xmlns:m="http://www.w3.org/1998/Math/MathML" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
                xmlns="http://www.imsglobal.org/xsd/imsqtiasi_v3p0" exclude-result-prefixes="iw m">
  <xsl:include href="content.xsl"/>
  <xsl:include href="math.xsl"/>
  <xsl:include href="kinds.xsl"/>
  <xsl:include href="interactions.xsl"/>
  <xsl:include href="answers.xsl"/>
  <xsl:include href="../share/language.xsl"/>
  <xsl:include href="../share/words.xsl"/>
  <!-- No indentation by the serializer: it would add white space between inline elements. -->
  <xsl:output method="xml" version="1.0" encoding="UTF-8" indent="no"/>

  <xsl:param name="question"/>
  <xsl:variable name="form" select="/iw:compiled-form"/>
  <xsl:variable name="full" select="$form/@view = 'full'"/>
  <xsl:variable name="asked" select="$form/iw:question[@id = $question]"/>
  <xsl:variable name="words" select="$all-words"/>
  <xsl:variable name="language" select="string(($form/@xml:lang | $asked/@xml:lang)[last()])"/>
  <!-- Whether it is written from right to left, by its language. -->
  <xsl:variable name="rtl" select="contains(' ar dv fa he ku ps sd ug ur yi ', concat(' ', substring-before(concat($language, '-'), '-'), ' '))"/>

  <xsl:template match="/">
    <xsl:apply-templates select="$asked"/>
    <xsl:text>&#10;</xsl:text>
  </xsl:template>

  <xsl:template match="iw:question">
    <xsl:variable name="title">
      <xsl:call-template name="t"><xsl:with-param name="id" select="'question'"/><xsl:with-param name="n" select="@number"/></xsl:call-template>
    </xsl:variable>
    <qti-assessment-item identifier="{@id}" title="{$title}" adaptive="false" time-dependent="false"
        xml:lang="{$language}" tool-name="itemwright"
        xsi:schemaLocation="http://www.imsglobal.org/xsd/imsqtiasi_v3p0 https://purl.imsglobal.org/spec/qti/v3p0/schema/xsd/imsqti_asiv3p0_v1p0.xsd">
      <xsl:if test="@item">
        <xsl:attribute name="label"><xsl:value-of select="@item"/></xsl:attribute>
      </xsl:if>
      <xsl:call-template name="declarations"/>
      <xsl:if test=".//m:math">
        <xsl:text>&#10;  </xsl:text>
        <qti-stylesheet href="../styles/formulas.css" type="text/css"/>
      </xsl:if>
      <xsl:text>&#10;  </xsl:text>
      <qti-item-body>
        <xsl:if test="$rtl">
          <xsl:attribute name="dir">rtl</xsl:attribute>
        </xsl:if>
        <xsl:apply-templates select="." mode="lead"/>
        <xsl:apply-templates select="iw:multiple-choice | iw:multiple-response | iw:ordering | iw:matching"/>
        <xsl:text>&#10;  </xsl:text>
      </qti-item-body>
      <xsl:if test="$full">
        <xsl:call-template name="processing"/>
        <xsl:call-template name="feedback"/>
      </xsl:if>
      <xsl:text>&#10;</xsl:text>
    </qti-assessment-item>
  </xsl:template>

  <xsl:template name="declarations">
    <xsl:text>&#10;  </xsl:text>
    <qti-response-declaration identifier="RESPONSE">
      <xsl:apply-templates select="iw:*" mode="response-type"/>
      <xsl:if test="$full">
        <xsl:call-template name="correct"/>
      </xsl:if>
    </qti-response-declaration>
    <xsl:text>&#10;  </xsl:text>
    <xsl:choose>
      <xsl:when test="$full">
        <xsl:call-template name="outcomes"/>
      </xsl:when>
      <xsl:otherwise>
        <qti-outcome-declaration identifier="SCORE" cardinality="single" base-type="float" external-scored="externalMachine"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- The stem stands before the interaction, but for a paragraph at its end, which is the prompt. -->
  <xsl:template match="iw:question" mode="lead">
    <xsl:for-each select="iw:stem/*[not(self::iw:p and position() = last())]">
      <xsl:text>&#10;    </xsl:text>
      <xsl:apply-templates select="."/>
    </xsl:for-each>
  </xsl:template>

  <xsl:template name="prompt">
    <xsl:for-each select="../iw:stem/*[last()][self::iw:p]">
      <xsl:text>&#10;      </xsl:text>
      <qti-prompt>
        <xsl:apply-templates/>
      </qti-prompt>
    </xsl:for-each>
  </xsl:template>
</xsl:stylesheet>
