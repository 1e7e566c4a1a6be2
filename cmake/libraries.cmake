# What each library named in layers.txt is. Debian packages only; versions are those of Debian 12.
find_package(PkgConfig REQUIRED)
find_package(Threads REQUIRED)
function(kith_pkg name module)
  pkg_check_modules(${name} REQUIRED IMPORTED_TARGET ${module})
  add_library(library_${name} INTERFACE)
  target_link_libraries(library_${name} INTERFACE PkgConfig::${name})
endfunction()

kith_pkg(fmt fmt)
kith_pkg(sodium libsodium)
kith_pkg(sqlite3 sqlite3)
kith_pkg(libpq libpq)
kith_pkg(zlib zlib)
kith_pkg(toml tomlplusplus)
kith_pkg(oath liboath)
kith_pkg(curl libcurl)
kith_pkg(qrencode libqrencode)
kith_pkg(zip libzip)
kith_pkg(expat expat)
kith_pkg(xlsxwriter xlsxwriter)

add_library(library_json INTERFACE)                 # Boost.JSON
target_link_libraries(library_json INTERFACE boost_json)
add_library(library_beast INTERFACE)                # Boost.Beast and Asio are headers
target_link_libraries(library_beast INTERFACE Threads::Threads)
add_library(library_random123 INTERFACE)            # Random123 is headers: random numbers by counter and key
add_library(library_date INTERFACE)                 # Howard Hinnant's date, for Europe/London
target_compile_definitions(library_date INTERFACE USE_OS_TZDB=1)
target_link_libraries(library_date INTERFACE date-tz)
