#include "files/xml_writer.hpp"

namespace kith::files {

XmlWriter::XmlWriter() : text_("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n") {}

void XmlWriter::begin_line()
{
    finish_tag();
    text_.append(2 * open_.size(), ' ');
}

void XmlWriter::finish_tag()
{
    if (tag_is_open_) text_ += ">\n";
    tag_is_open_ = false;
}

void XmlWriter::escape(std::string_view text, bool in_attribute)
{
    for (char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (c == '&') text_ += "&amp;";
        else if (c == '<') text_ += "&lt;";
        else if (c == '>') text_ += "&gt;";
        else if (c == '"' && in_attribute) text_ += "&quot;";
        else if (c == '\r' || (in_attribute && (c == '\n' || c == '\t'))) text_ += "&#" + std::to_string(byte) + ";";
        else if (byte >= 0x20 || c == '\n' || c == '\t') text_ += c;
    }
}

XmlWriter& XmlWriter::start(std::string_view name)
{
    begin_line();
    text_.append("<").append(name);
    open_.emplace_back(name);
    tag_is_open_ = true;
    return *this;
}

XmlWriter& XmlWriter::attribute(std::string_view name, std::string_view value)
{
    text_.append(" ").append(name).append("=\"");
    escape(value, true);
    text_ += '"';
    return *this;
}

XmlWriter& XmlWriter::end()
{
    const auto name = std::move(open_.back());
    open_.pop_back();
    if (tag_is_open_) text_ += "/>\n";
    else text_.append(2 * open_.size(), ' ').append("</").append(name).append(">\n");
    tag_is_open_ = false;
    return *this;
}

XmlWriter& XmlWriter::element(std::string_view name, std::string_view text)
{
    begin_line();
    text_.append("<").append(name);
    if (text.empty()) {
        text_ += "/>\n";
        return *this;
    }
    text_ += '>';
    escape(text, false);
    text_.append("</").append(name).append(">\n");
    return *this;
}

std::string XmlWriter::text() &&
{
    while (!open_.empty()) end();
    return std::move(text_);
}

}  // namespace kith::files
