#include "app/sample_handing_in.hpp"

#include "intake/mapping_register.hpp"
#include "partnership/organisation_register.hpp"
#include "profile/child_population_register.hpp"
#include "returns/entering_register.hpp"
#include "workforce/sharing_register.hpp"

#include <fmt/format.h>

#include <array>
#include <map>

namespace kith::app {
namespace {

constexpr int returns_answered = 3;  ///< whose queries somebody has answered; the others wait

/// Who lets whom see what, and for what.
struct SampleSharing {
    std::string_view owner;
    std::string_view with;
    workforce::Sight parts;
    std::string_view purpose;
    bool has_ended = false;
};
constexpr std::array sharings{
    SampleSharing{"COU01", "NHS01", {workforce::Part::work, workforce::Part::training}, "To plan joint safeguarding training"},
    SampleSharing{"NHS01", "COU01", {workforce::Part::work, workforce::Part::qualifications}, "To staff the family hubs together"},
    SampleSharing{"PRI03", "COU01", {workforce::Part::training}, "To plan joint safeguarding training"},
    SampleSharing{"NUR01", "COU01", {workforce::Part::checks}, "For the review of early years settings", true},
};

const returns::Actor by_command_line{.account = {}, .words = "the command line", .kind = "command line"};

intake::ColumnMapping mapping_of(const SampleLayout& layout, access::OrganisationId organisation)
{
    intake::ColumnMapping mapping{.organisation = organisation, .name = std::string{layout.name}, .columns = {}, .values = {}};
    for (const auto& column : *layout.columns) {
        mapping.columns.push_back(
            {std::string{column.header}, std::string{column.target}, intake::reading_of(column.reading), std::string{column.constant}});
        for (const auto& [value, code] : column.values)
            mapping.values.push_back({std::string{column.header}, std::string{value}, std::string{code}});
    }
    return mapping;
}

class HandingIn
{
public:
    HandingIn(db::Database& database, const returns::Desk& desk, const packs::Packs& packs, const Sample& sample)
        : database_(database), desk_(desk), packs_(packs), targets_(intake::targets(packs)), sample_(sample)
    {
        for (const auto& layout : sample.layouts) layouts_.emplace(layout.organisation, &layout);
    }

    Result<void> name_area(Date day)
    {
        clock_at(day);
        db::Writer writer{database_};
        if (!partnership::all_organisations(writer).empty())
            return conflict("There are organisations in this database already: the sample goes into a new one");
        db::ChangeSet changes{writer, now(), {.account = {}, .actor = "command line"}, "The sample area is named"};
        auto area = partnership::add(changes, partnership::Area{.name = std::string{sample_.area}}, now());
        if (!area) return std::unexpected(area.error());
        writer.commit();
        return {};
    }

    /// Agreements made half a year before the last file, and one of them ended since.
    Result<void> agree_to_share(Date day)
    {
        clock_at(day);
        db::Writer writer{database_};
        for (const auto& sharing : sharings) {
            const auto owner = organisation(writer, std::string{sharing.owner}), with = organisation(writer, std::string{sharing.with});
            if (!owner || !with) return std::unexpected((owner ? with : owner).error());
            workforce::SharingAgreement agreement{.owner = *owner, .with = *with, .parts = sharing.parts, .purpose = std::string{sharing.purpose}, .from_on = day.plus_days(-180)};
            if (sharing.has_ended) agreement.until_on = day.plus_days(-30);
            db::ChangeSet changes{writer, now(), {.account = {}, .actor = "command line"}, fmt::format("Sharing agreement made: {}, seen by {}", sharing.owner, sharing.with)};
            if (auto added = workforce::add(changes, agreement, now()); !added) return std::unexpected(added.error());
        }
        writer.commit();
        return {};
    }

    /// How many children live where, as `kith child-population` takes it.
    Result<void> tell_children(Date day)
    {
        clock_at(day);
        const auto table = files::Table::read(sample_.children);
        if (!table) return std::unexpected(table.error());
        db::Writer writer{database_};
        const auto places = profile::places_named(partnership::all_localities(writer), now().date_in_london());
        const auto file = profile::read_child_population(*table, packs_, places);
        if (!file.findings.empty()) return conflict("children.csv was not taken: " + file.findings.front().message);
        db::ChangeSet changes{writer, now(), {.account = {}, .actor = "command line"}, "How many children live where"};
        profile::apply(changes, profile::plan_for(file, profile::child_counts(writer)), now());
        writer.commit();
        return {};
    }

    Result<void> hand_in(const SampleFile& file)
    {
        clock_at(file.on);
        if (auto told = tell_layout(file.organisation); !told) return told;
        if (file.text.empty()) return say_nothing_changed(file);
        return file.end == SampleEnd::left_waiting ? leave_waiting(file) : take(file);
    }

private:
    /// Files of one day follow one another a second apart, from nine o'clock.
    void clock_at(Date day)
    {
        const Instant nine{std::int64_t{day.days_since_epoch()} * 86'400 + std::int64_t{9} * 3'600};
        now_ = now_ < nine ? nine : now_.plus_seconds(1);
    }
    Instant now() const { return now_; }

    Result<access::OrganisationId> organisation(db::Reader& reader, const std::string& code) const
    {
        const auto found = desk_.organisations.find(reader, code);
        return found ? Result<access::OrganisationId>{found->id} : not_found("Organisation " + code);
    }

