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
    <p class="part">{{difference_count}} places where counterpart clauses differ, or are likely to differ, in who must do what, when or how strongly, with the words that decide it.</p>
  </div>
</header>
{{>views}}
<div role="search" class="filters" data-filters hidden>
  <div class="field wide"><label for="filter-text">Words</label><input id="filter-text" type="search" data-filter="text" autocomplete="off"></div>
  <div class="field"><label for="filter-kind">Kind</label><select id="filter-kind" data-filter="kind"><option value="">All kinds</option>{{#type_choice}}<option value="{{type}}">{{type_words}}</option>{{/type_choice}}</select></div>
  <div class="field"><label for="filter-one">Council</label><select id="filter-one" data-filter="one"><option value="">Any</option>{{#council_choice}}<option value="{{id}}">{{name}}</option>{{/council_choice}}</select></div>
  <div class="field"><label for="filter-two">against</label><select id="filter-two" data-filter="two"><option value="">Any</option>{{#council_choice}}<option value="{{id}}">{{name}}</option>{{/council_choice}}</select></div>
  <p class="tally" role="status" data-tally></p>
</div>
<div class="tables" role="region" aria-label="Differences in effect" tabindex="0">
<table class="differences">
<caption class="hidden">Counterpart clauses whose legal effect differs or is likely to</caption>
<thead><tr><th scope="col">Kind</th><th scope="col">One says</th><th scope="col">The other says</th><th scope="col">Topic</th></tr></thead>
<tbody>
{{#difference}}
<tr class="provision-row" data-kind="{{kind}}" data-has="{{has}}"><th scope="row"><span class="mark {{certainty}}">{{kind_words}}</span></th><td><a href="{{pair_id}}.html#a-{{a_clause}}">{{a_at}}</a> {{#a_statement}}“{{#piece}}{{#deciding}}<mark>{{deciding}}</mark>{{/deciding}}{{#plain}}{{plain}}{{/plain}}{{/piece}}”{{/a_statement}}</td><td>{{b_at}} {{#b_statement}}“{{#piece}}{{#deciding}}<mark>{{deciding}}</mark>{{/deciding}}{{#plain}}{{plain}}{{/plain}}{{/piece}}”{{/b_statement}}</td><td>{{subject}}</td></tr>
{{/difference}}
</tbody>
</table>
</div>
</main>
{{>footer}}
</body>
</html>
