{{%AUTOESCAPE context="HTML"}}
<!DOCTYPE html>
<html lang="{{language}}">
<head>
{{>head}}
</head>
<body class="library">
{{>header}}
<main id="_main">
<header class="cover">
  <div class="banner">
    <h1>How councillors and officers work together</h1>
    <p class="part">The protocols of {{count}} councils, each as its council adopted it</p>
  </div>
</header>
{{#compared}}
<p class="lead"><a href="compare/index.html">Compare them: what every council says on each point</a></p>
{{/compared}}
<ul class="shelf">
{{>protocol_entry}}
</ul>
{{#data}}
<section class="data">
<h2>As data</h2>
<ul>
<li><a href="data/corpus.json">Every clause and reference <span>JSON</span></a></li>
<li><a href="data/graph.graphml">The clause graph <span>GraphML</span></a></li>
<li><a href="data/graph.dot">The clause graph <span>Graphviz</span></a></li>
<li><a href="data/diagnostics.json">What the compiler found <span>JSON</span></a></li>
</ul>
</section>
{{/data}}
</main>
{{>footer}}
</body>
</html>
