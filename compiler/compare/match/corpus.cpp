// From clauses to wordings.
//
// Texts are analysed once each: a thousand councils that adopted one model text cost one analysis.
// Forms are numbered by the order of their spelling and wordings by a hash of their content, never
// by the order in which they were met, so that neither threads nor the order of protocols can
// change a result.
//
// Whatever is told of a text in a setting depends on its key alone, not on who has it.
#include "compare/match/corpus.h"

#include <fmt/format.h>
#include <tbb/concurrent_unordered_map.h>
#include <tbb/parallel_for.h>
#include <tbb/parallel_sort.h>

#include <algorithm>
#include <atomic>
#include <cmath>
#include <tuple>
#include <unordered_map>

#include "compare/match/segments.h"

namespace concord::compare {
namespace {

using Hash = std::uint64_t;

Hash mix(Hash hash, Hash value) {
  hash ^= value + 0x9E3779B97F4A7C15ULL + (hash << 6U) + (hash >> 2U);
  hash *= 0xFF51AFD7ED558CCDULL;
  return hash ^ (hash >> 32U);
}

// FNV-1a.
Hash hash_of(std::string_view text) {
  Hash hash = 0xCBF29CE484222325ULL;
  for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001B3ULL;
  return hash;
}

// The forms met so far, numbered as they come; renumbered by spelling at the end. A form is in the
// map only with its number, so that no thread can see it without; two threads that meet a form at
// once leave one number unused. Forms are the lexicon's.
class Forms {
 public:
  std::uint32_t add(std::string_view form) {
    const auto known = ids_.find(form);
    if (known != ids_.end()) return known->second;
    return ids_.insert({form, next_.fetch_add(1)}).first->second;
  }

  // Old number -> rank of the spelling; the spellings in order.
  std::pair<std::vector<std::uint32_t>, std::vector<std::string>> by_spelling() const {
    std::vector<std::pair<std::string_view, std::uint32_t>> all(ids_.begin(), ids_.end());
    std::sort(all.begin(), all.end());
    std::vector<std::uint32_t> rank(next_.load());
    std::vector<std::string> forms;
    forms.reserve(all.size());
    for (const auto& [form, id] : all) {
      rank[id] = static_cast<std::uint32_t>(forms.size());
      forms.emplace_back(form);
    }
    return {std::move(rank), std::move(forms)};
  }

