{{%AUTOESCAPE context="HTML"}}
{{#piece}}{{#kept}}{{words}}{{/kept}}{{#deleted}}<del class="{{layer}}"><span class="hidden">{{word_deleted}} </span>{{words}}<span class="hidden"> {{word_mark_ends}}</span></del>{{/deleted}}{{#inserted}}<ins class="{{layer}}"><span class="hidden">{{word_inserted}} </span>{{words}}<span class="hidden"> {{word_mark_ends}}</span></ins>{{/inserted}}{{/piece}}
