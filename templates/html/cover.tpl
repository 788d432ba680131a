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
      <div><dt>Status</dt><dd class="status">{{status}}</dd></div>
      {{#adopted}}
      <div><dt>Adopted</dt><dd>{{#date}}<time datetime="{{iso}}">{{words}}</time>{{/date}}{{#body}}, by {{body}}{{/body}}{{#minute}}, minute {{minute}}{{/minute}}</dd></div>
      {{/adopted}}
      {{#review}}
      {{#date}}
      <div><dt>Last reviewed</dt><dd><time datetime="{{iso}}">{{words}}</time></dd></div>
      {{/date}}
      {{#due}}
      <div><dt>Review due</dt><dd><time datetime="{{iso}}">{{words}}</time>{{#overdue}} <strong class="overdue">overdue</strong>{{/overdue}}</dd></div>
      {{/due}}
      {{#owner}}
      <div><dt>Kept up to date by</dt><dd>{{owner}}</dd></div>
      {{/owner}}
      {{#note}}
      <div><dt>Review</dt><dd>{{note}}</dd></div>
      {{/note}}
      {{/review}}
      {{#contact}}
      <div><dt>Contact</dt><dd>{{#email}}<a href="mailto:{{email}}">{{email}}</a>{{/email}}{{#phone}} <span class="phone">{{phone}}</span>{{/phone}}</dd></div>
      {{/contact}}
    </dl>
    <ul class="downloads" aria-label="Download this protocol">
      {{#pdf}}<li><a href="protocol.pdf"><abbr>PDF</abbr> <span>to print and file</span></a></li>{{/pdf}}
      {{#xml}}<li><a href="protocol.xml"><abbr>XML</abbr> <span>Akoma Ntoso</span></a></li>{{/xml}}
      {{#json}}<li><a href="protocol.json"><abbr>JSON</abbr> <span>every clause as data</span></a></li>{{/json}}
      {{#markdown}}<li><a href="protocol.md"><abbr>Markdown</abbr> <span>the source</span></a></li>{{/markdown}}
    </ul>
    {{#has_versions}}
    <details class="versions">
      <summary>Version history</summary>
      <table>
        <thead><tr><th scope="col">Date</th><th scope="col">Version</th><th scope="col">Change</th><th scope="col">Authority</th></tr></thead>
        <tbody>
        {{#version}}
          <tr><td>{{#date}}<time datetime="{{iso}}">{{words}}</time>{{/date}}</td><td>{{version}}</td><td>{{note}}</td><td>{{authority}}{{#minute}}, minute {{minute}}{{/minute}}</td></tr>
        {{/version}}
        </tbody>
      </table>
    </details>
    {{/has_versions}}
  </div>
</header>