 private:
  tbb::concurrent_unordered_map<std::string_view, std::uint32_t> ids_;
  std::atomic<std::uint32_t> next_{0};
};

bool is_content(const Token& token) {
  return token.kind == TokenKind::word || token.kind == TokenKind::role ||
         token.kind == TokenKind::number;
}

// A text by itself.
struct AnalysedText {
  std::vector<Token> tokens;
  std::vector<std::uint32_t> forms;
  std::vector<Segment> segments;  // terms in the order of the text until they are numbered
  Bearer bearer = Bearer::none;   // of the whole, as a lead-in
  Bearer sides = Bearer::none;    // whom the text names
  Hash surface = 0;
  Hash role_layer = 0;
  Hash meaning = 0;  // of all that makes its wording
};

Bearer sides_of(std::span<const Token> tokens) {
  bool member = false;
  bool officer = false;
  for (const Token& token : tokens) {
    if (token.kind != TokenKind::role) continue;
    member = member || token.side == syntax::Side::member;
    officer = officer || token.side == syntax::Side::officer;
  }
  if (member && officer) return Bearer::both;
  return member ? Bearer::member : officer ? Bearer::officer : Bearer::none;
}

Segment analyse_segment(syntax::Range range, std::span<const Token> tokens,
                        std::span<const std::uint32_t> forms, const Lexicon& lexicon) {
  Segment segment;
  segment.range = range;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    if (is_content(tokens[i])) segment.terms.push_back(forms[i]);
  }
  for (const Lexicon::Meaning& meaning : lexicon.meanings(tokens)) {
    segment.groups.push_back(meaning.group);
    if (is_content(tokens[meaning.token])) {
      segment.meanings.push_back({forms[meaning.token], meaning.group});
    }
  }
  segment.bearer = bearer_of(tokens, lexicon.lists());
  segment.duty = segment.bearer != Bearer::none && lays_duty(tokens, lexicon.lists());
  return segment;
}

AnalysedText analyse(std::string_view text, std::uint32_t protocol, const Lexicon& lexicon,
                     Forms& forms) {
  std::vector<Token> tokens = lexicon.tokens(text, protocol);
  AnalysedText analysed;
  analysed.forms.reserve(tokens.size());
  for (const Token& token : tokens) {
    analysed.forms.push_back(forms.add(token.form));
    analysed.surface = mix(analysed.surface, hash_of(token.surface));
    analysed.role_layer = mix(analysed.role_layer,
                              hash_of(token.kind == TokenKind::role ? token.form : token.surface));
    analysed.meaning = mix(analysed.meaning, hash_of(token.form));
  }
  analysed.bearer = bearer_of(tokens, lexicon.lists());
  analysed.sides = sides_of(tokens);
  std::size_t first = 0;
  for (const syntax::Range range : passages_of(text, lexicon.lists())) {
    std::size_t last = first;
    while (last < tokens.size() && tokens[last].range.begin < range.end) ++last;
    const std::span inside(tokens.data() + first, last - first);
    Segment segment = analyse_segment(
        range, inside, std::span(analysed.forms).subspan(first, last - first), lexicon);
    if (!analysed.segments.empty() && carries_on(inside)) {
      segment.bearer = analysed.segments.back().bearer;
      segment.duty = segment.bearer != Bearer::none && lays_duty(inside, lexicon.lists());
    }
    // Two texts of the same forms may be cut in other places, and name their bearer otherwise.
    analysed.meaning = mix(analysed.meaning, mix(last, static_cast<Hash>(segment.bearer) * 2 +
                                                           (segment.duty ? 1 : 0)));
    analysed.segments.push_back(std::move(segment));
    first = last;
  }
  analysed.tokens = std::move(tokens);
  return analysed;
}

// The distinct texts of a corpus, each analysed once.
class AnalysedTexts {
 public:
  AnalysedTexts(std::span<const ClauseText> texts, std::span<const KnownText> known,
                const Lexicon& lexicon)
      : lexicon_(&lexicon) {
    for (const ClauseText& text : texts) {
      add(text.text, text.ref.protocol);
      for (const std::string_view heading : text.headings) add(heading, text.ref.protocol);
    }
    for (const KnownText& text : known) {
      add(text.words, Lexicon::no_protocol);
      add(text.lead_in, Lexicon::no_protocol);
    }
    analysed_.resize(sources_.size());
    tbb::parallel_for(std::size_t{0}, sources_.size(), [&](std::size_t i) {
      analysed_[i] = analyse(sources_[i].text, sources_[i].protocol, lexicon, forms_);
    });
  }

  std::uint32_t index(std::string_view text, std::uint32_t protocol) const {
    return index_.at({text, lexicon_->dialect(protocol)});
  }
  std::vector<AnalysedText>& all() { return analysed_; }
  std::vector<std::string> texts() const {
    std::vector<std::string> texts;
    texts.reserve(sources_.size());
    for (const Source& source : sources_) texts.emplace_back(source.text);
    return texts;
  }
  const Forms& forms() const { return forms_; }

 private:
  struct Key {
    std::string_view text;
    std::uint32_t dialect;
    friend bool operator==(const Key&, const Key&) = default;
  };
  struct KeyHash {
    std::size_t operator()(const Key& key) const {
      return std::hash<std::string_view>{}(key.text) * 31 + key.dialect;
    }
  };
  struct Source {
    std::string_view text;
    std::uint32_t protocol;
  };

  void add(std::string_view text, std::uint32_t protocol) {
    const auto next = static_cast<std::uint32_t>(sources_.size());
    if (index_.try_emplace({text, lexicon_->dialect(protocol)}, next).second) {
      sources_.push_back({text, protocol});
    }
  }

