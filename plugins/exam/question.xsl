<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: Apache-2.0 -->
<!--
  A question: its number, its stem, and what there is to answer it. The controls are the browser's own:
  radio buttons, check boxes, selects; ordering gets its buttons from the script.
-->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:i="urn:itemwright:1" xmlns:m="http://www.w3.org/1998/Math/MathML" exclude-result-prefixes="i m">

  <xsl:template match="i:question">
    <xsl:variable name="type" select="i:multiple-choice | i:multiple-response | i:ordering | i:matching"/>
    <article class="question" id="{@id}" data-type="{local-name($type)}" aria-labelledby="{@id}-n">
      <xsl:attribute name="data-need">
        <xsl:choose>
          <xsl:when test="i:matching"><xsl:value-of select="count(i:matching/i:prompt)"/></xsl:when>
          <xsl:otherwise><xsl:value-of select="$type/@select"/></xsl:otherwise>
        </xsl:choose>
      </xsl:attribute>
      <xsl:if test="$full"><xsl:call-template name="key-attributes"/></xsl:if>
      <xsl:call-template name="language"/>
      <header class="head"><xsl:call-template name="ui-language"/>
        <h2 id="{@id}-n" tabindex="-1">
          <xsl:call-template name="t"><xsl:with-param name="id" select="'question'"/><xsl:with-param name="n" select="@number"/></xsl:call-template>
        </h2>
        <p class="state" id="{@id}-state" hidden=""></p>
        <button type="button" class="flag" aria-pressed="false" aria-describedby="{@id}-n" hidden="">
          <xsl:call-template name="icon"><xsl:with-param name="id" select="'flag'"/></xsl:call-template>
          <xsl:call-template name="t"><xsl:with-param name="id" select="'flag'"/></xsl:call-template>
        </button>
      </header>
      <div class="stem"><xsl:apply-templates select="i:stem/node()"/></div>
      <xsl:apply-templates select="$type"/>
      <xsl:call-template name="notes"/>
      <p class="tools" hidden=""><xsl:call-template name="ui-language"/>
        <xsl:if test="$full"><xsl:call-template name="check-button"/></xsl:if>
        <button type="button" class="clear quiet" aria-describedby="{@id}-n">
          <xsl:call-template name="t"><xsl:with-param name="id" select="'clear'"/></xsl:call-template>
        </button>
      </p>
      <xsl:if test="$full"><xsl:call-template name="feedback"/></xsl:if>
    </article>
    <xsl:text>&#10;</xsl:text>
  </xsl:template>

  <!-- What is asked: it names the group of the controls. Below it the script says how far the answer is. -->
  <xsl:template name="hint">
    <xsl:param name="id"/>
    <p class="hint"><xsl:call-template name="ui-language"/>
      <b id="{../@id}-h"><xsl:call-template name="t"><xsl:with-param name="id" select="$id"/><xsl:with-param name="n" select="@select"/></xsl:call-template></b>
      <xsl:text> </xsl:text>
      <span class="count" id="{../@id}-c"></span>
    </p>
  </xsl:template>

  <xsl:template match="i:multiple-choice | i:multiple-response">
    <div class="ask {local-name()}" aria-labelledby="{../@id}-n {../@id}-h" aria-describedby="{../@id}-c">
      <xsl:attribute name="role"><xsl:if test="self::i:multiple-choice">radio</xsl:if>group</xsl:attribute>
      <xsl:call-template name="hint"><xsl:with-param name="id" select="'select'"/></xsl:call-template>
      <ul class="options"><xsl:apply-templates select="i:option" mode="pick"/></ul>
    </div>
  </xsl:template>

  <!--
    An option of a choice is a label as a whole. What is a block, as code or a list, cannot stand in one: then the
    letter is the label, and the script makes the rest of the row answer to a click.
  -->
  <xsl:template match="i:option" mode="pick">
    <xsl:variable name="name" select="../../@id"/>
    <xsl:variable name="kind">
      <xsl:choose><xsl:when test="parent::i:multiple-choice">radio</xsl:when><xsl:otherwise>checkbox</xsl:otherwise></xsl:choose>
    </xsl:variable>
    <li class="option" data-letter="{@letter}">
      <xsl:choose>
        <xsl:when test="i:text[i:p or i:pre or i:ul or i:ol or i:blockquote or i:table or i:figure or .//m:math/@display = 'block' or .//i:note]">
          <div class="pick">
            <input type="{$kind}" name="{$name}" value="{@letter}" id="{$name}-{@letter}" aria-labelledby="{$name}-{@letter}-m {$name}-{@letter}-t"/>
            <label class="mark" for="{$name}-{@letter}" id="{$name}-{@letter}-m"><xsl:value-of select="@letter"/></label>
            <div class="text" id="{$name}-{@letter}-t"><xsl:apply-templates select="i:text/node()"/></div>
          </div>
        </xsl:when>
        <xsl:otherwise>
          <label class="pick">
            <input type="{$kind}" name="{$name}" value="{@letter}"/>
            <b class="mark"><xsl:value-of select="@letter"/></b>
            <xsl:text> </xsl:text>
            <span class="text"><xsl:apply-templates select="i:text/node()"/></span>
          </label>
        </xsl:otherwise>
      </xsl:choose>
    </li>
  </xsl:template>

  <xsl:template match="i:ordering">
    <xsl:variable name="id" select="../@id"/>
    <div class="ask ordering" role="group" aria-labelledby="{$id}-n {$id}-h" aria-describedby="{$id}-c">
      <xsl:call-template name="hint">
        <xsl:with-param name="id">order<xsl:if test="@select = count(i:option)">-all</xsl:if></xsl:with-param>
      </xsl:call-template>
      <div class="columns">
        <div>
          <p class="column" id="{$id}-pool"><xsl:call-template name="ui-language"/>
            <xsl:call-template name="t"><xsl:with-param name="id" select="'pool'"/></xsl:call-template>
          </p>
          <ol class="offers pool" aria-labelledby="{$id}-pool"><xsl:apply-templates select="i:option" mode="offer"/></ol>
        </div>
        <div class="answer" hidden="">
          <p class="column" id="{$id}-order"><xsl:call-template name="ui-language"/>
            <xsl:call-template name="t"><xsl:with-param name="id" select="'your-order'"/></xsl:call-template>
          </p>
          <ol class="offers sequence" aria-labelledby="{$id}-order"></ol>
          <p class="empty"><xsl:call-template name="ui-language"/>
            <xsl:call-template name="t"><xsl:with-param name="id" select="'order.empty'"/></xsl:call-template>
          </p>
        </div>
      </div>
    </div>
  </xsl:template>

  <xsl:template match="i:option | i:response" mode="offer">
    <li class="offer" data-letter="{@letter}">
      <b class="mark"><xsl:value-of select="@letter"/></b>
      <xsl:text> </xsl:text>
      <div class="text"><xsl:apply-templates select="i:text/node()"/></div>
    </li>
  </xsl:template>

  <xsl:template match="i:matching">
    <xsl:variable name="id" select="../@id"/>
    <div class="ask matching" role="group" aria-labelledby="{$id}-n {$id}-h" aria-describedby="{$id}-c">
      <xsl:call-template name="hint"><xsl:with-param name="id" select="'match'"/></xsl:call-template>
      <div class="columns">
        <div>
          <p class="column" id="{$id}-prompts"><xsl:call-template name="ui-language"/>
            <xsl:call-template name="t"><xsl:with-param name="id" select="'prompts'"/></xsl:call-template>
          </p>
          <ol class="prompts" aria-labelledby="{$id}-prompts"><xsl:apply-templates select="i:prompt"/></ol>
        </div>
        <div>
          <p class="column" id="{$id}-responses"><xsl:call-template name="ui-language"/>
            <xsl:call-template name="t"><xsl:with-param name="id" select="'responses'"/></xsl:call-template>
          </p>
          <ol class="offers" aria-labelledby="{$id}-responses"><xsl:apply-templates select="i:response" mode="offer"/></ol>
        </div>
      </div>
    </div>
  </xsl:template>

  <xsl:template match="i:prompt">
    <xsl:variable name="id" select="concat(../../@id, '-', @number)"/>
    <li class="prompt">
      <b class="mark" id="{$id}-n"><xsl:value-of select="@number"/></b>
      <xsl:text> </xsl:text>
      <div class="text" id="{$id}-t"><xsl:apply-templates select="i:text/node()"/></div>
      <select id="{$id}" data-number="{@number}" aria-labelledby="{$id}-n {$id}-t" autocomplete="off">
        <option value="">
          <xsl:call-template name="ui-language"/>
          <xsl:call-template name="t"><xsl:with-param name="id" select="'choose'"/></xsl:call-template>
        </option>
        <xsl:for-each select="../i:response">
          <option value="{@letter}"><xsl:value-of select="@letter"/><xsl:apply-templates select="i:text" mode="short"/></option>
        </xsl:for-each>
      </select>
    </li>
  </xsl:template>

  <!-- What a response says, as far as a line of plain text can say it. -->
  <xsl:template match="i:text" mode="short">
    <xsl:variable name="plain" select="normalize-space(.)"/>
    <xsl:if test="$plain != '' and not(.//i:img or .//m:math or .//i:table or .//i:pre or .//i:note)">
      <xsl:text> &#8211; </xsl:text>
      <xsl:value-of select="substring($plain, 1, 80)"/>
      <xsl:if test="string-length($plain) &gt; 80">&#8230;</xsl:if>
    </xsl:if>
  </xsl:template>
</xsl:stylesheet>
