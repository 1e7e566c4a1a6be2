# Its loops go over millions of rows: worth the optimiser's trouble whatever the rest of the house is built with.
if(CMAKE_BUILD_TYPE STREQUAL Release)
  set_source_files_properties(${folder}/query.cpp ${folder}/sieve.cpp PROPERTIES COMPILE_OPTIONS -O3 SKIP_PRECOMPILE_HEADERS ON)
endif()
# The benchmark is a program of its own, built only when asked for: ninja tally_bench.
find_package(benchmark QUIET)
if(benchmark_FOUND)
  add_executable(tally_bench EXCLUDE_FROM_ALL ${CMAKE_CURRENT_LIST_DIR}/tally_bench.cpp)
  target_link_libraries(tally_bench PRIVATE room_tally benchmark::benchmark)
endif()