  const Lexicon* lexicon_;
  std::unordered_map<Key, std::uint32_t, KeyHash> index_;
  std::vector<Source> sources_;
  std::vector<AnalysedText> analysed_;
  Forms forms_;
};

template <typename T>
void sort_unique(std::vector<T>& values) {
  std::sort(values.begin(), values.end());
  values.erase(std::unique(values.begin(), values.end()), values.end());
}

std::uint64_t packed(std::uint32_t left, std::uint32_t right) {
  return (std::uint64_t{left} << 32U) | right;
}

// Numbers terms by spelling and pairs of terms by their terms; counts and weighs both.
class TermNumbering {
 public:
  TermNumbering(std::vector<AnalysedText>& analysed_texts, const Forms& forms,
                const Background& background) {
    std::tie(rank_, spellings_) = forms.by_spelling();
    tbb::parallel_for(std::size_t{0}, analysed_texts.size(),
                      [&](std::size_t i) { renumber(analysed_texts[i]); });
    collect_pairs(analysed_texts);
    tbb::parallel_for(std::size_t{0}, analysed_texts.size(),
                      [&](std::size_t i) { finish(analysed_texts[i]); });
    weigh(analysed_texts, background);
  }

  std::vector<std::string> take_spellings() { return std::move(spellings_); }
  std::vector<double> take_term_weights() { return std::move(term_weight_); }
  std::vector<double> take_pair_weights() { return std::move(pair_weight_); }

 private:
  void renumber(AnalysedText& analysed) const {
    for (std::uint32_t& form : analysed.forms) form = rank_[form];
    for (Segment& segment : analysed.segments) {
      for (std::uint32_t& term : segment.terms) term = rank_[term];
      for (TermMeaning& meaning : segment.meanings) meaning.term = rank_[meaning.term];
    }
  }

  void collect_pairs(const std::vector<AnalysedText>& analysed_texts) {
    for (const AnalysedText& analysed : analysed_texts) {
      for (const Segment& segment : analysed.segments) {
        for (std::size_t i = 1; i < segment.terms.size(); ++i) {
          pairs_.push_back(packed(segment.terms[i - 1], segment.terms[i]));
        }
      }
    }
    tbb::parallel_sort(pairs_.begin(), pairs_.end());
    pairs_.erase(std::unique(pairs_.begin(), pairs_.end()), pairs_.end());
  }

  void finish(AnalysedText& analysed) const {
    for (Segment& segment : analysed.segments) {
      for (std::size_t i = 1; i < segment.terms.size(); ++i) {
        const auto place = std::lower_bound(pairs_.begin(), pairs_.end(),
                                            packed(segment.terms[i - 1], segment.terms[i]));
        segment.pairs.push_back(static_cast<std::uint32_t>(place - pairs_.begin()));
      }
      sort_unique(segment.terms);
      sort_unique(segment.pairs);
      sort_unique(segment.meanings);
      sort_unique(segment.groups);
    }
  }

  void weigh(std::vector<AnalysedText>& analysed_texts, const Background& background) {
    for (const std::string& form : spellings_) term_weight_.push_back(background.weight(form));
    for (const std::uint64_t pair : pairs_) {
      pair_weight_.push_back((term_weight_[pair >> 32U] + term_weight_[pair & UINT32_MAX]) / 2);
    }
    for (AnalysedText& analysed : analysed_texts) {
      for (Segment& segment : analysed.segments) {
        for (const std::uint32_t term : segment.terms) segment.weight += term_weight_[term];
        for (const std::uint32_t pair : segment.pairs) segment.pair_weight += pair_weight_[pair];
      }
    }
  }

  std::vector<std::uint32_t> rank_;
  std::vector<std::string> spellings_;
  std::vector<std::uint64_t> pairs_;
  std::vector<double> term_weight_;
  std::vector<double> pair_weight_;
};

// What a clause stands under: its lead-in and headings, analysed.
struct Context {
  const AnalysedText* words = nullptr;
  const AnalysedText* lead = nullptr;
  std::vector<const AnalysedText*> headings;

