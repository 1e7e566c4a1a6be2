# Builds packs/instruments/*.toml into the program, as the room packs does with its own.
file(GLOB instrument_files CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/packs/instruments/*.toml)
set(instrument_source ${CMAKE_BINARY_DIR}/generated/built_in_instruments.cpp)
set(embed ${CMAKE_SOURCE_DIR}/src/ground/packs/embed_packs.cmake)
add_custom_command(OUTPUT ${instrument_source}
  COMMAND ${CMAKE_COMMAND} -DOUT=${instrument_source} "-DFILES=${instrument_files}" -DHEADER=questionnaire/instruments.hpp
          -DNAMESPACE=kith::questionnaire -DFUNCTION=built_in_instrument_files -P ${embed}
  DEPENDS ${instrument_files} ${embed} VERBATIM)
target_sources(room_questionnaire PRIVATE ${instrument_source})
