# The benchmark is a program of its own, built only when asked for: ninja strategy_bench.
add_executable(strategy_bench EXCLUDE_FROM_ALL ${folder}/strategy_bench.cpp)
target_link_libraries(strategy_bench PRIVATE room_strategy)
