<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: Apache-2.0 -->
<!-- What the full view has on top: the banner, the scale, the answer key, and why each answer is right. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:i="urn:itemwright:1" exclude-result-prefixes="i">

  <xsl:key name="domain" match="i:domain" use="@id"/>
  <xsl:key name="task" match="i:task" use="@id"/>

  <xsl:template name="banner">
    <aside class="banner" aria-labelledby="banner"><xsl:call-template name="ui-language"/>
      <p id="banner">
        <strong><xsl:call-template name="t"><xsl:with-param name="id" select="'full.banner'"/></xsl:call-template></strong>
        <xsl:text> </xsl:text>
        <span><xsl:call-template name="t"><xsl:with-param name="id" select="'full.banner-more'"/></xsl:call-template></span>
      </p>
    </aside>
    <xsl:text>&#10;</xsl:text>
  </xsl:template>

  <xsl:template name="contents-full">
    <p class="to-answers">
      <a href="#answer-key"><xsl:call-template name="t"><xsl:with-param name="id" select="'full.key'"/></xsl:call-template></a>
      <xsl:text> </xsl:text>
      <a href="#rationales"><xsl:call-template name="t"><xsl:with-param name="id" select="'full.detail'"/></xsl:call-template></a>
    </p>
  </xsl:template>

  <xsl:template name="to-answer">
    <p class="to-answer"><xsl:call-template name="ui-language"/>
      <a href="#a{@number}">
        <xsl:call-template name="t"><xsl:with-param name="id" select="'full.answer'"/></xsl:call-template>
        <span class="unseen"><xsl:value-of select="concat(' ', @number)"/></span>
      </a>
    </p>
  </xsl:template>

  <xsl:template name="answers">
    <section id="answers" class="answers" aria-labelledby="answers-title">
      <h2 id="answers-title"><xsl:call-template name="ui-language"/>
        <xsl:call-template name="t"><xsl:with-param name="id" select="'full.answers'"/></xsl:call-template>
      </h2>
      <xsl:apply-templates select="i:scoring"/>
      <xsl:if test="i:domain"><xsl:call-template name="domains"/></xsl:if>
      <xsl:call-template name="answer-key"/>
      <xsl:call-template name="title">
        <xsl:with-param name="id" select="'full.detail'"/><xsl:with-param name="anchor" select="'rationales'"/>
      </xsl:call-template>
      <xsl:apply-templates select="i:question" mode="answer"/>
    </section>
    <xsl:text>&#10;</xsl:text>
  </xsl:template>

  <xsl:template name="title">
    <xsl:param name="id"/>
    <xsl:param name="anchor"/>
    <h3 id="{$anchor}"><xsl:call-template name="ui-language"/>
      <xsl:call-template name="t"><xsl:with-param name="id" select="$id"/></xsl:call-template>
    </h3>
  </xsl:template>

  <xsl:template match="i:scoring">
    <xsl:call-template name="title">
      <xsl:with-param name="id" select="'full.scoring'"/><xsl:with-param name="anchor" select="'scoring'"/>
    </xsl:call-template>
    <dl class="facts">
      <xsl:call-template name="fact">
        <xsl:with-param name="id" select="'full.passing'"/><xsl:with-param name="value" select="@passing"/>
      </xsl:call-template>
      <xsl:call-template name="fact">
        <xsl:with-param name="id" select="'full.scale'"/>
        <xsl:with-param name="value" select="concat(@minimum, '&#8211;', @maximum)"/>
      </xsl:call-template>
      <xsl:if test="@cut">
        <xsl:call-template name="fact">
          <xsl:with-param name="id" select="'full.cut'"/>
          <xsl:with-param name="value">
            <xsl:value-of select="@cut"/>
            <xsl:if test="@reference">
              <xsl:text> (</xsl:text>
              <xsl:call-template name="t">
                <xsl:with-param name="id" select="'full.cut-of'"/><xsl:with-param name="n" select="@reference"/>
              </xsl:call-template>
              <xsl:text>)</xsl:text>
            </xsl:if>
          </xsl:with-param>
        </xsl:call-template>
      </xsl:if>
      <xsl:call-template name="fact">
        <xsl:with-param name="id" select="'full.model'"/>
        <xsl:with-param name="value">
          <xsl:call-template name="t"><xsl:with-param name="id" select="concat('full.model.', @model)"/></xsl:call-template>
        </xsl:with-param>
      </xsl:call-template>
    </dl>
  </xsl:template>

  <!-- A row heading in the page's own words. -->
  <xsl:template name="head">
    <xsl:param name="id"/>
    <xsl:param name="class"/>
    <th scope="col">
      <xsl:if test="$class"><xsl:attribute name="class"><xsl:value-of select="$class"/></xsl:attribute></xsl:if>
      <xsl:call-template name="ui-language"/>
      <xsl:call-template name="t"><xsl:with-param name="id" select="$id"/></xsl:call-template>
    </th>
  </xsl:template>

  <!-- How many questions each domain has. -->
  <xsl:template name="domains">
    <div class="scroll" role="group" tabindex="0" aria-labelledby="domains">
      <table class="domains">
        <caption id="domains"><xsl:call-template name="ui-language"/>
          <xsl:call-template name="t"><xsl:with-param name="id" select="'full.domains'"/></xsl:call-template>
        </caption>
        <thead>
          <tr>
            <xsl:call-template name="head"><xsl:with-param name="id" select="'full.domain'"/></xsl:call-template>
            <xsl:call-template name="head"><xsl:with-param name="id" select="'full.weight'"/><xsl:with-param name="class" select="'to-end'"/></xsl:call-template>
            <xsl:call-template name="head"><xsl:with-param name="id" select="'full.scored'"/><xsl:with-param name="class" select="'to-end'"/></xsl:call-template>
            <xsl:call-template name="head"><xsl:with-param name="id" select="'full.unscored'"/><xsl:with-param name="class" select="'to-end'"/></xsl:call-template>
          </tr>
        </thead>
        <tbody>
          <xsl:for-each select="i:domain">
            <xsl:variable name="mine" select="../i:question[@domain = current()/@id]"/>
            <tr>
              <th scope="row"><span class="id"><xsl:value-of select="@id"/></span><xsl:value-of select="concat(' ', i:title)"/></th>
              <td class="to-end"><xsl:value-of select="concat(@weight, '&#160;%')"/></td>
              <td class="to-end"><xsl:value-of select="count($mine[not(@scored = 'no')])"/></td>
              <td class="to-end"><xsl:value-of select="count($mine[@scored = 'no'])"/></td>
            </tr>
          </xsl:for-each>
          <tr class="total">
            <th scope="row"><xsl:call-template name="ui-language"/>
              <xsl:call-template name="t"><xsl:with-param name="id" select="'full.total'"/></xsl:call-template>
            </th>
            <td class="to-end"><xsl:value-of select="concat(sum(i:domain/@weight), '&#160;%')"/></td>
            <td class="to-end"><xsl:value-of select="count(i:question[not(@scored = 'no')])"/></td>
            <td class="to-end"><xsl:value-of select="count(i:question[@scored = 'no'])"/></td>
          </tr>
        </tbody>
      </table>
    </div>
  </xsl:template>

  <xsl:template name="answer-key">
    <xsl:call-template name="title">
      <xsl:with-param name="id" select="'full.key'"/><xsl:with-param name="anchor" select="'answer-key'"/>
    </xsl:call-template>
    <div class="scroll" role="group" tabindex="0" aria-labelledby="answer-key">
      <table class="key">
        <thead>
          <tr>
            <xsl:call-template name="head"><xsl:with-param name="id" select="'question'"/></xsl:call-template>
            <xsl:call-template name="head"><xsl:with-param name="id" select="'full.answer'"/></xsl:call-template>
            <xsl:call-template name="head"><xsl:with-param name="id" select="'full.counts'"/></xsl:call-template>
            <xsl:call-template name="head"><xsl:with-param name="id" select="'full.domain'"/></xsl:call-template>
            <xsl:call-template name="head"><xsl:with-param name="id" select="'full.task'"/></xsl:call-template>
            <xsl:call-template name="head"><xsl:with-param name="id" select="'full.item'"/></xsl:call-template>
          </tr>
        </thead>
        <tbody>
          <xsl:for-each select="i:question">
            <tr>
              <th scope="row"><a href="#a{@number}"><xsl:value-of select="@number"/></a></th>
              <td class="solution"><bdi dir="ltr"><xsl:apply-templates select="." mode="solution"/></bdi></td>
              <td><xsl:call-template name="badge"/></td>
              <td><xsl:value-of select="@domain"/></td>
              <td><xsl:value-of select="@task"/></td>
              <td><xsl:value-of select="@item"/></td>
            </tr>
            <xsl:text>&#10;</xsl:text>
          </xsl:for-each>
        </tbody>
      </table>
    </div>
  </xsl:template>

  <xsl:template name="badge">
    <xsl:variable name="state"><xsl:if test="@scored = 'no'">un</xsl:if>scored</xsl:variable>
    <span class="badge {$state}"><xsl:call-template name="ui-language"/>
      <xsl:call-template name="t"><xsl:with-param name="id" select="concat('full.', $state)"/></xsl:call-template>
    </span>
  </xsl:template>

  <!-- The answer in one line: letters, letters in order, or pairs. -->
  <xsl:template match="i:question" mode="solution">
    <xsl:apply-templates select="*/i:option[@key = 'yes']" mode="solution"/>
    <xsl:apply-templates select="i:ordering/i:option[@place]" mode="solution">
      <xsl:sort select="@place" data-type="number"/>
    </xsl:apply-templates>
    <xsl:for-each select="i:matching/i:prompt">
      <xsl:if test="position() &gt; 1"><xsl:text>, </xsl:text></xsl:if>
      <span class="pair"><xsl:value-of select="concat(@number, '&#8211;', @match)"/></span>
    </xsl:for-each>
  </xsl:template>

  <xsl:template match="i:option" mode="solution">
    <xsl:if test="position() &gt; 1"><xsl:text>, </xsl:text></xsl:if>
    <xsl:value-of select="@letter"/>
  </xsl:template>

  <xsl:template match="i:question" mode="answer">
    <article class="answer" id="a{@number}" aria-labelledby="a{@number}-n">
      <xsl:call-template name="language"/>
      <h4 class="number" id="a{@number}-n">
        <span class="unseen"><xsl:call-template name="ui-language"/>
          <xsl:call-template name="t"><xsl:with-param name="id" select="'full.answer'"/></xsl:call-template>
          <xsl:text> </xsl:text>
        </span>
        <a href="#{@id}"><xsl:value-of select="@number"/></a>
      </h4>
      <div class="body">
        <p class="given"><b dir="ltr"><xsl:apply-templates select="." mode="solution"/></b><xsl:text> </xsl:text><xsl:call-template name="badge"/></p>
        <p class="where">
          <xsl:value-of select="key('domain', @domain)/i:title"/>
          <xsl:if test="@task"><xsl:value-of select="concat(' &#183; ', @task, ' ', key('task', @task))"/></xsl:if>
          <xsl:if test="@item"><xsl:text> &#183; </xsl:text><code translate="no"><xsl:value-of select="@item"/></code></xsl:if>
        </p>
        <xsl:apply-templates select="i:multiple-choice | i:multiple-response | i:ordering | i:matching" mode="answer"/>
        <xsl:if test="i:rationale">
          <div class="whole">
            <xsl:call-template name="label"><xsl:with-param name="id" select="'full.rationale'"/></xsl:call-template>
            <div class="why"><xsl:apply-templates select="i:rationale"/></div>
          </div>
        </xsl:if>
        <xsl:if test="i:reference">
          <div class="references">
            <xsl:call-template name="label"><xsl:with-param name="id" select="'full.references'"/></xsl:call-template>
            <ul><xsl:apply-templates select="i:reference"/></ul>
          </div>
        </xsl:if>
      </div>
    </article>
    <xsl:text>&#10;</xsl:text>
  </xsl:template>

  <xsl:template name="label">
    <xsl:param name="id"/>
    <p class="label"><xsl:call-template name="ui-language"/>
      <xsl:call-template name="t"><xsl:with-param name="id" select="$id"/></xsl:call-template>
    </p>
  </xsl:template>

  <xsl:template match="i:multiple-choice | i:multiple-response" mode="answer">
    <ol class="reasons {local-name()}">
      <xsl:for-each select="i:option">
        <xsl:call-template name="reason">
          <xsl:with-param name="right" select="@key = 'yes'"/><xsl:with-param name="mark" select="@letter"/>
        </xsl:call-template>
      </xsl:for-each>
    </ol>
  </xsl:template>

  <xsl:template match="i:ordering" mode="answer">
    <ol class="reasons ordering">
      <xsl:for-each select="i:option[@place]">
        <xsl:sort select="@place" data-type="number"/>
        <xsl:call-template name="reason">
          <xsl:with-param name="right" select="true()"/><xsl:with-param name="mark" select="concat(@place, '&#8211;', @letter)"/>
        </xsl:call-template>
      </xsl:for-each>
    </ol>
    <xsl:call-template name="others">
      <xsl:with-param name="id" select="'full.unused'"/><xsl:with-param name="these" select="i:option[not(@place)]"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="i:matching" mode="answer">
    <ol class="reasons matching">
      <xsl:for-each select="i:prompt">
        <xsl:call-template name="reason">
          <xsl:with-param name="right" select="true()"/>
          <xsl:with-param name="mark" select="concat(@number, '&#8211;', @match)"/>
          <xsl:with-param name="partner" select="../i:response[@letter = current()/@match]"/>
        </xsl:call-template>
      </xsl:for-each>
    </ol>
    <xsl:call-template name="others">
      <xsl:with-param name="id" select="'full.left-over'"/>
      <xsl:with-param name="these" select="i:response[not(@letter = ../i:prompt/@match)]"/>
    </xsl:call-template>
  </xsl:template>

  <!-- What was offered and belongs to no answer. -->
  <xsl:template name="others">
    <xsl:param name="id"/>
    <xsl:param name="these"/>
    <xsl:if test="$these">
      <xsl:call-template name="label"><xsl:with-param name="id" select="$id"/></xsl:call-template>
      <ol class="reasons {local-name()}">
        <xsl:for-each select="$these">
          <xsl:call-template name="reason">
            <xsl:with-param name="right" select="false()"/><xsl:with-param name="mark" select="@letter"/>
          </xsl:call-template>
        </xsl:for-each>
      </ol>
    </xsl:if>
  </xsl:template>

  <!-- An option, or a pair, and why it is right or wrong. -->
  <xsl:template name="reason">
    <xsl:param name="right"/>
    <xsl:param name="mark"/>
    <xsl:param name="partner" select="/.."/>
    <xsl:variable name="state"><xsl:choose><xsl:when test="$right">right</xsl:when><xsl:otherwise>wrong</xsl:otherwise></xsl:choose></xsl:variable>
    <li class="{$state}">
      <b class="mark" dir="ltr"><xsl:value-of select="$mark"/></b>
      <span class="unseen"><xsl:call-template name="ui-language"/>
        <xsl:text> </xsl:text>
        <xsl:call-template name="t"><xsl:with-param name="id" select="concat('full.', $state)"/></xsl:call-template>
        <xsl:text> </xsl:text>
      </span>
      <div class="text">
        <div class="offer"><xsl:apply-templates select="i:text/node()"/></div>
        <xsl:if test="$partner"><div class="offer partner"><xsl:apply-templates select="$partner/i:text/node()"/></div></xsl:if>
        <xsl:for-each select="i:rationale | $partner/i:rationale"><div class="why"><xsl:apply-templates/></div></xsl:for-each>
      </div>
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
</xsl:stylesheet>