  std::array<Hash, 2> key() const {
    std::array<Hash, 2> key{1, 2};
    for (Hash& part : key) {
      part = mix(part, words->meaning);
      part = mix(part, lead == nullptr ? 0 : lead->meaning);
      for (const AnalysedText* heading : headings) part = mix(part, heading->meaning);
    }
    return key;
  }
};

std::vector<std::uint32_t> terms_of(std::span<const AnalysedText* const> analysed_texts) {
  std::vector<std::uint32_t> terms;
  for (const AnalysedText* analysed : analysed_texts) {
    for (const Segment& segment : analysed->segments) {
      terms.insert(terms.end(), segment.terms.begin(), segment.terms.end());
    }
  }
  sort_unique(terms);
  return terms;
}

TextInSetting read_in_setting(const Context& context, const std::vector<double>& term_weight) {
  TextInSetting read;
  read.key = context.key();
  read.segments = context.words->segments;
  read.forms = context.words->forms;
  read.terms = terms_of(std::array{context.words});
  for (const std::uint32_t term : read.terms) read.weight += term_weight[term];
  read.heading_terms = terms_of(context.headings);
  if (!context.headings.empty() && context.headings.back()->sides != Bearer::both) {
    read.heading_bearer = context.headings.back()->sides;
  }
  if (context.lead != nullptr) {
    read.lead_terms = terms_of(std::array{context.lead});
    read.lead_bearer = context.lead->bearer;
    if (read.lead_bearer != Bearer::none && !read.segments.empty()) {
      read.segments.front().bearer = read.lead_bearer;
    }
  }
  return read;
}

// Borrows from the text, which must stay where it is.
Wording wording_of(std::uint32_t text, const TextInSetting& read, std::uint32_t protocol,
                   std::size_t place) {
  return {.text = text,
          .protocol = protocol,
          .place = static_cast<std::uint32_t>(place),
          .segments = read.segments,
          .forms = read.forms,
          .terms = read.terms,
          .weight = read.weight,
          .lead_bearer = read.lead_bearer,
          .heading_bearer = read.heading_bearer,
          .heading_terms = read.heading_terms,
          .lead_terms = read.lead_terms,
          .neighbours = {},
          .leads = {},
          .clauses = {}};
}

// A clause among those of its wording.
struct Place {
  std::array<Hash, 2> key{};
  Hash owner = 0;
  std::uint32_t protocol = 0;
  std::uint32_t clause = 0;

