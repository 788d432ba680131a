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
    <p class="part">{{word_pictures_about}}</p>
  </div>
</header>
{{>views}}
{{>ask}}
<section class="pictured">
<h2>{{word_pair_by_pair}}</h2>
<div class="tables" role="region" aria-label="{{word_pairs}}" tabindex="0">
<table class="pairs">
<caption class="hidden">{{word_pairs_caption}}</caption>
<thead><tr><th scope="col">{{word_side_by_side}}</th><th scope="col">{{word_alike}}</th><th scope="col">{{word_shared_wording}}</th><th scope="col">{{word_head_identical}}</th><th scope="col">{{word_role_words_only}}</th><th scope="col">{{word_head_reworded}}</th><th scope="col">{{word_head_part}}</th><th scope="col">{{word_head_differs}}</th></tr></thead>
<tbody>
{{#pair_row}}
<tr><th scope="row"><a href="{{pair_id}}.html">{{a_name}} {{word_and}} {{b_name}}</a></th><td>{{percent}}%</td><td>{{shared_percent}}%</td><td>{{identical}}</td><td>{{vocabulary}}</td><td>{{reworded}}</td><td>{{part}}</td><td>{{differs}}</td></tr>
{{/pair_row}}
</tbody>
</table>
</div>
<p class="note">{{word_alike_about}}</p>
</section>
<section class="pictured">
<h2>{{word_similarity}}</h2>
<div class="tables" role="region" aria-label="{{word_similarity_picture}}" tabindex="0">
{{#similarity_picture}}{{>grid_picture}}{{/similarity_picture}}
</div>
</section>
<section class="pictured">
<h2>{{word_sharing}}</h2>
<div class="tables" role="region" aria-label="{{word_sharing_picture}}" tabindex="0">
{{#wording_picture}}
<svg class="picture round" viewBox="0 0 {{width}} {{height}}" width="{{width}}" height="{{height}}" role="img" aria-label="{{word_circle}}">
{{#edge}}<line x1="{{x1}}" y1="{{y1}}" x2="{{x2}}" y2="{{y2}}" stroke-width="{{thickness}}" stroke-opacity="{{shade}}"></line>{{/edge}}
{{#node}}<circle cx="{{x}}" cy="{{y}}" r="9"></circle><text x="{{label_x}}" y="{{label_y}}" text-anchor="{{anchor}}">{{label}}</text>{{/node}}
</svg>
{{/wording_picture}}
</div>
</section>
<section class="pictured">
<h2>{{word_coverage}}</h2>
<p class="note">{{word_coverage_about}}</p>
<div class="tables drawn" role="region" aria-label="{{word_coverage_picture}}" tabindex="0">
{{#coverage_picture}}{{>grid_picture}}{{/coverage_picture}}
<p class="note">{{word_coverage_shades}}</p>
</div>
<details class="in-figures">
<summary>{{word_coverage_as_table}}</summary>
<div class="tables" role="region" aria-label="{{word_coverage_by}}" tabindex="0">
<table>
<caption>{{word_coverage_cells}}</caption>
<thead><tr><th scope="col">{{word_topic}}</th>{{#council_choice}}<th scope="col">{{name}}</th>{{/council_choice}}</tr></thead>
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