    /// What an organisation says of the columns of its extracts before the first comes in.
    Result<void> tell_layout(const std::string& code)
    {
        const auto found = layouts_.find(code);
        if (found == layouts_.end()) return {};
        const auto& layout = *found->second;
        layouts_.erase(found);
        db::Writer writer{database_};
        const auto owner = organisation(writer, code);
        if (!owner) return std::unexpected(owner.error());
        auto mapping = mapping_of(layout, *owner);
        if (const auto problems = intake::problems_of(mapping, targets_); !problems.empty()) return std::unexpected(problems.front());
        db::ChangeSet changes{writer, now(), {.account = {}, .actor = "command line"}, fmt::format("The layout “{}” is told", layout.name)};
        if (auto added = intake::add(changes, std::move(mapping), now()); !added) return std::unexpected(added.error());
        writer.commit();
        return {};
    }

    Result<void> say_nothing_changed(const SampleFile& file)
    {
        db::Writer writer{database_};
        const auto owner = organisation(writer, file.organisation);
        if (!owner) return std::unexpected(owner.error());
        const returns::File nothing{"Nil return", {}};
        auto entered = returns::enter_nil(writer, desk_,
                                          {.file = nothing,
                                           .kind = "staff",
                                           .organisation = *owner,
                                           .by = by_command_line,
                                           .now = now(),
                                           .speaks = {},
                                           .source = returns::Source::nothing});
        if (!entered) return std::unexpected(entered.error());
        writer.commit();
        return {};
    }

    /// What an upload, its check and its acceptance do, in one transaction: nobody looks at the difference in between.
    Result<void> take(const SampleFile& file)
    {
        const auto handed = handed_file(file);
        const auto* kind = returns::recognise(desk_.kinds, handed.bytes);
        if (kind == nullptr) return conflict(file.name + " was not recognised");
        db::Writer writer{database_};
        const auto receiving = receiving_of(writer, file, handed, *kind);
        if (!receiving) return std::unexpected(receiving.error());
        const auto taken = returns::enter(writer, desk_, *receiving, std::nullopt);
        if (!taken) return conflict(file.name + " was not taken: " + taken.error().message);
        if (!file.faulty && taken->findings.errors > 0)
            return conflict(fmt::format("{} holds {} faults that it should not", file.name, taken->findings.errors));
        if (answered_ < returns_answered && file.end == SampleEnd::taken &&
            returns::answer_open_queries(writer, *taken, "Asked the person and looked at the contract: it is as the file says", by_command_line, now()) > 0)
            ++answered_;
        writer.commit();
        return file.end == SampleEnd::undone ? undo(taken->public_id, file.on.plus_days(1)) : Result<void>{};
    }

    static returns::File handed_file(const SampleFile& file) { return {file.name, file.text}; }

    Result<returns::Receiving> receiving_of(db::Reader& reader, const SampleFile& file, const returns::File& handed,
                                            const returns::Kind& kind) const
    {
        returns::Receiving receiving{
            .file = handed, .kind = kind.id, .organisation = {}, .by = by_command_line, .now = now(), .mapping = {}, .speaks = {}};
        if (kind.lists_people) receiving.speaks = file.speaks;
        if (!kind.for_one_organisation || file.organisation.empty()) return receiving;
        const auto owner = organisation(reader, file.organisation);
        if (!owner) return std::unexpected(owner.error());
        receiving.organisation = *owner;
        return receiving;
    }

    Result<void> undo(const PublicId& id, Date day)
    {
        clock_at(day);
        db::Writer writer{database_};
        auto handed_in = returns::find_handed_in(writer, id, access::Reach::everything());
        if (!handed_in) return std::unexpected(handed_in.error());
        auto undone = returns::undo_return(writer, desk_, *handed_in, "Only the first page had been saved", by_command_line, now());
        if (!undone) return std::unexpected(undone.error());
        writer.commit();
        return {};
    }

    /// Handed in and checked, and left for its steward.
    Result<void> leave_waiting(const SampleFile& file)
    {
        const auto handed = handed_file(file);
        const auto* kind = returns::recognise(desk_.kinds, handed.bytes);
        if (kind == nullptr) return conflict(file.name + " was not recognised");
        returns::ReturnId id;
        {
            db::Writer writer{database_};
            const auto receiving = receiving_of(writer, file, handed, *kind);
            if (!receiving) return std::unexpected(receiving.error());
            id = returns::receive(writer, *receiving).id;
            writer.commit();
        }
        auto checked = returns::check_return(database_, desk_, id, [this] { return now(); });
        if (!checked) return std::unexpected(checked.error());
        return {};
    }

    db::Database& database_;
    const returns::Desk& desk_;
    const packs::Packs& packs_;
    std::vector<intake::Target> targets_;
    const Sample& sample_;
    std::map<std::string, const SampleLayout*, std::less<>> layouts_;
    Instant now_;
    int answered_ = 0;  ///< returns
};

}  // namespace

Result<void> hand_in(db::Database& database, const returns::Desk& desk, const packs::Packs& packs, const Sample& sample,
                     const std::function<void(const std::string& words)>& said)
{
    HandingIn handing_in{database, desk, packs, sample};
    if (auto named = handing_in.name_area(sample.files.front().on.plus_days(-1)); !named) return named;
    int files = 0;
    for (std::size_t i = 0; i < sample.files.size(); ++i) {
        if (auto handed = handing_in.hand_in(sample.files[i]); !handed) return handed;
        ++files;
        const bool is_end_of_year = i + 1 == sample.files.size() || sample.files[i + 1].on.year() != sample.files[i].on.year();
        if (is_end_of_year) said(fmt::format("{}: {} returns", sample.files[i].on.year(), std::exchange(files, 0)));
    }
    if (auto told = handing_in.tell_children(sample.files.back().on); !told) return told;
    return handing_in.agree_to_share(sample.files.back().on);
}

}  // namespace kith::app
