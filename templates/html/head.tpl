{{%AUTOESCAPE context="HTML"}}
<meta charset="utf-8">
{{! file: because 'self' names no file where the page is opened from disk; no served page may load one }}
{{#linked}}
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'self' file:; script-src 'self' file:; font-src 'self' file:; img-src 'self' file:; base-uri 'none'; form-action 'none'">
{{/linked}}
{{#alone}}
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; base-uri 'none'; form-action 'none'">
{{/alone}}
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<meta name="description" content="{{described}}">
<title>{{page_title}}</title>
{{#linked}}
<link rel="icon" href="{{root}}assets/icon.svg" type="image/svg+xml">
<link rel="stylesheet" href="{{root}}assets/concord.css">
<script src="{{root}}assets/words.js" defer></script>
<script src="{{root}}assets/search.js" defer></script>
<script src="{{root}}assets/concord.js" defer></script>
{{#comparing}}
<link rel="stylesheet" href="{{root}}assets/comparison.css">
<script src="{{root}}assets/comparison.js" defer></script>
{{/comparing}}
{{/linked}}
{{#alone}}
<style>
{{styles:none}}
</style>
<script type="module">
{{script:none}}
</script>
{{/alone}}
