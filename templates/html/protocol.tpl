{{%AUTOESCAPE context="HTML"}}
<!DOCTYPE html>
<html lang="{{language}}">
<head>
{{>head}}
</head>
<body class="protocol{{#plain}} plain{{/plain}}">
{{>header}}
<main id="page-main">
{{>cover}}
{{#draft}}
<p class="notice"><strong>Draft.</strong> {{council}} has not adopted this text.</p>
{{/draft}}
{{#superseded}}
<p class="notice"><strong>Superseded.</strong> A later text has taken the place of this one.</p>
{{/superseded}}
<div class="columns">
<nav class="contents" aria-label="Contents">
<details>
<summary>Contents</summary>
<ol>
{{>entry}}
{{#has_signoff}}
<li><a href="#page-signoff"><span>Sign-off</span></a></li>
{{/has_signoff}}
{{#has_footnotes}}
<li><a href="#page-footnotes"><span>Footnotes</span></a></li>
{{/has_footnotes}}
<li><a href="#page-about"><span>About this text</span></a></li>
</ol>
</details>
</nav>
<div class="text">
<div class="provisions">
{{>clause}}
</div>
{{#signed}}
<section class="signoff" id="page-signoff">
<h2>Sign-off</h2>
<dl>
{{#signature}}
<div><dt>{{role}}</dt><dd>{{name}}{{#date}}, <time datetime="{{iso}}">{{words}}</time>{{/date}}</dd></div>
{{/signature}}
</dl>
</section>
{{/signed}}
{{#footnotes}}
<section class="footnotes" id="page-footnotes">
<h2>Footnotes</h2>
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
