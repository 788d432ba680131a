{{%AUTOESCAPE context="HTML"}}
<section class="about" id="page-about">
<h2>About this text</h2>
<p>This is the text of {{council}}, word for word and number for number, set anew.</p>
{{#printed_title}}
<p>Its title is printed “{{>run}}”.</p>
{{/printed_title}}
{{#source}}
<p>{{#url}}Taken from <a class="web" href="{{url}}">the council’s own publication</a>{{/url}}{{#no_url}}Taken from the council’s own publication{{/no_url}}{{#retrieved}} on <time datetime="{{iso}}">{{words}}</time>{{/retrieved}}.{{#sha256}} The SHA-256 of what was taken is <code class="hash">{{sha256}}</code>.{{/sha256}}</p>
{{/source}}
{{#has_mistakes}}
<h3>Kept as printed</h3>
<p>The council’s own slips are kept and marked <span class="sic">sic</span>.</p>
<ul class="notes">
{{#mistake}}
<li id="page-sic-{{id}}"><span class="at"><a class="internal" href="#{{id}}">{{label}}</a></span><span>{{reason}}</span></li>
{{/mistake}}
</ul>
{{/has_mistakes}}
{{#has_repairs}}
<h3>Repaired</h3>
<p>Words that were damaged on the way from the council’s document to this one, and put right; marked <span class="repair">repaired</span>.</p>
<ul class="notes">
{{#repair}}
<li id="{{anchor}}"><span class="at">{{#to_id}}<a class="internal" href="#{{to_id}}">{{at}}</a>{{/to_id}}{{#unplaced}}{{at}}{{/unplaced}}</span><span><del>{{from}}</del> became <ins>{{to}}</ins>{{#note}}: {{note}}{{/note}}</span></li>
{{/repair}}
</ul>
{{/has_repairs}}
{{#has_definitions}}
<h3>Defined terms</h3>
<ul class="notes">
{{#definition}}
<li id="{{anchor}}"><span class="at">{{term}}</span><span>Defined at <a class="internal" href="#{{clause}}">{{label}}</a>{{#used}}; used in {{#use}}<a class="internal" href="#{{id}}">{{label}}</a>{{#use_separator}}, {{/use_separator}}{{/use}}{{/used}}</span></li>
{{/definition}}
</ul>
{{/has_definitions}}
{{#has_outward}}
<h3>References that lead out of this text</h3>
<ul class="notes">
{{#outward}}
<li><span class="at"><a class="internal" href="#{{from}}">{{label}}</a></span><span>{{text}}</span></li>
{{/outward}}
</ul>
{{/has_outward}}
</section>
