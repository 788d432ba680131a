{{%AUTOESCAPE context="HTML"}}
<svg class="picture" viewBox="0 0 {{width}} {{height}}" width="{{width}}" height="{{height}}" role="img" aria-label="{{says}}">
{{#column}}<text class="column" x="{{x}}" y="{{y}}" text-anchor="middle">{{label}}</text>{{/column}}
{{#line}}
<text x="{{label_x}}" y="{{y}}" text-anchor="end">{{label}}</text>
{{#square}}<rect x="{{x}}" y="{{top}}" width="102" height="32" rx="3" fill-opacity="{{shade}}"></rect><text x="{{text_x}}" y="{{text_y}}" text-anchor="middle">{{label}}</text>{{/square}}
{{/line}}
</svg>
