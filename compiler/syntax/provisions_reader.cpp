#include "syntax/provisions_reader.h"

#include <fmt/format.h>

#include <iterator>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <utility>

namespace concord::syntax {
namespace {

using Read = FieldReader::Read;

constexpr std::string_view clause_form = "a protocol and its clause, such as york#5.3";

bool is_clause(std::string_view name) {
  const std::size_t sign = name.find('#');
  return sign != std::string_view::npos && sign > 0 && sign + 1 < name.size();
}

std::string_view trimmed(std::string_view words) {
  const std::size_t begin = words.find_first_not_of(' ');
  if (begin == std::string_view::npos) return {};
  return words.substr(begin, words.find_last_not_of(' ') + 1 - begin);
}

// "[lead-in] words" in its two parts.
void split_lead_in(std::string_view written, KnownWording& into) {
  const std::size_t end = written.starts_with('[') ? written.find(']') : std::string_view::npos;
  if (end != std::string_view::npos) {
    into.lead_in = trimmed(written.substr(1, end - 1));
    written.remove_prefix(end + 1);
  }
  into.words = trimmed(written);
}

class ProvisionReader {
 public:
  explicit ProvisionReader(FieldReader& fields) : fields_(fields) {}

  void read(const YamlNode& node, const Path& path, Provision& provision) {
    const YamlNode* id = node.find("id");
    if (id != nullptr) provision.span = fields_.span(id->begin, id->end);
    fields_.mapping(node, path,
                    {{"id", fields_.checked(provision.id, is_id, id_form)},
                     {"title", fields_.text(provision.title)},
                     {"question", fields_.text(provision.question)},
                     {"topic", fields_.text(provision.topic)},
                     {"bearer", fields_.text(provision.bearer)},
                     {"says", wordings(provision.says, true)},
                     {"also", wordings(provision.also, false)},
                     {"not", near_misses(provision.near_misses)}});
  }

 private:
  Read wordings(std::vector<KnownWording>& into, bool of_clauses) {
    return [this, &into, of_clauses](const YamlNode& node, const Path& path) {
      fields_.sequence(node, path, [&](const YamlNode& item, const Path& inside) {
        KnownWording wording;
        if (item.kind == YamlNode::Kind::scalar && !of_clauses) {
          words(item, inside, wording);
        } else if (item.entries.size() == 1) {
          quotation(item.entries.front(), inside, wording);
        } else {
          fields_.wrong_form(item, inside, "a clause with its words, such as \"york#5.3: Words\"");
        }
        if (!wording.words.empty()) into.push_back(std::move(wording));
      });
    };
  }

  // "york#5.3: Officers …" or, where any words will do, "words: Officers …".
  void quotation(const YamlEntry& entry, const Path& path, KnownWording& into) {
    if (!is_clause(entry.key.scalar)) {
      fields_.wrong_form(entry.key, path, clause_form);
      return;
    }
    into.source = entry.key.scalar;
    words(entry.value, {&path, entry.key.scalar}, into);
  }

  void words(const YamlNode& node, const Path& path, KnownWording& into) {
    std::string written;
    fields_.text(written)(node, path);
    split_lead_in(written, into);
    if (into.words.empty()) fields_.wrong_form(node, path, "words");
    into.span = fields_.span(node.begin, node.end);
  }

  Read near_misses(std::vector<NearMiss>& into) {
    return [this, &into](const YamlNode& node, const Path& path) {
      fields_.sequence(node, path, [&](const YamlNode& item, const Path& inside) {
        NearMiss near;
        for (const YamlEntry& entry : item.entries) {
          if (entry.key.scalar == "because") {
            fields_.text(near.because)(entry.value, {&inside, "because"});
          } else if (entry.key.scalar == "words") {
            words(entry.value, {&inside, "words"}, near.wording);
          } else {
            quotation(entry, inside, near.wording);
          }
        }
        if (item.entries.size() == 2 && !near.because.empty() && !near.wording.words.empty()) {
          into.push_back(std::move(near));
        } else {
          fields_.wrong_form(item, inside, "a clause with its words, and \"because\"");
        }
      });
    };
  }

