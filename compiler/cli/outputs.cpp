#include "cli/outputs.h"

#include <fmt/format.h>

#include <algorithm>
#include <functional>
#include <iterator>
#include <utility>

#include "cli/histories.h"
#include "cli/pair_record.h"
#include "cli/parallel.h"
#include "cli/pdfs.h"
#include "cli/report.h"
#include "cli/share.h"
#include "cli/stamped.h"
#include "cli/version_sets.h"
#include "compare/comparison.h"
#include "compare/peers.h"
#include "diag/print.h"
#include "graph/dot.h"
#include "render/comparison_data.h"
#include "render/data.h"
#include "render/data_file.h"
#include "render/data_package.h"
#include "render/docx.h"
#include "render/html.h"
#include "render/html_comparison.h"
#include "render/html_council.h"
#include "render/html_redline.h"
#include "render/html_template.h"
#include "render/search_words.h"
#include "render/state_words.h"
#include "render/tables.h"
#include "render/tidy_tables.h"
#include "render/versions.h"
#include "render/xml.h"
#include "syntax/document.h"
#include "view/addresses.h"
#include "view/comparison.h"
#include "view/comparison_pages.h"
#include "view/council_pages.h"
#include "view/matrix_list.h"
#include "view/redline.h"
#include "view/stamp.h"
#include "view/view.h"

namespace concord::cli {
namespace {

// A comparison, and with whom each council was compared. Borrows the corpus and the earlier pairs.
struct Compared {
  Compared(const Corpus& corpus, const Making& making, Progress& progress,
           const compare::KeptPairs& earlier)
      : comparison(compare::compare(corpus.protocols, {&corpus.registers, making.jobs, making.peers,
                                                       &progress, &earlier, making.memory})) {}

  // One page shows what all councils say.
  bool whole() const { return compare::are_few(peers().of.size()); }

  const compare::Peers& peers() const { return comparison.peers(); }

  compare::Comparison comparison;
};

// What the renderers read. What each page alone shows is made when the page is.
struct Models {
  std::vector<view::Page> protocols;
  std::vector<view::Page> others;                    // as Corpus::others
  std::optional<view::Compared> texts;               // where pages are wanted to show it
  std::map<std::string, view::NotesByClause> notes;  // of drafts, by folder, where they are wanted
  view::ComparisonPages comparison;  // of so few councils that one page shows all; else empty
};

const view::NotesByClause& notes_of(const Models& models, const view::Page& page) {
  static const view::NotesByClause none;
  const auto found = models.notes.find(page.folder);
  return found == models.notes.end() ? none : found->second;
}

// A file alone. (A list of initial values would copy its bytes.)
source::Files file(std::string path, std::string bytes) {
  source::Files files;
  files.emplace(std::move(path), std::move(bytes));
  return files;
}

// Makes some of a build's files; gives what is large to the destination by itself.
using Task = std::function<source::Files()>;

void carry_out(const std::vector<Task>& tasks, unsigned jobs, Progress& progress,
               source::Destination& destination) {
  at_once(tasks.size(), jobs, [&](std::size_t i) {
    destination.add_all(tasks[i]());
    progress.advance();
  });
}

void add_comparison(const Compared& compared, const Corpus& corpus, const Making& making,
                    const view::StateKey& states, Models& models) {
  std::vector<std::function<void()>> parts;
  models.comparison.states = states;
  if (making.formats.contains(Format::html)) {
    models.texts.emplace(compared.comparison, corpus.protocols, corpus.registers,
                         corpus.stale_decisions);
    if (compared.whole()) {
      auto of_pages = view::comparison_parts(*models.texts, models.comparison);
      std::move(of_pages.begin(), of_pages.end(), std::back_inserter(parts));
    }
  }
  at_once(parts.size(), making.jobs, [&](std::size_t i) { parts[i](); });
}

// `pdfs`: those that there are, which pages may lead to.
render::Offer offer_of(const Models& models, const std::set<Format>& formats,
                       const std::set<std::string>& pdfs) {
  render::Offer offer{.formats = formats,
                      .data = formats.contains(Format::json),
                      .comparison = models.texts.has_value()};
  for (const auto* pages : {&models.protocols, &models.others})
    for (const view::Page& page : *pages)
      if (!pdfs.contains(view::address(page.folder, Format::pdf)))
        offer.without_pdf.insert(page.folder);
  return offer;
}

// The pages of a build, as tasks. All must outlive them.
class Pages {
 public:
  Pages(const Models& models, const std::optional<Compared>& compared,
        const render::HtmlTemplates& templates, render::Offer offer,
        render::ComparisonOffer comparison_offer)
      : models_(models),
        compared_(compared),
        templates_(templates),
        offer_(std::move(offer)),
        comparison_offer_(comparison_offer) {
    for (const auto* pages : {&models.protocols, &models.others})
      for (const view::Page& page : *pages) site_.push_back(&page);
  }

