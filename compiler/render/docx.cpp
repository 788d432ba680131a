#include "render/docx.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "render/docx_blocks.h"
#include "render/docx_comments.h"
#include "render/docx_parts.h"
#include "render/docx_table.h"
#include "render/docx_text.h"
#include "source/letter_case.h"
#include "syntax/bookmark.h"
#include "view/addresses.h"

namespace concord::render {
namespace {

using syntax::Status;
using view::Clause;
using view::Run;
using view::Runs;

constexpr const char* contents_levels = " TOC \\o \"1-4\" \\h \\z \\u ";
constexpr std::size_t deepest_contents = 4;

std::string without_stop(std::string number) {
  while (number.ends_with('.')) number.pop_back();
  return number;
}

Runs plain_runs(const std::string& words) {
  return words.empty() ? Runs() : Runs{Run{.text = words}};
}

std::string in_words(const std::optional<view::Date>& date) {
  return date ? date->words : "";
}

class WordFile {
 public:
  WordFile(const view::Page& page, const Templates& templates, const view::NotesByClause& drafting)
      : page_(page),
        drafting_(drafting),
        body_(docx_blocks(page.clauses)),
        refs_(numbering_.assign(body_.numbered)),
        parts_(page, templates, body_.column),
        text_(page, targets()) {
    for (std::size_t i = 0; i < page.sics.size(); ++i)
      sic_marks_[page.sics[i].clause.id] = syntax::bookmark_of(fmt::format("_sic-{}", i + 1));
    for (const view::Footnote& note : page.footnotes) notes_[note.clause.id] = &note.clause;
  }

  std::string bytes() {
    parts_.add("document.xml", document_part(), "wordprocessingml.document.main", nullptr);
    add_footnotes();
    comments_.add_to(parts_, text_, {"Concord", "C", {}});
    return parts_.bytes(numbering_, bookmarked_);
  }

 private:
  std::string said(std::string_view name) const { return parts_.said(name); }

  // ---- the document

  std::string document_part() {
    const XmlTree tree = word_part("w:document");
    const XmlElement body = tree.root().add("w:body");
    write_cover(body);
    write_facts(body);
    write_versions(body);
    write_contents(body);
    write_clauses(body);
    write_unused_notes(body);
    write_signoff(body);
    write_about(body);
    parts_.write_section(body, text_.first_note());
    return tree.compact_bytes();
  }

  XmlElement line(const XmlElement& parent, const char* style, std::string_view words) {
    const XmlElement made = add_paragraph(parent, style);
    text_.write_words(made, words);
    return made;
  }

  // Around what `fill` writes of the clause.
  template <typename Fill>
  void bookmarked(const XmlElement& paragraph, const std::string& id, const Fill& fill) {
    bookmarked_.push_back(id);
    text_.bookmark(paragraph, syntax::bookmark_of(id), fill);
  }

  // ---- before the text

  void write_cover(const XmlElement& body) {
    if (page_.status == Status::draft)
      write_banner(body, said("draft_stamp"),
                   said("not_adopted_before") + page_.council + said("not_adopted_after"));
    if (page_.status == Status::superseded)
      write_banner(body, said("superseded"), said("later_text"));
    line(body, "Council", page_.council);
    const XmlElement title = add_paragraph(body, "Title");
    const auto words = [&] { text_.write_words(title, page_.title); };
    if (page_.heading) {
      bookmarked(title, page_.heading->id, words);
    } else {
      words();
    }
    if (!page_.part.empty()) line(body, "Subtitle", page_.part);
  }

  void write_banner(const XmlElement& body, const std::string& what, const std::string& says) {
    const XmlElement banner = add_paragraph(body, "Banner");
    text_.write_words(banner, what, {.strong = true});
    text_.write_words(banner, " \u2013 " + says);
  }

  void write_fact(const XmlElement& body, const std::string& name, const Runs& value,
                  const char* style = "Fact") {
    if (value.empty()) return;
    const XmlElement fact = add_paragraph(body, style);
    text_.write_words(fact, name, {.strong = true});
    add_tab(fact);
    text_.write(fact, value, parts_.links());
  }

  static Runs linked(const std::string& href, const std::string& words) {
    Run run{.text = words};
    run.link = view::Link{.kind = view::LinkKind::web, .href = href, .to = {}, .label = {}};
    return words.empty() ? Runs() : Runs{run};
  }

