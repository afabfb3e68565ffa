<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: Apache-2.0 -->
<!--
  What the full view adds to an item: the correct response, SCORE (1 for the whole key, else 0), and
  FEEDBACK with the rationales. Nothing here is reached from a candidate view.

  The response processing is written out: the standard template match_correct sets no FEEDBACK.
-->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:iw="urn:itemwright:1"
                xmlns="http://www.imsglobal.org/xsd/imsqtiasi_v3p0" exclude-result-prefixes="iw">

  <xsl:template name="correct">
    <xsl:text>&#10;    </xsl:text>
    <qti-correct-response>
      <xsl:for-each select="*/iw:option[@key = 'yes'] | iw:matching/iw:prompt">
        <xsl:call-template name="value"/>
      </xsl:for-each>
      <xsl:for-each select="iw:ordering/iw:option[@place]">
        <xsl:sort select="@place" data-type="number"/>
        <xsl:call-template name="value"/>
      </xsl:for-each>
      <xsl:text>&#10;    </xsl:text>
    </qti-correct-response>
    <xsl:text>&#10;  </xsl:text>
  </xsl:template>

  <xsl:template name="value">
    <xsl:text>&#10;      </xsl:text>
    <qti-value>
      <xsl:choose>
        <xsl:when test="self::iw:prompt">
          <xsl:value-of select="concat('P', @number, ' ', @match)"/>
        </xsl:when>
        <xsl:when test="@place and ../@select != count(../iw:option)">
          <xsl:value-of select="concat(@letter, ' P', @place)"/>
        </xsl:when>
        <xsl:otherwise>
          <xsl:value-of select="@letter"/>
        </xsl:otherwise>
      </xsl:choose>
    </qti-value>
  </xsl:template>

  <xsl:template name="outcomes">
    <qti-outcome-declaration identifier="SCORE" cardinality="single" base-type="float" normal-minimum="0" normal-maximum="1">
      <qti-default-value><qti-value>0</qti-value></qti-default-value>
    </qti-outcome-declaration>
    <xsl:text>&#10;  </xsl:text>
    <qti-outcome-declaration identifier="MAXSCORE" cardinality="single" base-type="float">
      <qti-default-value><qti-value>1</qti-value></qti-default-value>
    </qti-outcome-declaration>
    <xsl:text>&#10;  </xsl:text>
    <qti-outcome-declaration identifier="FEEDBACK" cardinality="single" base-type="identifier"/>
  </xsl:template>

  <xsl:template name="processing">
    <xsl:text>&#10;  </xsl:text>
    <qti-response-processing>
      <xsl:text>&#10;    </xsl:text>
      <qti-response-condition>
        <xsl:text>&#10;      </xsl:text>
        <qti-response-if>
          <xsl:text>&#10;        </xsl:text>
          <qti-match>
            <qti-variable identifier="RESPONSE"/>
            <qti-correct identifier="RESPONSE"/>
          </qti-match>
          <xsl:call-template name="set">
            <xsl:with-param name="score" select="1"/>
            <xsl:with-param name="feedback" select="'CORRECT'"/>
          </xsl:call-template>
        </qti-response-if>
        <xsl:text>&#10;      </xsl:text>
        <qti-response-else>
          <xsl:call-template name="set">
            <xsl:with-param name="score" select="0"/>
            <xsl:with-param name="feedback" select="'INCORRECT'"/>
          </xsl:call-template>
        </qti-response-else>
        <xsl:text>&#10;    </xsl:text>
      </qti-response-condition>
      <xsl:text>&#10;  </xsl:text>
    </qti-response-processing>
  </xsl:template>

  <xsl:template name="set">
    <xsl:param name="score"/>
    <xsl:param name="feedback"/>
    <xsl:text>&#10;        </xsl:text>
    <qti-set-outcome-value identifier="SCORE">
      <qti-base-value base-type="float"><xsl:value-of select="$score"/></qti-base-value>
    </qti-set-outcome-value>
    <xsl:text>&#10;        </xsl:text>
    <qti-set-outcome-value identifier="FEEDBACK">
      <qti-base-value base-type="identifier"><xsl:value-of select="$feedback"/></qti-base-value>
    </qti-set-outcome-value>
    <xsl:text>&#10;      </xsl:text>
  </xsl:template>

  <xsl:template name="feedback">
    <xsl:call-template name="modal">
      <xsl:with-param name="identifier" select="'CORRECT'"/>
      <xsl:with-param name="title"><xsl:call-template name="t"><xsl:with-param name="id" select="'full.correct'"/></xsl:call-template></xsl:with-param>
    </xsl:call-template>
    <xsl:call-template name="modal">
      <xsl:with-param name="identifier" select="'INCORRECT'"/>
      <xsl:with-param name="title"><xsl:call-template name="t"><xsl:with-param name="id" select="'full.incorrect'"/></xsl:call-template></xsl:with-param>
    </xsl:call-template>
  </xsl:template>

  <xsl:template name="modal">
    <xsl:param name="identifier"/>
    <xsl:param name="title"/>
    <xsl:text>&#10;  </xsl:text>
    <qti-modal-feedback outcome-identifier="FEEDBACK" show-hide="show" identifier="{$identifier}" title="{$title}">
      <xsl:text>&#10;    </xsl:text>
      <qti-content-body>
        <xsl:call-template name="explanation"/>
      </qti-content-body>
      <xsl:text>&#10;  </xsl:text>
    </qti-modal-feedback>
  </xsl:template>

  <!-- The answer, why it is right, why each option is right or wrong, and where to read it up. -->
  <xsl:template name="explanation">
    <p>
      <strong>
        <xsl:call-template name="answer"/>
      </strong>
    </p>
    <xsl:if test="iw:rationale">
      <div>
        <xsl:apply-templates select="iw:rationale/node()"/>
      </div>
    </xsl:if>
    <xsl:if test="iw:*/*/iw:rationale">
      <dl>
        <xsl:for-each select="iw:*/*[iw:rationale]">
          <dt>
            <xsl:value-of select="@letter | @number"/>
          </dt>
          <dd>
            <xsl:apply-templates select="iw:rationale/node()"/>
          </dd>
        </xsl:for-each>
      </dl>
    </xsl:if>
    <xsl:for-each select="iw:reference">
      <p>
        <xsl:choose>
          <xsl:when test="@href">
            <a href="{@href}">
              <xsl:apply-templates/>
            </a>
          </xsl:when>
          <xsl:otherwise>
            <xsl:apply-templates/>
          </xsl:otherwise>
        </xsl:choose>
      </p>
    </xsl:for-each>
  </xsl:template>

  <!-- "B, D" or, where the order counts, "C → A → B"; "1 → B, 2 → A" for prompts. -->
  <xsl:template name="answer">
    <xsl:for-each select="*/iw:option[@key = 'yes'] | iw:matching/iw:prompt">
      <xsl:if test="position() != 1">, </xsl:if>
      <xsl:if test="self::iw:prompt">
        <xsl:value-of select="concat(@number, ' &#x2192; ')"/>
      </xsl:if>
      <xsl:value-of select="@letter | @match"/>
    </xsl:for-each>
    <xsl:for-each select="iw:ordering/iw:option[@place]">
      <xsl:sort select="@place" data-type="number"/>
      <xsl:if test="position() != 1"> &#x2192; </xsl:if>
      <xsl:value-of select="@letter"/>
    </xsl:for-each>
  </xsl:template>
</xsl:stylesheet>
