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
    <p class="part">Side by side, in the order of <a href="../{{a_id}}/index.html">{{a_name}}’s text</a>; <a href="../{{b_id}}/index.html">{{b_name}}’s</a> counterparts stand beside it.</p>
  </div>
</header>
{{>views}}
{{#summary}}
<div class="tables" role="region" aria-label="Summary" tabindex="0">
<p class="note">{{percent}} % of their words are in clauses that have a counterpart.</p>
<table class="tally-table">
<caption class="hidden">How the two compare, by numbers of clauses</caption>
<thead><tr><th scope="col">Identical</th><th scope="col">Same but for role words</th><th scope="col">Reworded</th><th scope="col">Part of</th><th scope="col">Differs in effect</th><th scope="col">Only in {{a_name}}</th><th scope="col">Only in {{b_name}}</th></tr></thead>
<tbody><tr><td>{{identical}}</td><td>{{vocabulary}}</td><td>{{reworded}}</td><td>{{part}}</td><td>{{differs}}</td><td>{{only_a}}</td><td>{{only_b}}</td></tr></tbody>
</table>
</div>
{{/summary}}
<div role="search" class="filters" data-filters hidden>
  <div class="field wide"><label for="filter-text">Words</label><input id="filter-text" type="search" data-filter="text" autocomplete="off" placeholder="such as: criticise in public"></div>
  <p class="tally" role="status" data-tally></p>
</div>
<p class="switch"><label><input type="checkbox" id="mute-roles"> Mute other words for the same role</label> <span class="legend"><del>only in {{a_name}}</del> <ins>only in {{b_name}}</ins> <span class="role-word">another word for the same role</span></span></p>
<div class="pairings">
<div class="pairing head" aria-hidden="true"><p class="side">{{a_name}}</p><p class="side">{{b_name}}</p></div>
{{#block}}
{{#section_heading}}
<h2 data-heading>{{section_heading}}</h2>
{{/section_heading}}
{{#pairing}}
<div class="pairing provision-row{{#only_left}} only{{/only_left}}{{#only_right}} only{{/only_right}}">
<div class="side">
{{#left_text}}
<div id="{{anchor}}">
<p class="how"><a href="../{{a_id}}/index.html#{{clause_id}}"><span class="hidden">{{a_name}} </span><span class="number">{{at}}</span></a>{{#only_left}} <span class="mark alone">only in {{a_name}}</span>{{/only_left}}</p>
<p class="words">{{#piece}}{{#equal}}{{words}}{{/equal}}{{#deleted}}<del><span class="hidden">only in {{a_name}}: </span>{{words}}</del>{{/deleted}}{{#role}}<span class="role-word">{{words}}</span>{{/role}}{{/piece}}</p>
</div>
{{/left_text}}
</div>
<div class="side">
{{#right_text}}
<div{{#anchor}} id="{{anchor}}"{{/anchor}}>
<p class="how"><a href="../{{b_id}}/index.html#{{clause_id}}"><span class="hidden">{{b_name}} </span><span class="number">{{at}}</span></a>{{#relation}} <span class="mark {{relation}}">{{relation_words}}</span>{{/relation}}{{#moved}} <span class="mark moved">different position</span>{{/moved}}{{#only_right}} <span class="mark alone">only in {{b_name}}</span>{{/only_right}}</p>
<p class="words">{{#piece}}{{#equal}}{{words}}{{/equal}}{{#inserted}}<ins><span class="hidden">only in {{b_name}}: </span>{{words}}</ins>{{/inserted}}{{#role}}<span class="role-word">{{words}}</span>{{/role}}{{/piece}}</p>
{{#effect_differs}}
<ul class="effects">
{{#effect}}
<li><span class="mark {{certainty}}">{{kind_words}}</span> {{#a_words}}“{{a_words}}”{{/a_words}}{{#a_silent}}<span class="against">{{a_name}} silent,</span>{{/a_silent}} {{#b_words}}{{#a_words}}<span class="against">against</span> {{/a_words}}“{{b_words}}”{{/b_words}}{{#b_silent}}<span class="against">{{b_name}} silent</span>{{/b_silent}}</li>
{{/effect}}
</ul>
{{/effect_differs}}
</div>
{{/right_text}}
</div>
</div>
{{/pairing}}
{{/block}}
</div>
</main>
{{>footer}}
</body>
</html>
