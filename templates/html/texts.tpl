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
    <p class="part">{{word_texts_about}}</p>
  </div>
</header>
{{>views}}
<div role="search" class="filters" data-filters hidden>
  <div class="field wide"><label for="filter-text">{{word_filter_words}}</label><input id="filter-text" type="search" data-filter="text" autocomplete="off" placeholder="{{word_filter_example}}"></div>
  <div class="field"><label for="filter-state">{{word_show}}</label><select id="filter-state" data-filter="show"><option value="">{{word_every_provision}}</option><option value="differs">{{word_state_differs}}</option><option value="may-differ">{{word_state_may_differ}}</option><option value="shared">{{word_two_have}}</option><option value="one">{{word_one_has}}</option></select></div>
  <p class="tally" role="status" data-tally></p>
</div>
<div class="filters baseline" data-baseline-chooser hidden>
  <div class="field"><label for="baseline">{{word_changed_from}}</label><select id="baseline"><option value="">{{word_plain_texts}}</option>{{#council_choice}}<option value="{{id}}">{{name}}</option>{{/council_choice}}</select></div>
  <p class="legend"><del>{{word_only_there}}</del> <ins>{{word_only_here}}</ins> <span class="role-word">{{word_other_role_word}}</span></p>
</div>
{{#provision}}
<section class="provision-texts provision-row" id="{{row_id}}" data-have="{{have}}"{{#differs}} data-differs{{/differs}}{{#may_differ}} data-may-differ{{/may_differ}}>
{{#question}}<h2>{{question}}</h2>
<p class="answer">{{row_title}}.</p>
{{/question}}{{#unasked}}<h2>{{row_title}}</h2>
{{/unasked}}<p class="facts-line">{{have}} {{word_of}} {{council_count}} {{word_of_councils}}{{#through_others}}, {{word_through_others}}: {{through_others}}{{/through_others}}{{#by_provision}}, {{word_by_provision}}: {{by_provision}}{{/by_provision}}{{#several}}{{#one_wording}}, {{word_one_wording}}{{/one_wording}}{{/several}}{{#differs}}, <span class="mark differs">{{word_state_differs}}</span>{{/differs}}{{#may_differ}}, <span class="mark may-differ">{{word_state_may_differ}}</span>{{/may_differ}}{{#provisional}} <span class="provisional">{{word_id_may_change}}</span>{{/provisional}}</p>
<details class="narrow-fold" data-group>
<summary>{{word_what_each_says}}</summary>
<div class="versions-of">
{{#version}}
<article class="version {{entry_state}}"{{#first}} id="{{row_id}}-{{council}}"{{/first}}>
<h3><a href="../{{council}}/index.html#{{clause_id}}">{{name}} <span class="number">{{at}}</span></a></h3>
{{#stated}}<p class="how"><span class="mark {{entry_state}}">{{#alone}}{{word_state_alone}}{{/alone}}{{#state_words}}{{state_words}}{{/state_words}}</span> <span class="letter"><span class="hidden">{{word_wording}} </span>{{letter}}</span>{{#is_through_others}} <span class="basis">{{word_through_others}}</span>{{/is_through_others}}{{#is_by_provision}} <span class="basis">{{word_by_provision}}</span>{{/is_by_provision}}</p>
{{/stated}}<p class="whole" data-passage>{{words}}</p>
{{#against}}
<p class="changed" data-against="{{other}}" hidden>{{#too_different}}<span class="note">{{word_too_different}}</span> {{words}}{{/too_different}}{{#piece}}{{#equal}}{{words}}{{/equal}}{{#deleted}}<del><span class="hidden">{{word_deleted}} </span>{{words}}</del>{{/deleted}}{{#inserted}}<ins><span class="hidden">{{word_inserted}} </span>{{words}}</ins>{{/inserted}}{{#role}}<span class="role-word">{{words}}</span>{{/role}}{{/piece}}</p>
{{/against}}
</article>
{{/version}}
</div>
{{#has_differences}}<ul class="row-differences">
{{#difference}}<li>{{#grade}}<span class="mark {{certainty}}">{{#certain}}{{word_state_differs}}{{/certain}}{{#likely}}{{word_state_may_differ}}{{/likely}}</span>{{#between}} ({{between}}){{/between}}{{#grade_separator}}, {{/grade_separator}}{{/grade}}: {{kind_words}} – {{#position}}<span class="position">{{#position_words}}“{{position_words}}”{{/position_words}}{{#silent}}{{word_silent}}{{/silent}}: {{#stated}}<a href="../{{council}}/index.html#{{clause_id}}">{{name}} {{at}}</a>{{#stated_separator}}, {{/stated_separator}}{{/stated}}</span>{{#position_separator}}; {{/position_separator}}{{/position}}</li>
{{/difference}}</ul>
{{/has_differences}}{{>decision}}{{#refers}}<p class="note"><span class="mark {{refers_state}}">{{refers_words}}</span> <a href="../{{council}}/index.html#{{clause_id}}">{{name}} {{at}}</a></p>
{{/refers}}{{#has_missing}}<ul class="missing">
{{#missing}}<li><span class="mark none">{{nothing_words}}</span> {{name}}{{#nearest}} <a href="../{{near_council}}/index.html#{{near_clause}}">{{word_nearest}}: {{near_at}}, {{#much}}{{word_near_much}}{{/much}}{{#some}}{{word_near_some}}{{/some}}{{#little}}{{word_near_little}}{{/little}}</a>{{/nearest}}</li>
{{/missing}}</ul>
{{/has_missing}}</details>
</section>
{{/provision}}
</main>
{{>footer}}
</body>
</html>
