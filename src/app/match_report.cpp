#include "app/match_report.hpp"

#include "base/text.hpp"
#include "files/csv_writer.hpp"

#include <boost/json.hpp>
#include <fmt/format.h>

#include <sys/resource.h>

#include <cmath>
#include <fstream>

namespace kith::app {
namespace {

namespace m = matching;

constexpr std::array<std::string_view, 3> band_words{"automatic", "clerk", "apart"};

Result<void> write_file(const std::string& path, files::CsvWriter csv)
{
    std::ofstream out{path, std::ios::binary};
    out << std::move(csv).text();
    if (!out.flush()) return unacceptable("file", path + " cannot be written");
    return {};
}

std::string date_text(std::int32_t date)
{
    constexpr int year = 10'000, month = 100;
    return date == 0 ? std::string{} : fmt::format("{:04}-{:02}-{:02}", date / year, date / month % month, date % month);
}

/// Values of before that are compared too.
std::string before(const m::People& people, const m::Person& person, m::Field field)
{
    std::string all;
    const auto put = [&](const std::string& value) { all += (all.empty() ? " (before: " : ", ") + value; };
    const auto& earlier = people.earlier_of(person);
    if (field == m::Field::forename)
        for (const auto& one : earlier.forenames) put(people.texts[one.whole]);
    if (field == m::Field::surname)
        for (const auto& one : earlier.surnames) put(people.texts[one.whole]);
    if (field == m::Field::address)
        for (const auto& one : earlier.homes) put(people.texts[one.postcode]);
    return all.empty() ? all : all + ")";
}

/// A record's value of a field, as it was prepared.
std::string value_of(const m::People& people, const m::Person& person, m::Field field)
{
    const auto& texts = people.texts;
    const auto unmarked = [&](m::Text text) { return text == 0 ? std::string{} : texts[text].substr(1); };
    switch (field) {
    case m::Field::forename: return texts[person.forename.whole];
    case m::Field::surname: return texts[person.surname.whole];
    case m::Field::birth_date: return date_text(person.birth_date);
    case m::Field::sex: return person.sex == 0 ? "" : std::string{person.sex};
    case m::Field::address: return std::string{trimmed(unmarked(person.home.house) + " " + texts[person.home.postcode])};
    case m::Field::birth_place: return unmarked(person.birth_place);
    case m::Field::identifier: {
        std::string all;
        for (std::size_t kind = 0; kind < m::identifier_kinds; ++kind)
            if (person.identifiers.at(kind) != 0) all += (all.empty() ? "" : ", ") + unmarked(person.identifiers.at(kind)) + (person.is_valid.at(kind) ? "" : " (digits wrong)");
        return all;
    }
    case m::Field::contact: return unmarked(person.contact);
    }
    return {};
}

/// What keeps two records apart whatever their probability, and what somebody decided.
std::vector<std::string> constraints_of(const m::Linkage& linkage, std::uint32_t one, std::uint32_t other, const m::Judged& judged)
{
    std::vector<std::string> said;
    const auto& people = linkage.people();
    const auto &first = people.persons[one], &second = people.persons[other];
    if (m::have_different_identifiers(first, second)) said.emplace_back("two valid numbers of one kind that differ: never joined without a decision");
    if (people.carries_little(first) || people.carries_little(second)) said.emplace_back("a record carries little more than a name: never joined without a decision");
    if (first.source != 0 && first.source == second.source && std::ranges::find(linkage.joining().one_each, first.source) != linkage.joining().one_each.end()) said.emplace_back("both are of one source that holds each person once");
    if (m::look_like_twins(m::compare(people, first, second).pattern)) said.emplace_back("one birth date, one address, another forename: they may be twins, and are never joined automatically");
    if (judged.chances[1] > judged.chances[0] && judged.chances[1] >= m::least_kept) said.emplace_back("they look like two of one household: their groups are not joined without a decision");
    if (!linkage.are_compared(one, other)) said.emplace_back("not compared: they share no key, or every key that they share is had by too many records");
    for (const auto& decision : linkage.decisions().all()) {
        const auto places = linkage.decisions().places_of(decision.number);
        if (!decision.is_withdrawn && (places == std::pair{one, other} || places == std::pair{other, one})) said.push_back(fmt::format("decision {}: {}", decision.number, decision.is_same ? "the same person" : "not the same person"));
    }
    return said;
}

}  // namespace

double gigabytes_at_most()
{
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    constexpr double kilobytes_a_gigabyte = 1e6;
    return static_cast<double>(usage.ru_maxrss) / kilobytes_a_gigabyte;
}

MatchFigures figures_of(const m::Linkage& linkage, const std::vector<std::uint32_t>& truth)
{
    MatchFigures figures{.understood = {}, .records = std::ssize(linkage.people().persons), .compared = linkage.compared(), .persons = 0, .capped = linkage.capped(), .bands = m::bands_of(linkage, truth), .evaluation = {}};
    const auto firsts = linkage.firsts();
    for (std::uint32_t place = 0; place < firsts.size(); ++place) figures.persons += firsts[place] == place ? 1 : 0;
    if (!truth.empty()) {
        // Of whom nothing is said counts neither for nor against.
        std::vector<std::uint32_t> known, found;
        for (std::size_t place = 0; place < truth.size(); ++place)
            if (truth[place] != m::not_known) known.push_back(truth[place]), found.push_back(firsts[place]);
        figures.evaluation = m::evaluate(found, known);
        figures.recall_of_keys = m::recall_of_keys(linkage.people(), truth);
    }
    return figures;
}

std::string as_words(const MatchFigures& figures)
{
    std::string words;
    const auto share = [&](std::int64_t records) { return 100 * static_cast<double>(records) / static_cast<double>(std::max<std::int64_t>(figures.records, 1)); };
    for (const auto& one : figures.understood) words += one + "\n";
    for (const auto& one : figures.capped) words += fmt::format("{}: {} larger than is compared, the largest of {}\n", one.key, counted(one.blocks, "block"), counted(one.records, "record"));
    words += fmt::format("{} records of {}; {} pairs compared, {:.2f} s, {:.2f} GB at most\n", figures.records, counted(figures.persons, "person", "persons"), figures.compared, figures.seconds, figures.gigabytes);
    words += fmt::format("{} joined automatically; a clerk would look at {:.2f}% of the records; {:.2f}% have a pair of probability {:.2f} to {:.2f}\n", counted(figures.bands.automatic_pairs, "pair"), share(figures.bands.records_for_a_clerk),
                         share(figures.bands.records_unsure), m::least_for_a_clerk, m::least_automatic);
    if (const auto& found = figures.evaluation) {
        const auto& bands = figures.bands;
        if (bands.known_automatic_pairs > 0) words += fmt::format("precision of automatic pairs {:.4f}\n", static_cast<double>(bands.right_automatic_pairs) / static_cast<double>(bands.known_automatic_pairs));
        words += fmt::format("{} true pairs, {:.4f} of them compared; precision {:.4f}, recall {:.4f}, F1 {:.4f}\n", found->true_pairs, figures.recall_of_keys, found->precision(), found->recall(), found->f1());
    }
    return words;
}

std::string as_json(const MatchFigures& figures)
{
    boost::json::object told{{"records", figures.records}, {"persons", figures.persons}, {"pairs_compared", figures.compared}, {"seconds", figures.seconds}, {"gigabytes", figures.gigabytes},
                             {"automatic_pairs", figures.bands.automatic_pairs}, {"records_for_a_clerk", figures.bands.records_for_a_clerk}, {"records_unsure", figures.bands.records_unsure}};
    boost::json::array understood, capped;
    for (const auto& one : figures.understood) understood.emplace_back(one);
    for (const auto& one : figures.capped) capped.push_back({{"key", one.key}, {"blocks", one.blocks}, {"largest", one.records}});
    told["understood"] = std::move(understood);
    told["capped"] = std::move(capped);
    if (const auto& found = figures.evaluation) {
        told["true_pairs"] = found->true_pairs;
        told["recall_of_keys"] = figures.recall_of_keys;
        told["precision"] = found->precision();
        told["recall"] = found->recall();
        told["f1"] = found->f1();
        told["known_automatic_pairs"] = figures.bands.known_automatic_pairs;
        told["right_automatic_pairs"] = figures.bands.right_automatic_pairs;
    }
    return boost::json::serialize(told) + "\n";
}

Result<void> write_clusters(const std::string& path, const m::Linkage& linkage, bool has_numbers)
{
    files::CsvWriter csv;
    const auto put = [&](std::vector<std::string> cells, std::string number) {
        if (has_numbers) cells.push_back(std::move(number));
        csv.row(cells);
    };
    put({"id", "cluster"}, "person");
    const auto& people = linkage.people();
    const auto firsts = linkage.firsts();
    for (std::uint32_t place = 0; place < firsts.size(); ++place) put({people.id_of(place), people.id_of(firsts[place])}, std::to_string(linkage.person(place)));
    return write_file(path, std::move(csv));
}

Result<void> write_pairs(const std::string& path, const m::Linkage& linkage)
{
    files::CsvWriter csv;
    csv.row(std::vector<std::string>{"one", "other", "same_person", "household", "stranger", "bits", "band", "joined"});
    const auto& people = linkage.people();
    for (std::uint32_t one = 0; one < people.persons.size(); ++one)
        for (const auto& link : linkage.links_of(one)) {
            if (link.to < one) continue;
            const auto household = static_cast<double>(link.household);
            csv.row(std::vector<std::string>{people.id_of(one), people.id_of(link.to), fmt::format("{:.6f}", link.same()), fmt::format("{:.6f}", household), fmt::format("{:.6f}", std::max(1 - link.same() - household, 0.0)), fmt::format("{:.2f}", link.odds),
                                             std::string{band_words.at(static_cast<std::size_t>(m::band_of(linkage, one, link)))}, linkage.person(one) == linkage.person(link.to) ? "yes" : "no"});
        }
    return write_file(path, std::move(csv));
}

Result<std::string> explained(const m::Linkage& linkage, std::string_view one_id, std::string_view other_id)
{
    const auto one = linkage.people().place_of(one_id), other = linkage.people().place_of(other_id);
    if (!one || !other) return unacceptable("explain", "There is no record " + std::string{one ? other_id : one_id});
    const auto &people = linkage.people();
    const auto &first = people.persons[*one], &second = people.persons[*other];
    const auto& model = linkage.model();
    const auto compared = m::compare(people, first, second);
    const auto rarity = m::rarity_of(model, people, compared);
    const auto judged = m::judged(model, compared.pattern, rarity);
    double person = std::log2(model.shares[0] / model.shares[2]), household = std::log2(model.shares[1] / model.shares[2]);
    auto words = fmt::format("{:<12} {:<22} {:<22} {:<46} {:>10} {:>10}  {}\n", "", one_id, other_id, "bits against strangers", "one person", "household", "how many have the value");
    words += fmt::format("{:<12} {:<22} {:<22} {:<46} {:>10.2f} {:>10.2f}\n", "before", "", "", "how many of all pairs are of each class", person, household);
    for (const auto& part : m::parts_of(model, compared.pattern, rarity)) {
        const auto share = rarity.share[static_cast<std::size_t>(part.field)];
        words += fmt::format("{:<12} {:<22} {:<22} {:<46} {:>10.2f} {:>10.2f}  {}\n", m::name_of(part.field), value_of(people, first, part.field) + before(people, first, part.field), value_of(people, second, part.field) + before(people, second, part.field), m::words_of(part.field, part.level), part.bits[0] - part.bits[2],
                             part.bits[1] - part.bits[2], share > 0 ? fmt::format("{:.4f}% of {} records", 100 * share, model.records) : std::string{});
        person += part.bits[0] - part.bits[2];
        household += part.bits[1] - part.bits[2];
    }
    words += fmt::format("{:<12} {:<22} {:<22} {:<46} {:>10.2f} {:>10.2f}\n", "together", "", "", "", person, household);
    for (const auto& said : constraints_of(linkage, *one, *other, judged)) words += said + "\n";
    words += fmt::format("one person {:.4f}, one household {:.4f}, strangers {:.4f}, by model version {} of {} records; {}\n", judged.chances[0], judged.chances[1], judged.chances[2], model.version, model.records,
                         linkage.person(*one) == linkage.person(*other) ? "joined" : "not joined");
    return words;
}

Result<void> write_what_is_asked(const m::Linkage& linkage, const Arguments& arguments, const std::vector<std::string>& ids, bool has_numbers)
{
    if (!ids.empty()) {
        const auto told = explained(linkage, ids[0], ids[1]);
        if (!told) return std::unexpected(told.error());
        fmt::print("{}", *told);
    }
    if (const auto path = arguments.option("clusters"))
        if (const auto written = write_clusters(*path, linkage, has_numbers); !written) return written;
    if (const auto path = arguments.option("pairs")) return write_pairs(*path, linkage);
    return {};
}

}  // namespace kith::app
