# The program itself.
add_executable(kith ${CMAKE_SOURCE_DIR}/src/app/main.cpp)
target_link_libraries(kith PRIVATE room_app)
set_target_properties(kith PROPERTIES RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR})
