# Builds packs/*.toml into the program, so that one file is all it takes to run.
file(GLOB pack_files CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/packs/*.toml)
set(pack_source ${CMAKE_BINARY_DIR}/generated/built_in_packs.cpp)
add_custom_command(OUTPUT ${pack_source}
  COMMAND ${CMAKE_COMMAND} -DOUT=${pack_source} "-DFILES=${pack_files}" -P ${folder}/embed_packs.cmake
  DEPENDS ${pack_files} ${folder}/embed_packs.cmake VERBATIM)
target_sources(room_packs PRIVATE ${pack_source})
