{{%AUTOESCAPE context="HTML"}}
<nav class="views" aria-label="{{word_comparison}}">
  <ul>
    {{#whole}}<li><a href="{{way}}index.html"{{#is_matrix}} aria-current="page"{{/is_matrix}}>{{word_view_matrix}}</a></li>
    <li><a href="{{way}}differences.html"{{#is_differences}} aria-current="page"{{/is_differences}}>{{word_view_differences}}</a></li>
    <li><a href="{{way}}gaps.html"{{#is_gaps}} aria-current="page"{{/is_gaps}}>{{word_view_gaps}}</a></li>
    <li><a href="{{way}}pictures.html"{{#is_pictures}} aria-current="page"{{/is_pictures}}>{{word_view_pictures}}</a></li>{{/whole}}{{#by_council}}<li><a href="{{way}}index.html"{{#is_matrix}} aria-current="page"{{/is_matrix}}>{{word_view_all}}</a></li>{{/by_council}}
  </ul>
  <ul class="formats">
    {{#pdf}}<li><a href="{{way}}matrix.pdf">PDF</a></li>{{/pdf}}
    {{#tables}}<li><a href="{{way}}matrix.xlsx">XLSX</a></li>
    <li><a href="{{way}}matrix.csv">CSV</a></li>
    <li><a href="{{way}}../data/comparison.json">JSON</a></li>{{/tables}}
  </ul>
</nav>
