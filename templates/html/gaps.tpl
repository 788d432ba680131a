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
    <p class="part">What others have and one council lacks; what most of them have comes first.</p>
  </div>
</header>
{{>views}}
<nav class="jump" aria-label="Councils"><ul>{{#lacking}}<li><a href="#{{id}}">{{name}}</a> <span class="have">{{gap_count}}</span></li>{{/lacking}}</ul></nav>
{{#lacking}}
<section class="gaps" id="{{id}}">
<h2>{{name}} lacks {{gap_count}} provisions</h2>
<ol>
{{#gap}}
<li><a href="on-{{topic_id}}.html#{{row_id}}">{{row_title}}</a> <span class="have">{{topic}}</span>
<p>{{have}} have it: {{#other}}<span class="holder">{{name}} {{label}}</span>{{#other_separator}}, {{/other_separator}}{{/other}}</p></li>
{{/gap}}
</ol>
</section>
{{/lacking}}
</main>
{{>footer}}
</body>
</html>
