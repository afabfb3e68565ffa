<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: Apache-2.0 -->
<!-- What is around the questions while one takes the exam, and what comes after them. All of it waits for the script. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:i="urn:itemwright:1" exclude-result-prefixes="i">

  <!-- A button with a string of ours. -->
  <xsl:template name="button">
    <xsl:param name="id"/>
    <xsl:param name="text" select="$id"/>
    <xsl:param name="class"/>
    <xsl:param name="icon"/>
    <button type="button" id="{$id}">
      <xsl:if test="$class"><xsl:attribute name="class"><xsl:value-of select="$class"/></xsl:attribute></xsl:if>
      <xsl:if test="$icon"><xsl:call-template name="icon"><xsl:with-param name="id" select="$icon"/></xsl:call-template></xsl:if>
      <xsl:call-template name="t"><xsl:with-param name="id" select="$text"/></xsl:call-template>
    </button>
  </xsl:template>

  <!-- The bar on top: what this is, how much is answered, the time. -->
  <xsl:template name="bar">
    <header class="bar" id="bar" hidden="">
      <div class="inner">
        <div id="bar-title"></div>
        <div class="meters"><xsl:call-template name="ui-language"/>
          <p class="answered" id="answered"></p>
          <div class="clock" id="clock" hidden="">
            <span class="label" id="clock-label"><xsl:call-template name="t"><xsl:with-param name="id" select="'time-left'"/></xsl:call-template></span>
            <xsl:text> </xsl:text>
            <b id="time" role="timer" aria-labelledby="clock-label"></b>
            <details id="clock-menu">
              <summary>
                <xsl:call-template name="icon"><xsl:with-param name="id" select="'clock'"/></xsl:call-template>
                <span class="unseen"><xsl:call-template name="t"><xsl:with-param name="id" select="'clock-menu'"/></xsl:call-template></span>
              </summary>
              <div class="menu">
                <xsl:call-template name="button"><xsl:with-param name="id" select="'clock-hide'"/></xsl:call-template>
                <xsl:if test="$adjustable">
                  <xsl:call-template name="button"><xsl:with-param name="id" select="'clock-pause'"/></xsl:call-template>
                  <xsl:call-template name="button"><xsl:with-param name="id" select="'clock-add'"/></xsl:call-template>
                </xsl:if>
              </div>
            </details>
          </div>
          <button type="button" id="map-button" aria-expanded="false" aria-controls="map">
            <xsl:call-template name="icon"><xsl:with-param name="id" select="'grid'"/></xsl:call-template>
            <span><xsl:call-template name="t"><xsl:with-param name="id" select="'questions'"/></xsl:call-template></span>
          </button>
        </div>
        <progress id="progress" max="{@questions}" value="0" aria-labelledby="answered"></progress>
      </div>
      <p class="warning" id="unkept" hidden=""><xsl:call-template name="ui-language"/>
        <xsl:call-template name="icon"><xsl:with-param name="id" select="'alert'"/></xsl:call-template>
        <span><xsl:call-template name="t"><xsl:with-param name="id" select="'not-kept'"/></xsl:call-template></span>
      </p>
    </header>
    <p class="unseen" id="live" role="status"><xsl:call-template name="ui-language"/></p>
    <xsl:text>&#10;</xsl:text>
  </xsl:template>

  <xsl:template name="steps">
    <div class="steps" id="steps" hidden=""><xsl:call-template name="ui-language"/>
      <xsl:call-template name="button"><xsl:with-param name="id" select="'previous'"/></xsl:call-template>
      <xsl:call-template name="button"><xsl:with-param name="id" select="'next'"/><xsl:with-param name="class" select="'main'"/></xsl:call-template>
      <xsl:call-template name="button">
        <xsl:with-param name="id" select="'last'"/><xsl:with-param name="text" select="'review'"/><xsl:with-param name="class" select="'main'"/>
      </xsl:call-template>
    </div>
  </xsl:template>

  <!-- All questions at a glance: the number, and marks whose words are in the label and in the legend. -->
  <xsl:template name="map">
    <nav class="map" id="map" aria-labelledby="map-title" hidden=""><xsl:call-template name="ui-language"/>
      <div class="map-head">
        <h2 id="map-title"><xsl:call-template name="t"><xsl:with-param name="id" select="'map'"/></xsl:call-template></h2>
        <xsl:call-template name="button"><xsl:with-param name="id" select="'map-close'"/></xsl:call-template>
      </div>
      <ol class="cells">
        <xsl:for-each select="i:question">
          <li><a class="cell" href="#{@id}"><xsl:value-of select="@number"/><xsl:call-template name="marks"/></a></li>
        </xsl:for-each>
      </ol>
      <ul class="legend">
        <xsl:call-template name="legend"><xsl:with-param name="state" select="'done'"/></xsl:call-template>
        <xsl:call-template name="legend"><xsl:with-param name="state" select="'part'"/></xsl:call-template>
        <xsl:call-template name="legend"><xsl:with-param name="state" select="'over'"/></xsl:call-template>
        <xsl:call-template name="legend"><xsl:with-param name="state" select="'none'"/></xsl:call-template>
        <xsl:call-template name="legend"><xsl:with-param name="state" select="'flagged'"/></xsl:call-template>
      </ul>
      <div class="buttons">
        <xsl:call-template name="button">
          <xsl:with-param name="id" select="'layout-button'"/><xsl:with-param name="text" select="'layout.to-all'"/>
        </xsl:call-template>
        <xsl:call-template name="button">
          <xsl:with-param name="id" select="'review-button'"/><xsl:with-param name="text" select="'review'"/><xsl:with-param name="class" select="'main'"/>
        </xsl:call-template>
        <xsl:if test="$full">
          <xsl:call-template name="button">
            <xsl:with-param name="id" select="'result-button'"/><xsl:with-param name="text" select="'result.back'"/><xsl:with-param name="class" select="'main'"/>
          </xsl:call-template>
        </xsl:if>
      </div>
    </nav>
  </xsl:template>

  <xsl:template name="marks">
    <span class="marks" aria-hidden="true">
      <xsl:call-template name="icon"><xsl:with-param name="id" select="'done'"/></xsl:call-template>
      <xsl:call-template name="icon"><xsl:with-param name="id" select="'part'"/></xsl:call-template>
      <xsl:call-template name="icon"><xsl:with-param name="id" select="'over'"/></xsl:call-template>
      <xsl:call-template name="icon"><xsl:with-param name="id" select="'flag'"/></xsl:call-template>
    </span>
  </xsl:template>

  <xsl:template name="legend">
    <xsl:param name="state"/>
    <li>
      <span class="cell" aria-hidden="true">
        <xsl:attribute name="data-state"><xsl:choose><xsl:when test="$state = 'flagged'">none</xsl:when><xsl:otherwise><xsl:value-of select="$state"/></xsl:otherwise></xsl:choose></xsl:attribute>
        <xsl:if test="$state = 'flagged'"><xsl:attribute name="data-flagged">yes</xsl:attribute></xsl:if>
        <xsl:call-template name="marks"/>
      </span>
      <xsl:call-template name="t"><xsl:with-param name="id" select="concat('state.', $state)"/></xsl:call-template>
    </li>
  </xsl:template>

  <!-- What is open and what is flagged, before one ends. -->
  <xsl:template name="review">
    <section class="screen" id="review" aria-labelledby="review-title" hidden=""><xsl:call-template name="ui-language"/>
      <h2 id="review-title" tabindex="-1"><xsl:call-template name="t"><xsl:with-param name="id" select="'review.title'"/></xsl:call-template></h2>
      <p class="warning" id="review-warning"><xsl:call-template name="icon"><xsl:with-param name="id" select="'alert'"/></xsl:call-template><span></span></p>
      <p class="field">
        <label for="filter"><xsl:call-template name="t"><xsl:with-param name="id" select="'filter'"/></xsl:call-template></label>
        <select id="filter" autocomplete="off"></select>
      </p>
      <xsl:call-template name="answer-table"><xsl:with-param name="id" select="'review-table'"/></xsl:call-template>
      <p id="filter-none" hidden=""><xsl:call-template name="t"><xsl:with-param name="id" select="'filter.empty'"/></xsl:call-template></p>
      <p class="buttons">
        <xsl:call-template name="button"><xsl:with-param name="id" select="'review-back'"/></xsl:call-template>
        <xsl:call-template name="button">
          <xsl:with-param name="id" select="'hand-in'"/><xsl:with-param name="class" select="'main'"/>
          <xsl:with-param name="text"><xsl:if test="$full">practice.</xsl:if>hand-in</xsl:with-param>
        </xsl:call-template>
      </p>
    </section>
  </xsl:template>

  <!-- A table whose rows the script writes. -->
  <xsl:template name="answer-table">
    <xsl:param name="id"/>
    <table class="rows" id="{$id}">
      <thead>
        <tr>
          <th scope="col"><xsl:call-template name="t"><xsl:with-param name="id" select="'column.question'"/></xsl:call-template></th>
          <th scope="col"><xsl:call-template name="t"><xsl:with-param name="id" select="'column.answer'"/></xsl:call-template></th>
          <xsl:choose>
            <xsl:when test="$full and $id = 'finish-table'"><xsl:call-template name="result-columns"/></xsl:when>
            <xsl:otherwise><th scope="col"><xsl:call-template name="t"><xsl:with-param name="id" select="'column.state'"/></xsl:call-template></th></xsl:otherwise>
          </xsl:choose>
        </tr>
      </thead>
      <tbody></tbody>
    </table>
  </xsl:template>

  <xsl:template name="finish">
    <section class="screen" id="finish" aria-labelledby="finish-title" hidden=""><xsl:call-template name="ui-language"/>
      <h2 id="finish-title" tabindex="-1">
        <xsl:call-template name="t"><xsl:with-param name="id"><xsl:choose><xsl:when test="$full">result</xsl:when><xsl:otherwise>finish.title</xsl:otherwise></xsl:choose></xsl:with-param></xsl:call-template>
      </h2>
      <p class="about"><bdi><xsl:value-of select="i:exam-title"/></bdi><span><bdi><xsl:value-of select="@name"/></bdi></span><span id="finish-who" hidden=""></span></p>
      <p class="notice" id="finish-up" hidden=""><xsl:call-template name="t"><xsl:with-param name="id" select="'finish.up'"/></xsl:call-template></p>
      <xsl:if test="$full"><xsl:call-template name="result"/></xsl:if>
      <div class="card save">
        <h3><xsl:call-template name="t"><xsl:with-param name="id" select="'save'"/></xsl:call-template></h3>
        <xsl:if test="not($full)"><p><xsl:call-template name="t"><xsl:with-param name="id" select="'save.text'"/></xsl:call-template></p></xsl:if>
        <p class="buttons">
          <xsl:call-template name="button"><xsl:with-param name="id" select="'download'"/><xsl:with-param name="class" select="'main'"/></xsl:call-template>
          <xsl:call-template name="button"><xsl:with-param name="id" select="'print'"/></xsl:call-template>
        </p>
        <p id="saved" role="status"></p>
        <details>
          <summary><xsl:call-template name="t"><xsl:with-param name="id" select="'csv.show'"/></xsl:call-template></summary>
          <p><label for="csv"><xsl:call-template name="t"><xsl:with-param name="id" select="'csv.text'"/></xsl:call-template></label></p>
          <textarea id="csv" readonly="" rows="4" dir="ltr" spellcheck="false" autocomplete="off"></textarea>
        </details>
      </div>
      <h3><xsl:call-template name="t"><xsl:with-param name="id" select="'your-answers'"/></xsl:call-template></h3>
      <xsl:call-template name="answer-table"><xsl:with-param name="id" select="'finish-table'"/></xsl:call-template>
      <p class="buttons">
        <xsl:call-template name="button">
          <xsl:with-param name="id" select="'forget'"/>
          <xsl:with-param name="text"><xsl:if test="$full">practice.</xsl:if>forget</xsl:with-param>
        </xsl:call-template>
      </p>
    </section>
    <xsl:text>&#10;</xsl:text>
  </xsl:template>

  <xsl:template name="dialogs">
    <dialog id="ask" aria-labelledby="ask-title" aria-describedby="ask-text"><xsl:call-template name="ui-language"/>
      <h2 id="ask-title"><xsl:call-template name="t"><xsl:with-param name="id" select="'paused'"/></xsl:call-template></h2>
      <p id="ask-text"></p>
      <p class="buttons"><button type="button" id="ask-no"></button><button type="button" class="main" id="ask-yes"></button></p>
    </dialog>
    <xsl:text>&#10;</xsl:text>
  </xsl:template>

  <!-- What the script makes use of: our words, and the buttons of a step of an order. -->
  <xsl:template name="for-script">
    <template id="words" lang="{$ui}">
      <xsl:attribute name="dir"><xsl:call-template name="ui-direction"/></xsl:attribute>
      <xsl:value-of select="$words"/>
    </template>
    <template id="step-buttons">
      <span class="step-buttons">
        <xsl:call-template name="step-button"><xsl:with-param name="id" select="'add'"/></xsl:call-template>
        <xsl:call-template name="step-button"><xsl:with-param name="id" select="'up'"/></xsl:call-template>
        <xsl:call-template name="step-button"><xsl:with-param name="id" select="'down'"/></xsl:call-template>
        <xsl:call-template name="step-button"><xsl:with-param name="id" select="'remove'"/></xsl:call-template>
      </span>
    </template>
  </xsl:template>

  <xsl:template name="step-button">
    <xsl:param name="id"/>
    <button type="button" data-do="{$id}"><xsl:call-template name="icon"><xsl:with-param name="id" select="$id"/></xsl:call-template></button>
  </xsl:template>

  <xsl:template name="icon">
    <xsl:param name="id"/>
    <svg class="icon of-{$id}" viewBox="0 0 16 16" aria-hidden="true"><use href="#icon-{$id}"/></svg>
  </xsl:template>

  <!-- Lines of 16 by 16, in the colour of the text. -->
  <xsl:template name="icons">
    <svg class="icons" width="0" height="0" aria-hidden="true">
      <symbol id="icon-done" viewBox="0 0 16 16"><path d="M2.5 8.5l3.5 3.5 7.5-8"/></symbol>
      <symbol id="icon-part" viewBox="0 0 16 16"><path d="M8 2.5a5.5 5.5 0 1 0 0 11z" class="solid"/><circle cx="8" cy="8" r="5.5"/></symbol>
      <symbol id="icon-over" viewBox="0 0 16 16"><path d="M8 2.5v11M2.5 8h11"/></symbol>
      <symbol id="icon-flag" viewBox="0 0 16 16"><path d="M3.5 14.5v-13"/><path d="M3.5 2h9l-2.2 3.2L12.5 8.5h-9z" class="cloth"/></symbol>
      <symbol id="icon-clock" viewBox="0 0 16 16"><circle cx="8" cy="8" r="6.2"/><path d="M8 4.3V8l2.5 2"/></symbol>
      <symbol id="icon-grid" viewBox="0 0 16 16"><path d="M2 2h4.5v4.5H2zM9.5 2H14v4.5H9.5zM2 9.5h4.5V14H2zM9.5 9.5H14V14H9.5z"/></symbol>
      <symbol id="icon-alert" viewBox="0 0 16 16"><path d="M8 1.8L15 14H1z"/><path d="M8 6.3v3.5M8 11.6v.8"/></symbol>
      <symbol id="icon-add" viewBox="0 0 16 16"><path d="M8 2.5v11M2.5 8h11"/></symbol>
      <symbol id="icon-up" viewBox="0 0 16 16"><path d="M8 13.5v-11M3.5 7L8 2.5 12.5 7"/></symbol>
      <symbol id="icon-down" viewBox="0 0 16 16"><path d="M8 2.5v11M3.5 9L8 13.5 12.5 9"/></symbol>
      <symbol id="icon-remove" viewBox="0 0 16 16"><path d="M3.5 3.5l9 9M12.5 3.5l-9 9"/></symbol>
    </svg>
  </xsl:template>
</xsl:stylesheet>
