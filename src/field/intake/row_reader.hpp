#pragma once
// Reads the cells of rows by field, one row after another: what each says, typed. One reader a chunk, since it remembers the codes that it has
// looked up. For staff_reader.cpp and fact_reader.cpp only.
#include "intake/cell_translation.hpp"
#include "intake/staff_row.hpp"

#include <array>
#include <functional>

namespace kith::intake {

/// What was found lately under a text: most cells of a column hold one of few texts.
template <class T>
class Lately {
public:
    template <class LookUp>
    const T* find(std::string_view text, LookUp look_up)
    {
        auto& entry = entries_[std::hash<std::string_view>{}(text) % entries_.size()];
        if (!entry.known || entry.text != text) entry = {text, look_up(text), true};
        return entry.found;
    }

private:
    struct Entry {
        std::string_view text;
        const T* found = nullptr;
        bool known = false;
    };
    std::array<Entry, 61> entries_{};
};

class RowReader {
public:
    /// Texts that no cell holds are kept in `made`.
    RowReader(const StaffFile& file, const Surroundings& surroundings, std::deque<std::string>& made)
        : file_(file), surroundings_(surroundings), made_(made), asc_(file.profile->of_adult_social_care), translation_(file.profile->translation), lately_(count_of_columns)
    {
    }

    /// The row, without its facts.
    StaffRow read(std::size_t row);
    /// The row's facts, added to `facts`; the row is told how many.
    void read_facts(StaffRow& row, std::vector<SaidFact>& facts);

private:
    static constexpr auto count_of_columns = static_cast<std::size_t>(Field::count_of_fields);

    bool has(Field field) const { return file_.places.has(field) || (translation_ != nullptr && translation_->has_constant(field)); }
    std::string_view cell(Field field) const
    {
        if (translation_ == nullptr) return file_.table.cell(row_, file_.places.of(field));
        return translation_->text(field, file_.places.has(field) ? file_.table.cell(row_, file_.places.of(field)) : std::string_view{});
    }

    /// What `parse` (text → std::optional) makes of the field's cell.
    template <class T, class Parse>
    Said<T> said(Field field, Parse parse) const
    {
        if (!has(field)) return Said<T>::silent();
        auto text = cell(field);
        if (CellTranslation::is_left_out(text)) return Said<T>::silent();
        if (text.empty()) return Said<T>::blank();
        auto value = parse(text);
        return value ? Said<T>::of(std::move(*value)) : Said<T>::unreadable();
    }
    /// The same for what is looked up: `look_up` gives null for what is not there.
    template <class T, class LookUp>
    Said<const T*> looked_up(Field field, LookUp look_up) const
    {
        if (!has(field)) return Said<const T*>::silent();
        auto text = cell(field);
        if (CellTranslation::is_left_out(text)) return Said<const T*>::silent();
        if (text.empty()) return Said<const T*>::blank();
        const T* found = look_up(text);
        return found != nullptr ? Said<const T*>::of(found) : Said<const T*>::unreadable();
    }

    SaidText text(Field field) const;
    Said<Date> day(Field field) const;
    SaidNumber hours_of(Field field) const;
    SaidNumber whole_number(Field field) const;
    Said<Pence> pounds(Field field) const;
    SaidCode code(Field field, std::string_view list);
    /// The code of Kith's list `kith` that an adult social care code of `list` is mapped to; silent for 999 and for codes that nothing answers.
    SaidCode mapped(Field field, std::string_view list, std::string_view kith);
    std::string_view keep(std::string text) { return made_.emplace_back(std::move(text)); }

    void read_person(StaffRow& row);
    void read_engagement(StaffRow& row);
    void read_terms(StaffRow& row);
    void read_pattern(StaffRow& row);
    void read_place(StaffRow& row);
    void take_locality_of_setting(StaffRow& row) const;
    void work_out_fte(StaffRow& row) const;
    void adapt_reference(StaffRow& row);
    void adapt_job(StaffRow& row);
    void adapt_pay(StaffRow& row);

    void add_dated(StaffRow& row, Field field, workforce::FactKind kind, std::string_view code, std::vector<SaidFact>& facts);
    void add_list(StaffRow& row, Field field, workforce::FactKind kind, std::vector<SaidFact>& facts);
    void add_sickness(StaffRow& row, std::vector<SaidFact>& facts);
    void add_own(StaffRow& row, std::vector<SaidFact>& facts);
    void add_worker_facts(StaffRow& row, std::vector<SaidFact>& facts);
    void add_training(StaffRow& row, std::vector<SaidFact>& facts);

    const StaffFile& file_;
    const Surroundings& surroundings_;
    std::deque<std::string>& made_;
    bool asc_;
    const CellTranslation* translation_;
    std::size_t row_ = 0;
    std::vector<Lately<packs::Code>> lately_;
    Lately<partnership::Organisation> organisations_;
    Lately<partnership::Locality> localities_;
};

/// A list of the packs, or an empty one where the packs have none of that id.
const packs::CodeList& list_or_empty(const packs::Packs& packs, std::string_view id);
/// An adult social care "don't know": 999, and 998 where a country or nationality is not known.
inline bool is_do_not_know(std::string_view text) { return text == "999" || text == "998"; }

}  // namespace kith::intake
