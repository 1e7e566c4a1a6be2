#include "census/csww_file.hpp"

#include "base/quantity.hpp"
#include "base/text.hpp"
#include "files/text_encoding.hpp"
#include "files/xml_reader.hpp"

#include <algorithm>

namespace kith::census {
namespace {
using enum CswwItem;

constexpr std::array<CswwElement, csww_items> elements{{
    {agency_worker, "AgencyWorker", CswwShape::yes_no, "", false, false},
    {swe_number, "SWENo", CswwShape::swe_number, "", false, false},
    {fte, "FTE", CswwShape::fraction, "", false, false},
    {birth_date, "PersonBirthDate", CswwShape::day, "", false, true},
    {gender, "GenderCurrent", CswwShape::code, "csww-2022-gender", false, true},
    {ethnicity, "Ethnicity", CswwShape::code, "csww-2022-ethnicities", false, true},
    {qualified_at, "QualInst", CswwShape::text, "", true, false},
    {qualification_level, "QualLevel", CswwShape::code, "csww-2022-qualification-levels", false, false},
    {step_up, "StepUpGrad", CswwShape::yes_no, "", false, true},
    {role, "OrgRole", CswwShape::code, "csww-2022-org-roles", false, true},
    {start_date, "RoleStartDate", CswwShape::day, "", false, true},
    {origin, "StartOrigin", CswwShape::code, "csww-2022-start-origins", false, true},
    {end_date, "RoleEndDate", CswwShape::day, "", false, false},
    {destination, "LeaverDestination", CswwShape::code, "csww-2022-leaver-destinations", false, false},
    {reason, "ReasonLeave", CswwShape::code, "csww-2022-leaving-reasons", false, false},
    {fte_on_day, "FTE30", CswwShape::fraction, "", false, true},
    {cases_on_day, "Cases30", CswwShape::whole_number, "", false, false},
    {days_lost, "WorkingDaysLost", CswwShape::hundredths, "", false, true},
    {contract_weeks, "ContractWeeks", CswwShape::tenths, "", true, false},
    {frontline, "FrontlineGrad", CswwShape::yes_no, "", false, true},
    {absent_on_day, "Absat30Sept", CswwShape::yes_no, "", true, false},
    {absence_reason, "ReasonAbsence", CswwShape::code, "csww-2022-absence-reasons", true, false},
    {status, "CFKSSstatus", CswwShape::code, "csww-2022-statuses", true, false},
}};

const CswwElement* element_named(std::string_view name)
{
    const auto* found = std::ranges::find(elements, name, &CswwElement::name);
    return found == elements.end() ? nullptr : found;
}

/// Message / Header / … / item, and Message / CSWWWorker / item.
class CensusHandler : public files::XmlHandler {
public:
    explicit CensusHandler(std::size_t most) : most_(most) {}
    void use(files::XmlReader& reader) { reader_ = &reader; }
    CswwFile found;

    void start(std::string_view name, const files::XmlAttributes&) override
    {
        ++depth_;
        text_.clear();
        line_ = reader_->place().line;
        if (depth_ == 1 && name != "Message") return reader_->refuse("a file of the social work census begins with the element Message, and this one does not");
        if (depth_ != 2 || name != "CSWWWorker") return;
        if (found.workers.size() >= most_) return reader_->refuse("the file holds more than " + with_commas(static_cast<std::int64_t>(most_)) + " workers");
        in_worker_ = true;
        last_ = 0;
        found.workers.emplace_back().line = line_;
    }

    void text(std::string_view piece) override
    {
        constexpr std::size_t longest = 10'000;
        text_ += piece;
        if (text_.size() > longest) reader_->refuse("an element holds more text than any element of the census");
    }

    void end(std::string_view name) override
    {
        --depth_;
        if (in_worker_ && depth_ == 2) end_item(name);
        else if (in_worker_ && depth_ == 1) end_worker();
        else if (!in_worker_ && depth_ > 1 && !trimmed(text_).empty()) found.header.try_emplace(std::string{clipped(name, 60)}, CswwValue{std::string{trimmed(text_)}, line_, 1, false});
        text_.clear();
    }

private:
    void end_item(std::string_view name)
    {
        constexpr std::size_t most_strangers = 50;
        auto& worker = found.workers.back();
        const auto* element = element_named(name);
        if (element == nullptr) {
            if (worker.strangers.size() < most_strangers) worker.strangers.emplace_back(std::string{clipped(name, 60)}, line_);
            return;
        }
        auto& value = worker[element->item];
        if (value.times++ > 0) return;
        value.text = trimmed(text_);
        value.line = line_;
        value.out_of_order = static_cast<std::size_t>(element->item) < last_;
        last_ = std::max(last_, static_cast<std::size_t>(element->item));
    }

    void end_worker()
    {
        in_worker_ = false;
        found.workers.back().end_line = reader_->place().line;
    }

    std::size_t most_;
    files::XmlReader* reader_ = nullptr;
    std::size_t depth_ = 0;
    bool in_worker_ = false;
    std::size_t last_ = 0;  // furthest element in the schema's order that this worker has had
    std::string text_;
    std::int64_t line_ = 0;
};
}  // namespace

std::span<const CswwElement> csww_elements() { return elements; }
const CswwElement& csww_element(CswwItem item) { return elements[static_cast<std::size_t>(item)]; }

std::optional<Date> CswwWorker::day(CswwItem item) const
{
    const auto date = Date::parse_iso((*this)[item].text);
    return date ? std::optional{*date} : std::nullopt;
}

std::int64_t CswwWorker::line_of(CswwItem item) const
{
    for (auto at = static_cast<std::size_t>(item); at < csww_items; ++at)
        if (values[at].line != 0 && (!values[at].out_of_order || at == static_cast<std::size_t>(item))) return values[at].line;
    return item == CswwItem::whole ? line : end_line;
}

const CswwValue& CswwFile::of_header(std::string_view name) const
{
    static const CswwValue none;
    const auto found = header.find(name);
    return found == header.end() ? none : found->second;
}

Result<CswwFile> read_csww(std::string_view bytes, std::size_t most)
{
    CensusHandler handler{most};
    files::XmlReader reader{handler, {.bytes = 256ULL << 20U, .depth = 10}};
    handler.use(reader);
    auto read = reader.feed(bytes);
    if (read) read = reader.finish();
    if (!read) return unacceptable("file", "The census file cannot be read. " + read.error().message);
    return std::move(handler.found);
}

bool is_csww(std::string_view start)
{
    if (start.starts_with("\xEF\xBB\xBF")) start.remove_prefix(3);
    const auto first = trimmed(start.substr(0, 4'000));
    return first.starts_with('<') && start.find("<Message") != start.npos && (start.find("CSWW") != start.npos);
}

}  // namespace kith::census