  std::vector<Task> tasks() {
    tasks_.emplace_back(
        [this] { return render::library_page(models_.protocols, offer_, templates_); });
    for (std::uint32_t i = 0; i < models_.protocols.size(); ++i)
      tasks_.emplace_back([this, i] { return protocol_page(i); });
    for (const view::Page& page : models_.others)
      tasks_.emplace_back([&] {
        return render::protocol_page(
            page, {.lenders = view::lenders(page, site_), .notes = notes_of(models_, page)}, offer_,
            templates_);
      });
    if (compared_) comparison_tasks();
    return std::move(tasks_);
  }

 private:
  source::Files protocol_page(std::uint32_t i) const {
    view::CounterpartsByClause counterparts;
    if (compared_) counterparts = view::counterparts(*models_.texts, compared_->peers(), i);
    const view::Page& page = models_.protocols[i];
    return render::protocol_page(
        page, {std::move(counterparts), view::lenders(page, site_), notes_of(models_, page)},
        offer_, templates_);
  }

  void comparison_tasks() {
    if (compared_->whole()) {
      auto pages = render::comparison_html(models_.comparison, comparison_offer_, templates_);
      std::move(pages.begin(), pages.end(), std::back_inserter(tasks_));
    } else {
      tasks_.emplace_back([this] {
        return render::overview_html(view::overview(*models_.texts, compared_->peers()),
                                     comparison_offer_, templates_);
      });
      pair_tasks();
    }
    for (std::uint32_t i = 0; i < models_.protocols.size(); ++i)
      tasks_.emplace_back([this, i] {
        view::CouncilPage page = view::council_page(*models_.texts, compared_->peers(), i);
        page.states = models_.comparison.states;
        return render::council_html(page, comparison_offer_, templates_);
      });
    const auto rows = compared_->comparison.rows();
    for (std::uint32_t i = 0; i < rows.size(); ++i) {
      if (!view::is_shared(rows[i])) continue;
      tasks_.emplace_back([this, i] {
        view::ProvisionPage page = view::provision_page(*models_.texts, i);
        page.states = models_.comparison.states;
        return render::provision_html(page, comparison_offer_, templates_);
      });
    }
  }

  void pair_tasks() {
    for (const compare::CouncilPair& pair : compared_->peers().pairs)
      tasks_.emplace_back([this, pair] {
        return render::pair_html(view::compared_pair(*models_.texts, pair.first, pair.second),
                                 comparison_offer_, templates_);
      });
  }

  const Models& models_;
  const std::optional<Compared>& compared_;
  const render::HtmlTemplates& templates_;
  const render::Offer offer_;
  const render::ComparisonOffer comparison_offer_;
  std::vector<const view::Page*> site_;  // of every version
  std::vector<Task> tasks_;
};

// The files of every format but HTML and PDF, as tasks.
class Data {
 public:
  // All must outlive the tasks.
  Data(const Corpus& corpus, const Models& models, const std::optional<Compared>& compared,
       const std::vector<History>& histories, const render::Templates& templates,
       const view::Stamp& stamp, source::Destination& destination)
      : corpus_(corpus),
        models_(models),
        compared_(compared),
        histories_(histories),
        templates_(templates),
        stamp_(stamp),
        destination_(destination) {}

  std::vector<Task> tasks(const std::set<Format>& formats) {
    if (formats.contains(Format::json)) json_tasks();
    for (std::size_t i = 0; i < corpus_.protocols.size(); ++i)
      for (const CompiledVersion& each : versions_of(corpus_, i)) text_tasks(formats, each);
    for (const auto* pages : {&models_.protocols, &models_.others})
      for (const view::Page& page : *pages) page_tasks(formats, page);
    return std::move(tasks_);
  }

