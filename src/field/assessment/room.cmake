# The benchmark is a program of its own, built only when asked for: ninja assessment_bench.
add_executable(assessment_bench EXCLUDE_FROM_ALL ${folder}/assessment_bench.cpp)
target_link_libraries(assessment_bench PRIVATE room_assessment)
