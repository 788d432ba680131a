{{%AUTOESCAPE context="HTML"}}
<a class="skip" href="#_main">{{word_skip}}</a>
<header class="masthead">
  <a class="wordmark" href="{{root}}index.html"{{#home}} aria-current="page"{{/home}}>Concord</a>
  <nav class="ways" aria-label="{{word_site}}">
    <a href="{{root}}index.html"{{#home}} aria-current="page"{{/home}}>{{word_all_protocols}}</a>
    {{#compared}}<a href="{{root}}compare/index.html"{{#comparison}} aria-current="true"{{/comparison}}>{{word_comparison}}</a>{{/compared}}
  </nav>
</header>
