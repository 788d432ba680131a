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
    <p class="part">{{word_matrix_provisions}}: {{provisions_count}}. {{word_protocols}}: {{council_count}}. {{word_matrix_about}}</p>
  </div>
</header>
{{>views}}
<div role="search" class="filters" data-filters hidden>
  <div class="field wide"><label for="filter-text">{{word_filter_words}}</label><input id="filter-text" type="search" data-filter="text" autocomplete="off" placeholder="{{word_filter_example}}"></div>
  <div class="field"><label for="filter-topic">{{word_topic}}</label><select id="filter-topic" data-filter="topic"><option value="">{{word_every_topic}}</option>{{#topic}}<option value="{{topic_id}}">{{topic_title}}</option>{{/topic}}</select></div>
  <div class="field"><label for="filter-state">{{word_show}}</label><select id="filter-state" data-filter="show"><option value="">{{word_every_provision}}</option><option value="differs">{{word_head_differs}} ({{differs_count}})</option><option value="may-differ">{{word_head_may_differ}} ({{may_differ_count}})</option><option value="shared">{{word_two_have}} ({{shared_count}})</option><option value="one">{{word_one_has}} ({{one_count}})</option>{{#lacking_choice}}<option value="missing-{{id}}">{{word_none_in}} {{name}} ({{count}})</option>{{/lacking_choice}}</select></div>
  <fieldset class="field"><legend>{{word_councils}}</legend>{{#council_choice}}<label><input type="checkbox" data-column="{{id}}" checked> {{name}}</label>{{/council_choice}}</fieldset>
  <div class="beside-each-other" data-beside>
    <div class="field"><label for="beside-one">{{word_side_by_side}}</label><select id="beside-one">{{#council_choice}}<option value="{{id}}">{{name}}</option>{{/council_choice}}</select></div>
    <div class="field"><label for="beside-two">{{word_and}}</label><select id="beside-two"><option value="">{{word_choose}}</option>{{#council_choice}}<option value="{{id}}">{{name}}</option>{{/council_choice}}</select></div>
    <a hidden>{{word_read_both}}</a>
  </div>
  <p class="tally" role="status" data-tally></p>
</div>
<details class="key">
<summary>{{word_cells_say}}</summary>
<dl>
{{#key_state}}<div><dt><span class="mark {{state}}">{{state_words}}</span></dt><dd>{{meaning}}</dd></div>
{{/key_state}}<div><dt><span class="mark alone">{{word_state_alone}}</span></dt><dd>{{word_state_alone_means}}</dd></div>
</dl>
<p>{{word_provisional_about}}</p>
<p>{{word_letters_about}}</p>
<p>{{word_basis_about}}</p>
</details>
<div class="matrix" role="region" aria-label="{{word_matrix_of}}" tabindex="0">
<table>
<caption class="hidden">{{word_matrix_caption}}</caption>
<thead>
<tr><th scope="col">{{word_provision}}</th>{{#council_choice}}<th scope="col" data-council="{{id}}"><a href="../{{id}}/index.html">{{name}}</a></th>{{/council_choice}}</tr>
</thead>
{{#topic}}
<tbody data-topic="{{topic_id}}" id="_on-{{topic_id}}">
<tr class="topic" data-heading><th colspan="{{columns}}" scope="rowgroup"><a href="on-{{topic_id}}.html">{{topic_title}}</a> <a class="unfold" href="#_on-{{topic_id}}">{{word_provisions}}: {{topic_count}}<span class="hidden"> ({{topic_title}})</span></a></th></tr>
{{#provision}}
<tr class="provision-row" id="{{row_id}}" data-have="{{have}}" data-has="{{has}}" data-lacks="{{lacks}}"{{#differs}} data-differs{{/differs}}{{#may_differ}} data-may-differ{{/may_differ}}>
<th scope="row"><a href="on-{{topic_id}}.html#{{row_id}}">{{row_title}}</a> <span class="have">{{have}} {{word_of}} {{council_count}}{{#through_others}}; {{word_through_others}}: {{through_others}}{{/through_others}}{{#by_provision}}; {{word_by_provision}}: {{by_provision}}{{/by_provision}}</span></th>
{{#cell}}
<td class="{{state}}" data-council="{{council}}"><span class="council-name">{{name}}</span>{{#clauses}} <a class="opening" href="on-{{topic_id}}.html#{{row_id}}-{{council}}"><span class="number">{{at}}</span> <span data-said{{#before}} data-before="{{before}}"{{/before}}{{#after}} data-after="{{after}}"{{/after}}>{{#before}}… {{/before}}{{words}}{{#cut}} …{{/cut}}</span></a> {{#stated}}<span class="mark {{entry_state}}">{{#alone}}{{word_state_alone}}{{/alone}}{{#state_words}}{{state_words}}{{/state_words}}</span>{{/stated}}{{#lettered}} <span class="letter"><span class="hidden">{{word_wording}} </span>{{letter}}</span>{{/lettered}}{{#decided}} <span class="mark decided">{{word_decided_mark}}</span>{{/decided}}{{/clauses}}{{#refers}} <a class="opening" href="../{{council}}/index.html#{{clause_id}}"><span class="number">{{at}}</span></a> <span class="mark {{state}}">{{refers_words}}</span>{{/refers}}{{#nothing}} <span class="mark none">{{nothing_words}}</span>{{#nearest}} <a class="nearest" href="../{{near_council}}/index.html#{{near_clause}}">{{word_nearest}}: {{near_at}}, {{#much}}{{word_near_much}}{{/much}}{{#some}}{{word_near_some}}{{/some}}{{#little}}{{word_near_little}}{{/little}}</a>{{/nearest}}{{/nothing}}</td>
{{/cell}}
</tr>
{{/provision}}
</tbody>
{{/topic}}
</table>
</div>
</main>
{{>footer}}
</body>
</html>
