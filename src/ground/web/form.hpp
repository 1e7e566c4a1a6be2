#pragma once
// The answers of one form, and what is wrong with them. It keeps every answer as it was given, so that the page can be shown again.
#include "base/date.hpp"
#include "web/request.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace kith::web {

class Form {
public:
    Form() = default;
    Form(Fields fields, std::vector<UploadedFile> files) : fields_(std::move(fields)), files_(std::move(files)) {}

    /// The first answer under `name` without spaces at its ends; empty where there is none.
    std::string text(std::string_view name) const;
    /// The answer as it was typed, to be put back into its box.
    std::string as_given(std::string_view name) const;
    bool has(std::string_view name) const;
    /// Every answer under `name` (check boxes).
    std::vector<std::string> all(std::string_view name) const;
    /// A date asked for in three boxes, NAME-day, NAME-month and NAME-year. `label` opens the message: "Leaving date" → "Leaving date must
    /// include a year". Empty boxes are "Enter leaving date".
    Result<Date> date(std::string_view name, std::string_view label) const;
    /// The same where the date may be left out: nothing where all three boxes are empty.
    Result<std::optional<Date>> optional_date(std::string_view name, std::string_view label) const;
    /// The file under `name`; nullptr where none was chosen.
    const UploadedFile* file(std::string_view name) const;

    /// Puts `problem` on the page; returns the form so that it can be passed on.
    Form& add(Problem problem);
    /// Answers set from what is stored, for a form shown for the first time. Does not replace an answer that was given.
    Form& fill(std::string name, std::string value);
    /// In the place of what was given.
    Form& put(const std::string& name, std::string value);
    const std::vector<Problem>& problems() const { return problems_; }
    bool has_problems() const { return !problems_.empty(); }
    /// The words beside the field `name`; nothing where it is in order.
    std::optional<std::string> error(std::string_view name) const;
    const Fields& fields() const { return fields_; }

private:
    Fields fields_;
    std::vector<UploadedFile> files_;
    std::vector<Problem> problems_;
};

}  // namespace kith::web
