{{%AUTOESCAPE context="HTML"}}
<nav class="views" aria-label="{{word_comparison}}">
  <ul>
    <li><a href="index.html"{{#is_matrix}} aria-current="page"{{/is_matrix}}>{{word_view_matrix}}</a></li>
    <li><a href="differences.html"{{#is_differences}} aria-current="page"{{/is_differences}}>{{word_view_differences}}</a></li>
    <li><a href="gaps.html"{{#is_gaps}} aria-current="page"{{/is_gaps}}>{{word_view_gaps}}</a></li>
    <li><a href="pictures.html"{{#is_pictures}} aria-current="page"{{/is_pictures}}>{{word_view_pictures}}</a></li>
  </ul>
  <ul class="formats">
    {{#pdf}}<li><a href="matrix.pdf">PDF</a></li>{{/pdf}}
    {{#tables}}<li><a href="matrix.xlsx">XLSX</a></li>
    <li><a href="matrix.csv">CSV</a></li>
    <li><a href="../data/comparison.json">JSON</a></li>{{/tables}}
  </ul>
</nav>
