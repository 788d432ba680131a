# The Debian package: `make deb`. It holds the program, its manual page and completions, the
# templates with the typesetter, and the registers.
set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_STRIP_FILES ON)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_MAINTAINER "The Concord developers <concord@example.org>")
set(CPACK_DEBIAN_PACKAGE_SECTION text)
set(CPACK_DEBIAN_PACKAGE_PRIORITY optional)
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "compiler for councils' member/officer protocols")
set(CPACK_PACKAGE_DESCRIPTION
  "Concord checks protocols written in Markdown, compares them clause by clause across councils, and
makes linked web pages, accessible PDFs, Akoma Ntoso XML and data files of them.")
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
# Node.js runs the typesetter, and poppler-utils reads PDFs: without them there are no PDFs, or none
# is imported, and Concord says so.
set(CPACK_DEBIAN_PACKAGE_RECOMMENDS "nodejs (>= 18), poppler-utils")
include(CPack)