  bool of_one_text(const Place& other) const { return key == other.key; }
  bool of_one_wording(const Place& other) const {
    return of_one_text(other) && owner == other.owner && protocol == other.protocol;
  }
};

std::vector<Context> contexts_of(std::span<const ClauseText> texts, AnalysedTexts& analysed_texts) {
  std::vector<Context> contexts(texts.size());
  tbb::parallel_for(std::size_t{0}, texts.size(), [&](std::size_t i) {
    const ClauseText& text = texts[i];
    const auto analysed = [&](std::string_view words) {
      return &analysed_texts.all()[analysed_texts.index(words, text.ref.protocol)];
    };
    contexts[i].words = analysed(text.text);
    if (text.lead) contexts[i].lead = analysed(texts[*text.lead].text);
    for (const std::string_view heading : text.headings) {
      contexts[i].headings.push_back(analysed(heading));
    }
  });
  return contexts;
}

// By wording. What depends on a protocol's number comes last, so that no order of theirs counts.
std::vector<Place> places_of(std::span<const ClauseText> texts,
                             const std::vector<Context>& contexts) {
  std::vector<Place> order(texts.size());
  tbb::parallel_for(std::size_t{0}, texts.size(), [&](std::size_t i) {
    order[i] = {contexts[i].key(), texts[i].owner, texts[i].ref.protocol,
                static_cast<std::uint32_t>(i)};
  });
  tbb::parallel_sort(order.begin(), order.end(), [](const Place& x, const Place& y) {
    return std::tie(x.key, x.owner, x.protocol, x.clause) <
           std::tie(y.key, y.owner, y.protocol, y.clause);
  });
  return order;
}

// Reads each text in its setting once, from the first clause that has it.
void read_in_settings(const std::vector<Place>& order, const std::vector<Context>& contexts,
                      Corpus& corpus) {
  std::vector<std::uint32_t> first;  // of each text: a clause
  for (std::size_t i = 0; i < order.size(); ++i) {
    if (i == 0 || !order[i].of_one_text(order[i - 1])) first.push_back(order[i].clause);
  }
  corpus.in_settings.resize(first.size());
  tbb::parallel_for(std::size_t{0}, first.size(), [&](std::size_t i) {
    corpus.in_settings[i] = read_in_setting(contexts[first[i]], corpus.term_weight);
  });
}

// Numbers the clauses' wordings by key, then owner.
void group(std::span<const ClauseText> texts, AnalysedTexts& analysed_texts, Corpus& corpus) {
  const std::vector<Context> contexts = contexts_of(texts, analysed_texts);
  const std::vector<Place> order = places_of(texts, contexts);
  read_in_settings(order, contexts, corpus);
  corpus.clauses.resize(texts.size());
  std::uint32_t text = 0;
  for (std::size_t i = 0; i < order.size(); ++i) {
    const std::uint32_t clause = order[i].clause;
    if (i > 0 && !order[i].of_one_text(order[i - 1])) ++text;
    if (i == 0 || !order[i].of_one_wording(order[i - 1])) {
      const std::uint32_t protocol = order[i].protocol;
      if (corpus.wordings_of.size() <= protocol) corpus.wordings_of.resize(protocol + 1);
      std::vector<std::uint32_t>& own = corpus.wordings_of[protocol];
      const auto wording = static_cast<std::uint32_t>(corpus.wordings.size());
      corpus.wordings.push_back(wording_of(text, corpus.in_settings[text], protocol, own.size()));
      own.push_back(wording);
    }
    corpus.wordings.back().clauses.push_back(clause);
    CorpusClause& made = corpus.clauses[clause];
    made.ref = texts[clause].ref;
    made.wording = static_cast<std::uint32_t>(corpus.wordings.size() - 1);
    made.words = static_cast<std::uint32_t>(contexts[clause].words->forms.size());
    made.text = analysed_texts.index(texts[clause].text, texts[clause].ref.protocol);
    made.lead = texts[clause].lead;
    made.surface = contexts[clause].words->surface;
    made.role_layer = contexts[clause].words->role_layer;
  }
}

void relate(std::span<const ClauseText> texts, Corpus& corpus) {
  for (std::size_t i = 0; i < texts.size(); ++i) {
    Wording& wording = corpus.wordings[corpus.clauses[i].wording];
    if (texts[i].lead) wording.leads.push_back(corpus.clauses[*texts[i].lead].wording);
    if (i > 0 && texts[i - 1].ref.protocol == texts[i].ref.protocol) {
      wording.neighbours.push_back(corpus.clauses[i - 1].wording);
      corpus.wordings[corpus.clauses[i - 1].wording].neighbours.push_back(
          corpus.clauses[i].wording);
    }
  }
  tbb::parallel_for(std::size_t{0}, corpus.wordings.size(), [&](std::size_t i) {
    Wording& wording = corpus.wordings[i];
    sort_unique(wording.neighbours);
    sort_unique(wording.leads);
  });
}

void add_known(std::span<const KnownText> known, AnalysedTexts& analysed_texts, Corpus& corpus) {
  const auto analysed = [&](std::string_view words) -> const AnalysedText& {
    return analysed_texts.all()[analysed_texts.index(words, Lexicon::no_protocol)];
  };
  for (const KnownText& text : known) {
    const AnalysedText& lead = analysed(text.lead_in);
    const std::vector<std::uint32_t> lead_terms = terms_of(std::array{&lead});
    for (Segment segment : analysed(text.words).segments) {
      const Bearer own = segment.duty ? segment.bearer : Bearer::none;
      if (lead.bearer != Bearer::none) segment.bearer = lead.bearer;
      corpus.known.push_back({text.provision, std::move(segment),
                              lead.bearer != Bearer::none ? lead.bearer : own, lead_terms});
    }
  }
}

}  // namespace

