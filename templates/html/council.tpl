{{%AUTOESCAPE context="HTML"}}
<!DOCTYPE html>
<html lang="{{language}}">
<head>
{{>head}}
</head>
<body class="comparison council-page">
{{>header}}
<main id="_main">
<header class="cover">
  <div class="banner">
    <h1>{{heading}}</h1>
    <p class="part">{{>council_peers}}</p>
  </div>
</header>
{{>views}}
<nav class="jump" aria-label="{{word_on_this_page}}"><ul><li><a href="#_peers">{{word_peers}}</a> <span class="have">{{peer_count}}</span></li>{{#states}}<li><a href="#_states">{{word_council_states}}</a> <span class="have">{{count}}</span></li>{{/states}}{{#missing}}<li><a href="#_missing">{{word_view_gaps}}</a> <span class="have">{{count}}</span></li>{{/missing}}{{#alone}}<li><a href="#_alone">{{word_peers_alone}}</a> <span class="have">{{count}}</span></li>{{/alone}}<li><a href="differences.html">{{word_view_differences}}</a> <span class="have">{{certain_count}} {{word_certain_ones}}; {{likely_count}} {{word_likely_ones}}</span></li><li><a href="{{root}}{{id}}/index.html">{{word_the_text}}</a></li></ul></nav>
<section class="pictured" id="_peers">
<h2>{{word_peers}}</h2>
<div class="tables" role="region" aria-label="{{word_peers}}" tabindex="0">
<table class="pairs">
<caption class="hidden">{{name}} {{word_and_peers}}: {{word_council_peers_caption}}</caption>
<thead><tr><th scope="col">{{word_peer}}</th><th scope="col">{{word_provisions_shared}}</th><th scope="col">{{word_alike}}</th><th scope="col">{{word_shared_wording}}</th><th scope="col">{{word_head_identical}}</th><th scope="col">{{word_role_words_only}}</th><th scope="col">{{word_head_reworded}}</th><th scope="col">{{word_head_part}}</th><th scope="col">{{word_head_differs}}</th></tr></thead>
<tbody>
{{#peer_row}}
<tr><th scope="row"><a href="{{root}}compare/council/{{peer_id}}/index.html">{{peer_name}}</a>, <a href="{{root}}compare/{{pair_id}}.html">{{word_beside_it}}<span class="hidden"> {{word_beside_with}} {{peer_name}}</span></a></th><td>{{shared}}</td><td>{{percent}}%</td><td>{{shared_percent}}%</td><td>{{identical}}</td><td>{{vocabulary}}</td><td>{{reworded}}</td><td>{{part}}</td><td>{{differs}}</td></tr>
{{/peer_row}}
</tbody>
</table>
</div>
</section>
<div role="search" class="filters" data-filters hidden>
  <div class="field wide"><label for="filter-text">{{word_filter_words}}</label><input id="filter-text" type="search" data-filter="text" autocomplete="off" placeholder="{{word_filter_example}}"></div>
  <div class="field"><label for="filter-topic">{{word_topic}}</label><select id="filter-topic" data-filter="topic"><option value="">{{word_every_topic}}</option>{{#topic}}<option value="{{topic_id}}">{{topic_title}}</option>{{/topic}}</select></div>
  <div class="field"><label for="filter-state">{{word_show}}</label><select id="filter-state" data-filter="show"><option value="">{{word_every_provision}}</option><option value="differs">{{word_head_differs}}</option></select></div>
  <p class="tally" role="status" data-tally></p>
</div>
{{#states}}
<section class="gaps" id="_states" data-heading>
<h2>{{word_council_states}}: {{count}}</h2>
<p class="note">{{word_council_states_about}}</p>
{{#group}}
<details class="group" data-group data-topic="{{topic_id}}">
<summary>{{topic_title}} <span class="have">{{group_count}}</span></summary>
<p><a href="on-{{topic_id}}.html">{{word_each_peer_on_topic}}<span class="hidden">: {{topic_title}}</span></a></p>
<ul>
{{#provision}}
<li class="provision-row" id="{{row_id}}"{{#differs}} data-differs{{/differs}}><a href="on-{{topic_id}}.html#{{row_id}}">{{row_title}}</a>{{#differs}} <span class="mark differs">{{word_differs}}</span>{{/differs}} <span class="have">{{word_peers}}: {{peers_have}} {{word_of}} {{peer_count}}; {{word_councils}}: {{have}} {{word_of}} {{council_count}}</span></li>
{{/provision}}
</ul>
</details>
{{/group}}
</section>
{{/states}}
{{#excerpt}}<section class="gaps">
<p class="note">{{word_excerpt}}</p>
</section>
{{/excerpt}}{{#missing}}<section class="gaps" id="_missing" data-heading>
<h2>{{word_peers_missing}}: {{count}}</h2>
{{#group}}
<details class="group" data-group data-topic="{{topic_id}}">
<summary>{{topic_title}} <span class="have">{{group_count}}</span></summary>
<ol>
{{#provision}}
<li class="provision-row" id="{{row_id}}">{{#of_several}}<a href="{{root}}compare/provision/{{row_id}}.html">{{row_title}}</a>{{/of_several}}{{#of_one}}{{row_title}}{{/of_one}} <span class="have">{{word_peers}}: {{peers_have}} {{word_of}} {{peer_count}}; {{word_councils}}: {{have}} {{word_of}} {{council_count}}</span>
<p>{{#holder}}<a class="holder" href="{{root}}{{council}}/index.html#{{clause_id}}">{{name}} {{label}}</a>{{#holder_separator}}, {{/holder_separator}}{{/holder}}</p></li>
{{/provision}}
</ol>
</details>
{{/group}}
</section>
{{/missing}}{{#alone}}<section class="gaps" id="_alone" data-heading>
<h2>{{word_peers_alone}}: {{count}}</h2>
{{#group}}
<details class="group" data-group data-topic="{{topic_id}}">
<summary>{{topic_title}} <span class="have">{{group_count}}</span></summary>
<ol>
{{#provision}}
<li class="provision-row" id="{{row_id}}"><a href="{{root}}{{id}}/index.html#{{clause_id}}">{{label}}</a> {{row_title}}</li>
{{/provision}}
</ol>
</details>
{{/group}}
</section>
{{/alone}}
</main>
{{>footer}}
</body>
</html>
