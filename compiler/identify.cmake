# Writes cli/program.cpp: the digest of every source file below FOLDER, and of the words of pages.
#
#   cmake -DFOLDER=compiler -DWORDS=templates/words.json -DOUTPUT=program.cpp -P identify.cmake
file(GLOB_RECURSE sources RELATIVE ${FOLDER} ${FOLDER}/*.h ${FOLDER}/*.cpp ${FOLDER}/*.def)
list(SORT sources)
foreach(source ${sources})
  file(SHA256 ${FOLDER}/${source} digest)
  string(APPEND digests "${digest} ${source}\n")
endforeach()
file(SHA256 ${WORDS} digest)
string(SHA256 program "${digests}${digest} words\n")
file(WRITE ${OUTPUT} "#include \"cli/program.h\"

namespace concord::cli {

std::string_view program_digest() {
  return \"${program}\";
}

}  // namespace concord::cli
")