namespace {

// The words, with spaces for those that are struck out, so that all others stay in their places.
std::string in_force(const syntax::Prose& prose) {
  std::string text = prose.text;
  for (const syntax::Mark& mark : prose.marks) {
    if (mark.kind != syntax::MarkKind::strikethrough) continue;
    std::fill(text.begin() + mark.range.begin, text.begin() + mark.range.end, ' ');
  }
  return text;
}

}  // namespace

std::uint64_t owner_of(std::string_view id) {
  return mix(1, hash_of(id));
}

void append_clause_texts(const graph::ClauseGraph& graph, std::uint32_t protocol,
                         std::vector<ClauseText>& texts) {
  std::vector<std::optional<std::uint32_t>> place(graph.clauses.size());
  for (const graph::Clause& clause : graph.clauses) {
    if (clause.kind == graph::Kind::section) continue;
    ClauseText text{.ref = {protocol, clause.id}, .text = in_force(clause.text)};
    if (text.text.find_first_not_of(' ') == std::string::npos) continue;
    for (auto above = clause.parent; above; above = graph[*above].parent) {
      const graph::Clause& parent = graph[*above];
      if (parent.kind == graph::Kind::section) {
        text.headings.insert(text.headings.begin(), parent.heading.text);
      } else if (!text.lead && clause.place == graph::Place::list) {
        text.lead = place[graph::index(parent.id)];
      }
    }
    place[graph::index(clause.id)] = static_cast<std::uint32_t>(texts.size());
    texts.push_back(std::move(text));
  }
}

std::vector<KnownText> known_texts(const syntax::Register& registers) {
  std::vector<KnownText> known;
  for (std::uint32_t i = 0; i < registers.provisions.size(); ++i) {
    const syntax::Provision& provision = registers.provisions[i];
    for (const auto* wordings : {&provision.says, &provision.also}) {
      for (const syntax::KnownWording& wording : *wordings) {
        known.push_back({i, wording.words, wording.lead_in});
      }
    }
  }
  return known;
}

Corpus build_corpus(std::span<const ClauseText> texts, std::span<const KnownText> known,
                    const Lexicon& lexicon, const Background& background) {
  Corpus corpus;
  AnalysedTexts analysed_texts(texts, known, lexicon);
  TermNumbering numbering(analysed_texts.all(), analysed_texts.forms(), background);
  corpus.forms = numbering.take_spellings();
  corpus.term_weight = numbering.take_term_weights();
  corpus.pair_weight = numbering.take_pair_weights();
  group(texts, analysed_texts, corpus);
  relate(texts, corpus);
  add_known(known, analysed_texts, corpus);
  corpus.texts = analysed_texts.texts();
  for (AnalysedText& analysed : analysed_texts.all()) {
    corpus.tokens.push_back(std::move(analysed.tokens));
    auto& ranges = corpus.segments.emplace_back();
    for (const Segment& segment : analysed.segments) ranges.push_back(segment.range);
  }
  return corpus;
}

double weight_in_common(std::span<const std::uint32_t> a, std::span<const std::uint32_t> b,
                        const std::vector<double>& weights) {
  double common = 0;
  for (auto i = a.begin(), j = b.begin(); i != a.end() && j != b.end();) {
    if (*i < *j) {
      ++i;
    } else if (*j < *i) {
      ++j;
    } else {
      common += weights[*i];
      ++i;
      ++j;
    }
  }
  return common;
}

std::string name_of(const std::array<std::uint64_t, 2>& key) {
  return fmt::format("{:016x}{:016x}", key[0], key[1]);
}

}  // namespace concord::compare
