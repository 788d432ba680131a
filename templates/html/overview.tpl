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
<h2>What was compared</h2>
<p class="note">Every clause of every council was compared, and each provision’s page has all councils that state it. Links, differences and pages of two councils side by side were made for each council and its peers: {{pair_count}} of {{all_pair_count}} pairs. <code>concord compare A B</code> shows any other; <code>concord build --all-pairs</code> makes all of them; <code>peers:</code> in a text’s front matter, or <code>--councils</code>, chooses the peers.</p>
<p class="note">The lists <code>matrix.csv</code> and <code>matrix.xlsx</code>, where they were made, have a line for each council that states a provision: of a council without a line, no counterpart was found.</p>
</section>
<section class="pictured">
<h2>{{word_shared_provisions}}, by topic</h2>
<ul class="columns">
{{#topic}}
<li><a href="on-{{topic_id}}.html">{{topic_title}}</a> <span class="have">{{shared_count}}</span></li>
{{/topic}}
</ul>
</section>
<section class="pictured" id="_councils">
<h2>By council</h2>
<div role="search" class="filters" data-filters hidden>
  <div class="field wide"><label for="filter-text">Council</label><input id="filter-text" type="search" data-filter="text" autocomplete="off"></div>
  <p class="tally" role="status" data-tally></p>
</div>
<ul class="columns">
{{#council}}
<li class="provision-row"><a href="council/{{id}}/index.html">{{name}}</a> <span class="have">{{shared_count}} shared, {{alone_count}} {{word_state_alone}}</span></li>
{{/council}}
</ul>
</section>
</main>
{{>footer}}
</body>
</html>
