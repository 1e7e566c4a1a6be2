#include "files/xml_reader.hpp"
#include "files/xml_writer.hpp"

#include <gtest/gtest.h>

namespace kith::files {
namespace {
/// Writes down what it is told, and where.
class Listener : public XmlHandler {
public:
    void start(std::string_view name, const XmlAttributes& attributes) override
    {
        heard += "<" + std::string{name};
        if (attributes.has("id")) heard += " " + std::string{attributes.find("id")};
        if (reader != nullptr) heard += "@" + std::to_string(reader->place().line);
        heard += ">";
        if (name == stop_at) reader->stop();
    }
    void text(std::string_view piece) override { heard += piece; }
    void end(std::string_view name) override { heard += "</" + std::string{name} + ">"; }
    std::string heard;
    XmlReader* reader = nullptr;
    std::string stop_at = "never";
};

std::string refusal_of(std::string_view document, XmlLimits limits = {})
{
    Listener listener;
    auto read = read_xml(document, listener, limits);
    return read ? "read: " + listener.heard : read.error().message;
}
}  // namespace

TEST(XmlReader, TellsElementsTextAndAttributesWithoutPrefixes)
{
    EXPECT_EQ(refusal_of("<?xml version=\"1.0\"?><x:a xmlns:x=\"u\"><b x:id=\"7\">1 &lt; 2 &#233;</b></x:a>"), "read: <a><b 7>1 < 2 é</b></a>");
    EXPECT_EQ(refusal_of("<?xml version=\"1.0\" encoding=\"windows-1252\"?><a>\x80</a>"), "read: <a>€</a>");
}

TEST(XmlReader, ReadsTheSameWhateverThePieces)
{
    const std::string document = "<a>\n <b>one</b>\n <b>two</b>\n</a>";
    for (std::size_t size = 1; size < 9; ++size) {
        Listener listener;
        XmlReader reader{listener};
        for (std::size_t at = 0; at < document.size(); at += size) ASSERT_TRUE(reader.feed(document.substr(at, size)));
        ASSERT_TRUE(reader.finish());
        EXPECT_EQ(listener.heard, "<a>\n <b>one</b>\n <b>two</b>\n</a>");
    }
}

TEST(XmlReader, SaysWhereEachElementStandsAndStopsWhenAsked)
{
    Listener listener;
    XmlReader reader{listener};
    listener.reader = &reader;
    listener.stop_at = "c";
    ASSERT_TRUE(reader.feed("<a>\n<b/>\n<c/>\n<d/>"));
    EXPECT_TRUE(reader.stopped());
    EXPECT_TRUE(reader.finish());
    EXPECT_EQ(listener.heard, "<a@1>\n<b@2></b>\n<c@3>");
}

TEST(XmlReader, RefusesEntitiesDepthAndLengthInWords)
{
    EXPECT_NE(refusal_of("<!DOCTYPE a [<!ENTITY x \"y\">]><a>&x;</a>").find("DOCTYPE"), std::string::npos);
    EXPECT_NE(refusal_of("<!DOCTYPE a SYSTEM \"file:///etc/passwd\"><a/>").find("Line 1"), std::string::npos);
    EXPECT_NE(refusal_of("<a>&x;</a>").find("an & stands"), std::string::npos);
    EXPECT_NE(refusal_of("<a><a><a/></a></a>", {.depth = 2}).find("more than 2 elements"), std::string::npos);
    EXPECT_NE(refusal_of("<a>" + std::string(100, ' ') + "</a>", {.bytes = 50}).find("longer than 50 bytes"), std::string::npos);
    EXPECT_NE(refusal_of("<a b=\"" + std::string(300'000, 'x') + "\"/>", {.piece_bytes = 1'000}).find("a tag or other mark-up"), std::string::npos);
}

TEST(XmlReader, SaysWhatIsWrongAndWhere)
{
    EXPECT_EQ(refusal_of("<a>\n  <b></c>\n</a>"), "Line 2, column 8: a closing tag does not match the tag that was opened.");
    EXPECT_NE(refusal_of("<a>").find("ends too early"), std::string::npos);
    EXPECT_NE(refusal_of("").find("no XML"), std::string::npos);
    EXPECT_NE(refusal_of("<a>1 & 2</a>").find("such as a bare &"), std::string::npos);
    EXPECT_NE(refusal_of("<?xml version=\"1.0\" encoding=\"EBCDIC\"?><a/>").find("save it as UTF-8"), std::string::npos);
}

TEST(XmlWriter, WritesWhatTheReaderReads)
{
    XmlWriter writer;
    writer.start("Message").attribute("kind", "a<\"b\"&\n").element("Name", "O'Hara & <sons>\x01").element("Empty", "").start("Inner").end();
    const auto text = std::move(writer).text();
    EXPECT_EQ(text, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Message kind=\"a&lt;&quot;b&quot;&amp;&#10;\">\n"
                    "  <Name>O'Hara &amp; &lt;sons&gt;</Name>\n  <Empty/>\n  <Inner/>\n</Message>\n");
    EXPECT_EQ(refusal_of(text), "read: <Message>\n  <Name>O'Hara & <sons></Name>\n  <Empty></Empty>\n  <Inner></Inner>\n</Message>");
}

}  // namespace kith::files
