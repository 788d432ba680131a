{{%AUTOESCAPE context="HTML"}}
<footer class="colophon">
  <p>Made by Concord from the council’s own text. The words are the council’s; numbers, links and notes beside them help a reader and have no force of their own.</p>
</footer>
