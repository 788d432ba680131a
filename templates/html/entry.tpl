{{%AUTOESCAPE context="HTML"}}
<li><a href="#{{id}}">{{#number}}<span class="number">{{number}} </span>{{/number}}<span>{{heading}}</span></a>
{{#nested}}
<ol>
{{>entry}}
</ol>
{{/nested}}
</li>
