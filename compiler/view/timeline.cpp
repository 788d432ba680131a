#include "view/timeline.h"

#include <algorithm>
#include <set>
#include <tuple>

#include "draft/versions.h"
#include "view/addresses.h"
#include "view/redline.h"
#include "view/redline_words.h"
#include "view/view.h"

namespace concord::view {
namespace {

using syntax::Metadata;
using syntax::Status;

const Metadata& metadata_of(const VersionText& version) {
  return version.protocol->metadata();
}

// What the lists of versions say of that adoption.
const syntax::Version* listed(const Metadata& metadata) {
  const std::string label = draft::version_label(metadata);
  const auto is_it = [&](const syntax::Version& each) {
    return each.date.present() ? each.date == metadata.adopted.date
                               : !label.empty() && each.version == label;
  };
  const auto& all = metadata.versions;
  const auto last = std::find_if(all.rbegin(), all.rend(), is_it);
  return last == all.rend() ? nullptr : &*last;
}

// The draft's own line: what has not happened yet, and stands with the draft.
bool is_of_draft(const syntax::Version& known, const Metadata& metadata) {
  return metadata.status == Status::draft && !known.version.empty() &&
         known.version == draft::version_label(metadata);
}

class TimelineMaker {
 public:
  explicit TimelineMaker(const std::vector<VersionText>& versions)
      : versions_(versions), main_(metadata_of(versions.back())) {}

  Timeline make() {
    made_.id = main_.id;
    made_.council = main_.council;
    made_.title = main_.title;
    made_.language = main_.language;
    for (const VersionText& each : versions_) add(each);
    for (const VersionText& each : versions_)
      for (const syntax::Version& known : metadata_of(each).versions)
        if (!is_of_draft(known, metadata_of(each))) add_listed(known);
    std::ranges::stable_sort(made_.entries, std::ranges::greater{}, rank);
    return std::move(made_);
  }

 private:
  static std::tuple<bool, std::string> rank(const TimelineEntry& entry) {
    const std::string day = entry.date ? syntax::Date{entry.date->iso}.last_day() : "";
    return {entry.status == Status::draft, day};
  }

  void add(const VersionText& version) {
    const Metadata& metadata = metadata_of(version);
    TimelineEntry entry;
    entry.in_force = version.name == "in-force";
    entry.status = metadata.status;
    if (entry.status == Status::adopted && !entry.in_force) entry.status = Status::superseded;
    if (entry.status != Status::draft) entry.date = date(metadata.adopted.date, main_.language);
    entry.version = draft::version_label(metadata);
    entry.body = metadata.adopted.body;
    entry.minute = metadata.adopted.minute;
    if (const syntax::Version* known = listed(metadata); known && entry.status != Status::draft) {
      entry.note = known->note;
      if (entry.body.empty()) entry.body = known->authority;
      if (entry.minute.empty()) entry.minute = known->minute;
    }
    if (entry.date) told_.insert(entry.date->iso);
    entry.page = within(main_.id, page_address(version.folder));
    add_step(version, entry);
    made_.entries.push_back(std::move(entry));
  }

  void add_step(const VersionText& version, TimelineEntry& entry) {
    if (!version.before) return;
    const syntax::Date& then = metadata_of(versions_[*version.before]).adopted.date;
    if (const auto day = date(then, main_.language)) entry.before = day->words;
    entry.redline = within(main_.id, redline_address(main_.id, version.name));
    entry.headline = headline(*version.revision, Words(main_.language));
  }

  // A version known by its line in a list alone.
  void add_listed(const syntax::Version& known) {
    if (!known.date.present() || !told_.insert(known.date.iso).second) return;
    TimelineEntry entry;
    entry.date = date(known.date, main_.language);
    entry.version = known.version;
    entry.body = known.authority;
    entry.minute = known.minute;
    entry.note = known.note;
    made_.entries.push_back(std::move(entry));
  }

  const std::vector<VersionText>& versions_;
  const Metadata& main_;
  std::set<std::string> told_;  // dates
  Timeline made_;
};

// The adoptions and amendments that the texts know of, by date.
std::vector<Milestone> all_milestones(const std::vector<VersionText>& versions) {
  std::vector<Milestone> all;
  for (const VersionText& each : versions) {
    const Metadata& metadata = metadata_of(each);
    if (metadata.status == Status::draft) continue;
    if (metadata.adopted.date.present())
      all.push_back({metadata.adopted.date.iso, "adopted", metadata.adopted.body});
    for (const syntax::Version& version : metadata.versions)
      if (version.date.present()) all.push_back({version.date.iso, "amended", version.authority});
  }
  const auto order = [](const Milestone& each) { return std::tie(each.date, each.kind); };
  std::ranges::stable_sort(all, {}, order);
  const auto same = [&](const Milestone& a, const Milestone& b) { return order(a) == order(b); };
  all.erase(std::unique(all.begin(), all.end(), same), all.end());
  return all;
}

}  // namespace

Timeline timeline(const std::vector<VersionText>& versions) {
  return TimelineMaker(versions).make();
}

Among among(const std::vector<VersionText>& versions, std::size_t place) {
  const VersionText& version = versions[place];
  const Metadata& metadata = metadata_of(version);
  Among made;
  made.folder = version.folder;
  for (std::size_t i = 0; i < versions.size(); ++i) {
    if (i == place) continue;
    const Metadata& other = metadata_of(versions[i]);
    if (i < place && draft::has_origin_of(metadata, other)) made.has_earlier_origin = true;
    const bool draft = other.status == Status::draft;
    made.others.push_back({versions[i].name, other.status,
                           draft ? std::nullopt : date(other.adopted.date, metadata.language),
                           draft::version_label(other), versions[i].folder});
  }
  if (metadata.status == Status::draft) {
    made.milestones = all_milestones(versions);
    return made;
  }
  const std::string until = metadata.adopted.date.last_day();
  for (const Milestone& each : all_milestones(versions))
    if (syntax::Date{each.date}.last_day() <= until) made.milestones.push_back(each);
  made.superseded = metadata.status == Status::adopted && version.name != "in-force";
  if (place + 1 < versions.size() && metadata_of(versions[place + 1]).status != Status::draft)
    made.superseded_on = date(metadata_of(versions[place + 1]).adopted.date, metadata.language);
  return made;
}

}  // namespace concord::view
