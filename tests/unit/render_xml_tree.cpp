#include <catch2/catch.hpp>

#include "render/xml_tree.h"

using concord::render::XmlElement;
using concord::render::XmlTree;

TEST_CASE("elements stand on lines of their own, and text as it is") {
  XmlTree tree("root", "urn:main", "concord", "urn:own");
  tree.root().add("empty");
  const XmlElement list = tree.root().add("list");
  list.add_own("item").set("a", "1").set("b", "").set_own("c", "2");
  list.add("p").text("").add("b").add("i").text("words");
  list.add("p").text("");
  CHECK(tree.bytes() ==
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
        "<root xmlns=\"urn:main\" xmlns:concord=\"urn:own\">\n"
        "  <empty/>\n"
        "  <list>\n"
        "    <concord:item a=\"1\" concord:c=\"2\"/>\n"
        "    <p><b><i>words</i></b></p>\n"
        "    <p></p>\n"
        "  </list>\n"
        "</root>\n");
}

TEST_CASE("what a reader would take for markup or for a space is referred to") {
  XmlTree tree("p", "urn:main", "concord", "urn:own");
  tree.root().set("a", "<é> & \"it's\"\t\n\r").text("<é> & \"it's\"\t\n\r").text("]]>\x01");
  CHECK(tree.bytes() ==
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
        "<p xmlns=\"urn:main\" xmlns:concord=\"urn:own\""
        " a=\"&lt;é&gt; &amp; &quot;it's&quot;&#9;&#10;&#13;\">"
        "&lt;é&gt; &amp; \"it's\"\t\n&#13;]]&gt;\uFFFD</p>\n");
}
