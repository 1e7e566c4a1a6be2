#include "returns/file_import.hpp"

#include "base/text.hpp"
#include "db/change_set.hpp"
#include "db/error.hpp"
#include "returns/made_check.hpp"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <numeric>

namespace kith::returns {
namespace {

struct Known {
    const File* file;
    const Kind* kind;
    std::size_t place;  ///< of the kind among the kinds; behind all of them where none
};

std::vector<Known> in_order(const Desk& desk, const std::vector<File>& files)
{
    std::vector<Known> known;
    for (const auto& file : files) {
        const auto* kind = recognise(desk.kinds, file.bytes);
        known.push_back({&file, kind, kind ? static_cast<std::size_t>(kind - desk.kinds.data()) : desk.kinds.size()});
    }
    std::stable_sort(known.begin(), known.end(), [](const Known& a, const Known& b) { return a.place < b.place; });
    return known;
}

ImportedFile begin(const Known& known)
{
    return {.file = clean_file_name(known.file->name), .kind = known.kind ? known.kind->title : ""};
}

/// What the order says of every file; nothing for kinds that list nobody.
Speaks speaks_for(const ImportOrder& order, const Known& known)
{
    return known.kind == nullptr || !known.kind->lists_people ? Speaks{} : order.speaks;
}

ImportedFile only_check(db::Database& database, const Desk& desk, const Known& known, const std::vector<Known>& all,
                        std::optional<access::OrganisationId> organisation, const ImportOrder& order, Date today)
{
    auto answer = begin(known);
    db::Reader reader{database};
    const File file{answer.file, known.file->bytes};
    Handed handed{file, {}, organisation, today, reader, order.mapping, speaks_for(order, known)};
    for (const auto& other : all) {
        if (other.file != known.file) handed.beside.push_back(other.file);
    }
    answer.checked = check_file(desk, handed, known.kind);
    answer.checked.plan.reset();
    answer.refusal = answer.checked.refusal.empty() ? answer.checked.question : answer.checked.refusal;
    return answer;
}

/// What the file would do, before any of it is kept; `made` goes along, so that the stages need not check again what has not changed.
ImportedFile check_first(db::Database& database, const Desk& desk, const Known& known, const CheckedAs& as, MadeCheck& made)
{
    auto answer = begin(known);
    db::Reader reader{database};
    auto then = as;
    then.change_set = db::last_change_set(reader);
    answer.checked = made.of(reader, desk, known.kind, then);
    answer.checked.plan.reset();
    answer.refusal = answer.checked.refusal.empty() ? answer.checked.question : answer.checked.refusal;
    return answer;
}

/// The stages after receiving: check, ask, take. A return that stands in the way of a stage comes back as it stands.
Result<HandedIn> walk(db::Database& database, const Desk& desk, ReturnId id, const ImportOrder& order, const std::function<Instant()>& now, MadeCheck& made)
{
    auto stands = check_return(database, desk, id, now, made);
    if (stands && stands->state == State::checked) {
        db::Writer deciding{database};
        stands = ask_to_accept(deciding, *stands, stands->fingerprint, {.ends = order.confirm_ends, .others = order.confirm_others}, order.by, now());
        if (stands) deciding.commit();
    }
    if (stands && stands->state == State::accepting) stands = take_return(database, desk, id, order.by, now, made);
    return stands;
}

/// The same where the machine may fail: the return goes back to where it stood. A full disk is an answer; anything else is thrown on.
Result<HandedIn> walk_or_give_up(db::Database& database, const Desk& desk, ReturnId id, const ImportOrder& order, const std::function<Instant()>& now,
                                 MadeCheck& made)
{
    try {
        return walk(database, desk, id, order, now, made);
    } catch (const db::DatabaseError& error) {
        const bool full = error.kind() == db::Failure::disk_full;
        try_to_give_up(database, id, full ? disk_is_full : database_was_lost, now());
        if (!full) throw;
        return conflict(disk_is_full);
    }
}

/// What the tick that is missing is called on the command line.
std::string switch_for(std::string_view field)
{
    if (field == "confirm_ends") return " (--confirm-ends)";
    return field == "confirm_others" ? " (--confirm-others)" : "";
}

/// What is kept of a return's check is read again from where it stands, so that text and pages cannot differ.
ImportedFile check_and_take(db::Database& database, const Desk& desk, const Known& known, std::optional<access::OrganisationId> organisation,
                            const ImportOrder& order, const std::function<Instant()>& now)
{
    const auto at = now();
    const auto speaks = as_received(speaks_for(order, known), at.date_in_london());
    const File file{clean_file_name(known.file->name), known.file->bytes};
    MadeCheck made{file};
    auto answer = check_first(database, desk, known, {organisation, order.mapping, speaks, at.date_in_london(), 0}, made);
    if (!answer.refusal.empty()) return answer;
    db::Writer receiving{database};
    const auto received = receive(receiving, {*known.file, known.kind->id, organisation, order.by, at, order.mapping, speaks});
    receiving.commit();
    answer.return_id = received.public_id;
    const auto stands = walk_or_give_up(database, desk, received.id, order, now, made);
    answer.taken = stands && (stands->state == State::accepted || stands->state == State::agreed);
    if (!answer.taken) answer.refusal = stands ? stands->words : stands.error().message + switch_for(stands.error().field);
    return answer;
}

int exit_code_of(const std::vector<ImportedFile>& files)
{
    int code = 0;
    for (const auto& file : files) {
        const auto counts = count(file.checked.findings);
        if (!file.refusal.empty()) code = 2;
        else if (counts.errors + counts.warnings > 0) code = std::max(code, 1);
    }
    return code;
}

}  // namespace

Result<std::vector<File>> read_files(const std::vector<std::filesystem::path>& paths)
{
    std::vector<File> files;
    for (const auto& path : paths) {
        std::ifstream stream{path, std::ios::binary};
        if (!stream || std::filesystem::is_directory(path)) {
            return unacceptable("files", path.string() + " cannot be read. Check its name, and that you may read it");
        }
        files.push_back({path.filename().string(), {std::istreambuf_iterator<char>{stream}, {}}});
    }
    return files;
}

ImportAnswer import_files(db::Database& database, const Desk& desk, const ImportOrder& order, const std::function<Instant()>& now)
{
    ImportAnswer answer;
    const auto known = in_order(desk, order.files);
    for (const auto& file : known) {
        std::optional<access::OrganisationId> organisation;
        if (!order.organisation.empty()) {
            db::Reader reader{database};
            const auto found = desk.organisations.find(reader, order.organisation);
            if (!found) {
                auto refused = begin(file);
                refused.refusal = "There is no organisation with the code " + order.organisation;
                answer.files.push_back(std::move(refused));
                continue;
            }
            organisation = found->id;
        }
        if (file.kind && !file.kind->for_one_organisation) organisation.reset();
        answer.files.push_back(order.accept ? check_and_take(database, desk, file, organisation, order, now)
                                            : only_check(database, desk, file, known, organisation, order, now().date_in_london()));
    }
    answer.exit_code = exit_code_of(answer.files);
    answer.text = order.json ? import_json(answer.files) : import_text(answer.files, order.accept);
    return answer;
}

}  // namespace kith::returns
