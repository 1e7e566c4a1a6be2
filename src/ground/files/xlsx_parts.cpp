#include "files/xlsx_parts.hpp"

#include "base/text.hpp"

#include <charconv>

namespace kith::files {
namespace {
int number_in(std::string_view text)
{
    int number = -1;
    std::from_chars(text.data(), text.data() + text.size(), number);
    return number;
}

bool is_true(std::string_view text) { return text == "1" || text == "true"; }

class RelationsHandler : public XmlHandler {
public:
    void start(std::string_view name, const XmlAttributes& attributes) override
    {
        if (name != "Relationship" || attributes.find("TargetMode") == "External") return;
        found.push_back({std::string{attributes.find("Id")}, std::string{attributes.find("Type")}, std::string{attributes.find("Target")}});
    }
    void text(std::string_view) override {}
    void end(std::string_view) override {}
    std::vector<Relation> found;
};

class WorkbookHandler : public XmlHandler {
public:
    void start(std::string_view name, const XmlAttributes& attributes) override
    {
        if (name == "workbookPr") found.from_1904 = is_true(attributes.find("date1904"));
        if (name != "sheet") return;
        const auto state = attributes.find("state");
        found.sheets.push_back({unescaped_text(std::string{attributes.find("name")}), state == "hidden" || state == "veryHidden",
                                std::string{attributes.find_prefixed("id")}});
    }
    void text(std::string_view) override {}
    void end(std::string_view) override {}
    WorkbookPart found;
};

class StylesHandler : public XmlHandler {
public:
    void start(std::string_view name, const XmlAttributes& attributes) override
    {
        if (name == "numFmt") own_[number_in(attributes.find("numFmtId"))] = number_format_of(attributes.find("formatCode"));
        if (name == "cellXfs") within_ = true;
        if (name != "xf" || !within_) return;
        const auto id = number_in(attributes.find("numFmtId"));
        const auto own = own_.find(id);
        found.push_back(own != own_.end() ? own->second : built_in_number_format(id));
    }
    void text(std::string_view) override {}
    void end(std::string_view name) override
    {
        if (name == "cellXfs") within_ = false;
    }
    std::vector<NumberFormat> found;

private:
    std::map<int, NumberFormat> own_;
    bool within_ = false;
};

/// Where a relation's target stands: "worksheets/sheet1.xml" of "xl/workbook.xml" is "xl/worksheets/sheet1.xml".
std::string part_name(std::string_view of, std::string_view target)
{
    if (target.starts_with('/')) return std::string{target.substr(1)};
    std::string folder{of.substr(0, of.find_last_of('/') + 1)};
    while (target.starts_with("../")) {
        target.remove_prefix(3);
        if (!folder.empty()) folder.pop_back();
        folder.erase(folder.find_last_of('/') + 1);
    }
    return folder + std::string{target};
}

template <class Handler>
Result<Handler> handled(const ZipPackage& package, const std::string& part)
{
    Handler handler;
    XmlReader reader{handler, {.bytes = 64ULL << 20U}};
    if (auto read = read_part(package, part, reader); !read) return std::unexpected(read.error());
    return handler;
}
}  // namespace

Result<void> read_part(const ZipPackage& package, const std::string& name, XmlReader& reader)
{
    auto part = package.part(name);
    if (!part) return std::unexpected(part.error());
    while (!reader.stopped()) {
        auto piece = part->next();
        if (!piece) return std::unexpected(piece.error());
        auto read = piece->empty() ? reader.finish() : reader.feed(*piece);
        if (!read) return unacceptable("file", "The workbook cannot be read, at " + name + ". " + read.error().message + " Save it again from Excel, or as CSV.");
        if (piece->empty()) break;
    }
    return {};
}

Result<std::vector<Relation>> relations_of(const ZipPackage& package, const std::string& part)
{
    const auto slash = part.find_last_of('/') + 1;
    const auto list = part.substr(0, slash) + "_rels/" + part.substr(slash) + ".rels";
    if (!package.has(list)) return std::vector<Relation>{};
    auto handler = handled<RelationsHandler>(package, list);
    if (!handler) return std::unexpected(handler.error());
    for (auto& relation : handler->found) relation.target = part_name(part, relation.target);
    return std::move(handler->found);
}

Result<WorkbookPart> read_workbook_part(const ZipPackage& package, const std::string& part)
{
    auto handler = handled<WorkbookHandler>(package, part);
    if (!handler) return std::unexpected(handler.error());
    return std::move(handler->found);
}

Result<std::vector<NumberFormat>> read_styles(const ZipPackage& package, const std::string& part)
{
    auto handler = handled<StylesHandler>(package, part);
    if (!handler) return std::unexpected(handler.error());
    return std::move(handler->found);
}

std::string unescaped_text(std::string text)
{
    for (auto at = text.find("_x"); at != text.npos; at = text.find("_x", at + 1)) {
        if (at + 7 > text.size() || text[at + 6] != '_') continue;
        unsigned code = 0;
        const auto* digits = text.data() + at + 2;
        const auto [end, error] = std::from_chars(digits, digits + 4, code, 16);
        if (error != std::errc{} || end != digits + 4 || code == 0 || code >= 0x80) continue;  // the reader never saw one beyond ASCII
        text.replace(at, 7, 1, static_cast<char>(code));
    }
    return text;
}

/// Text of <si>: its <t>, or those of its runs <r>; what <rPh> says of how to pronounce it is passed over.
struct SharedTexts::Reading : XmlHandler {
    Reading(SharedTexts& shared, ZipPackage::Part opened) : owner(shared), part(std::move(opened)), reader(*this, {.bytes = 1ULL << 30U}) {}

