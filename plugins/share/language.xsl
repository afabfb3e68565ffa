<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: Apache-2.0 -->
<!-- The language and direction of what is shown. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

  <!-- lang and dir of the current element, from its xml:lang. -->
  <xsl:template name="language">
    <xsl:if test="@xml:lang">
      <xsl:attribute name="lang"><xsl:value-of select="@xml:lang"/></xsl:attribute>
      <xsl:attribute name="dir">
        <xsl:call-template name="direction"><xsl:with-param name="tag" select="@xml:lang"/></xsl:call-template>
      </xsl:attribute>
    </xsl:if>
  </xsl:template>

  <!-- The direction of a language: by its script when the tag names one, else by the language. -->
  <xsl:template name="direction">
    <xsl:param name="tag"/>
    <xsl:variable name="low" select="concat(translate($tag, 'ABCDEFGHIJKLMNOPQRSTUVWXYZ_', 'abcdefghijklmnopqrstuvwxyz-'), '-')"/>
    <xsl:variable name="first" select="concat(' ', substring-before($low, '-'), ' ')"/>
    <xsl:variable name="second" select="substring-before(substring-after($low, '-'), '-')"/>
    <xsl:choose>
      <xsl:when test="string-length($second) = 4">
        <xsl:choose>
          <xsl:when test="contains(' adlm arab aran hebr nkoo rohg syrc thaa ', concat(' ', $second, ' '))">rtl</xsl:when>
          <xsl:otherwise>ltr</xsl:otherwise>
        </xsl:choose>
      </xsl:when>
      <xsl:when test="contains(' ar arc ckb dv fa he iw ks nqo ps sd syr ug ur yi ', $first)">rtl</xsl:when>
      <xsl:otherwise>ltr</xsl:otherwise>
    </xsl:choose>
  </xsl:template>
</xsl:stylesheet>
