{{%AUTOESCAPE context="HTML"}}
<!DOCTYPE html>
<html lang="{{language}}">
<head>
<meta charset="utf-8">
{{! the page is one file that can be sent on: its style and script stand in it }}
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<meta name="description" content="{{described}}">
<title>{{page_title}}</title>
<style>
{{styles:none}}
</style>
</head>
<body class="redline">
<a class="skip" href="#_main">{{word_skip}}</a>
<main id="_main">
<header class="cover">
  <div class="banner">
    <p class="council">{{council}}</p>
    <h1>{{word_redline_of}}{{protocol_title}}</h1>
    <p class="part">{{word_redline_from}}{{#before_page}}<a href="{{before_page}}">{{before_name}}</a>{{/before_page}}{{#alone}}{{before_name}}{{/alone}}{{word_redline_to}}{{#after_page}}<a href="{{after_page}}">{{after_name}}</a>{{/after_page}}{{#alone}}{{after_name}}{{/alone}}</p>
    {{#timeline}}
    <p class="ways"><a href="{{timeline}}">{{word_all_versions}}</a></p>
    {{/timeline}}
  </div>
  <div class="facts summary">
    <p class="headline">{{headline}}.</p>
    <ul>
      {{#remark}}
      <li>{{text}}</li>
      {{/remark}}
    </ul>
    <p class="key"><del>{{word_key_deleted}}</del> <ins>{{word_key_inserted}}</ins> <del class="quiet">{{word_key_quiet}}</del> <ins class="quiet">{{word_key_changes}}</ins>{{word_key_quiet_means}}</p>
  </div>
</header>
<div class="columns">
{{#any_changes}}
<div class="aside">
<fieldset class="choices">
  <legend>{{word_show}}</legend>
  <label><input type="checkbox" id="show-effect" checked> {{word_show_effect}}</label>
  <label><input type="checkbox" id="show-wording" checked> {{word_show_wording}}</label>
  <label><input type="checkbox" id="show-numbering" checked> {{word_show_numbering}}</label>
  <label><input type="checkbox" id="show-housekeeping" checked> {{word_show_housekeeping}}</label>
</fieldset>
<p class="stepping" data-steps hidden><button type="button" data-step="-1" aria-keyshortcuts="Alt+ArrowUp">{{word_previous}} <kbd>Alt ↑</kbd></button> <button type="button" data-step="1" aria-keyshortcuts="Alt+ArrowDown">{{word_next}} <kbd>Alt ↓</kbd></button></p>
<nav class="contents" aria-label="{{word_changes}}">
<details>
<summary>{{change_count}}</summary>
<ol>
{{#entry}}
<li class="{{kind}}"><a href="#change-{{change}}"><span class="number">{{label}}</span> <span>{{what}}</span></a></li>
{{/entry}}
</ol>
</details>
</nav>
</div>
{{/any_changes}}
<div class="text">
{{#part}}
{{#clause}}
{{>redline_clause}}
{{/clause}}
{{#gap}}
<p class="gap"><span class="number">{{label}}</span> {{#leads}}<a href="#change-{{change}}">{{word_moved_to}} {{now}}</a>{{/leads}}</p>
{{/gap}}
{{#fold}}
<details class="fold">
<summary>{{fold_label}}</summary>
{{#clause}}
{{>redline_clause}}
{{/clause}}
</details>
{{/fold}}
{{/part}}
</div>
</div>
{{#made}}<p class="made">{{made}}</p>
{{/made}}</main>
<script>
{{script:none}}
</script>
</body>
</html>
