<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: Apache-2.0 -->
<!--
  The sections of the dashboard: what it tells, in which charts and tables.
-->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:template name="items">
    <section id="items" aria-labelledby="items-h">
      <h2 id="items-h">Items by domain, type and status</h2>
      <div class="pair-of">
        <xsl:if test="domains/i or types/i">
          <figure>
            <xsl:if test="domains/i"><xsl:call-template name="status-chart"><xsl:with-param name="id">domains</xsl:with-param>
              <xsl:with-param name="of" select="domains/i"/><xsl:with-param name="title">Items by domain and status</xsl:with-param>
              </xsl:call-template></xsl:if>
            <xsl:if test="types/i"><div class="second-chart"><xsl:call-template name="status-chart">
              <xsl:with-param name="id">types</xsl:with-param><xsl:with-param name="of" select="types/i"/>
              <xsl:with-param name="title">Items by type and status</xsl:with-param></xsl:call-template></div></xsl:if>
            <figcaption class="legend"><span class="draft">draft</span><span class="review">review</span>
              <span class="approved">approved</span><span class="retired">retired</span></figcaption>
          </figure>
        </xsl:if>
        <div class="scroll" role="region" tabindex="0" aria-labelledby="items-t">
          <table>
            <caption id="items-t">How many items there are</caption>
            <xsl:call-template name="status-head"><xsl:with-param name="what">domain and type</xsl:with-param></xsl:call-template>
            <xsl:for-each select="domains/i">
              <tbody>
                <tr class="head"><th scope="row"><xsl:call-template name="domain"/></th><xsl:call-template name="tally"/></tr>
                <xsl:call-template name="type-rows"/>
              </tbody>
            </xsl:for-each>
            <tbody class="sum">
              <tr class="head"><th scope="row">All</th><xsl:call-template name="tally"/></tr>
              <xsl:call-template name="type-rows"/>
            </tbody>
          </table>
        </div>
      </div>
    </section>
  </xsl:template>

  <!-- Approved items against what forms need. -->
  <xsl:template match="blueprint">
    <section id="blueprint" aria-labelledby="blueprint-h">
      <h2 id="blueprint-h">Approved items against the blueprint</h2>
      <p>The approved items are <xsl:choose>
        <xsl:when test="forms = 0"><strong>not enough for one form</strong></xsl:when>
        <xsl:otherwise>enough for <strong><xsl:value-of select="format-number(forms, '#,##0')"/> form<xsl:if test="forms != 1">s</xsl:if>
          </strong></xsl:otherwise>
      </xsl:choose> of <xsl:value-of select="scored"/> scored and <xsl:value-of select="unscored"/> unscored
        items<xsl:if test="forms &gt; 1"> that share none</xsl:if>.</p>
      <div class="pair-of">
        <xsl:if test="supply/i[1]/domains/i">
          <figure>
            <xsl:call-template name="supply-chart"/>
            <figcaption class="legend"><span class="plain">approved</span><span class="short">too few for one form</span>
              <span class="tick">needed for 1, 2, 3 forms</span></figcaption>
          </figure>
        </xsl:if>
        <div class="scroll" role="region" tabindex="0" aria-labelledby="blueprint-t">
          <xsl:call-template name="supply-table"/>
        </div>
      </div>
    </section>
  </xsl:template>

  <xsl:template name="tasks">
    <section id="tasks" aria-labelledby="tasks-h">
      <h2 id="tasks-h">Items by task</h2>
      <xsl:choose>
        <xsl:when test="domains/i/tasks/i">
          <div class="scroll" role="region" tabindex="0" aria-labelledby="tasks-t">
            <table>
              <caption id="tasks-t">How many items there are of each task</caption>
              <xsl:call-template name="status-head"><xsl:with-param name="what">task</xsl:with-param></xsl:call-template>
              <xsl:for-each select="domains/i">
                <tbody>
                  <tr class="head"><th scope="row"><xsl:call-template name="domain"/></th><xsl:call-template name="tally"/></tr>
                  <xsl:for-each select="tasks/i"><tr><th scope="row" class="sub"><xsl:call-template name="domain"/></th>
                    <xsl:call-template name="tally"/></tr></xsl:for-each>
                  <xsl:if test="noTask/total &gt; 0"><tr><th scope="row" class="sub">without a task</th><xsl:call-template name="tally">
                    <xsl:with-param name="of" select="noTask"/></xsl:call-template></tr></xsl:if>
                  <xsl:if test="unknownTask/total &gt; 0"><tr><th scope="row" class="sub">with a task that the domain has not</th>
                    <xsl:call-template name="tally"><xsl:with-param name="of" select="unknownTask"/></xsl:call-template></tr></xsl:if>
                </tbody>
              </xsl:for-each>
            </table>
          </div>
        </xsl:when>
        <xsl:otherwise><p>The blueprint has no tasks.</p></xsl:otherwise>
      </xsl:choose>
    </section>
  </xsl:template>

  <xsl:template match="keys">
    <section id="keys" aria-labelledby="keys-h">
      <h2 id="keys-h">Where keys stand, as written</h2>
      <p>A form deals its options anew, but for items with <code>shuffle="no"</code>; a habit of the author's shows here. The line is where
        even columns would end.</p>
      <xsl:choose>
        <xsl:when test="groups/i"><div class="groups"><xsl:apply-templates select="groups/i"/></div></xsl:when>
        <xsl:otherwise><p>There are no multiple-choice or multiple-response items.</p></xsl:otherwise>
      </xsl:choose>
      <xsl:if test="leftOut &gt; 0"><p>
        <xsl:value-of select="leftOut"/> item<xsl:if test="leftOut != 1">s</xsl:if> with more than 26 options: not counted.</p></xsl:if>
    </section>
  </xsl:template>

  <xsl:template match="keys/groups/i">
    <xsl:variable name="id" select="concat('keys-', position())"/>
    <figure class="group">
      <xsl:if test="options &gt; 10"><xsl:attribute name="class">group wide</xsl:attribute></xsl:if>
      <h3><xsl:value-of select="type"/>, <xsl:value-of select="options"/> option<xsl:if test="options != 1">s</xsl:if></h3>
      <xsl:if test="options &gt; 0">
        <xsl:call-template name="columns"><xsl:with-param name="id" select="$id"/><xsl:with-param name="of" select="positions/i"/>
          <xsl:with-param name="title" select="concat('Keys by position: ', type, ', ', options, ' options')"/>
          <xsl:with-param name="even" select="expected"/></xsl:call-template>
        <div class="scroll" role="region" tabindex="0" aria-labelledby="{$id}-c">
          <table class="across">
            <caption id="{$id}-c">Keys by position, <xsl:value-of select="items"/> item<xsl:if test="items != 1">s</xsl:if></caption>
            <thead><tr><xsl:for-each select="positions/i"><th scope="col"><xsl:apply-templates select="." mode="label"/></th></xsl:for-each>
              </tr></thead>
            <tbody><tr><xsl:for-each select="positions/i"><xsl:call-template name="count"/></xsl:for-each></tr></tbody>
          </table>
        </div>
      </xsl:if>
      <figcaption>
        <xsl:choose>
          <xsl:when test="p">Even would be <xsl:value-of select="format-number(expected, '#,##0.#')"/>.
            Chi-square <xsl:value-of select="format-number(chiSquare, '#,##0.00')"/>,
              <xsl:value-of select="degrees"/> degree<xsl:if test="degrees != 1">s</xsl:if> of freedom, p <xsl:choose>
            <xsl:when test="p &lt; 0.001">&lt; 0.001</xsl:when><xsl:otherwise>= <xsl:value-of select="format-number(p, '0.000')"/>
            </xsl:otherwise></xsl:choose><xsl:if test="reliable = 'false'"> (too few to tell)</xsl:if>.</xsl:when>
          <xsl:otherwise>Too few to tell.</xsl:otherwise>
        </xsl:choose>
      </figcaption>
    </figure>
  </xsl:template>

  <xsl:template match="reading">
    <section id="reading" aria-labelledby="reading-h">
      <h2 id="reading-h">Words to read</h2>
      <xsl:choose>
        <xsl:when test="words">
          <xsl:apply-templates select="form"/>
          <div class="scroll" role="region" tabindex="0" aria-labelledby="reading-t">
            <table>
              <caption id="reading-t">Words of stem and options, by type</caption>
              <xsl:call-template name="spread-head"><xsl:with-param name="what">type</xsl:with-param></xsl:call-template>
              <tbody><xsl:for-each select="types/i"><tr><th scope="row"><xsl:call-template name="type"/></th>
                <xsl:call-template name="spread"><xsl:with-param name="of" select="words"/></xsl:call-template></tr></xsl:for-each></tbody>
              <tbody class="sum"><tr><th scope="row">All</th><xsl:call-template name="spread"><xsl:with-param name="of" select="words"/>
                </xsl:call-template></tr></tbody>
            </table>
          </div>
          <xsl:if test="histogram/i">
            <xsl:call-template name="bins"><xsl:with-param name="id">words</xsl:with-param>
              <xsl:with-param name="of" select="histogram/i/count"/><xsl:with-param name="what">words</xsl:with-param>
              <xsl:with-param name="title">Items by words to read</xsl:with-param></xsl:call-template>
          </xsl:if>
          <h3>The longest</h3>
          <ol class="list"><xsl:for-each select="longest/i"><li><span class="value"><xsl:value-of select="format-number(words, '#,##0')"/>
            </span><xsl:call-template name="item-id"/><xsl:text> </xsl:text><bdi class="file"><xsl:value-of select="file"/></bdi></li>
            </xsl:for-each></ol>
        </xsl:when>
        <xsl:otherwise><p>There are no items.</p></xsl:otherwise>
      </xsl:choose>
    </section>
  </xsl:template>

  <xsl:template match="reading/form">
    <p>A form of approved items of mean length has about <strong><xsl:value-of select="format-number(words, '#,##0')"/> words</strong>
      <xsl:if test="minutes">: <strong><xsl:choose><xsl:when test="minutes &lt; 1">less than 1</xsl:when><xsl:otherwise>
      <xsl:value-of select="format-number(minutes, '#,##0')"/></xsl:otherwise></xsl:choose>
      <xsl:if test="$exam/minutes"> of <xsl:value-of select="$exam/minutes"/>
      </xsl:if> minutes</strong> at <xsl:value-of select="wordsPerMinute"/> words a minute, as adults read English non-fiction silently
        (Brysbaert 2019). Items are read more slowly than that</xsl:if>.</p>
  </xsl:template>

  <xsl:template match="statistics">
    <section id="statistics" aria-labelledby="statistics-h">
      <h2 id="statistics-h">Statistics</h2>
      <p><xsl:value-of select="format-number(items, '#,##0')"/> of
        <xsl:value-of select="format-number(of, '#,##0')"/> item<xsl:if test="of != 1">s</xsl:if>
        <xsl:choose><xsl:when test="items = 1"> has</xsl:when><xsl:otherwise> have</xsl:otherwise>
        </xsl:choose> statistics of earlier administrations.</p>
      <xsl:if test="parameters/*">
        <div class="scroll" role="region" tabindex="0" aria-labelledby="statistics-t">
          <table>
            <caption id="statistics-t">Statistics of items</caption>
            <xsl:call-template name="spread-head"><xsl:with-param name="what">statistic</xsl:with-param></xsl:call-template>
            <tbody><xsl:apply-templates select="parameters/*"/></tbody>
          </table>
        </div>
        <xsl:if test="parameters/p"><xsl:call-template name="bins"><xsl:with-param name="id">p</xsl:with-param>
          <xsl:with-param name="of" select="pHistogram/i/count"/><xsl:with-param name="what">p</xsl:with-param>
          <xsl:with-param name="title">Items by p, the proportion correct</xsl:with-param><xsl:with-param name="format">0.0</xsl:with-param>
          </xsl:call-template></xsl:if>
        <xsl:if test="parameters/b"><xsl:call-template name="bins"><xsl:with-param name="id">b</xsl:with-param>
          <xsl:with-param name="of" select="bHistogram/i/count"/><xsl:with-param name="what">b</xsl:with-param>
          <xsl:with-param name="title">Items by b, the difficulty in logits</xsl:with-param>
          <xsl:with-param name="format">0.0</xsl:with-param></xsl:call-template></xsl:if>
        <xsl:if test="low/i">
          <h3>Point-biserial below <xsl:value-of select="format-number(lowBelow, '0.00')"/></h3>
          <p><xsl:value-of select="format-number(count(low/i), '#,##0')"/> item<xsl:if test="count(low/i) != 1">s</xsl:if>,
            <xsl:value-of select="format-number(negative, '#,##0')"/> of them negative<xsl:if test="count(low/i) &gt; $listed">; the lowest
            <xsl:value-of select="$listed"/> are listed, and all by <code>--format json</code>
            </xsl:if>.</p>
          <ol class="list"><xsl:for-each select="low/i[position() &lt;= $listed]"><li><span class="value">
            <xsl:value-of select="format-number(r, '0.00')"/></span><xsl:call-template name="item-id"/><xsl:text> </xsl:text>
            <bdi class="file"><xsl:value-of select="file"/></bdi></li></xsl:for-each></ol>
        </xsl:if>
      </xsl:if>
    </section>
  </xsl:template>

  <xsl:template match="parameters/*">
    <tr>
      <th scope="row"><xsl:value-of select="local-name()"/>, <xsl:choose>
        <xsl:when test="self::p">proportion correct</xsl:when>
        <xsl:when test="self::r">point-biserial</xsl:when>
        <xsl:when test="self::a">discrimination</xsl:when>
        <xsl:when test="self::b">difficulty</xsl:when>
        <xsl:when test="self::c">guessing</xsl:when>
        <xsl:otherwise>candidates</xsl:otherwise>
      </xsl:choose></th>
      <xsl:call-template name="spread"><xsl:with-param name="of" select="."/><xsl:with-param name="format"><xsl:choose>
        <xsl:when test="self::n">#,##0</xsl:when><xsl:otherwise>0.00</xsl:otherwise></xsl:choose></xsl:with-param></xsl:call-template>
    </tr>
  </xsl:template>

  <!-- Enemy candidates. -->
  <xsl:template match="enemies">
    <section id="enemies" aria-labelledby="enemies-h">
      <h2 id="enemies-h">Enemy candidates</h2>
      <p>Pairs of items that share at least <xsl:value-of select="format-number(100 * leastDegree, '0')"/> % of their different words,
        and <xsl:value-of select="format-number(100 * leastWeighted, '0')"/> % when rare words weigh more, so that a shared template counts
        less. One may tell the answer of the other: declare them enemies with <code>&lt;enemy ref="..."/&gt;</code>, change one, or retire it.</p>
      <p>
        <xsl:if test="more = 'true'">The search ended at the limit: there are more than </xsl:if>
        <strong><xsl:value-of select="format-number(count, '#,##0')"/> pair<xsl:if test="count != 1">s</xsl:if>
          </strong> among <xsl:value-of select="format-number(compared, '#,##0')"/> items<xsl:if test="copies &gt; 0">,
            <xsl:value-of select="format-number(copies, '#,##0')"/> of them with the same text</xsl:if>
          <xsl:if test="declared &gt; 0">; <xsl:value-of select="format-number(declared, '#,##0')"/> more that are declared enemies are left
            out</xsl:if>.
        <xsl:if test="count &gt; count(pairs/i)"> The <xsl:value-of select="count(pairs/i)"/> most alike are shown here; <code>--format
          json</code> lists all.</xsl:if>
        <xsl:if test="pairs/i"> Words that only one of the two items has are <mark>marked</mark>.</xsl:if>
      </p>
      <xsl:apply-templates select="pairs/i"/>
    </section>
  </xsl:template>

  <xsl:template match="pairs/i">
    <article class="twins" aria-labelledby="pair-{position()}">
      <h3 id="pair-{position()}"><xsl:for-each select="items/i"><xsl:if test="position() = 2"><xsl:text> </xsl:text>
        <span class="and">and</span><xsl:text> </xsl:text></xsl:if><xsl:call-template name="item-id"/></xsl:for-each></h3>
      <p class="degree"><xsl:choose>
        <xsl:when test="copy = 'true'"><strong>The same text</strong></xsl:when>
        <xsl:otherwise><strong>
          <xsl:value-of select="format-number(100 * degree, '0')"/> %</strong> of the words
            shared, <xsl:value-of select="format-number(100 * weighted, '0')"/> % by weight</xsl:otherwise>
      </xsl:choose></p>
      <div class="sides"><xsl:apply-templates select="items/i"/></div>
    </article>
  </xsl:template>

  <xsl:template match="pairs/i/items/i">
    <div class="side">
      <p class="file"><bdi><xsl:value-of select="file"/></bdi></p>
      <div class="text">
        <xsl:if test="$exam/language and translate(translate($exam/language, $letters, ''), 'abcdefghijklmnopqrstuvwxyz0123456789-', '') = ''">
          <xsl:attribute name="lang"><xsl:value-of select="$exam/language"/></xsl:attribute></xsl:if>
        <p dir="auto"><xsl:apply-templates select="stem/i" mode="piece"/></p>
        <xsl:if test="options/i"><ul><xsl:for-each select="options/i"><li dir="auto"><xsl:apply-templates select="i" mode="piece"/></li>
          </xsl:for-each></ul></xsl:if>
      </div>
    </div>
  </xsl:template>

  <!-- Pieces are in turn what both items have and what only this one has. -->
  <xsl:template match="i" mode="piece">
    <xsl:choose>
      <xsl:when test="position() mod 2 = 0"><mark><xsl:value-of select="."/></mark></xsl:when>
      <xsl:otherwise><xsl:value-of select="."/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>
</xsl:stylesheet>
