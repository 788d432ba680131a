{{%AUTOESCAPE context="HTML"}}
<nav class="views" aria-label="Comparison">
  <ul>
    <li><a href="index.html"{{#is_matrix}} aria-current="page"{{/is_matrix}}>Matrix</a></li>
    <li><a href="differences.html"{{#is_differences}} aria-current="page"{{/is_differences}}>Where the effect differs</a></li>
    <li><a href="gaps.html"{{#is_gaps}} aria-current="page"{{/is_gaps}}>What each lacks</a></li>
    <li><a href="pictures.html"{{#is_pictures}} aria-current="page"{{/is_pictures}}>At a glance, and pair by pair</a></li>
  </ul>
  <ul class="formats">
    {{#pdf}}<li><a href="matrix.pdf">PDF</a></li>{{/pdf}}
    {{#tables}}<li><a href="matrix.xlsx">XLSX</a></li>
    <li><a href="matrix.csv">CSV</a></li>
    <li><a href="../data/comparison.json">JSON</a></li>{{/tables}}
  </ul>
</nav>
