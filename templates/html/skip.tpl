{{%AUTOESCAPE context="HTML"}}
<a class="skip" href="#_main">{{word_skip}}</a>
