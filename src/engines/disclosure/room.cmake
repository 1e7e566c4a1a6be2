# The attacker of the tests solves linear programmes with Clp; the program itself does not have it.
pkg_check_modules(clp_of_tests REQUIRED IMPORTED_TARGET clp)
target_link_libraries(disclosure_test PRIVATE PkgConfig::clp_of_tests)

# The benchmark is a program of its own, built only when asked for: ninja disclosure_bench.
find_package(benchmark QUIET)
if(benchmark_FOUND)
  add_executable(disclosure_bench EXCLUDE_FROM_ALL ${CMAKE_CURRENT_LIST_DIR}/disclosure_bench.cpp)
  target_link_libraries(disclosure_bench PRIVATE room_disclosure benchmark::benchmark)
endif()
