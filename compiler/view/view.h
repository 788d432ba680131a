// The room view/ turns Protocols (and a Comparison) into the one JSON view model that every
// renderer reads. A renderer decides how things look; what there is to show is decided here, once.
//
// clang-format off
// The model of one protocol (view::protocol). Absent things are null or [], never missing; "words" are for people:
//
//   {"id": "york", "name": "York", "council": "City of York Council", "title": "…", "part": "…"|null,
//    "status": "adopted", "language": "en-GB", "governance": "executive"|null, "purpose": "…"|null,
//    "as_of": DATE|null,
//    "adopted": {"date": DATE|null, "body": "…"|null, "minute": "…"|null}|null,
//    "review": {"date": DATE|null, "due": DATE|null, "overdue": false, "owner": "…"|null, "note": "…"|null}|null,
//    "contact": {"email": "…"|null, "phone": "…"|null}|null,
//    "versions": [{"version": "…"|null, "date": DATE|null, "authority": "…"|null, "minute": "…"|null, "note": "…"|null}],
//    "signoff": [{"role": "…", "name": "…", "date": DATE|null}],
//    "source": {"url": "…"|null, "retrieved": DATE|null, "sha256": "…"|null}|null,
//    "repairs": [{"at": "5.4(ii)", "to_id": "5.4.ii"|null, "from": "…", "to": "…", "note": "…"|null}],
//    "sics": [{"id": "5.1", "label": "5.1", "reason": "…"}],
//    "contents": [{"id": "5", "number": "5."|null, "heading": "…", "children": [ …the same… ]}],
//    "heading": CLAUSE|null,    the title as the text itself prints it
//    "clauses": [CLAUSE],       top clauses in order, without the title and the footnotes
//    "footnotes": [CLAUSE + "references": [{"id": "_fnref-53", "clause": "6.2", "label": "6.2"}]],
//    "definitions": [{"term": "…", "clause": "1.1", "label": "1.1",
//                     "uses": [{"id": "…", "label": "…"}]}],     each clause once
//    "roles": [{"id": "monitoring-officer", "title": "Monitoring Officer",   by id; uses in document order:
//               "uses": [{"clause": "5.4.ii", "begin": 4, "end": 22}]}],     bytes in the clause's "text"
//    "external": [{"from": "2.3", "label": "2.3", "text": "Appendix 14 of this Constitution"}]}
//
//   DATE   = {"iso": "2023-05-15", "words": "15 May 2023" or, in a Welsh protocol, "15 Mai 2023"}
//   CLAUSE = {"id": "5.4.ii",            the fragment identifier, the same in HTML, PDF, JSON and XML
//             "kind": "section|clause|item|paragraph|quote|table|footnote", "place": "body|list|tail",
//             "number": "(ii)"|null,     as printed
//             "full_number": "5.4(ii)"|null, "label": "5.4(ii)" or, unnumbered, words that name its place: view/labels.h
//             "citation": "York, Protocol for Officer / Member Relations, 5.4(ii)",
//             "level": 2,                nesting depth; "heading_level": 2 to 6 for a section, else null
//             "topic": "party-groups"|null, "sic": "…"|null, "from": "…"|null,
//             "runs": [RUN],             the heading of a section, the text of any other; [] for a table
//             "text": "…",               the same as plain text
//             "table": {"header": [[RUN]], "rows": [[[RUN]]]}|null,
//             "referred_by": [{"id": "4.6", "label": "4.6"}],
//             "counterparts": COUNTERPARTS|null,
//             "children": [CLAUSE]}
//   RUN    = {"text": "…", "strong": false, "emphasis": false, "strike": false, "code": false,
//             "break": false,            a line break after the text
//             "note": {"id": "fn53", "ref_id": "_fnref-53", "label": "53", "text": "…"}|null,   a footnote mark (text is then "")
//             "link": {"kind": "internal|instrument|web|term|external",   a term at its first use in a section's text
//                      "href": "#5.4.ii" | "https://…" | null (external: known to lead out of the text, no address),
//                      "to": "5.4.ii"|null, "label": "5.4(ii)"|null, "preview": "text of the target, up to 300 characters"|null}|null}
// clang-format on
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <span>
#include <string>
#include <string_view>

#include "passes/protocol.h"

namespace concord::view {

// The model of one protocol. `as_of` as in passes::CheckOptions: decides "overdue".
nlohmann::json protocol(const passes::Protocol& protocol, const std::string& as_of);

// A date as the model has it, or null; its words as in_words of view/language.h has them.
nlohmann::json date(const syntax::Date& date, std::string_view language = "en");

}  // namespace concord::view
