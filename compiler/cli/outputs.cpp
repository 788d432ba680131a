#include "cli/outputs.h"

#include <fmt/format.h>

#include <algorithm>
#include <functional>
#include <iterator>
#include <utility>

#include "cli/histories.h"
#include "cli/parallel.h"
#include "cli/pdfs.h"
#include "cli/report.h"
#include "cli/share.h"
#include "cli/stamped.h"
#include "compare/comparison.h"
#include "compare/peers.h"
#include "diag/print.h"
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
#include "view/comparison.h"
#include "view/comparison_pages.h"
#include "view/council_pages.h"
#include "view/matrix_list.h"
#include "view/redline.h"
#include "view/stamp.h"
#include "view/view.h"

namespace concord::cli {
namespace {

constexpr std::string_view matrix_path = "compare/matrix.pdf";

// A comparison, and with whom each council was compared. Borrows the corpus.
struct Compared {
  Compared(const Corpus& corpus, const Making& making)
      : comparison(compare::compare(corpus.protocols, {&corpus.registers, making.jobs})),
        peers(compare::choose_peers(comparison, corpus.protocols, making.peers)) {}

  // One page shows what all councils say.
  bool whole() const { return compare::are_few(peers.of.size()); }

  compare::Comparison comparison;
  compare::Peers peers;
};

// What the renderers read. What each page alone shows is made when the page is.
struct Models {
  std::vector<view::Page> protocols;
  std::vector<view::Page> others;       // as Corpus::others
  view::MatrixList matrix;              // empty where nothing is compared
  std::optional<view::Compared> texts;  // where pages are wanted to show it
  view::ComparisonPages comparison;     // of so few councils that one page shows all; else empty
};

// A file alone. (A list of initial values would copy its bytes.)
source::Files file(std::string path, std::string bytes) {
  source::Files files;
  files.emplace(std::move(path), std::move(bytes));
  return files;
}

// Makes some of a build's files.
using Task = std::function<source::Files()>;

void carry_out(const std::vector<Task>& tasks, unsigned jobs, Progress& progress,
               source::Files& files) {
  std::vector<source::Files> made(tasks.size());
  at_once(tasks.size(), jobs, [&](std::size_t i) {
    made[i] = tasks[i]();
    progress.advance();
  });
  for (source::Files& each : made) files.merge(std::move(each));
}

void add_comparison(const Compared& compared, const Corpus& corpus, const Making& making,
                    const view::StateKey& states, Models& models) {
  std::vector<std::function<void()>> parts = {[&] {
    models.matrix = view::matrix_list(compared.comparison, corpus.protocols, corpus.registers,
                                      corpus.as_of, states);
    models.matrix.made_of = stamp_of(corpus);
  }};
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

// `files`: what is made already, which pages may lead to.
render::Offer offer_of(const Models& models, const std::set<Format>& formats,
                       const source::Files& files) {
  const bool data = formats.contains(Format::json);
  render::Offer offer{.docx = formats.contains(Format::docx),
                      .xml = formats.contains(Format::xml),
                      .json = data,
                      .markdown = formats.contains(Format::markdown),
                      .data = data,
                      .comparison = models.texts.has_value()};
  for (const auto* pages : {&models.protocols, &models.others})
    for (const view::Page& page : *pages)
      if (!files.contains(page.folder + "/protocol.pdf")) offer.without_pdf.insert(page.folder);
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
        comparison_offer_(comparison_offer) {}

  std::vector<Task> tasks() {
    tasks_.emplace_back(
        [this] { return render::library_page(models_.protocols, offer_, templates_); });
    for (std::uint32_t i = 0; i < models_.protocols.size(); ++i)
      tasks_.emplace_back([this, i] { return protocol_page(i); });
    for (const view::Page& page : models_.others)
      tasks_.emplace_back([&] { return render::protocol_page(page, {}, offer_, templates_); });
    if (compared_) comparison_tasks();
    return std::move(tasks_);
  }

 private:
  source::Files protocol_page(std::uint32_t i) const {
    view::CounterpartsByClause counterparts;
    if (compared_) counterparts = view::counterparts(*models_.texts, compared_->peers, i);
    return render::protocol_page(models_.protocols[i], counterparts, offer_, templates_);
  }

  void comparison_tasks() {
    if (compared_->whole()) {
      auto pages = render::comparison_html(models_.comparison, comparison_offer_, templates_);
      std::move(pages.begin(), pages.end(), std::back_inserter(tasks_));
    } else {
      tasks_.emplace_back([this] {
        return render::overview_html(view::overview(*models_.texts, compared_->peers),
                                     comparison_offer_, templates_);
      });
      pair_tasks();
    }
    for (std::uint32_t i = 0; i < models_.protocols.size(); ++i)
      tasks_.emplace_back([this, i] {
        view::CouncilPage page = view::council_page(*models_.texts, compared_->peers, i);
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
    for (const compare::CouncilPair& pair : compared_->peers.pairs)
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
  std::vector<Task> tasks_;
};

// The files of every format but HTML and PDF, as tasks.
class Data {
 public:
  // All must outlive the tasks.
  Data(const Corpus& corpus, const Models& models, const std::optional<Compared>& compared,
       const std::vector<History>& histories, const render::Templates& templates,
       const view::Stamp& stamp)
      : corpus_(corpus),
        models_(models),
        compared_(compared),
        histories_(histories),
        templates_(templates),
        stamp_(stamp) {}

  std::vector<Task> tasks(const std::set<Format>& formats) {
    if (formats.contains(Format::json)) json_tasks();
    for (std::size_t i = 0; i < corpus_.protocols.size(); ++i)
      text_tasks(formats, models_.protocols[i], corpus_.protocols[i], corpus_.documents[i]);
    for (std::size_t i = 0; i < corpus_.others.size(); ++i)
      text_tasks(formats, models_.others[i], corpus_.others[i].protocol,
                 corpus_.others[i].document);
    return std::move(tasks_);
  }

 private:
  // All must outlive the tasks.
  void text_tasks(const std::set<Format>& formats, const view::Page& page,
                  const passes::Protocol& protocol, const syntax::Document& document) {
    if (formats.contains(Format::json)) {
      tasks_.push_back([&] {
        return file(page.folder + "/protocol.json",
                    render::stamped(render::protocol_data(protocol, corpus_.sources),
                                    view::of_text(stamp_, page.folder)));
      });
    }
    if (formats.contains(Format::docx))
      tasks_.push_back([&] { return render::docx(page, templates_); });
    if (formats.contains(Format::xml)) tasks_.push_back([&] { return render::xml(page); });
    if (formats.contains(Format::markdown)) {
      tasks_.push_back([&] {
        return file(page.folder + "/protocol.md",
                    syntax::to_markdown(document, syntax::Notes::left_out));
      });
    }
  }

  void json_tasks() {
    if (!histories_.empty())
      tasks_.emplace_back([this] { return file("data/versions.json", versions_file()); });
    tasks_.emplace_back([this] { return graph_files(); });
    tasks_.emplace_back([this] { return corpus_files(); });
    tasks_.emplace_back([this] { return table_files(); });
    if (!compared_) return;
    tasks_.emplace_back([this] {
      return file("data/comparison.json",
                  render::stamped(render::comparison_data(compared_->comparison, compared_->peers,
                                                          corpus_.protocols),
                                  stamp_));
    });
    tasks_.emplace_back([this] { return render::tables(models_.matrix); });
  }

  std::string versions_file() const {
    std::vector<render::VersionsRecord> records;
    for (const History& each : histories_) records.push_back({each.texts(), each.former});
    return render::stamped(render::versions_data(records, corpus_.sources), stamp_);
  }

  source::Files corpus_files() {
    source::Files files;
    files["data/corpus.json"] =
        render::stamped(render::corpus_data(corpus_.protocols, corpus_.sources), stamp_);
    files["data/diagnostics.json"] =
        diag::as_json(corpus_.findings, corpus_.sources, corpus_.lifted);
    return files;
  }

  source::Files table_files() const {
    render::TidySources sources{corpus_.protocols, corpus_.registers.lists};
    if (compared_) {
      sources.comparison = &compared_->comparison;
      sources.peers = &compared_->peers;
    }
    const std::vector<render::TidyTable> tables = render::tidy_tables(sources);
    source::Files files = render::data_package(tables, {CONCORD_VERSION, corpus_.as_of, stamp_});
    files["data/concord.sqlite"] = render::sqlite_database(tables, stamp_);
    return files;
  }

  source::Files graph_files() const {
    graph::Network network = whole_network(corpus_);
    graph::NetworkFacts facts = view::clause_facts(corpus_.protocols, network);
    facts.made_of = fmt::format("{} {} {}", view::words_for(stamp_), view::licence_words(),
                                view::citation_words(stamp_));
    if (compared_)
      view::add_counterparts(compared_->comparison, compared_->peers.pairs, corpus_.protocols,
                             network, facts);
    source::Files files;
    files["data/graph.dot"] = graph::to_dot(network);
    files["data/graph.graphml"] = graph::to_graphml(network, facts);
    files["data/graph.json"] = render::stamped(render::graph_data(network), stamp_);
    return files;
  }

  const Corpus& corpus_;
  const Models& models_;
  const std::optional<Compared>& compared_;
  const std::vector<History>& histories_;
  const render::Templates& templates_;
  const view::Stamp& stamp_;
  std::vector<Task> tasks_;
};

// One build, from what was compiled to the files of every format.
class Build {
 public:
  Build(Corpus& corpus, const Making& making, Progress& progress)
      : corpus_(corpus),
        making_(making),
        progress_(progress),
        templates_(read_templates(making.templates)),
        stamp_(stamp_of(corpus)) {}

  Output run() {
    prepare();
    // First of all: the typesetter is at work while the rest is made.
    if (making_.formats.contains(Format::pdf)) start_typesetting();
    if (making_.comparison) compare();
    make_files();
    return std::move(output_);
  }

 private:
  // What several files are made of: the layouts of the pages, and a view of each protocol.
  void prepare() {
    models_.protocols.resize(corpus_.protocols.size());
    models_.others.resize(corpus_.others.size());
    histories_ = histories(corpus_);
    at_once(1 + models_.protocols.size(), making_.jobs, [&](std::size_t task) {
      if (task == 0) {
        if (making_.formats.contains(Format::html)) layouts_.emplace(templates_).stamp(stamp_);
      } else {
        models_.protocols[task - 1] =
            stamped(view::protocol(corpus_.protocols[task - 1], corpus_.as_of));
      }
    });
    for (const History& each : histories_) prepare_versions(each);
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
      pdfs_->order(page.folder + "/protocol.pdf", &protocol,
                   render::stamped(render::protocol_pdf(page), page.made_of));
    };
    for (std::size_t i = 0; i < models_.protocols.size(); ++i)
      order(models_.protocols[i], corpus_.protocols[i]);
    for (std::size_t i = 0; i < models_.others.size(); ++i)
      order(models_.others[i], corpus_.others[i].protocol);
  }

  void compare() {
    if (corpus_.protocols.size() < 2) {
      output_.remarks.insert("only one protocol: nothing to compare");
      return;
    }
    progress_.step("comparing");
    compared_.emplace(corpus_, making_);
    const render::Words words(templates_);
    add_comparison(*compared_, corpus_, making_, render::state_key(words.in("en")), models_);
    if (pdfs_ && compared_->whole()) {
      pdfs_->order(std::string(matrix_path), nullptr,
                   render::stamped(render::matrix_pdf(models_.matrix), view::words_for(stamp_)));
    }
  }

  void make_files() {
    Data data(corpus_, models_, compared_, histories_, templates_, stamp_);
    std::vector<Task> tasks = data.tasks(making_.formats);
    const bool html = making_.formats.contains(Format::html);
    if (pdfs_ || !html) {  // pages offer what could be typeset
      carry_out(std::exchange(tasks, {}), "writing data");
    }
    if (pdfs_) {
      progress_.step("typesetting");
      pdfs_->finish(corpus_, output_);
    }
    if (!html) return;
    const render::Offer offer = offer_of(models_, making_.formats, output_.files);
    const bool matrix = output_.files.contains(std::string(matrix_path));
    const bool whole = compared_ && compared_->whole();
    Pages pages(models_, compared_, *layouts_, offer,
                {.whole = whole, .pdf = matrix, .tables = offer.data});
    std::ranges::move(pages.tasks(), std::back_inserter(tasks));
    for (const History& each : histories_)
      tasks.push_back([&] { return timeline_files(each, offer); });
    carry_out(tasks, "writing pages and data");
    output_.files.merge(render::assets(templates_));
    output_.files.merge(render::search_words(corpus_.registers));
  }

  void carry_out(const std::vector<Task>& tasks, std::string_view what) {
    progress_.step(what, tasks.size());
    cli::carry_out(tasks, making_.jobs, progress_, output_.files);
  }

  // The timeline, and the redline of each of its steps.
  source::Files timeline_files(const History& history, const render::Offer& offer) const {
    const std::vector<view::VersionText> texts = history.texts();
    source::Files files = render::timeline_page(view::timeline(texts), offer, *layouts_);
    for (const view::VersionText& each : texts) {
      if (!each.before) continue;
      const passes::Protocol& before = *texts[*each.before].protocol;
      view::Redline redline = view::redline(*each.revision, before, *each.protocol, {});
      redline.made_of = view::words_for(stamp_of(before, *each.protocol, corpus_.as_of));
      files.emplace(fmt::format("{}/changes/{}.html", redline.id, each.name),
                    render::redline_html(redline, *layouts_, templates_));
    }
    return files;
  }

  Corpus& corpus_;
  const Making& making_;
  Progress& progress_;
  const render::Templates templates_;
  const view::Stamp stamp_;
  std::optional<render::HtmlTemplates> layouts_;  // where pages are wanted
  Models models_;
  std::vector<History> histories_;
  std::optional<Compared> compared_;
  std::optional<Pdfs> pdfs_;
  Output output_;
};

}  // namespace

std::optional<Format> format_named(std::string_view name) {
  if (name == "html") return Format::html;
  if (name == "pdf") return Format::pdf;
  if (name == "docx") return Format::docx;
  if (name == "xml") return Format::xml;
  if (name == "json") return Format::json;
  if (name == "md") return Format::markdown;
  return std::nullopt;
}

Output make(Corpus& corpus, const Making& making, Progress& progress) {
  return Build(corpus, making, progress).run();
}

}  // namespace concord::cli
