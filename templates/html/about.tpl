{{%AUTOESCAPE context="HTML"}}
<section class="about" id="page-about">
<h2>About this text</h2>
<p>This is the text of {{council}}, word for word and number for number, set anew.</p>
{{#source}}
<p>{{#url}}Taken from <a class="web" href="{{url}}">the council’s own publication</a>{{/url}}{{#no_url}}Taken from the council’s own publication{{/no_url}}{{#retrieved}} on <time datetime="{{iso}}">{{words}}</time>{{/retrieved}}.{{#sha256}} The SHA-256 of what was taken is <code class="hash">{{sha256}}</code>.{{/sha256}}</p>
{{/source}}
{{#has_mistakes}}
<h3>Printed so</h3>
<p>The council’s own slips are kept and marked <span class="sic">sic</span>.</p>
<dl class="notes">
{{#mistake}}
<div id="page-sic-{{id}}"><dt><a class="internal" href="#{{id}}">{{label}}</a></dt><dd>{{reason}}</dd></div>
{{/mistake}}
</dl>
{{/has_mistakes}}
{{#has_repairs}}
<h3>Repaired</h3>
<p>Words that were damaged on the way from the council’s document to this one, and put right; marked <span class="repair">repaired</span>.</p>
<dl class="notes">
{{#repair}}
<div id="{{anchor}}"><dt>{{#to_id}}<a class="internal" href="#{{to_id}}">{{at}}</a>{{/to_id}}{{#unplaced}}{{at}}{{/unplaced}}</dt><dd><del>{{from}}</del> became <ins>{{to}}</ins>{{#note}}: {{note}}{{/note}}</dd></div>
{{/repair}}
</dl>
{{/has_repairs}}
{{#has_definitions}}
<h3>Defined terms</h3>
<dl class="notes">
{{#definition}}
<div id="{{anchor}}"><dt>{{term}}</dt><dd>defined at <a class="internal" href="#{{clause}}">{{label}}</a>{{#use}}, <a href="#{{id}}">{{label}}</a>{{/use}}</dd></div>
{{/definition}}
</dl>
{{/has_definitions}}
{{#has_outward}}
<h3>References that lead out of this text</h3>
<dl class="notes">
{{#outward}}
<div><dt><a class="internal" href="#{{from}}">{{label}}</a></dt><dd>{{text}}</dd></div>
{{/outward}}
</dl>
{{/has_outward}}
</section>
