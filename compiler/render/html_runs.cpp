#include "render/html_runs.h"

namespace concord::render {

namespace {

constexpr std::string_view mailto = "mailto:";

void fill_note_mark(const view::NoteMark& mark, const Dictionary& into) {
  into.set("apart"_name, mark.apart);
  into.set("id"_name, mark.id);
  into.set("ref_id"_name, mark.ref_id);
  into.set("label"_name, mark.label);
}

// What leads out without an address is no link.
void fill_link(const view::Link& link, const Dictionary& into) {
  if (link.href.empty()) return;
  const Dictionary section = into.section("link"_name);
  if (link.href.starts_with(mailto)) {
    section.set_optional("mail"_name, std::string_view(link.href).substr(mailto.size()));
  } else {
    section.set_optional("href"_name, link.href);
    section.set("kind"_name, view::name_of(link.kind));
  }
}

void fill_run(const view::Run& run, const Dictionary& into) {
  if (run.note) fill_note_mark(*run.note, into.section("note"_name));
  if (run.link) fill_link(*run.link, into);
  into.show("strong"_name, run.strong);
  into.show("emphasis"_name, run.emphasis);
  into.show("strike"_name, run.strike);
  into.show("code"_name, run.code);
  into.show("break"_name, run.line_break);
  into.set("text"_name, run.text);
}

}  // namespace

void fill_runs(const view::Runs& runs, const Dictionary& into) {
  for (const view::Run& run : runs) fill_run(run, into.include("run"_name));
}

}  // namespace concord::render
