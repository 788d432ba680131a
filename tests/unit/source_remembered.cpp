#include <catch2/catch.hpp>

#include "source/remembered.h"

using concord::source::Remembered;

namespace {

// Squares, and how often one was worked out.
struct Squares {
  int of(int number) {
    return memory.of(std::to_string(number), [&] {
      ++worked_out;
      return number * number;
    });
  }

  Remembered<int> memory;
  int worked_out = 0;
};

}  // namespace

TEST_CASE("what is made of the same is made once") {
  Squares squares;
  CHECK(squares.of(3) == 9);
  CHECK(squares.of(3) == 9);
  CHECK(squares.worked_out == 1);
  CHECK(squares.of(4) == 16);
  CHECK(squares.worked_out == 2);
}

TEST_CASE("what the last round asked for is remembered, and nothing older") {
  Squares squares;
  squares.of(3);
  squares.of(4);
  for (int round = 0; round < 2; ++round) {
    squares.memory.begin_round();
    CHECK(squares.of(3) == 9);
    CHECK(squares.worked_out == 2);
  }
  CHECK(squares.of(4) == 16);
  CHECK(squares.worked_out == 3);
}

TEST_CASE("without a memory everything is made") {
  int made = 0;
  const auto make = [&] { return ++made; };
  const auto from = [] { return std::string("the same"); };
  Remembered<int>* const none = nullptr;
  CHECK(concord::source::remembered(none, from, make) == 1);
  CHECK(concord::source::remembered(none, from, make) == 2);
  Remembered<int> memory;
  CHECK(concord::source::remembered(&memory, from, make) == 3);
  CHECK(concord::source::remembered(&memory, from, make) == 3);
}