  Runs adoption() const {
    if (!page_.adopted) return {};
    const view::Adoption& adopted = *page_.adopted;
    const std::string body = adopted.body.empty() ? "" : said("by") + adopted.body;
    const std::string minute = adopted.minute.empty() ? "" : said("minute") + " " + adopted.minute;
    return plain_runs(
        joined({joined({in_words(adopted.date), body}, said("by").empty() ? ", " : " "), minute}));
  }

  void write_facts(const XmlElement& body) {
    write_fact(body, said("status"), plain_runs(said(syntax::name_of(page_.status))));
    write_fact(body, said("adopted"), adoption());
    if (page_.review) {
      const view::Review& review = *page_.review;
      const std::string overdue = review.overdue ? "(" + said("overdue") + ")" : "";
      write_fact(body, said("last_reviewed"), plain_runs(in_words(review.date)));
      write_fact(body, said("review_due"),
                 plain_runs(joined({joined({in_words(review.due), overdue}, " "), review.note})));
      write_fact(body, said("review_owner"), plain_runs(review.owner));
    }
    if (!page_.contact) return;
    Runs contact = linked("mailto:" + page_.contact->email, page_.contact->email);
    if (!contact.empty() && !page_.contact->phone.empty()) contact.push_back(Run{.text = ", "});
    if (!page_.contact->phone.empty()) contact.push_back(Run{.text = page_.contact->phone});
    write_fact(body, said("contact"), contact);
  }

  // Without the columns that nothing stands in.
  void write_list(const XmlElement& body, const std::string& heading,
                  const std::vector<std::string>& head,
                  const std::vector<std::vector<std::string>>& rows) {
    line(body, "TOCHeading", heading);
    DocxTable table;
    table.name = heading;
    table.rows.resize(rows.size());
    for (std::size_t c = 0; c < head.size(); ++c) {
      if (std::all_of(rows.begin(), rows.end(), [&](const auto& row) { return row[c].empty(); }))
        continue;
      table.header.push_back(plain_runs(head[c]));
      for (std::size_t r = 0; r < rows.size(); ++r) table.rows[r].push_back(plain_runs(rows[r][c]));
    }
    if (!table.header.empty()) write(body, table);
    add_paragraph(body, "TableEnd");
  }

  void write(const XmlElement& body, const DocxTable& table) {
    write_table(body, table, [&](const XmlElement& cell, const Runs& runs, const CellPlace&) {
      text_.write(cell, runs, parts_.links());
    });
  }

  void write_versions(const XmlElement& body) {
    if (page_.versions.empty()) return;
    std::vector<std::vector<std::string>> rows;
    for (const view::Version& version : page_.versions)
      rows.push_back({version.version, in_words(version.date),
                      source::with_capital(version.authority), version.minute,
                      source::with_capital(version.note)});
    write_list(body, said("versions"),
               {said("version"), said("date"), said("authority"), said("minute_column"),
                said("what_changed")},
               rows);
  }

  // ---- contents

  struct Entry {
    const view::ContentsEntry* entry;
    std::size_t level;
  };

  void gather(const std::vector<view::ContentsEntry>& from, std::size_t level,
              std::vector<Entry>& into) const {
    if (level > deepest_contents) return;
    for (const view::ContentsEntry& each : from) {
      into.push_back({&each, level});
      gather(each.children, level + 1, into);
    }
  }

  // Word's own gallery, so that it offers to update the list.
  void write_contents(const XmlElement& body) {
    std::vector<Entry> entries;
    gather(page_.contents, 1, entries);
    if (entries.empty()) return;
    const XmlElement block = body.add("w:sdt");
    const XmlElement gallery = block.add("w:sdtPr").add("w:docPartObj");
    gallery.add("w:docPartGallery").set("w:val", "Table of Contents");
    gallery.add("w:docPartUnique");
    const XmlElement content = block.add("w:sdtContent");
    line(content, "TOCHeading", said("contents"));
    for (std::size_t i = 0; i < entries.size(); ++i)
      write_entry(content, entries[i], i == 0, i + 1 == entries.size());
  }

  void write_entry(const XmlElement& parent, const Entry& entry, bool first, bool last) {
    const std::string style = fmt::format("TOC{}", entry.level);
    const XmlElement to = add_paragraph(parent, style.c_str());
    if (first) {
      to.add("w:r").add("w:fldChar").set("w:fldCharType", "begin");
      to.add("w:r").add("w:instrText").set("xml:space", "preserve").text(contents_levels);
      to.add("w:r").add("w:fldChar").set("w:fldCharType", "separate");
    }
    const XmlElement link = to.add("w:hyperlink");
    link.set("w:anchor", syntax::bookmark_of(entry.entry->id)).set("w:history", "1");
    text_.write_words(link, entry.entry->number);
    add_tab(link);
    text_.write_words(link, entry.entry->heading);
    if (last) to.add("w:r").add("w:fldChar").set("w:fldCharType", "end");
  }

