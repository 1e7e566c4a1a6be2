#pragma once
// XML one element after another, from a stream of pieces: no tree of the document is ever held. Refuses what a document of data never
// needs (a DOCTYPE, so entities of its own too) and whatever passes its limits. Knows nothing of what elements mean.
#include "base/result.hpp"

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

struct XML_ParserStruct;

namespace kith::files {

/// What a document may hold at most. Beyond it is a refusal that says where.
struct XmlLimits {
    std::uint64_t bytes = 1ULL << 30U;         ///< of the document
    std::size_t depth = 64;                    ///< elements within elements
    std::size_t piece_bytes = 1U << 20U;       ///< of one tag or other mark-up that must be held whole
};

/// Where in a document something stands, both from 1.
struct XmlPlace {
    std::int64_t line = 0;
    std::int64_t column = 0;
};

/// The attributes of a start tag; views that live as long as the call they are handed to.
class XmlAttributes {
public:
    explicit XmlAttributes(const char** pairs) : pairs_(pairs) {}
    /// The value of the attribute of this name without its prefix; empty text where there is none.
    std::string_view find(std::string_view name) const;
    /// The same, only for an attribute that has a prefix: r:id beside id.
    std::string_view find_prefixed(std::string_view name) const;
    bool has(std::string_view name) const;

private:
    const char** pairs_;
};

/// Told of what stands in the document, in its order. Names come without their prefix. Text comes in as many pieces as the parser likes.
class XmlHandler {
public:
    virtual ~XmlHandler() = default;
    virtual void start(std::string_view name, const XmlAttributes& attributes) = 0;
    virtual void text(std::string_view piece) = 0;
    virtual void end(std::string_view name) = 0;
};

/// Feeds a handler from pieces of a document. UTF-8, UTF-16, ISO-8859-1 and Windows-1252 come out as UTF-8.
class XmlReader {
public:
    explicit XmlReader(XmlHandler& handler, XmlLimits limits = {});
    ~XmlReader();
    XmlReader(const XmlReader&) = delete;
    XmlReader& operator=(const XmlReader&) = delete;

    /// Reads on. A problem names line and column and says what to do; nothing is read after it.
    Result<void> feed(std::string_view piece);
    /// The document ends here.
    Result<void> finish();
    /// For handlers: enough has been read. feed and finish then answer well and tell the handler nothing more.
    void stop();
    bool stopped() const { return stopped_; }
    /// For handlers: nothing more is to be read, and this is why.
    void refuse(std::string message);
    /// For handlers: where the start or end tag stands that they are being told of.
    XmlPlace place() const;

private:
    struct Calls;
    Result<void> parse(std::string_view piece, bool last);
    std::unexpected<Problem> refused();

    XmlHandler& handler_;
    XmlLimits limits_;
    XML_ParserStruct* parser_;
    std::uint64_t fed_ = 0;
    std::size_t depth_ = 0;
    bool stopped_ = false;
    std::string refusal_;
};

/// Reads a whole document that is in memory.
Result<void> read_xml(std::string_view document, XmlHandler& handler, XmlLimits limits = {});

}  // namespace kith::files
