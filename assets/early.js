// Runs before the page is drawn: says that scripts are on, and folds what a phone has no room for, so that nothing is shown and
// then moved. Takes the mark back where the rest of the scripts did not come, so that nothing stays hidden.
(function () {
  var root = document.documentElement;
  root.classList.add('kith-scripts');
  if (window.matchMedia('(max-width: 40.0525em)').matches) {
    var folder = new MutationObserver(function () {
      document.querySelectorAll('details.kith-filter__fold[open]:not([data-seen])').forEach(function (fold) {
        fold.dataset.seen = '';
        fold.open = false;
      });
    });
    folder.observe(root, { childList: true, subtree: true });
    document.addEventListener('DOMContentLoaded', function () { folder.disconnect(); });
  }
  window.addEventListener('load', function () {
    if (!document.body.classList.contains('govuk-frontend-supported')) root.classList.remove('kith-scripts');
  });
})();
