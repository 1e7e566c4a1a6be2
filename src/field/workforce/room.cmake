add_executable(tally_load_bench EXCLUDE_FROM_ALL ${folder}/tally_load_bench.cpp)
target_link_libraries(tally_load_bench PRIVATE room_workforce)
