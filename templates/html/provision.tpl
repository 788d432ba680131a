{{%AUTOESCAPE context="HTML"}}
<!DOCTYPE html>
<html lang="{{language}}">
<head>
{{>head}}
</head>
<body class="comparison texts">
{{>header}}
<main id="_main">
<header class="cover">
  <div class="banner">
    <h1>{{heading}}</h1>
    {{#question}}<p class="part">{{question}}</p>
    {{/question}}<p class="part">{{word_councils}}: {{have}} {{word_of}} {{council_count}}. {{word_wordings}}: {{wording_count}}. {{word_topic}}: <a href="{{root}}compare/on-{{topic_id}}.html">{{topic}}</a>.</p>
  </div>
</header>
{{>views}}
{{>ask}}
{{#wording}}
{{#fold}}
<details class="group">
<summary>{{word_further_wordings}}: {{count}}</summary>
{{/fold}}
<section class="provision-texts" id="{{letter}}">
<h2>{{word_head_wording}} {{letter}} <span class="have">{{word_councils}}: {{count}}</span></h2>
<div class="beside-voices">
<div class="version">
<p class="whole">{{#lead_in}}<span class="lead-in">{{lead_in}}</span> {{/lead_in}}{{words}}</p>
{{#compared}}
<details>
<summary>{{word_changed_from_a}}</summary>
<p class="changed">{{#piece}}{{#equal}}{{words}}{{/equal}}{{#deleted}}<del><span class="hidden">{{word_deleted}} </span>{{words}}</del>{{/deleted}}{{#inserted}}<ins><span class="hidden">{{word_inserted}} </span>{{words}}</ins>{{/inserted}}{{#role}}<span class="role-word">{{words}}</span>{{/role}}{{/piece}}</p>
</details>
{{/compared}}
</div>
<div>
{{#voices}}
{{#folded}}
<details class="fold">
<summary>{{#marked}}<span class="mark {{entry_state}}">{{entry_state_words}}</span>: {{/marked}}{{#unmarked}}{{word_councils}}: {{/unmarked}}{{voice_count}}</summary>
{{/folded}}
{{#shown}}
{{#marked}}
<p class="how"><span class="mark {{entry_state}}">{{entry_state_words}}</span></p>
{{/marked}}
{{/shown}}
<ul class="speakers">
{{#speaker}}
<li><a href="{{root}}{{council}}/index.html#{{clause_id}}">{{name}} <span class="number">{{at}}</span></a></li>
{{/speaker}}
</ul>
{{#folded}}
</details>
{{/folded}}
{{/voices}}
</div>
</div>
</section>
{{#end_of_fold}}
</details>
{{/end_of_fold}}
{{/wording}}
{{#by_provision}}
<section class="provision-texts">
<h2>{{word_head_by_provision}} <span class="have">{{word_clauses}}: {{count}}</span></h2>
<p class="note">{{word_by_provision_means}}</p>
<ul class="speakers">
{{#stands}}
<li><a href="{{root}}{{council}}/index.html#{{clause_id}}">{{name}} <span class="number">{{at}}</span></a></li>
{{/stands}}
</ul>
</section>
{{/by_provision}}
{{#elsewhere}}
<section class="provision-texts">
<h2>{{word_head_elsewhere}}</h2>
<ul class="speakers">
{{#stands}}
<li><a href="{{root}}{{council}}/index.html#{{clause_id}}">{{name}} <span class="number">{{at}}</span></a></li>
{{/stands}}
</ul>
</section>
{{/elsewhere}}
{{#other_points}}
<section class="provision-texts">
<h2>{{word_head_other_point}}</h2>
<p class="note">{{word_state_other_point_means}}</p>
<ul class="speakers">
{{#stands}}
<li><a href="{{root}}{{council}}/index.html#{{clause_id}}">{{name}} <span class="number">{{at}}</span></a></li>
{{/stands}}
</ul>
</section>
{{/other_points}}
{{#without}}
<section class="provision-texts">
<h2>{{word_head_none}} <span class="have">{{word_councils}}: {{count}}</span></h2>
<details>
<summary>{{word_show_without}}</summary>
<ul class="speakers">
{{#council}}
<li><a href="{{root}}compare/council/{{id}}/index.html">{{name}}</a></li>
{{/council}}
</ul>
</details>
</section>
{{/without}}
{{#excerpts}}
<section class="provision-texts">
<h2>{{word_head_not_in_excerpt}} <span class="have">{{word_councils}}: {{count}}</span></h2>
<p class="note">{{word_state_not_in_excerpt_means}}</p>
<ul class="speakers">
{{#council}}
<li><a href="{{root}}compare/council/{{id}}/index.html">{{name}}</a></li>
{{/council}}
</ul>
</section>
{{/excerpts}}
</main>
{{>footer}}
</body>
</html>