 private:
  void text_tasks(const std::set<Format>& formats, const CompiledVersion& text) {
    if (formats.contains(Format::json)) {
      tasks_.push_back([this, text] {
        return file(view::address(text.folder, Format::json),
                    render::stamped(render::protocol_data(*text.protocol, corpus_.sources),
                                    view::of_text(stamp_, text.folder)));
      });
    }
    if (formats.contains(Format::markdown)) {
      tasks_.push_back([text] {
        return file(view::address(text.folder, Format::markdown),
                    syntax::to_markdown(*text.document, syntax::Notes::left_out));
      });
    }
  }

  // The page must outlive the tasks.
  void page_tasks(const std::set<Format>& formats, const view::Page& page) {
    if (formats.contains(Format::docx))
      tasks_.push_back([&] { return render::docx(page, templates_, notes_of(models_, page)); });
    if (formats.contains(Format::xml)) tasks_.push_back([&] { return render::xml(page); });
  }

  void json_tasks() {
    if (!histories_.empty())
      tasks_.emplace_back([this] { return file("data/versions.json", versions_file()); });
    tasks_.emplace_back([this] { return render::schemas(templates_); });
    stream([this] { table_files(); });
    if (compared_) {
      stream([this] { comparison_file(); });
      stream([this] { matrix_files(); });
    }
    stream([this] { graph_files(); });
    stream([this] { corpus_file(); });
    tasks_.emplace_back([this] {
      return file("data/diagnostics.json",
                  diag::as_json(corpus_.findings, corpus_.sources, corpus_.lifted));
    });
  }

  // A task that gives its files to the destination by itself.
  void stream(std::function<void()> give) {
    tasks_.emplace_back([give = std::move(give)] {
      give();
      return source::Files();
    });
  }

  std::string versions_file() const {
    std::vector<render::VersionsRecord> records;
    for (const History& each : histories_) records.push_back({each.texts(), each.former});
    return render::stamped(render::versions_data(records, corpus_.sources), stamp_);
  }

  void corpus_file() const {
    destination_.stream("data/corpus.json", [this](const source::Write& write) {
      render::write_corpus_data(corpus_.protocols, corpus_.sources, stamp_, write);
    });
  }

  void comparison_file() const {
    destination_.stream("data/comparison.json", [this](const source::Write& write) {
      render::write_comparison_data(compared_->comparison, compared_->peers(), corpus_.protocols,
                                    stamp_, write);
    });
  }

  // The rows are made once for both files.
  void matrix_files() const {
    view::MatrixList first{
        .as_of = corpus_.as_of, .states = models_.comparison.states, .rows = {}, .made_of = stamp_};
    std::size_t left_out = 0;
    destination_.stream(std::string(view::matrix_csv_address), [&](const source::Write& write) {
      write(render::matrix_csv_head());
      const auto add = [&](view::ListRow row) {
        write(render::matrix_csv_line(row));
        if (first.rows.size() < render::most_workbook_rows) {
          first.rows.push_back(std::move(row));
        } else {
          ++left_out;
        }
      };
      view::each_list_row(compared_->comparison, corpus_.protocols, corpus_.registers, add);
    });
    destination_.add("compare/matrix.csv-metadata.json", render::matrix_csv_metadata(stamp_));
    const view::Compared texts(compared_->comparison, corpus_.protocols, corpus_.registers);
    const auto differences = view::difference_list(texts, compared_->peers().pairs);
    destination_.add(std::string(view::matrix_xlsx_address),
                     render::matrix_xlsx(first, differences, left_out));
  }

  void table_files() const {
    render::TidySources sources{corpus_.protocols, corpus_.registers.lists};
    if (compared_) {
      sources.comparison = &compared_->comparison;
      sources.peers = &compared_->peers();
    }
    render::data_package(render::tidy_tables(sources), {CONCORD_VERSION, corpus_.as_of, stamp_},
                         destination_);
  }

