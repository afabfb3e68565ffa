<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: Apache-2.0 -->
<!-- A question: its number, its stem, and what there is to mark or to write. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:i="urn:itemwright:1" exclude-result-prefixes="i">

  <xsl:template match="i:question">
    <article class="question" id="{@id}" aria-labelledby="{@id}-n">
      <xsl:call-template name="language"/>
      <h3 class="number" id="{@id}-n">
        <span class="unseen"><xsl:call-template name="ui-language"/>
          <xsl:call-template name="t"><xsl:with-param name="id" select="'question'"/></xsl:call-template>
          <xsl:text> </xsl:text>
        </span>
        <xsl:value-of select="@number"/>
      </h3>
      <div class="body">
        <div class="stem"><xsl:apply-templates select="i:stem/node()"/></div>
        <xsl:apply-templates select="i:multiple-choice | i:multiple-response | i:ordering | i:matching"/>
        <xsl:call-template name="notes"/>
        <xsl:if test="$full"><xsl:call-template name="to-answer"/></xsl:if>
      </div>
    </article>
    <xsl:text>&#10;</xsl:text>
  </xsl:template>

  <!-- The type of the question and what is asked: it names the group of the options. -->
  <xsl:template name="hint">
    <xsl:param name="id"/>
    <p class="hint" id="{../@id}-h"><xsl:call-template name="ui-language"/>
      <xsl:call-template name="t"><xsl:with-param name="id" select="concat('type.', local-name())"/></xsl:call-template>
      <xsl:text> </xsl:text>
      <b>
        <xsl:call-template name="t">
          <xsl:with-param name="id" select="$id"/><xsl:with-param name="n" select="@select"/>
        </xsl:call-template>
      </b>
    </p>
  </xsl:template>

  <xsl:template match="i:multiple-choice | i:multiple-response">
    <div class="ask {local-name()}" role="group" aria-labelledby="{../@id}-n {../@id}-h">
      <xsl:call-template name="hint"><xsl:with-param name="id" select="'select'"/></xsl:call-template>
      <ol class="options"><xsl:apply-templates select="i:option"/></ol>
    </div>
  </xsl:template>

  <xsl:template match="i:ordering">
    <div class="ask ordering" role="group" aria-labelledby="{../@id}-n {../@id}-h">
      <xsl:call-template name="hint"><xsl:with-param name="id" select="'select-order'"/></xsl:call-template>
      <ol class="options"><xsl:apply-templates select="i:option"/></ol>
      <div class="order">
        <p><xsl:call-template name="ui-language"/>
          <xsl:call-template name="t"><xsl:with-param name="id" select="'your-order'"/></xsl:call-template>
        </p>
        <ol><xsl:apply-templates select="i:option[position() &lt;= current()/@select]" mode="slot"/></ol>
      </div>
    </div>
  </xsl:template>

  <!-- A numbered line for each letter. Only their number matters here, not which options are counted. -->
  <xsl:template match="i:option" mode="slot">
    <li class="slot"><xsl:value-of select="position()"/><i class="blank"></i></li>
  </xsl:template>

  <xsl:template match="i:matching">
    <div class="ask matching" role="group" aria-labelledby="{../@id}-n {../@id}-h">
      <xsl:call-template name="hint"><xsl:with-param name="id" select="'match'"/></xsl:call-template>
      <div class="columns">
        <div>
          <p class="column" id="{../@id}-p"><xsl:call-template name="ui-language"/>
            <xsl:call-template name="t"><xsl:with-param name="id" select="'prompts'"/></xsl:call-template>
          </p>
          <ol class="prompts" aria-labelledby="{../@id}-p"><xsl:apply-templates select="i:prompt"/></ol>
        </div>
        <div>
          <p class="column" id="{../@id}-r"><xsl:call-template name="ui-language"/>
            <xsl:call-template name="t"><xsl:with-param name="id" select="'responses'"/></xsl:call-template>
          </p>
          <ol class="options" aria-labelledby="{../@id}-r"><xsl:apply-templates select="i:response"/></ol>
        </div>
      </div>
    </div>
  </xsl:template>

  <xsl:template match="i:option | i:response">
    <li>
      <b class="mark"><xsl:value-of select="@letter"/></b>
      <xsl:text> </xsl:text>
      <div class="text"><xsl:apply-templates select="i:text/node()"/></div>
    </li>
  </xsl:template>

  <xsl:template match="i:prompt">
    <li>
      <span class="slot"><xsl:value-of select="@number"/><i class="blank"></i></span>
      <xsl:text> </xsl:text>
      <div class="text"><xsl:apply-templates select="i:text/node()"/></div>
    </li>
  </xsl:template>
</xsl:stylesheet>
