{{%AUTOESCAPE context="HTML"}}
<section class="about" id="_about">
<h2>{{word_about}}</h2>
<p>{{word_this_is_before}}{{council}}{{word_this_is_after}}</p>
{{#printed_title}}
<p>{{word_title_is_printed}} “{{>run}}”.</p>
{{/printed_title}}
{{#source}}
<p>{{#url}}{{word_taken_from}} <a class="web" href="{{url}}">{{word_publication}}</a>{{/url}}{{#no_url}}{{word_taken_from}} {{word_publication}}{{/no_url}}{{#retrieved}} {{word_on}} <time datetime="{{iso}}">{{words}}</time>{{/retrieved}}.{{#sha256}} {{word_sha_before}} <code class="hash">{{sha256}}</code>.{{/sha256}}</p>
{{/source}}
{{#has_mistakes}}
<h3>{{word_kept}}</h3>
<p>{{word_kept_marked}} <span class="sic">sic</span>.</p>
<ul class="notes">
{{#mistake}}
<li id="_sic-{{id}}"><span class="at"><a class="internal" href="#{{id}}">{{label}}</a></span><span>{{reason}}</span></li>
{{/mistake}}
</ul>
{{/has_mistakes}}
{{#has_repairs}}
<h3>{{word_repairs}}</h3>
<p>{{word_repairs_marked}} <span class="repair">{{word_repaired}}</span>.</p>
<ul class="notes">
{{#repair}}
<li id="{{anchor}}"><span class="at">{{#to_id}}<a class="internal" href="#{{to_id}}">{{at}}</a>{{/to_id}}{{#unplaced}}{{at}}{{/unplaced}}</span><span><del>{{from}}</del> {{word_became}} <ins>{{to}}</ins>{{#note}}: {{note}}{{/note}}</span></li>
{{/repair}}
</ul>
{{/has_repairs}}
{{#has_definitions}}
<h3>{{word_defined_terms}}</h3>
<ul class="notes">
{{#definition}}
<li id="{{anchor}}"><span class="at">{{term}}</span><span>{{word_defined_at}} <a class="internal" href="#{{clause}}">{{label}}</a>{{#used}}; {{word_used_in}} {{#use}}<a class="internal" href="#{{id}}">{{label}}</a>{{#use_separator}}, {{/use_separator}}{{/use}}{{/used}}</span></li>
{{/definition}}
</ul>
{{/has_definitions}}
{{#has_outward}}
<h3>{{word_outward}}</h3>
<ul class="notes">
{{#outward}}
<li><span class="at"><a class="internal" href="#{{from}}">{{label}}</a></span><span>{{text}}</span></li>
{{/outward}}
</ul>
{{/has_outward}}
</section>
