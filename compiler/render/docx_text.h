// The words of a Word file: runs of a page as w:r elements, with what they lead to.
//
// A cross-reference whose words hold its target's number has that number as a REF field on the
// target's bookmark, so that Word keeps it right; "5.4(ii)" is two fields, since the item has no
// more than "(ii)" for its number. Other links are hyperlinks, and a defined term is none, as on
// paper.
#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "render/xml_tree.h"
#include "view/model.h"

namespace concord::render {

// The relationships of one part: what its r:id attributes stand for.
class Relationships {
 public:
  std::string add(const char* type, const std::string& target);  // of another part
  std::string add_link(const std::string& address);              // of a place on the web, once each
  bool empty() const { return entries_.empty(); }
  std::string bytes() const;

 private:
  struct Entry {
    std::string type;
    std::string target;
    bool external = false;
  };
  std::vector<Entry> entries_;
  std::map<std::string, std::string> links_;
};

// What a reference to a clause may say of it.
struct DocxTarget {
  std::string number;  // as a REF field has it: without the full stop at its end; empty for none
  std::string above;   // the identifier of the clause around it
};
using DocxTargets = std::map<std::string, DocxTarget, std::less<>>;

// A footnote of the file.
struct DocxNote {
  std::string id;
  std::string label;
  std::string text;        // where the page has no such footnote
  bool automatic = false;  // Word's own counting gives the label
};

// How runs look beyond what they are.
struct RunLook {
  const char* style = nullptr;  // of characters
  bool strong = false;
  bool flat = false;     // within a tracked change, where no hyperlink can stand
  bool deleted = false;  // words that are gone: they lead nowhere
};

// How a note of the earlier version is called beside those of the later one.
inline std::string deleted_note(const std::string& id) {
  return "\n" + id;
}

class DocxText {
 public:
  DocxText(const view::Page& page, DocxTargets targets);

  // Appends the runs to a paragraph. `links` are those of the part that the paragraph is in.
  void write(const XmlElement& paragraph, const view::Runs& runs, Relationships& links,
             const RunLook& look = {});
  // The same in a note, where no other note can stand, so that its mark leads nowhere.
  void write_in_note(const XmlElement& paragraph, const view::Runs& runs, Relationships& links);

  void write_words(const XmlElement& paragraph, std::string_view words, const RunLook& look = {});

  // A number that Word's numbering cannot give, with the tab behind it.
  void write_typed_number(const XmlElement& paragraph, std::string_view number,
                          const RunLook& look = {});

  // Words that lead to a bookmark of the file.
  void write_inner_link(const XmlElement& paragraph, std::string_view words,
                        const std::string& bookmark, const RunLook& look = {});

  // Around what `fill` writes.
  template <typename Fill>
  void bookmark(const XmlElement& paragraph, const std::string& name, const Fill& fill) {
    const std::string id = begin_bookmark(paragraph, name);
    fill();
    paragraph.add("w:bookmarkEnd").set("w:id", id);
  }

  // From here on each footnote has its label as its mark: between two versions Word would count
  // those of both.
  void keep_labels() { counting_ = false; }

  // The mark of a note that is gone, or has another label now; `notes` has it as deleted_note().
  void write_deleted_mark(const XmlElement& parent, const view::NoteMark& mark);

  // In the order of their marks; w:id from 1.
  const std::vector<DocxNote>& notes() const { return notes_; }
  int first_note() const { return first_note_; }

 private:
  struct Field {
    std::string to;
    std::string number;
  };

  std::string begin_bookmark(const XmlElement& paragraph, const std::string& name);
  void write_groups(const XmlElement& paragraph, const view::Runs& runs, Relationships& links,
                    const RunLook& look, bool note);
  void write_group(const XmlElement& paragraph, const view::Runs& group, Relationships& links,
                   const RunLook& look, bool note);
  void write_plain(const XmlElement& parent, const view::Runs& runs, const RunLook& look,
                   bool note);
  bool write_reference(const XmlElement& paragraph, const view::Run& run, const RunLook& look);
  void write_run(const XmlElement& parent, const view::Run& run, const RunLook& look, bool note);
  void write_mark(const XmlElement& parent, const view::NoteMark& mark, bool note);
  void write_note_reference(const XmlElement& parent, const view::NoteMark& mark);
  void write_field(const XmlElement& parent, const std::string& instruction, std::string_view shown,
                   const view::Run& like, const RunLook& look);
  std::vector<Field> fields(const view::Link& link, std::string_view words, std::size_t& at) const;

  DocxTargets targets_;
  std::map<std::string_view, std::size_t> marks_;  // of a footnote, by its id
  std::vector<DocxNote> notes_;
  std::set<std::string> marked_;  // notes by id
  bool counting_ = true;
  int next_bookmark_ = 0;
  int first_note_ = 0;
  int next_note_ = 0;
};

}  // namespace concord::render
