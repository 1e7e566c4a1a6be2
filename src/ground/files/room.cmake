add_executable(files_bench ${folder}/files_bench.cpp)
target_link_libraries(files_bench PRIVATE room_files)
