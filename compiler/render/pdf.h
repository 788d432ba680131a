// PDF: a page goes to Typst, which typesets it with the templates in templates/pdf, and
// comes back as a tagged PDF that meets both PDF/UA-1 and PDF/A-2a.
//
// Typst runs in Node, in one process for all the documents of a build, so that its compiler and the
// typeface are loaded once. Data goes in as JSON and is never pasted into markup: no text can
// become a command. The same input gives the same bytes: no clock, no random file identifier.
#pragma once

#include <atomic>
#include <chrono>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "render/render.h"
#include "view/comparison_model.h"
#include "view/model.h"
#include "view/narrowing.h"
#include "view/peers.h"
#include "view/redline.h"

namespace concord::render {

// The words of pages, which the templates read too: its path below templates/.
inline constexpr std::string_view words_file = "words.json";

// One document to typeset.
struct PdfJob {
  std::string layout;  // the template: "pdf/protocol.typ"
  std::string data;    // what it prints, as JSON text
  // Typefaces that it needs beside those that come with Concord (render/pdf_letters.h).
  std::vector<std::string> families = {};
  std::string families_digest = {};
};

// The job that prints a protocol.
PdfJob protocol_pdf(const view::Page& protocol);

// The job that prints the comparison matrix by topic.
PdfJob matrix_pdf(const view::MatrixList& matrix, const view::Narrowing& narrowing = {});

// The job that prints a redline.
PdfJob redline_pdf(const view::Redline& redline);

// The job that prints what other councils say on chosen clauses.
PdfJob peers_pdf(const view::Peers& peers);

// The job with a line at its end that says what it was made of and with.
PdfJob stamped(PdfJob job, const std::string& made);

// Names everything that the bytes of the PDF depend on but this program: the data, the templates,
// the releases of Typst and typefaces (both in templates/pdf), and what else it is set in, as
// source::digest does.
std::string pdf_key(const PdfJob& job, const Templates& templates);

// Where the typesetter is and how long it may take.
struct Typesetter {
  std::string node = "node";     // a path, or a name to be found in PATH
  std::filesystem::path folder;  // has typeset.mjs and its node_modules
  unsigned workers = 1;          // threads, at least 1
  // After that long without a word it is ended; the largest document adds a second for each 20 kB.
  std::chrono::milliseconds longest_silence{60'000};
};

enum class PdfState {
  made,         // bytes is the PDF
  refused,      // Typst rejected the text. This is diagnostic PDF001
  unavailable,  // Node, the Typst package or a typeface is not installed; the message says how to
                // get it
  broken,       // the process ended, hung or answered nonsense
};

struct PdfMessage {
  std::string text;         // lower case, no full stop
  std::string clause = {};  // the identifier of the clause it speaks of, where that is known
};

struct PdfResult {
  PdfState state = PdfState::broken;
  std::string bytes = {};                 // empty unless made
  std::vector<PdfMessage> messages = {};  // why not; or, where made, what Typst warns of
};

// Typesets documents while others are still being made: the typesetter starts with the first.
class Typesetting {
 public:
  // The templates must outlive it.
  Typesetting(const Templates& templates, Typesetter typesetter);
  // Ends the typesetter, where finish() was not called.
  ~Typesetting();
  Typesetting(const Typesetting&) = delete;
  Typesetting& operator=(const Typesetting&) = delete;

  void add(const PdfJob& job);

  // How many of them have their result.
  const std::atomic<std::size_t>& done() const;

  // Waits for all: one result a job, in the order of adding. What was finished before the process
  // broke is kept. To be called once. Throws std::system_error only where the machine refuses a
  // pipe, a process or a thread.
  std::vector<PdfResult> finish();

 private:
  class Work;
  std::unique_ptr<Work> work_;
};

}  // namespace concord::render
