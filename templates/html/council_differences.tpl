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
    <p class="part">{{word_peers_differing}}: {{difference_count}}. {{>council_peers}}</p>
  </div>
</header>
{{>views}}
<nav class="jump" aria-label="{{word_peers}}"><ul><li><a href="index.html">{{name}} {{word_and_peers}}</a></li>{{#peer}}<li><a href="#{{peer_id}}">{{peer_name}}</a> <span class="have">{{count}}</span></li>{{/peer}}</ul></nav>
<div role="search" class="filters" data-filters hidden>
  <div class="field wide"><label for="filter-text">{{word_filter_words}}</label><input id="filter-text" type="search" data-filter="text" autocomplete="off"></div>
  <div class="field"><label for="filter-kind">{{word_kind}}</label><select id="filter-kind" data-filter="kind"><option value="">{{word_every_kind}}</option>{{#type_choice}}<option value="{{type}}">{{type_words}}</option>{{/type_choice}}</select></div>
  <p class="tally" role="status" data-tally></p>
</div>
{{#peer}}
<section class="pictured" id="{{peer_id}}">
<h2 data-heading>{{name}} {{word_and}} <a href="{{root}}compare/{{pair_id}}.html">{{peer_name}}</a></h2>
<div class="tables" role="region" aria-label="{{word_differences_from}} {{peer_name}}" tabindex="0">
<table class="differences">
<caption class="hidden">{{name}} {{word_and}} {{peer_name}}: {{word_differing_clauses}}</caption>
<thead><tr><th scope="col">{{word_kind}}</th><th scope="col">{{name}}</th><th scope="col">{{peer_name}}</th><th scope="col">{{word_topic}}</th></tr></thead>
<tbody>
{{#difference}}
<tr class="provision-row" data-kind="{{kind}}"><th scope="row"><span class="mark {{certainty}}">{{#likely}}{{word_likely}} {{/likely}}{{kind_words}}</span></th><td><a href="{{root}}compare/{{pair_id}}.html#{{side}}-{{a_clause}}">{{a_at}}</a> {{#a_statement}}“{{#piece}}{{#deciding}}<mark>{{deciding}}</mark>{{/deciding}}{{#plain}}{{plain}}{{/plain}}{{/piece}}”{{/a_statement}}</td><td>{{b_at}} {{#b_statement}}“{{#piece}}{{#deciding}}<mark>{{deciding}}</mark>{{/deciding}}{{#plain}}{{plain}}{{/plain}}{{/piece}}”{{/b_statement}}</td><td>{{subject}}</td></tr>
{{/difference}}
</tbody>
</table>
</div>
</section>
{{/peer}}
</main>
{{>footer}}
</body>
</html>
