add_executable(intake_bench ${folder}/intake_bench.cpp)
target_link_libraries(intake_bench PRIVATE room_intake)
target_include_directories(intake_bench PRIVATE ${CMAKE_SOURCE_DIR}/tests)
