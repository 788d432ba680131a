{{%AUTOESCAPE context="HTML"}}
<div class="beside">
{{#referred}}
<p class="referrers"><span class="says">Referred to by</span> {{#referrer}}<a class="internal" href="#{{id}}">{{label}}</a>{{#referrer_separator}}, {{/referrer_separator}}{{/referrer}}</p>
{{/referred}}
{{#defines}}
<p class="defines"><span class="says">Defines</span> <a href="#{{anchor}}">{{term}}</a></p>
{{/defines}}
{{#counterparts}}
{{#found}}
<details class="counterparts">
<summary>In other councils <span class="count">{{count}} of {{of}}</span>{{#differs}} <span class="differs">differs in effect</span>{{/differs}}</summary>
<ul>
{{#counterpart}}
<li><a href="{{href}}">{{council}} {{number}}</a> <span class="state">{{state}}</span></li>
{{/counterpart}}
</ul>
{{#row}}
<p><a href="{{row}}">All councils on this</a></p>
{{/row}}
</details>
{{/found}}
{{#alone}}
<p class="alone">In no other council</p>
{{/alone}}
{{/counterparts}}
</div>
