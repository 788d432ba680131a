{{%AUTOESCAPE context="HTML"}}
<!DOCTYPE html>
<html lang="{{language}}">
<head>
<meta charset="utf-8">
{{! the page is one file that can be sent on: its style stands in it }}
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<meta name="description" content="{{described}}">
<title>{{page_title}}</title>
<style>
{{styles:none}}
</style>
</head>
<body class="import">
<a class="skip" href="#_main">{{word_skip}}</a>
<main id="_main">
<header class="cover">
  <div class="banner">
    <h1>{{page_title}}</h1>
    <p class="part">{{described}}</p>
  </div>
  {{#several}}
  <nav class="facts" aria-label="{{word_import_list}}">
    <ol>
      {{#entry}}
      <li><a href="#file-{{number}}">{{file}}</a>: {{outcome}}</li>
      {{/entry}}
    </ol>
  </nav>
  {{/several}}
</header>
{{#file}}
<section class="file" id="file-{{number}}" aria-labelledby="name-{{number}}">
<h2 id="name-{{number}}">{{name}}</h2>
<p class="outcome">{{outcome}}</p>
{{#refused}}
<p><strong>{{code}}</strong> {{reason}}</p>
{{/refused}}
{{#read}}
<dl class="recognised">
{{#fact}}
<div><dt>{{name}}</dt><dd>{{value}}</dd></div>
{{/fact}}
</dl>
{{#list}}
<h3>{{heading}}</h3>
{{#none}}
<p>{{word_import_none}}</p>
{{/none}}
{{#any}}
<div class="table" role="region" aria-label="{{heading}}: {{name}}" tabindex="0">
<table>
<thead>
<tr><th scope="col">{{word_import_place}}</th><th scope="col">{{word_filter_words}}</th><th scope="col">{{word_column_reason}}</th></tr>
</thead>
<tbody>
{{#row}}
<tr><td>{{place}}</td><td>{{words}}</td><td>{{reason}}</td></tr>
{{/row}}
</tbody>
</table>
</div>
{{/any}}
{{/list}}
{{/read}}
</section>
{{/file}}
</main>
</body>
</html>
