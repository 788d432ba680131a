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
    <p class="part">{{word_gaps_about}}</p>
  </div>
</header>
{{>views}}
<nav class="jump" aria-label="{{word_councils}}"><ul>{{#lacking}}<li><a href="#{{id}}">{{name}}</a> <span class="have">{{gap_count}}</span></li>{{/lacking}}</ul></nav>
<div role="search" class="filters" data-filters hidden>
  <div class="field wide"><label for="filter-text">{{word_filter_words}}</label><input id="filter-text" type="search" data-filter="text" autocomplete="off"></div>
  <div class="field"><label for="filter-council">{{word_council}}</label><select id="filter-council" data-filter="lacks"><option value="">{{word_every_council}}</option>{{#council_choice}}<option value="{{id}}">{{name}}</option>{{/council_choice}}</select></div>
  <div class="field"><label for="filter-topic">{{word_topic}}</label><select id="filter-topic" data-filter="on"><option value="">{{word_every_topic}}</option>{{#topic_choice}}<option value="{{topic_id}}">{{topic}}</option>{{/topic_choice}}</select></div>
  <div class="field"><label for="filter-least">{{word_others_have}}</label><select id="filter-least" data-filter="least"><option value="">1</option>{{#least_choice}}<option value="{{least}}">{{least}}</option>{{/least_choice}}</select></div>
  <div class="field"><label for="filter-near">{{word_nearest_clause}}</label><select id="filter-near" data-filter="near"><option value="">{{word_all}}</option><option value="little">{{word_near_little}}</option><option value="some">{{word_near_some}}</option><option value="much">{{word_near_much}}</option></select></div>
  <p class="tally" role="status" data-tally></p>
</div>
{{#lacking}}
<section class="gaps" id="{{id}}">
<h2 data-heading>{{name}} <span class="have">{{word_not_found}}: {{gap_count}}</span></h2>
{{#excerpt}}<p class="note">{{word_excerpt}}</p>
{{/excerpt}}{{#group}}<details class="group" data-group>
<summary>{{topic}} <span class="have">{{group_count}}</span></summary>
<ol>
{{#gap}}
<li class="provision-row" data-lacks="{{lacks}}" data-on="{{topic_id}}" data-have="{{have}}" data-near="{{#nearest}}{{#much}}much{{/much}}{{#some}}some{{/some}}{{#little}}little{{/little}}{{/nearest}}{{#nothing_near}}little{{/nothing_near}}"><a href="on-{{topic_id}}.html#{{row_id}}">{{row_title}}</a>
<p>{{word_found_in}} {{have}}: {{#other}}<a class="holder" href="../{{council}}/index.html#{{clause_id}}">{{name}} {{label}}</a>{{#other_separator}}, {{/other_separator}}{{/other}}</p>
<p class="near">{{#nearest}}{{word_nearest}}: <a href="../{{near_council}}/index.html#{{near_clause}}">{{near_at}}</a>, {{#much}}{{word_near_much}}{{/much}}{{#some}}{{word_near_some}}{{/some}}{{#little}}{{word_near_little}}{{/little}}{{/nearest}}{{#nothing_near}}{{word_nearest_none}}{{/nothing_near}}</p>
{{#borrow}}<details class="borrow"><summary>{{word_borrow}}</summary>
<blockquote><p>{{words}}</p></blockquote>
<p class="near"><a href="../{{council}}/index.html#{{clause_id}}">{{name}} {{label}}</a></p>
</details>
{{/borrow}}</li>
{{/gap}}
</ol>
</details>
{{/group}}</section>
{{/lacking}}
</main>
{{>footer}}
</body>
</html>
