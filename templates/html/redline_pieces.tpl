{{%AUTOESCAPE context="HTML"}}
{{#piece}}{{#kept}}{{words}}{{/kept}}{{#deleted}}<del class="{{layer}}"><span class="hidden">deleted: </span>{{words}}<span class="hidden"> (end)</span></del>{{/deleted}}{{#inserted}}<ins class="{{layer}}"><span class="hidden">inserted: </span>{{words}}<span class="hidden"> (end)</span></ins>{{/inserted}}{{/piece}}
