<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: Apache-2.0 -->
<!--
  The text of items, from our small XHTML to what the QTI 3.0 schema allows.

  Most elements keep their name. What differs, and why:
    note          becomes small, set off by a space
    a             its text alone: an exam is taken offline; a rationale keeps the link
    figure, math  a formula stands in a div, which a QTI figure needs
    blockquote    a formula that stands in it directly gets a span, for the same reason
    td align      "start" and "end" become "left" and "right" by the direction of the language
    pre           loses one line break at its start, as in HTML; the rest stays to the letter
    {{            becomes {<span>{</span>: a player in use compiles items as templates
-->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:iw="urn:itemwright:1"
                xmlns:m="http://www.w3.org/1998/Math/MathML" xmlns="http://www.imsglobal.org/xsd/imsqtiasi_v3p0"
                exclude-result-prefixes="iw m">

  <!-- Elements of the same name there and here. -->
  <xsl:template match="iw:p | iw:em | iw:strong | iw:sub | iw:sup | iw:br | iw:ul | iw:ol | iw:li | iw:blockquote
                       | iw:table | iw:caption | iw:thead | iw:tbody | iw:tr | iw:figure | iw:figcaption">
    <xsl:element name="{local-name()}">
      <xsl:apply-templates/>
    </xsl:element>
  </xsl:template>

  <!-- Code runs from left to right in every language. -->
  <xsl:template match="iw:code | iw:pre">
    <xsl:element name="{local-name()}">
      <xsl:if test="not(ancestor::iw:pre or ancestor::iw:code)">
        <xsl:attribute name="dir">ltr</xsl:attribute>
      </xsl:if>
      <xsl:if test="@language">
        <xsl:attribute name="class">language-<xsl:value-of select="@language"/></xsl:attribute>
      </xsl:if>
      <xsl:apply-templates/>
    </xsl:element>
  </xsl:template>

  <xsl:template match="iw:span">
    <span>
      <xsl:copy-of select="@xml:lang | @dir"/>
      <xsl:apply-templates/>
    </span>
  </xsl:template>

  <xsl:template match="iw:note">
    <xsl:text> </xsl:text>
    <small>
      <xsl:apply-templates/>
    </small>
  </xsl:template>

  <xsl:template match="iw:a">
    <xsl:apply-templates/>
  </xsl:template>

  <xsl:template match="iw:rationale//iw:a">
    <a href="{@href}">
      <xsl:apply-templates/>
    </a>
  </xsl:template>

  <xsl:template match="iw:img">
    <img src="../media/{@src}">
      <xsl:attribute name="alt">
        <xsl:call-template name="plain">
          <xsl:with-param name="text" select="@alt"/>
        </xsl:call-template>
      </xsl:attribute>
      <xsl:copy-of select="@width | @height"/>
    </img>
  </xsl:template>

  <xsl:template match="iw:td | iw:th">
    <xsl:element name="{local-name()}">
      <xsl:copy-of select="@colspan | @rowspan | @scope"/>
      <xsl:if test="@align">
        <xsl:attribute name="align">
          <xsl:choose>
            <xsl:when test="@align = 'center'">center</xsl:when>
            <xsl:when test="(@align = 'start') = $rtl">right</xsl:when>
            <xsl:otherwise>left</xsl:otherwise>
          </xsl:choose>
        </xsl:attribute>
      </xsl:if>
      <xsl:apply-templates/>
    </xsl:element>
  </xsl:template>

  <xsl:template match="iw:figure/m:math" priority="2">
    <div>
      <xsl:call-template name="formula"/>
    </div>
  </xsl:template>

  <xsl:template match="iw:blockquote/m:math" priority="2">
    <span>
      <xsl:call-template name="formula"/>
    </span>
  </xsl:template>

  <!-- Text. A brace that begins a node may follow one that ended the node before: it is wrapped too. -->
  <xsl:template match="text()">
    <xsl:variable name="before" select="preceding-sibling::node()[1]"/>
    <xsl:choose>
      <xsl:when test="starts-with(., '{') and $before and not($before/self::*)">
        <span>{</span>
        <xsl:call-template name="text">
          <xsl:with-param name="text" select="substring(., 2)"/>
        </xsl:call-template>
      </xsl:when>
      <xsl:otherwise>
        <xsl:call-template name="text">
          <xsl:with-param name="text" select="."/>
        </xsl:call-template>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="iw:pre/text()[not(preceding-sibling::node())][starts-with(., '&#10;')]" priority="1">
    <xsl:call-template name="text">
      <xsl:with-param name="text" select="substring(., 2)"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template name="text">
    <xsl:param name="text"/>
    <xsl:choose>
      <xsl:when test="contains($text, '{{')">
        <xsl:value-of select="substring-before($text, '{{')"/>
        <xsl:text>{</xsl:text>
        <span>{</span>
        <xsl:call-template name="text">
          <xsl:with-param name="text" select="substring-after($text, '{{')"/>
        </xsl:call-template>
      </xsl:when>
      <xsl:otherwise>
        <xsl:value-of select="$text"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- Text of an attribute: no element can stand there, so U+2060 (word joiner, of no width) keeps braces apart. -->
  <xsl:template name="plain">
    <xsl:param name="text"/>
    <xsl:choose>
      <xsl:when test="contains($text, '{{')">
        <xsl:value-of select="concat(substring-before($text, '{{'), '{&#x2060;')"/>
        <xsl:call-template name="plain">
          <xsl:with-param name="text" select="concat('{', substring-after($text, '{{'))"/>
        </xsl:call-template>
      </xsl:when>
      <xsl:otherwise>
        <xsl:value-of select="$text"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>
</xsl:stylesheet>
