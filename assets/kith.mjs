// What scripts add to pages that work without them: the design system's behaviour, live progress, details open in print.
import { initAll, Radios } from './govuk-frontend.min.js';

document.body.classList.add('js-enabled', 'govuk-frontend-supported');
// A radio may not carry aria-expanded (WAI-ARIA 1.2), which the design system's script puts on those that reveal something: take it off.
const reveal = Radios.prototype.syncConditionalRevealWithInputState;
Radios.prototype.syncConditionalRevealWithInputState = function (input) {
  reveal.call(this, input);
  input.removeAttribute('aria-expanded');
};
initAll();

// A running job tells how far it is; a page without scripts reloads itself instead.
// Events: {"done": 1200, "total": 20000, "words": "1,200 of 20,000 rows checked", "location": "/returns/..." once it has ended}.
for (const box of document.querySelectorAll('[data-module="kith-progress"][data-events]')) {
  const source = new EventSource(box.dataset.events);
  const show = (event) => {
    const told = JSON.parse(event.data);
    const bar = box.querySelector('progress');
    if (told.total > 0) bar.max = told.total;
    if (told.total > 0) bar.value = told.done;
    if (told.words) box.querySelector('p').textContent = told.words;
    if (!told.location) return;
    source.close();
    window.location.assign(told.location);
  };
  source.addEventListener('message', show);
  source.addEventListener('progress', show);
}

// Browsers whose style sheets cannot open details in print.
const opened = [];
window.addEventListener('beforeprint', () => {
  for (const details of document.querySelectorAll('details:not([open])')) {
    details.open = true;
    opened.push(details);
  }
});
window.addEventListener('afterprint', () => {
  for (const details of opened.splice(0)) details.open = false;
});
