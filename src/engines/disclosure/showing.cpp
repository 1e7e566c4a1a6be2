#include "disclosure/showing.hpp"

#include <algorithm>
#include <stdexcept>
#include <string>

namespace kith::disclosure {

namespace {

/// The people cut into atoms by the groups shown so far. A group costs as much as it has cells, however many groups came before.
class Atoms {
public:
    Atoms(std::span<const std::int64_t> people_of_cell, std::int64_t threshold)
        : people_(people_of_cell), threshold_(threshold), atom_of_cell_(people_of_cell.size(), outside), seen_in_(people_of_cell.size(), 0), atoms_(1)
    {
        for (const auto people : people_) atoms_[outside].people += std::max<std::int64_t>(people, 0);
    }

    Showing try_to_show(const std::vector<std::size_t>& group)
    {
        const auto people = meet(group);
        const auto showing = judged(people);
        if (showing == Showing::shown) cut();
        for (const auto atom : met_) atoms_[atom].within = 0;
        return showing;
    }

private:
    static constexpr std::size_t outside = 0;  ///< the atom of those whom no group shown has

    struct Atom {
        std::int64_t people = 0;
        std::int64_t within = 0;  ///< of these, in the group that is looked at
        std::size_t part = 0;     ///< where those within go when the group cuts this atom
    };

    /// Notes the atoms that the group meets, and how many people of each it has; returns how many it has in all.
    std::int64_t meet(const std::vector<std::size_t>& group)
    {
        ++turn_;
        cells_.clear();
        met_.clear();
        std::int64_t all = 0;
        for (const auto cell : group) {
            if (cell >= people_.size()) throw std::out_of_range("no cell " + std::to_string(cell));
            if (people_[cell] <= 0 || seen_in_[cell] == turn_) continue;
            seen_in_[cell] = turn_;
            cells_.push_back(cell);
            auto& atom = atoms_[atom_of_cell_[cell]];
            if (atom.within == 0) met_.push_back(atom_of_cell_[cell]);
            atom.within += people_[cell];
            all += people_[cell];
        }
        return all;
    }

    Showing judged(std::int64_t people) const
    {
        if (people == 0) return Showing::shown;
        if (people < threshold_) return Showing::too_few;
        const bool safe = std::ranges::all_of(met_, [&](std::size_t at) {
            const auto& atom = atoms_[at];
            const auto rest = at == outside ? 0 : atom.people - atom.within;
            return atom.within >= threshold_ && (rest == 0 || rest >= threshold_);
        });
        return safe ? Showing::shown : Showing::others_could_be_worked_out;
    }

    /// Those within become atoms of their own, unless they are the whole of one already.
    void cut()
    {
        for (const auto at : met_) {
            atoms_[at].part = at;
            if (at != outside && atoms_[at].within == atoms_[at].people) continue;
            atoms_[at].part = atoms_.size();
            atoms_[at].people -= atoms_[at].within;
            atoms_.push_back({.people = atoms_[at].within});
        }
        for (const auto cell : cells_) atom_of_cell_[cell] = atoms_[atom_of_cell_[cell]].part;
    }

    std::span<const std::int64_t> people_;
    std::int64_t threshold_;
    std::vector<std::size_t> atom_of_cell_;
    std::vector<std::size_t> seen_in_;  ///< by cell, the last turn that had it: a cell named twice counts once
    std::size_t turn_ = 0;
    std::vector<Atom> atoms_;
    std::vector<std::size_t> cells_, met_;  ///< of the group that is looked at
};

}  // namespace

std::vector<Showing> showing_of(std::span<const std::int64_t> people_of_cell, std::span<const std::vector<std::size_t>> groups,
                                std::int64_t threshold)
{
    Atoms atoms{people_of_cell, threshold};
    std::vector<Showing> showing;
    showing.reserve(groups.size());
    for (const auto& group : groups) showing.push_back(atoms.try_to_show(group));
    return showing;
}

}  // namespace kith::disclosure
