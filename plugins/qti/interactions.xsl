<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: Apache-2.0 -->
<!--
  The interactions of the four types of items. Options stay in the order of the form, so shuffle is
  false everywhere; an item may be left unanswered, so minima are 0 where players accept that. kinds.xsl tells which interaction an item becomes.
-->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:iw="urn:itemwright:1"
                xmlns="http://www.imsglobal.org/xsd/imsqtiasi_v3p0" exclude-result-prefixes="iw">

  <!-- The type of RESPONSE. -->
  <xsl:template match="iw:*" mode="response-type"/>
  <xsl:template match="iw:multiple-choice" mode="response-type">
    <xsl:attribute name="cardinality">single</xsl:attribute>
    <xsl:attribute name="base-type">identifier</xsl:attribute>
  </xsl:template>
  <xsl:template match="iw:multiple-response" mode="response-type">
    <xsl:attribute name="cardinality">multiple</xsl:attribute>
    <xsl:attribute name="base-type">identifier</xsl:attribute>
  </xsl:template>
  <xsl:template match="iw:ordering[@select = count(iw:option)]" mode="response-type" priority="1">
    <xsl:attribute name="cardinality">ordered</xsl:attribute>
    <xsl:attribute name="base-type">identifier</xsl:attribute>
  </xsl:template>
  <xsl:template match="iw:ordering | iw:matching" mode="response-type">
    <xsl:attribute name="cardinality">multiple</xsl:attribute>
    <xsl:attribute name="base-type">directedPair</xsl:attribute>
  </xsl:template>

  <!-- What a choice says, in one element: one player lays out its parts side by side and loses the spaces between. -->
  <xsl:template match="iw:text" mode="choice">
    <span>
      <xsl:apply-templates/>
    </span>
  </xsl:template>
  <xsl:template match="iw:text[iw:p or iw:pre or iw:ul or iw:ol or iw:blockquote or iw:table or iw:figure]" mode="choice">
    <div>
      <xsl:apply-templates/>
    </div>
  </xsl:template>

  <xsl:template match="iw:multiple-choice | iw:multiple-response">
    <xsl:text>&#10;    </xsl:text>
    <qti-choice-interaction class="qti-labels-upper-alpha" response-identifier="RESPONSE" shuffle="false" min-choices="0" max-choices="{@select}">
      <xsl:call-template name="prompt"/>
      <xsl:apply-templates select="iw:option"/>
      <xsl:text>&#10;    </xsl:text>
    </qti-choice-interaction>
  </xsl:template>

  <xsl:template match="iw:ordering">
    <xsl:variable name="kind">
      <xsl:apply-templates select="." mode="kind"/>
    </xsl:variable>
    <xsl:text>&#10;    </xsl:text>
    <xsl:choose>
      <xsl:when test="$kind = 'orderInteraction'">
        <xsl:call-template name="order"/>
      </xsl:when>
      <xsl:when test="$kind = 'gapMatchInteraction'">
        <xsl:call-template name="gaps"/>
      </xsl:when>
      <xsl:otherwise>
        <xsl:call-template name="grid">
          <xsl:with-param name="rows" select="iw:option"/>
          <xsl:with-param name="columns" select="iw:option[position() &lt;= ../@select]"/>
          <xsl:with-param name="associations" select="@select"/>
        </xsl:call-template>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- Into empty places: without the class, one player takes the order shown for an answer. -->
  <xsl:template name="order">
    <qti-order-interaction class="qti-choices-left" response-identifier="RESPONSE" shuffle="false" orientation="vertical">
      <xsl:call-template name="prompt"/>
      <xsl:apply-templates select="iw:option"/>
      <xsl:text>&#10;    </xsl:text>
    </qti-order-interaction>
  </xsl:template>

  <xsl:template match="iw:option">
    <xsl:text>&#10;      </xsl:text>
    <qti-simple-choice identifier="{@letter}">
      <xsl:apply-templates select="iw:text" mode="choice"/>
    </qti-simple-choice>
  </xsl:template>

  <!-- The options stand beside the gaps: one player keeps what is dragged within the interaction, so that a wide option
       above them could not reach a gap. -->
  <xsl:template name="gaps">
    <qti-gap-match-interaction class="qti-choices-left" response-identifier="RESPONSE" shuffle="false" min-associations="0" max-associations="{@select}">
      <xsl:call-template name="prompt"/>
      <xsl:apply-templates select="iw:option" mode="gap"/>
      <xsl:text>&#10;      </xsl:text>
      <ol>
        <xsl:for-each select="iw:option[position() &lt;= ../@select]">
          <xsl:text>&#10;        </xsl:text>
          <li>
            <p>
              <qti-gap identifier="P{position()}"/>
            </p>
          </li>
        </xsl:for-each>
        <xsl:text>&#10;      </xsl:text>
      </ol>
      <xsl:text>&#10;    </xsl:text>
    </qti-gap-match-interaction>
  </xsl:template>

  <xsl:template match="iw:option" mode="gap">
    <xsl:text>&#10;      </xsl:text>
    <qti-gap-text identifier="{@letter}" match-max="1">
      <span>
        <xsl:apply-templates select="iw:text/node()[not(self::iw:p)] | iw:text/iw:p/node()"/>
      </span>
    </qti-gap-text>
  </xsl:template>

  <xsl:template match="iw:matching">
    <xsl:text>&#10;    </xsl:text>
    <xsl:call-template name="grid">
      <xsl:with-param name="rows" select="iw:prompt"/>
      <xsl:with-param name="columns" select="iw:response"/>
      <xsl:with-param name="associations" select="count(iw:prompt)"/>
    </xsl:call-template>
  </xsl:template>

  <!-- A row is used once; so is a place, while a response may serve every prompt. -->
  <xsl:template name="grid">
    <xsl:param name="rows"/>
    <xsl:param name="columns"/>
    <xsl:param name="associations"/>
    <qti-match-interaction class="qti-match-tabular" response-identifier="RESPONSE" shuffle="false"
                           min-associations="0" max-associations="{$associations}">
      <xsl:call-template name="prompt"/>
      <xsl:text>&#10;      </xsl:text>
      <qti-simple-match-set>
        <xsl:apply-templates select="$rows" mode="row"/>
        <xsl:text>&#10;      </xsl:text>
      </qti-simple-match-set>
      <xsl:text>&#10;      </xsl:text>
      <qti-simple-match-set>
        <xsl:apply-templates select="$columns" mode="column"/>
        <xsl:text>&#10;      </xsl:text>
      </qti-simple-match-set>
      <xsl:text>&#10;    </xsl:text>
    </qti-match-interaction>
  </xsl:template>

  <xsl:template match="iw:prompt | iw:option" mode="row">
    <xsl:text>&#10;        </xsl:text>
    <qti-simple-associable-choice match-max="1">
      <xsl:attribute name="identifier">
        <xsl:if test="self::iw:prompt">P</xsl:if>
        <xsl:value-of select="@number | @letter"/>
      </xsl:attribute>
      <xsl:apply-templates select="iw:text" mode="choice"/>
    </qti-simple-associable-choice>
  </xsl:template>

  <xsl:template match="iw:response" mode="column">
    <xsl:text>&#10;        </xsl:text>
    <qti-simple-associable-choice identifier="{@letter}" match-max="{count(../iw:prompt)}">
      <xsl:apply-templates select="iw:text" mode="choice"/>
    </qti-simple-associable-choice>
  </xsl:template>

  <!-- In a grid of options and places, the first options stand for as many places. -->
  <xsl:template match="iw:option" mode="column">
    <xsl:text>&#10;        </xsl:text>
    <qti-simple-associable-choice identifier="P{position()}" match-max="1">
      <xsl:value-of select="position()"/>
    </qti-simple-associable-choice>
  </xsl:template>
</xsl:stylesheet>
