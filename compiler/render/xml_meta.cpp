#include "render/xml_meta.h"

#include <algorithm>
#include <initializer_list>
#include <tuple>
#include <utility>
#include <vector>

#include "render/akn_places.h"

namespace concord::render {
namespace {

constexpr const char* editor = "#object-concord";
constexpr const char* council = "#organization-council";
constexpr std::string_view unknown_day = "0001-01-01";

std::string iso(const std::optional<view::Date>& date) {
  return date ? date->iso : "";
}

// The first day that the date may mean: "2024-05" -> "2024-05-01".
std::string first_day(const std::string& date) {
  constexpr std::string_view rest = "0000-01-01";
  return date + std::string(rest.substr(std::min(date.size(), rest.size())));
}

const XmlElement& set_date(const XmlElement& element, const std::string& date) {
  const std::string day = first_day(date);
  element.set("date", day);
  return day == date ? element : element.set_own("date", date);
}

// Something that happened to the text.
struct Event {
  std::string date;       // ISO, as exact as the source; never empty
  std::string kind;       // "adopted", "amended", "reviewed": in this order on one day
  std::string authority;  // who decided, in the source's words, or empty

  friend bool operator==(const Event&, const Event&) = default;
  friend bool operator<(const Event& a, const Event& b) {
    return std::tie(a.date, a.kind, a.authority) < std::tie(b.date, b.kind, b.authority);
  }
};

// What the text itself tells of its adoption and amendments.
std::vector<Event> own_events(const view::Page& protocol) {
  std::vector<Event> events;
  if (const auto& adopted = protocol.adopted)
    events.push_back({iso(adopted->date), "adopted", adopted->body});
  for (const view::Version& version : protocol.versions)
    events.push_back({iso(version.date), "amended", version.authority});
  return events;
}

// By date; with other versions at hand, what all of them tell. A version table that lists the
// adoption too speaks of the same event.
std::vector<Event> events_of(const view::Page& protocol) {
  std::vector<Event> events;
  for (const view::Milestone& each : protocol.milestones)
    events.push_back({each.date, each.kind, each.body});
  if (events.empty()) events = own_events(protocol);
  if (protocol.review) events.push_back({iso(protocol.review->date), "reviewed", ""});
  std::erase_if(events, [](const Event& event) { return event.date.empty(); });
  std::sort(events.begin(), events.end());
  const auto same = [](const Event& a, const Event& b) {
    return a == b || (a.date == b.date && a.kind == "adopted" && b.kind == "amended");
  };
  events.erase(std::unique(events.begin(), events.end(), same), events.end());
  return events;
}

class MetaWriter {
 public:
  MetaWriter(const view::Page& protocol, const XmlElement& document)
      : protocol_(protocol), meta_(document.add("meta")), events_(events_of(protocol)) {
    const std::string actor = akn_slug(protocol.council);
    work_ = "/akn/gb/doc/protocol/" + (actor.empty() ? "council" : actor) +
            (events_.empty() ? "" : "/" + events_.front().date) + "/" + protocol.id;
    expression_ = work_ + "/" + language() + version();
  }

  // In the schema's order: what events name comes after them.
  AknReferences write() {
    identification();
    if (events_.empty()) return references();
    const XmlElement lifecycle = meta_.add("lifecycle").set("source", editor);
    const XmlElement workflow = meta_.add("workflow").set("source", editor);
    AknReferences list = references();
    write_lifecycle(lifecycle);
    write_workflow(workflow, list);
    return list;
  }

  void proprietary() {
    const XmlElement own = meta_.add("proprietary").set("source", editor);
    const view::Page& p = protocol_;
    record(own, "protocol",
           {{"id", p.id},
            {"name", p.name},
            {"council", p.council},
            {"part", p.part},
            {"status", syntax::name_of(p.status)},
            {"language", p.language},
            {"governance", p.governance},
            {"purpose", p.purpose}});
    if (!p.made_of.empty()) record(own, "made", {{"of", p.made_of}});
    if (p.adopted) {
      record(own, "adopted",
             {{"date", iso(p.adopted->date)},
              {"body", p.adopted->body},
              {"minute", p.adopted->minute}});
    }
    if (p.review) {
      record(own, "review",
             {{"date", iso(p.review->date)},
              {"due", iso(p.review->due)},
              {"owner", p.review->owner},
              {"note", p.review->note}});
    }
    if (p.contact)
      record(own, "contact", {{"email", p.contact->email}, {"phone", p.contact->phone}});
    for (const view::Version& v : p.versions) {
      record(own, "version",
             {{"version", v.version},
              {"date", iso(v.date)},
              {"authority", v.authority},
              {"minute", v.minute},
              {"note", v.note}});
    }
    for (const view::Signature& s : p.signoff)
      record(own, "signature", {{"role", s.role}, {"name", s.name}, {"date", iso(s.date)}});
    if (p.source) {
      record(own, "source",
             {{"url", p.source->url},
              {"retrieved", iso(p.source->retrieved)},
              {"sha256", p.source->sha256}});
    }
    for (const view::Repair& r : p.repairs)
      record(own, "repair", {{"at", r.at}, {"from", r.from}, {"to", r.to}, {"note", r.note}});
  }

 private:
  // ISO 639-2, as the naming convention wants it.
  std::string language() const { return protocol_.language.starts_with("cy") ? "cym" : "eng"; }

  // A draft beside an adopted text has no day of its own.
  bool is_among_drafts() const {
    return protocol_.status == syntax::Status::draft && !protocol_.milestones.empty();
  }

