<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: Apache-2.0 -->
<!--
  The form as a QTI 3.0 test: one part, freely navigated and submitted as a whole, one section, in the
  order of the form. From the full view it also sums the scores: an unscored item has weight 0 and the
  category "unscored", any other its domain's. Each item has one category, since a player in use does
  not split several. Whether the form is passed is told where the cut was set on this very form.
-->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:iw="urn:itemwright:1"
                xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns="http://www.imsglobal.org/xsd/imsqtiasi_v3p0"
                exclude-result-prefixes="iw">
  <xsl:output method="xml" version="1.0" encoding="UTF-8" indent="no"/>
  <xsl:variable name="full" select="/iw:compiled-form/@view = 'full'"/>
  <xsl:variable name="scoring" select="/iw:compiled-form/iw:scoring[@model = 'compensatory' and @cut and @reference = ../@form]"/>

  <xsl:template match="/iw:compiled-form">
    <qti-assessment-test identifier="form-{@name}" title="{iw:exam-title}, {iw:form-title}" tool-name="itemwright"
        xsi:schemaLocation="http://www.imsglobal.org/xsd/imsqtiasi_v3p0 https://purl.imsglobal.org/spec/qti/v3p0/schema/xsd/imsqti_asiv3p0_v1p0.xsd">
      <xsl:if test="$full">
        <xsl:call-template name="outcomes"/>
      </xsl:if>
      <xsl:if test="@minutes">
        <xsl:text>&#10;  </xsl:text>
        <qti-time-limits max-time="{@minutes * 60}"/>
      </xsl:if>
      <xsl:text>&#10;  </xsl:text>
      <qti-test-part identifier="part1" navigation-mode="nonlinear" submission-mode="simultaneous">
        <xsl:text>&#10;    </xsl:text>
        <qti-item-session-control max-attempts="1" show-feedback="false" allow-review="true" allow-skipping="true" validate-responses="false"/>
        <xsl:text>&#10;    </xsl:text>
        <qti-assessment-section identifier="section1" title="{iw:form-title}" visible="true" keep-together="true">
          <xsl:text>&#10;      </xsl:text>
          <qti-ordering shuffle="false"/>
          <xsl:apply-templates select="iw:question"/>
          <xsl:text>&#10;    </xsl:text>
        </qti-assessment-section>
        <xsl:text>&#10;  </xsl:text>
      </qti-test-part>
      <xsl:if test="$full">
        <xsl:call-template name="processing"/>
      </xsl:if>
      <xsl:text>&#10;</xsl:text>
    </qti-assessment-test>
    <xsl:text>&#10;</xsl:text>
  </xsl:template>

  <xsl:template match="iw:question">
    <xsl:text>&#10;      </xsl:text>
    <qti-assessment-item-ref identifier="{@id}" href="../items/{@id}.xml">
      <xsl:if test="$full">
        <xsl:attribute name="category">
          <xsl:choose>
            <xsl:when test="@scored = 'no'">unscored</xsl:when>
            <xsl:otherwise>domain-<xsl:value-of select="@domain"/></xsl:otherwise>
          </xsl:choose>
        </xsl:attribute>
        <qti-weight identifier="WEIGHT" value="{number(not(@scored = 'no'))}"/>
      </xsl:if>
    </qti-assessment-item-ref>
  </xsl:template>

  <xsl:template name="outcomes">
    <xsl:text>&#10;  </xsl:text>
    <qti-outcome-declaration identifier="SCORE" cardinality="single" base-type="float">
      <qti-default-value><qti-value>0</qti-value></qti-default-value>
    </qti-outcome-declaration>
    <xsl:text>&#10;  </xsl:text>
    <qti-outcome-declaration identifier="SCORE_MAX" cardinality="single" base-type="float">
      <qti-default-value><qti-value>0</qti-value></qti-default-value>
    </qti-outcome-declaration>
    <xsl:if test="$scoring">
      <xsl:text>&#10;  </xsl:text>
      <qti-outcome-declaration identifier="PASS" cardinality="single" base-type="boolean"/>
    </xsl:if>
  </xsl:template>

  <xsl:template name="processing">
    <xsl:text>&#10;  </xsl:text>
    <qti-outcome-processing>
      <xsl:call-template name="sum">
        <xsl:with-param name="outcome" select="'SCORE'"/>
        <xsl:with-param name="variable" select="'SCORE'"/>
      </xsl:call-template>
      <xsl:call-template name="sum">
        <xsl:with-param name="outcome" select="'SCORE_MAX'"/>
        <xsl:with-param name="variable" select="'MAXSCORE'"/>
      </xsl:call-template>
      <xsl:if test="$scoring">
        <xsl:text>&#10;    </xsl:text>
        <qti-set-outcome-value identifier="PASS">
          <qti-gte>
            <qti-variable identifier="SCORE"/>
            <qti-base-value base-type="float"><xsl:value-of select="$scoring/@cut"/></qti-base-value>
          </qti-gte>
        </qti-set-outcome-value>
      </xsl:if>
      <xsl:text>&#10;  </xsl:text>
    </qti-outcome-processing>
  </xsl:template>

  <xsl:template name="sum">
    <xsl:param name="outcome"/>
    <xsl:param name="variable"/>
    <xsl:text>&#10;    </xsl:text>
    <qti-set-outcome-value identifier="{$outcome}">
      <qti-sum>
        <qti-test-variables variable-identifier="{$variable}" weight-identifier="WEIGHT" exclude-category="unscored"/>
      </qti-sum>
    </qti-set-outcome-value>
  </xsl:template>
</xsl:stylesheet>
