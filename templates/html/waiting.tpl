{{%AUTOESCAPE context="HTML"}}
<!DOCTYPE html>
<html lang="{{language}}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'self'; script-src 'self'; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>{{page_title}}</title>
</head>
<body class="live-waiting">
<main id="_main">
<h1>{{word_waiting_heading}}</h1>
<p>{{word_waiting_text}}</p>
</main>
</body>
</html>
