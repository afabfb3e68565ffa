<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: Apache-2.0 -->
<!-- The words of the page in English. Strings that begin with "full." are for the full view only. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:template name="en">
    <xsl:param name="id"/>
    <xsl:param name="n"/>
    <xsl:variable name="s"><xsl:if test="$n != 1">s</xsl:if></xsl:variable>
    <xsl:choose>
      <!-- Around the questions -->
      <xsl:when test="$id = 'skip'">Skip to the questions</xsl:when>
      <xsl:when test="$id = 'contents'">Go to question</xsl:when>
      <xsl:when test="$id = 'questions'">Questions</xsl:when>
      <xsl:when test="$id = 'question'">Question</xsl:when>
      <xsl:when test="$id = 'end'">End of the questions</xsl:when>

      <!-- The cover -->
      <xsl:when test="$id = 'form'">Form</xsl:when>
      <xsl:when test="$id = 'version'">Version</xsl:when>
      <xsl:when test="$id = 'time'">Time</xsl:when>
      <xsl:when test="$id = 'minutes'"><xsl:value-of select="concat($n, ' minute', $s)"/></xsl:when>
      <xsl:when test="$id = 'count'"><xsl:value-of select="concat($n, ' question', $s)"/></xsl:when>
      <xsl:when test="$id = 'name'">Name</xsl:when>
      <xsl:when test="$id = 'candidate'">Candidate ID</xsl:when>
      <xsl:when test="$id = 'date'">Date</xsl:when>
      <xsl:when test="$id = 'begin'">Before you begin</xsl:when>
      <xsl:when test="$id = 'rule.all'">Answer every question. A question without an answer is wrong, and a guess costs nothing.</xsl:when>
      <xsl:when test="$id = 'rule.whole'">Each question is right or wrong as a whole. There is no credit for a part of an answer.</xsl:when>
      <xsl:when test="$id = 'rule.order'">You may answer the questions in any order, and change an answer as often as you like.</xsl:when>
      <xsl:when test="$id = 'how'">How to answer</xsl:when>
      <xsl:when test="$id = 'how.multiple-choice'">Choose the one option that answers the question best, and mark its circle.</xsl:when>
      <xsl:when test="$id = 'how.multiple-response'">Choose as many options as the question asks for, and mark their squares. The answer is right when all the correct options are marked and no other is.</xsl:when>
      <xsl:when test="$id = 'how.ordering'">Choose as many options as the question asks for, and write their letters on the numbered lines in order, the first on line 1. Some options may be left over. The answer is right when the whole order is.</xsl:when>
      <xsl:when test="$id = 'how.matching'">Write the letter of one response on the line of each prompt. Unless the question says otherwise, a response may be used once, more than once, or not at all. The answer is right when every pair is.</xsl:when>

      <!-- A question -->
      <xsl:when test="$id = 'type.multiple-choice'">Multiple choice</xsl:when>
      <xsl:when test="$id = 'type.multiple-response'">Multiple response</xsl:when>
      <xsl:when test="$id = 'type.ordering'">Ordering</xsl:when>
      <xsl:when test="$id = 'type.matching'">Matching</xsl:when>
      <xsl:when test="$id = 'select'">Select <xsl:call-template name="en-number"><xsl:with-param name="n" select="$n"/></xsl:call-template></xsl:when>
      <xsl:when test="$id = 'select-order'">Select and order <xsl:call-template name="en-number"><xsl:with-param name="n" select="$n"/></xsl:call-template></xsl:when>
      <xsl:when test="$id = 'match'">Write one letter for each prompt</xsl:when>
      <xsl:when test="$id = 'your-order'">Your order</xsl:when>
      <xsl:when test="$id = 'prompts'">Prompts</xsl:when>
      <xsl:when test="$id = 'responses'">Responses</xsl:when>
      <xsl:when test="$id = 'note'">Note</xsl:when>
      <xsl:when test="$id = 'notes'">Notes</xsl:when>
      <xsl:when test="$id = 'table'">Table</xsl:when>
      <xsl:when test="$id = 'formula'">Formula</xsl:when>

      <!-- The full view -->
      <xsl:when test="$id = 'full.banner'">Contains the answer key: confidential</xsl:when>
      <xsl:when test="$id = 'full.banner-more'">Do not give this page to candidates.</xsl:when>
      <xsl:when test="$id = 'full.answers'">Answers</xsl:when>
      <xsl:when test="$id = 'full.answer'">Answer</xsl:when>
      <xsl:when test="$id = 'full.key'">Answer key</xsl:when>
      <xsl:when test="$id = 'full.scoring'">Scoring</xsl:when>
      <xsl:when test="$id = 'full.scale'">Scale</xsl:when>
      <xsl:when test="$id = 'full.passing'">Passing score</xsl:when>
      <xsl:when test="$id = 'full.cut'">Cut, in raw points</xsl:when>
      <xsl:when test="$id = 'full.cut-of'">form</xsl:when>
      <xsl:when test="$id = 'full.model'">Model</xsl:when>
      <xsl:when test="$id = 'full.domain'">Domain</xsl:when>
      <xsl:when test="$id = 'full.domains'">Questions of each domain</xsl:when>
      <xsl:when test="$id = 'full.weight'">Weight</xsl:when>
      <xsl:when test="$id = 'full.task'">Task</xsl:when>
      <xsl:when test="$id = 'full.item'">Item</xsl:when>
      <xsl:when test="$id = 'full.counts'">Counts</xsl:when>
      <xsl:when test="$id = 'full.total'">Total</xsl:when>
      <xsl:when test="$id = 'full.scored'">Scored</xsl:when>
      <xsl:when test="$id = 'full.unscored'">Unscored</xsl:when>
      <xsl:when test="$id = 'full.right'">Correct</xsl:when>
      <xsl:when test="$id = 'full.wrong'">Not correct</xsl:when>
      <xsl:when test="$id = 'full.unused'">Not part of the order</xsl:when>
      <xsl:when test="$id = 'full.left-over'">Matches no prompt</xsl:when>
      <xsl:when test="$id = 'full.rationale'">Rationale</xsl:when>
      <xsl:when test="$id = 'full.references'">References</xsl:when>
      <xsl:when test="$id = 'full.detail'">Answers and rationales</xsl:when>
      <xsl:otherwise>
        <xsl:message terminate="yes">html: there is no string "<xsl:value-of select="$id"/>"</xsl:message>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- A small number in words, in the capitals that exams use. -->
  <xsl:template name="en-number">
    <xsl:param name="n"/>
    <xsl:variable name="words" select="'ONE   TWO   THREE FOUR  FIVE  SIX   SEVEN EIGHT NINE  TEN   '"/>
    <xsl:choose>
      <xsl:when test="$n &gt;= 1 and $n &lt;= 10"><xsl:value-of select="normalize-space(substring($words, 6 * $n - 5, 6))"/></xsl:when>
      <xsl:otherwise><xsl:value-of select="$n"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>
</xsl:stylesheet>
