{{%AUTOESCAPE context="HTML"}}
{{#opens_list}}
<ul class="items">
{{/opens_list}}
{{#opens_quotation}}
<blockquote>
{{/opens_quotation}}
<{{element}} class="provision {{kind}} {{place}}" id="{{id}}">
{{#former}}
<span class="former" id="{{former_id}}"></span>
{{/former}}
<div class="line">
<a class="permalink" href="#{{id}}" data-citation="{{citation}}" aria-label="{{word_permalink}} {{label}}">¶</a>
{{#worded}}
<{{words}} class="words">{{#number}}<span class="number">{{number}} </span>{{/number}}{{>run}}{{#sic}} <a class="sic" href="#_sic-{{id}}" aria-label="{{word_sic_about}} {{label}}">sic</a>{{/sic}}{{#repair}} <a class="repair" href="#{{repair}}" aria-label="{{word_repaired_about}} {{label}}">{{word_repaired}}</a>{{/repair}}</{{words}}>
{{/worded}}
{{#table}}
<div class="table" role="region" aria-label="{{word_table}}, {{label}}" tabindex="0">
<table>
<thead>
<tr>
{{#column}}
{{#filled}}<th scope="col">{{>run}}</th>{{/filled}}{{#unfilled}}<td></td>{{/unfilled}}
{{/column}}
</tr>
</thead>
<tbody>
{{#rows}}
<tr>
{{#cells}}
<td>{{>run}}</td>
{{/cells}}
</tr>
{{/rows}}
</tbody>
</table>
</div>
{{/table}}
{{>beside}}
</div>
{{>clause}}
{{#referenced}}
<p class="back">{{#reference}}<a href="#{{id}}" role="doc-backlink" aria-label="{{word_back}} {{label}}">↩ {{label}}</a> {{/reference}}</p>
{{/referenced}}
</{{element}}>
{{#closes_quotation}}
</blockquote>
{{/closes_quotation}}
{{#closes_list}}
</ul>
{{/closes_list}}
