# SPDX-License-Identifier: MIT
# What every target of the project is compiled with, said once, and the function that makes a room (one folder,
# one static library, one namespace).

set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)
if(NOT CMAKE_BUILD_TYPE AND NOT CMAKE_CONFIGURATION_TYPES)
    set(CMAKE_BUILD_TYPE RelWithDebInfo CACHE STRING "" FORCE)
endif()

add_library(jarchi_policy INTERFACE)
add_library(Jarchi::Policy ALIAS jarchi_policy)
target_compile_features(jarchi_policy INTERFACE cxx_std_20)
target_compile_definitions(jarchi_policy INTERFACE
    JARCHI_VERSION="${PROJECT_VERSION}"
    QT_DISABLE_DEPRECATED_BEFORE=0x060400
    QT_NO_CAST_FROM_ASCII
    QT_NO_CAST_FROM_BYTEARRAY
    QT_NO_CAST_TO_ASCII
    QT_NO_FOREACH
    QT_NO_KEYWORDS
    QT_NO_NARROWING_CONVERSIONS_IN_CONNECT
    QT_NO_URL_CAST_FROM_STRING
    QT_STRICT_ITERATORS)
if(CMAKE_CXX_COMPILER_ID MATCHES "GNU|Clang")
    target_compile_options(jarchi_policy INTERFACE
        -Wall -Wextra -Wpedantic -Wcast-qual -Wconversion -Wno-sign-conversion -Wno-missing-field-initializers
        -Wimplicit-fallthrough -Wnon-virtual-dtor -Wold-style-cast -Woverloaded-virtual -Wshadow
        $<$<BOOL:${JARCHI_WERROR}>:-Werror>)
elseif(MSVC)
    target_compile_options(jarchi_policy INTERFACE /W4 /permissive- /utf-8 $<$<BOOL:${JARCHI_WERROR}>:/WX>)
endif()

# jarchi_add_room(<target> ALIAS <Name> SOURCES <files...> [PUBLIC <libraries...>] [PRIVATE <libraries...>])
#
# Makes the static library of one room, with the alias Jarchi::<Name>. The folder above the room becomes an include
# directory, so a header is named with its room: "store/store.h".
function(jarchi_add_room target)
    cmake_parse_arguments(PARSE_ARGV 1 room "" "ALIAS" "SOURCES;PUBLIC;PRIVATE")
    add_library(${target} STATIC ${room_SOURCES})
    add_library(Jarchi::${room_ALIAS} ALIAS ${target})
    target_include_directories(${target} PUBLIC "${CMAKE_CURRENT_SOURCE_DIR}/..")
    target_link_libraries(${target}
        PUBLIC ${room_PUBLIC}
        PRIVATE Jarchi::Policy ${room_PRIVATE})
endfunction()
