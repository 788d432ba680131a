// What a preview answers to a request. All that it can show is in memory, by exact path: no request
// reaches the disk, whatever its path says.
#pragma once

#include <string>

#include "source/files.h"

namespace concord::cli {

// As the browser sent it. Headers that it did not send are empty.
struct Request {
  std::string method;
  std::string path;        // decoded, without query and fragment
  std::string host;        // Host
  std::string origin;      // Origin
  std::string fetch_site;  // Sec-Fetch-Site: where the page stands that asks
  std::string fetch_dest;  // Sec-Fetch-Dest: what it asks for
};

struct Answer {
  int status = 404;
  std::string type = {};      // a media type
  std::string body = {};      // empty for whoever has no business here
  std::string location = {};  // where the page is
};

// What is shown now.
struct Site {
  source::Files files;   // as a build writes them
  source::Files extras;  // the preview's own, by their addresses without the first "/"
  std::string waiting;   // the page for each address while there are no files
};

// Whether a browser may be answered at all: the request names this server as its host (or else a
// foreign name was made to lead here: DNS rebinding), no foreign page asks for it, and it only
// wants to read. A link on a foreign page may lead here, but no frame, image or script of it.
bool is_welcome(const Request& request, int port);

// The page, the file, or where else it is; 404 for all else, 403 for who is not welcome, 405 for
// who wants to write.
Answer answer(const Request& request, const Site& site, int port);

}  // namespace concord::cli
