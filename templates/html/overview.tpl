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
    <p class="part">{{word_councils_compared}}: {{council_count}}. {{word_shared_provisions}}: {{provisions_count}}. {{word_alone_provisions}}: {{alone_count}}.</p>
  </div>
</header>
{{>views}}
<section class="pictured">
<h2>{{word_overview_compared}}</h2>
<p class="note">{{word_overview_about}} {{pair_count}} {{word_of}} {{all_pair_count}} {{word_overview_pairs}}.</p>
<p class="note"><code>concord compare A B</code>: {{word_overview_any_pair}}. <code>concord build --all-pairs</code>: {{word_overview_all_pairs}}. <code>peers:</code>, <code>--councils</code>: {{word_overview_choose}}.</p>
<p class="note"><code>matrix.csv</code>, <code>matrix.xlsx</code>: {{word_overview_lists}}</p>
</section>
<section class="pictured">
<h2>{{word_shared_provisions}}, {{word_by_topic}}</h2>
<ul class="columns">
{{#topic}}
<li><a href="on-{{topic_id}}.html">{{topic_title}}</a> <span class="have">{{shared_count}}</span></li>
{{/topic}}
</ul>
</section>
<section class="pictured" id="_councils">
<h2>{{word_by_council}}</h2>
<div role="search" class="filters" data-filters hidden>
  <div class="field wide"><label for="filter-text">{{word_council}}</label><input id="filter-text" type="search" data-filter="text" autocomplete="off"></div>
  <p class="tally" role="status" data-tally></p>
</div>
<ul class="columns">
{{#council}}
<li class="provision-row"><a href="council/{{id}}/index.html">{{name}}</a> <span class="have">{{shared_count}} {{word_shared}}, {{alone_count}} {{word_state_alone}}</span></li>
{{/council}}
</ul>
</section>
</main>
{{>footer}}
</body>
</html>