    void start(std::string_view name, const XmlAttributes&) override
    {
        if (name == "si") collected.clear();
        else if (name == "rPh") phonetic = true;
        else if (name == "t") within = !phonetic;
    }
    void text(std::string_view piece) override
    {
        if (!within) return;
        collected += piece;
        if (collected.size() > owner.limits_.cell_bytes) reader.refuse("a cell holds more text than any cell of a return");
    }
    void end(std::string_view name) override
    {
        if (name == "t") within = false;
        else if (name == "rPh") phonetic = false;
        else if (name == "si") keep();
    }
    void keep()
    {
        if (owner.texts_.size() >= owner.limits_.shared_texts) return reader.refuse("the workbook holds more texts than Kith takes");
        if (collected.find("_x") != collected.npos) collected = unescaped_text(std::move(collected));
        owner.texts_.push_back(owner.store_.keep(collected));
    }

    SharedTexts& owner;
    ZipPackage::Part part;
    XmlReader reader;
    std::string collected;
    bool within = false;
    bool phonetic = false;
};

SharedTexts::SharedTexts(const ZipPackage& package, std::string part, XlsxLimits limits) : package_(package), part_(std::move(part)), limits_(limits) {}
SharedTexts::~SharedTexts() = default;

Result<std::string_view> SharedTexts::at(std::size_t number)
{
    if (number >= texts_.size())
        if (auto read = read_to(number); !read) return std::unexpected(read.error());
    if (number >= texts_.size()) return unacceptable("file", "The workbook is damaged: a cell points at a text that is not there. Save it again from Excel.");
    return texts_[number];
}

Result<void> SharedTexts::read_to(std::size_t number)
{
    if (ended_ || part_.empty()) return {};
    if (!reading_) {
        auto part = package_.part(part_);
        if (!part) return std::unexpected(part.error());
        reading_ = std::make_unique<Reading>(*this, std::move(*part));
    }
    while (number >= texts_.size() && !ended_) {
        auto piece = reading_->part.next();
        if (!piece) return std::unexpected(piece.error());
        ended_ = piece->empty();
        auto read = ended_ ? reading_->reader.finish() : reading_->reader.feed(*piece);
        if (!read) return unacceptable("file", "The workbook's texts cannot be read. " + read.error().message + " Save it again from Excel, or as CSV.");
    }
    if (ended_) reading_.reset();
    return {};
}

}  // namespace kith::files
