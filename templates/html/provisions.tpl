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
    <p class="part">{{word_councils_compared}}: {{council_count}}. {{word_shared_provisions}}: {{shared_count}}.{{#has_alone}} {{word_alone_provisions}}: {{alone_count}}, <a href="index.html#_councils">{{word_alone_listed}}</a>.{{/has_alone}}</p>
  </div>
</header>
{{>views}}
<div role="search" class="filters" data-filters hidden>
  <div class="field wide"><label for="filter-text">Words</label><input id="filter-text" type="search" data-filter="text" autocomplete="off" placeholder="such as: party group meetings"></div>
  <div class="field"><label for="filter-state">Show</label><select id="filter-state" data-filter="show"><option value="">All provisions</option><option value="differs">Differs in effect</option></select></div>
  <p class="tally" role="status" data-tally></p>
</div>
<div class="tables" role="region" aria-label="Provisions" tabindex="0">
<table class="provisions">
<caption class="hidden">Provisions on this topic, those that most councils have first</caption>
<thead><tr><th scope="col">Provision</th><th scope="col">Councils</th><th scope="col">Wordings</th></tr></thead>
<tbody>
{{#provision}}
<tr class="provision-row" id="{{row_id}}"{{#differs}} data-differs{{/differs}}><th scope="row"><a href="provision/{{row_id}}.html">{{row_title}}</a>{{#differs}} <span class="mark differs">differs in effect</span>{{/differs}}</th><td>{{have}}</td><td>{{wordings}}</td></tr>
{{/provision}}
</tbody>
</table>
</div>
</main>
{{>footer}}
</body>
</html>
