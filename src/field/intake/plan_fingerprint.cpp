// What a plan would write, as a short text: for telling one plan from another.
#include "intake/staff_difference.hpp"

#include <fmt/format.h>
#include <sodium.h>

#include <array>

namespace kith::intake {
namespace {
/// The plan, field after field, hashed as it is read: the whole as one text would be as large as the file.
class PlanText {
public:
    PlanText() { crypto_generichash_init(&state_, nullptr, 0, bytes); }
    void add(std::string_view text)
    {
        add(static_cast<std::int64_t>(text.size()));
        text_ += text;
        if (text_.size() > enough) flush();
    }
    void add(std::int64_t number)
    {
        text_.append(reinterpret_cast<const char*>(&number), sizeof number);
    }
    void add(const std::optional<Date>& day) { add(day ? std::int64_t{day->days_since_epoch()} : std::int64_t{-1'000'000}); }
    void add(const workforce::StaffRecord& record)
    {
        add(record.reference);
        add(record.given_name.reveal());
        add(record.family_name.reveal());
        add(record.birth_date ? std::optional{record.birth_date->reveal()} : std::nullopt);
        add(record.national_insurance ? std::string_view{record.national_insurance->reveal()} : "-");
        for (const auto* code : {&record.sex, &record.ethnicity, &record.disability}) add(*code);
    }
    void add(const workforce::Engagement& engagement)
    {
        add(engagement.reference);
        add(std::optional{engagement.started_on});
        add(engagement.ended_on);
        for (const auto* code : {&engagement.origin, &engagement.reason_for_leaving, &engagement.destination}) add(*code);
    }
    void add(const workforce::EngagementTerms& terms)
    {
        add(std::optional{terms.from_on});
        add(terms.setting ? terms.setting->value() : 0);
        add(terms.locality ? terms.locality->value() : 0);
        for (const auto* code : {&terms.role_list, &terms.role_code, &terms.sector, &terms.breadth, &terms.contract}) add(*code);
        add(terms.fte ? terms.fte->thousandths() : -1);
        add(terms.hours.value_or(-1));
        add(terms.pay ? terms.pay->value() : -1);
        add(terms.caseload.value_or(-1));
        for (const auto* text : {&terms.pattern, &terms.pay_period, &terms.terms_set, &terms.pension_scheme, &terms.manager, &terms.seconded_from,
                                 &terms.seconded_to})
            add(*text);
    }
    void add(const workforce::Fact& fact)
    {
        add(static_cast<std::int64_t>(fact.kind));
        for (const auto* text : {&fact.list, &fact.code, &fact.detail, &fact.number, &fact.words}) add(*text);
        add(fact.on);
        add(fact.until);
    }
    void add(const workforce::NewEngagement& added)
    {
        add(added.engagement);
        for (const auto& terms : added.terms) add(terms);
    }
    std::string hash()
    {
        flush();
        std::array<unsigned char, bytes> hash{};
        crypto_generichash_final(&state_, hash.data(), hash.size());
        std::string hex;
        for (auto byte : hash) hex += fmt::format("{:02x}", byte);
        return hex;
    }

private:
    static constexpr std::size_t bytes = 16;
    static constexpr std::size_t enough = 64 * 1024;
    void flush()
    {
        crypto_generichash_update(&state_, reinterpret_cast<const unsigned char*>(text_.data()), text_.size());
        text_.clear();
    }
    crypto_generichash_state state_{};
    std::string text_;
};
}  // namespace

std::string fingerprint_of(const workforce::Plan& plan)
{
    PlanText text;
    text.add(plan.organisation.value());
    for (const auto& entry : plan.new_records) {
        text.add("new record");
        text.add(entry.record);
        for (const auto& engagement : entry.engagements) text.add(engagement);
        for (const auto& fact : entry.facts) text.add(fact);
    }
    for (const auto& entry : plan.changed_records) text.add("record"), text.add(entry.id.value()), text.add(entry.record);
    for (const auto& entry : plan.new_engagements) text.add("new engagement"), text.add(entry.record.value()), text.add(entry.added);
    for (const auto& entry : plan.changed_engagements) text.add("engagement"), text.add(entry.id.value()), text.add(entry.engagement);
    for (const auto& entry : plan.new_terms) text.add("new terms"), text.add(entry.engagement.value()), text.add(entry.terms);
    for (const auto& entry : plan.changed_terms) text.add("terms"), text.add(entry.id.value()), text.add(entry.terms);
    for (const auto& id : plan.removed_terms) text.add("removed"), text.add(id.value());
    for (const auto& entry : plan.added_facts) text.add("new fact"), text.add(entry.record.value()), text.add(entry.fact);
    for (const auto& entry : plan.changed_facts) text.add("fact"), text.add(entry.id.value()), text.add(entry.fact);
    for (const auto& id : plan.ended_facts) text.add("ended fact"), text.add(id.value());
    return text.hash();
}

}  // namespace kith::intake