  std::string version() const {
    if (is_among_drafts()) return "@draft";
    return events_.empty() ? "" : "@" + events_.back().date;
  }

  void identification() {
    const XmlElement identification = meta_.add("identification").set("source", editor);
    const bool known = !events_.empty();
    const std::string retrieved = protocol_.source ? iso(protocol_.source->retrieved) : "";
    const std::string day = retrieved.empty() ? std::string(unknown_day) : retrieved;
    const Event fallback = {day, retrieved.empty() ? "unknown" : "retrieved", ""};
    const Event& first = known ? events_.front() : fallback;
    const Event& last = known && !is_among_drafts() ? events_.back() : fallback;

    const XmlElement work = frbr(identification, "FRBRWork", work_, "", first, council);
    work.add("FRBRcountry").set("value", "gb");
    work.add("FRBRsubtype").set("value", "protocol");
    work.add("FRBRname").set("value", protocol_.id);
    frbr(identification, "FRBRExpression", expression_, "", last, council)
        .add("FRBRlanguage")
        .set("language", language());
    frbr(identification, "FRBRManifestation", expression_, ".xml",
         retrieved.empty() ? last : fallback, editor)
        .add("FRBRformat")
        .set("value", "application/akn+xml");
  }

  static XmlElement frbr(const XmlElement& identification, const char* level,
                         const std::string& uri, const std::string& ending, const Event& event,
                         const char* author) {
    const XmlElement element = identification.add(level);
    element.add("FRBRthis").set("value", uri + "/!main" + ending);
    element.add("FRBRuri").set("value", uri + ending);
    set_date(element.add("FRBRdate"), event.date).set("name", event.kind);
    element.add("FRBRauthor").set("href", author);
    return element;
  }

  AknReferences references() {
    const XmlElement list = meta_.add("references").set("source", editor);
    list.add("original")
        .set("eId", "original")
        .set("href", expression_)
        .set("showAs", protocol_.title);
    AknReferences references(list);
    references.name("Organization", "council", protocol_.council);
    references.name("Object", "concord", "Concord");
    return references;
  }

  // A review changes no word: it is a step of the workflow alone, unless nothing else is known.
  void write_lifecycle(const XmlElement& lifecycle) const {
    bool first = true;
    for (const Event& event : events_) {
      if (event.kind == "reviewed" && events_.size() > 1) continue;
      set_date(lifecycle.add("eventRef"), event.date)
          .set("source", "#original")
          .set("type", first ? "generation" : "amendment");
      first = false;
    }
    if (protocol_.superseded_on)
      set_date(lifecycle.add("eventRef"), protocol_.superseded_on->iso)
          .set("source", "#original")
          .set("type", "amendment");
  }

  void write_workflow(const XmlElement& workflow, AknReferences& list) const {
    for (const Event& event : events_) {
      const std::string by =
          event.authority.empty()
              ? council
              : list.name("Organization", "body " + event.authority, event.authority);
      set_date(workflow.add("step"), event.date)
          .set("by", by)
          .set("outcome", list.name("Concept", event.kind, event.kind));
    }
    if (protocol_.superseded_on)
      set_date(workflow.add("step"), protocol_.superseded_on->iso)
          .set("by", council)
          .set("outcome", list.name("Concept", "superseded", "superseded"));
    for (const view::Signature& signature : protocol_.signoff) {
      if (!signature.date) continue;
      const std::string& date = signature.date->iso;
      const std::string& name = signature.name;
      const std::string& role = signature.role;
      const XmlElement step = workflow.add("step");
      set_date(step, date).set("by", name.empty() ? council : list.name("Person", name, name));
      if (!role.empty()) step.set("as", list.name("Role", role, role));
      step.set("outcome", list.name("Concept", "signed", "signed"));
    }
  }

  using Attribute = std::pair<const char*, std::string_view>;

  // An element of our own with those attributes that say something.
  static void record(const XmlElement& parent, const char* name,
                     std::initializer_list<Attribute> attributes) {
    const XmlElement element = parent.add_own(name);
    for (const auto& [key, value] : attributes) element.set(key, value);
  }

  const view::Page& protocol_;
  XmlElement meta_;
  std::vector<Event> events_;
  std::string work_;
  std::string expression_;
};

}  // namespace

const std::string& AknReferences::name(std::string_view kind, std::string_view key,
                                       std::string_view shown) {
  const auto of_kind = names_.find(kind);
  Names& names = of_kind == names_.end() ? names_[std::string(kind)] : of_kind->second;
  if (const auto known = names.find(key); known != names.end()) return known->second;
  const std::string slug = akn_slug(key);
  const std::string wanted = akn_slug(kind) + "-" + (slug.empty() ? "nn" : slug);
  std::string eid = wanted;
  for (int n = 2; !taken_.insert(eid).second; ++n) eid = wanted + "-" + std::to_string(n);
  list_.add(("TLC" + std::string(kind)).c_str())
      .set("eId", eid)
      .set("href", "/akn/ontology/" + akn_slug(kind) + "/gb/" + eid)
      .set("showAs", shown.empty() ? key : shown);
  return names[std::string(key)] = "#" + eid;
}

AknReferences write_akn_meta(const view::Page& protocol, const XmlElement& document) {
  MetaWriter writer(protocol, document);
  AknReferences references = writer.write();
  writer.proprietary();
  return references;
}

}  // namespace concord::render
