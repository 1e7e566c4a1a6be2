#include "assessment/workshop_fields_views.hpp"

#include "ui/pieces.hpp"
#include "ui/words.hpp"
#include "web/references.hpp"

namespace kith::assessment {

ui::Html refer_to(figures::Reference reference, Date today)
{
    reference.pinned = today;
    return ui::not_in_print(ui::paragraph(ui::link("Refer to this as it stands today", web::href_of(reference))));
}

}  // namespace kith::assessment
