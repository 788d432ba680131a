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
<nav class="jump" aria-label="On this page"><ul><li><a href="#_peers">Peers</a> <span class="have">{{peer_count}}</span></li><li><a href="#_states">What it states</a> <span class="have">{{states_count}}</span></li><li><a href="#_missing">{{word_view_gaps}}</a> <span class="have">{{missing_count}}</span></li><li><a href="#_alone">{{word_state_alone}}</a> <span class="have">{{alone_count}}</span></li><li><a href="differences.html">{{word_view_differences}}</a> <span class="have">{{difference_count}}</span></li><li><a href="{{root}}{{id}}/index.html">The text</a></li></ul></nav>
<section class="pictured" id="_peers">
<h2>Peers</h2>
<div class="tables" role="region" aria-label="Peers" tabindex="0">
<table class="pairs">
<caption class="hidden">{{name}} and each of its peers, and how their clauses compare</caption>
<thead><tr><th scope="col">Peer</th><th scope="col">Provisions shared</th><th scope="col">Alike</th><th scope="col">Shared wording</th><th scope="col">Identical</th><th scope="col">Role words only</th><th scope="col">Reworded</th><th scope="col">Part of</th><th scope="col">Differs in effect</th></tr></thead>
<tbody>
{{#peer_row}}
<tr><th scope="row"><a href="{{root}}compare/council/{{peer_id}}/index.html">{{peer_name}}</a>, <a href="{{root}}compare/{{pair_id}}.html">side by side<span class="hidden"> with {{peer_name}}</span></a></th><td>{{shared}}</td><td>{{percent}} %</td><td>{{shared_percent}} %</td><td>{{identical}}</td><td>{{vocabulary}}</td><td>{{reworded}}</td><td>{{part}}</td><td>{{differs}}</td></tr>
{{/peer_row}}
</tbody>
</table>
</div>
</section>
<section class="pictured" id="_states">
<h2>What it states</h2>
<p class="note">Provisions that {{name}} shares with another council. A topic’s page shows how each of its peers stands to them.</p>
</section>
<div role="search" class="filters" data-filters hidden>
  <div class="field wide"><label for="filter-text">Words</label><input id="filter-text" type="search" data-filter="text" autocomplete="off" placeholder="such as: party group meetings"></div>
  <div class="field"><label for="filter-topic">Topic</label><select id="filter-topic" data-filter="topic"><option value="">All topics</option>{{#topic}}<option value="{{topic_id}}">{{topic_title}}</option>{{/topic}}</select></div>
  <div class="field"><label for="filter-state">Show</label><select id="filter-state" data-filter="show"><option value="">All provisions</option><option value="differs">Differs in effect</option></select></div>
  <p class="tally" role="status" data-tally></p>
</div>
<div class="tables" role="region" aria-label="Provisions of {{name}}" tabindex="0">
<table class="provisions">
<caption class="hidden">Provisions of {{name}} by topic, and how many other councils have each</caption>
<thead><tr><th scope="col">Provision</th><th scope="col">Peers, of {{peer_count}}</th><th scope="col">Councils, of {{council_count}}</th></tr></thead>
{{#topic}}
<tbody data-topic="{{topic_id}}">
<tr class="topic" data-heading><th colspan="3" scope="rowgroup"><a href="on-{{topic_id}}.html">{{topic_title}}</a></th></tr>
{{#provision}}
<tr class="provision-row" id="{{row_id}}"{{#differs}} data-differs{{/differs}}><th scope="row"><a href="on-{{topic_id}}.html#{{row_id}}">{{row_title}}</a>{{#differs}} <span class="mark differs">differs in effect</span>{{/differs}}</th><td>{{peers_have}}</td><td>{{have}}</td></tr>
{{/provision}}
</tbody>
{{/topic}}
</table>
</div>
<section class="gaps" id="_missing">
<h2>{{word_peers_missing}}: {{missing_count}}</h2>
{{#excerpt}}<p class="note">{{word_excerpt}}</p>
{{/excerpt}}<ol>
{{#missing}}
<li id="{{row_id}}">{{#shared}}<a href="{{root}}compare/provision/{{row_id}}.html">{{row_title}}</a>{{/shared}}{{#of_one}}{{row_title}}{{/of_one}} <span class="have">{{peers_have}} of {{peer_count}} peers, {{have}} of all {{council_count}}</span>
<p>{{#holder}}<a class="holder" href="{{root}}{{council}}/index.html#{{clause_id}}">{{name}} {{label}}</a>{{#holder_separator}}, {{/holder_separator}}{{/holder}}</p></li>
{{/missing}}
</ol>
</section>
<section class="gaps" id="_alone">
<h2>{{word_peers_alone}}: {{alone_count}}</h2>
<ol>
{{#alone}}
<li id="{{row_id}}"><a href="{{root}}{{id}}/index.html#{{clause_id}}">{{label}}</a> {{row_title}}</li>
{{/alone}}
</ol>
</section>
</main>
{{>footer}}
</body>
</html>
