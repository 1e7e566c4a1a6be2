// Risk registers and figures of plans from files: those of the source documents, and spreadsheets as people have them.
#include "kit/kind_desk.hpp"
#include "strategy/figure_kind.hpp"
#include "strategy/plan_export.hpp"
#include "strategy/plan_kind.hpp"
#include "strategy/plan_register.hpp"
#include "strategy/risk_kind.hpp"
#include "strategy/risk_register.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace kith::strategy {
namespace {

using testing::ElementsAre;
using testing::Pair;

class FilesOfPlans : public testing::TestWithParam<db::Engine> {
protected:
    Plan plan()
    {
        db::Reader reader{desk_.app().database()};
        return plans().all(reader).at(0);
    }
    std::vector<Risk> risks_held()
    {
        db::Reader reader{desk_.app().database()};
        return risks_of(reader, plan().id);
    }
    PlanMeasures measures_held()
    {
        db::Reader reader{desk_.app().database()};
        return measures_of(reader, plan().id);
    }
    static const Measure& measure(const PlanMeasures& held, const std::string& name)
    {
        const auto found = std::ranges::find(held.measures, name, &Measure::name);
        if (found == held.measures.end()) throw std::logic_error("no measure " + name);
        return *found;
    }
    void begin(const char* text = "kind,title,objectives\nplan,Our strategy,\n") { desk_.accept(plan_kind(), {"plan.csv", text}); }
    kit::KindDesk desk_{GetParam()};
};
KITH_ON_EACH_ENGINE(FilesOfPlans);

TEST_P(FilesOfPlans, TakeWigansRisksAsDraftsWithFindings)
{
    desk_.accept(plan_kind(), kit::KindDesk::source("wigan_2011_plan.csv"));
    const auto file = kit::KindDesk::source("wigan_2011_risks.csv");
    ASSERT_TRUE(risk_kind().recognise(file.bytes));
    EXPECT_FALSE(plan_kind().recognise(file.bytes));
    const auto checked = desk_.check(risk_kind(), file);
    EXPECT_EQ(checked.can_take, 7);
    EXPECT_THAT(kit::KindDesk::by_rule(checked), ElementsAre(Pair("S-RISK-4", 7), Pair("S-RISK-5", 7), Pair("S-RISK-6", 7))) << "no owner, no score, no date: the findings say so";
    desk_.accept(risk_kind(), file);
    const auto held = risks_held();
    ASSERT_EQ(held.size(), 7U);
    db::Reader reader{desk_.app().database()};
    for (const auto& risk : held) {
        EXPECT_EQ(risk.current, std::nullopt) << "nothing is invented";
        EXPECT_EQ(risk.owner, "");
        EXPECT_FALSE(controls_of(reader, risk.id).empty()) << risk.title;
        EXPECT_THAT(missing_of(risk), ElementsAre("no owner", "no score"));
    }
    EXPECT_EQ(controls_of(reader, held.front().id).size(), 2U);
    EXPECT_EQ(desk_.check(risk_kind(), file).difference.writes, 0) << "the same file twice changes nothing";
}

TEST_P(FilesOfPlans, TakeNewcastlesFiguresWithTheirDoubts)
{
    desk_.accept(plan_kind(), kit::KindDesk::source("newcastle_2008_plan.csv"));
    const auto file = kit::KindDesk::source("newcastle_2008_figures.csv");
    ASSERT_TRUE(figure_kind().recognise(file.bytes));
    EXPECT_EQ(desk_.check(figure_kind(), file).can_take, 25);
    desk_.accept(figure_kind(), file);
    const auto held = measures_held();
    const auto says = [&](const std::string& name) {
        std::vector<std::string> values;
        for (const auto& point : held.points_of(measure(held, name).id)) values.push_back((point.qualifier.empty() ? "" : point.qualifier + " ") + in_words(point.thousandths) + (point.on ? " " + point.on->iso() : "") + (point.doubt.empty() ? "" : " (doubted)"));
        return values;
    };
    EXPECT_THAT(says("Common assessments"), ElementsAre("to January 2009 1,100 2009-01-31", "about 1,500 2009-05-12"));
    EXPECT_THAT(says("Common assessments since the target date"), ElementsAre("since 1 April 2009 85 2009-05-12 (doubted)"));
    EXPECT_THAT(says("Trained in common assessment and lead professional"), ElementsAre("more than 1,700"));
    EXPECT_THAT(says("ContactPoint users"), ElementsAre("an estimated 4,000"));
    EXPECT_THAT(says("Graduates in early years settings"), ElementsAre("at present 19 2009-05-12 (doubted)", "of these 15 2009-05-12 (doubted)")) << "both stand, flagged";
    EXPECT_THAT(says("Graduates needed in early years settings"), ElementsAre("currently predicted, by 2015 77"));
    EXPECT_THAT(says("Further graduates funded on the Early Years Professional Pathway"), ElementsAre("a further 2 2009-05-12"));
    EXPECT_THAT(says("Learners on the early years training budget"), ElementsAre("55"));
    EXPECT_THAT(says("Practitioners in the integrated induction pilot"), ElementsAre("18"));
    EXPECT_THAT(says("Practitioners on the induction courses since the pilot"), ElementsAre("71"));
    EXPECT_THAT(says("Integrated induction courses since the pilot"), ElementsAre("further 4"));
    EXPECT_THAT(says("Integrated induction courses planned"), ElementsAre("further 3"));
    EXPECT_THAT(says("Key workers"), ElementsAre("5"));
    EXPECT_THAT(says("Families with a key worker"), ElementsAre("10"));
    EXPECT_THAT(says("Practitioners trained as key workers"), ElementsAre("a further 13 2008-11-30"));
    EXPECT_THAT(says("Parents at key worker training"), ElementsAre("2 2008-11-30"));
    EXPECT_THAT(says("Practitioners on the Management Development Programme"), ElementsAre("22"));
    EXPECT_EQ(desk_.check(figure_kind(), file).difference.writes, 0) << "the same file twice changes nothing";
}

TEST_P(FilesOfPlans, ReadRisksUnderTheNamesOfSpreadsheetsAndSayWhatIsWrong)
{
    begin();
    const returns::File file{"risks.csv", "Ref,Risk,Likelihood,Impact,Mitigation,Risk owner\n1,Nobody comes,3,4,Ask them; Pay them,Head of training\n2,Too dear,6,1,,\n3,No rooms,2,,,\n1,Again,1,1,,\n"};
    ASSERT_TRUE(risk_kind().recognise(file.bytes));
    const auto checked = desk_.check(risk_kind(), file);
    EXPECT_EQ(checked.rows, 4);
    EXPECT_EQ(checked.can_take, 1);
    std::vector<std::string> errors;
    for (const auto& finding : checked.findings)
        if (finding.severity == returns::Severity::error) errors.push_back(std::to_string(finding.line) + " " + finding.column + ": " + finding.message);
    EXPECT_THAT(errors, ElementsAre("3 Likelihood: Enter a whole number from 1 to 5", "4 Impact: Enter both likelihood and impact from 1 to 5, or neither", "5 Ref: Another risk has this code: give it one of its own"));
    desk_.accept(risk_kind(), file);
    const auto again = desk_.check(risk_kind(), {"risks.csv", "Ref,Risk,Likelihood,Impact,Mitigation\n1,Nobody comes,4,4,Ask them; Hire them\n"});
    EXPECT_EQ(again.difference.writes, 1);
    desk_.accept(risk_kind(), {"risks.csv", "Ref,Risk,Likelihood,Impact,Mitigation\n1,Nobody comes,4,4,Ask them; Hire them\n"});
    const auto held = risks_held();
    ASSERT_EQ(held.size(), 1U);
    EXPECT_EQ(held.front().owner, "Head of training") << "what the file does not say stays";
    EXPECT_EQ(held.front().current, (Score{4, 4}));
    db::Reader reader{desk_.app().database()};
    EXPECT_EQ(controls_of(reader, held.front().id).size(), 3U);
}

TEST_P(FilesOfPlans, KnowARegisterWithActionsAndSayWhatItWouldChange)
{
    desk_.accept(plan_kind(), {"plan.csv", "kind,title,objectives\nplan,Our strategy,\n"});
    const returns::File first{"risks.csv", "Ref,Risk,Kind,Likelihood,Impact,Action,Risk owner\nR1,Nobody comes,People,2,3,Ask them,Head\n,Rain,Other,1,1,,\n"};
    EXPECT_TRUE(risk_kind().recognise(first.bytes));
    EXPECT_FALSE(plan_kind().recognise(first.bytes)) << "likelihood and impact make it a register of risks, whatever its other columns";
    desk_.accept(risk_kind(), first);
    const returns::File again{"risks.csv", "code,title,owner,current likelihood,current impact,target likelihood,target impact,inherent likelihood,inherent impact\nR1,Nobody stays,Head,4,3,5,5,1,1\n,Rain,,,,,,,\n,Rain,,,,,,,\n"};
    const auto checked = desk_.check(risk_kind(), again);
    EXPECT_EQ(kit::KindDesk::by_rule(checked)["S-RISK-9"], 1);
    EXPECT_EQ(kit::KindDesk::by_rule(checked)["S-RISK-10"], 1);
    EXPECT_EQ(kit::KindDesk::by_rule(checked)["S-RISK-11"], 1) << "two rows and nothing that tells them apart";
    const auto& changed = checked.difference.headings.at(1);
    ASSERT_EQ(changed.samples.size(), 1U);
    EXPECT_EQ(changed.samples.at(0).words, "What may happen: Nobody stays, was Nobody comes; Before controls: 1 x 1 = 1, low, was Not scored; Now: 4 x 3 = 12, medium, was 2 x 3 = 6, medium; Wanted: 5 x 5 = 25, high, was Not scored");
    desk_.accept(risk_kind(), again);
    db::Reader reader{desk_.app().database()};
    EXPECT_EQ(std::ssize(reviews_of(reader, risks().all(reader).at(0).id)), 2) << "each score stands in the history with its day";
}

TEST_P(FilesOfPlans, SayWhichPlanIsMeant)
{
    const returns::File file{"risks.csv", "plan,title,cause,controls\nOur strategy,Nobody comes,,Ask\n"}, nameless{"risks.csv", "title,cause,controls\nNobody comes,,Ask\n"};
    EXPECT_EQ(desk_.check(risk_kind(), file).refusal, "There is no plan called \"Our strategy\". Take the plan in first, or write its name as it stands on its page");
    EXPECT_EQ(desk_.check(risk_kind(), nameless).refusal, "No plan is written down that this could belong to. Begin one, or take one in from a file");
    begin();
    EXPECT_EQ(desk_.check(risk_kind(), nameless).refusal, "");
    begin("kind,title,objectives\nplan,Another,\n");
    EXPECT_EQ(desk_.check(risk_kind(), nameless).refusal, "There are several plans: add a column \"plan\" with the name of the one that is meant");
    EXPECT_EQ(desk_.check(risk_kind(), file).refusal, "");
}

TEST_P(FilesOfPlans, RefuseATargetBeforeItsBaselineByLine)
{
    begin();
    const returns::File file{"figures.csv", "measure,kind,value,on\nGraduates,baseline,12,1/4/2026\nGraduates,target,48,1/4/2025\nGraduates,target,much,1/4/2030\nGraduates,hope,3,\nGraduates,actual,16,1/6/2026\nGraduates,actual,17,1/6/2026\n"};
    const auto checked = desk_.check(figure_kind(), file);
    EXPECT_EQ(checked.can_take, 3);
    std::vector<std::string> said;
    for (const auto& finding : checked.findings)
        if (finding.rule != "S-VALUE-6") said.push_back(std::to_string(finding.line) + " " + finding.rule);
    EXPECT_THAT(said, ElementsAre("3 S-VALUE-5", "4 S-VALUE-4", "5 S-VALUE-3", "7 S-VALUE-8"));
}

TEST_P(FilesOfPlans, AreHeldAgainstWhatIsThere)
{
    begin();
    desk_.accept(figure_kind(), {"figures.csv", "measure,kind,value,on\nGraduates,baseline,12,1/4/2026\nGraduates,actual,14,1/6/2026\n"});
    const auto checked = desk_.check(figure_kind(), {"figures.csv", "measure,kind,value,on\nGraduates,baseline,13,1/5/2026\nGraduates,target,48,1/4/2025\nGraduates,actual,15,1/6/2026\nGraduates,actual,14,1/6/2026\n"});
    std::vector<std::string> said;
    for (const auto& finding : checked.findings) said.push_back(std::to_string(finding.line) + " " + finding.rule);
    EXPECT_THAT(said, testing::UnorderedElementsAre("2 S-VALUE-5", "3 S-VALUE-5", "4 S-VALUE-8", "5 S-VALUE-8"));
    EXPECT_EQ(checked.difference.writes, 1);
    const auto one = desk_.check(figure_kind(), {"figures.csv", "measure,kind,value,on\nGraduates,actual,16,1/7/2026\n"}), other = desk_.check(figure_kind(), {"figures.csv", "measure,kind,value,on\nGraduates,actual,17,1/7/2026\n"});
    EXPECT_NE(one.difference.fingerprint, other.difference.fingerprint) << "another value is another difference";
    EXPECT_EQ(desk_.check(risk_kind(), {"risks.csv", "plan,title,cause,controls\nOur strategy,Nobody comes,,\nAnother,Too dear,,\n"}).can_take, 1) << "a file is of one plan";
}

TEST_P(FilesOfPlans, GoOutAsTheyComeIn)
{
    for (const auto* name : {"kingston_2009_plan.csv", "wigan_2011_plan.csv", "newcastle_2008_plan.csv"}) desk_.accept(plan_kind(), kit::KindDesk::source(name));
    desk_.accept(risk_kind(), kit::KindDesk::source("wigan_2011_risks.csv"));
    desk_.accept(figure_kind(), kit::KindDesk::source("newcastle_2008_figures.csv"));
    std::vector<std::pair<std::string, std::string>> books;
    {
        db::Reader reader{desk_.app().database()};
        for (const auto& one : plans().all(reader)) {
            PlanRisks risks{.risks = risks_of(reader, one.id), .controls = {}};
            for (const auto& risk : risks.risks) risks.controls[risk.id] = controls_of(reader, risk.id);
            books.emplace_back(one.name, plan_xlsx(whole_plan(reader, one), risks));
        }
    }
    ASSERT_EQ(books.size(), 3U);
    for (const auto& [name, book] : books) {
        const returns::File file{"plan.xlsx", book};
        for (const auto& kind : {plan_kind(), risk_kind(), figure_kind()}) {
            const auto checked = desk_.check(kind, file);
            EXPECT_EQ(checked.difference.writes, 0) << name << ", " << kind.title << ": handed in again, it changes nothing";
            if (checked.rows == 0) continue;  // a sheet without rows says of no plan
            EXPECT_EQ(checked.refusal, "") << name << ", " << kind.title;
            EXPECT_EQ(checked.can_take, checked.rows) << name << ", " << kind.title;
        }
    }
}

}  // namespace
}  // namespace kith::strategy
