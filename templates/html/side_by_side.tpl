{{%AUTOESCAPE context="HTML"}}
<!DOCTYPE html>
<html lang="{{language}}">
<head>
{{>head}}
</head>
<body class="comparison pair">
{{>header}}
<main id="_main">
<header class="cover">
  <div class="banner">
    <h1>{{heading}}</h1>
    <p class="part">{{word_side_order}}<a href="../{{a_id}}/index.html">{{a_name}}{{word_side_first}}</a>{{word_side_between}}<a href="../{{b_id}}/index.html">{{b_name}}{{word_side_second}}</a>{{word_side_after}}</p>
  </div>
</header>
{{>views}}
{{#summary}}
<section class="pictured" aria-label="{{word_side_summary}}">
<p class="note">{{percent}}{{word_side_share}}</p>
<dl class="numbers" aria-label="{{word_side_numbers}}">
<div><dt>{{word_head_identical}}</dt><dd>{{identical}}</dd></div>
<div><dt>{{word_head_vocabulary}}</dt><dd>{{vocabulary}}</dd></div>
<div><dt>{{word_head_reworded}}</dt><dd>{{reworded}}</dd></div>
<div><dt>{{word_head_part}}</dt><dd>{{part}}</dd></div>
<div><dt>{{word_head_differs}}</dt><dd>{{differs}}</dd></div>
<div><dt>{{a_name}}: {{word_state_none}}</dt><dd>{{only_a}}</dd></div>
<div><dt>{{b_name}}: {{word_state_none}}</dt><dd>{{only_b}}</dd></div>
</dl>
</section>
{{/summary}}
<div role="search" class="filters" data-filters hidden>
  <div class="field wide"><label for="filter-text">{{word_filter_words}}</label><input id="filter-text" type="search" data-filter="text" autocomplete="off" placeholder="{{word_side_example}}"></div>
  <p class="tally" role="status" data-tally></p>
</div>
<p class="switch"><label><input type="checkbox" id="mute-roles"> {{word_mute_roles}}</label> <span class="legend"><del>{{word_only_in}} {{a_name}}</del> <ins>{{word_only_in}} {{b_name}}</ins> <span class="role-word">{{word_other_role_word}}</span></span></p>
<div class="pairings">
<div class="pairing head" aria-hidden="true"><p class="side">{{a_name}}</p><p class="side">{{b_name}}</p></div>
{{#part}}
{{#section_heading}}
<h2 data-heading>{{section_heading}}</h2>
{{/section_heading}}
<details class="narrow-fold" data-group>
<summary>{{word_clauses}}: {{count}}{{#differing}}, <span class="mark differs">{{word_state_differs}}</span>: {{differing}}{{/differing}}</summary>
{{#pairing}}
{{#fold}}<details class="unchanged" data-group>
<summary><span class="number">{{a_at}}</span>, {{#b_side}}<span class="number">{{b_at}}</span>{{#b_side_separator}}, {{/b_side_separator}}{{/b_side}} <span class="mark identical">{{word_relation_identical}}</span> {{first_words}}{{#goes_on}} …{{/goes_on}}</summary>
{{/fold}}<div class="pairing provision-row{{#only_left}} only{{/only_left}}{{#only_right}} only{{/only_right}}">
<div class="side">
{{#left_text}}
<div id="{{anchor}}">
<p class="how"><a href="../{{a_id}}/index.html#{{clause_id}}"><span class="hidden whose">{{a_name}} </span><span class="number">{{at}}</span></a>{{#only_left}} <span class="mark alone">{{word_state_none}}</span>{{/only_left}}</p>
<p class="words">{{#piece}}{{#equal}}{{words}}{{/equal}}{{#deleted}}<del><span class="hidden">{{word_only_in}} {{a_name}}: </span>{{words}}</del>{{/deleted}}{{#role}}<span class="role-word">{{words}}</span>{{/role}}{{/piece}}</p>
{{>decision}}</div>
{{/left_text}}
</div>
<div class="side">
{{#right_text}}
<div{{#anchor}} id="{{anchor}}"{{/anchor}}>
<p class="how"><a href="../{{b_id}}/index.html#{{clause_id}}"><span class="hidden whose">{{b_name}} </span><span class="number">{{at}}</span></a>{{#relation}} <span class="mark {{relation}}">{{relation_words}}</span>{{/relation}}{{#moved}} <span class="mark moved">{{word_different_position}}</span>{{/moved}}{{#only_right}} <span class="mark alone">{{word_state_none}}</span>{{/only_right}}</p>
<p class="words">{{#piece}}{{#equal}}{{words}}{{/equal}}{{#inserted}}<ins><span class="hidden">{{word_only_in}} {{b_name}}: </span>{{words}}</ins>{{/inserted}}{{#role}}<span class="role-word">{{words}}</span>{{/role}}{{/piece}}</p>
{{#effect_differs}}
<ul class="effects">
{{#effect}}
<li><span class="mark {{certainty}}">{{#certain}}{{word_state_differs}}{{/certain}}{{#likely}}{{word_state_may_differ}}{{/likely}}</span>: {{kind_words}} – {{#a_words}}“{{a_words}}”{{/a_words}}{{#a_silent}}<span class="against">{{a_name}}: {{word_silent}};</span>{{/a_silent}} {{#b_words}}{{#a_words}}<span class="against">{{word_against}}</span> {{/a_words}}“{{b_words}}”{{/b_words}}{{#b_silent}}<span class="against">{{b_name}}: {{word_silent}}</span>{{/b_silent}}</li>
{{/effect}}
</ul>
{{/effect_differs}}
{{>decision}}</div>
{{/right_text}}
</div>
</div>
{{#end_of_fold}}</details>
{{/end_of_fold}}{{/pairing}}
</details>
{{/part}}
</div>
</main>
{{>footer}}
</body>
</html>
