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
<nav class="jump" aria-label="Near this page"><ul><li><a href="index.html">{{name}} and its peers</a></li><li><a href="differences.html">Where the effect differs</a></li><li><a href="{{root}}compare/on-{{topic_id}}.html">All councils on this topic</a></li></ul></nav>
<div class="pictured">
<p class="note">How each of the peers stands to what {{name}} states, by the wording that most councils have (A); the letter behind is a council’s own wording. A provision’s page has every council’s words.</p>
</div>
<div role="search" class="filters" data-filters hidden>
  <div class="field wide"><label for="filter-text">Words</label><input id="filter-text" type="search" data-filter="text" autocomplete="off" placeholder="such as: party group meetings"></div>
  <div class="field"><label for="filter-state">Show</label><select id="filter-state" data-filter="show"><option value="">All provisions</option><option value="differs">Differs in effect</option></select></div>
  <p class="tally" role="status" data-tally></p>
</div>
<div class="matrix" role="region" aria-label="Provisions of {{name}} and its peers" tabindex="0">
<table>
<caption>Provisions of {{name}} on this topic, and how its peers stand to them</caption>
<thead>
<tr><th scope="col">Provision</th>{{#column}}<th scope="col"><a href="{{root}}compare/council/{{id}}/index.html">{{name}}</a></th>{{/column}}</tr>
</thead>
<tbody>
{{#provision}}
<tr class="provision-row" id="{{row_id}}"{{#differs}} data-differs{{/differs}}>
<th scope="row"><a href="{{root}}compare/provision/{{row_id}}.html">{{row_title}}</a> <span class="have">{{have}} of {{council_count}}</span></th>
{{#cell}}
<td class="{{state}}" data-name="{{name}}">{{#clauses}} <a href="{{root}}{{council}}/index.html#{{clause_id}}">{{at}}{{#words}} {{words}}{{/words}}</a> <span class="mark {{entry_state}}">{{entry_state_words}}{{#lettered}} ({{letter}}){{/lettered}}</span>{{/clauses}}{{#refers}} <span class="opening">{{label}}</span> <span class="mark {{state}}">{{refers_words}}</span>{{/refers}}{{#nothing}} <span class="mark none">{{word_state_none}}</span>{{/nothing}}</td>
{{/cell}}
</tr>
{{/provision}}
</tbody>
</table>
</div>
</main>
{{>footer}}
</body>
</html>