  void graph_files() const {
    graph::Network network = whole_network(corpus_);
    graph::NetworkFacts facts = view::clause_facts(corpus_.protocols, network);
    facts.made_of = fmt::format("{} {} {}", view::words_for(stamp_), view::licence_words(),
                                view::citation_words(stamp_));
    if (compared_)
      view::add_counterparts(compared_->comparison, compared_->peers().pairs, corpus_.protocols,
                             network, facts);
    destination_.stream("data/graph.dot", [&](const source::Write& write) {
      write("// Made with Concord " CONCORD_VERSION "\n");
      graph::write_dot(network, write);
    });
    destination_.stream("data/graph.graphml", [&](const source::Write& write) {
      graph::write_graphml(network, facts, write);
    });
    destination_.stream("data/graph.json", [&](const source::Write& write) {
      render::write_graph_data(network, stamp_, write);
    });
  }

  const Corpus& corpus_;
  const Models& models_;
  const std::optional<Compared>& compared_;
  const std::vector<History>& histories_;
  const render::Templates& templates_;
  const view::Stamp& stamp_;
  source::Destination& destination_;
  std::vector<Task> tasks_;
};

// One build, from what was compiled to the files of every format.
class Build {
 public:
  Build(Corpus& corpus, const Making& making, Progress& progress, source::Destination& destination)
      : corpus_(corpus),
        making_(making),
        progress_(progress),
        destination_(destination),
        templates_(read_templates(making.templates)),
        stamp_(stamp_of(corpus)) {}

  Output run() {
    prepare();
    // First of all: the typesetter is at work while the rest is made.
    if (making_.formats.contains(Format::pdf)) start_typesetting();
    if (making_.comparison && shows_comparison()) compare();
    make_files();
    return std::move(output_);
  }

 private:
  // What several files are made of: the layouts of the pages, and a view of each protocol.
  void prepare() {
    histories_ = histories(corpus_);
    if (!needs_pages()) return;
    models_.protocols.resize(corpus_.protocols.size());
    models_.others.resize(corpus_.others.size());
    at_once(1 + models_.protocols.size(), making_.jobs, [&](std::size_t task) {
      if (task == 0) {
        if (making_.formats.contains(Format::html)) layouts_.emplace(templates_).stamp(stamp_);
      } else {
        models_.protocols[task - 1] =
            stamped(view::protocol(corpus_.protocols[task - 1], corpus_.as_of));
      }
    });
    for (const History& each : histories_) prepare_versions(each);
    if (making_.notes) gather_notes();
  }

  void gather_notes() {
    for (std::size_t i = 0; i < corpus_.protocols.size(); ++i)
      for (const CompiledVersion& each : versions_of(corpus_, i))
        if (each.protocol->metadata().status == syntax::Status::draft)
          models_.notes[each.folder] =
              view::drafting_notes(*each.protocol, *each.document, corpus_.sources);
  }

  bool needs_pages() const {
    return std::ranges::any_of(making_.formats, [](Format format) {
      return view::info(format).made_of == view::MadeOf::page;
    });
  }

  void prepare_versions(const History& history) {
    const std::vector<view::VersionText> texts = history.texts();
    for (std::size_t i = 0; i < texts.size(); ++i) {
      view::Among among = view::among(texts, i);
      among.former = history.former[i];
      page_of(texts[i].protocol) =
          stamped(view::protocol(*texts[i].protocol, corpus_.as_of, among));
    }
  }

  view::Page stamped(view::Page page) const {
    page.made_of = view::words_for(view::of_text(stamp_, page.folder), page.language);
    return page;
  }

  // Where the model of that text belongs.
  view::Page& page_of(const passes::Protocol* protocol) {
    for (std::size_t i = 0; i < corpus_.others.size(); ++i)
      if (&corpus_.others[i].protocol == protocol) return models_.others[i];
    return models_.protocols[static_cast<std::size_t>(protocol - corpus_.protocols.data())];
  }

  void start_typesetting() {
    pdfs_.emplace(templates_, making_);
    const auto order = [&](const view::Page& page, const passes::Protocol& protocol) {
      pdfs_->order(view::address(page.folder, Format::pdf), &protocol,
                   render::stamped(render::protocol_pdf(page), page.made_of));
    };
    for (std::size_t i = 0; i < models_.protocols.size(); ++i)
      order(models_.protocols[i], corpus_.protocols[i]);
    for (std::size_t i = 0; i < models_.others.size(); ++i)
      order(models_.others[i], corpus_.others[i].protocol);
  }

  bool shows_comparison() const {
    return std::ranges::any_of(making_.formats,
                               [](Format format) { return view::info(format).compares; });
  }

