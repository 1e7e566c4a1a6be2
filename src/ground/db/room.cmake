# The migrations, embedded: one generated source that holds every migrations/NNNN_name.sql as text, and what columns point at.
file(GLOB kith_migrations CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/migrations/[0-9][0-9][0-9][0-9]_*.sql)
set(kith_embedded ${CMAKE_BINARY_DIR}/embedded_migrations.cpp)
add_custom_command(
  OUTPUT ${kith_embedded}
  COMMAND ${CMAKE_COMMAND} -DFOLDER=${CMAKE_SOURCE_DIR}/migrations -DOUT=${kith_embedded} -P ${CMAKE_CURRENT_LIST_DIR}/embed_migrations.cmake
  DEPENDS ${kith_migrations} ${CMAKE_SOURCE_DIR}/migrations/points_at.txt ${CMAKE_BINARY_DIR}/migrations.list ${CMAKE_CURRENT_LIST_DIR}/embed_migrations.cmake
  COMMENT "Embedding migrations")
# A file that leaves the list must write the source anew as well.
string(SHA256 kith_migrations_now "${kith_migrations}")
file(GENERATE OUTPUT ${CMAKE_BINARY_DIR}/migrations.list CONTENT "${kith_migrations_now}\n")
target_sources(room_db PRIVATE ${kith_embedded})

add_executable(db_bench EXCLUDE_FROM_ALL ${CMAKE_CURRENT_LIST_DIR}/db_bench.cpp)
target_link_libraries(db_bench PRIVATE room_db)
target_include_directories(db_bench PRIVATE ${CMAKE_SOURCE_DIR}/tests)
