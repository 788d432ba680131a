{{%AUTOESCAPE context="HTML"}}
<!DOCTYPE html>
<html lang="{{language}}">
<head>
{{>head}}
</head>
<body class="library">
{{>header}}
<main id="_main">
<header class="cover">
  <div class="banner">
    <h1>{{word_library_title}}</h1>
    <p class="part">{{word_protocols}}: {{count}}.</p>
  </div>
</header>
{{#compared}}
<p class="lead"><a href="compare/index.html">{{word_library_compare}}</a></p>
{{/compared}}
{{>ask}}
{{#searchable}}
<div role="search" aria-label="{{word_protocols}}" class="filters" data-filters hidden>
  <div class="field wide"><label for="filter-text">{{word_library_search}}</label><input id="filter-text" type="search" data-filter="text" autocomplete="off"></div>
  <div class="field"><label for="filter-status">{{word_library_show}}</label><select id="filter-status" data-filter="status"><option value="">{{word_library_every}}</option><option value="adopted">{{word_library_adopted}}</option><option value="draft">{{word_library_drafts}}</option><option value="superseded">{{word_library_superseded}}</option><option value="overdue">{{word_library_overdue}}</option></select></div>
  <p class="tally" role="status" data-tally></p>
</div>
<nav class="jump" aria-label="{{word_library_initials}}"><ul>{{#initial}}<li><a href="#_{{letter}}">{{letter}}</a> <span class="have">{{count}}</span></li>{{/initial}}</ul></nav>
{{/searchable}}
{{#group}}
{{#letter}}
<h2 class="initial" id="_{{letter}}" data-heading>{{letter}}</h2>
<details class="narrow-fold" data-group>
<summary>{{word_protocols}}: {{count}}</summary>
{{/letter}}
<ul class="shelf{{#letter}} many{{/letter}}">
{{>protocol_entry}}
</ul>
{{#letter}}
</details>
{{/letter}}
{{/group}}
{{#data}}
<section class="data">
<h2>{{word_data}}</h2>
<ul>
<li><a href="data/corpus.json">{{word_data_corpus}} <span>JSON</span></a></li>
<li><a href="data/graph.graphml">{{word_data_graph}} <span>GraphML</span></a></li>
<li><a href="data/graph.dot">{{word_data_graph}} <span>Graphviz</span></a></li>
<li><a href="data/diagnostics.json">{{word_data_diagnostics}} <span>JSON</span></a></li>
</ul>
</section>
{{/data}}
</main>
{{>footer}}
</body>
</html>
