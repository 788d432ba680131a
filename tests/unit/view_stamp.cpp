#include <catch2/catch.hpp>
#include <string>

#include "syntax/metadata.h"
#include "view/stamp.h"

using namespace concord;
using view::Stamp;
using view::words_for;

namespace {

const Stamp two = {"0.1.0",
                   "2026-11-21",
                   {{"ware", "Ware", "", true},
                    {"york/draft", "York", "draft", false},
                    {"york", "York", "version 2, adopted 15 May 2023", true}}};

TEST_CASE("a stamp says which program made it of which texts, as at which day") {
  CHECK(words_for(two) ==
        "Made with Concord 0.1.0 from the texts as at 21 November 2026: Ware; York (version 2, "
        "adopted 15 May 2023).");
}

TEST_CASE("a page about one version is stamped with that version") {
  CHECK(words_for(view::of_text(two, "york/draft")) ==
        "Made with Concord 0.1.0 from the text as at 21 November 2026: York (draft).");
}

TEST_CASE("a stamp says no day where none is known, and speaks Welsh") {
  const Stamp stamp{"0.1.0", "", {{"ceredigion", "Ceredigion", "", true}}};
  CHECK(words_for(stamp) == "Made with Concord 0.1.0 from the text: Ceredigion.");
  const Stamp dated{"0.1.0", "2026-05-02", stamp.texts};
  CHECK(words_for(dated, "cy-GB") ==
        "Gwnaed gyda Concord 0.1.0 o’r testun fel yr oedd ar 2 Mai 2026: Ceredigion.");
}

TEST_CASE("a stamp of many texts says how many, and one of no program says nothing") {
  Stamp stamp{"0.1.0", "", {}};
  for (int i = 0; i < 13; ++i) stamp.texts.push_back({"x", "X", "", true});
  CHECK(words_for(stamp) == "Made with Concord 0.1.0 from the texts: 13 councils.");
  CHECK(words_for(Stamp{}).empty());
}

TEST_CASE("a text is stamped with its last version, and with its adoption unless it is a draft") {
  syntax::Metadata about;
  about.name = "York";
  about.versions.resize(2);
  about.versions[0].version = "1";
  about.versions[1].version = "2";
  about.status = syntax::Status::adopted;
  about.adopted.date.iso = "2023-05-15";
  CHECK(view::stamped(about, "york").version == "version 2, adopted 15 May 2023");
  about.status = syntax::Status::draft;
  CHECK(view::stamped(about, "york").version == "version 2, draft");
}

}  // namespace
