{{%AUTOESCAPE context="HTML"}}
<!DOCTYPE html>
<html lang="{{language}}">
<head>
{{>head}}
</head>
<body class="comparison texts">
{{>header}}
<main id="_main">
<header class="cover">
  <div class="banner">
    <h1>{{heading}}</h1>
    <p class="part">What each council’s protocol says, in full.</p>
  </div>
</header>
{{>views}}
<div class="filters baseline" data-baseline-chooser hidden>
  <div class="field"><label for="baseline">Show words changed from</label><select id="baseline"><option value="">no council: the plain texts</option>{{#council_choice}}<option value="{{id}}">{{name}}</option>{{/council_choice}}</select></div>
  <p class="legend"><del>words only there</del> <ins>words only here</ins> <span class="role-word">another word for the same role</span></p>
</div>
{{#provision}}
<section class="provision-texts" id="{{row_id}}">
<h2>{{row_title}}</h2>
<p class="facts-line">{{have}} of {{council_count}} councils{{#several}}{{#one_wording}}, one wording{{/one_wording}}{{/several}}{{#differs}}, <span class="mark differs">differs in effect</span>{{/differs}}{{#absent}}. Absent: {{absent}}{{/absent}}</p>
<div class="versions-of">
{{#version}}
<article class="version {{entry_state}}"{{#first}} id="{{row_id}}-{{council}}"{{/first}}>
<h3><a href="../{{council}}/index.html#{{clause_id}}">{{name}} <span class="number">{{at}}</span></a></h3>
<p class="how"><span class="mark {{entry_state}}">{{entry_state_words}}</span> <span class="letter"><span class="hidden">wording </span>{{letter}}</span></p>
<p class="whole">{{words}}</p>
{{#against}}
<p class="changed" data-against="{{other}}" hidden>{{#piece}}{{#equal}}{{words}}{{/equal}}{{#deleted}}<del><span class="hidden">deleted: </span>{{words}}</del>{{/deleted}}{{#inserted}}<ins><span class="hidden">inserted: </span>{{words}}</ins>{{/inserted}}{{#role}}<span class="role-word">{{words}}</span>{{/role}}{{/piece}}</p>
{{/against}}
</article>
{{/version}}
</div>
</section>
{{/provision}}
</main>
{{>footer}}
</body>
</html>
