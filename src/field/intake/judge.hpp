#pragma once
// Applies rules to a file: collects what they say in the order of the file, and carries out their effect, as the year's pack has both. For
// staff_check.cpp and workplace.cpp.
#include "intake/rule.hpp"

#include <cstdint>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace kith::intake {

/// A rule as the year's pack has it: switched off, or with another effect or policy.
struct ActiveRule {
    Effect effect = Effect::doubtful;
    Missing missing = Missing::never_skip;
    bool on = true;
};
ActiveRule as_chosen(const Rule& rule, const RuleLimits& limits);

class Judge {
public:
    Judge(StaffFile& file, const Checking& checking) : file_(file), checking_(checking) {}

    /// Rules about one row, then those about its facts; rows are judged on several threads.
    void apply(const std::vector<std::span<const RowRule>>& tables, std::span<const FactRule> facts);
    void apply(std::span<const FileRule> rules);

    /// By line, the file's own first; of a file with more faults than limits.most_findings, the first of them and a finding that says so.
    returns::Findings findings() &&;

private:
    /// What a rule said, before its words are made.
    struct Draft {
        const Rule* rule = nullptr;
        Suggest suggest = nullptr;
        std::uint32_t row = 0;
        bool whole_file = false;
        Effect effect = Effect::doubtful;
        Field column = Field::row;
        std::string detail;
    };
    struct Table;
    void judge(StaffRow& row, const Table& table, std::vector<Draft>& drafts) const;
    void judge_facts(StaffRow& row, const Table& table, std::vector<Draft>& drafts) const;
    /// A rule of the file has refused the row for the cell of that field.
    bool is_troubled(const StaffRow& row, Field field) const;
    void carry_out(const Rule& rule, Effect effect, StaffRow& row) const;
    void keep(std::vector<Draft> drafts);

    StaffFile& file_;
    const Checking& checking_;
    std::vector<Draft> drafts_;
    std::set<std::pair<std::uint32_t, Field>> troubled_;
    std::size_t left_out_ = 0;
};

/// A finding of a rule at a line; `column` is the field whose column it stands at.
returns::Finding finding_of(const StaffFile& file, const Rule& rule, Effect effect, std::int64_t line, Field column, std::string_view detail);

}  // namespace kith::intake
