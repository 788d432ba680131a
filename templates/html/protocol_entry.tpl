{{%AUTOESCAPE context="HTML"}}
<li class="provision-row" data-status="{{status}}">
  <div>
  <{{heading}}{{#foreign}} lang="{{foreign}}"{{/foreign}} class="entry"><a href="{{id}}/index.html"><span class="council">{{council}}</span> <span class="title">{{title}}</span></a></{{heading}}>
  {{#part}}
  <p class="part"{{#foreign}} lang="{{foreign}}"{{/foreign}}>{{part}}</p>
  {{/part}}
  </div>
  <div>
  <p class="state">{{#in_force}}{{word_adopted}}{{#adopted}}{{#date}} <time{{#foreign}} lang="{{foreign}}"{{/foreign}} datetime="{{iso}}">{{words}}</time>{{/date}}{{/adopted}}{{/in_force}}{{#draft}}{{word_draft}}{{/draft}}{{#superseded}}{{word_superseded}}{{/superseded}}{{#review}}{{#date}} · {{word_reviewed}} <time{{#foreign}} lang="{{foreign}}"{{/foreign}} datetime="{{iso}}">{{words}}</time>{{/date}}{{#due}} · {{word_review_by}} <time{{#foreign}} lang="{{foreign}}"{{/foreign}} datetime="{{iso}}">{{words}}</time>{{/due}}{{#overdue}} <strong class="overdue">{{word_overdue}}</strong>{{/overdue}}{{/review}}</p>
  <ul class="formats">
    {{#draft_beside}}<li><a href="{{folder}}/index.html" aria-label="{{council}}: {{word_draft}}">{{word_draft}}</a></li>{{/draft_beside}}
    {{#several}}<li><a href="{{timeline}}" aria-label="{{council}}: {{word_what_changed}}">{{word_what_changed}}</a></li>{{/several}}
    {{#compared}}<li><a href="compare/council/{{id}}/index.html" aria-label="{{council}}: {{word_against_peers}}">{{word_against_peers}}</a></li>{{/compared}}
    {{#pdf}}<li><a href="{{id}}/protocol.pdf" aria-label="{{council}}, PDF">PDF</a></li>{{/pdf}}
    {{#docx}}<li><a href="{{id}}/protocol.docx" aria-label="{{council}}, Word">Word</a></li>{{/docx}}
    {{#xml}}<li><a href="{{id}}/protocol.xml" aria-label="{{council}}, XML">XML</a></li>{{/xml}}
    {{#json}}<li><a href="{{id}}/protocol.json" aria-label="{{council}}, JSON">JSON</a></li>{{/json}}
    {{#markdown}}<li><a href="{{id}}/protocol.md" aria-label="{{council}}, Markdown">Markdown</a></li>{{/markdown}}
  </ul>
  </div>
</li>
