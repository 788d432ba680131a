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
<nav class="jump" aria-label="{{word_near_page}}"><ul><li><a href="index.html">{{name}} {{word_and_peers}}</a></li><li><a href="differences.html">{{word_view_differences}}</a></li><li><a href="{{root}}compare/on-{{topic_id}}.html">{{word_all_on_topic}}</a></li></ul></nav>
<div class="pictured">
<p class="note">{{word_council_topic_about}}</p>
</div>
<div role="search" class="filters" data-filters hidden>
  <div class="field wide"><label for="filter-text">{{word_filter_words}}</label><input id="filter-text" type="search" data-filter="text" autocomplete="off" placeholder="{{word_filter_example}}"></div>
  <div class="field"><label for="filter-state">{{word_show}}</label><select id="filter-state" data-filter="show"><option value="">{{word_every_provision}}</option><option value="differs">{{word_head_differs}}</option></select></div>
  <p class="tally" role="status" data-tally></p>
</div>
<div class="matrix" role="region" aria-label="{{word_provisions}}: {{name}} {{word_and_peers}}" tabindex="0">
<table>
<caption class="hidden">{{word_council_topic_caption}}</caption>
<thead>
<tr><th scope="col">{{word_provision}}</th>{{#column}}<th scope="col"><a href="{{root}}compare/council/{{id}}/index.html">{{name}}</a></th>{{/column}}</tr>
</thead>
<tbody>
{{#provision}}
<tr class="provision-row" id="{{row_id}}"{{#differs}} data-differs{{/differs}}>
<th scope="row"><a href="{{root}}compare/provision/{{row_id}}.html">{{row_title}}</a> <span class="have">{{have}} {{word_of}} {{council_count}}</span></th>
{{#cell}}
<td class="{{state}}" data-name="{{name}}">{{#clauses}} <a href="{{root}}{{council}}/index.html#{{clause_id}}">{{at}}{{#words}} {{words}}{{/words}}</a> <span class="mark {{entry_state}}">{{entry_state_words}}{{#lettered}} ({{letter}}){{/lettered}}</span>{{/clauses}}{{#refers}} <span class="opening">{{label}}</span> <span class="mark {{state}}">{{refers_words}}</span>{{/refers}}{{#nothing}} <span class="mark none">{{nothing_words}}</span>{{/nothing}}</td>
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
