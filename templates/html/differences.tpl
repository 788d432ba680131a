{{%AUTOESCAPE context="HTML"}}
<!DOCTYPE html>
<html lang="{{language}}">
<head>
{{>head}}
</head>
<body class="comparison">
{{>header}}
<main id="_main">
<header class="cover">
  <div class="banner">
    <h1>{{heading}}</h1>
    {{#one_council}}<p class="part">{{>council_peers}}</p>
    {{/one_council}}<p class="part">{{word_differences_about}}</p>
    <p class="part">{{word_entries}}: {{entry_count}}. {{word_between_clauses}}: {{certain_count}} {{word_certain_ones}}; {{likely_count}} {{word_likely_ones}}.</p>
  </div>
</header>
{{>views}}
{{#back}}<nav class="jump" aria-label="{{word_near_page}}"><ul><li><a href="index.html">{{name}} {{word_and_peers}}</a></li></ul></nav>
{{/back}}<div role="search" class="filters" data-filters hidden>
  <div class="field wide"><label for="filter-text">{{word_filter_words}}</label><input id="filter-text" type="search" data-filter="text" autocomplete="off"></div>
  <div class="field"><label for="filter-kind">{{word_kind}}</label><select id="filter-kind" data-filter="kind"><option value="">{{word_every_kind}}</option>{{#type_choice}}<option value="{{type}}">{{type_words}}</option>{{/type_choice}}</select></div>
  <div class="field"><label for="filter-one">{{word_council}}</label><select id="filter-one" data-filter="one"><option value="">{{word_any}}</option>{{#council_choice}}<option value="{{id}}">{{name}}</option>{{/council_choice}}</select></div>
  <div class="field"><label for="filter-two">{{word_other_council}}</label><select id="filter-two" data-filter="two"><option value="">{{word_any}}</option>{{#council_choice}}<option value="{{id}}">{{name}}</option>{{/council_choice}}</select></div>
  <div class="field"><label for="filter-sure">{{word_certainty}}</label><select id="filter-sure" data-filter="sure"><option value="">{{word_all}}</option><option value="differs">{{word_state_differs}}</option><option value="may-differ">{{word_state_may_differ}}</option></select></div>
  <p class="tally" role="status" data-tally></p>
</div>
<div class="differences">
{{#group}}
{{#fold}}
<details class="group" data-group>
<summary>{{word_state_may_differ}}: {{kind_words}} <span class="have">{{group_count}}</span></summary>
{{/fold}}
{{#difference}}
<article class="provision-row difference" data-kind="{{kind}}" data-pairs="{{pairs}}">
<h2><a href="on-{{topic_id}}.html#{{row_id}}">{{row_title}}</a></h2>
<p class="how">{{kind_words}} <span class="have">({{subject}})</span></p>
{{#grade}}<p class="how"><span class="mark {{certainty}}">{{#certain}}{{word_state_differs}}{{/certain}}{{#likely}}{{word_state_may_differ}}{{/likely}}</span>{{#between}}: {{between}}{{/between}}</p>
{{/grade}}<dl>
{{#position}}
<div><dt>{{#position_words}}“{{position_words}}”{{/position_words}}{{#silent}}{{word_silent}}{{/silent}}</dt>
{{#stated}}
<dd><a href="{{root}}{{council}}/index.html#{{clause_id}}">{{name}} <span class="number">{{at}}</span></a> <q>{{#piece}}{{#deciding}}<mark>{{deciding}}</mark>{{/deciding}}{{#plain}}{{plain}}{{/plain}}{{/piece}}</q></dd>
{{/stated}}
</div>
{{/position}}
</dl>
{{#because}}<p class="note">{{word_decided}} {{because}}</p>
{{/because}}</article>
{{/difference}}
{{#end_of_fold}}
</details>
{{/end_of_fold}}
{{/group}}
</div>
</main>
{{>footer}}
</body>
</html>