  FieldReader& fields_;
};

void read_decision(FieldReader& fields, const YamlNode& node, const Path& path, Decision& into) {
  const YamlNode* a = node.find("a");
  if (a != nullptr) into.span = fields.span(a->begin, a->end);
  std::string verdict;
  std::vector<std::string> words;
  fields.mapping(node, path,
                 {{"a", fields.checked(into.a, is_clause, clause_form)},
                  {"b", fields.checked(into.b, is_clause, clause_form)},
                  {"verdict", fields.choice(verdict, {"same", "differs", "different"})},
                  {"kind", fields.choice(into.kind, kinds_of_difference())},
                  {"because", fields.text(into.because)},
                  {"by", fields.text(into.by)},
                  {"date", fields.date(into.date)},
                  {"words", fields.texts(words)}});
  for (const Verdict each : {Verdict::same, Verdict::differs, Verdict::different})
    if (verdict == name_of(each)) into.verdict = each;
  if (words.size() == 2) {
    into.a_words = words[0];
    into.b_words = words[1];
  } else if (!words.empty()) {
    fields.wrong_form(node, {&path, "words"}, "a digest of the words of a, and one of b");
  }
  if (into.a.empty() || into.b.empty() || verdict.empty() || into.a == into.b) {
    fields.wrong_form(node, path, "two clauses, a and b, and a verdict");
  } else if ((into.verdict == Verdict::differs) == into.kind.empty()) {
    fields.wrong_form(node, path, "a kind of difference for \"differs\", and for nothing else");
  }
}

}  // namespace

Read provisions_field(FieldReader& fields, std::vector<Provision>& into) {
  return [&fields, &into](const YamlNode& node, const Path& path) {
    std::unordered_set<std::string> known;
    for (const Provision& each : into) known.insert(each.id);
    fields.sequence(node, path, [&](const YamlNode& item, const Path& inside) {
      const std::uint32_t faults = fields.faults();
      Provision provision;
      ProvisionReader(fields).read(item, inside, provision);
      if (fields.faults() > faults) return;
      if (provision.id.empty()) {
        fields.wrong_form(item, inside, "an id");
      } else if (!known.insert(provision.id).second) {
        fields.wrong_form(item, inside, fmt::format("\"{}\" once", provision.id));
      } else {
        into.push_back(std::move(provision));
      }
    });
  };
}

Read decisions_field(FieldReader& fields, std::vector<Decision>& into) {
  return [&fields, &into](const YamlNode& node, const Path& path) {
    fields.sequence(node, path, [&](const YamlNode& item, const Path& inside) {
      const std::uint32_t faults = fields.faults();
      Decision decision;
      read_decision(fields, item, inside, decision);
      if (fields.faults() == faults) into.push_back(std::move(decision));
    });
  };
}

std::vector<std::string> kinds_of_difference() {
  return {"negation",  "duty",     "actor",  "recipient", "condition",
          "exception", "deadline", "amount", "class"};
}

std::vector<Provision> extend(std::vector<Provision> own, std::vector<Provision> users) {
  const auto append = [](auto& into, auto& from) {
    std::move(from.begin(), from.end(), std::back_inserter(into));
  };
  std::unordered_map<std::string, std::size_t> places;
  for (std::size_t i = 0; i < own.size(); ++i) places.emplace(own[i].id, i);
  for (Provision& provision : users) {
    const auto place = places.find(provision.id);
    if (place == places.end()) {
      own.push_back(std::move(provision));
    } else if (Provision& same = own[place->second]; !provision.title.empty()) {
      same = std::move(provision);
    } else {
      append(same.says, provision.says);
      append(same.also, provision.also);
      append(same.near_misses, provision.near_misses);
    }
  }
  return own;
}

}  // namespace concord::syntax
