{{%AUTOESCAPE context="HTML"}}
<a class="skip" href="#page-main">Skip to the text</a>
<header class="masthead">
  <a class="wordmark" href="{{root}}index.html"{{#home}} aria-current="page"{{/home}}>Concord</a>
  <nav class="ways" aria-label="Site">
    <a href="{{root}}index.html"{{#home}} aria-current="page"{{/home}}>All protocols</a>
    {{#compared}}<a href="{{root}}compare/index.html"{{#comparison}} aria-current="true"{{/comparison}}>Comparison</a>{{/compared}}
  </nav>
</header>
