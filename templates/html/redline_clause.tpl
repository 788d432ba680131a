{{%AUTOESCAPE context="HTML"}}
<div class="clause {{kind}}{{#footnote}} footnote{{/footnote}}{{#item}} item{{/item}}"{{#change}} id="change-{{change}}" data-change tabindex="-1"{{/change}}>
{{#how}}
<p class="how"><span class="place">{{label}}</span>{{#mark}} <span class="mark">{{text}}</span>{{/mark}}</p>
{{/how}}
{{#worded}}
<{{element}} class="words{{#heading}} heading{{/heading}}">{{#numbered}}<span class="number">{{#number_changed}}{{#number_before}}<del class="quiet"><span class="hidden">{{word_number_deleted}} </span>{{number_before}}</del> {{/number_before}}{{#number_after}}<ins class="quiet"><span class="hidden">{{word_number_inserted}} </span>{{number_after}}</ins>{{/number_after}}{{/number_changed}}{{#number}}{{number}}{{/number}} </span>{{/numbered}}{{>redline_pieces}}</{{element}}>
{{/worded}}
{{#table}}
<div class="table" role="region" aria-label="{{word_table}}, {{label}}" tabindex="0">
<table>
{{#head}}
<thead>
<tr>
{{#cell}}
<th scope="col">{{>redline_pieces}}</th>
{{/cell}}
</tr>
</thead>
{{/head}}
<tbody>
{{#row}}
<tr class="{{fate}}">
{{#cell}}
<td>{{>redline_pieces}}</td>
{{/cell}}
</tr>
{{/row}}
</tbody>
</table>
</div>
{{/table}}
{{#any_effects}}
<ul class="effects">
{{#effect}}
<li><strong>{{says}}</strong>{{#words_before}}: “{{words_before}}”{{/words_before}}{{#words_after}}{{#words_before}} {{word_becomes}}{{/words_before}}{{#only_after}}:{{/only_after}} “{{words_after}}”{{/words_after}}</li>
{{/effect}}
</ul>
{{/any_effects}}
</div>
