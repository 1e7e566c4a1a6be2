// Runs before the page is drawn: says that scripts are on, so that what they will fold away is never shown and then moved.
// Takes it back where the rest of the scripts did not come, so that nothing stays hidden.
(function () {
  var root = document.documentElement;
  root.classList.add('kith-scripts');
  window.addEventListener('load', function () {
    if (!document.body.classList.contains('govuk-frontend-supported')) root.classList.remove('kith-scripts');
  });
})();