  void compare() {
    if (corpus_.protocols.size() < 2) {
      output_.remarks.insert("only one protocol: nothing to compare");
      return;
    }
    progress_.step("comparing");
    earlier_.emplace(earlier_pairs(corpus_, making_.kept_pairs));
    compared_.emplace(corpus_, making_, progress_, *earlier_);
    add_comparison(*compared_, corpus_, making_, render::state_key(view::Words()), models_);
    if (pdfs_ && compared_->whole()) {
      pdfs_->order(std::string(view::matrix_pdf_address), nullptr,
                   render::stamped(render::matrix_pdf(matrix()), view::words_for(stamp_)));
    }
  }

  view::MatrixList matrix() const {
    view::MatrixList list =
        view::matrix_list(compared_->comparison, corpus_.protocols, corpus_.registers,
                          corpus_.as_of, models_.comparison.states);
    list.made_of = stamp_;
    return list;
  }

  void make_files() {
    make_pages_and_data();
    if (compared_) destination_.add(std::string(pairs_path), compared_->comparison.kept().bytes());
  }

  void make_pages_and_data() {
    Data data(corpus_, models_, compared_, histories_, templates_, stamp_, destination_);
    std::vector<Task> tasks = data.tasks(making_.formats);
    const bool html = making_.formats.contains(Format::html);
    if (pdfs_ || !html) {  // pages offer what could be typeset
      carry_out(std::exchange(tasks, {}), "writing data");
    }
    if (pdfs_) {
      progress_.step("typesetting", pdfs_->ordered(), pdfs_->typeset());
      pdfs_->finish(corpus_, destination_, output_);
    }
    if (!html) return;
    const render::Offer offer = offer_of(models_, making_.formats, output_.pdfs);
    const bool matrix = output_.pdfs.contains(std::string(view::matrix_pdf_address));
    const bool whole = compared_ && compared_->whole();
    Pages pages(models_, compared_, *layouts_, offer,
                {.whole = whole, .pdf = matrix, .tables = offer.data});
    std::ranges::move(pages.tasks(), std::back_inserter(tasks));
    for (const History& each : histories_)
      tasks.push_back([&] { return timeline_files(each, offer); });
    carry_out(tasks, "writing pages and data");
    destination_.add_all(render::assets(templates_));
    destination_.add_all(render::search_words(corpus_.registers));
  }

  void carry_out(const std::vector<Task>& tasks, std::string_view what) {
    progress_.step(what, tasks.size());
    cli::carry_out(tasks, making_.jobs, progress_, destination_);
  }

  // The timeline, and the redline of each of its steps.
  source::Files timeline_files(const History& history, const render::Offer& offer) const {
    const std::vector<view::VersionText> texts = history.texts();
    source::Files files = render::timeline_page(view::timeline(texts), offer, *layouts_);
    for (const view::VersionText& each : texts) {
      if (!each.before) continue;
      const passes::Protocol& before = *texts[*each.before].protocol;
      view::Redline redline =
          view::redline(*each.revision, before, *each.protocol,
                        {.loans = view::loans(*each.protocol, graphs_of(corpus_))});
      redline.made_of =
          view::words_for(stamp_of(before, *each.protocol, corpus_.as_of), redline.language);
      std::string path = view::redline_address(redline.id, each.name);
      const std::string root = view::way_up(path);
      redline.ways = view::RedlineWays{
          "../" + std::string(view::within(redline.id, view::timeline_address(redline.id))),
          root + view::page_address(texts[*each.before].folder),
          root + view::page_address(each.folder)};
      files.emplace(std::move(path), render::redline_html(redline, *layouts_, templates_));
    }
    return files;
  }

  Corpus& corpus_;
  const Making& making_;
  Progress& progress_;
  source::Destination& destination_;
  const render::Templates templates_;
  const view::Stamp stamp_;
  std::optional<render::HtmlTemplates> layouts_;  // where pages are wanted
  Models models_;
  std::vector<History> histories_;
  std::optional<compare::KeptPairs> earlier_;
  std::optional<Compared> compared_;
  std::optional<Pdfs> pdfs_;
  Output output_;
};

}  // namespace

Output make(Corpus& corpus, const Making& making, Progress& progress,
            source::Destination& destination) {
  return Build(corpus, making, progress, destination).run();
}

}  // namespace concord::cli
