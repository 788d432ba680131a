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
<div role="search" class="find" data-find data-index="provisions.js" data-found="{{word_find_found}}" data-nearest="{{word_overview_nearest}}" hidden>
<label for="find-text">{{word_overview_search}}</label>
<input id="find-text" type="search" autocomplete="off" placeholder="{{word_filter_example}}">
<p class="note">{{word_overview_searched}}</p>
<p role="status" data-tally></p>
<ol data-hits></ol>
</div>
<div class="not-made"><p class="note">{{word_overview_not_made}}</p></div>
<section class="gaps">
<h2>{{word_shared_provisions}}, {{word_by_topic}}</h2>
{{#topic}}
<details class="group">
<summary>{{topic_title}} <span class="have">{{shared_count}}</span></summary>
<ul>
{{#provision}}
<li><a href="provision/{{row_id}}.html">{{row_title}}</a>{{#differs}} <span class="mark differs">{{word_state_differs}}</span>{{/differs}} <span class="have">{{have}} {{word_of}} {{council_count}}</span></li>
{{/provision}}
</ul>
<p><a href="on-{{topic_id}}.html">{{word_all_on_topic}}<span class="hidden">: {{topic_title}}</span></a>{{#more}} <span class="have">{{word_and_more}}: {{count}}</span>{{/more}}</p>
</details>
{{/topic}}
</section>
<section class="pictured" id="_councils">
<h2>{{word_by_council}}</h2>
<details class="narrow-fold">
<summary>{{word_councils}}: {{council_count}}</summary>
<ul class="listed">
{{#council}}
<li><a href="council/{{id}}/index.html">{{name}}</a> <span class="have">{{shared_count}} {{word_shared}}, {{alone_count}} {{word_state_alone}}</span></li>
{{/council}}
</ul>
</details>
</section>
<section class="pictured">
<h2>{{word_overview_compared}}</h2>
<p class="note">{{word_overview_about}} {{pair_count}} {{word_of}} {{all_pair_count}} {{word_overview_pairs}}.</p>
<p class="note"><code>concord compare A B</code>: {{word_overview_any_pair}}. <code>concord build --all-pairs</code>: {{word_overview_all_pairs}}. <code>peers:</code>, <code>--councils</code>: {{word_overview_choose}}.</p>
<p class="note"><code>matrix.csv</code>, <code>matrix.xlsx</code>: {{word_overview_lists}}</p>
</section>
</main>
{{>footer}}
</body>
</html>
