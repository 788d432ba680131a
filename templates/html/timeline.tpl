{{%AUTOESCAPE context="HTML"}}
<!DOCTYPE html>
<html lang="{{language}}">
<head>
{{>head}}
</head>
<body class="timeline">
{{>header}}
<main id="_main">
<header class="cover">
  <div class="banner">
    <p class="council">{{council}}</p>
    <h1>{{word_what_changed}}</h1>
    <p class="part">{{title}}</p>
  </div>
</header>
{{>ask}}
<ol class="steps">
{{#entry}}
<li>
<h2>{{#draft}}{{word_draft}}{{/draft}}{{#date}}<time datetime="{{iso}}">{{words}}</time>{{/date}}{{#version}}, {{word_version_number}} {{version}}{{/version}}{{#in_force}} <strong class="standing">{{word_in_force}}</strong>{{/in_force}}</h2>
{{#body}}
<p class="authority">{{word_authority}}: {{body}}{{#minute}}, {{word_minute}} {{minute}}{{/minute}}</p>
{{/body}}
{{#note}}
<p>{{note}}</p>
{{/note}}
{{#headline}}
<p lang="en-GB">{{headline}}.</p>
{{/headline}}
{{#page}}
<p class="ways"><a href="{{page}}">{{word_the_text}}</a>{{#redline}} · <a href="{{redline}}">{{word_changes_since}} {{#before}}{{before}}{{/before}}{{#undated}}{{word_version_before}}{{/undated}}</a>{{/redline}}</p>
{{/page}}
</li>
{{/entry}}
</ol>
</main>
{{>footer}}
</body>
</html>
