<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: Apache-2.0 -->
<!--
  Formulas. HTML knows MathML by its names, so the elements are written without their namespace.
  Browsers implement MathML Core: mfenced, which it left out, becomes the row that it stands for.
-->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:m="http://www.w3.org/1998/Math/MathML" exclude-result-prefixes="m">

  <xsl:template match="m:*">
    <xsl:element name="{local-name()}">
      <xsl:for-each select="@*[namespace-uri() = '']">
        <xsl:attribute name="{local-name()}"><xsl:value-of select="."/></xsl:attribute>
      </xsl:for-each>
      <xsl:apply-templates/>
    </xsl:element>
  </xsl:template>

  <!-- A formula on lines of its own scrolls in a box when it is wide, as tables do. -->
  <xsl:template match="m:math[@display = 'block']" priority="1">
    <span class="formula" role="group" tabindex="0">
      <xsl:attribute name="aria-label">
        <xsl:call-template name="t"><xsl:with-param name="id" select="'formula'"/></xsl:call-template>
      </xsl:attribute>
      <math>
        <xsl:for-each select="@*[namespace-uri() = '']">
          <xsl:attribute name="{local-name()}"><xsl:value-of select="."/></xsl:attribute>
        </xsl:for-each>
        <xsl:apply-templates/>
      </math>
    </span>
  </xsl:template>

  <!-- The formula without its source in another notation. -->
  <xsl:template match="m:semantics"><xsl:apply-templates select="*[1]"/></xsl:template>
  <xsl:template match="m:annotation"/>

  <xsl:template match="m:mfenced">
    <xsl:variable name="separators">
      <xsl:choose>
        <xsl:when test="@separators"><xsl:value-of select="translate(@separators, ' &#9;&#10;&#13;', '')"/></xsl:when>
        <xsl:otherwise>,</xsl:otherwise>
      </xsl:choose>
    </xsl:variable>
    <mrow>
      <mo fence="true">
        <xsl:choose><xsl:when test="@open"><xsl:value-of select="@open"/></xsl:when><xsl:otherwise>(</xsl:otherwise></xsl:choose>
      </mo>
      <xsl:for-each select="*">
        <!-- The last separator serves for those that are missing. -->
        <xsl:variable name="place" select="position() - 1"/>
        <xsl:if test="$place &gt; 0 and $separators != ''">
          <mo separator="true">
            <xsl:choose>
              <xsl:when test="$place &lt;= string-length($separators)"><xsl:value-of select="substring($separators, $place, 1)"/></xsl:when>
              <xsl:otherwise><xsl:value-of select="substring($separators, string-length($separators))"/></xsl:otherwise>
            </xsl:choose>
          </mo>
        </xsl:if>
        <xsl:apply-templates select="."/>
      </xsl:for-each>
      <mo fence="true">
        <xsl:choose><xsl:when test="@close"><xsl:value-of select="@close"/></xsl:when><xsl:otherwise>)</xsl:otherwise></xsl:choose>
      </mo>
    </mrow>
  </xsl:template>
</xsl:stylesheet>
