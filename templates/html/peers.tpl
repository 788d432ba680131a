{{%AUTOESCAPE context="HTML"}}
<!DOCTYPE html>
<html lang="{{language}}">
<head>
<meta charset="utf-8">
{{! the page is one file that can be sent on: its style stands in it }}
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<meta name="description" content="{{described}}">
<title>{{page_title}}</title>
<style>
{{styles:none}}
</style>
</head>
<body class="peers">
<a class="skip" href="#_main">{{word_skip}}</a>
<main id="_main">
<header class="cover">
  <div class="banner">
    {{#council}}<p class="council">{{council}}</p>{{/council}}
    <h1>{{word_paper_peers}}</h1>
    <p class="part">{{described}}</p>
  </div>
</header>
<div class="text">
<p class="key">{{word_peers_key}} <mark class="own">{{word_peers_marked}}</mark>.</p>
{{#choice}}
<section class="choice" aria-labelledby="choice-{{index}}">
<h2 id="choice-{{index}}">{{name}} {{label}}</h2>
{{#provision}}
<p class="provision-title"><strong>{{title}}</strong>{{#question}}. {{question}}{{/question}}</p>
{{/provision}}
<blockquote class="chosen"><p>{{#lead_in}}<span class="lead-in">{{lead_in}}</span> {{/lead_in}}{{text}}</p></blockquote>
<details class="narrow-fold">
<summary>{{fold_line}}</summary>
{{#peer}}
<h3>{{name}}</h3>
{{#clause}}
<div class="peer">
<p class="at">{{label}}{{#relation}}: {{relation}}{{/relation}}</p>
<blockquote><p>{{#lead_in}}<span class="lead-in">{{lead_in}}</span> {{/lead_in}}{{#piece}}{{#own}}<mark class="own">{{own}}</mark>{{/own}}{{#shared}}{{shared}}{{/shared}}{{/piece}}</p></blockquote>
{{#any_effects}}
<ul class="effects">
{{#effect}}
<li><strong>{{word_head_differs}}: {{kind}}.</strong> {{mine}}; {{theirs}}.</li>
{{/effect}}
</ul>
{{/any_effects}}
{{#decided}}
<p class="decided">{{word_decided}} {{decided}}</p>
{{/decided}}
</div>
{{/clause}}
{{/peer}}
{{#elsewhere}}
<p class="none">{{word_peers_elsewhere}}: {{elsewhere}}.</p>
{{/elsewhere}}
{{#without}}
<p class="none">{{word_peers_none}}: {{without}}.</p>
{{/without}}
{{#excerpts}}
<p class="none">{{word_peers_excerpts}}: {{excerpts}}.</p>
{{/excerpts}}
</details>
</section>
{{/choice}}
<footer class="made">
{{#caveat}}
<p>{{text}}</p>
{{/caveat}}
<p>{{stamp}}</p>
</footer>
</div>
</main>
</body>
</html>
