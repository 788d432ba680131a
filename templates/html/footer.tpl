{{%AUTOESCAPE context="HTML"}}
<footer class="colophon">
  <p>{{word_colophon}}</p>
  {{#made}}
  <p>{{made}}</p>
  {{/made}}
</footer>
