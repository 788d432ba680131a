{{%AUTOESCAPE context="HTML"}}
<!DOCTYPE html>
<html lang="{{language}}">
<head>
{{>head}}
</head>
<body class="protocol{{#plain}} plain{{/plain}}">
{{>skip}}
{{>header}}
<main id="_main">
{{>cover}}
{{#draft}}
<p class="notice"><strong>{{word_draft}}.</strong> {{word_not_adopted_before}}{{council}}{{word_not_adopted_after}}</p>
{{/draft}}
{{#superseded}}
<p class="notice"><strong>{{word_superseded}}.</strong> {{word_later_text}}</p>
{{/superseded}}
<div class="columns">
<nav class="contents" aria-label="{{word_contents}}">
<details>
<summary>{{word_contents}}</summary>
<ol>
{{>entry}}
{{#has_signoff}}
<li><a href="#_signoff"><span>{{word_sign_off}}</span></a></li>
{{/has_signoff}}
{{#has_footnotes}}
<li><a href="#_footnotes"><span>{{word_footnotes}}</span></a></li>
{{/has_footnotes}}
<li><a href="#_about"><span>{{word_about}}</span></a></li>
</ol>
</details>
</nav>
<div class="text">
<div role="search" class="find" data-find data-permalink="{{word_permalink}}" data-found="{{word_find_found}}" data-nearest="{{word_find_nearest}}" hidden>
<label for="find-text">{{word_find}}</label>
<input id="find-text" type="search" autocomplete="off">
<p role="status" data-tally></p>
<ol data-hits></ol>
</div>
<div class="provisions">
{{>clause}}
</div>
{{#signed}}
<section class="signoff" id="_signoff">
<h2>{{word_sign_off}}</h2>
<dl>
{{#signature}}
<div><dt>{{role}}</dt><dd>{{name}}{{#date}}, <time datetime="{{iso}}">{{words}}</time>{{/date}}</dd></div>
{{/signature}}
</dl>
</section>
{{/signed}}
{{#footnotes}}
<section class="footnotes" id="_footnotes">
<h2>{{word_footnotes}}</h2>
<ol class="items">
{{>clause}}
</ol>
</section>
{{/footnotes}}
{{>about}}
</div>
</div>
</main>
{{>footer}}
</body>
</html>
