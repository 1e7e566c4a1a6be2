#pragma once
// Files through one kind of return, without a server: checked, and taken.
#include "db/change_set.hpp"
#include "db/transaction.hpp"
#include "kit/databases.hpp"
#include "kit/test_app.hpp"
#include "returns/kind.hpp"

#include <fstream>
#include <iterator>
#include <map>
#include <stdexcept>
#include <string>

namespace kith::kit {

class KindDesk {
public:
    explicit KindDesk(db::Engine engine) : app_{[](web::Routes&) {}, {.engine = engine}} {}

    /// A file of packs/plans.
    static returns::File source(const std::string& name)
    {
        std::ifstream stream{std::string{KITH_SOURCE_DIR} + "/packs/plans/" + name, std::ios::binary};
        return {name, {std::istreambuf_iterator<char>{stream}, {}}};
    }
    returns::Checked check(const returns::Kind& kind, const returns::File& file)
    {
        db::Reader reader{app_.database()};
        return kind.check({.file = file, .beside = {}, .organisation = {}, .today = app_.today(), .reader = reader});
    }
    returns::Accepted accept(const returns::Kind& kind, const returns::File& file)
    {
        const auto checked = check(kind, file);
        if (!checked.refusal.empty()) throw std::logic_error(checked.refusal);
        db::Writer writer{app_.database()};
        db::ChangeSet changes{writer, app_.now(), {}, "taken"};
        auto accepted = kind.accept(changes, checked, app_.now());
        writer.commit();
        return accepted;
    }
    static std::map<std::string, std::int64_t> by_rule(const returns::Checked& checked)
    {
        std::map<std::string, std::int64_t> rules;
        for (const auto& finding : checked.findings) ++rules[finding.rule];
        return rules;
    }
    TestApp& app() { return app_; }

private:
    TestApp app_;
};

}  // namespace kith::kit
