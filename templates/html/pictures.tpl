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
    <p class="part">How much of each topic a council covers, how alike two protocols are, and who shares whose words.</p>
  </div>
</header>
{{>views}}
<section class="pictured">
<h2>Pair by pair</h2>
<div class="tables" role="region" aria-label="Pairs of councils" tabindex="0">
<table class="pairs">
<caption class="hidden">Each two councils, and how their clauses compare</caption>
<thead><tr><th scope="col">Side by side</th><th scope="col">Alike</th><th scope="col">Shared wording</th><th scope="col">Identical</th><th scope="col">Role words only</th><th scope="col">Reworded</th><th scope="col">Part of</th><th scope="col">Differs in effect</th></tr></thead>
<tbody>
{{#pair_row}}
<tr><th scope="row"><a href="{{pair_id}}.html">{{a_name}} and {{b_name}}</a></th><td>{{percent}} %</td><td>{{shared_percent}} %</td><td>{{identical}}</td><td>{{vocabulary}}</td><td>{{reworded}}</td><td>{{part}}</td><td>{{differs}}</td></tr>
{{/pair_row}}
</tbody>
</table>
</div>
<p class="note">Alike: the share of the words of both texts that stand in clauses with a counterpart in the other. Shared wording: the share that stands in clauses of one wording.</p>
</section>
<section class="pictured">
<h2>How alike two protocols are</h2>
<div class="tables" role="region" aria-label="Picture: similarity" tabindex="0">
{{#similarity_picture}}{{>grid_picture}}{{/similarity_picture}}
</div>
</section>
<section class="pictured">
<h2>Who shares wording with whom</h2>
<div class="tables" role="region" aria-label="Picture: shared wording" tabindex="0">
{{#wording_picture}}
<svg class="picture round" viewBox="0 0 {{size}} {{size}}" width="{{size}}" height="{{size}}" role="img" aria-label="Councils on a circle; the thicker the line between two, the more wording they share. The table above has the figures.">
{{#edge}}<line x1="{{x1}}" y1="{{y1}}" x2="{{x2}}" y2="{{y2}}" stroke-width="{{thickness}}" stroke-opacity="{{shade}}"></line>{{/edge}}
{{#node}}<circle cx="{{x}}" cy="{{y}}" r="9"></circle><text x="{{label_x}}" y="{{label_y}}" text-anchor="{{anchor}}">{{label}}</text>{{/node}}
</svg>
{{/wording_picture}}
</div>
</section>
<section class="pictured">
<h2>What each council covers</h2>
<p class="note">{{word_coverage_about}}</p>
<div class="tables" role="region" aria-label="Picture: coverage" tabindex="0">
{{#coverage_picture}}{{>grid_picture}}{{/coverage_picture}}
</div>
<details>
<summary>As a table, with what others have</summary>
<div class="tables" role="region" aria-label="Coverage by topic and council" tabindex="0">
<table>
<caption>{{word_coverage_cells}}</caption>
<thead><tr><th scope="col">Topic</th>{{#council_choice}}<th scope="col">{{name}}</th>{{/council_choice}}</tr></thead>
<tbody>
{{#coverage_row}}
<tr><th scope="row"><a href="on-{{topic_id}}.html">{{topic_title}}</a></th>{{#share}}<td>{{clause_count}} ({{word_count}}){{#of_others}}; {{found}} / {{known}}{{/of_others}}</td>{{/share}}</tr>
{{/coverage_row}}
</tbody>
</table>
</div>
</details>
</section>
</main>
{{>footer}}
</body>
</html>
