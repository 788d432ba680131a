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
    <h1>{{word_library_title}}</h1>
    <p class="part">{{word_library_before}}{{count}}{{word_library_after}}</p>
  </div>
</header>
{{#compared}}
<p class="lead"><a href="compare/index.html">{{word_library_compare}}</a></p>
{{/compared}}
<ul class="shelf">
{{>protocol_entry}}
</ul>
{{#data}}
<section class="data">
<h2>{{word_data}}</h2>
<ul>
<li><a href="data/corpus.json">{{word_data_corpus}} <span>JSON</span></a></li>
<li><a href="data/graph.graphml">{{word_data_graph}} <span>GraphML</span></a></li>
<li><a href="data/graph.dot">{{word_data_graph}} <span>Graphviz</span></a></li>
<li><a href="data/diagnostics.json">{{word_data_diagnostics}} <span>JSON</span></a></li>
</ul>
</section>
{{/data}}
</main>
{{>footer}}
</body>
</html>
