#include "cli/adoption_pack.h"

#include <cstdlib>
#include <utility>

#include "cli/outputs.h"
#include "cli/pdfs.h"
#include "cli/share.h"
#include "cli/stamped.h"
#include "draft/permalinks.h"
#include "draft/versions.h"
#include "render/data_file.h"
#include "render/docx.h"
#include "render/docx_redline.h"
#include "render/html.h"
#include "render/html_redline.h"
#include "render/manifest.h"
#include "render/model_json.h"
#include "render/paper.h"
#include "render/redline.h"
#include "source/sha256.h"
#include "view/peers_paper.h"
#include "view/tracked.h"
#include "view/view.h"

namespace concord::cli {
namespace {

class Maker {
 public:
  Maker(const PackOrder& order, Progress& progress)
      : order_(order),
        progress_(progress),
        share_(find_share()),
        templates_(read_templates(share_.templates)),
        layouts_(templates_),
        making_{.formats = {},
                .templates = share_.templates,
                .folder = order.folder,
                .pdf_wanted = order.pdf_wanted,
                .comparison = false},
        proposal_(view::proposal(
            order.revision, order.before.protocol(), order.after.protocol(),
            order.after.corpus.registers, order.loans,
            {order.after.corpus.as_of, std::getenv("SOURCE_DATE_EPOCH") != nullptr})) {
    proposal_.redline.made_of = view::words_for(stamp_, proposal_.redline.language);
    if (wants(PackFormat::pdf)) pdfs_.emplace(templates_, making_);
  }

  Pack run() {
    progress_.step("writing the pack");
    text("proposed", order_.after, &order_.before.protocol());
    text("current", order_.before, nullptr);
    redline();
    paper(view::report_paper(proposal_, appendices()));
    paper(view::schedule_paper(proposal_));
    if (order_.peers) peers(*order_.peers);
    paper(view::destinations_paper(proposal_));
    paper(view::consequential_paper(proposal_));
    paper(view::checks_paper(proposal_, order_.checked));
    if (pdfs_) finish_pdfs();
    made_.files["manifest.json"] = manifest();
    return std::move(made_);
  }

 private:
  bool wants(PackFormat format) const { return order_.formats.contains(format); }

  // What is annexed to the report, in the order of a committee's papers.
  std::vector<view::Appendix> appendices() const {
    std::vector<view::Appendix> all;
    for (const std::string id :
         {"proposed", "redline", "schedule", "peers", "destinations", "consequential", "current"})
      if (id != "peers" || order_.peers)
        all.push_back({id, std::string(proposal_.words["appendix_" + id])});
    return all;
  }

  void add(const std::string& name, std::string bytes) {
    if (!bytes.empty()) made_.files[name] = std::move(bytes);
  }

  // What the present text was taken from is not what the proposed one was.
  void text(const std::string& name, const Version& version, const passes::Protocol* before) {
    view::Among among;
    among.former = draft::permalinks(version.protocol());
    among.has_earlier_origin =
        before != nullptr &&
        draft::has_origin_of(version.protocol().metadata(), before->metadata());
    view::Page page = view::protocol(version.protocol(), version.corpus.as_of, among);
    page.made_of = view::words_for(
        view::Stamp{
            stamp_.program, stamp_.as_of, {view::stamped(version.protocol().metadata(), "")}},
        page.language);
    if (wants(PackFormat::html))
      add(name + ".html", render::protocol_file(page, layouts_, templates_));
    if (wants(PackFormat::docx)) add(name + ".docx", render::word_file(page, templates_));
    if (pdfs_)
      pdfs_->order(name + ".pdf", nullptr,
                   render::stamped(render::protocol_pdf(page), page.made_of));
  }

