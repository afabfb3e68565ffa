<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: Apache-2.0 -->
<!-- The first screen: what this exam is, how to answer, and where one begins. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:i="urn:itemwright:1" exclude-result-prefixes="i">

  <xsl:template name="start">
    <section class="screen" id="start" aria-labelledby="start-title">
      <header class="cover">
        <p class="form">
          <xsl:if test="$publisher != ''"><span><xsl:value-of select="$publisher"/></span></xsl:if>
          <span><xsl:value-of select="i:form-title"/></span>
        </p>
        <h1 id="start-title" tabindex="-1"><xsl:value-of select="i:exam-title"/></h1>
        <div class="card" id="resume" hidden=""><xsl:call-template name="ui-language"/>
          <h2 id="resume-title" tabindex="-1"><xsl:call-template name="t"><xsl:with-param name="id" select="'resume'"/></xsl:call-template></h2>
          <p id="resume-who"></p>
          <p id="resume-count"></p>
          <p class="buttons">
            <button type="button" class="main" id="resume-yes"><xsl:call-template name="t"><xsl:with-param name="id" select="'resume.yes'"/></xsl:call-template></button>
            <button type="button" id="resume-no"><xsl:call-template name="t"><xsl:with-param name="id" select="'resume.no'"/></xsl:call-template></button>
          </p>
        </div>
        <dl class="facts">
          <xsl:call-template name="fact">
            <xsl:with-param name="id" select="'questions'"/><xsl:with-param name="value" select="@questions"/>
          </xsl:call-template>
          <xsl:if test="@minutes">
            <xsl:call-template name="fact">
              <xsl:with-param name="id" select="'time-limit'"/>
              <xsl:with-param name="value">
                <xsl:call-template name="t">
                  <xsl:with-param name="id"><xsl:if test="$extra-time &gt; 0">extended-</xsl:if>minutes</xsl:with-param>
                  <xsl:with-param name="n" select="ceiling($seconds div 60)"/>
                </xsl:call-template>
              </xsl:with-param>
            </xsl:call-template>
          </xsl:if>
          <xsl:call-template name="fact">
            <xsl:with-param name="id" select="'form'"/><xsl:with-param name="value" select="@name"/>
          </xsl:call-template>
          <xsl:call-template name="fact">
            <xsl:with-param name="id" select="'version'"/><xsl:with-param name="value" select="@exam-version"/>
          </xsl:call-template>
        </dl>
      </header>
      <xsl:if test="$full"><xsl:call-template name="practice-notice"/></xsl:if>
      <div class="halves">
        <xsl:call-template name="instructions"/>
        <xsl:call-template name="begin"/>
      </div>
    </section>
    <xsl:text>&#10;</xsl:text>
  </xsl:template>

  <xsl:template name="fact">
    <xsl:param name="id"/>
    <xsl:param name="value"/>
    <div>
      <dt><xsl:call-template name="ui-language"/><xsl:call-template name="t"><xsl:with-param name="id" select="$id"/></xsl:call-template></dt>
      <dd><bdi><xsl:value-of select="$value"/></bdi></dd>
    </div>
  </xsl:template>

  <xsl:template name="rule">
    <xsl:param name="id"/>
    <li><xsl:call-template name="t"><xsl:with-param name="id" select="concat('rule.', $id)"/></xsl:call-template></li>
  </xsl:template>

  <xsl:template name="instructions">
    <div class="instructions"><xsl:call-template name="ui-language"/>
      <noscript><p class="notice"><xsl:call-template name="t"><xsl:with-param name="id" select="'noscript'"/></xsl:call-template></p></noscript>
      <h2><xsl:call-template name="t"><xsl:with-param name="id" select="'before'"/></xsl:call-template></h2>
      <ul class="rules">
        <xsl:call-template name="rule"><xsl:with-param name="id" select="'all'"/></xsl:call-template>
        <xsl:call-template name="rule"><xsl:with-param name="id" select="'whole'"/></xsl:call-template>
        <xsl:call-template name="rule"><xsl:with-param name="id" select="'order'"/></xsl:call-template>
        <xsl:call-template name="rule"><xsl:with-param name="id" select="'flag'"/></xsl:call-template>
        <xsl:if test="@minutes">
          <xsl:call-template name="rule">
            <xsl:with-param name="id">time-<xsl:choose><xsl:when test="$adjustable">own</xsl:when><xsl:otherwise>fixed</xsl:otherwise></xsl:choose></xsl:with-param>
          </xsl:call-template>
        </xsl:if>
        <xsl:call-template name="rule"><xsl:with-param name="id" select="'kept'"/></xsl:call-template>
        <xsl:if test="not($full)"><xsl:call-template name="rule"><xsl:with-param name="id" select="'hand-in'"/></xsl:call-template></xsl:if>
      </ul>
      <xsl:if test="$notice != ''"><p class="notice"><xsl:value-of select="$notice"/></p></xsl:if>
      <h2><xsl:call-template name="t"><xsl:with-param name="id" select="'how'"/></xsl:call-template></h2>
      <dl class="types">
        <xsl:call-template name="type"><xsl:with-param name="some" select="i:question[i:multiple-choice]"/></xsl:call-template>
        <xsl:call-template name="type"><xsl:with-param name="some" select="i:question[i:multiple-response]"/></xsl:call-template>
        <xsl:call-template name="type"><xsl:with-param name="some" select="i:question[i:ordering]"/></xsl:call-template>
        <xsl:call-template name="type"><xsl:with-param name="some" select="i:question[i:matching]"/></xsl:call-template>
      </dl>
    </div>
  </xsl:template>

  <!-- How to answer the questions of one type, where there are any. -->
  <xsl:template name="type">
    <xsl:param name="some"/>
    <xsl:variable name="type" select="local-name($some[1]/i:stem/following-sibling::*[1])"/>
    <xsl:if test="$some">
      <div>
        <dt><xsl:call-template name="t"><xsl:with-param name="id" select="concat('type.', $type)"/></xsl:call-template></dt>
        <dd><xsl:call-template name="t"><xsl:with-param name="id" select="concat('how.', $type)"/></xsl:call-template></dd>
      </div>
    </xsl:if>
  </xsl:template>

  <!-- Where one begins; to go on with what the browser has kept is offered before all else. -->
  <xsl:template name="begin">
    <div class="begin"><xsl:call-template name="ui-language"/>
      <form class="card" id="begin" hidden="" novalidate="" autocomplete="off" aria-labelledby="begin-title">
        <h2 id="begin-title"><xsl:call-template name="t"><xsl:with-param name="id" select="'begin'"/></xsl:call-template></h2>
        <p class="notice" id="not-kept" hidden=""><xsl:call-template name="t"><xsl:with-param name="id" select="'not-kept'"/></xsl:call-template></p>
        <xsl:if test="not($full)">
          <p class="field">
            <label for="candidate"><xsl:call-template name="t"><xsl:with-param name="id" select="'candidate'"/></xsl:call-template></label>
            <input type="text" id="candidate" dir="auto" required="" maxlength="120" spellcheck="false" aria-describedby="candidate-help candidate-error"/>
            <small id="candidate-help"><xsl:call-template name="t"><xsl:with-param name="id" select="'candidate.help'"/></xsl:call-template></small>
            <strong class="error" id="candidate-error" hidden=""><xsl:call-template name="t"><xsl:with-param name="id" select="'candidate.missing'"/></xsl:call-template></strong>
          </p>
        </xsl:if>
        <xsl:if test="@minutes and $adjustable"><xsl:call-template name="extra-time"/></xsl:if>
        <xsl:if test="$full and $feedback = 'person'"><xsl:call-template name="choose-feedback"/></xsl:if>
        <fieldset class="field">
          <legend><xsl:call-template name="t"><xsl:with-param name="id" select="'layout'"/></xsl:call-template></legend>
          <label><input type="radio" name="layout" value="one" checked=""/><xsl:call-template name="t"><xsl:with-param name="id" select="'layout.single'"/></xsl:call-template></label>
          <label><input type="radio" name="layout" value="all"/><xsl:call-template name="t"><xsl:with-param name="id" select="'layout.whole'"/></xsl:call-template></label>
        </fieldset>
        <p class="buttons">
          <button type="submit" class="main" id="start-button">
            <xsl:call-template name="t"><xsl:with-param name="id"><xsl:if test="$full">practice.</xsl:if>start</xsl:with-param></xsl:call-template>
          </button>
        </p>
      </form>
    </div>
  </xsl:template>

  <xsl:template name="extra-time">
    <p class="field">
      <label for="extra"><xsl:call-template name="t"><xsl:with-param name="id" select="'extra'"/></xsl:call-template></label>
      <select id="extra">
        <xsl:if test="not($full)"><xsl:attribute name="aria-describedby">extra-help</xsl:attribute></xsl:if>
        <option value="0" selected=""><xsl:call-template name="t"><xsl:with-param name="id" select="'extra.none'"/></xsl:call-template></option>
        <option value="25">+25&#160;%</option>
        <option value="50">+50&#160;%</option>
        <option value="100">+100&#160;%</option>
        <option value="open"><xsl:call-template name="t"><xsl:with-param name="id" select="'extra.open'"/></xsl:call-template></option>
      </select>
      <xsl:if test="not($full)">
        <small id="extra-help"><xsl:call-template name="t"><xsl:with-param name="id" select="'extra.help'"/></xsl:call-template></small>
      </xsl:if>
    </p>
  </xsl:template>
</xsl:stylesheet>
