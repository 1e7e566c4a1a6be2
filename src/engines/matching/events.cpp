#include "matching/events.hpp"

#include "base/text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

namespace kith::matching {
namespace {

constexpr std::int64_t least_counted = 4;
constexpr std::size_t fields_and_levels = fields * most_levels;

/// Fields one after another; a tab, a line end and a backslash within a field are written as two characters.
class Fields {
public:
    Fields& put(std::string_view text)
    {
        if (!line_.empty()) line_ += '\t';
        for (const char c : text) {
            if (c == '\t') line_ += "\\t";
            else if (c == '\n') line_ += "\\n";
            else if (c == '\\') line_ += "\\\\";
            else line_ += c;
        }
        return *this;
    }
    template <std::integral Number>
    Fields& put(Number number) { return put(std::string_view{std::to_string(number)}); }
    Fields& put(double number) { return put(std::string_view{fmt::format("{:a}", number)}); }  // hexadecimal, to the last bit
    Fields& put(const std::vector<std::string>& list)
    {
        put(list.size());
        for (const auto& one : list) put(one);
        return *this;
    }
    std::string line() && { return std::move(line_); }

private:
    std::string line_;
};

/// The same fields again; one that is not there or not a number makes the line no event.
class Reading {
public:
    explicit Reading(std::string_view line) : parts_(split(line, '\t')) {}
    std::string text()
    {
        if (at_ >= parts_.size()) return is_good_ = false, std::string{};
        std::string text;
        const auto part = parts_[at_++];
        for (std::size_t at = 0; at < part.size(); ++at) {
            if (part[at] != '\\') text += part[at];
            else if (++at < part.size()) text += part[at] == 't' ? '\t' : part[at] == 'n' ? '\n' : part[at];
        }
        return text;
    }
    template <class Number>
    Number number()
    {
        const auto part = text();
        Number number{};
        std::from_chars_result read{};
        if constexpr (std::is_floating_point_v<Number>) read = from_hexadecimal(part, number);
        else read = std::from_chars(part.data(), part.data() + part.size(), number);
        if (read.ec != std::errc{} || read.ptr != part.data() + part.size()) is_good_ = false;
        return number;
    }
    std::vector<std::string> list()
    {
        std::vector<std::string> all;
        for (auto left = number<std::size_t>(); left > 0 && is_good_; --left) all.push_back(text());
        return all;
    }
    bool is_done() const { return is_good_ && at_ == parts_.size(); }
    bool is_good() const { return is_good_; }

private:
    static std::from_chars_result from_hexadecimal(std::string_view part, double& number)
    {
        const auto sign = part.starts_with("0x") ? part.substr(2) : part;
        return std::from_chars(sign.data(), sign.data() + sign.size(), number, std::chars_format::hex);
    }
    std::vector<std::string_view> parts_;
    std::size_t at_ = 0;
    bool is_good_ = true;
};

Fields& put_address(Fields& fields, const Address& address) { return fields.put(address.postcode).put(address.house); }
Address address_in(Reading& reading)
{
    auto postcode = reading.text();
    return {.postcode = std::move(postcode), .house = reading.text()};
}

std::string line_of(const Told& told)
{
    Fields fields;
    fields.put("record").put(told.id).put(told.source).put(told.forename).put(told.surname).put(told.birth_date).put(told.sex).put(told.birth_place);
    put_address(fields, told.address).put(told.contact);
    for (const auto& identifier : told.identifiers) fields.put(identifier);
    fields.put(told.earlier_forenames).put(told.earlier_surnames).put(told.earlier_addresses.size());
    for (const auto& address : told.earlier_addresses) put_address(fields, address);
    return std::move(fields).line();
}
Told told_in(Reading& reading)
{
    Told told;
    for (auto* text : {&told.id, &told.source, &told.forename, &told.surname, &told.birth_date, &told.sex, &told.birth_place}) *text = reading.text();
    told.address = address_in(reading);
    told.contact = reading.text();
    for (auto& identifier : told.identifiers) identifier = reading.text();
    told.earlier_forenames = reading.list();
    told.earlier_surnames = reading.list();
    for (auto left = reading.number<std::size_t>(); left > 0 && reading.is_good(); --left) told.earlier_addresses.push_back(address_in(reading));
    return told;
}

std::string line_of(const Decision& decision) { return std::move(Fields{}.put("decision").put(decision.one).put(decision.other).put(decision.is_same ? "same" : "not same").put(decision.by).put(decision.on)).line(); }
Decision decision_in(Reading& reading)
{
    Decision decision;
    decision.one = reading.text();
    decision.other = reading.text();
    decision.is_same = reading.text() == "same";
    decision.by = reading.text();
    decision.on = reading.text();
    return decision;
}

std::string line_of(const Withdrawal& withdrawal) { return std::move(Fields{}.put("withdrawal").put(withdrawal.number).put(withdrawal.by).put(withdrawal.on)).line(); }
Withdrawal withdrawal_in(Reading& reading)
{
    Withdrawal withdrawal{.number = reading.number<std::int64_t>(), .by = {}, .on = {}};
    withdrawal.by = reading.text();
    withdrawal.on = reading.text();
    return withdrawal;
}

std::string line_of(const Settings& settings) { return std::move(Fields{}.put("settings").put(settings.threshold).put(settings.variants).put(settings.one_each)).line(); }
Settings settings_in(Reading& reading)
{
    Settings settings{.threshold = reading.number<double>(), .variants = 0, .one_each = {}};
    settings.variants = reading.number<std::uint64_t>();
    settings.one_each = reading.list();
    return settings;
}

std::string line_of(const Frozen& frozen)
{
    Fields fields;
    fields.put("model").put(frozen.model.version).put(frozen.model.records);
    for (const auto share : frozen.model.shares) fields.put(share);
    for (const auto& of : frozen.model.rates)
        for (std::size_t field = 0; field < fields_and_levels; ++field) fields.put(of[field / most_levels][field % most_levels]);
    fields.put(frozen.counts.size());
    for (const auto& [text, count] : frozen.counts) fields.put(text).put(count);
    fields.put(frozen.namesakes.size());
    for (const auto& one : frozen.namesakes) fields.put(one.first).put(one.surname).put(one.people);
    return std::move(fields).line();
}
Frozen frozen_in(Reading& reading)
{
    Frozen frozen;
    frozen.model.version = reading.number<int>();
    frozen.model.records = reading.number<std::int64_t>();
    for (auto& share : frozen.model.shares) share = reading.number<double>();
    for (auto& of : frozen.model.rates)
        for (std::size_t field = 0; field < fields_and_levels; ++field) of[field / most_levels][field % most_levels] = reading.number<double>();
    for (auto left = reading.number<std::size_t>(); left > 0 && reading.is_good(); --left) {
        auto text = reading.text();
        frozen.counts.emplace_back(std::move(text), reading.number<std::int64_t>());
    }
    for (auto left = reading.number<std::size_t>(); left > 0 && reading.is_good(); --left) {
        Frozen::Namesakes one{.first = reading.text(), .surname = {}};
        one.surname = reading.text();
        one.people = reading.number<std::uint32_t>();
        frozen.namesakes.push_back(std::move(one));
    }
    return frozen;
}

}  // namespace

Frozen frozen(const Linkage& linkage)
{
    Frozen frozen{.model = linkage.model(), .counts = {}, .namesakes = {}};
    const auto& texts = linkage.people().texts;
    for (Text text = 1; text < texts.size(); ++text)
        if (texts.count(text) >= least_counted) frozen.counts.emplace_back(texts[text], texts.count(text));
    for (const auto& [name, people] : frozen.model.namesakes) frozen.namesakes.push_back({texts[static_cast<Text>(name >> 32U)], texts[static_cast<Text>(name)], people});
    std::ranges::sort(frozen.namesakes, {}, [](const auto& one) { return std::pair{one.first, one.surname}; });
    frozen.model.namesakes.clear();
    return frozen;
}

Model put_into(People& people, const Frozen& frozen)
{
    for (const auto& [text, count] : frozen.counts) people.texts.set_count(text, count);
    auto model = frozen.model;
    for (const auto& one : frozen.namesakes) {
        const auto first = people.texts.keep(one.first);
        model.namesakes.emplace(full_name(first, people.texts.keep(one.surname)), one.people);
    }
    people.texts.end_counting();
    people.counted = model.records;
    return model;
}

std::string written(const Event& event)
{
    return std::visit([](const auto& one) { return line_of(one); }, event);
}

Result<Event> read_event(std::string_view line)
{
    Reading reading{line};
    const auto kind = reading.text();
    Result<Event> event = unacceptable("event", "this is no record, decision, withdrawal, model or setting");
    if (kind == "record") event = told_in(reading);
    else if (kind == "decision") event = decision_in(reading);
    else if (kind == "withdrawal") event = withdrawal_in(reading);
    else if (kind == "model") event = frozen_in(reading);
    else if (kind == "settings") event = settings_in(reading);
    if (event && !reading.is_done()) return unacceptable("event", "a line of kind \"" + kind + "\" does not have the fields that it should");
    return event;
}

}  // namespace kith::matching
