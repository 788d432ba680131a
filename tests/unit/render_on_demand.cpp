#include <catch2/catch.hpp>

#include "render/on_demand.h"

using namespace concord::render;

TEST_CASE("a part that is asked for again is the same") {
  CHECK(&stamp_on_demand() == &stamp_on_demand());
  CHECK(&workbook_on_demand() == &workbook_on_demand());
}
