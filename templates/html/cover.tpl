{{%AUTOESCAPE context="HTML"}}
<header class="cover">
  <div class="banner">
    <p class="council">{{council}}</p>
    <h1 id="{{title_id}}">{{title}}</h1>
    {{#part}}
    <p class="part">{{part}}</p>
    {{/part}}
  </div>
  <div class="facts">
    <dl>
      <div><dt>{{word_status}}</dt><dd class="status">{{#draft}}{{word_draft}}{{/draft}}{{#in_force}}{{word_adopted}}{{/in_force}}{{#superseded}}{{word_superseded}}{{/superseded}}</dd></div>
      {{#adopted}}
      <div><dt>{{word_adopted}}</dt><dd>{{#date}}<time datetime="{{iso}}">{{words}}</time>{{/date}}{{#body}}, {{word_by}}{{body}}{{/body}}{{#minute}}, {{word_minute}} {{minute}}{{/minute}}</dd></div>
      {{/adopted}}
      {{#review}}
      {{#date}}
      <div><dt>{{word_last_reviewed}}</dt><dd><time datetime="{{iso}}">{{words}}</time></dd></div>
      {{/date}}
      {{#due}}
      <div><dt>{{word_review_due}}</dt><dd><time datetime="{{iso}}">{{words}}</time>{{#overdue}} <strong class="overdue">{{word_overdue}}</strong>{{/overdue}}</dd></div>
      {{/due}}
      {{#owner}}
      <div><dt>{{word_owner}}</dt><dd>{{owner}}</dd></div>
      {{/owner}}
      {{#note}}
      <div><dt>{{word_review}}</dt><dd>{{note}}</dd></div>
      {{/note}}
      {{/review}}
      {{#contact}}
      <div><dt>{{word_contact}}</dt><dd>{{#email}}<a href="mailto:{{email}}">{{email}}</a>{{/email}}{{#phone}} <span class="phone">{{phone}}</span>{{/phone}}</dd></div>
      {{/contact}}
      {{#others}}
      <div><dt>{{word_other_versions}}</dt><dd>{{#other}}<a href="{{root}}{{folder}}/index.html">{{#other_draft}}{{word_draft}}{{/other_draft}}{{#other_in_force}}{{word_in_force}}{{/other_in_force}}{{#other_earlier}}{{word_superseded}}{{/other_earlier}}{{#other_date}} <time datetime="{{iso}}">{{words}}</time>{{/other_date}}{{#other_version}} {{other_version}}{{/other_version}}</a> · {{/other}}<a href="{{root}}{{timeline}}">{{word_what_changed}}</a></dd></div>
      {{/others}}
    </dl>
    {{#downloads}}
    <ul class="downloads" aria-label="{{word_download}}">
      {{#pdf}}<li><a href="protocol.pdf"><abbr>PDF</abbr> <span>{{word_to_print}}</span></a></li>{{/pdf}}
      {{#docx}}<li><a href="protocol.docx">Word <span>{{word_to_edit}}</span></a></li>{{/docx}}
      {{#xml}}<li><a href="protocol.xml"><abbr>XML</abbr> <span>Akoma Ntoso</span></a></li>{{/xml}}
      {{#json}}<li><a href="protocol.json"><abbr>JSON</abbr> <span>{{word_as_data}}</span></a></li>{{/json}}
      {{#markdown}}<li><a href="protocol.md"><abbr>Markdown</abbr> <span>{{word_the_source}}</span></a></li>{{/markdown}}
    </ul>
    {{/downloads}}
    {{#has_versions}}
    <details class="versions">
      <summary>{{word_version_history}}</summary>
      <table>
        <thead><tr><th scope="col">{{word_date}}</th><th scope="col">{{word_version}}</th><th scope="col">{{word_change}}</th><th scope="col">{{word_authority}}</th></tr></thead>
        <tbody>
        {{#version}}
          <tr><td>{{#date}}<time datetime="{{iso}}">{{words}}</time>{{/date}}</td><td>{{version}}</td><td>{{note}}</td><td>{{authority}}{{#minute}}, {{word_minute}} {{minute}}{{/minute}}</td></tr>
        {{/version}}
        </tbody>
      </table>
    </details>
    {{/has_versions}}
  </div>
</header>
