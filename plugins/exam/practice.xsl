<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: Apache-2.0 -->
<!-- What only the full view has: it makes a practice exam of the page. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:i="urn:itemwright:1" exclude-result-prefixes="i">

  <xsl:template name="practice-notice">
    <aside class="practice" aria-labelledby="practice-title"><xsl:call-template name="ui-language"/>
      <h2 id="practice-title"><xsl:call-template name="t"><xsl:with-param name="id" select="'practice'"/></xsl:call-template></h2>
      <p><xsl:call-template name="t"><xsl:with-param name="id" select="'practice.text'"/></xsl:call-template></p>
    </aside>
  </xsl:template>

  <xsl:template name="choose-feedback">
    <fieldset class="field">
      <legend><xsl:call-template name="t"><xsl:with-param name="id" select="'feedback'"/></xsl:call-template></legend>
      <label><input type="radio" name="feedback" value="each" checked=""/><xsl:call-template name="t"><xsl:with-param name="id" select="'feedback.each'"/></xsl:call-template></label>
      <label><input type="radio" name="feedback" value="end"/><xsl:call-template name="t"><xsl:with-param name="id" select="'feedback.end'"/></xsl:call-template></label>
    </fieldset>
  </xsl:template>

  <!-- The key, as the answer would be written in the file of answers (docs/responses.md). -->
  <xsl:template name="key-attributes">
    <xsl:attribute name="data-key">
      <xsl:variable name="key"><xsl:apply-templates select="." mode="key"/></xsl:variable>
      <xsl:value-of select="normalize-space($key)"/>
    </xsl:attribute>
    <xsl:attribute name="data-domain"><xsl:value-of select="@domain"/></xsl:attribute>
    <xsl:if test="@scored = 'no'"><xsl:attribute name="data-unscored">yes</xsl:attribute></xsl:if>
  </xsl:template>

  <xsl:template match="i:question" mode="key">
    <xsl:for-each select="*/i:option[@key = 'yes']"><xsl:value-of select="concat(@letter, ' ')"/></xsl:for-each>
    <xsl:for-each select="i:ordering/i:option[@place]">
      <xsl:sort select="@place" data-type="number"/>
      <xsl:value-of select="concat(@letter, ' ')"/>
    </xsl:for-each>
    <xsl:for-each select="i:matching/i:prompt"><xsl:value-of select="concat(@number, '-', @match, ' ')"/></xsl:for-each>
  </xsl:template>

  <xsl:template name="check-button">
    <button type="button" class="check main" aria-describedby="{@id}-n" hidden="">
      <xsl:call-template name="t"><xsl:with-param name="id" select="'check'"/></xsl:call-template>
    </button>
  </xsl:template>

  <!-- Whether the answer was right, which the script fills in, and why. Without script it can be opened too. -->
  <xsl:template name="feedback">
    <details class="feedback" id="{@id}-f">
      <summary><xsl:call-template name="ui-language"/><xsl:call-template name="t"><xsl:with-param name="id" select="'explanation'"/></xsl:call-template></summary>
      <p class="verdict" id="{@id}-v" tabindex="-1" hidden=""><xsl:call-template name="ui-language"/></p>
      <p class="solution"><xsl:call-template name="ui-language"/>
        <xsl:call-template name="t"><xsl:with-param name="id" select="'solution'"/></xsl:call-template>
        <xsl:text> </xsl:text>
        <b dir="ltr">
          <xsl:variable name="key"><xsl:apply-templates select="." mode="key"/></xsl:variable>
          <xsl:value-of select="normalize-space($key)"/>
        </b>
      </p>
      <xsl:if test="@scored = 'no'">
        <p class="unscored"><xsl:call-template name="ui-language"/><xsl:call-template name="t"><xsl:with-param name="id" select="'unscored'"/></xsl:call-template></p>
      </xsl:if>
      <xsl:apply-templates select="i:multiple-choice | i:multiple-response | i:ordering | i:matching" mode="reasons"/>
      <xsl:if test="i:rationale"><div class="text whole"><xsl:apply-templates select="i:rationale"/></div></xsl:if>
      <xsl:if test="i:reference">
        <p class="label"><xsl:call-template name="ui-language"/><xsl:call-template name="t"><xsl:with-param name="id" select="'references'"/></xsl:call-template></p>
        <ul class="references"><xsl:apply-templates select="i:reference"/></ul>
      </xsl:if>
    </details>
  </xsl:template>

  <xsl:template match="i:multiple-choice | i:multiple-response" mode="reasons">
    <ul class="reasons">
      <xsl:for-each select="i:option">
        <xsl:call-template name="reason">
          <xsl:with-param name="right" select="@key = 'yes'"/><xsl:with-param name="mark" select="@letter"/>
        </xsl:call-template>
      </xsl:for-each>
    </ul>
  </xsl:template>

  <xsl:template match="i:ordering" mode="reasons">
    <ul class="reasons">
      <xsl:for-each select="i:option[@place]">
        <xsl:sort select="@place" data-type="number"/>
        <xsl:call-template name="reason">
          <xsl:with-param name="right" select="true()"/><xsl:with-param name="mark" select="concat(@place, ' &#8211; ', @letter)"/>
        </xsl:call-template>
      </xsl:for-each>
      <xsl:for-each select="i:option[not(@place)]">
        <xsl:call-template name="reason">
          <xsl:with-param name="right" select="false()"/><xsl:with-param name="mark" select="@letter"/><xsl:with-param name="is" select="'unused'"/>
        </xsl:call-template>
      </xsl:for-each>
    </ul>
  </xsl:template>

  <xsl:template match="i:matching" mode="reasons">
    <ul class="reasons">
      <xsl:for-each select="i:prompt">
        <xsl:call-template name="reason">
          <xsl:with-param name="right" select="true()"/>
          <xsl:with-param name="mark" select="concat(@number, ' &#8211; ', @match)"/>
          <xsl:with-param name="partner" select="../i:response[@letter = current()/@match]"/>
        </xsl:call-template>
      </xsl:for-each>
      <xsl:for-each select="i:response[not(@letter = ../i:prompt/@match)]">
        <xsl:call-template name="reason">
          <xsl:with-param name="right" select="false()"/><xsl:with-param name="mark" select="@letter"/><xsl:with-param name="is" select="'left-over'"/>
        </xsl:call-template>
      </xsl:for-each>
    </ul>
  </xsl:template>

  <!-- An option, or a pair, and why it is right or wrong. -->
  <xsl:template name="reason">
    <xsl:param name="right"/>
    <xsl:param name="mark"/>
    <xsl:param name="partner" select="/.."/>
    <xsl:param name="is"><xsl:choose><xsl:when test="$right">right</xsl:when><xsl:otherwise>wrong</xsl:otherwise></xsl:choose></xsl:param>
    <li class="{$is}">
      <xsl:if test="@letter"><xsl:attribute name="data-letter"><xsl:value-of select="@letter"/></xsl:attribute></xsl:if>
      <p class="mark-line">
        <b class="mark" dir="ltr"><xsl:value-of select="$mark"/></b>
        <xsl:text> </xsl:text>
        <xsl:if test="$is != 'right' or @key">
          <span class="tag {$is}"><xsl:call-template name="ui-language"/>
            <xsl:call-template name="t"><xsl:with-param name="id" select="concat('tag.', $is)"/></xsl:call-template>
          </span>
        </xsl:if>
      </p>
      <div class="text"><xsl:apply-templates select="i:text/node()"/></div>
      <xsl:if test="$partner"><div class="text partner"><xsl:apply-templates select="$partner/i:text/node()"/></div></xsl:if>
      <xsl:for-each select="i:rationale | $partner/i:rationale"><div class="text why"><xsl:apply-templates/></div></xsl:for-each>
    </li>
  </xsl:template>

  <xsl:template match="i:reference">
    <li>
      <xsl:choose>
        <xsl:when test="@href"><a href="{@href}" rel="noreferrer"><xsl:value-of select="normalize-space(.)"/></a></xsl:when>
        <xsl:otherwise><xsl:value-of select="normalize-space(.)"/></xsl:otherwise>
      </xsl:choose>
    </li>
  </xsl:template>

  <!-- The result: figures that the script fills in. -->
  <xsl:template name="result">
    <div class="result" id="result" data-target="{$target}" data-feedback="{$feedback}">
      <p class="percent" id="percent"></p>
      <p class="sum" id="sum"></p>
      <p class="target" id="target"></p>
      <p class="note"><xsl:call-template name="t"><xsl:with-param name="id" select="'result.note'"/></xsl:call-template>
        <xsl:text> </xsl:text><span id="left-out"></span></p>
    </div>
    <xsl:if test="i:domain">
      <h3 id="domains-title"><xsl:call-template name="t"><xsl:with-param name="id" select="'by-domain'"/></xsl:call-template></h3>
      <table class="rows" id="domains" aria-labelledby="domains-title">
        <thead>
          <tr>
            <th scope="col"><xsl:call-template name="t"><xsl:with-param name="id" select="'column.domain'"/></xsl:call-template></th>
            <th scope="col" class="to-end"><xsl:call-template name="t"><xsl:with-param name="id" select="'column.right'"/></xsl:call-template></th>
            <th scope="col" class="to-end"><xsl:call-template name="t"><xsl:with-param name="id" select="'column.percent'"/></xsl:call-template></th>
          </tr>
        </thead>
        <tbody>
          <xsl:for-each select="i:domain[@id = ../i:question[not(@scored = 'no')]/@domain]">
            <tr data-domain="{@id}"><th scope="row"><bdi><xsl:value-of select="i:title"/></bdi></th><td class="to-end"></td><td class="to-end"></td></tr>
          </xsl:for-each>
        </tbody>
      </table>
    </xsl:if>
    <p class="buttons">
      <xsl:call-template name="button"><xsl:with-param name="id" select="'look'"/><xsl:with-param name="class" select="'main'"/></xsl:call-template>
    </p>
  </xsl:template>

  <xsl:template name="result-columns">
    <th scope="col"><xsl:call-template name="t"><xsl:with-param name="id" select="'column.key'"/></xsl:call-template></th>
    <th scope="col"><xsl:call-template name="t"><xsl:with-param name="id" select="'column.verdict'"/></xsl:call-template></th>
  </xsl:template>
</xsl:stylesheet>
