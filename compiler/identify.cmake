# Writes cli/program.cpp: the digest of every source file below FOLDER.
#
#   cmake -DFOLDER=compiler -DOUTPUT=program.cpp -P identify.cmake
file(GLOB_RECURSE sources RELATIVE ${FOLDER} ${FOLDER}/*.h ${FOLDER}/*.cpp ${FOLDER}/*.def)
list(SORT sources)
foreach(source ${sources})
  file(SHA256 ${FOLDER}/${source} digest)
  string(APPEND digests "${digest} ${source}\n")
endforeach()
string(SHA256 program "${digests}")
file(WRITE ${OUTPUT} "#include \"cli/program.h\"

namespace concord::cli {

std::string_view program_digest() {
  return \"${program}\";
}

}  // namespace concord::cli
")
