<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: Apache-2.0 -->
<!--
  Formulas: the presentation elements of MathML, as the schema that QTI 3.0 names has them. An
  attribute is written where that schema has it and with a value that it allows; the source of a
  formula (annotation) is left out. Browsers do not know mfenced: it becomes the row that it stands
  for. Each formula has a direction, by which formulas.xsl finds it. A leaf that holds "{{" becomes a
  row of leaves (see content.xsl).
-->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:m="http://www.w3.org/1998/Math/MathML"
                exclude-result-prefixes="m">
  <xsl:variable name="math">http://www.w3.org/1998/Math/MathML</xsl:variable>
  <xsl:variable name="leaf" select="' mi mn mo mtext ms '"/>

  <!-- Which attributes an element may carry; "leaf" stands for the five of $leaf. -->
  <xsl:variable name="allowed">
    math:display math:alttext math:dir math:displaystyle
    leaf:mathvariant leaf:dir mo:form mo:fence mo:separator mo:stretchy mo:largeop mo:movablelimits mo:lspace mo:rspace
    mspace:width mspace:height mspace:depth mrow:dir mstyle:dir mstyle:mathvariant mstyle:displaystyle mstyle:scriptlevel
    mfrac:linethickness munder:accentunder mover:accent
    munderover:accent munderover:accentunder mtable:displaystyle mtable:columnalign
  </xsl:variable>
  <xsl:variable name="attributes" select="concat(' ', normalize-space($allowed), ' ')"/>
  <xsl:variable name="variants" select="concat(' normal bold italic bold-italic double-struck bold-fraktur script bold-script fraktur ',
    'sans-serif bold-sans-serif sans-serif-italic sans-serif-bold-italic monospace initial tailed looped stretched ')"/>

  <xsl:template match="m:math">
    <xsl:call-template name="formula"/>
  </xsl:template>

  <xsl:template name="formula">
    <xsl:element name="math" namespace="{$math}">
      <xsl:attribute name="dir">ltr</xsl:attribute>
      <xsl:apply-templates select="@*" mode="math"/>
      <xsl:apply-templates select="*" mode="math"/>
    </xsl:element>
  </xsl:template>

  <xsl:template match="m:*" mode="math">
    <xsl:element name="{local-name()}" namespace="{$math}">
      <xsl:apply-templates select="@*" mode="math"/>
      <xsl:apply-templates select="*" mode="math"/>
    </xsl:element>
  </xsl:template>

  <xsl:template match="m:semantics" mode="math">
    <xsl:apply-templates select="*[1]" mode="math"/>
  </xsl:template>

  <!-- An empty script outside multiscripts: an empty row says the same. -->
  <xsl:template match="m:none[not(parent::m:mmultiscripts)]" mode="math">
    <xsl:element name="mrow" namespace="{$math}"/>
  </xsl:template>

  <xsl:template match="m:mfenced" mode="math">
    <xsl:variable name="given">
      <xsl:choose>
        <xsl:when test="@separators">
          <xsl:value-of select="translate(@separators, ' &#9;&#10;&#13;', '')"/>
        </xsl:when>
        <xsl:otherwise>,</xsl:otherwise>
      </xsl:choose>
    </xsl:variable>
    <xsl:variable name="separators" select="string($given)"/>
    <xsl:element name="mrow" namespace="{$math}">
      <xsl:call-template name="operator">
        <xsl:with-param name="as" select="'fence'"/>
        <xsl:with-param name="text" select="concat(@open, substring('(', 1 + count(@open)))"/>
      </xsl:call-template>
      <xsl:for-each select="*">
        <!-- The last separator serves for those that are missing. -->
        <xsl:variable name="place" select="position() - 1"/>
        <xsl:variable name="last" select="string-length($separators)"/>
        <xsl:if test="$place &gt; 0">
          <xsl:call-template name="operator">
            <xsl:with-param name="as" select="'separator'"/>
            <xsl:with-param name="text" select="substring($separators, ($place &lt; $last) * $place + ($place &gt;= $last) * $last, 1)"/>
          </xsl:call-template>
        </xsl:if>
        <xsl:apply-templates select="." mode="math"/>
      </xsl:for-each>
      <xsl:call-template name="operator">
        <xsl:with-param name="as" select="'fence'"/>
        <xsl:with-param name="text" select="concat(@close, substring(')', 1 + count(@close)))"/>
      </xsl:call-template>
    </xsl:element>
  </xsl:template>

  <!-- A fence or a separator; nothing for an empty one. -->
  <xsl:template name="operator">
    <xsl:param name="as"/>
    <xsl:param name="text"/>
    <xsl:choose>
      <xsl:when test="contains($text, '{{')">
        <xsl:call-template name="operator">
          <xsl:with-param name="as" select="$as"/>
          <xsl:with-param name="text" select="concat(substring-before($text, '{{'), '{')"/>
        </xsl:call-template>
        <xsl:call-template name="operator">
          <xsl:with-param name="as" select="$as"/>
          <xsl:with-param name="text" select="concat('{', substring-after($text, '{{'))"/>
        </xsl:call-template>
      </xsl:when>
      <xsl:when test="$text != ''">
        <xsl:element name="mo" namespace="{$math}">
          <xsl:attribute name="{$as}">true</xsl:attribute>
          <xsl:value-of select="$text"/>
        </xsl:element>
      </xsl:when>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="m:mi | m:mn | m:mo | m:mtext | m:ms" mode="math">
    <xsl:choose>
      <xsl:when test="contains(., '{{')">
        <xsl:element name="mrow" namespace="{$math}">
          <xsl:call-template name="leaves">
            <xsl:with-param name="text" select="string(.)"/>
          </xsl:call-template>
        </xsl:element>
      </xsl:when>
      <xsl:otherwise>
        <xsl:call-template name="leaf">
          <xsl:with-param name="text" select="string(.)"/>
        </xsl:call-template>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template name="leaves">
    <xsl:param name="text"/>
    <xsl:choose>
      <xsl:when test="contains($text, '{{')">
        <xsl:call-template name="leaf">
          <xsl:with-param name="text" select="concat(substring-before($text, '{{'), '{')"/>
        </xsl:call-template>
        <xsl:call-template name="leaves">
          <xsl:with-param name="text" select="concat('{', substring-after($text, '{{'))"/>
        </xsl:call-template>
      </xsl:when>
      <xsl:otherwise>
        <xsl:call-template name="leaf">
          <xsl:with-param name="text" select="$text"/>
        </xsl:call-template>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template name="leaf">
    <xsl:param name="text"/>
    <xsl:element name="{local-name()}" namespace="{$math}">
      <!-- As it is by default: formulas.xsl cannot count letters. -->
      <xsl:if test="local-name() = 'mi' and string-length(normalize-space($text)) != 1">
        <xsl:attribute name="mathvariant">normal</xsl:attribute>
      </xsl:if>
      <xsl:apply-templates select="@*" mode="math"/>
      <xsl:value-of select="$text"/>
    </xsl:element>
  </xsl:template>

  <xsl:template match="@*" mode="math">
    <xsl:variable name="owner" select="local-name(..)"/>
    <xsl:variable name="leaf-owner" select="contains($leaf, concat(' ', $owner, ' '))"/>
    <xsl:if test="contains($attributes, concat(' ', $owner, ':', local-name(), ' '))
                  or ($leaf-owner and contains($attributes, concat(' leaf:', local-name(), ' ')))">
      <xsl:apply-templates select="." mode="math-value"/>
    </xsl:if>
  </xsl:template>

  <xsl:template match="@*" mode="math-value">
    <xsl:copy/>
  </xsl:template>

  <xsl:template match="@alttext" mode="math-value">
    <xsl:attribute name="alttext">
      <xsl:call-template name="plain">
        <xsl:with-param name="text" select="."/>
      </xsl:call-template>
    </xsl:attribute>
  </xsl:template>

  <xsl:template match="@displaystyle | @fence | @separator | @stretchy | @largeop | @movablelimits | @accent | @accentunder" mode="math-value">
    <xsl:attribute name="{local-name()}">
      <xsl:value-of select="normalize-space(.) = 'true' or normalize-space(.) = '1'"/>
    </xsl:attribute>
  </xsl:template>

  <xsl:template match="@mathvariant" mode="math-value">
    <xsl:if test="contains($variants, concat(' ', ., ' '))">
      <xsl:copy/>
    </xsl:if>
  </xsl:template>

  <xsl:template match="@form" mode="math-value">
    <xsl:if test=". = 'prefix' or . = 'infix' or . = 'postfix'">
      <xsl:copy/>
    </xsl:if>
  </xsl:template>

  <xsl:template match="@scriptlevel" mode="math-value">
    <xsl:if test="string(number(translate(., '+', ''))) != 'NaN' and not(contains(., '.'))">
      <xsl:copy/>
    </xsl:if>
  </xsl:template>

  <!-- left, center and right, any number of them; other words are left out. -->
  <xsl:template match="@columnalign" mode="math-value">
    <xsl:variable name="words">
      <xsl:call-template name="alignments">
        <xsl:with-param name="words" select="concat(normalize-space(.), ' ')"/>
      </xsl:call-template>
    </xsl:variable>
    <xsl:if test="string($words) != ''">
      <xsl:attribute name="columnalign">
        <xsl:value-of select="normalize-space($words)"/>
      </xsl:attribute>
    </xsl:if>
  </xsl:template>

  <xsl:template name="alignments">
    <xsl:param name="words"/>
    <xsl:variable name="word" select="substring-before($words, ' ')"/>
    <xsl:if test="$word != ''">
      <xsl:if test="$word = 'left' or $word = 'center' or $word = 'right'">
        <xsl:value-of select="concat($word, ' ')"/>
      </xsl:if>
      <xsl:call-template name="alignments">
        <xsl:with-param name="words" select="substring-after($words, ' ')"/>
      </xsl:call-template>
    </xsl:if>
  </xsl:template>

  <!-- A number with a unit, or one of the named spaces. -->
  <xsl:template match="@lspace | @rspace | @width | @height | @depth | @linethickness" mode="math-value">
    <xsl:variable name="unit" select="translate(., '0123456789.-', '')"/>
    <xsl:choose>
      <xsl:when test="local-name() = 'linethickness' and (. = 'thin' or . = 'medium' or . = 'thick')">
        <xsl:copy/>
      </xsl:when>
      <xsl:when test="contains(' thinmathspace mediummathspace thickmathspace verythinmathspace verythickmathspace ', concat(' ', ., ' '))">
        <xsl:copy/>
      </xsl:when>
      <xsl:when test="contains(' em ex in cm mm px pt pc % ', concat(' ', $unit, ' '))
                      and string(number(substring-before(., $unit))) != 'NaN' and substring-after(., $unit) = ''">
        <xsl:copy/>
      </xsl:when>
      <xsl:when test="$unit = '' and string(number(.)) != 'NaN'">
        <xsl:copy/>
      </xsl:when>
    </xsl:choose>
  </xsl:template>
</xsl:stylesheet>
