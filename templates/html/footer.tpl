{{%AUTOESCAPE context="HTML"}}
<footer class="colophon">
  <p>{{#of_several}}{{word_colophon_of_several}}{{/of_several}}{{#of_one}}{{word_colophon}}{{/of_one}}</p>
  {{#made}}
  <p>{{made}}</p>
  {{/made}}
</footer>
