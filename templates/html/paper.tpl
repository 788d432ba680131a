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
<body class="redline paper{{#wide}} wide{{/wide}}">
<a class="skip" href="#_main">{{word_skip}}</a>
<main id="_main">
<header class="cover">
  <div class="banner">
    <p class="council">{{council}}</p>
    <h1>{{paper_title}}</h1>
    <p class="part">{{subtitle}}</p>
  </div>
</header>
<div class="sheet">
{{#block}}
{{#fold}}
<details class="narrow-fold">
<summary>{{fold_line}}</summary>
{{/fold}}
{{#heading}}
<{{element}}>{{>paper_words}}</{{element}}>
{{/heading}}
{{#paragraph}}
<p>{{>paper_words}}</p>
{{/paragraph}}
{{#list}}
<{{element}}>
{{#item}}
<li>{{>paper_words}}</li>
{{/item}}
</{{element}}>
{{/list}}
{{#table}}
<table class="{{id}}" aria-label="{{name}}">
<thead>
<tr>
{{#column}}
<th scope="col" class="{{key}}">{{heading}}</th>
{{/column}}
</tr>
</thead>
<tbody>
{{#row}}
<tr>
{{#cell}}
<td class="{{key}}{{#empty}} empty{{/empty}}" data-heading="{{heading}}">{{#line}}<span class="line">{{>paper_words}}</span>{{/line}}</td>
{{/cell}}
</tr>
{{/row}}
</tbody>
</table>
{{/table}}
{{#end_of_fold}}
</details>
{{/end_of_fold}}
{{/block}}
</div>
</main>
</body>
</html>
