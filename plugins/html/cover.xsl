<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: Apache-2.0 -->
<!-- The cover: what this exam is, and how to answer the types of question that it has. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:i="urn:itemwright:1" exclude-result-prefixes="i">

  <xsl:template name="masthead">
    <header class="masthead">
      <p class="form">
        <xsl:if test="$publisher != ''"><span><xsl:value-of select="$publisher"/></span></xsl:if>
        <span><xsl:value-of select="i:form-title"/></span>
      </p>
      <h1><xsl:value-of select="i:exam-title"/></h1>
      <dl class="facts">
        <xsl:call-template name="fact">
          <xsl:with-param name="id" select="'questions'"/><xsl:with-param name="value" select="@questions"/>
        </xsl:call-template>
        <xsl:if test="@minutes">
          <xsl:call-template name="fact">
            <xsl:with-param name="id" select="'time'"/>
            <xsl:with-param name="value">
              <xsl:call-template name="t">
                <xsl:with-param name="id" select="'minutes'"/><xsl:with-param name="n" select="@minutes"/>
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
      <!-- Lines to write on; they are shown on paper alone. -->
      <div class="lines" aria-hidden="true">
        <xsl:call-template name="line"><xsl:with-param name="id" select="'name'"/></xsl:call-template>
        <xsl:call-template name="line"><xsl:with-param name="id" select="'candidate'"/></xsl:call-template>
        <xsl:call-template name="line"><xsl:with-param name="id" select="'date'"/></xsl:call-template>
      </div>
    </header>
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

  <xsl:template name="line">
    <xsl:param name="id"/>
    <p><xsl:call-template name="ui-language"/>
      <xsl:call-template name="t"><xsl:with-param name="id" select="$id"/></xsl:call-template>
    </p>
  </xsl:template>

  <xsl:template name="instructions">
    <section class="instructions" aria-labelledby="begin">
      <xsl:call-template name="ui-language"/>
      <h2 id="begin">
        <xsl:call-template name="t"><xsl:with-param name="id" select="'begin'"/></xsl:call-template>
      </h2>
      <ul class="rules">
        <li><xsl:call-template name="t"><xsl:with-param name="id" select="'rule.all'"/></xsl:call-template></li>
        <li><xsl:call-template name="t"><xsl:with-param name="id" select="'rule.whole'"/></xsl:call-template></li>
        <li><xsl:call-template name="t"><xsl:with-param name="id" select="'rule.order'"/></xsl:call-template></li>
      </ul>
      <h3>
        <xsl:call-template name="t"><xsl:with-param name="id" select="'how'"/></xsl:call-template>
      </h3>
      <dl class="types">
        <xsl:call-template name="type"><xsl:with-param name="some" select="i:question[i:multiple-choice]"/></xsl:call-template>
        <xsl:call-template name="type"><xsl:with-param name="some" select="i:question[i:multiple-response]"/></xsl:call-template>
        <xsl:call-template name="type"><xsl:with-param name="some" select="i:question[i:ordering]"/></xsl:call-template>
        <xsl:call-template name="type"><xsl:with-param name="some" select="i:question[i:matching]"/></xsl:call-template>
      </dl>
      <xsl:if test="$notice != ''"><p class="notice"><xsl:value-of select="$notice"/></p></xsl:if>
    </section>
    <xsl:text>&#10;</xsl:text>
  </xsl:template>

  <!-- How to answer the questions of one type, where there are any. -->
  <xsl:template name="type">
    <xsl:param name="some"/>
    <xsl:variable name="type" select="local-name($some[1]/i:stem/following-sibling::*[1])"/>
    <xsl:if test="$some">
      <div>
        <dt>
          <xsl:call-template name="t"><xsl:with-param name="id" select="concat('type.', $type)"/></xsl:call-template>
          <xsl:text> </xsl:text>
          <span class="count">
            <xsl:call-template name="t">
              <xsl:with-param name="id" select="'count'"/><xsl:with-param name="n" select="count($some)"/>
            </xsl:call-template>
          </span>
        </dt>
        <dd>
          <p><xsl:call-template name="t"><xsl:with-param name="id" select="concat('how.', $type)"/></xsl:call-template></p>
          <xsl:call-template name="sample"><xsl:with-param name="type" select="$type"/></xsl:call-template>
        </dd>
      </div>
    </xsl:if>
  </xsl:template>

  <!-- What an answer looks like on paper. -->
  <xsl:template name="sample">
    <xsl:param name="type"/>
    <span class="sample {$type}" aria-hidden="true">
      <xsl:choose>
        <xsl:when test="$type = 'multiple-choice'">
          <b class="mark">A</b><b class="mark on">B</b><b class="mark">C</b><b class="mark">D</b>
        </xsl:when>
        <xsl:when test="$type = 'multiple-response'">
          <b class="mark">A</b><b class="mark on">B</b><b class="mark">C</b><b class="mark on">D</b><b class="mark">E</b>
        </xsl:when>
        <xsl:when test="$type = 'ordering'">
          <b class="slot">1<i class="blank">C</i></b><b class="slot">2<i class="blank">A</i></b><b class="slot">3<i class="blank">D</i></b>
        </xsl:when>
        <xsl:otherwise>
          <b class="slot">1<i class="blank">B</i></b><b class="slot">2<i class="blank">A</i></b><b class="slot">3<i class="blank">B</i></b>
        </xsl:otherwise>
      </xsl:choose>
    </span>
  </xsl:template>

  <!-- Where one can go from the cover, on a screen. -->
  <xsl:template name="contents">
    <nav class="contents" aria-labelledby="contents">
      <xsl:call-template name="ui-language"/>
      <h2 id="contents">
        <xsl:call-template name="t"><xsl:with-param name="id" select="'contents'"/></xsl:call-template>
      </h2>
      <ol>
        <xsl:for-each select="i:question">
          <li><a href="#{@id}"><xsl:value-of select="@number"/></a></li>
        </xsl:for-each>
      </ol>
      <xsl:if test="$full"><xsl:call-template name="contents-full"/></xsl:if>
    </nav>
    <xsl:text>&#10;</xsl:text>
  </xsl:template>
</xsl:stylesheet>
