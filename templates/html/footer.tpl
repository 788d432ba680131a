{{%AUTOESCAPE context="HTML"}}
<footer class="colophon">
  <p>{{word_colophon}}</p>
</footer>
