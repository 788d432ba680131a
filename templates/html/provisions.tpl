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
  <div class="field wide"><label for="filter-text">{{word_filter_words}}</label><input id="filter-text" type="search" data-filter="text" autocomplete="off" placeholder="{{word_filter_example}}"></div>
  <div class="field"><label for="filter-state">{{word_show}}</label><select id="filter-state" data-filter="show"><option value="">{{word_every_provision}}</option><option value="differs">{{word_head_differs}}</option></select></div>
  <p class="tally" role="status" data-tally></p>
</div>
<div class="tables" role="region" aria-label="{{word_provisions}}" tabindex="0">
<table class="provisions">
<caption class="hidden">{{word_provisions_caption}}</caption>
<thead><tr><th scope="col">{{word_provision}}</th><th scope="col">{{word_councils}}</th><th scope="col">{{word_wordings}}</th></tr></thead>
<tbody>
{{#provision}}
<tr class="provision-row" id="{{row_id}}"{{#differs}} data-differs{{/differs}}><th scope="row"><a href="provision/{{row_id}}.html">{{row_title}}</a>{{#differs}} <span class="mark differs">{{word_state_differs}}</span>{{/differs}}</th><td>{{have}}</td><td>{{wordings}}</td></tr>
{{/provision}}
</tbody>
</table>
</div>
</main>
{{>footer}}
</body>
</html>
