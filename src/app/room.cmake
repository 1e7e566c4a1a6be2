# The program itself.
add_executable(kith ${CMAKE_SOURCE_DIR}/src/app/main.cpp)
target_link_libraries(kith PRIVATE room_app)
set_target_properties(kith PROPERTIES RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR})

# The marks of matching on made records; built only when asked for: ninja matching_bench.
add_executable(matching_bench EXCLUDE_FROM_ALL ${CMAKE_CURRENT_LIST_DIR}/matching_bench.cpp)
target_link_libraries(matching_bench PRIVATE room_app)
set_target_properties(matching_bench PROPERTIES RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR})
