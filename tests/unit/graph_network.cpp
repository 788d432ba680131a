#include <array>
#include <catch2/catch.hpp>
#include <random>
#include <set>

#include "graph/network.h"

using namespace concord::graph;

namespace {

Network clauses(std::uint32_t count, const std::string& council = "york") {
  Network network;
  for (std::uint32_t i = 0; i < count; ++i)
    network.add({council + "#" + std::to_string(i), VertexKind::clause, std::to_string(i)});
  return network;
}

using Circles = std::vector<std::vector<std::uint32_t>>;

}  // namespace

TEST_CASE("vertices and edges are kept once, edges sorted") {
  Network network = clauses(2);
  CHECK(network.add({"york#1", VertexKind::clause, "again"}) == 1);
  network.connect(1, 0, EdgeKind::next);
  network.connect(0, 1, EdgeKind::refers_to);
  network.connect(0, 1, EdgeKind::refers_to);
  network.connect(0, 1, EdgeKind::contains);
  CHECK(network.edges() == std::vector<Edge>{{0, 1, EdgeKind::contains},
                                             {0, 1, EdgeKind::refers_to},
                                             {1, 0, EdgeKind::next}});
  CHECK(network.find("york#1") == 1);
  CHECK_FALSE(network.find("york#2"));
}

TEST_CASE("circles of references are found, and only of references") {
  Network network = clauses(6);
  network.connect(3, 1, EdgeKind::refers_to);
  network.connect(1, 5, EdgeKind::refers_to);
  network.connect(5, 3, EdgeKind::refers_to);
  network.connect(0, 2, EdgeKind::refers_to);
  network.connect(2, 0, EdgeKind::contains);
  network.connect(4, 4, EdgeKind::refers_to);
  CHECK(reference_cycles(network) == Circles{{1, 3, 5}});
}

TEST_CASE("a change touches the parts, what refers to them, and what uses their terms") {
  Network network = clauses(6);
  const auto term = network.add({"york/definition:officer", VertexKind::definition, "officer"});
  network.connect(0, 1, EdgeKind::contains);
  network.connect(1, 2, EdgeKind::contains);
  network.connect(3, 2, EdgeKind::refers_to);
  network.connect(4, 3, EdgeKind::refers_to);
  network.connect(4, 5, EdgeKind::contains);
  network.connect(0, term, EdgeKind::defines);
  network.connect(5, term, EdgeKind::uses);

  std::map<std::uint32_t, std::uint32_t> steps;
  for (const Touched& each : impact(network, 0)) steps[each.vertex] = each.steps;
  CHECK(steps ==
        std::map<std::uint32_t, std::uint32_t>{{1, 1}, {2, 2}, {3, 1}, {4, 2}, {5, 2}, {term, 1}});
  // The parts of what is touched are not touched by that.
  const auto touched = impact(network, 2);
  REQUIRE(touched.size() == 2);
  CHECK(touched[0].vertex == 3);
  CHECK(touched[1].vertex == 4);
  CHECK(impact(network, 99).empty());
}

TEST_CASE("clauses that nothing refers to are listed for protocols with references") {
  Network york = clauses(3);
  york.connect(0, 2, EdgeKind::refers_to);
  const Network leeds = clauses(2, "leeds");
  const std::array<const Network*, 2> both = {&york, &leeds};
  CHECK(never_referred_to(merge(both)) == std::vector<std::uint32_t>{0, 1});
}

TEST_CASE("merged networks share roles and instruments") {
  Network york = clauses(1);
  Network leeds = clauses(1, "leeds");
  for (Network* network : {&york, &leeds})
    network->connect(0, network->add({"role:member", VertexKind::role, "Member"}), EdgeKind::uses);
  const std::array<const Network*, 2> both = {&york, &leeds};
  const Network all = merge(both);
  REQUIRE(all.vertices().size() == 3);
  CHECK(sources_of(all, *all.find("role:member"), EdgeKind::uses) ==
        std::vector<std::uint32_t>{0, 2});
}

TEST_CASE("GraphML and DOT escape what they are given") {
  Network network;
  network.add({"york#1", VertexKind::clause, "a <b> & \"c\"\x01"});
  network.add({"york#2", VertexKind::clause, "2"});
  network.connect(0, 1, EdgeKind::refers_to);
  const std::string xml = to_graphml(network);
  CHECK(xml.find("a &lt;b&gt; &amp; &quot;c&quot;<") != std::string::npos);
  CHECK(xml.find("<data key=\"key2\">refers-to</data>") != std::string::npos);
  CHECK(xml.find("attr.name=\"label\"") != std::string::npos);
  const std::string dot = to_dot(network);
  CHECK(dot.find("\"york#1\" -> \"york#2\"") != std::string::npos);
  CHECK(dot.find(R"(label="a <b> & \"c\"")") != std::string::npos);
}

TEST_CASE("a label's last backslash does not keep its DOT string open") {
  Network network;
  network.add({"york/external:share", VertexKind::external, R"(\\host\)"});
  CHECK(to_dot(network).find(R"(label="\\\\host\\"])") != std::string::npos);
}

TEST_CASE("property: two vertices are in one circle if and only if each reaches the other") {
  std::mt19937 random(7);
  for (int round = 0; round < 100; ++round) {
    constexpr std::uint32_t size = 9;
    Network network = clauses(size);
    std::array<std::array<bool, size>, size> reach{};
    std::uniform_int_distribution<std::uint32_t> pick(0, size - 1);
    for (int edge = 0; edge < 12; ++edge) {
      const auto from = pick(random);
      const auto to = pick(random);
      network.connect(from, to, EdgeKind::refers_to);
      reach.at(from).at(to) = true;
    }
    for (std::size_t via = 0; via < size; ++via)
      for (std::size_t from = 0; from < size; ++from)
        for (std::size_t to = 0; to < size; ++to)
          if (reach.at(from).at(via) && reach.at(via).at(to)) reach.at(from).at(to) = true;
    std::set<std::pair<std::uint32_t, std::uint32_t>> together;
    for (const auto& circle : reference_cycles(network))
      for (const auto a : circle)
        for (const auto b : circle)
          if (a != b) together.emplace(a, b);
    for (std::uint32_t a = 0; a < size; ++a)
      for (std::uint32_t b = 0; b < size; ++b)
        if (a != b) REQUIRE(together.contains({a, b}) == (reach.at(a).at(b) && reach.at(b).at(a)));
  }
}
