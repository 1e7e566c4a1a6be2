#include "partnership/dated_plan.hpp"

#include "base/text.hpp"

#include <fmt/format.h>

namespace kith::partnership {

namespace {

/// Where in a file the field of a problem stands.
std::string column_of(const std::string& field, const std::string& own)
{
    if (field == "other" || field == "number") return own;
    if (field == "setting") return "setting_code";
    return field.empty() ? own : field;
}

/// True where a row that gives `said` speaks of a thing held with these days: the same first day, or none given.
bool is_same_time(const Span& said, const Span& held)
{
    return !said.from || !held.from || said.from == held.from;
}

Span laid_over(const Span& held, const Span& said)
{
    return {said.from ? said.from : held.from, said.until ? said.until : held.until};
}

WorkContact laid_over(WorkContact held, const WorkContact& said)
{
    if (!said.name.reveal().empty()) held.name = said.name;
    if (!said.job.empty()) held.job = said.job;
    if (!said.phone.reveal().empty()) held.phone = said.phone;
    if (!said.email.reveal().empty()) held.email = said.email;
    return held;
}

std::string written_of(const Span& span) { return fmt::format("{}|{}", span.from ? span.from->iso() : "", span.until ? span.until->iso() : ""); }
std::string written_of(const WorkContact& contact)
{
    return contact.name.reveal() + "|" + contact.job + "|" + contact.phone.reveal() + "|" + contact.email.reveal();
}

template <class T, class Same>
const T* found_in(const std::vector<T>& held, Same same)
{
    auto at = std::find_if(held.rbegin(), held.rend(), same);  // the newest first
    return at == held.rend() ? nullptr : &*at;
}

constexpr std::string_view not_an_organisation = "There is no organisation with this code. Hand in the organisations first, or mend the code";

}  // namespace

DatedPlanner::DatedPlanner(HeldDated held, const packs::Packs& packs, std::vector<FileFinding>& findings, DatedPlan& plan)
    : held_(std::move(held)), packs_(packs), findings_(findings), plan_(plan)
{
    for (const auto& [code, organisation] : held_.places.organisations)
        if (organisation.id.value() < 0) plan_.organisation_codes.emplace(organisation.id.value(), code);
    for (const auto& [codes, setting] : held_.places.settings)
        if (setting.id.value() < 0) plan_.setting_codes.emplace(setting.id.value(), codes);
}

void DatedPlanner::find(std::int64_t line, std::string column, std::string rule, std::string message)
{
    findings_.push_back({line, std::move(column), std::move(rule), FileSeverity::error, std::move(message)});
}

const Organisation* DatedPlanner::organisation(std::int64_t line, std::string_view column, const std::string& code, const std::string& rule)
{
    auto found = held_.places.organisations.find(code);
    if (found != held_.places.organisations.end()) return &found->second;
    find(line, std::string{column}, rule, std::string{not_an_organisation});
    return nullptr;
}

const Setting* DatedPlanner::setting(std::int64_t line, const std::string& organisation, const std::string& code, const std::string& rule)
{
    auto found = held_.places.settings.find({organisation, code});
    if (found != held_.places.settings.end()) return &found->second;
    find(line, "setting_code", rule, "This organisation has no setting with this code. Hand in the settings first, or mend the code");
    return nullptr;
}

std::optional<LocalityId> DatedPlanner::locality(std::int64_t line, const std::string& code, const std::string& rule)
{
    if (code.empty()) return std::nullopt;
    auto found = held_.places.localities.find(code);
    if (found != held_.places.localities.end()) return found->second.id;
    findings_.push_back({line, "locality_code", rule, FileSeverity::warning, "There is no locality with this code. It is left as it was"});
    return std::nullopt;
}

std::string DatedPlanner::code_in(std::string_view list, std::int64_t line, std::string_view column, const std::string& text, const std::string& rule)
{
    if (const auto* known = packs_.list(list).recognise(text)) return known->code;
    const auto* near = packs_.list(list).nearest(text);
    find(line, std::string{column}, rule, near == nullptr ? "This is not of the list. Use a code from the list of codes" : fmt::format("This is not of the list. Is {} meant?", near->code));
    return {};
}

std::optional<StaffRecordId> DatedPlanner::record(std::int64_t line, const Organisation& employer, const std::string& reference, const StaffFinder& staff, const std::string& rule)
{
    auto found = staff && employer.id.value() > 0 ? staff(employer.id, reference) : std::nullopt;
    if (!found && employer.id.value() < 0) {
        findings_.push_back({line, "staff_reference", rule, FileSeverity::note, "This organisation is not in the register yet, so its staff records are not either. Check again once they are"});
        return std::nullopt;
    }
    if (!found) find(line, "staff_reference", rule, "This organisation has no staff record with this reference. Hand in its staff return first, or give the person's name instead");
    return found;
}

template <class T>
void DatedPlanner::plan(std::vector<T>& held, Planned<T>& planned, const T* was, T next, std::int64_t line, const std::string& rule, const std::string& written)
{
    if (was != nullptr && *was == next) {
        ++planned.unchanged;
        return;
    }
    if (auto good = fits(next, held); !good) {
        find(line, column_of(good.error().field, "other"), rule, good.error().message);
        return;
    }
    plan_.written += written + "\n";
    if (was == nullptr) {
        next.id = decltype(next.id){--held_.last_id};
        held.push_back(next);
        planned.added.push_back(std::move(next));
        return;
    }
    auto& list = was->id.value() < 0 ? planned.added : planned.changed;
    auto again = std::ranges::find(list, was->id, &T::id);
    if (again != list.end()) *again = next;
    else list.push_back(next);
    *std::ranges::find(held, next.id, &T::id) = next;
}

void DatedPlanner::take(const LinkRow& row)
{
    const auto* organisation = this->organisation(row.line, "organisation", row.organisation, "P-LNK-4");
    const auto* other = this->organisation(row.line, row.column, row.other, "P-LNK-4");
    if (organisation == nullptr || other == nullptr) return;
    const auto is_of = [&](const OrganisationLink& link) { return link.kind == row.kind && link.organisation == organisation->id; };
    const auto* was = found_in(held_.links, [&](const auto& link) { return is_of(link) && link.other == other->id && is_same_time(row.span, link.span); });
    const auto* before = found_in(held_.links, [&](const auto& link) { return is_of(link) && !link.span.until && link.other != other->id; });
    OrganisationLink next = was != nullptr ? *was : OrganisationLink{.organisation = organisation->id, .kind = row.kind, .other = other->id};
    next.span = laid_over(next.span, row.span);
    if (row.column == "parent" && was == nullptr && before != nullptr) {
        if (!row.span.from || (before->span.from && *row.span.from <= *before->span.from)) {
            return find(row.line, "parent_from", "P-LNK-6", "It has another parent now. Enter the day from which it belongs to this one, after it came to the other");
        }
        auto ended = *before;
        ended.span.until = row.span.from->plus_days(-1);
        auto then = held_.links;  // a row that is not taken must not end the parent there is
        *std::ranges::find(then, ended.id, &OrganisationLink::id) = ended;
        if (auto good = fits(next, then); !good) return find(row.line, column_of(good.error().field, row.column), "P-LNK-5", good.error().message);
        plan(held_.links, plan_.links, before, ended, row.line, "P-LNK-5", fmt::format("end|{}|{}", row.organisation, written_of(ended.span)));
    }
    plan(held_.links, plan_.links, was, next, row.line, "P-LNK-5", fmt::format("{}|{}|{}|{}", row.organisation, code_of(row.kind), row.other, written_of(next.span)));
}

void DatedPlanner::take(const NumberRow& row)
{
    const auto* organisation = this->organisation(row.line, "organisation", row.organisation, "P-NUM-3");
    if (organisation == nullptr) return;
    std::optional<SettingId> setting;
    if (!row.setting.empty()) {
        const auto* found = this->setting(row.line, row.organisation, row.setting, "P-NUM-4");
        if (found == nullptr) return;
        setting = found->id;
    }
    const auto kind = code_in("register_number_kinds", row.line, "number_kind", row.kind, "P-NUM-5");
    if (kind.empty()) return;
    auto number = checked_number(packs_.list("register_number_kinds"), kind, row.number);
    if (!number) return find(row.line, row.column, "P-NUM-6", number.error().message);
    const auto is_of = [&](const RegisterNumber& one) { return one.organisation == organisation->id && one.setting == setting && one.kind == kind; };
    const auto* was = found_in(held_.numbers, [&](const auto& one) { return is_of(one) && one.number == *number && is_same_time(row.span, one.span); });
    if (was == nullptr && row.only_one) was = found_in(held_.numbers, [&](const auto& one) { return is_of(one) && !one.span.until; });
    RegisterNumber next = was != nullptr ? *was : RegisterNumber{.organisation = organisation->id, .setting = setting, .kind = kind};
    next.number = *number;
    next.span = laid_over(next.span, row.span);
    if (auto good = fits(next, held_.numbers); !good) return find(row.line, column_of(good.error().field, row.column), "P-NUM-7", good.error().message);
    plan(held_.numbers, plan_.numbers, was, next, row.line, "P-NUM-7", fmt::format("{}|{}|{}|{}|{}", row.organisation, row.setting, kind, *number, written_of(next.span)));
}

const Cluster* DatedPlanner::cluster_for(const ClusterRow& row)
{
    auto at = held_.clusters.find(row.code);
    const auto locality = this->locality(row.line, row.locality, "P-CLU-4");
    Cluster next = at != held_.clusters.end() ? at->second : Cluster{.code = row.code};
    if (!row.name.empty()) next.name = row.name;
    if (locality) next.locality = locality;
    if (row.setting.empty()) next.span = laid_over(next.span, row.span);
    auto good = checked(next);
    if (!good) {
        find(row.line, good.error().field == "name" ? "cluster_name" : good.error().field == "code" ? "cluster_code" : good.error().field, "P-CLU-5", good.error().message);
        return nullptr;
    }
    next = *good;
    if (at == held_.clusters.end()) {
        next.id = ClusterId{--held_.last_id};
        plan_.cluster_codes.emplace(next.id.value(), next.code);
        plan_.clusters.added.push_back(next);
    } else if (next == at->second) {
        if (row.setting.empty()) ++plan_.clusters.unchanged;
        return &at->second;
    } else {
        auto& list = next.id.value() < 0 ? plan_.clusters.added : plan_.clusters.changed;
        auto again = std::ranges::find(list, next.id, &Cluster::id);
        if (again != list.end()) *again = next;
        else list.push_back(next);
    }
    plan_.written += fmt::format("{}|{}|{}|{}\n", next.code, next.name, row.locality, written_of(next.span));
    return &(held_.clusters[row.code] = next);
}

void DatedPlanner::take(const ClusterRow& row)
{
    const Setting* setting = nullptr;
    if (!row.setting.empty()) {
        if (organisation(row.line, "organisation", row.organisation, "P-CLU-6") == nullptr) return;
        setting = this->setting(row.line, row.organisation, row.setting, "P-CLU-6");
        if (setting == nullptr) return;
    }
    const auto* cluster = cluster_for(row);
    if (cluster == nullptr || setting == nullptr) return;
    const auto* was = found_in(held_.cluster_settings, [&](const auto& one) { return one.cluster == cluster->id && one.setting == setting->id && is_same_time(row.span, one.span); });
    ClusterSetting next = was != nullptr ? *was : ClusterSetting{.cluster = cluster->id, .setting = setting->id};
    next.span = laid_over(next.span, row.span);
    plan(held_.cluster_settings, plan_.cluster_settings, was, next, row.line, "P-CLU-7", fmt::format("{}|{}|{}|{}", row.code, row.organisation, row.setting, written_of(next.span)));
}

void DatedPlanner::take(const TeamRow& row)
{
    auto at = held_.teams.find(row.team.code);
    auto next = row.team;
    next.kind = code_in("team_kinds", row.line, "team_kind", row.team.kind, "P-TEA-2");
    if (next.kind.empty()) return;
    if (!row.led_by.empty()) {
        const auto* leader = organisation(row.line, "led_by", row.led_by, "P-TEA-4");
        if (leader == nullptr) return;
        next.led_by = leader->id;
    }
    next.locality = locality(row.line, row.locality, "P-TEA-5");
    const bool is_new = at == held_.teams.end();
    if (!is_new) {
        next.id = at->second.id;
        next.public_id = at->second.public_id;
        if (!next.led_by) next.led_by = at->second.led_by;
        if (!next.locality) next.locality = at->second.locality;
        next.span = laid_over(at->second.span, next.span);
        if (next == at->second) {
            ++plan_.teams.unchanged;
            return;
        }
        if (next.id.value() < 0) return find(row.line, "team_code", "P-TEA-6", "This code stands in an earlier row too. Give each team one row");
    }
    if (auto good = in_order(next.span); !good) return find(row.line, "until", "P-TEA-3", good.error().message);
    plan_.written += fmt::format("{}|{}|{}|{}|{}|{}\n", next.code, next.name, next.kind, row.led_by, row.locality, written_of(next.span));
    if (is_new) next.id = TeamId{--held_.last_id};
    (is_new ? plan_.teams.added : plan_.teams.changed).push_back(next);
    held_.teams[next.code] = next;
}

void DatedPlanner::take(const MemberRow& row, const StaffFinder& staff)
{
    auto at = held_.teams.find(row.team);
    if (at == held_.teams.end()) return find(row.line, "team_code", "P-MEM-6", "There is no team with this code. Hand in the teams first, or mend the code");
    auto next = row.member;
    next.team = at->second.id;
    if (!row.organisation.empty()) {
        const auto* employer = organisation(row.line, "organisation", row.organisation, "P-MEM-7");
        if (employer == nullptr) return;
        next.organisation = employer->id;
        if (!row.reference.empty() && !(next.record = record(row.line, *employer, row.reference, staff, "P-MEM-8"))) return;
    }
    const auto* was = found_in(held_.members, [&](const auto& one) { return is_same_person(one, next) && is_same_time(next.span, one.span); });
    if (was != nullptr) {
        const auto said = next;
        next = *was;
        next.standing = said.standing;
        next.contact = laid_over(was->contact, said.contact);
        next.span = laid_over(was->span, said.span);
    }
    plan(held_.members, plan_.members, was, next, row.line, "P-MEM-9",
         fmt::format("{}|{}|{}|{}|{}|{}", row.team, code_of(next.standing), row.organisation, row.reference, written_of(next.contact), written_of(next.span)));
}

void DatedPlanner::take(const NamedLinkRow& row, const StaffFinder& staff)
{
    NamedLink next{.kind = code_in("named_link_kinds", row.line, "link_kind", row.kind, "P-NAM-6"), .contact = row.contact, .span = row.span};
    if (next.kind.empty()) return;
    if (!row.cluster.empty()) {
        auto at = held_.clusters.find(row.cluster);
        if (at == held_.clusters.end()) return find(row.line, "cluster_code", "P-NAM-7", "There is no cluster with this code. Hand in the clusters first, or mend the code");
        next.cluster = at->second.id;
    } else {
        const auto* organisation = this->organisation(row.line, "organisation", row.organisation, "P-NAM-7");
        if (organisation == nullptr) return;
        if (row.setting.empty()) {
            next.organisation = organisation->id;
        } else {
            const auto* setting = this->setting(row.line, row.organisation, row.setting, "P-NAM-7");
            if (setting == nullptr) return;
            next.setting = setting->id;
        }
    }
    if (!row.works_for.empty()) {
        const auto* employer = organisation(row.line, "works_for", row.works_for, "P-NAM-8");
        if (employer == nullptr) return;
        next.works_for = employer->id;
        if (!row.reference.empty() && !(next.record = record(row.line, *employer, row.reference, staff, "P-NAM-8"))) return;
    }
    const auto* was = found_in(held_.named_links, [&](const auto& one) { return is_same_link(one, next) && is_same_time(next.span, one.span); });
    if (was != nullptr) {
        const auto said = next;
        next = *was;
        if (said.works_for) next.works_for = said.works_for;
        next.contact = laid_over(was->contact, said.contact);
        next.span = laid_over(was->span, said.span);
    }
    plan(held_.named_links, plan_.named_links, was, next, row.line, "P-NAM-9",
         fmt::format("{}|{}|{}|{}|{}|{}|{}|{}", next.kind, row.organisation, row.setting, row.cluster, row.works_for, row.reference, written_of(next.contact), written_of(next.span)));
}

}  // namespace kith::partnership