  // ---- the text

  DocxTargets targets() const {
    DocxTargets all;
    std::vector<const Clause*> numbered;
    for (const DocxBlock& block : body_.blocks) {
      DocxTarget& target = all[block.clause->id];
      if (!block.numbered) continue;
      numbered.push_back(block.clause);
      const Numbered& number = body_.numbered[*block.numbered];
      if (number.parent) target.above = numbered[*number.parent]->id;
      if (refs_[*block.numbered].list != 0) target.number = without_stop(number.label);
    }
    for (const view::Footnote& note : page_.footnotes) all[note.clause.id];
    if (page_.heading) all[page_.heading->id];
    return all;
  }

  void write_clauses(const XmlElement& body) {
    for (std::size_t i = 0; i < body_.blocks.size(); ++i) {
      const DocxBlock& block = body_.blocks[i];
      if (!block.clause->table) {
        write_block(body, block, i == 0);
        continue;
      }
      if (i == 0) add_paragraph(body, "TableEnd");
      write_clause_table(body, block);
      add_paragraph(body, "TableEnd");
    }
  }

  void write_block(const XmlElement& body, const DocxBlock& block, bool first) {
    const XmlElement to = body.add("w:p");
    const NumberRef ref = block.numbered ? refs_[*block.numbered] : NumberRef{};
    write_properties(to.add("w:pPr"), block, {ref, body_.column, first}, numbering_);
    if (block.numbered && ref.list == 0) text_.write_typed_number(to, block.clause->number);
    const std::vector<std::string> comments = begin_comments(to, *block.clause);
    bookmarked(to, block.clause->id, [&] { text_.write(to, block.clause->runs, parts_.links()); });
    for (const std::string& each : comments) DocxComments::end(to, each);
    write_sic(to, *block.clause);
  }

  // The drafting notes at the clause; those at a table stand in its first cell.
  std::vector<std::string> begin_comments(const XmlElement& to, const Clause& clause) {
    std::vector<std::string> begun;
    const auto notes = drafting_.find(clause.id);
    if (notes == drafting_.end()) return begun;
    for (const std::string& each : notes->second) begun.push_back(comments_.begin(to, each));
    return begun;
  }

  void write_sic(const XmlElement& to, const Clause& clause) {
    const auto mark = sic_marks_.find(clause.id);
    if (mark == sic_marks_.end()) return;
    text_.write_words(to, " ", {.style = "Sic"});
    text_.write_inner_link(to, "[sic]", mark->second, {.style = "Sic"});
  }

  void write_clause_table(const XmlElement& body, const DocxBlock& block) {
    const view::Table& from = *block.clause->table;
    const DocxTable table{from.header, from.rows, block.clause->label, block.indent.left};
    write_table(body, table, [&](const XmlElement& cell, const Runs& runs, const CellPlace& at) {
      const auto words = [&] { text_.write(cell, runs, parts_.links()); };
      if (at.row + at.column > 0) return words();
      const std::vector<std::string> comments = begin_comments(cell, *block.clause);
      bookmarked(cell, block.clause->id, words);
      for (const std::string& each : comments) DocxComments::end(cell, each);
      write_sic(cell, *block.clause);
    });
  }

  // ---- footnotes

  void write_unused_notes(const XmlElement& body) {
    bool headed = false;
    for (const view::Footnote& note : page_.footnotes) {
      if (!note.marks.empty()) continue;
      if (!std::exchange(headed, true)) line(body, "TOCHeading", said("unused_notes"));
      const XmlElement to = add_paragraph(body, "Note");
      text_.write_words(to, note.clause.number + " ", {.style = "TypedNumber"});
      bookmarked(to, note.clause.id, [&] { text_.write(to, note.clause.runs, parts_.links()); });
    }
  }

  void add_footnotes() {
    const XmlTree tree = footnotes_part();
    Relationships links;
    for (std::size_t i = 0; i < text_.notes().size(); ++i)
      write_note(tree.root(), text_.notes()[i], i + 1, links);
    parts_.add("footnotes.xml", tree.compact_bytes(), "wordprocessingml.footnotes", "footnotes");
    parts_.add_links("footnotes.xml", links);
  }

