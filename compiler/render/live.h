// What a preview serves (view/live.h): pages that show their remarks and load themselves again.
#pragma once

#include <string>
#include <string_view>

#include "render/html_template.h"
#include "view/live.h"

namespace concord::render {

// Addresses that belong to the preview, and to no page.
inline constexpr std::string_view live_script = "/_live/live.js";
inline constexpr std::string_view live_words = "/_live/words.js";  // render/script_words.h
inline constexpr std::string_view live_styles = "/_live/live.css";
inline constexpr std::string_view live_state = "/_live/state.json";
inline constexpr std::string_view live_events = "/_live/events";

// The page with the preview's script and styles in its head, which may ask the server that the page
// came from and nobody else. Nothing else of it changes.
std::string live_page(std::string page);

// The page for each address while there is nothing to show.
std::string waiting_page(const HtmlTemplates& templates);

// What live.js reads.
std::string as_json(const view::Live& live);

}  // namespace concord::render
