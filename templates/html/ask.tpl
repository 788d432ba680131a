{{%AUTOESCAPE context="HTML"}}
<form role="search" aria-label="{{word_comparison}}" class="ask" data-ask="{{root}}compare/index.html" hidden>
<label for="ask-text">{{word_ask}}</label>
<input id="ask-text" type="search" autocomplete="off">
<button type="submit">{{word_ask_go}}</button>
</form>