  void redline() {
    const passes::Protocol& before = order_.before.protocol();
    const passes::Protocol& after = order_.after.protocol();
    if (wants(PackFormat::html))
      add("redline.html", render::redline_html(proposal_.redline, layouts_, templates_));
    if (wants(PackFormat::docx)) {
      view::Tracked tracked =
          view::tracked(order_.revision, before, after, order_.after.corpus.as_of, order_.loans);
      tracked.after.made_of = proposal_.redline.made_of;
      add("redline.docx", render::redline_docx(tracked, templates_, {}));
    }
    if (wants(PackFormat::json))
      add("redline.json",
          render::stamped(render::redline_data(order_.revision, before, after), stamp_));
    if (pdfs_)
      pdfs_->order(
          "redline.pdf", nullptr,
          render::stamped(render::redline_pdf(proposal_.redline), proposal_.redline.made_of));
  }

  // What the texts are that a paper was made of, at its end.
  void paper(view::Paper paper) {
    paper.made_of = proposal_.redline.made_of;
    paper.say({{paper.made_of, view::Look::quiet}});
    write(paper);
  }

  void write(const view::Paper& paper) {
    if (wants(PackFormat::html))
      add(paper.id + ".html", render::paper_html(paper, layouts_, templates_));
    if (wants(PackFormat::docx)) add(paper.id + ".docx", render::paper_docx(paper, templates_));
    if (wants(PackFormat::markdown)) add(paper.id + ".md", render::paper_markdown(paper));
    if (wants(PackFormat::xlsx)) add(paper.id + ".xlsx", render::paper_xlsx(paper));
    if (wants(PackFormat::csv)) made_.files.merge(render::paper_csv(paper));
    if (wants(PackFormat::json) && is_of_tables(paper))
      add(paper.id + ".json", render::stamped(render::paper_json(paper), stamp_));
    if (pdfs_) pdfs_->order(paper.id + ".pdf", nullptr, render::paper_pdf(paper));
    for (view::PaperGap& gap : view::gaps(paper)) made_.gaps.push_back(std::move(gap));
  }

  // What programs read of a paper is its tables; these two are prose, or have data of their own.
  static bool is_of_tables(const view::Paper& paper) {
    return paper.id != "report" && paper.id != "peers";
  }

  void peers(const view::Peers& peers) {
    write(view::peers_paper(peers));  // says it of more texts
    if (wants(PackFormat::json)) add("peers.json", render::as_json(peers));
  }

  void finish_pdfs() {
    progress_.step("typesetting");
    Output output;
    Corpus none;
    source::InMemory pdfs;
    pdfs_->finish(none, pdfs, output);
    made_.files.merge(pdfs.take());
    made_.notes.assign(output.remarks.begin(), output.remarks.end());
    for (const std::string& path : output.left_out)
      made_.notes.push_back(path + " is left out: it cannot be typeset");
    made_.whole = output.left_out.empty();
  }

  static render::ManifestSource source_of(const char* role, const Version& version) {
    const source::FileId file = version.protocol().graph().file;
    return {role, file_name(version.corpus.sources.name(file)),
            source::sha256(version.corpus.sources.text(file)), &version.protocol().metadata()};
  }

  // Of what people read: the list of PDFs is for the next run.
  std::string manifest() const {
    source::Files files = made_.files;
    std::erase_if(files, [](const auto& file) { return file.first.starts_with("data/"); });
    render::Manifest manifest;
    manifest.program = CONCORD_VERSION;
    manifest.sources = {source_of("proposed", order_.after), source_of("current", order_.before)};
    for (const OtherText& each : order_.others)
      manifest.sources.push_back(
          {"other", file_name(each.file.generic_string()), each.sha256, &each.metadata});
    manifest.gaps = made_.gaps;
    manifest.errors = view::count(order_.checked, "error");
    return render::manifest_json(manifest, files);
  }

  const PackOrder& order_;
  Progress& progress_;
  const Share share_;
  const render::Templates templates_;
  const render::HtmlTemplates layouts_;
  const Making making_;
  const view::Stamp stamp_ =
      stamp_of(order_.before.protocol(), order_.after.protocol(), order_.after.corpus.as_of);
  view::Proposal proposal_;
  std::optional<Pdfs> pdfs_;
  Pack made_;
};

}  // namespace

Pack make_pack(const PackOrder& order, Progress& progress) {
  return Maker(order, progress).run();
}

}  // namespace concord::cli
