#pragma once
// An annual report on a plan: from when, as of when, and what people write under its sections. Values and their rules. Pure.
#include "annual/document.hpp"
#include "access/ids.hpp"
#include "strategy/plan.hpp"

namespace kith::annual {

using ReportId = Id<struct AnnualReportTag>;
using WordsId = Id<struct ReportWordsTag>;
using PublishedId = Id<struct PublishedReportTag>;

struct AnnualReport {
    ReportId id{};
    PublicId public_id{};
    strategy::PlanId plan{};
    std::string name;
    Date from{}, as_of{};
    bool operator==(const AnnualReport&) const = default;
    std::string href(const strategy::Plan& of) const { return of.href() + "/reports/" + public_id.text(); }
    /// Where anyone reads it once it is published.
    std::string public_href() const { return "/annual-reports/" + public_id.text(); }
};
std::vector<Problem> problems_of(const AnnualReport& report, Date today);

/// What people wrote under a section.
struct ReportWords {
    WordsId id{};
    PublicId public_id{};
    ReportId report{};
    std::string section, words;
    bool operator==(const ReportWords&) const = default;
};

/// The document as it was published, and the hash of its text: 64 hex digits.
struct PublishedReport {
    PublishedId id{};
    PublicId public_id{};
    ReportId report{};
    Date published_on{};
    access::AccountId by{};
    std::string document, hash;
    bool operator==(const PublishedReport&) const = default;
};

/// The sections of every report, in their order, with what people are asked to write there; empty where nothing is asked.
struct SectionAsked {
    std::string_view id, title, asks;
};
const std::vector<SectionAsked>& sections();
const SectionAsked* find_section(std::string_view id);

}  // namespace kith::annual
