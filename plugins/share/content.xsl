<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: Apache-2.0 -->
<!--
  The text of items (schemas/content.xsd) as HTML, for every plugin that writes pages. Who includes it has:
    $full                   whether the document is the full view
    template "t"            the words of the page by their id: note, notes, table, formula
    template "ui-language"  marks what is in the page's words where the text around it is in another language
  and includes language.xsl and math.xsl.
-->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:i="urn:itemwright:1" xmlns:iw="urn:itemwright:xslt:1" exclude-result-prefixes="i iw">

  <!-- What is not known is not shown: a new element of the schema needs a template here. -->
  <xsl:template match="*"/>
  <xsl:template match="i:text | i:rationale"><xsl:apply-templates/></xsl:template>

  <xsl:template match="i:p | i:ul | i:ol | i:li | i:blockquote | i:figcaption | i:em | i:strong | i:sub | i:sup | i:br
                       | i:thead | i:tbody | i:tr">
    <xsl:element name="{local-name()}"><xsl:apply-templates/></xsl:element>
  </xsl:template>

  <xsl:template match="i:span">
    <span>
      <xsl:call-template name="language"/>
      <xsl:if test="@dir"><xsl:attribute name="dir"><xsl:value-of select="@dir"/></xsl:attribute></xsl:if>
      <xsl:apply-templates/>
    </span>
  </xsl:template>

  <!-- A candidate is to read the page and not to leave it: there, a link is its text. -->
  <xsl:template match="i:a">
    <xsl:choose>
      <xsl:when test="$full and not(ancestor::i:a)">
        <a href="{@href}" rel="noreferrer"><xsl:apply-templates/></a>
      </xsl:when>
      <xsl:otherwise><xsl:apply-templates/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- A note: a number here and its text below the question. In a rationale it stays where it is. -->
  <xsl:template match="i:note">
    <xsl:variable name="number"><xsl:number level="any" from="i:question" count="i:note[not(ancestor::i:rationale)]"/></xsl:variable>
    <xsl:choose>
      <xsl:when test="ancestor::i:rationale"><small> (<xsl:apply-templates/>)</small></xsl:when>
      <xsl:when test="ancestor::i:a"><sup><xsl:value-of select="$number"/></sup></xsl:when>
      <xsl:otherwise>
        <sup class="note">
          <a href="#{ancestor::i:question/@id}-note-{$number}">
            <span class="unseen"><xsl:call-template name="ui-language"/>
              <xsl:call-template name="t"><xsl:with-param name="id" select="'note'"/></xsl:call-template>
              <xsl:text> </xsl:text>
            </span>
            <xsl:value-of select="$number"/>
          </a>
        </sup>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- The notes of a question stand below it, numbered; those of rationales are never here. -->
  <xsl:template name="notes">
    <xsl:variable name="notes" select=".//i:note[not(ancestor::i:rationale)]"/>
    <xsl:if test="$notes">
      <ol class="notes">
        <xsl:attribute name="aria-label">
          <xsl:call-template name="t"><xsl:with-param name="id" select="'notes'"/></xsl:call-template>
        </xsl:attribute>
        <xsl:for-each select="$notes">
          <li id="{ancestor::i:question/@id}-note-{position()}"><xsl:apply-templates/></li>
        </xsl:for-each>
      </ol>
    </xsl:if>
  </xsl:template>

  <!-- Code is the same in every language, and runs from left to right. -->
  <xsl:template match="i:code">
    <xsl:choose>
      <xsl:when test="ancestor::i:pre or ancestor::i:code"><xsl:apply-templates/></xsl:when>
      <xsl:otherwise><code translate="no" dir="ltr"><xsl:apply-templates/></code></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="i:pre">
    <div class="code">
      <xsl:if test="@language">
        <p class="label">
          <xsl:call-template name="code-label"><xsl:with-param name="id" select="string(@language)"/></xsl:call-template>
        </p>
      </xsl:if>
      <pre translate="no" dir="ltr"><code><xsl:apply-templates/></code></pre>
    </div>
  </xsl:template>

  <!-- As in HTML, a line feed right after <pre> is not part of the code. -->
  <xsl:template match="i:pre/node()[1][self::text()] | i:pre/i:code[not(preceding-sibling::node())]/node()[1][self::text()]">
    <xsl:choose>
      <xsl:when test="starts-with(., '&#10;')"><xsl:value-of select="substring(., 2)"/></xsl:when>
      <xsl:otherwise><xsl:value-of select="."/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- How a language of code is written: those that no rule of capitals gives. -->
  <xsl:template name="code-label">
    <xsl:param name="id"/>
    <xsl:variable name="low" select="translate($id, 'ABCDEFGHIJKLMNOPQRSTUVWXYZ', 'abcdefghijklmnopqrstuvwxyz')"/>
    <xsl:variable name="key" select="concat('|', $low, '=')"/>
    <xsl:variable name="known" select="concat('|bash=Bash|console=Terminal|cpp=C++|csharp=C#|css=CSS|csv=CSV|dockerfile=Dockerfile',
      '|graphql=GraphQL|hcl=HCL|html=HTML|http=HTTP|ini=INI|java=Java|javascript=JavaScript|js=JavaScript|json=JSON|jsonl=JSON Lines',
      '|kotlin=Kotlin|log=Log|markdown=Markdown|powershell=PowerShell|python=Python|ruby=Ruby|rust=Rust|scala=Scala|sh=Shell',
      '|shell=Shell|sql=SQL|swift=Swift|terraform=Terraform|text=Text|toml=TOML|ts=TypeScript|typescript=TypeScript',
      '|velocity=Velocity|vtl=VTL|xml=XML|yaml=YAML|yml=YAML|')"/>
    <xsl:choose>
      <xsl:when test="contains($known, $key)"><xsl:value-of select="substring-before(substring-after($known, $key), '|')"/></xsl:when>
      <xsl:otherwise><xsl:value-of select="$id"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="i:figure">
    <figure>
      <xsl:apply-templates select="*[not(self::i:figcaption)]"/>
      <xsl:apply-templates select="i:figcaption"/>
    </figure>
  </xsl:template>

  <!-- The host hands out a picture's bytes; without it (xsltproc) the name has to do. -->
  <xsl:template match="i:img">
    <img alt="{normalize-space(@alt)}">
      <xsl:attribute name="src">
        <xsl:choose>
          <xsl:when test="function-available('iw:data-uri')"><xsl:value-of select="iw:data-uri(string(@src))"/></xsl:when>
          <xsl:otherwise><xsl:value-of select="@src"/></xsl:otherwise>
        </xsl:choose>
      </xsl:attribute>
      <xsl:if test="@width"><xsl:attribute name="width"><xsl:value-of select="@width"/></xsl:attribute></xsl:if>
      <xsl:if test="@height"><xsl:attribute name="height"><xsl:value-of select="@height"/></xsl:attribute></xsl:if>
    </img>
  </xsl:template>

  <!-- A wide table scrolls in a box of its own, which the keyboard can reach. -->
  <xsl:template match="i:table">
    <div class="scroll" role="group" tabindex="0">
      <xsl:attribute name="aria-label">
        <xsl:choose>
          <xsl:when test="i:caption"><xsl:value-of select="normalize-space(i:caption)"/></xsl:when>
          <xsl:otherwise><xsl:call-template name="t"><xsl:with-param name="id" select="'table'"/></xsl:call-template></xsl:otherwise>
        </xsl:choose>
      </xsl:attribute>
      <table>
        <xsl:apply-templates select="i:caption | i:thead | i:tbody"/>
        <xsl:if test="i:tr"><tbody><xsl:apply-templates select="i:tr"/></tbody></xsl:if>
      </table>
    </div>
  </xsl:template>

  <xsl:template match="i:caption"><caption><xsl:apply-templates/></caption></xsl:template>

  <xsl:template match="i:td | i:th">
    <xsl:element name="{local-name()}">
      <xsl:if test="@colspan"><xsl:attribute name="colspan"><xsl:value-of select="@colspan"/></xsl:attribute></xsl:if>
      <xsl:if test="@rowspan"><xsl:attribute name="rowspan"><xsl:value-of select="@rowspan"/></xsl:attribute></xsl:if>
      <xsl:if test="@align"><xsl:attribute name="class">to-<xsl:value-of select="@align"/></xsl:attribute></xsl:if>
      <xsl:if test="self::i:th"><xsl:attribute name="scope"><xsl:call-template name="scope"/></xsl:attribute></xsl:if>
      <xsl:apply-templates/>
    </xsl:element>
  </xsl:template>

  <!-- What a heading cell heads: as the author says, else its column in a row of headings, else its row. -->
  <xsl:template name="scope">
    <xsl:choose>
      <xsl:when test="@scope"><xsl:value-of select="@scope"/></xsl:when>
      <xsl:when test="ancestor::i:thead or not(../i:td)">col</xsl:when>
      <xsl:otherwise>row</xsl:otherwise>
    </xsl:choose>
  </xsl:template>
</xsl:stylesheet>
