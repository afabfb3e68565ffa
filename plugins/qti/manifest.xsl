<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: Apache-2.0 -->
<!--
  imsmanifest.xml: the test, its items, their pictures and the style of formulas, each with its file and what it
  depends on.
-->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:iw="urn:itemwright:1"
                xmlns:m="http://www.w3.org/1998/Math/MathML" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:imsqti="http://www.imsglobal.org/xsd/imsqti_metadata_v3p0"
                xmlns="http://www.imsglobal.org/xsd/qti/qtiv3p0/imscp_v1p1" exclude-result-prefixes="iw m">
  <xsl:include href="kinds.xsl"/>
  <xsl:output method="xml" version="1.0" encoding="UTF-8" indent="no"/>

  <xsl:template match="/iw:compiled-form">
    <manifest identifier="manifest-{@name}"
        xsi:schemaLocation="http://www.imsglobal.org/xsd/qti/qtiv3p0/imscp_v1p1 https://purl.imsglobal.org/spec/qti/v3p0/schema/xsd/imsqtiv3p0_imscpv1p2_v1p0.xsd http://www.imsglobal.org/xsd/imsqti_metadata_v3p0 https://purl.imsglobal.org/spec/qti/v3p0/schema/xsd/imsqti_metadatav3p0_v1p0.xsd">
      <xsl:text>&#10;  </xsl:text>
      <metadata>
        <schema>QTI Package</schema>
        <schemaversion>3.0.0</schemaversion>
      </metadata>
      <xsl:text>&#10;  </xsl:text>
      <organizations/>
      <xsl:text>&#10;  </xsl:text>
      <resources>
        <xsl:call-template name="test"/>
        <xsl:apply-templates select="iw:question | iw:media"/>
        <xsl:if test="//m:math">
          <xsl:text>&#10;    </xsl:text>
          <resource identifier="style-formulas" type="webcontent" href="styles/formulas.css">
            <file href="styles/formulas.css"/>
          </resource>
        </xsl:if>
        <xsl:text>&#10;  </xsl:text>
      </resources>
      <xsl:text>&#10;</xsl:text>
    </manifest>
    <xsl:text>&#10;</xsl:text>
  </xsl:template>

  <xsl:template name="test">
    <xsl:text>&#10;    </xsl:text>
    <resource identifier="test" type="imsqti_test_xmlv3p0" href="tests/form.xml">
      <xsl:text>&#10;      </xsl:text>
      <file href="tests/form.xml"/>
      <xsl:for-each select="iw:question">
        <xsl:text>&#10;      </xsl:text>
        <dependency identifierref="{@id}"/>
      </xsl:for-each>
      <xsl:text>&#10;    </xsl:text>
    </resource>
  </xsl:template>

  <xsl:template match="iw:question">
    <xsl:variable name="pictures" select=".//iw:img/@src"/>
    <xsl:text>&#10;    </xsl:text>
    <resource identifier="{@id}" type="imsqti_item_xmlv3p0" href="items/{@id}.xml">
      <xsl:text>&#10;      </xsl:text>
      <metadata>
        <imsqti:qtiMetadata>
          <imsqti:interactionType>
            <xsl:apply-templates select="iw:*" mode="kind"/>
          </imsqti:interactionType>
          <imsqti:scoringMode>
            <xsl:choose>
              <xsl:when test="../@view = 'full'">responseprocessing</xsl:when>
              <xsl:otherwise>externalmachine</xsl:otherwise>
            </xsl:choose>
          </imsqti:scoringMode>
        </imsqti:qtiMetadata>
      </metadata>
      <xsl:text>&#10;      </xsl:text>
      <file href="items/{@id}.xml"/>
      <xsl:for-each select="../iw:media[@name = $pictures]">
        <xsl:text>&#10;      </xsl:text>
        <dependency identifierref="media-{@name}"/>
      </xsl:for-each>
      <xsl:if test=".//m:math">
        <xsl:text>&#10;      </xsl:text>
        <dependency identifierref="style-formulas"/>
      </xsl:if>
      <xsl:text>&#10;    </xsl:text>
    </resource>
  </xsl:template>

  <xsl:template match="iw:media">
    <xsl:text>&#10;    </xsl:text>
    <resource identifier="media-{@name}" type="webcontent" href="media/{@name}">
      <file href="media/{@name}"/>
    </resource>
  </xsl:template>
</xsl:stylesheet>
