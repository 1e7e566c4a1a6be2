add_executable(web_bench ${folder}/web_bench.cpp)
target_link_libraries(web_bench PRIVATE room_web)
