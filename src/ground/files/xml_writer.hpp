#pragma once
// Writing XML that every reader takes: UTF-8, declared, indented, escaped. A handful of calls; knows no schema.
#include <string>
#include <string_view>
#include <vector>

namespace kith::files {

/// Writes one document into a string it owns. Characters that XML 1.0 does not allow are left out, so what is written is well-formed.
class XmlWriter {
public:
    XmlWriter();
    /// <name>; `end` closes the element opened last.
    XmlWriter& start(std::string_view name);
    /// Of the element just started, before anything stands in it.
    XmlWriter& attribute(std::string_view name, std::string_view value);
    XmlWriter& end();
    /// <name>text</name>, or <name/> for empty text.
    XmlWriter& element(std::string_view name, std::string_view text);
    /// The document, with whatever is still open closed.
    std::string text() &&;

private:
    void begin_line();
    void finish_tag();
    void escape(std::string_view text, bool in_attribute);

    std::string text_;
    std::vector<std::string> open_;
    bool tag_is_open_ = false;  // the last start tag may still take attributes
};

}  // namespace kith::files
