# The front-end files that the program carries: compiled, named by content and compressed by assets/build.mjs.
find_program(NODE NAMES node nodejs REQUIRED)
set(asset_folder ${CMAKE_BINARY_DIR}/assets)
file(GLOB asset_sources CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/assets/*)
add_custom_command(
  OUTPUT ${asset_folder}/asset_table.cpp
  COMMAND ${NODE} ${CMAKE_SOURCE_DIR}/assets/build.mjs ${asset_folder}
  DEPENDS ${asset_sources} ${CMAKE_SOURCE_DIR}/package-lock.json
  COMMENT "Compiling the stylesheet and naming the assets by their content"
  VERBATIM)
target_sources(room_ui PRIVATE ${asset_folder}/asset_table.cpp)

# The benchmark is a program of its own, built only when asked for: ninja ui_bench.
find_package(benchmark QUIET)
if(benchmark_FOUND)
  add_executable(ui_bench EXCLUDE_FROM_ALL ${CMAKE_CURRENT_LIST_DIR}/ui_bench.cpp)
  target_link_libraries(ui_bench PRIVATE room_ui benchmark::benchmark benchmark::benchmark_main)
endif()
