#include "files/xml_reader.hpp"

#include "base/quantity.hpp"
#include "base/text.hpp"

#include <expat.h>
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstring>
#include <new>

namespace kith::files {
namespace {
std::string_view without_prefix(std::string_view name)
{
    auto colon = name.find(':');
    return colon == name.npos ? name : name.substr(colon + 1);
}

/// What an expat error means to the person who handed the file in.
std::string_view words_for(XML_Error error)
{
    switch (error) {
    case XML_ERROR_NO_ELEMENTS: return "the file holds no XML, or ends too early";
    case XML_ERROR_UNCLOSED_TOKEN:
    case XML_ERROR_PARTIAL_CHAR:
    case XML_ERROR_UNCLOSED_CDATA_SECTION: return "the file ends in the middle of something; it may have been cut short";
    case XML_ERROR_TAG_MISMATCH: return "a closing tag does not match the tag that was opened";
    case XML_ERROR_DUPLICATE_ATTRIBUTE: return "an attribute stands twice in one tag";
    case XML_ERROR_UNDEFINED_ENTITY: return "an & stands where XML has &amp;, or a name after it that XML does not know";
    case XML_ERROR_UNKNOWN_ENCODING:
    case XML_ERROR_INCORRECT_ENCODING: return "the file says it is in an encoding that Kith does not read; save it as UTF-8";
    case XML_ERROR_INVALID_TOKEN: return "a character stands where XML allows none, such as a bare & or <";
    case XML_ERROR_JUNK_AFTER_DOC_ELEMENT: return "something stands after the end of the document";
    default: return "the file does not follow the rules of XML";
    }
}

/// Windows-1252, which expat does not know by itself: the code point of each byte, -1 for the five that have none.
int know_windows_1252(void*, const XML_Char* name, XML_Encoding* encoding)
{
    if (lower_ascii(name) != "windows-1252") return XML_STATUS_ERROR;
    constexpr std::array<int, 32> high{0x20AC, -1,     0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
                                       0x2039, 0x0152, -1,     0x017D, -1,     -1,     0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
                                       0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, -1,     0x017E, 0x0178};
    for (int byte = 0; byte < 256; ++byte) encoding->map[byte] = byte >= 0x80 && byte < 0xA0 ? high[static_cast<std::size_t>(byte - 0x80)] : byte;
    encoding->data = nullptr;
    encoding->convert = nullptr;
    encoding->release = nullptr;
    return XML_STATUS_OK;
}
}  // namespace

std::string_view XmlAttributes::find(std::string_view name) const
{
    for (auto pair = pairs_; *pair != nullptr; pair += 2)
        if (without_prefix(pair[0]) == name) return pair[1];
    return {};
}

std::string_view XmlAttributes::find_prefixed(std::string_view name) const
{
    for (auto pair = pairs_; *pair != nullptr; pair += 2)
        if (std::strchr(pair[0], ':') != nullptr && without_prefix(pair[0]) == name) return pair[1];
    return {};
}

bool XmlAttributes::has(std::string_view name) const
{
    for (auto pair = pairs_; *pair != nullptr; pair += 2)
        if (without_prefix(pair[0]) == name) return true;
    return false;
}

struct XmlReader::Calls {
    static XmlReader& of(void* user) { return *static_cast<XmlReader*>(user); }

    static void start(void* user, const XML_Char* name, const XML_Char** attributes)
    {
        auto& reader = of(user);
        if (reader.stopped_) return;
        if (++reader.depth_ > reader.limits_.depth)
            return reader.refuse(fmt::format("more than {} elements stand within one another, which no file that Kith takes has", reader.limits_.depth));
        reader.handler_.start(without_prefix(name), XmlAttributes{attributes});
    }

    static void end(void* user, const XML_Char* name)
    {
        auto& reader = of(user);
        if (reader.stopped_) return;
        --reader.depth_;
        reader.handler_.end(without_prefix(name));
    }

    static void text(void* user, const XML_Char* piece, int length)
    {
        auto& reader = of(user);
        if (!reader.stopped_) reader.handler_.text({piece, static_cast<std::size_t>(length)});
    }

    static void doctype(void* user, const XML_Char*, const XML_Char*, const XML_Char*, int)
    {
        of(user).refuse("the file has a DOCTYPE, with which a file can hide or multiply text, so Kith does not read it; "
                        "export the file again without one");
    }
};

XmlReader::XmlReader(XmlHandler& handler, XmlLimits limits) : handler_(handler), limits_(limits), parser_(XML_ParserCreate(nullptr))
{
    if (parser_ == nullptr) throw std::bad_alloc();
    XML_SetUserData(parser_, this);
    XML_SetElementHandler(parser_, Calls::start, Calls::end);
    XML_SetCharacterDataHandler(parser_, Calls::text);
    XML_SetStartDoctypeDeclHandler(parser_, Calls::doctype);
    XML_SetUnknownEncodingHandler(parser_, know_windows_1252, nullptr);
}

XmlReader::~XmlReader()
{
    XML_ParserFree(parser_);
}

XmlPlace XmlReader::place() const
{
    return {static_cast<std::int64_t>(XML_GetCurrentLineNumber(parser_)), static_cast<std::int64_t>(XML_GetCurrentColumnNumber(parser_)) + 1};
}

void XmlReader::stop()
{
    stopped_ = true;
    XML_StopParser(parser_, XML_FALSE);
}

void XmlReader::refuse(std::string message)
{
    if (stopped_) return;
    const auto at = place();
    refusal_ = fmt::format("Line {}, column {}: {}.", at.line, at.column, message);
    stop();
}

std::unexpected<Problem> XmlReader::refused()
{
    stopped_ = true;
    return unacceptable("file", refusal_);
}

Result<void> XmlReader::parse(std::string_view piece, bool last)
{
    const auto status = XML_Parse(parser_, piece.data(), static_cast<int>(piece.size()), last ? 1 : 0);
    if (!refusal_.empty()) return refused();
    if (stopped_ || status == XML_STATUS_OK) return {};
    const auto error = XML_GetErrorCode(parser_);
    if (error == XML_ERROR_NO_MEMORY) throw std::bad_alloc();
    refuse(std::string{words_for(error)});
    return refused();
}

Result<void> XmlReader::feed(std::string_view piece)
{
    constexpr std::size_t step = 64 * 1024;  // small, so that one tag of a gigabyte is seen before it is held
    while (!piece.empty() && !stopped_) {
        const auto part = piece.substr(0, std::min(step, piece.size()));
        piece.remove_prefix(part.size());
        fed_ += part.size();
        if (fed_ > limits_.bytes) refuse(fmt::format("the document is longer than {} bytes", with_commas(static_cast<std::int64_t>(limits_.bytes))));
        else if (auto parsed = parse(part, false); !parsed) return parsed;
        const auto read = XML_GetCurrentByteIndex(parser_);
        if (!stopped_ && read >= 0 && fed_ - static_cast<std::uint64_t>(read) > limits_.piece_bytes + step)
            refuse(fmt::format("a tag or other mark-up is longer than {} bytes", with_commas(static_cast<std::int64_t>(limits_.piece_bytes))));
        if (!refusal_.empty()) return refused();
    }
    if (!refusal_.empty()) return refused();
    return {};
}

Result<void> XmlReader::finish()
{
    if (!refusal_.empty()) return refused();
    if (stopped_) return {};
    return parse({}, true);
}

Result<void> read_xml(std::string_view document, XmlHandler& handler, XmlLimits limits)
{
    XmlReader reader{handler, limits};
    if (auto fed = reader.feed(document); !fed) return fed;
    return reader.finish();
}

}  // namespace kith::files
