#pragma once
// What the bytes of a handed-in text file are, and the same text as UTF-8. Not a guesser of languages: a byte-order mark decides, then
// strict UTF-8, then Windows-1252, which is what spreadsheets on English desks write.
#include "base/result.hpp"

#include <string>
#include <string_view>

namespace kith::files {

/// Text as UTF-8 without its byte-order mark, and how it came.
struct DecodedText {
    std::string text;
    std::string_view encoding;            ///< "UTF-8", "UTF-16 little-endian", "UTF-16 big-endian" or "Windows-1252"
    std::size_t doubtful_characters = 0;  ///< replaced by U+FFFD because the encoding does not have them
};

/// The text of `bytes`, which are moved through untouched where they are UTF-8 already. Refuses, saying what it seems to be, what is no
/// text: workbooks, archives, PDFs, pictures, web pages, NUL bytes.
Result<DecodedText> decode(std::string bytes);

}  // namespace kith::files
