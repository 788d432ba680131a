// Looks through finished outputs for anything that text must never become.
#pragma once

#include <string>
#include <string_view>

namespace concord::fuzz {

// What is live in a page that only templates may mark up: a script that is not from assets/, an
// event handler, an address that runs or leads elsewhere than http, https, mailto, tel or the
// folder itself, a tag that no template has. Empty where there is none.
std::string live_in_html(std::string_view page);

// The first cell that a spreadsheet program would compute, by OWASP's list (= + - @ tab, return);
// empty where there is none.
std::string live_in_csv(std::string_view table);

// What is wrong where the text is not one well-formed XML document without a DOCTYPE.
std::string wrong_in_xml(std::string_view text);

// True for UTF-8 without control characters but line feed and tab, and without bidirectional
// overrides: what a terminal may be sent.
bool calm(std::string_view text);

}  // namespace concord::fuzz
