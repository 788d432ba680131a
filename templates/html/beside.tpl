{{%AUTOESCAPE context="HTML"}}
<div class="beside">
{{#referred}}
<p class="referrers"><span class="says">{{word_referred_to_by}}</span> {{#referrer}}<a class="internal" href="#{{id}}">{{label}}</a>{{#referrer_separator}}, {{/referrer_separator}}{{/referrer}}</p>
{{/referred}}
{{#defines}}
<p class="defines"><span class="says">{{word_defines}}</span> <a href="#{{anchor}}">{{term}}</a></p>
{{/defines}}
{{#taken}}
<p class="taken"><span class="says">{{word_taken_from}}</span> {{#href}}<a href="{{href}}">{{lender}}</a>{{/href}}{{#unlinked}}{{lender}}{{/unlinked}}</p>
{{/taken}}
{{#drafting}}
<p class="drafting"><span class="says">{{word_drafting_note}}</span> {{note}}</p>
{{/drafting}}
{{#counterparts}}
{{#found}}
<details class="counterparts">
<summary><span class="hidden label">{{word_in_other_councils}}</span> <span class="count">{{count}} {{word_of}} {{of}}</span>{{#differs}} <span class="differs"><span class="hidden label">{{word_differs}}</span></span>{{/differs}}</summary>
{{#listed}}
<ul>
{{#counterpart}}
<li><a href="{{href}}">{{council}} {{number}}</a> <span class="state">{{state}}{{#decided}} <span class="mark decided">{{word_decided_mark}}</span>{{/decided}}</span></li>
{{/counterpart}}
</ul>
{{/listed}}
{{>decision}}{{#row}}
<p><a href="{{row}}">{{word_all_councils}}</a></p>
{{/row}}
</details>
{{/found}}
{{#alone}}
<p class="alone">{{word_in_no_other}}</p>
{{>decision}}{{/alone}}
{{/counterparts}}
</div>
