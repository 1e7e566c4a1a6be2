# What a forecast costs; built only when asked for: ninja forecast_bench.
add_executable(forecast_bench EXCLUDE_FROM_ALL ${CMAKE_CURRENT_LIST_DIR}/forecast_bench.cpp)
target_link_libraries(forecast_bench PRIVATE room_forecast)