  void write_note(const XmlElement& root, const DocxNote& note, std::size_t id,
                  Relationships& links) {
    const XmlElement element = root.add("w:footnote").set("w:id", std::to_string(id));
    const XmlElement to = add_paragraph(element, "FootnoteText");
    const XmlElement mark = to.add("w:r");
    mark.add("w:rPr").add("w:rStyle").set("w:val", "FootnoteReference");
    if (note.automatic) {
      mark.add("w:footnoteRef");
    } else {
      mark.add("w:t").set("xml:space", "preserve").text(note.label);
    }
    text_.write_words(to, " ");
    const auto clause = notes_.find(note.id);
    if (clause == notes_.end()) return text_.write_words(to, note.text);
    bookmarked(to, note.id, [&] { text_.write_in_note(to, clause->second->runs, links); });
    for (const Clause& child : clause->second->children) write_note_child(element, child, links);
  }

  void write_note_child(const XmlElement& element, const Clause& child, Relationships& links) {
    const XmlElement to = add_paragraph(element, "FootnoteText");
    if (!child.number.empty()) text_.write_words(to, child.number + " ", {.style = "TypedNumber"});
    bookmarked(to, child.id, [&] { text_.write_in_note(to, child.runs, links); });
    for (const Clause& below : child.children) write_note_child(element, below, links);
  }

  // ---- behind the text

  void write_signoff(const XmlElement& body) {
    if (page_.signoff.empty()) return;
    std::vector<std::vector<std::string>> rows;
    for (const view::Signature& signature : page_.signoff)
      rows.push_back({signature.role, signature.name, in_words(signature.date)});
    write_list(body, said("sign_off"), {said("office"), said("name"), said("date")}, rows);
  }

  void write_about(const XmlElement& body) {
    const bool other_title = page_.heading && page_.heading->text != page_.title;
    const bool source = page_.source && (!page_.source->url.empty() || page_.source->retrieved ||
                                         !page_.source->sha256.empty());
    if (!other_title && !source && page_.sics.empty() && page_.repairs.empty()) return;
    line(body, "TOCHeading", said("about"));
    if (other_title) write_fact(body, said("printed_title"), page_.heading->runs);
    if (source) {
      write_fact(body, said("source"), linked(page_.source->url, page_.source->url));
      write_fact(body, said("taken_on"), plain_runs(in_words(page_.source->retrieved)));
      write_fact(body, "SHA-256", plain_runs(page_.source->sha256));
    }
    write_sics(body);
    write_repairs(body);
  }

  void place_of(const XmlElement& to, const std::string& id, const std::string& words) {
    if (id.empty()) return text_.write_words(to, words);
    text_.write_inner_link(to, words, syntax::bookmark_of(id), {.style = "CrossReference"});
  }

  void write_sics(const XmlElement& body) {
    if (page_.sics.empty()) return;
    line(body, "Note", said("kept_on_paper"));
    for (const view::Sic& sic : page_.sics) {
      const XmlElement to = add_paragraph(body, "NoteItem");
      text_.bookmark(to, sic_marks_.at(sic.clause.id), [&] {
        place_of(to, sic.clause.id, sic.clause.label);
        text_.write_words(to, ": " + sic.reason);
      });
    }
  }

  void write_repairs(const XmlElement& body) {
    if (page_.repairs.empty()) return;
    line(body, "Note", said("repairs_on_paper"));
    for (const view::Repair& repair : page_.repairs) {
      const XmlElement to = add_paragraph(body, "NoteItem");
      place_of(to, repair.to_id, repair.at);
      text_.write_words(to, fmt::format(": \u201c{}\u201d {} \u201c{}\u201d", repair.from,
                                        said("now_reads"), repair.to));
      if (!repair.note.empty()) text_.write_words(to, " (" + repair.note + ")");
    }
  }

  const view::Page& page_;
  const view::NotesByClause& drafting_;
  DocxComments comments_;
  DocxBlocks body_;
  DocxNumbering numbering_;
  std::vector<NumberRef> refs_;  // of the numbered blocks
  DocxParts parts_;
  DocxText text_;
  std::map<std::string, std::string> sic_marks_;  // bookmarks by clause
  std::map<std::string, const Clause*> notes_;
  std::vector<std::string> bookmarked_;  // clauses by id, in the order of their bookmarks
};

}  // namespace

std::string word_file(const view::Page& protocol, const Templates& templates,
                      const view::NotesByClause& notes) {
  return WordFile(protocol, templates, notes).bytes();
}

Files docx(const view::Page& protocol, const Templates& templates,
           const view::NotesByClause& notes) {
  Files files;
  files.emplace(view::address(protocol.folder, view::Format::docx),
                word_file(protocol, templates, notes));
  return files;
}

}  // namespace concord::render
